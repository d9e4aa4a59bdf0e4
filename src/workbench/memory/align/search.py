"""The best way through a document: links in order, each sentence in one of them, by dynamic programming."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from workbench.memory.align.cells import MOST_CHINESE, MOST_ENGLISH
from workbench.memory.align.corpus import Floats, Ints

Shape = tuple[int, int]
Step = tuple[tuple[int, int], tuple[int, int]]
"""One link: start and end of its Chinese sentences, start and end of its English ones."""

ScoreBlock = Callable[[int, int, int, int], list[Floats]]
"""Scores for rows first…last and columns left…right: per number of Chinese sentences a (from 1), an array
[row, b - 1, column] of links that *end* before the column; minus infinity where there is none."""

NEVER = np.float32(-1e9)
BLOCK = 48


def best_path(
    *, size: tuple[int, int], band: tuple[Ints, Ints], score_block: ScoreBlock,
    chinese_skip: Floats, english_skip: Floats,
) -> list[Step]:  # fmt: skip
    """Return the best links from the first sentences to the last, omissions among them.

    `band` gives for each Chinese position 0 … n the lowest and highest English position allowed (both
    included); `chinese_skip` and `english_skip` are the scores of leaving a sentence without a partner.
    """
    rows, columns = size
    low, high = band
    skips = np.concatenate(([0.0], np.cumsum(english_skip, dtype=np.float64)))
    best = np.full((MOST_CHINESE + 1, columns + 1), NEVER, np.float64)
    came_a = [np.zeros(high[i] - low[i] + 1, np.int8) for i in range(rows + 1)]
    came_b = [np.zeros(high[i] - low[i] + 1, np.int8) for i in range(rows + 1)]
    best[0, 0] = 0.0
    scores: list[Floats] = []
    block_first = block_left = 0
    for i in range(rows + 1):
        line = best[i % len(best)]
        lo, hi = int(low[i]), int(high[i])
        _skip_english(line, lo, hi, skips, came_a[i], came_b[i])
        if i == rows:
            break
        if i % BLOCK == 0:
            block_first, block_last = i, min(rows, i + BLOCK)
            reach = min(rows, block_last + MOST_CHINESE)
            block_left, block_right = int(low[i]), int(high[reach])
            scores = score_block(i, reach, block_left, block_right)
        for a in range(1, min(MOST_CHINESE, rows - i) + 1):
            target = best[(i + a) % len(best)]
            to_lo, to_hi = int(low[i + a]), int(high[i + a])
            if a == MOST_CHINESE:
                target[:] = NEVER
            step = scores[a - 1][i - block_first]
            start = max(to_lo, block_left + 1)
            if start > to_hi:
                continue
            values = np.full((MOST_ENGLISH, to_hi - start + 1), NEVER, np.float64)
            for b in range(1, MOST_ENGLISH + 1):
                begin = max(start, b, lo + b)
                end = min(to_hi, hi + b)
                if begin <= end:
                    values[b - 1, begin - start : end - start + 1] = (
                        line[begin - b : end - b + 1] + step[b - 1, begin - block_left : end - block_left + 1]
                    )
            choice = values.argmax(axis=0)
            value = values[choice, np.arange(values.shape[1])]
            _offer(target, start, value, came_a[i + a], came_b[i + a], to_lo, a, (choice + 1).astype(np.int8))
        begin, end = max(lo, int(low[i + 1])), min(hi, int(high[i + 1]))
        if begin <= end:
            value = line[begin : end + 1] + chinese_skip[i]
            none = np.zeros(end - begin + 1, np.int8)
            target = best[(i + 1) % len(best)]
            _offer(target, begin, value, came_a[i + 1], came_b[i + 1], int(low[i + 1]), 1, none)
    return list(_walk(rows, columns, low, came_a, came_b))


def _skip_english(line: Floats, lo: int, hi: int, skips: Floats, came_a: Ints, came_b: Ints) -> None:
    """Let English sentences go without a partner wherever that is better, within one row."""
    level = line[lo : hi + 1] - skips[lo : hi + 1]
    reached = np.maximum.accumulate(level)
    skipped = reached > level
    line[lo : hi + 1] = reached + skips[lo : hi + 1]
    came_a[skipped] = 0
    came_b[skipped] = 1


def _offer(
    target: Floats, start: int, value: Floats, came_a: Ints, came_b: Ints, low: int, a: int, b: Ints
) -> None:
    """Take the offered ways into a row where they beat the ones known."""
    part = target[start : start + len(value)]
    better = value > part
    part[better] = value[better]
    came_a[start - low : start - low + len(value)][better] = a
    came_b[start - low : start - low + len(value)][better] = b[better]


def _walk(rows: int, columns: int, low: Ints, came_a: list[Ints], came_b: list[Ints]) -> Iterator[Step]:
    steps = []
    i, j = rows, columns
    while i or j:
        a, b = int(came_a[i][j - low[i]]), int(came_b[i][j - low[i]])
        if not a and not b:
            raise RuntimeError(f"no way leads to sentences {i} and {j}")
        steps.append(((i - a, i), (j - b, j)))
        i, j = i - a, j - b
    return reversed(steps)
