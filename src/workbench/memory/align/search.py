"""The best way through a document: links in order, each sentence in one of them, by dynamic programming."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
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


@dataclass(frozen=True, slots=True)
class Offer:
    """The best ways by links that start at one Chinese position: [a - 1, English position from `start` on].

    `b` is the number of English sentences of the best link to each.
    """

    start: int
    score: Doubles
    b: Bytes


@dataclass(frozen=True, slots=True)
class Trail:
    """For one Chinese position and the English positions of its band: the best score, and how it is reached.

    `step` is the number of Chinese sentences of the last link, 0 for a Chinese sentence left out and -1 for an
    English one.
    """

    low: int
    score: Doubles
    step: Bytes


def best_path(task: Task) -> tuple[list[Step], list[float]]:
    """Return the best links from the first sentences to the last, omissions among them, and their scores."""
    rows = len(task.chinese_skip)
    skips = np.concatenate(([0.0], np.cumsum(task.english_skip, dtype=np.float64)))
    low, high = int(task.low[0]), int(task.high[0])
    trails = [Trail(low, skips[low : high + 1].copy(), np.full(high - low + 1, -1, np.int8))]
    lengths: list[tuple[int, Bytes]] = []
    offers: deque[Offer] = deque(maxlen=task.reach.chinese)
    for first in range(0, rows, BLOCK):
        last = min(rows, first + BLOCK)
        inner = min(rows, last + task.reach.chinese - 1)
        left, right = int(task.low[first]), int(task.high[inner])
        scores = task.score_block(first, inner, left, right)
        for row in range(first, last):
            offer = _offer(trails[row], scores[:, :, row - first], left, right)
            offers.appendleft(offer)
            lengths.append((offer.start, offer.b))
            trails.append(_arrive(task, row + 1, trails[row], offers, skips))
    return _walk(trails, lengths)


def _offer(trail: Trail, scores: Floats, left: int, right: int) -> Offer:
    """Return where every link that starts at a Chinese position leads to, and how well."""
    most_english = scores.shape[1]
    start = trail.low + 1
    end = max(min(trail.low + len(trail.score) - 1 + most_english, right), trail.low)
    padded = np.full(len(trail.score) + 2 * most_english, NEVER, np.float64)
    padded[most_english : most_english + len(trail.score)] = trail.score
    places = np.arange(end - start + 1) - np.arange(most_english)[:, None] + most_english
    values = scores[:, :, start - left : end - left + 1] + padded[places]
    return Offer(start, values.max(axis=1), values.argmax(axis=1).astype(np.int8) + np.int8(1))


def _arrive(task: Task, row: int, before: Trail, offers: Iterable[Offer], skips: Doubles) -> Trail:
    """Return the best ways to one Chinese position: by links, or leaving out a Chinese or English sentences."""
    low, high = int(task.low[row]), int(task.high[row])
    values = np.full((task.reach.chinese + 1, high - low + 1), NEVER, np.float64)
    _place(values[0], low, before.low, before.score + task.chinese_skip[row - 1])
    for a, offer in enumerate(offers, 1):
        _place(values[a], low, offer.start, offer.score[a - 1])
    step = values.argmax(axis=0).astype(np.int8)
    level = values.max(axis=0) - skips[low : high + 1]
    reached = np.maximum.accumulate(level)
    step[reached > level] = -1
    return Trail(low, reached + skips[low : high + 1], step)


def _place(line: Doubles, low: int, start: int, values: Doubles) -> None:
    """Copy values that begin at position `start` into a line that begins at position `low`, where they meet."""
    begin, end = max(start, low), min(start + len(values), low + len(line))
    if begin < end:
        line[begin - low : end - low] = values[begin - start : end - start]


def _walk(trails: list[Trail], lengths: list[tuple[int, Bytes]]) -> tuple[list[Step], list[float]]:
    """Follow the best links back from the end; return them in order with the score each added."""
    steps: list[Step] = []
    gains: list[float] = []
    i, j = len(trails) - 1, trails[-1].low + len(trails[-1].score) - 1
    while i or j:
        trail = trails[i]
        step = int(trail.step[j - trail.low])
        if step > 0:
            start, choices = lengths[i - step]
            a, b = step, int(choices[step - 1, j - start])
        else:
            a, b = (1, 0) if step == 0 else (0, 1)
        before = trails[i - a]
        gains.append(float(trail.score[j - trail.low] - before.score[j - b - before.low]))
        steps.append(((i - a, i), (j - b, j)))
        i, j = i - a, j - b
    return steps[::-1], gains[::-1]
