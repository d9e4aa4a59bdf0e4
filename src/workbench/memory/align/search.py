"""The best way through a document: links in order, each sentence in one of them, by dynamic programming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.cells import NEVER
from workbench.memory.align.corpus import Bytes, Doubles, Floats, Ints
from workbench.memory.align.window import Reach

Step = tuple[tuple[int, int], tuple[int, int]]
"""One link: start and end of its Chinese sentences, start and end of its English ones."""

ScoreBlock = Callable[[int, int, int, int], Floats]
"""Scores of links within Chinese sentences first…last and English ones left…right, as `cells.score_window`."""

BLOCK = 48
"""Chinese sentences scored at once."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to find the way through.

    `low` and `high` give for each Chinese position 0 … n the lowest and highest English position allowed (both
    included); `chinese_skip` and `english_skip` are the scores of leaving a sentence without a partner.
    """

    low: Ints
    high: Ints
    score_block: ScoreBlock
    chinese_skip: Floats
    english_skip: Floats
    reach: Reach


@dataclass(slots=True)
class Trail:
    """For one Chinese position and the English positions of its band: best score so far, and by which link."""

    low: int
    score: Doubles
    a: Bytes
    b: Bytes

    def offer(self, start: int, score: Doubles, a: int, b: Bytes) -> None:
        """Take the offered ways, from position `start` on, where they beat the ones known."""
        begin = max(start, self.low)
        end = min(start + len(score), self.low + len(self.score))
        if begin >= end:
            return
        here, there = slice(begin - self.low, end - self.low), slice(begin - start, end - start)
        better = score[there] > self.score[here]
        self.score[here][better] = score[there][better]
        self.a[here][better] = a
        self.b[here][better] = b[there][better]

    def skip_english(self, skips: Doubles) -> None:
        """Let English sentences go without a partner wherever that is better."""
        level = self.score - skips[self.low : self.low + len(self.score)]
        reached = np.maximum.accumulate(level)
        skipped = reached > level
        self.score += reached - level
        self.a[skipped] = 0
        self.b[skipped] = 1


def best_path(task: Task) -> tuple[list[Step], list[float]]:
    """Return the best links from the first sentences to the last, omissions among them, and their scores."""
    rows = len(task.chinese_skip)
    trails = [_empty_trail(int(low), int(high)) for low, high in zip(task.low, task.high, strict=True)]
    trails[0].score[0] = 0.0
    skips = np.concatenate(([0.0], np.cumsum(task.english_skip, dtype=np.float64)))
    none = np.zeros(len(task.english_skip) + 1, np.int8)
    for first in range(0, rows, BLOCK):
        last = min(rows, first + BLOCK)
        inner = min(rows, last + task.reach.chinese - 1)
        left, right = int(task.low[first]), int(task.high[inner])
        scores = task.score_block(first, inner, left, right)
        for row in range(first, last):
            trail = trails[row]
            trail.skip_english(skips)
            trails[row + 1].offer(
                trail.low, trail.score + task.chinese_skip[row], 1, none[: len(trail.score)]
            )
            _extend(trails, row, scores[:, :, row - first], left, right)
    trails[rows].skip_english(skips)
    return _walk(trails)


def _empty_trail(low: int, high: int) -> Trail:
    size = high - low + 1
    return Trail(low, np.full(size, NEVER, np.float64), np.zeros(size, np.int8), np.zeros(size, np.int8))


def _extend(trails: list[Trail], row: int, scores: Floats, left: int, right: int) -> None:
    """Offer every link that starts at a Chinese position to the positions it leads to."""
    most_chinese, most_english, _ = scores.shape
    trail = trails[row]
    start = trail.low + 1
    end = min(trail.low + len(trail.score) - 1 + most_english, right)
    if end < start:
        return
    padded = np.full(len(trail.score) + 2 * most_english, NEVER, np.float64)
    padded[most_english : most_english + len(trail.score)] = trail.score
    places = np.arange(end - start + 1) - np.arange(most_english)[:, None] + most_english
    values = scores[:, :, start - left : end - left + 1] + padded[places]
    choice = values.argmax(axis=1)
    best = np.take_along_axis(values, choice[:, None], axis=1)[:, 0]
    choice = (choice + 1).astype(np.int8)
    for a in range(1, min(most_chinese, len(trails) - 1 - row) + 1):
        trails[row + a].offer(start, best[a - 1], a, choice[a - 1])


def _walk(trails: list[Trail]) -> tuple[list[Step], list[float]]:
    """Follow the best links back from the end; return them in order with the score each added."""
    steps: list[Step] = []
    gains: list[float] = []
    i, j = len(trails) - 1, trails[-1].low + len(trails[-1].score) - 1
    while i or j:
        trail = trails[i]
        a, b = int(trail.a[j - trail.low]), int(trail.b[j - trail.low])
        if not a and not b:
            raise RuntimeError(f"no way leads to sentences {i} and {j}")
        before = trails[i - a]
        gains.append(float(trail.score[j - trail.low] - before.score[j - b - before.low]))
        steps.append(((i - a, i), (j - b, j)))
        i, j = i - a, j - b
    return steps[::-1], gains[::-1]
