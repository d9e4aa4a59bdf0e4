"""The publish gate: everything that stands between an edition and its page, said all at once."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.desk.checking import open_errors
from workbench.desk.content import current_digest
from workbench.desk.crediting import translators_of
from workbench.desk.reviewing import open_comments, unfinished
from workbench.errors import Reason
from workbench.formats.glyphs import missing_glyphs
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.edition import Edition
from workbench.model.kinds import SegmentKind, Stage

FIELD_NAMES = {
    "headline": "headline",
    "published": "date",
    "section": "section",
    "outlet": "outlet (source line)",
    "translator": "translator",
    "source_address": "address of the Chinese source",
    "photo_credit": "photo credit",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist: what is asked, whether it holds, and why not or how it was settled."""

    name: str
    is_met: bool
    said: str = ""
    code: str = ""
    field: str = ""


def checklist(tx: Transaction, edition: Edition) -> list[Point]:
    """Return every point of the publish checklist with its state now."""
    unfinished_now = {reason.code: reason for reason in unfinished(tx, edition)}
    return [
        _approved(edition),
        _unchanged(tx, edition),
        _point("Every segment has its text", unfinished_now.get("untranslated")),
        _point("Every segment is confirmed", unfinished_now.get("unconfirmed")),
        _point("No open findings", open_errors(tx, edition)),
        _point("No open comments", open_comments(tx, edition)),
        *_fields(tx, edition),
        _embargo(tx, edition),
        _glyphs(tx, edition),
    ]


def gate_reasons(tx: Transaction, edition: Edition) -> list[Reason]:
    """Return the complete list of reasons why an edition cannot be published now."""
    return [Reason(point.code, point.said) for point in checklist(tx, edition) if not point.is_met]


def _point(name: str, reason: Reason | None) -> Point:
    return Point(name, True) if reason is None else Point(name, False, reason.message, reason.code)


def _approved(edition: Edition) -> Point:
    name = "Approved by a reviewer"
    if edition.stage in {Stage.APPROVED, Stage.PUBLISHED}:
        return Point(name, True)
    return Point(
        name, False, f"The edition is {edition.stage}; a reviewer has to approve it first.", "not-approved"
    )


def _unchanged(tx: Transaction, edition: Edition) -> Point:
    name = "Approved text is unchanged since approval"
    approval = tx.reviews.final_approval(edition.id, edition.number)
    if approval is None or approval.digest == current_digest(tx, edition):
        return Point(name, True)
    said = "The text, its source or the translators' credit differs from what was approved. Have it approved again."
    return Point(name, False, said, "changed-since-approval")


def required_fields(tx: Transaction, edition: Edition) -> dict[str, str]:
    """Return the fields this page needs with what they hold now."""
    targets = tx.editions.targets(edition.id)
    photos = tx.articles.photos(edition.article_id)
    has_picture = bool(photos) or any(target.kind is SegmentKind.CAPTION for target in targets)
    fields = {
        "headline": edition.headline,
        "published": edition.published.isoformat() if edition.published else "",
        "section": edition.section,
        "outlet": edition.outlet,
        "translator": ", ".join(translators_of(tx, edition)),
        "source_address": edition.source_address,
    }
    if has_picture:
        fields["photo_credit"] = edition.photo_credit
    return fields


def _fields(tx: Transaction, edition: Edition) -> list[Point]:
    waived = {waiver.what: waiver for waiver in tx.reviews.waivers(edition.id)}
    names = tx.people.names()
    points = []
    for field, value in required_fields(tx, edition).items():
        label = f"{FIELD_NAMES[field].capitalize()} is given"
        if value.strip():
            points.append(Point(label, True, value, field=field))
        elif field in waived:
            waiver = waived[field]
            said = f"missing, accepted by {names[waiver.person_id]}: {waiver.reason}"
            points.append(Point(label, True, said, field=field))
        else:
            said = f"The {FIELD_NAMES[field]} is missing. Fill it in, or have an editor accept the gap with a reason."
            points.append(Point(label, False, said, "missing-field", field))
    return points


def _embargo(tx: Transaction, edition: Edition) -> Point:
    name = "No embargo runs"
    if edition.embargo is None or edition.embargo <= now():
        return Point(name, True)
    local = edition.embargo.astimezone(ZoneInfo(tx.options.get("time_zone")))
    return Point(name, False, f"There is an embargo until {local:%Y-%m-%d %H:%M %Z}.", "embargo")


def _glyphs(tx: Transaction, edition: Edition) -> Point:
    name = "Every character can be shown"
    text = "".join(target.text for target in tx.editions.targets(edition.id))
    missing = sorted(missing_glyphs(text))
    if not missing:
        return Point(name, True)
    shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:8])
    return Point(
        name, False, f"No font of the page shows {shown}. Replace these characters.", "missing-glyph"
    )
