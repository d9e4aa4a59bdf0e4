"""Which English token may stand for which Chinese one: dictionary, term base, numbers and names.

A strength of 1 says the two always translate each other, 0 that nothing is known.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from workbench.memory.align.tokens import english_tokens
from workbench.text.lexicon import equivalents, inner_equivalents, syllables
from workbench.text.stems import stem

_WRITTEN_WORD = re.compile(r"[A-Za-z][a-z’']*")
LONGEST_NAME = 4
"""Characters of the longest Chinese word compared by sound."""


class Suggestions:
    """Pairs of tokens that may translate each other, as three lists; a pair may come more than once."""

    def __init__(self) -> None:
        self.chinese: list[int] = []
        self.english: list[int] = []
        self.strengths: list[float] = []

    def add(self, number: int, english: Sequence[int], strengths: Sequence[float]) -> None:
        """Add the English tokens that may translate one Chinese token."""
        self.chinese += [number] * len(english)
        self.english += english
        self.strengths += strengths


def suggested_pairs(
    chinese: Iterable[str],
    *,
    english: Mapping[str, int],
    names: frozenset[str],
    terms: Mapping[str, Sequence[str]],
) -> Suggestions:
    """Return the pairs of tokens that may translate each other.

    `english` numbers the English tokens, `names` holds those that are likely names, and `terms` gives the English
    forms of Chinese terms. Chinese tokens are numbered in the order given.
    """
    found = Suggestions()
    spelt = {name: english[name] for name in names if name in english}
    beginnings = {name[:end] for name in spelt for end in range(1, len(name) + 1)}
    inner: dict[str, tuple[list[int], list[float]]] = {}
    for number, word in enumerate(chinese):
        if word[0] in "#=":
            token = word.removeprefix("=")
            if token in english:
                found.add(number, [english[token]], [1.0])
            continue
        found.add(number, *equivalents(word, english))
        for character in word:
            if character not in inner:
                inner[character] = inner_equivalents(character, english)
            found.add(number, *inner[character])
        if len(word) <= LONGEST_NAME:
            for spelling, strength in _spellings(word, beginnings):
                if spelling in spelt:
                    found.add(number, [spelt[spelling]], [strength])
        for form in terms.get(word, ()):
            tokens = english_tokens(form)
            known = [english[token] for token in tokens if token in english]
            found.add(number, known, [1 / math.sqrt(len(tokens))] * len(known))
    return found


def _spellings(word: str, beginnings: AbstractSet[str]) -> Iterator[tuple[str, float]]:
    """Yield how a Chinese name, or a part of it, may be spelt in English, and how surely that is the word.

    Only spellings that begin some name are followed.
    """
    for start in range(len(word)):
        runs = [""]
        for end in range(start, min(len(word), start + 3)):
            runs = [
                run + syllable
                for run in runs
                for syllable in syllables(word[end])
                if run + syllable in beginnings
            ]
            for run in runs:
                alone = 0.7 if len(word) == 1 or len(run) > 3 else 0.5
                yield run, 1.0 if end > start else alone


class Capitals:
    """Counts how English words are written, to tell names."""

    def __init__(self) -> None:
        self._written: Counter[str] = Counter()

    def count(self, sentences: Iterable[str]) -> None:
        """Take the words of some sentences in."""
        self._written.update(_WRITTEN_WORD.findall("\n".join(sentences)))

    def likely_names(self) -> frozenset[str]:
        """Return the words, and their stems, written with a capital oftener than without."""
        capital: Counter[str] = Counter()
        small: Counter[str] = Counter()
        for word, count in self._written.items():
            (capital if word[0].isupper() else small)[word.lower()] += count
        names = [word for word, count in capital.items() if count > small[word]]
        return frozenset(form for word in names for form in (word, stem(word)))
