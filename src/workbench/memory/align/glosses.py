"""The lexicon in numbers: the English stems of thousands of Chinese words at once, without reading a line of text.

Made by `tools/dictionary.py`, which says how the arrays are laid out; the words themselves are in `text/lexicon.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from workbench.memory.align.corpus import Floats, Ints
from workbench.memory.align.links import ranges
from workbench.resources import resource

_STRENGTH_BITS = 7


class Sense(IntEnum):
    """Which stems of a row: those of its glosses, or those a character tends to stand for inside longer words."""

    WORD = 0
    INSIDE = 1


def glosses(rows: Ints, sense: Sense, known: Ints) -> tuple[Ints, Ints, Floats]:
    """Return what the rows of some words give, all in a row.

    `known` is of `known_stems`. Returned are the place in `rows` each comes from, the number of the English token, and
    a strength of 0 to 1; stems without a number are left out.
    """
    bounds, items = _arrays()
    begins = bounds[rows, sense].astype(np.int64)
    counts = bounds[rows, sense + 1] - begins
    found = items[ranges(begins, counts)]
    english = known[found >> _STRENGTH_BITS]
    kept = np.flatnonzero(english >= 0)
    strengths = (found[kept] & ((1 << _STRENGTH_BITS) - 1)).astype(np.float32) / np.float32(100)
    return np.repeat(np.arange(len(rows)), counts)[kept], english[kept], strengths


def known_stems(numbers: Mapping[str, int]) -> Ints:
    """Return for every stem of the lexicon the number of that token, -1 for one that has none."""
    stems = resource("dictionary/lexicon-stems.txt").read_text("utf-8").splitlines()
    return np.fromiter(map(numbers.get, stems, repeat(-1)), np.int64, count=len(stems))


@cache
def _arrays() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return the bounds and the items; only what is asked for is read."""
    bounds, items = (
        np.load(resource(f"dictionary/lexicon-{name}.npy"), mmap_mode="r") for name in ("bounds", "items")
    )
    return np.asarray(bounds), np.asarray(items)
