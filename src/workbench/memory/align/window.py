"""Where links are looked for, how far they reach, and what is known of the words there."""

from __future__ import annotations

from dataclasses import dataclass

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
    """A stretch of a document: Chinese sentences first…last, English ones left…right (ends excluded)."""

    chinese: Side
    english: Side
    first: int
    last: int
    left: int
    right: int
