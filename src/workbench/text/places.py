"""Places in China: which a Chinese text names, and how English writes them.

The divisions and their English come from resources/places.tsv (tools/places.py). Short forms (长沙 for
长沙市) are known for provinces and prefectures only: a county's is too often an ordinary word (和平, 新城).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.resources import resource
from workbench.text.pinyin import given_keys, spelling_key
from workbench.text.tables import rows
from workbench.text.terms import TermFinder

_GENERIC = re.compile(
    r"(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|新区|地区|省|盟|市|区|县|旗)$"
)


_OFTEN_MISREAD = frozenset(("乐清", "枞阳", "铅山", "番禺", "东阿", "盱眙", "荥阳", "邳州", "婺源"))
"""Counties known by their short form, too: no ordinary words, and often read wrongly."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its Chinese forms, its English core forms, best first, and its level (1 province … 3 county).

    `is_loose` marks names that are no pinyin and that English spells in several ways.
    """

    sources: tuple[str, ...]
    english: tuple[str, ...]
    level: int
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place named in a text."""

    start: int
    end: int
    place: Place


@lru_cache(maxsize=64)
def find_places(text: str) -> tuple[PlaceSpan, ...]:
    """Return the places a Chinese text names, the longest form at each spot."""
    hits = _finder().find(text)
    kept: dict[tuple[int, int], PlaceSpan] = {}
    for hit in hits:
        kept.setdefault((hit.start, hit.end), PlaceSpan(hit.start, hit.end, hit.entry))
    return tuple(span for span in kept.values() if not _is_part_of_word(text, span))


def english_keys(place: Place) -> frozenset[str]:
    """Return the spelling keys of all accepted English forms of a place."""
    return frozenset(spelling_key(form) for form in place.english)


def misreadings(place: Place) -> frozenset[str]:
    """Return the spelling keys that other readings of the characters would give (重庆 → zhongqing)."""
    core = _GENERIC.sub("", place.sources[0])
    return given_keys(core[:4]) - english_keys(place)


@cache
def known_places() -> dict[str, tuple[Place, ...]]:
    """Return provinces and prefectures by the spelling key of their English."""
    table: dict[str, tuple[Place, ...]] = {}
    for place in _places():
        if place.level <= 2:
            for key in english_keys(place):
                table[key] = (*table.get(key, ()), place)
    return table


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Return the spelling keys of places that one character can stand for (沪 → shanghai)."""
    return {
        row[0]: tuple(spelling_key(form) for form in row[1].split("|")) for row in rows("place-abbreviations")
    }


@cache
def _finder() -> TermFinder[Place]:
    return TermFinder(_places())


@cache
def _places() -> tuple[Place, ...]:
    found = []
    for line in resource("places.tsv").read_text(encoding="utf-8").splitlines():
        name, english, level, *loose = line.split("\t")
        found.append(Place(_forms(name, int(level)), tuple(english.split("|")), int(level), bool(loose)))
    return tuple(found)


def _forms(name: str, level: int) -> tuple[str, ...]:
    short = re.sub(r"(?:[\u4e00-\u9fff]{1,6}族)+$", "", _GENERIC.sub("", name))
    if (level == 3 and short not in _OFTEN_MISREAD) or len(short) < 2 or short in _everyday_words():
        return (name,)
    return (name, short)


def _is_part_of_word(text: str, span: PlaceSpan) -> bool:
    """Tell whether the hit is only a part of another word (东方 in 东方红, 海南 in 海南区)."""
    found = text[span.start : span.end]
    around = text[max(0, span.start - 2) : span.end + 3]
    return any(found in word and word in around for word in _longer_words().get(found, ()))


@cache
def _everyday_words() -> frozenset[str]:
    return frozenset(row[0] for row in rows("place-words") if len(row) == 1)


@cache
def _longer_words() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in rows("place-words") if len(row) > 1}
