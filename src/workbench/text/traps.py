"""Strings with numeral characters that are no quantities, and set phrases with a value of their own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.resources import resource
from workbench.text.units import chinese_unit_after

_NUMERALS = frozenset("0123456789零〇一二两三四五六七八九十百千万亿")
_GLUE_BEFORE = _NUMERALS | frozenset("几余多第数.")
_GLUE_AFTER = _NUMERALS | frozenset("%")
_IDIOMS = ("退一万步", "一千个一万个", "十万八千里", "百分之百地", "一五一十", "八九不离十")
"""Figures of speech beside the list of the catalogue."""

_GLOSS = re.compile(r"（(.+?)）$")
_HOLIDAY = re.compile(r"[”’\"']|[（(]假期[）)]|假期|黄金周|长假|小长假|期间|国庆")


@dataclass(frozen=True, slots=True)
class Trap:
    """One entry of the trap list; `expect` are the English forms of its own value, any of which will do."""

    text: str
    expect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrapPlace:
    """A trap found in a text."""

    trap: Trap
    start: int
    end: int


@cache
def shipped_traps() -> tuple[Trap, ...]:
    """Return the trap list that ships with the program (`traps.json`)."""
    rows = json.loads(resource("traps.json").read_text("utf-8"))
    listed = tuple(Trap(_GLOSS.sub("", row["zh"]), tuple(map(str, row["expect"]))) for row in rows)
    return (*listed, *map(Trap, _IDIOMS))


@dataclass(frozen=True, slots=True)
class TrapTable:
    """The traps by string, with the sizes that occur for each first character."""

    by_text: dict[str, Trap]
    sizes: dict[str, tuple[int, ...]]
    starts: re.Pattern[str]


@lru_cache(maxsize=8)
def trap_table(own: tuple[str, ...] = ()) -> TrapTable:
    """Return the shipped traps and the house's `own` ones, ready for searching."""
    traps = {trap.text: trap for trap in (*shipped_traps(), *(Trap(text) for text in own if text))}
    sizes: dict[str, set[int]] = {}
    for text in traps:
        sizes.setdefault(text[0], set()).add(len(text))
    starts = re.compile("[" + "".join(map(re.escape, sizes)) + "]")
    return TrapTable(traps, {c: tuple(sorted(found, reverse=True)) for c, found in sizes.items()}, starts)


def find_traps(text: str, left: str, own: tuple[str, ...] = ()) -> list[TrapPlace]:
    """Return the traps of `left` (what earlier steps did not consume), longest first at each place."""
    table = trap_table(own)
    places: list[TrapPlace] = []
    for hit in table.starts.finditer(left):
        start = hit.start()
        if places and start < places[-1].end:
            continue
        for size in table.sizes[hit[0]]:
            trap = table.by_text.get(left[start : start + size])
            if (
                trap
                and len(trap.text) == size
                and start + size <= len(text)
                and not _is_glued(text, start, start + size, trap.text)
            ):
                places.append(TrapPlace(trap, start, start + size))
                break
    return places


def find_idioms(text: str, own: tuple[str, ...] = ()) -> list[TrapPlace]:
    """Return the traps of four characters and more without a value of their own: they precede all patterns."""
    return [
        place for place in find_traps(text, text, own) if len(place.trap.text) > 3 and not place.trap.expect
    ]


def _is_glued(text: str, start: int, end: int, trap: str) -> bool:
    """Whether the place belongs to a larger number (250余万千瓦) or measure (三公里) instead."""
    if trap[0] in _NUMERALS and start and text[start - 1] in _GLUE_BEFORE:
        return True
    if trap[0] in "千万百亿" and start and text[start - 1] in "几余多":
        return True
    if trap[-1] in _NUMERALS and text[end : end + 1] in _GLUE_AFTER and end < len(text):
        return True
    if trap == "十分" and text[end : end + 1] in ("钟", "之"):
        return True
    if trap == "四周" and text[end : end + 1] in ("后", "内", "前", "时"):
        return True
    if trap == "十一" and not _HOLIDAY.match(text, end) and not text.endswith("国庆", 0, start):
        return True
    if trap == "一点" and text[end : end + 1] in "零一二三四五六七八九":
        return end < len(text)
    return _is_measure(text, start, end)


def _is_measure(text: str, start: int, end: int) -> bool:
    place = start
    while place < end and text[place] in _NUMERALS:
        place += 1
    if place == start or place >= end:
        return False
    unit, unit_end = chinese_unit_after(text, place)
    return bool(unit) and unit_end > end
