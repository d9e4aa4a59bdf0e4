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
    names: frozenset[str],
    terms: Mapping[str, Sequence[str]],
) -> Iterator[tuple[int, int, float]]:
    """Yield (Chinese number, English number, strength) for pairs of tokens that may translate each other.

    `english` numbers the English tokens, `names` holds those that are likely names, and `terms` gives the English
    forms of Chinese terms. Chinese tokens are numbered in the order given. A pair may come more than once.
    """
    spelt = {name: english[name] for name in names if name in english}
    inner: dict[str, list[tuple[int, float]]] = {}
    for number, word in enumerate(chinese):
        if word[0] in "#=":
            place = english.get(word.removeprefix("="))
            if place is not None:
                yield number, place, 1.0
            continue
        for token, strength in equivalents(word).stems:
            place = english.get(token)
            if place is not None:
                yield number, place, strength
        for character in word:
            if character not in inner:
                stems = equivalents(character).inner_stems
                inner[character] = [
                    (english[token], strength) for token, strength in stems if token in english
                ]
            for place, strength in inner[character]:
                yield number, place, strength
        if len(word) <= LONGEST_NAME:
            for spelling in _spellings(word).keys() & spelt.keys():
                yield number, spelt[spelling], _likeness(word, spelling)
        for form in terms.get(word, ()):
            tokens = english_tokens(form)
            for token in tokens:
                if token in english:
                    yield number, english[token], 1 / math.sqrt(len(tokens))


def _likeness(word: str, spelling: str) -> float:
    """Return how surely an English name that spells a Chinese word, or a part of it, is that word."""
    if _spellings(word)[spelling] > 1:
        return 1.0
    return 0.7 if len(word) == 1 or len(spelling) > 3 else 0.5


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


def likely_names(sentences: Iterable[str]) -> frozenset[str]:
    """Return the words, and their stems, written with a capital oftener than without."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for sentence in sentences:
        for word in re.findall(r"[A-Za-z][a-z’']*", sentence):
            (capital if word[0].isupper() else small)[word.lower()] += 1
    return frozenset(
        form for word, count in capital.items() if count > small[word] for form in (word, stem(word))
    )
