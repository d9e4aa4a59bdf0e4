"""Where links are looked for, how far they reach, and what is known of the words there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Floats, Side
from workbench.memory.align.links import Links


@dataclass(frozen=True, slots=True)
class Reach:
    """How many Chinese and English sentences a link may join at most, and how many together."""

    chinese: int
    english: int
    together: int

    def allows(self, a: int, b: int) -> bool:
        """Tell whether a link may join `a` Chinese with `b` English sentences."""
        return a <= self.chinese and b <= self.english and (min(a, b) == 1 or a + b <= self.together)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is known of the words: pairs with strengths, and the rarity of each token on both sides."""

    links: Links
    chinese_rarity: Floats
    english_rarity: Floats
    letters_per_character: float


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document: Chinese sentences first…last, English ones left…right (ends excluded).

    `letters_per_character` is the document's own.
    """

    chinese: Side
    english: Side
    first: int
    last: int
    left: int
    right: int
    letters_per_character: float

    def of_chinese(self, facts: Floats) -> Floats:
        """Return what is known of the Chinese sentences in the window."""
        return facts[self.first : self.last]

    def of_english(self, facts: Floats) -> Floats:
        """Return what is known of the English sentences in the window."""
        return facts[self.left : self.right]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of several documents, looked at together: one array for all costs what one costs for each.

    Arrays over the sentences of a batch have the axes [document, sentence], filled up with zeros behind shorter ones.
    """

    windows: Sequence[Window]

    def __len__(self) -> int:
        return len(self.windows)

    @property
    def rows(self) -> int:
        """The Chinese sentences of the longest window."""
        return max(window.last - window.first for window in self.windows)

    @property
    def columns(self) -> int:
        """The English sentences of the longest window."""
        return max(window.right - window.left for window in self.windows)

    def chinese(self, fact: str) -> Floats:
        """Return a fact of every Chinese sentence."""
        return padded([window.of_chinese(getattr(window.chinese, fact)) for window in self.windows])

    def english(self, fact: str) -> Floats:
        """Return a fact of every English sentence."""
        return padded([window.of_english(getattr(window.english, fact)) for window in self.windows])


def padded(parts: Sequence[Floats]) -> Floats:
    """Return rows of different lengths as one array, with zeros behind the shorter ones."""
    shape = (len(parts), max(map(len, parts)), *parts[0].shape[1:])
    table = np.zeros(shape, parts[0].dtype)
    for row, part in zip(table, parts, strict=True):
        row[: len(part)] = part
    return table
