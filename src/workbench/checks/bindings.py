"""Which number belongs to which words: the nouns around a figure, looked for around both figures of the English.

FACTS.md 2.16: two numbers are bound to the nearest words on either side, and the bindings are compared. The
dictionary says which English stems a Chinese word may stand for; without a hit nothing is decided.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from workbench.checks.matching import Match
from workbench.text.lexicon import equivalents, longest_word
from workbench.text.stems import stem

_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
_STOP = re.compile(r"[，。；！？、：]")
_BEFORE, _AFTER = 14, 10
"""Chinese characters looked at before and after a figure, up to the next stop."""

_SURE = 0.25
"""Weaker equivalents than this say nothing."""


def votes(first: Match, second: Match, source: str, target: str) -> tuple[float, float]:
    """Return how the words around each of two numbers bind it: above 0 as the draft has it, below 0 to the other."""
    stems, numbers = _stems(target)
    mine, other = _words_around(first, source), _words_around(second, source)
    shared = mine & other
    return (
        sum(_vote(word, first, second, stems, numbers) for word in mine - shared),
        sum(_vote(word, second, first, stems, numbers) for word in other - shared),
    )


def _words_around(match: Match, source: str) -> set[str]:
    before = _STOP.split(source[max(0, match.fact.start - _BEFORE) : match.fact.start])[-1]
    after = _STOP.split(source[match.fact.end : match.fact.end + _AFTER])[0]
    return _words(before) | _words(after)


def _words(text: str) -> set[str]:
    found, place = set(), 0
    while place < len(text):
        word = longest_word(text[place : place + 6])
        if len(word) > 1:
            found.add(word)
        place += max(len(word), 1)
    return found


@lru_cache(maxsize=8)
def _stems(target: str) -> tuple[dict[int, list[int]], dict[str, int]]:
    """Return where each stem of a text stands, and the number of each stem."""
    numbers: dict[str, int] = {}
    places: defaultdict[int, list[int]] = defaultdict(list)
    for match in _WORD.finditer(target):
        number = numbers.setdefault(stem(match[0].lower()), len(numbers))
        places[number].append(match.start())
    return dict(places), numbers


def _vote(word: str, own: Match, other: Match, stems: dict[int, list[int]], numbers: dict[str, int]) -> float:
    """Return for which of two figures of the draft a Chinese word speaks, and how strongly."""
    strengths = {
        number: strength
        for number, strength in zip(*equivalents(word, numbers), strict=True)
        if strength >= _SURE
    }
    if not strengths:
        return 0.0
    best = max(strengths, key=lambda number: strengths[number])
    here = min(_distance(place, own) for place in stems[best])
    there = min(_distance(place, other) for place in stems[best])
    if abs(here - there) < 8 or min(here, there) > 60:
        return 0.0
    return strengths[best] if here < there else -strengths[best]


def _distance(place: int, match: Match) -> int:
    return max(match.item.start - place, place - match.item.end, 0)
