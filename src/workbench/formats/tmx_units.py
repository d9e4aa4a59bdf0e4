"""The pairs of a TMX file, and how one pair of languages is picked out of a unit of many."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from workbench.formats.tmx_events import RawUnit, Variant

_THREE_LETTERS = {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en", "fra": "fr", "fre": "fr", "deu": "de"}


class TmxUnit(NamedTuple):
    """One pair of a memory: plain texts, and what the file says about them.

    `source_markup` and `target_markup` are the contents of `<seg>` as XML where it has inline elements,
    "" where it is plain text. `line` is the line of `<tu>` in the file, from 1 (0 = not from a file).
    Times are in UTC; None when absent or malformed. `attributes` are what else the tags say: where (`tu`, `source`
    or `target`), name and value.
    """

    source: str
    target: str
    source_language: str = "zh"
    target_language: str = "en"
    line: int = 0
    unit_id: str = ""
    created: datetime | None = None
    created_by: str = ""
    changed: datetime | None = None
    changed_by: str = ""
    props: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    source_markup: str = ""
    target_markup: str = ""
    attributes: tuple[tuple[str, str, str], ...] = ()


def primary_language(tag: str) -> str:
    """Return the primary subtag of a language tag in lower case: `zh` for zh-CN, zh_Hans and cmn."""
    primary = tag.replace("_", "-").partition("-")[0].strip().lower()
    return _THREE_LETTERS.get(primary, primary)


class Side:
    """One side of the wanted pair: how well a language tag fits it."""

    def __init__(self, tag: str) -> None:
        self.tag = tag.replace("_", "-").lower()
        self.primary = primary_language(tag)
        self._known: dict[str, int] = {}

    def rank(self, tag: str) -> int:
        """Return 0 for another language, 1 for the language, 2 for the very tag (or simplified Chinese)."""
        rank = self._known.get(tag)
        if rank is None:
            rank = self._known[tag] = self._compare(tag.replace("_", "-").lower())
        return rank

    def _compare(self, tag: str) -> int:
        if primary_language(tag) != self.primary:
            return 0
        is_traditional = any(mark in tag for mark in ("hant", "-tw", "-hk", "-mo"))
        return 1 if is_traditional and self.tag == "zh" else 2 if self.tag in (tag, self.primary) else 1


class LanguagePair:
    """Picks the wanted pair out of units; the direction is the caller's, whatever the file says."""

    def __init__(self, source: str, target: str) -> None:
        self.source = Side(source)
        self.target = Side(target)

    def pick(self, raw: RawUnit) -> list[TmxUnit]:
        """Return the best source with each different target; [] when one of them is missing or blank."""
        best: Variant | None = None
        best_rank = 0
        targets: dict[str, Variant] = {}
        for variant in raw.variants:
            if not variant.text or variant.text.isspace():
                continue
            if (rank := self.source.rank(variant.language)) > best_rank:
                best, best_rank = variant, rank
            elif self.target.rank(variant.language):
                targets.setdefault(variant.text, variant)
        if best is None:
            return []
        return [_unit(raw, best, target) for target in targets.values()]


def _unit(raw: RawUnit, source: Variant, target: Variant) -> TmxUnit:
    said = Facts.of(raw.attributes, target.attributes)
    return TmxUnit(
        source.text,
        target.text,
        source.language,
        target.language,
        raw.line,
        raw.attributes.get("tuid", ""),
        *said,
        tuple(raw.props),
        tuple(raw.notes),
        source.markup,
        target.markup,
        other_attributes(raw.attributes, source.attributes, target.attributes),
    )


class Facts(NamedTuple):
    """Who made and changed a unit, and when: what the target says, else what the unit says."""

    created: datetime | None = None
    created_by: str = ""
    changed: datetime | None = None
    changed_by: str = ""

    @classmethod
    def of(cls, unit: Mapping[str, str], target: Mapping[str, str]) -> Facts:
        """Read the facts from the attributes of a unit and of its target."""
        return cls(
            read_time(target.get("creationdate") or unit.get("creationdate")),
            target.get("creationid") or unit.get("creationid", ""),
            read_time(target.get("changedate") or unit.get("changedate")),
            target.get("changeid") or unit.get("changeid", ""),
        )


_FACTS = frozenset({"creationdate", "creationid", "changedate", "changeid"})
_OF_UNIT = _FACTS | {"tuid"}


def other_attributes(
    unit: Mapping[str, str], source: Mapping[str, str], target: Mapping[str, str]
) -> tuple[tuple[str, str, str], ...]:
    """Return what the tags of a unit and its two sides say beside the facts that a unit has fields for."""
    if not source and not target and unit.keys() <= _OF_UNIT:
        return ()
    found = [("tu", name, value) for name, value in unit.items() if name not in _OF_UNIT or name in target]
    found += [("source", name, value) for name, value in source.items()]
    found += [("target", name, value) for name, value in target.items() if name not in _FACTS]
    return tuple(found)


def read_time(text: str | None) -> datetime | None:
    """Read a TMX date (ISO 8601 basic, `YYYYMMDDThhmmssZ`); None when there is none or it is malformed."""
    if not text:
        return None
    try:
        if len(text) == 16 and text[8] == "T":
            return datetime(
                int(text[:4]), int(text[4:6]), int(text[6:8]), int(text[9:11]), int(text[11:13]), int(text[13:15]),
                tzinfo=UTC,
            )  # fmt: skip
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
