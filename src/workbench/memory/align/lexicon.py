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
from workbench.memory.align.glosses import Sense, glosses, known_stems
from workbench.text.lexicon import row_number, syllables
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
    forms of Chinese terms.
    """

    def __init__(
        self, english: Mapping[str, int], *, names: frozenset[str], terms: Mapping[str, Sequence[str]]
    ) -> None:
        self._known = english
        self._terms = terms
        self._sounds = _Sounds({name: english[name] for name in names if name in english})
        self._pairs: list[tuple[int, int, float]] = []
        self._words = _Rows()
        self._characters = _Rows()

    def add(self, number: int, word: str) -> None:
        """Take in what may translate one Chinese token, which has this number."""
        known = self._known
        if word[0] in "#=":
            token = word.removeprefix("=")
            if token in known:
                self._pairs.append((number, known[token], 1.0))
            return
        self._words.add(number, word)
        for character in word:
            self._characters.add(number, character)
        if len(word) <= LONGEST_NAME:
            self._pairs += [(number, name, strength) for name, strength in self._sounds.names_like(word)]
        for form in self._terms.get(word, ()):
            tokens = english_tokens(form)
            strength = 1 / math.sqrt(len(tokens) or 1)
            self._pairs += [(number, known[token], strength) for token in tokens if token in known]

    def pairs(self) -> tuple[Ints, Ints, Floats]:
        """Return the numbers of the Chinese and the English token of each pair, and the strengths."""
        known = known_stems(self._known)
        chinese, english, strengths = zip(*self._pairs, strict=True) if self._pairs else ((), (), ())
        parts = [
            (np.array(chinese, np.int64), np.array(english, np.int64), np.array(strengths, np.float32)),
            self._words.pairs(Sense.WORD, known),
            self._characters.pairs(Sense.INSIDE, known),
        ]
        of_chinese, of_english, strong = (np.concatenate(each) for each in zip(*parts, strict=True))
        return of_chinese, of_english, strong


class _Rows:
    """Chinese tokens by their rows in the lexicon, or by those of what they hold."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._rows: list[int] = []

    def add(self, number: int, word: str) -> None:
        """Note the row of a word for the token that has this number."""
        row = row_number(word)
        if row is not None:
            self._numbers.append(number)
            self._rows.append(row)

    def pairs(self, sense: Sense, known: Ints) -> tuple[Ints, Ints, Floats]:
        """Return the numbers of the Chinese tokens, those of the English ones, and the strengths."""
        places, english, strengths = glosses(np.array(self._rows, np.int64), sense, known)
        return np.array(self._numbers, np.int64)[places], english, strengths


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
