"""Pairs of words that may translate each other, as arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Floats, Ints


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of token numbers with a strength of 0 to 1, sorted by the English token."""

    chinese: Ints
    english: Ints
    strengths: Floats
    starts: Ints

    @classmethod
    def of(cls, chinese: Ints, english: Ints, strengths: Floats, size: int) -> Links:
        """Return the pairs sorted, without doubles (the strongest stays); `size` is the number of English tokens."""
        width = int(chinese.max()) + 1 if len(chinese) else 1
        keys = english * width + chinese
        order = np.argsort(keys)
        keys = keys[order]
        begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else order
        strongest = np.maximum.reduceat(strengths[order], begins) if len(keys) else strengths
        english, chinese = keys[begins] // width, keys[begins] % width
        return cls(chinese, english, strongest, np.searchsorted(english, np.arange(size + 1)))

    def among(self, chinese_types: Ints, english_types: Ints) -> tuple[Ints, Ints, Floats]:
        """Return the pairs among the given types (sorted) as their places in those, with the strengths."""
        counts = self.starts[english_types + 1] - self.starts[english_types]
        picks = ranges(self.starts[english_types], counts)
        english = np.repeat(np.arange(len(english_types)), counts)
        wanted = self.chinese[picks]
        places = np.searchsorted(chinese_types, wanted).clip(max=max(len(chinese_types) - 1, 0))
        kept = chinese_types[places] == wanted if len(chinese_types) else np.zeros(len(wanted), bool)
        return places[kept], english[kept], self.strengths[picks[kept]]


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Return starts[0], starts[0] + 1, … for counts[0] numbers, then the same of the next."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - ends + counts, counts)
