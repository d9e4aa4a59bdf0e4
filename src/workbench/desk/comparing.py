"""What has changed in an edition since some point of its history, change by change, to accept or to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workbench.desk.editing import save_text
from workbench.desk.finding_editions import find_edition
from workbench.desk.rights import Act, require
from workbench.desk.steps import Edit
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.kinds import Origin
from workbench.model.review import Event
from workbench.sentences import Sentence, fill, say, template
from workbench.text.diff import Hunk, hunks, with_hunks, without_hunks

SUBMITTED, DRAFT = "submitted", "draft"
"""The two bases every edition has: what was handed in last, and what the machine (or a file) offered first."""
REVISION = "revision:"
"""How the key of a base begins that is the moment of one saved version; its id follows."""

ACCEPTED = "change accepted"
MOMENTS = {
    "submitted": template("submitted by {person}"),
    "returned": template("sent back by {person}"),
    "approved": template("approved by {person}"),
    "approved a step": template("approved by {person}"),
    "published": template("published by {person}"),
    "correction begun": template("correction begun by {person}"),
}
"""The events at which an edition's text can be looked at again."""


@dataclass(frozen=True, slots=True)
class Base:
    """A point an edition can be compared with; `key` names it for programs."""

    key: str
    name: Sentence
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that differs from a base: both texts and the single changes between them."""

    target_id: int
    number: int
    before: str
    after: str
    hunks: tuple[Hunk, ...]


def read_bases(library: Library, edition_id: int) -> list[Base]:
    """Return what an edition can be compared with, as far as it has it: submission, draft, moments newest first."""
    with library.reading() as tx:
        edition = tx.editions.get(edition_id)
        events = tx.events.of_edition(edition, MOMENTS)
        moments = [
            Base(f"event:{event.id}", fill(MOMENTS[event.kind], {"person": name}), event.at)
            for event, name in reversed(events)
        ]
        is_submitted = any(event.kind == "submitted" for event, _ in events)
        is_drafted = any(_drafts(tx, edition).values())
    submission = [Base(SUBMITTED, say("the last submission"))] if is_submitted else []
    draft = [Base(DRAFT, say("the machine draft"))] if is_drafted else []
    return [*submission, *draft, *moments]


def read_base(library: Library, edition_id: int, key: str = SUBMITTED) -> dict[int, str]:
    """Return the text of every row at a base; accepted changes count as part of it."""
    with library.reading() as tx:
        return base_texts(tx, tx.editions.get(edition_id), key)


def base_texts(tx: Transaction, edition: Edition, key: str) -> dict[int, str]:
    """Return the texts of a base inside a transaction; raises `WorkbenchError` for one that is not there."""
    texts, since = _texts_and_event(tx, edition, key)
    for event, _ in tx.events.of_edition(edition, [ACCEPTED]):
        if event.id > since and event.data["base"] == key:
            texts[int(event.data["target"])] = str(event.data["text"])
    return texts


def _texts_and_event(tx: Transaction, edition: Edition, key: str) -> tuple[dict[int, str], int]:
    """Return the texts of a base, and the id of the event from which accepted changes count."""
    if key == DRAFT:
        return _drafts(tx, edition), 0
    if key.startswith(REVISION):
        return _at_revision(tx, edition, key), 0
    events = [event for event, _ in tx.events.of_edition(edition, MOMENTS)]
    if key == SUBMITTED:
        newest = max((event.id for event in events if event.kind == "submitted"), default=0)
        return tx.editions.submitted_texts(edition.id) if newest else {}, newest
    found = next((event for event in events if f"event:{event.id}" == key), None)
    if found is None:
        raise _no_point(key)
    return tx.editions.texts_until(edition.id, _mark_of(tx, edition, found)), found.id


def _at_revision(tx: Transaction, edition: Edition, key: str) -> dict[int, str]:
    """Return the texts of the whole edition at the moment when one of its rows got this version."""
    number = key.removeprefix(REVISION)
    if not number.isdecimal() or not tx.editions.has_revision(edition.id, int(number)):
        raise _no_point(key)
    return tx.editions.texts_until(edition.id, int(number))


def _no_point(key: str) -> WorkbenchError:
    return WorkbenchError(say("There is no point “{key}” to compare with in this edition.", key=key))


def _mark_of(tx: Transaction, edition: Edition, event: Event) -> int:
    """Return the newest revision at an event; older events did not note it, so their time decides."""
    if "revision" in event.data:
        return int(event.data["revision"])
    return max((r.id for r in tx.editions.revisions(edition.id) if r.at <= event.at), default=0)


def _drafts(tx: Transaction, edition: Edition) -> dict[int, str]:
    """Return the last text that an engine, the memory or a file offered for each row; "" where none did."""
    texts = {target.id: "" for target in tx.editions.targets(edition.id)}
    offered = {Origin.ENGINE, Origin.MEMORY, Origin.IMPORT}
    for revision in tx.editions.revisions(edition.id):
        if revision.origin in offered and not revision.note:
            texts[revision.target_id] = revision.text
    return texts


def read_changes(library: Library, edition_id: int, key: str = SUBMITTED) -> list[RowChange]:
    """Return the rows that differ from a base, in order, each with its single changes."""
    with library.reading() as tx:
        edition = tx.editions.get(edition_id)
        base = base_texts(tx, edition, key)
        rows = tx.editions.rows(edition_id)
    return [
        RowChange(row.target_id, row.number, old, row.target, tuple(hunks(old, row.target)))
        for row in rows
        if (old := base.get(row.target_id, "")) != row.target
    ]


def undo_changes(
    library: Library,
    by: int,
    target_id: int,
    base: str,
    numbers: Sequence[int],
    *,
    seen: int,
    asked_by: str = "",
) -> Edit:
    """Take changes of a row back to what `base` says there; the others stay. It is the person's own edit."""
    with library.reading() as tx:
        text = tx.editions.target(target_id).text
    try:
        text = without_hunks(base, text, numbers)
    except IndexError:
        raise _gone() from None
    return save_text(
        library,
        by,
        target_id,
        text,
        seen=seen,
        origin=Origin.RESTORED,
        detail="change undone",
        asked_by=asked_by,
    )


def accept_changes(
    library: Library,
    by: int,
    target_id: int,
    key: str = SUBMITTED,
    numbers: Sequence[int] = (),
    *,
    asked_by: str = "",
) -> str:
    """Settle some changes of a row (none named: all), so that they are no longer shown; return the new base.

    The text stays as it is; who accepted what stands in the account. Takes somebody who may edit now.
    """
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = tx.editions.get(target.edition_id)
        require(tx, Act.EDIT, edition, by)
        old = base_texts(tx, edition, key).get(target_id, "")
        try:
            base = with_hunks(old, target.text, numbers) if numbers else target.text
        except IndexError:
            raise _gone() from None
        tx.editions.changed_target(target)
        tx.events.add(
            ACCEPTED,
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            base=key,
            target=target_id,
            text=base,
        )
        return base


def _gone() -> WorkbenchError:
    return WorkbenchError(say("This change is not there any more. Look at the row again."))


def list_bases(library: Library, key: str, language: str = "en") -> list[Base]:
    """Return everything an article's edition can be compared with."""
    return read_bases(library, edition_of(library, key, language))


def edition_of(library: Library, key: str, language: str) -> int:
    """Return the id of an article's edition in a language."""
    with library.reading() as tx:
        return find_edition(tx, key, language)[1].id
