"""The sign-off sheet of an edition, gathered from its account (issue: an office that can rely on it)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from workbench.desk.checking import signature_of
from workbench.desk.content import current_digest
from workbench.desk.crediting import credit_line
from workbench.desk.finding_editions import find_edition
from workbench.desk.judging import judgements_of
from workbench.desk.originating import (
    Figures,
    figures_by_confirmer,
    revisions_by_target,
    sentence_origin,
)
from workbench.desk.signing_keys import signature_of_approval
from workbench.desk.telling import sentence_of
from workbench.desk.timing import stays_of
from workbench.errors import FormatError
from workbench.formats.record import KEY as RECORD
from workbench.formats.sheets import SIGN_OFF, sheet_kind
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.edition import Edition
from workbench.model.judgement import Decision as Judged
from workbench.model.kinds import CreditRole, Origin, Stage
from workbench.model.review import Approval
from workbench.model.signoff import Decision, OriginStatement, SignedAct, SignedApproval, SignOff, StageStay
from workbench.sentences import say

QUIET = frozenset(
    {
        "segments approved",
        "change accepted",
        "details",
        "moved",
        "locked",
        "unlocked",
        "sent",
        "written beside",
    }
)
"""Kinds of events too small for the sheet; the history of the article has them."""


def read_sign_off(library: Library, key: str, language: str = "en") -> SignOff:
    """Return the sheet of an article's edition as it stands now."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        return sign_off(tx, edition)


def write_sheet(library: Library, key: str, path: Path, language: str = "en") -> SignOff:
    """Write the sheet to a file, printed (.pdf) or as a record (.json); return it.

    Raises `FormatError` for another ending.
    """
    kinds = {".pdf": SIGN_OFF, ".json": RECORD}
    suffix = path.suffix.lower()
    if suffix not in kinds:
        raise FormatError(
            say("A sign-off sheet is written as .pdf or .json, not as {suffix}.", suffix=suffix)
        )
    sheet = read_sign_off(library, key, language)
    write_file(path, sheet_kind(kinds[suffix]).write(sheet))
    return sheet


def sign_off(tx: Transaction, edition: Edition) -> SignOff:
    """Return the sheet of an edition inside a transaction."""
    article = tx.articles.get(edition.article_id)
    lines = {str(role): credit_line(tx, edition, role) for role in CreditRole}
    return SignOff(
        key=article.key,
        language=edition.language,
        headline=edition.headline,
        source_headline=article.headline,
        stage=str(edition.stage),
        version=edition.number,
        digest=current_digest(tx, edition),
        zone=tx.options.get("time_zone"),
        made_at=now(),
        people={role: names for role, names in lines.items() if names},
        acts=tuple(_acts(tx, edition)),
        decisions=tuple(_decisions(tx, edition)),
        approvals=tuple(_approvals(tx, edition)),
        stays=tuple(
            StageStay(str(stay.stage), stay.since, round(stay.length.total_seconds() / 3600, 1))
            for stay in stays_of(tx, edition)
        ),
        origin=origin_statement(tx, edition) if tx.options.is_on("origin_statement") else None,
    )


def _acts(tx: Transaction, edition: Edition) -> list[SignedAct]:
    return [
        SignedAct(event.at, name, sentence_of(event))
        for event, name in tx.events.of_article(edition.article_id)
        if event.edition_id in {None, edition.id} and event.kind not in QUIET
    ]


def _decisions(tx: Transaction, edition: Edition) -> list[Decision]:
    rows = {row.target_id: row for row in tx.editions.rows(edition.id)}
    names = tx.people.names()
    found = []
    for waiver in tx.reviews.waivers(edition.id):
        row = rows.get(waiver.target_id or 0)
        holds = waiver.target_id is None or (row is not None and signature_of(row) == waiver.signature)
        number = row.number if row is not None else 0
        found.append(Decision(waiver.what, number, waiver.reason, names[waiver.person_id], waiver.at, holds))
    return found + _for_good(tx, edition)


def _for_good(tx: Transaction, edition: Edition) -> list[Decision]:
    """Return what keeps findings of this text quiet by a decision of the house, made once for every article."""
    return [
        Decision(line.finding.check, line.finding.number, line.reason, line.person, line.at, holds=True)
        for line in judgements_of(tx, edition)
        if line.decision is Judged.ALWAYS and line.at is not None and line.person
    ]


def _approvals(tx: Transaction, edition: Edition) -> list[SignedApproval]:
    digest = current_digest(tx, edition)
    names = tx.people.names()
    final = tx.reviews.final_approval(edition.id, edition.number)
    return [
        SignedApproval(
            version=one.number,
            step=one.step_name,
            person=names[one.person_id],
            at=one.at,
            digest=one.digest,
            own_changes=tuple(one.own_changes),
            is_self_approval=one.is_self_approval,
            is_final=one.is_final,
            holds=_holds(edition, one, final, digest),
            signature=signature_of_approval(tx, one),
        )
        for one in tx.reviews.approvals(edition.id)
    ]


def _holds(edition: Edition, one: Approval, final: Approval | None, digest: str) -> bool:
    is_newest = final is not None and one.id == final.id
    return is_newest and one.digest == digest and edition.stage in {Stage.APPROVED, Stage.PUBLISHED}


def origin_statement(tx: Transaction, edition: Edition) -> OriginStatement:
    """Return how many sentences came from whom or what, and who read them."""
    revisions = revisions_by_target(tx, edition)
    targets = tx.editions.targets(edition.id)
    sentences = Counter(str(sentence_origin(target, revisions.get(target.id, []))) for target in targets)
    total = sum(figures_by_confirmer(tx, edition).values(), Figures())
    names = tx.people.names()
    engines = {
        revision.detail.partition(",")[0].partition(" ")[0]
        for each in revisions.values()
        for revision in each
        if revision.origin is Origin.ENGINE and revision.detail
    }
    readers = [target.reviewed_by for target in targets if target.reviewed_by is not None]
    return OriginStatement(
        sentences=dict(sorted(sentences.items())),
        words={name: getattr(total, name) for name in ("typed", "memory", "machine", "imported", "others")},
        engines=tuple(sorted(engines)),
        translators=credit_line(tx, edition, CreditRole.TRANSLATOR),
        readers=tuple(dict.fromkeys(names[one] for one in readers)),
    )
