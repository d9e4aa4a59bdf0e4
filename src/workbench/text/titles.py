"""Offices and titles in Chinese: where they stand, what modifies them, how English heads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.text.tables import rows
from workbench.text.terms import TermFinder, TermHit


@dataclass(frozen=True, slots=True)
class Office:
    """A title as the table has it: its Chinese and the beginnings of the English words that head it."""

    sources: tuple[str, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A title in a text: offsets of the office, and the modifiers that stand before it (副, 常务, 代 …)."""

    start: int
    end: int
    office: Office
    modifiers: tuple[str, ...]


_BEFORE = re.compile(
    r"(常务副|副|(?<![替时世现取年生当历近古朝换末每下上几一二三四五六七八九十])代(?!表)|候补|名誉|荣誉|(?<![以之目提空跟眼])前|原|(?:时任))$"
)
_DEPUTY_INSIDE = re.compile(
    r"(?:省委|市委|县委|区委|州委|党组|党委|工委|党支部|支部|总)?(常务副|副)(?:总|党组|党委)?$"
)


@lru_cache(maxsize=64)
def find_titles(text: str) -> tuple[TitleSpan, ...]:
    """Return the titles of a text, the longest at each place, with their modifiers."""
    return tuple(_with_modifiers(text, hit) for hit in _finder().find(text))


def _with_modifiers(text: str, hit: TermHit[Office]) -> TitleSpan:
    modifiers: list[str] = []
    start = hit.start
    while found := _BEFORE.search(text, max(0, start - 3), start):
        modifiers.append(found[1])
        start = found.start()
        if len(modifiers) == 3:
            break
    if not modifiers and (inside := _DEPUTY_INSIDE.search(text, max(0, start - 8), start)):
        modifiers.append(inside[1])
        start = inside.start()
    return TitleSpan(start, hit.end, hit.entry, tuple(reversed(modifiers)))


@cache
def _finder() -> TermFinder[Office]:
    return TermFinder(
        Office((row[0],), tuple(head for head in row[1].split("|") if head)) for row in rows("titles")
    )
