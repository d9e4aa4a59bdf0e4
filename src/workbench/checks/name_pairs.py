"""Pairing the personal names of both sides of a row, for every check that asks about people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.model.finding import Span
from workbench.model.passage import KnownName
from workbench.text.names import EnglishName, NameSpan, english_names, find_names, occurrences
from workbench.text.pinyin import is_pinyin


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese name and the English that stands for it: offsets on both sides."""

    start: int
    end: int
    english: EnglishName


@dataclass(frozen=True, slots=True)
class Names:
    """What the two sides of a row say about people, sorted out.

    `missing` are Chinese names without English, `extra` English names without Chinese, `decided` the
    places of names that the house has decided.
    """

    source: str
    target: str
    pairs: tuple[Pair, ...]
    missing: tuple[NameSpan, ...]
    extra: tuple[EnglishName, ...]
    decided: tuple[Span, ...] = ()


def sort_out(source: str, target: str, known: tuple[KnownName, ...] = ()) -> Names:
    """Pair the names of both sides; names the house has decided are left to their own test."""
    decided = [name for name in known if name.source and name.source in source]
    return _sorted_out(
        source, target, tuple(span for name in decided for span in _spans(source, name.source))
    )


@lru_cache(maxsize=32)
def _sorted_out(source: str, target: str, taken: tuple[Span, ...]) -> Names:
    """Pair what is left of both sides; several checks ask for the same row."""
    english = english_names(target)
    pairs: list[Pair] = []
    matched: set[EnglishName] = set()
    for name in english:
        for start, _, end in occurrences(name, source):
            if not overlaps(taken, start, end):
                pairs.append(Pair(start, end, name))
                matched.add(name)
    pairs = _longest(_whole(pairs, source, target))
    matched &= {pair.english for pair in pairs}
    spans = [(pair.start, pair.end) for pair in pairs]
    missing = [
        name
        for name in find_names(source)
        if not overlaps(spans, name.start, name.ends[-1]) and not overlaps(taken, name.start, name.ends[-1])
    ]
    extra = [name for name in english if name not in matched and not _is_part_of_match(name, matched)]
    return Names(source, target, tuple(pairs), tuple(missing), tuple(extra), taken)


def _whole(pairs: list[Pair], source: str, target: str) -> list[Pair]:
    """Leave out pairs that spell only the beginning of a name that goes on: Xu Da Zhe for 许达哲."""
    sure = {name.start: name.ends[0] for name in find_names(source) if name.is_sure}
    return [
        pair for pair in pairs if pair.end >= sure.get(pair.start, 0) or not goes_on(target, pair.english)
    ]


def goes_on(target: str, english: EnglishName) -> bool:
    """Tell whether another capitalised syllable follows the name."""
    following = re.match(r" ([A-Z][a-z]{1,5})\b", target[english.end :])
    return following is not None and is_pinyin(following[1])


def _longest(pairs: list[Pair]) -> list[Pair]:
    """Keep, of readings that overlap in the Chinese, the longer one."""
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda p: (p.start - p.end, p.start, p.english.start)):
        if all(
            pair.end <= other.start
            or other.end <= pair.start
            or (pair.start, pair.end) == (other.start, other.end)
            for other in kept
        ):
            kept.append(pair)
    return sorted(kept, key=lambda p: (p.start, p.english.start))


def _spans(text: str, part: str) -> list[Span]:
    start = text.find(part) if part else -1
    spans = []
    while start >= 0:
        spans.append((start, start + len(part)))
        start = text.find(part, start + len(part))
    return spans


def overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether any span shares a character with start to end."""
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _is_part_of_match(name: EnglishName, matched: set[EnglishName]) -> bool:
    return any(name.start < other.end and other.start < name.end for other in matched)
