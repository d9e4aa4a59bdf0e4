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

    `english` numbers the English tokens, `names` holds those that are likely names, and `terms` gives the English
    forms of Chinese terms. Many Chinese tokens have the same part, so English tokens come in groups, each kept once.
    """

    def __init__(
        self, english: Mapping[str, int], *, names: frozenset[str], terms: Mapping[str, Sequence[str]]
    ) -> None:
        self._known = english
        self._terms = terms
        self._sounds = _Sounds({name: english[name] for name in names if name in english})
        self._inner: dict[str, int] = {}
        self._numbers: list[int] = []
        self._groups: list[int] = []
        self._sizes: list[int] = []
        self._english: list[int] = []
        self._strengths: list[float] = []

    def add(self, number: int, word: str) -> None:
        """Take in what may translate one Chinese token, which has this number."""
        known = self._known
        if word[0] in "#=":
            token = word.removeprefix("=")
            if token in known:
                self._pair(number, self._group([known[token]], [1.0]))
            return
        self._pair(number, self._group(*equivalents(word, known)))
        for character in word:
            group = self._inner.get(character)
            if group is None:
                group = self._inner[character] = self._group(*inner_equivalents(character, known))
            self._pair(number, group)
        if len(word) <= LONGEST_NAME:
            for name, strength in self._sounds.names_like(word):
                self._pair(number, self._group([name], [strength]))
        for form in self._terms.get(word, ()):
            tokens = english_tokens(form)
            found = [known[token] for token in tokens if token in known]
            self._pair(number, self._group(found, [1 / math.sqrt(len(tokens))] * len(found)))

    def pairs(self) -> tuple[Ints, Ints, Floats]:
        """Return the numbers of the Chinese and the English token of each pair, and the strengths."""
        sizes, groups = np.array(self._sizes, np.int64), np.array(self._groups, np.int64)
        picks = ranges((np.cumsum(sizes) - sizes)[groups], sizes[groups])
        chinese = np.repeat(np.array(self._numbers, np.int64), sizes[groups])
        return chinese, np.array(self._english, np.int64)[picks], np.array(self._strengths, np.float32)[picks]

    def _group(self, english: Sequence[int], strengths: Sequence[float]) -> int:
        self._english += english
        self._strengths += strengths
        self._sizes.append(len(english))
        return len(self._sizes) - 1

    def _pair(self, number: int, group: int) -> None:
        self._numbers.append(number)
        self._groups.append(group)


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
