"""Whether a library holds what people decided: seals of rows, the account of events, approvals and their signatures.

What this finds and what it cannot find in a file, with signatures and on a server is said in `promises`, in the words
of the protocol (RELIABILITY.md 2.7).
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import quote

from workbench.desk.content import digest_of
from workbench.desk.signing_keys import statement_of
from workbench.desk.statements import is_signed
from workbench.library import seals
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.review import Approval, Event, Publication
from workbench.sentences import Sentence, say

APPROVED = frozenset({"approved", "approved a step"})


def promises(library: Library) -> Sentence:
    """Say what approvals in this library are worth, and against whom they are no proof."""
    if library.path is None:
        return TEAM
    with library.reading() as tx:
        return SIGNED if tx.people.signing_keys() else LOCAL


LOCAL = say(
    "Approvals record who this program was told you are. They are checked for damage. They are not proof against the "
    "owner of this computer."
)
SIGNED = say(
    "Approvals record who this program was told you are. They are checked for damage. They are not proof against the "
    "owner of this computer, and cannot be made in someone else's name without their key."
)
TEAM = say(
    "Approvals can only be made by the signed-in reviewer, never for one's own text, and are time-stamped by the "
    "server. The database administrator is trusted; export the daily seal to someone else if you need proof against "
    "them."
)


def problems_in(library: Library) -> Iterator[Sentence]:
    """Yield what does not fit together in a library, a sentence each."""
    yield from _changed_outside(library)
    with library.reading() as tx:
        broken = tx.events.broken_link()
        if broken is not None:
            yield say(
                "The account of events does not fit together at event {number}: it was changed outside this program.",
                number=broken,
            )
        yield from _decisions(tx)


def _changed_outside(library: Library) -> Iterator[Sentence]:
    if library.path is None:
        return
    address = f"file:{quote(str(library.path))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as driver:
        driver.execute("BEGIN")  # one state of the file, whoever writes meanwhile
        found = seals.broken(driver)
    if not found:
        return
    with library.reading() as tx:
        for noun, owner in found:
            key = _article_of(tx, noun, owner)
            if key:
                yield say(
                    "Article {key}: {noun} were changed outside this program.", key=key, noun=_said(noun)
                )
            else:
                yield say(
                    "{noun} were changed outside this program (number {owner}).",
                    noun=_said(noun),
                    owner=owner,
                )


def _article_of(tx: Transaction, noun: str, owner: int) -> str:
    """Return the key of the article a seal belongs to, "" when it belongs to none or the article is gone."""
    column = next((table.owner for table in seals.sealed_tables() if table.noun == noun), "")
    if noun == "articles" or column == "article_id":
        return tx.articles.key_of(owner)
    if column == "edition_id" or noun == "editions":
        return tx.articles.key_of_edition(owner)
    return ""


def _said(noun: str) -> Sentence:
    return NOUNS.get(noun) or say("rows of {table}", table=noun)


NOUNS = {
    "targets": say("translated segments"),
    "revisions": say("saved versions"),
    "segments": say("source segments"),
    "coverage": say("links between source and translation"),
    "approvals": say("approvals"),
    "publications": say("publications"),
    "credits": say("credits"),
    "ledger": say("lines of the account of work"),
    "comments": say("comments"),
    "waivers": say("accepted findings"),
    "events": say("events"),
    "editions": say("page details or the stage"),
    "articles": say("article details"),
    "photos": say("pictures"),
    "people": say("people"),
    "person_roles": say("roles of people"),
    "signing_keys": say("signing keys"),
    "settings": say("settings"),
    "seals": say("seals"),
}


@dataclass(slots=True)
class _Told:
    """What the account of events tells of decisions: those of each edition in order, and the key each was owed with."""

    approved: dict[int, list[Event]] = field(default_factory=lambda: defaultdict(list))
    published: dict[int, list[Event]] = field(default_factory=lambda: defaultdict(list))
    owed: dict[int, str] = field(default_factory=dict)
    seals: set[str] = field(default_factory=lambda: {""})


def _told(tx: Transaction) -> _Told:
    told = _Told()
    people = {name: number for number, name in tx.people.names().items()}
    active: dict[int, str] = {}
    for event in tx.events.all():
        told.seals.add(event.digest)
        person = people.get(str(event.data.get("name")), 0)
        if event.kind in APPROVED and event.edition_id:
            told.approved[event.edition_id].append(event)
            told.owed[event.id] = active.get(event.person_id or 0, "")
        elif event.kind == "published" and event.edition_id:
            told.published[event.edition_id].append(event)
        elif event.kind == "signing key added":
            active[person] = str(event.data.get("public"))
        elif event.kind == "signing key revoked":
            active.pop(person, None)
    return told


def _decisions(tx: Transaction) -> Iterator[Sentence]:
    """Yield what is wrong with approvals and publications, each compared with the account of events."""
    told = _told(tx)
    for approval in tx.reviews.all_approvals():
        yield from _approval(tx, approval, told)
    for publication in tx.reviews.all_publications():
        if not _fits(publication, _next(told.published[publication.edition_id])):
            yield say(
                "Article {key}: what was published does not agree with the account of events.",
                key=tx.articles.key_of_edition(publication.edition_id),
            )
    for edition_id in (one for each in (told.approved, told.published) for one, left in each.items() if left):
        yield say(
            "Article {key}: the account tells of a decision that is not there any more.",
            key=tx.articles.key_of_edition(edition_id),
        )


def _next(waiting: list[Event]) -> Event | None:
    return waiting.pop(0) if waiting else None


def _fits(decision: Approval | Publication, event: Event | None) -> bool:
    return (
        event is not None
        and event.data.get("digest") == decision.digest
        and event.person_id == decision.person_id
    )


def _approval(tx: Transaction, approval: Approval, told: _Told) -> Iterator[Sentence]:
    key = tx.articles.key_of_edition(approval.edition_id)
    event = _next(told.approved[approval.edition_id])
    if event is None or not _fits(approval, event):
        yield say("Article {key}: an approval does not agree with the account of events.", key=key)
        return
    if digest_of(approval.content) != approval.digest:
        yield say("Article {key}: the text kept with an approval is not the text that was approved.", key=key)
    owed = told.owed[event.id]
    if not approval.signature and (owed or event.data.get("signature")):
        yield say("Article {key}: the signature of an approval is missing.", key=key)
    elif approval.signature and not _is_signed_by_person(tx, approval, event, owed, told.seals):
        yield say("Article {key}: the signature of an approval is not that of the person it names.", key=key)


def _is_signed_by_person(
    tx: Transaction, approval: Approval, event: Event, owed: str, seals_before: set[str]
) -> bool:
    own = next((key for key in tx.people.signing_keys(approval.person_id) if key.id == approval.key_id), None)
    return (
        own is not None
        and own.public == owed
        and approval.signed_after in seals_before
        and approval.signature == event.data.get("signature")
        and is_signed(statement_of(tx, approval), signature=approval.signature, public=own.public)
    )
