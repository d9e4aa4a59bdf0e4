"""The publish gate: everything that stands between an edition and its page, said all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from workbench.desk.attesting import Deed, attested
from workbench.desk.checking import ToldApart, errors_in
from workbench.desk.content import current_digest
from workbench.desk.crediting import translators_of
from workbench.desk.four_eyes import shown_numbers
from workbench.desk.reviewing import open_comments, unfinished
from workbench.desk.topics import Topic, by_topic
from workbench.errors import Reason
from workbench.formats.addressing import safe_link
from workbench.formats.glyphs import missing_glyphs
from workbench.library.transaction import Transaction
from workbench.model.article import Photo
from workbench.model.base import now
from workbench.model.edition import Edition
from workbench.model.kinds import SegmentKind, Stage
from workbench.sentences import counted, listed, say, verbatim

FIELD_NAMES = {
    "headline": say("headline"),
    "published": say("date"),
    "section": say("section"),
    "outlet": say("outlet (source line)"),
    "translator": say("translator"),
    "source_address": say("address of the Chinese source"),
    "photo_credit": say("photo credit"),
    "caption": say("caption of a photo"),
}

_GIVEN = {
    "headline": say("Headline is given"),
    "published": say("Date is given"),
    "section": say("Section is given"),
    "outlet": say("Outlet (source line) is given"),
    "translator": say("Translator is given"),
    "source_address": say("Address of the Chinese source is given"),
    "photo_credit": say("Photo credit is given"),
    "caption": say("Every photo has a caption"),
}


TOPICS = {
    Topic.COVERAGE: say("Nothing is lost or added"),
    Topic.NAMES: say("Names"),
    Topic.TITLES: say("Titles"),
    Topic.DATES: say("Dates and times"),
    Topic.NUMBERS: say("Numbers"),
    Topic.HEADLINE: say("Headline"),
    Topic.CAPTIONS: say("Captions"),
    Topic.PHRASES: say("Set phrases and terms"),
    Topic.QUOTATIONS: say("Quotations"),
    Topic.TEXT: say("Spelling and punctuation"),
    Topic.CONSISTENCY: say("Consistency"),
}
"""What the checks look at, as the checklist names it."""
FINDINGS = "findings"
"""The key of the point that says whether sure findings are open."""
NOT_LOOKED = "not-looked"
"""The code of that point while the checks have not gone through a long edition yet."""
AT_ONCE = 20_000
"""The checks go through so many rows without being asked."""
TOPIC = "topic:"
"""How the key of a point begins that says what the checks found on a topic."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist: what is asked, whether it holds, and why not or how it was settled.

    `key` names the point for screens that say it in their own language; `waived` is the reason with
    which an editor accepted a gap. `is_advice` marks what is good practice and never stands in the way.
    `target_id` is the row where one begins to settle it, 0 where it is about no row.
    """

    key: str
    name: str
    is_met: bool
    said: str = ""
    code: str = ""
    field: str = ""
    value: str = ""
    waived: str = ""
    is_advice: bool = False
    target_id: int = 0


def whole_checklist(
    tx: Transaction, edition: Edition, found: ToldApart | None, digest: str = ""
) -> list[Point]:
    """Return the checklist for who goes through it: what is asked, what the checks say, what is advised.

    `found` is what they say (None: nobody has looked yet), `digest` that of the text as it stands.
    """
    digest = digest or current_digest(tx, edition)
    topics = _topics(tx, edition, found) if found is not None else []
    return [*_asked(tx, edition, found, digest), *topics, *advice(tx, edition, digest)]


def is_looked_through_at_once(edition: Edition) -> bool:
    """Tell whether the checks go through an edition in no time, so that nobody has to ask for it."""
    return edition.total <= AT_ONCE


def _asked(tx: Transaction, edition: Edition, found: ToldApart | None, digest: str = "") -> list[Point]:
    points = _standing(tx, edition, digest)
    place = next(n for n, point in enumerate(points) if point.key == "comments")
    return [*points[:place], _findings(edition, found), *points[place:]]


def _findings(edition: Edition, found: ToldApart | None) -> Point:
    """Say whether sure findings are open, and how many were accepted."""
    if found is None:
        said = counted(
            "The checks take minutes to go through {count} segment, and have not done so since it changed.",
            "The checks take minutes to go through {count} segments, and have not done so since they changed.",
            edition.total,
        )
        return Point(FINDINGS, say("No open findings"), is_met=False, said=said, code=NOT_LOOKED)
    point = _point(FINDINGS, say("No open findings"), errors_in(found.undecided))
    accepted = len(found.accepted)
    if not point.is_met or not accepted:
        return point
    said = counted("{count} accepted with a reason", "{count} accepted with a reason", accepted)
    return replace(point, said=said, value=str(accepted))


def _topics(tx: Transaction, edition: Edition, found: ToldApart) -> list[Point]:
    """Return what the checks say, topic by topic: sure and likely findings wait for somebody's decision."""
    points = []
    for topic, open_ones in by_topic(found.undecided, found.kinds).items():
        point = Point(f"{TOPIC}{topic}", TOPICS[topic], is_met=not open_ones, is_advice=True)
        if open_ones:
            numbers = sorted({finding.number for finding in open_ones})
            said = counted(
                "{count} finding is undecided: segment {shown}",
                "{count} findings are undecided: segments {shown}",
                len(open_ones),
                shown=shown_numbers(numbers),
            )
            target = tx.contents.target_at(edition.id, numbers[0])
            point = replace(point, said=said, value=str(len(open_ones)), target_id=target)
        points.append(point)
    return points


def _standing(tx: Transaction, edition: Edition, digest: str = "") -> list[Point]:
    """Return every point but the findings, which take the longest to know."""
    unfinished_now = {reason.code: reason for reason in unfinished(tx, edition)}
    return [
        _approved(edition),
        *_unchanged(tx, edition, digest),
        *_four_eyes(tx, edition),
        _point("translated", say("Every segment has its text"), unfinished_now.get("untranslated")),
        _point("confirmed", say("Every segment is confirmed"), unfinished_now.get("unconfirmed")),
        _point("comments", say("No open comments"), open_comments(tx, edition)),
        *_fields(tx, edition),
        _embargo(tx, edition),
        _glyphs(tx, edition),
    ]


def advice(tx: Transaction, edition: Edition, digest: str = "") -> list[Point]:
    """Return what else a careful editor does before publishing, with its state now; nothing of it is refused."""
    digest = digest or current_digest(tx, edition)
    return [
        *_alternatives(tx, edition),
        *_deed(tx, edition, Deed.LINK, say("Source address opens and is the right article"), digest),
        *_deed(tx, edition, Deed.REPORT, say("Report of findings is filed"), digest),
        *_deed(tx, edition, Deed.PREVIEW, say("Preview was read"), digest),
    ]


def _alternatives(tx: Transaction, edition: Edition) -> list[Point]:
    photos = tx.articles.photos(edition.article_id)
    if not photos:
        return []
    point = Point(
        "alternatives", say("Every photo has an alternative text of its own"), is_met=True, is_advice=True
    )
    missing = _photos_without(tx, edition, photos, SegmentKind.ALT)
    if not missing:
        return [point]
    said = counted(
        "The caption stands in for the alternative text of photo {numbers}.",
        "The captions stand in for the alternative texts of photos {numbers}.",
        len(missing),
        numbers=listed(missing),
    )
    return [replace(point, is_met=False, said=said)]


def _photos_without(
    tx: Transaction, edition: Edition, photos: Sequence[Photo], kind: SegmentKind
) -> list[int]:
    """Return the numbers, from 1, of the photos without text of a kind."""
    have = {photo_id for photo_id, text in tx.contents.of_kind(edition.id, kind) if text.strip()}
    return [number for number, photo in enumerate(photos, start=1) if photo.id not in have]


def _deed(tx: Transaction, edition: Edition, deed: Deed, name: str, digest: str) -> list[Point]:
    if deed is Deed.LINK and not edition.source_address:
        return []  # its field is a point already
    point = Point(deed.name.lower(), name, is_met=False, is_advice=True)
    done = attested(tx, edition, deed, digest)
    if done is None:
        return [replace(point, said=say("not done for what stands now"))]
    said = done.said(ZoneInfo(tx.options.get("time_zone")))
    return [replace(point, is_met=not done.fault, said=said, value=done.fault)]


def gate_reasons(tx: Transaction, edition: Edition, found: ToldApart, digest: str) -> list[Reason]:
    """Return every reason why an edition cannot be published now.

    `found` is what the checks say of the text as it stands, `digest` is its digest.
    """
    return _reasons(_asked(tx, edition, found, digest))


def reasons_meanwhile(tx: Transaction, edition: Edition, digest: str) -> list[Reason]:
    """Return what stands in the way now of an edition whose text went through the gate a moment ago.

    `digest` is that of the text as it stands in this transaction. The findings are those of the same
    digest, so they are not looked for a second time.
    """
    return _reasons(_standing(tx, edition, digest))


def _reasons(points: list[Point]) -> list[Reason]:
    return [Reason(point.code, verbatim(point.said)) for point in points if not point.is_met]


def _point(key: str, name: str, reason: Reason | None) -> Point:
    if reason is None:
        return Point(key, name, is_met=True)
    return Point(key, name, is_met=False, said=reason.message, code=reason.code)


def _approved(edition: Edition) -> Point:
    reason = None
    if edition.stage not in {Stage.APPROVED, Stage.PUBLISHED}:
        said = say("The edition is {stage}; a reviewer has to approve it first.", stage=edition.stage)
        reason = Reason("not-approved", said)
    return _point("approved", say("Approved by a reviewer"), reason)


def _unchanged(tx: Transaction, edition: Edition, digest: str = "") -> list[Point]:
    """Say whether the text is the approved one; a stage alone is no approval, whoever wrote it into the library."""
    approval = tx.reviews.final_approval(edition.id, edition.number)
    reason = None
    if approval is None and edition.stage not in {Stage.APPROVED, Stage.PUBLISHED}:
        return []
    if approval is None:
        said = say("No approval of this version is kept. Reopen the review and have it approved.")
        reason = Reason("not-approved", said)
    elif approval.digest != (digest or current_digest(tx, edition)):
        said = say(
            "The text, its source or the translators' credit differs from what was approved. Have it approved again."
        )
        reason = Reason("changed-since-approval", said)
    return [_point("unchanged", say("Approved text is unchanged since approval"), reason)]


def _four_eyes(tx: Transaction, edition: Edition) -> list[Point]:
    """Say whose eyes they were; one's own work passes only where the library's setting allowed it."""
    approval = tx.reviews.final_approval(edition.id, edition.number)
    if approval is None:
        return []
    if approval.is_self_approval:
        said = say("approved by one of its own translators, as the library's setting allows")
        return [Point("own-work", say("Approved by one of its own translators"), is_met=True, said=said)]
    return [Point("four-eyes", say("Translator and reviewer are different people"), is_met=True)]


def required_fields(tx: Transaction, edition: Edition) -> dict[str, str]:
    """Return the fields this page needs with what they hold now."""
    photos = tx.articles.photos(edition.article_id)
    has_picture = bool(photos or tx.contents.of_kind(edition.id, SegmentKind.CAPTION))
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
    if photos:
        without = _photos_without(tx, edition, photos, SegmentKind.CAPTION)
        fields["caption"] = "" if without else str(len(photos))
    return fields


def _fields(tx: Transaction, edition: Edition) -> list[Point]:
    waived = {w.what: w for w in tx.reviews.waivers(edition.id) if w.target_id is None and not w.signature}
    names = tx.people.names()
    points = []
    for field, value in required_fields(tx, edition).items():
        point = Point(
            f"field:{field}",
            _GIVEN[field],
            is_met=True,
            field=field,
        )
        if field == "source_address" and value.strip() and not safe_link(value):
            said = say("{value} is no web address. It has to begin with https:// or http://.", value=value)
            points.append(replace(point, is_met=False, said=said, value=value, code="missing-field"))
        elif value.strip():
            points.append(replace(point, said=value, value=value))
        elif field in waived:
            reason, who = waived[field].reason, names[waived[field].person_id]
            points.append(
                replace(
                    point,
                    said=say("missing, accepted by {who}: {reason}", who=who, reason=reason),
                    waived=reason,
                )
            )
        else:
            said = say(
                "The {field} is missing. Fill it in, or have an editor accept the gap with a reason.",
                field=FIELD_NAMES[field],
            )
            points.append(replace(point, is_met=False, said=said, code="missing-field"))
    return points


def _embargo(tx: Transaction, edition: Edition) -> Point:
    reason = None
    if edition.embargo is not None and edition.embargo > now():
        zone = tx.options.get("time_zone")
        local = edition.embargo.astimezone(ZoneInfo(zone))
        said = say("There is an embargo until {local:%Y-%m-%d %H:%M} ({zone}).", local=local, zone=zone)
        reason = Reason("embargo", said)
    return _point("embargo", say("No embargo runs"), reason)


def _glyphs(tx: Transaction, edition: Edition) -> Point:
    characters: set[str] = set()
    for text in tx.contents.texts(edition.id):
        characters.update(text)
    missing = sorted(missing_glyphs("".join(characters)))
    reason = None
    if missing:
        shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:8])
        reason = Reason(
            "missing-glyph", say("No font of the page shows {shown}. Replace these characters.", shown=shown)
        )
    return _point("glyphs", say("Every character can be shown"), reason)
