"""The band of a document in which links are looked for: around sure points, so that long documents stay cheap.

Points are pairs of sentences that share rare words more than either does with any other sentence; the heaviest
rising chain of them gives the way, whatever was left out on one side.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.memory.align.corpus import Doubles, Ints, Side
from workbench.memory.align.links import ranges, ranked
from workbench.memory.align.search import Step
from workbench.memory.align.window import Weighing

WHOLE = 30
"""Up to this many sentences on a side every pair is considered."""
MARGIN = 6
"""Sentences considered beyond the second-next point on either side."""
SECOND_MARGIN = 15
"""Sentences considered on either side of the way a first pass found."""
WIDEST = 250
"""Sentences considered on either side of a straight line where no points are found."""
LEAST_VALUE = 0.5
"""A pair of words of less value (strength times rarity) is passed over."""
LEAST_SHARED = 1.0
"""Sentences whose shared words have less value are no point."""
MOST_PLACES = 60
"""A pair of words that could link more places than this within a document says nothing about where."""


def find_band(chinese: Side, english: Side, weighing: Weighing) -> tuple[Ints, Ints]:
    """Return for each Chinese position 0 … n the lowest and highest English position to consider."""
    n, m = len(chinese), len(english)
    if min(n, m) <= WHOLE and max(n, m) <= 4 * WHOLE:
        return np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64)
    rows, columns, values = _points(chinese, english, weighing)
    chain = _heaviest_chain(rows, columns, values, m)
    return _band(n, m, rows[chain], columns[chain])


def narrow_band(band: tuple[Ints, Ints], path: Sequence[Step]) -> tuple[Ints, Ints]:
    """Return the part of a band that lies close to a way already found."""
    low, high = band[1].copy(), band[0].copy()
    for (first, last), (left, right) in path:
        for position in range(first, last + 1):
            low[position] = min(low[position], left - SECOND_MARGIN)
            high[position] = max(high[position], right + SECOND_MARGIN)
    return np.maximum(low, band[0]), np.minimum(high, band[1])


def _points(chinese: Side, english: Side, weighing: Weighing) -> tuple[Ints, Ints, Doubles]:
    """Return the pairs of sentences that are each other's best match, sorted by row, with their values."""
    return mutual_best(*shared_words(chinese, english, weighing), (len(chinese), len(english)))


def shared_words(
    chinese: Side, english: Side, weighing: Weighing, *, most_places: int = MOST_PLACES
) -> tuple[Ints, Ints, Doubles]:
    """Return the pairs of sentences that have words in common, sorted by row, with the value of those words.

    A pair of words that could link more than `most_places` pairs of sentences is passed over.
    """
    z_order, z_tokens, z_begins, z_counts = _occurrences(chinese)
    e_order, e_tokens, e_begins, e_counts = _occurrences(english)
    _, z_ranks = ranked(z_tokens, weighing.links.sizes[0])
    z_place, e_place, strengths = weighing.links.among(z_ranks, e_tokens, np.zeros_like(e_tokens))
    size = z_counts[z_place] * e_counts[e_place]
    value = strengths * np.minimum(
        weighing.chinese_rarity[z_tokens[z_place]], weighing.english_rarity[e_tokens[e_place]]
    )
    kept = (size <= most_places) & (value >= LEAST_VALUE)
    z_place, e_place, value, size = z_place[kept], e_place[kept], value[kept], size[kept]
    inner = ranges(np.zeros(len(size), np.int64), size)
    width = np.repeat(e_counts[e_place], size)
    row = z_order[np.repeat(z_begins[z_place], size) + inner // width]
    column = e_order[np.repeat(e_begins[e_place], size) + inner % width]
    keys, inverse = np.unique(row * len(english) + column, return_inverse=True)
    total: Doubles = np.bincount(inverse, np.repeat(value / np.sqrt(size), size), len(keys)).astype(
        np.float64
    )
    return keys // len(english), keys % len(english), total


def _occurrences(side: Side) -> tuple[Ints, Ints, Ints, Ints]:
    """Return sentences sorted by token, the distinct tokens, and where and how often each stands."""
    rows = np.repeat(np.arange(len(side)), np.diff(side.starts))
    order = np.argsort(side.tokens, kind="stable")
    tokens, begins, counts = np.unique(side.tokens[order], return_index=True, return_counts=True)
    return rows[order], tokens, begins, counts


def mutual_best(
    rows: Ints, columns: Ints, values: Doubles, shape: tuple[int, int], *, least: float = LEAST_SHARED
) -> tuple[Ints, Ints, Doubles]:
    """Return the pairs of which each is the other's best, where they share at least so much."""
    of_row, of_column = np.zeros(shape[0]), np.zeros(shape[1])
    np.maximum.at(of_row, rows, values)
    np.maximum.at(of_column, columns, values)
    kept = (values >= of_row[rows]) & (values >= of_column[columns]) & (values >= least)
    return rows[kept], columns[kept], values[kept]


def _heaviest_chain(rows: Ints, columns: Ints, values: Doubles, m: int) -> Ints:
    """Return the places of the points in the chain of greatest value that rises in both directions."""
    heights = [(0.0, -1)] * (m + 1)
    before = [-1] * len(rows)
    best = (0.0, -1)
    for place in range(len(rows)):
        column, value = int(columns[place]), float(values[place])
        reached = (0.0, -1)
        index = column
        while index > 0:
            reached = max(reached, heights[index])
            index -= index & -index
        before[place] = reached[1]
        now = (reached[0] + value, place)
        best = max(best, now)
        index = column + 1
        while index <= m:
            heights[index] = max(heights[index], now)
            index += index & -index
    chain = []
    place = best[1]
    while place >= 0:
        chain.append(place)
        place = before[place]
    return np.array(chain[::-1], np.int64)


def _band(n: int, m: int, rows: Ints, columns: Ints) -> tuple[Ints, Ints]:
    """Return the corridor that reaches past the second point before and after each position."""
    xs = np.concatenate(([0, 0], rows, [n, n]))
    ys = np.concatenate(([0, 0], columns, [m, m]))
    positions = np.arange(n + 1)
    after = np.searchsorted(xs, positions, side="right").clip(2, len(xs) - 2)
    straight = np.interp(
        positions, np.concatenate(([0], rows + 0.5, [n])), np.concatenate(([0], columns + 0.5, [m]))
    )
    low = np.maximum(ys[after - 2] - MARGIN, (straight - WIDEST).astype(np.int64))
    high = np.minimum(ys[(after + 1).clip(max=len(ys) - 1)] + MARGIN, (straight + WIDEST).astype(np.int64))
    low = np.minimum.accumulate(low[::-1])[::-1].clip(0, m)
    high = np.maximum.accumulate(high).clip(0, m)
    low[0], high[-1] = 0, m
    low[1:] = np.minimum(low[1:], high[:-1])
    return low, high
