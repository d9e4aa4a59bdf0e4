"""How well the words of each side of a link are explained by the other side's.

What is explained is kept per sentence, so that links of several sentences cost little more than links of one: the
best explanation of a word by several sentences is the best of its explanations by each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Floats, Ints
from workbench.memory.align.links import ranges, ranked
from workbench.memory.align.window import Reach, Weighing, Window


@dataclass(frozen=True, slots=True)
class Explanations:
    """What runs of sentences explain of each sentence of the other side, in a window.

    `by_english` has the axes [b - 1, row, column behind the run] for runs of b English sentences, `by_chinese`
    [a - 1, first row of the run, column] for runs of a Chinese ones. The masses are what there is to explain.
    """

    by_english: Floats
    by_chinese: Floats
    chinese_mass: Floats
    english_mass: Floats

    def chinese_covered(self) -> Floats:
        """Return for every link what is explained of its Chinese sentences."""
        most_english, rows, ends = self.by_english.shape
        until = np.minimum(np.arange(rows) + np.arange(1, len(self.by_chinese) + 1)[:, None], rows)
        sums = np.zeros((most_english, rows + 1, ends), np.float32)
        np.cumsum(self.by_english, axis=1, out=sums[:, 1:])
        return (sums[:, until] - sums[:, None, :-1]).transpose(1, 0, 2, 3)

    def english_covered(self) -> Floats:
        """Return for every link what is explained of its English sentences."""
        most_chinese, rows, columns = self.by_chinese.shape
        since = np.maximum(np.arange(columns + 1) - np.arange(1, len(self.by_english) + 1)[:, None], 0)
        sums = np.zeros((most_chinese, rows, columns + 1), np.float32)
        np.cumsum(self.by_chinese, axis=2, out=sums[:, :, 1:])
        return (sums[:, :, None, :] - sums[:, :, since]).transpose(0, 2, 1, 3)

    def poorest(self) -> Floats:
        """Return the least share explained of any sentence, on the sides that have several; 0 for one to one."""
        most_english, rows, ends = self.by_english.shape
        most_chinese = len(self.by_chinese)
        poorest = np.full((most_chinese, most_english, rows, ends), 9, np.float32)
        shares = self.by_english / (self.chinese_mass[:, None] + 1)
        least = shares
        for a in range(2, min(most_chinese, rows) + 1):
            least = np.minimum(least[:, : rows - a + 1], shares[:, a - 1 :])
            poorest[a - 1, :, : rows - a + 1] = least
        shares = self.by_chinese / (self.english_mass + 1)
        least = shares
        for b in range(2, min(most_english, ends - 1) + 1):
            least = np.minimum(least[:, :, 1:], shares[:, :, : ends - b])
            part = poorest[:, b - 1, :, b:]
            np.minimum(part, least, out=part)
        poorest[0, 0] = 0
        return poorest


def explain(window: Window, weighing: Weighing, reach: Reach) -> Explanations:
    """Return what is explained in a window."""
    chinese, english = window.chinese, window.english
    z_starts = chinese.starts[window.first : window.last + 1]
    e_starts = english.starts[window.left : window.right + 1]
    z_tokens = chinese.tokens[z_starts[0] : z_starts[-1]]
    e_tokens = english.tokens[e_starts[0] : e_starts[-1]]
    z_starts, e_starts = z_starts - z_starts[0], e_starts - e_starts[0]
    z_types, z_ranks = ranked(z_tokens, weighing.links.sizes[0])
    e_types, e_ranks = ranked(e_tokens, weighing.links.sizes[1])
    z_local, e_local = z_ranks[z_tokens], e_ranks[e_tokens]
    pair_z, pair_e, strengths = weighing.links.among(z_ranks, e_types)
    rarity = np.minimum(weighing.chinese_rarity[z_types[pair_z]], weighing.english_rarity[e_types[pair_e]])
    values = strengths * rarity
    z_best = _best_by_sentence((pair_e, pair_z, values), e_local, e_starts, len(z_types))
    e_best = _best_by_sentence((pair_z, pair_e, values), z_local, z_starts, len(e_types))
    by_english = np.zeros((reach.english, len(z_starts) - 1, len(e_starts)), np.float32)
    for b, cover in enumerate(_covers(z_best[z_local], z_starts, reach.english), 1):
        by_english[b - 1, :, b:] = cover[:, : max(cover.shape[1] - b + 1, 0)]
    by_chinese = np.stack([cover.T for cover in _covers(e_best[e_local], e_starts, reach.chinese)])
    z_mass = _row_sums(weighing.chinese_rarity[z_tokens][:, None], z_starts)[:, 0]
    e_mass = _row_sums(weighing.english_rarity[e_tokens][:, None], e_starts)[:, 0]
    return Explanations(by_english, by_chinese, z_mass, e_mass)


def _best_by_sentence(pairs: tuple[Ints, Ints, Floats], local: Ints, starts: Ints, types: int) -> Floats:
    """Return for each of the other side's types, and each sentence of this side, the best value of a match.

    `pairs` are this side's type, the other side's type and the value; `local` are this side's tokens.
    """
    keys, others, values = pairs
    rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.argsort(keys, kind="stable")
    each = np.bincount(keys, minlength=int(local.max()) + 1 if len(local) else 0)
    begins = np.cumsum(each) - each
    counts = each[local]
    picks = order[ranges(begins[local], counts)]
    best = np.zeros((types, len(starts) - 1), np.float32)
    np.maximum.at(best, (others[picks], np.repeat(rows, counts)), values[picks])
    return best


def _covers(best: Floats, starts: Ints, most: int) -> Iterator[Floats]:
    """Yield for n = 1 … most: per sentence and place, what n sentences from that place explain of it."""
    widest = best
    for count in range(most):
        if count:
            grown = widest.copy()
            grown[:, :-count] = np.maximum(widest[:, :-count], best[:, count:])
            widest = grown
        yield _row_sums(widest, starts)


def _row_sums(values: Floats, starts: Ints) -> Floats:
    """Return the sums of the rows between one start and the next; an empty stretch is 0."""
    sums = np.zeros((len(starts) - 1, values.shape[1]), np.float32)
    filled = np.flatnonzero(np.diff(starts))
    if len(filled):
        sums[filled] = np.add.reduceat(values, starts[filled], axis=0)
    return sums


def sums_ahead(values: Floats, most: int) -> Floats:
    """Return the sums of 1 … most neighbours from each row on, to broadcast to links."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    begins = np.arange(len(values))
    ends = np.minimum(begins + np.arange(1, most + 1)[:, None], len(values))
    found: Floats = (sums[ends] - sums[begins]).astype(np.float32)[:, None, :, None]
    return found


def sums_before(values: Floats, most: int) -> Floats:
    """Return the sums of 1 … most neighbours before each column, to broadcast to links."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    ends = np.arange(len(sums))
    begins = np.maximum(ends - np.arange(1, most + 1)[:, None], 0)
    found: Floats = (sums[ends] - sums[begins]).astype(np.float32)[None, :, None, :]
    return found
