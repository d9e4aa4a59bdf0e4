"""What words of one language most likely stand for in the other side of the pairs in which they were found.

Three things speak for a word of the other side: the term base, the dictionary, and its company: it stands in many
of the pairs that have the query, and in few of the others. The stretch of words with the best sum is the answer;
where nothing speaks clearly for any, none is marked.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workbench.text.lexicon import equivalents
from workbench.text.stems import stem
from workbench.text.tokens import CHINESE_STOP, ENGLISH_STOP, chinese_tokens, cut_chinese
from workbench.text.words import has_han

Span = tuple[int, int]

LEAST = 0.3
"""What must speak for a word before it is worth having in the stretch."""
STOP_COST = 0.15
"""What a function word inside the stretch costs."""
ALONE = 0.3
"""How much company counts for words the dictionary does not support, beside one that it does."""
FEW = 3
"""Of so few pairs company says nothing."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class _Unit(NamedTuple):
    """A word of the other side: where it stands, and the form it is compared by ("" for a function word)."""

    start: int
    end: int
    key: str


def likely_equivalents(
    query: str, others: Sequence[str], *, background: Iterable[str] = (), known: Sequence[str] = ()
) -> list[Span | None]:
    """Return for each other side (of the pairs with the query) where its likely equivalent stands.

    `background` are other sides of pairs without the query, `known` forms that the term base gives for it.
    """
    cut = [_units(text) for text in others]
    company = _company([{unit.key for unit in units} for units in cut], background)
    spans: list[Span | None] = []
    for text, units in zip(others, cut, strict=True):
        known_span = _known_span(text, known)
        spans.append(known_span or _best_stretch(units, _Worth(query, company)))
    return spans


def _units(text: str) -> list[_Unit]:
    return list(_chinese_units(text) if has_han(text) else _english_units(text))


def _english_units(text: str) -> Iterator[_Unit]:
    for match in _WORD.finditer(text):
        word = match[0].lower()
        yield _Unit(match.start(), match.end(), "" if word in ENGLISH_STOP else stem(word))


def _chinese_units(text: str) -> Iterator[_Unit]:
    at = 0
    for word in cut_chinese(text):
        start = text.find(word, at)
        at = start + len(word)
        if has_han(word) or word.isalnum():
            yield _Unit(start, at, "" if word in CHINESE_STOP else word)


def _company(found: Sequence[set[str]], background: Iterable[str]) -> dict[str, float]:
    """Return for each word how much its company with the query says, 0 to 1."""
    if len(found) < FEW:
        return {}
    elsewhere: Counter[str] = Counter()
    count = 0
    for text in background:
        count += 1
        elsewhere.update({unit.key for unit in _units(text)})
    here = Counter(key for keys in found for key in keys if key)
    most = math.log(2 * (count + 1))
    said = {}
    for key, met in here.items():
        share, usual = met / len(found), (elsewhere[key] + 0.5) / (count + 1)
        if share > usual and most > 0:
            said[key] = share * math.log(share / usual) / most
    return said


class _Worth:
    """How much speaks for a word being part of the equivalent."""

    def __init__(self, query: str, company: dict[str, float]) -> None:
        self._company = company
        self._is_chinese = has_han(query)
        self._tokens = [token.lstrip("#=") for token in chinese_tokens(query)] if self._is_chinese else []
        self._stems = {stem(word.lower()): place for place, word in enumerate(_WORD.findall(query))}

    def of_all(self, keys: Sequence[str]) -> list[float]:
        """Return 0 to 2 for each word: what the dictionary says for it and what its company does."""
        supported = [self._dictionary(key) if key else 0.0 for key in keys]
        weight = ALONE if any(supported) else 1.0
        return [
            support + self._company.get(key, 0.0) * (1.0 if support else weight)
            for key, support in zip(keys, supported, strict=True)
        ]

    def _dictionary(self, key: str) -> float:
        if self._is_chinese:
            strengths = [equivalents(token, {key: 0})[1] for token in self._tokens]
            is_same = key in self._tokens
        else:
            strengths = [equivalents(key, self._stems)[1]]
            is_same = key in self._stems
        return max((strength for found in strengths for strength in found), default=1.0 if is_same else 0.0)


def _best_stretch(units: Sequence[_Unit], worth: _Worth) -> Span | None:
    """Return the stretch with the greatest sum (Kadane's algorithm), None when nothing speaks for any word."""
    best, best_sum = None, 0.0
    start, total = 0, 0.0
    worths = worth.of_all([unit.key for unit in units])
    for place, unit in enumerate(units):
        if total <= 0:
            start, total = place, 0.0
        total += worths[place] - LEAST if unit.key else -STOP_COST
        if total > best_sum and unit.key:
            best, best_sum = (units[start].start, unit.end), total
    return best


def _known_span(text: str, known: Sequence[str]) -> Span | None:
    """Return where the longest known form stands, as whole words."""
    for form in sorted(known, key=len, reverse=True):
        edge = "" if has_han(form) else r"\b"
        match = re.search(edge + re.escape(form) + edge, text, re.IGNORECASE) if form else None
        if match is not None:
            return match.span()
    return None
