"""Which English token may stand for which Chinese one: dictionary, term base, numbers and names.

A strength of 1 says the two always translate each other, 0 that nothing is known.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from workbench.memory.align.corpus import Floats, Ints
from workbench.memory.align.links import ranges
from workbench.text.lexicon import equivalents, inner_equivalents, syllables
from workbench.text.stems import stem
from workbench.text.tokens import english_tokens

_WRITTEN_WORD = re.compile(r"[A-Za-z][a-z’']*")
LONGEST_NAME = 4
"""Characters of the longest Chinese word compared by sound."""
MOST_SYLLABLES = 3
"""Characters of a word that make one written name together."""


class Suggestions:
    """Pairs of tokens that may translate each other; a pair may come more than once.

    Many Chinese tokens have the same part, so English tokens come in groups, each kept once.
    """

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._groups: list[int] = []
        self._sizes: list[int] = []
        self._english: list[int] = []
        self._strengths: list[float] = []

    def group(self, english: Sequence[int], strengths: Sequence[float]) -> int:
        """Take in English tokens with the strength of each; return the number of their group."""
        self._english += english
        self._strengths += strengths
        self._sizes.append(len(english))
        return len(self._sizes) - 1

    def add(self, number: int, group: int) -> None:
        """Say that the English tokens of a group may translate one Chinese token."""
        self._numbers.append(number)
        self._groups.append(group)

    def pairs(self) -> tuple[Ints, Ints, Floats]:
        """Return the numbers of the Chinese and the English token of each pair, and the strengths."""
        sizes, groups = np.array(self._sizes, np.int64), np.array(self._groups, np.int64)
        picks = ranges((np.cumsum(sizes) - sizes)[groups], sizes[groups])
        chinese = np.repeat(np.array(self._numbers, np.int64), sizes[groups])
        return chinese, np.array(self._english, np.int64)[picks], np.array(self._strengths, np.float32)[picks]


def suggested_pairs(
    chinese: Iterable[str],
    *,
    english: Mapping[str, int],
    names: frozenset[str],
    terms: Mapping[str, Sequence[str]],
) -> tuple[Ints, Ints, Floats]:
    """Return the pairs of tokens that may translate each other: their numbers, and the strengths.

    `english` numbers the English tokens, `names` holds those that are likely names, and `terms` gives the English
    forms of Chinese terms. Chinese tokens are numbered in the order given.
    """
    found = Suggestions()
    sounds = _Sounds({name: english[name] for name in names if name in english})
    inner: dict[str, int] = {}
    for number, word in enumerate(chinese):
        if word[0] in "#=":
            token = word.removeprefix("=")
            if token in english:
                found.add(number, found.group([english[token]], [1.0]))
            continue
        found.add(number, found.group(*equivalents(word, english)))
        for character in word:
            if character not in inner:
                inner[character] = found.group(*inner_equivalents(character, english))
            found.add(number, inner[character])
        if len(word) <= LONGEST_NAME:
            for name, strength in sounds.names_like(word):
                found.add(number, found.group([name], [strength]))
        for form in terms.get(word, ()):
            tokens = english_tokens(form)
            known = [english[token] for token in tokens if token in english]
            found.add(number, found.group(known, [1 / math.sqrt(len(tokens))] * len(known)))
    return found.pairs()


class _Sounds:
    """Finds names by how a Chinese one, or a part of it, may be spelt in English."""

    def __init__(self, spelt: Mapping[str, int]) -> None:
        self._spelt = spelt
        self._beginnings = {name[:end] for name in spelt for end in range(1, len(name) + 1)}
        self._begun: dict[str, list[str]] = {}

    def names_like(self, word: str) -> Iterator[tuple[int, float]]:
        """Yield the numbers of the names that sound like a word or a part of it, and how surely that is the word."""
        for start, first in enumerate(word):
            runs = self._begun.get(first)
            if runs is None:
                runs = self._begun[first] = [each for each in syllables(first) if each in self._beginnings]
            alone = [(run, 0.7 if len(word) == 1 or len(run) > 3 else 0.5) for run in runs]
            yield from ((self._spelt[run], strength) for run, strength in alone if run in self._spelt)
            for character in word[start + 1 : start + MOST_SYLLABLES]:
                if not runs:
                    break
                grown = [run + syllable for run in runs for syllable in syllables(character)]
                runs = [run for run in grown if run in self._beginnings]  # only what begins some name
                yield from ((self._spelt[run], 1.0) for run in runs if run in self._spelt)


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
