"""Which English token may stand for which Chinese one: dictionary, term base, numbers and names.

A strength of 1 says the two always translate each other, 0 that nothing is known.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from workbench.memory.align.tokens import english_tokens
from workbench.text.lexicon import equivalents
from workbench.text.stems import stem

LONGEST_NAME = 4
"""Characters of the longest Chinese word compared by sound."""


def suggested_pairs(
    chinese: Iterable[str],
    *,
    english: Mapping[str, int],
    capitalised: frozenset[str],
    terms: Mapping[str, Sequence[str]],
) -> Iterator[tuple[int, int, float]]:
    """Yield (Chinese number, English number, strength) for every pair of tokens that may translate each other.

    `english` numbers the English tokens, `capitalised` holds those that are likely names, and `terms` gives
    the English forms of Chinese terms. Chinese tokens are numbered in the order given.
    """
    for number, word in enumerate(chinese):
        found = {word.removeprefix("="): 1.0} if word[0] in "#=" else _word_strengths(word)
        if word[0] not in "#=":
            _take_larger(found, _name_strengths(word, capitalised))
            _take_larger(found, _term_strengths(terms.get(word, ())))
        for token, strength in found.items():
            place = english.get(token)
            if place is not None:
                yield number, place, strength


def _take_larger(strengths: dict[str, float], others: Mapping[str, float]) -> None:
    for token, strength in others.items():
        if strength > strengths.get(token, 0.0):
            strengths[token] = strength


def _word_strengths(word: str) -> dict[str, float]:
    strengths = dict(equivalents(word).stems)
    for character in word:
        _take_larger(strengths, equivalents(character).inner_stems)
    return strengths


def _name_strengths(word: str, capitalised: frozenset[str]) -> dict[str, float]:
    """Return the capitalised English words that spell the Chinese one, or a part of it, in pinyin."""
    strengths: dict[str, float] = {}
    if len(word) <= LONGEST_NAME:
        for spelling, count in _spellings(word).items():
            if spelling in capitalised:
                alone = 0.7 if len(word) == 1 or len(spelling) > 3 else 0.5
                strengths[spelling] = 1.0 if count > 1 else alone
    return strengths


@cache
def _spellings(word: str) -> Mapping[str, int]:
    """Return how a Chinese name or a part of it may be spelt in English, with the characters each takes."""
    found: dict[str, int] = {}
    for start in range(len(word)):
        runs = [""]
        for end in range(start, min(len(word), start + 3)):
            runs = [run + reading for run in runs for reading in equivalents(word[end]).syllables][:12]
            for run in runs:
                found[run] = max(found.get(run, 0), end - start + 1)
    return found


def _term_strengths(forms: Iterable[str]) -> dict[str, float]:
    strengths: dict[str, float] = {}
    for form in forms:
        tokens = english_tokens(form)
        _take_larger(strengths, dict.fromkeys(tokens, 1 / math.sqrt(len(tokens) or 1)))
    return strengths


def likely_names(sentences: Iterable[str]) -> frozenset[str]:
    """Return the words, and their stems, written with a capital oftener than without."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for sentence in sentences:
        for word in re.findall(r"[A-Za-z][a-z’']*", sentence):
            (capital if word[0].isupper() else small)[word.lower()] += 1
    return frozenset(form for word, count in capital.items() if count > small[word] for form in (word, stem(word)))
