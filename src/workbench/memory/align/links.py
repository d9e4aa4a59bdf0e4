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
    sizes: tuple[int, int]

    @classmethod
    def of(cls, chinese: Ints, english: Ints, strengths: Floats, sizes: tuple[int, int]) -> Links:
        """Return the pairs sorted, without doubles (the strongest stays); `sizes` are the numbers of tokens."""
        width = sizes[0]
        keys = english * width + chinese
        order, keys = in_order(keys)
        if not len(keys):
            return cls(keys, keys, strengths, np.zeros(sizes[1] + 1, np.int64), sizes)
        begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
        english, chinese = keys[begins] // width, keys[begins] % width
        strongest = np.maximum.reduceat(strengths[order], begins)
        return cls(chinese, english, strongest, np.searchsorted(english, np.arange(sizes[1] + 1)), sizes)

    def among(self, chinese_ranks: Ints, english_types: Ints, offsets: Ints) -> tuple[Ints, Ints, Floats]:
        """Return the pairs between some types as their places among those, with the strengths.

        `chinese_ranks` gives for every Chinese token its place, -1 for those not asked for; `offsets` say for each
        of the English types where the ranks of its document begin there.
        """
        counts = self.starts[english_types + 1] - self.starts[english_types]
        picks = ranges(self.starts[english_types], counts)
        english = np.repeat(np.arange(len(english_types)), counts)
        places = chinese_ranks[self.chinese[picks] + np.repeat(offsets, counts)]
        kept = places >= 0
        return places[kept], english[kept], self.strengths[picks[kept]]


def in_order(values: Ints) -> tuple[Ints, Ints]:
    """Return where the values stand in rising order, and the values so; sorting numbers is far faster than places."""
    bits = len(values).bit_length()
    if not len(values) or int(values.max()).bit_length() + bits > 62:
        order = np.argsort(values)
        return order, values[order]
    both = values << bits | np.arange(len(values))
    both.sort()
    return both & ((1 << bits) - 1), both >> bits


def ranked(tokens: Ints, size: int) -> tuple[Ints, Ints]:
    """Return the distinct tokens, and for every token number below `size` its place among those or -1."""
    ranks = np.full(size, -1, np.int64)
    ranks[tokens] = 0
    types = np.flatnonzero(ranks == 0)
    ranks[types] = np.arange(len(types))
    return types, ranks


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Return starts[0], starts[0] + 1, … for counts[0] numbers, then the same of the next."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - ends + counts, counts)
