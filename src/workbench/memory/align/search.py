"""The best way through documents: links in order, each sentence in one of them, by dynamic programming.

Short documents are gone through side by side, long ones alone, in the same way: row by row of Chinese sentences, all
English positions of all documents at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from workbench.memory.align.cells import NEVER
from workbench.memory.align.corpus import Bytes, Doubles, Flags, Floats, Ints
from workbench.memory.align.window import Reach, padded

Step = tuple[tuple[int, int], tuple[int, int]]
"""One link: start and end of its Chinese sentences, start and end of its English ones."""
Way = tuple[list[Step], list[float]]
"""The steps through a document, and the score each adds."""

ScoreBlock = Callable[[int, int, int, int], Floats]
"""Scores of links within Chinese sentences first…last and English ones left…right, as `cells.score_batch`."""

BLOCK = 48
"""Chinese sentences scored at once; documents that are gone through side by side are no longer than that."""


@dataclass(frozen=True, slots=True)
class Task:
    """Documents to find the way through, each the n-th of every list.

    `low` and `high` give for each Chinese position 0 … n the lowest and highest English position allowed (both
    included); `chinese_skip` and `english_skip` are the scores of leaving a sentence without a partner.
    """

    low: Sequence[Ints]
    high: Sequence[Ints]
    score_block: ScoreBlock
    chinese_skip: Sequence[Floats]
    english_skip: Sequence[Floats]
    reach: Reach


class Row(NamedTuple):
    """One Chinese position, and the English positions from `left` on: what the best ways there are.

    `score` and `step` have the axes [document, position]: the best score, and the number of Chinese sentences of the
    last link, 0 for a Chinese sentence left out and -1 for an English one. `english` [a - 1, document, position] is
    the number of English sentences of the best link that starts here.
    """

    left: int
    score: Doubles
    step: Bytes
    english: Bytes


def best_ways(task: Task) -> list[Way]:
    """Return for each document the best links from the first sentences to the last, omissions among them."""
    rows = _Search(task).rows()
    sizes = [(len(z), len(e)) for z, e in zip(task.chinese_skip, task.english_skip, strict=True)]
    return [_walk(rows, document, size) for document, size in enumerate(sizes)]


class _Search:
    """Goes through the rows of a task, with what was reached so far in the frame of the block it is in."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._low, self._high = (_filled_up(bounds) for bounds in (task.low, task.high))
        self._chinese_skip = padded(task.chinese_skip).astype(np.float64)
        english = padded(task.english_skip)
        self._skips = np.zeros((len(english), english.shape[1] + 1))
        np.cumsum(english, axis=1, out=self._skips[:, 1:], dtype=np.float64)
        self._left, self._right = int(self._low[:, 0].min()), int(self._high[:, 0].max())
        reached = self._in_band(self._skips[:, self._left : self._right + 1].copy(), 0)
        self._score: Doubles = reached
        self._step: Bytes = np.full(reached.shape, -1, np.int8)
        self._offers: deque[Doubles] = deque(maxlen=task.reach.chinese)

    def rows(self) -> list[Row]:
        """Return all rows, the last Chinese position included."""
        found = []
        count, reach = self._chinese_skip.shape[1], self._task.reach
        for first in range(0, count, BLOCK):
            last = min(count, first + BLOCK)
            inner = min(count, last + reach.chinese - 1)
            self._turn_to(int(self._low[:, first].min()), int(self._high[:, inner].max()))
            scores = self._task.score_block(first, inner, self._left, self._right)
            for row in range(first, last):
                english = self._offer(scores[:, :, :, row - first])
                found.append(Row(self._left, self._score, self._step, english))
                self._arrive(row + 1)
        nothing = np.zeros((0, 0, 0), np.int8)
        return [*found, Row(self._left, self._score, self._step, nothing)]

    def _turn_to(self, left: int, right: int) -> None:
        """Look at the English positions left…right from now on."""
        shift, width = left - self._left, right - left + 1
        self._score = _moved(self._score, shift, width)
        self._step = _moved(self._step, shift, width).astype(np.int8)
        offers = [_moved(offer, shift, width) for offer in self._offers]
        self._offers = deque(offers, maxlen=self._offers.maxlen)
        self._left, self._right = left, right

    def _offer(self, scores: Floats) -> Bytes:
        """Note where every link that starts at this row leads to; return how many English sentences it takes."""
        most = scores.shape[1]
        before = np.full((len(self._score), self._score.shape[1] + most), NEVER, np.float64)
        before[:, most:] = self._score
        shifted = np.lib.stride_tricks.sliding_window_view(before, self._score.shape[1], axis=1)
        values = scores + shifted[:, most - 1 :: -1].transpose(1, 0, 2)
        self._offers.appendleft(values.max(axis=1))
        english: Bytes = values.argmax(axis=1).astype(np.int8) + np.int8(1)
        return english

    def _arrive(self, row: int) -> None:
        """Go on to the next row: by links, or leaving out a Chinese or English sentences."""
        values = np.full((len(self._offers) + 1, *self._score.shape), NEVER, np.float64)
        values[0] = self._score + self._chinese_skip[:, row - 1, None]
        for a, offer in enumerate(self._offers, 1):
            values[a] = offer[a - 1]
        skips = self._skips[:, self._left : self._right + 1]
        level = self._in_band(values.max(axis=0), row) - skips
        reached = np.maximum.accumulate(level, axis=1)
        self._step = values.argmax(axis=0).astype(np.int8)
        self._step[reached > level] = -1
        self._score = self._in_band(reached + skips, row)

    def _in_band(self, scores: Doubles, row: int) -> Doubles:
        """Return the scores without those of English positions that are not allowed here."""
        positions = np.arange(self._left, self._right + 1)
        outside: Flags = (positions < self._low[:, row, None]) | (positions > self._high[:, row, None])
        scores[outside] = NEVER
        return scores


def _filled_up(bounds: Sequence[Ints]) -> Ints:
    """Return the bounds of all documents, the last one of each repeated behind it."""
    rows = max(map(len, bounds))
    return np.stack([np.append(each, np.full(rows - len(each), each[-1])) for each in bounds])


def _moved(values: Doubles | Bytes, shift: int, width: int) -> Doubles:
    """Return values along the last axis in another frame: `shift` positions on, so many wide."""
    moved = np.full((*values.shape[:-1], width), NEVER, np.float64)
    begin, end = max(shift, 0), min(shift + width, values.shape[-1])
    if begin < end:
        moved[..., begin - shift : end - shift] = values[..., begin:end]
    return moved


def _walk(rows: Sequence[Row], document: int, size: tuple[int, int]) -> Way:
    """Follow the best links of a document back from its end; return them in order with the score each added."""
    steps: list[Step] = []
    gains: list[float] = []
    i, j = size
    while i or j:
        row = rows[i]
        step = int(row.step[document, j - row.left])
        a, b = (1, 0) if step == 0 else (0, 1)
        if step > 0:
            start = rows[i - step]
            a, b = step, int(start.english[step - 1, document, j - start.left])
        before = rows[i - a]
        gains.append(float(row.score[document, j - row.left] - before.score[document, j - b - before.left]))
        steps.append(((i - a, i), (j - b, j)))
        i, j = i - a, j - b
    return steps[::-1], gains[::-1]
