"""How well the words of each side of a link are explained by the other side's.

What is explained is kept per sentence, so that links of several sentences cost little more than links of one: the
best explanation of a word by several sentences is the best of its explanations by each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Doubles, Floats, Ints, Side
from workbench.memory.align.links import ranges, ranked
from workbench.memory.align.window import Batch, Reach, Weighing


@dataclass(frozen=True, slots=True)
class Explanations:
    """What runs of sentences explain of each sentence of the other side, in the windows of a batch.

    `by_english` has the axes [b - 1, document, row, column behind the run] for runs of b English sentences,
    `by_chinese` [a - 1, document, first row of the run, column] for runs of a Chinese ones. The masses are what there
    is to explain.
    """

    by_english: Floats
    by_chinese: Floats
    chinese_mass: Floats
    english_mass: Floats

    def chinese_covered(self) -> Floats:
        """Return for every link what is explained of its Chinese sentences."""
        most_english, documents, rows, ends = self.by_english.shape
        until = np.minimum(np.arange(rows) + np.arange(1, len(self.by_chinese) + 1)[:, None], rows)
        sums = np.zeros((most_english, documents, rows + 1, ends), np.float32)
        np.cumsum(self.by_english, axis=2, out=sums[:, :, 1:])
        return (sums[:, :, until] - sums[:, :, None, :-1]).transpose(2, 0, 1, 3, 4)

    def english_covered(self) -> Floats:
        """Return for every link what is explained of its English sentences."""
        most_chinese, documents, rows, columns = self.by_chinese.shape
        since = np.maximum(np.arange(columns + 1) - np.arange(1, len(self.by_english) + 1)[:, None], 0)
        sums = np.zeros((most_chinese, documents, rows, columns + 1), np.float32)
        np.cumsum(self.by_chinese, axis=3, out=sums[..., 1:])
        return (sums[:, :, :, None, :] - sums[:, :, :, since]).transpose(0, 3, 1, 2, 4)

    def poorest(self) -> Floats:
        """Return the least share explained of any sentence, on the sides that have several; 0 for one to one."""
        most_english, documents, rows, ends = self.by_english.shape
        most_chinese = len(self.by_chinese)
        poorest = np.full((most_chinese, most_english, documents, rows, ends), 9, np.float32)
        shares = self.by_english / (self.chinese_mass[..., None] + 1)
        least = shares
        for a in range(2, min(most_chinese, rows) + 1):
            least = np.minimum(least[:, :, : rows - a + 1], shares[:, :, a - 1 :])
            poorest[a - 1, :, :, : rows - a + 1] = least
        shares = self.by_chinese / (self.english_mass[:, None] + 1)
        least = shares
        for b in range(2, min(most_english, ends - 1) + 1):
            least = np.minimum(least[..., 1:], shares[..., : ends - b])
            part = poorest[:, b - 1, :, :, b:]
            np.minimum(part, least, out=part)
        poorest[0, 0] = 0
        return poorest


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side of a batch in a row: which document and sentence each stands in, and its type.

    A type is a token in one document: the types of a batch are numbered through. The sentences' document and place
    say where what is known of a sentence belongs in an array over the batch.
    """

    tokens: Ints
    sentences: Ints
    starts: Ints
    documents: Ints
    places: Ints
    types: Ints
    ranks: Ints
    local: Ints
    size: int

    @classmethod
    def of(cls, stretches: Sequence[tuple[Side, int, int]], size: int) -> Words:
        """Return the words of a stretch of each document; `size` is the number of tokens there are."""
        starts = [side.starts[first : last + 1] for side, first, last in stretches]
        tokens = np.concatenate(
            [side.tokens[at[0] : at[-1]] for (side, _, _), at in zip(stretches, starts, strict=True)]
        )
        counts = np.concatenate([np.diff(at) for at in starts])
        lengths = np.array([last - first for _, first, last in stretches], np.int64)
        documents = np.repeat(np.arange(len(stretches)), lengths)
        sentences = np.repeat(np.arange(len(counts)), counts)
        keys = documents[sentences] * size + tokens
        types, ranks = ranked(keys, len(stretches) * size)
        bounds = np.concatenate(([0], np.cumsum(counts)))
        places = ranges(np.zeros(len(lengths), np.int64), lengths)
        return cls(tokens, sentences, bounds, documents, places, types, ranks, ranks[keys], size)

    def sums(self, values: Floats) -> Floats:
        """Return the sums over the words of each sentence; a sentence without any is 0."""
        sums = np.zeros((len(self.places), *values.shape[1:]), np.float32)
        filled = np.flatnonzero(np.diff(self.starts))
        if len(filled):
            sums[filled] = np.add.reduceat(values, self.starts[filled], axis=0)
        return sums


def explain(batch: Batch, weighing: Weighing, reach: Reach) -> Explanations:
    """Return what is explained in the windows of a batch."""
    links = weighing.links
    z = Words.of([(each.chinese, each.first, each.last) for each in batch.windows], links.sizes[0])
    e = Words.of([(each.english, each.left, each.right) for each in batch.windows], links.sizes[1])
    pair_z, pair_e, strengths = links.among(z.ranks, e.types % e.size, e.types // e.size * z.size)
    z_rarity, e_rarity = weighing.chinese_rarity, weighing.english_rarity
    values = strengths * np.minimum(z_rarity[z.types[pair_z] % z.size], e_rarity[e.types[pair_e] % e.size])
    z_best = _best_by_sentence((pair_e, pair_z, values), e, (len(z.types), batch.columns))
    e_best = _best_by_sentence((pair_z, pair_e, values), z, (len(e.types), batch.rows))
    shape = (len(batch), batch.rows, batch.columns)
    by_english = np.zeros((reach.english, *shape[:2], shape[2] + 1), np.float32)
    for b, cover in enumerate(_covers(z_best[z.local], z, reach.english), 1):
        by_english[b - 1, z.documents, z.places, b:] = cover[:, : max(shape[2] - b + 1, 0)]
    by_chinese = np.zeros((reach.chinese, *shape), np.float32)
    for table, cover in zip(by_chinese, _covers(e_best[e.local], e, reach.chinese), strict=True):
        table[e.documents, :, e.places] = cover
    z_mass, e_mass = np.zeros(shape[:2], np.float32), np.zeros((shape[0], shape[2]), np.float32)
    z_mass[z.documents, z.places] = z.sums(z_rarity[z.tokens])
    e_mass[e.documents, e.places] = e.sums(e_rarity[e.tokens])
    return Explanations(by_english, by_chinese, z_mass, e_mass)


def _best_by_sentence(pairs: tuple[Ints, Ints, Floats], words: Words, shape: tuple[int, int]) -> Floats:
    """Return for each of the other side's types, and each sentence of this side, the best value of a match.

    `pairs` are this side's type, the other side's type and the value; `words` are this side's.
    """
    keys, others, values = pairs
    order = np.argsort(keys, kind="stable")
    each = np.bincount(keys, minlength=len(words.types))
    counts = each[words.local]
    picks = order[ranges((np.cumsum(each) - each)[words.local], counts)]
    cells = others[picks] * shape[1] + np.repeat(words.places[words.sentences], counts)
    best = np.zeros(shape[0] * shape[1], np.float32)
    np.maximum.at(best, cells, values[picks])
    return best.reshape(shape)


def _covers(best: Floats, words: Words, most: int) -> Iterator[Floats]:
    """Yield for n = 1 … most: per sentence and place, what n sentences from that place explain of it."""
    widest = best
    for count in range(most):
        if count:
            grown = widest.copy()
            grown[:, :-count] = np.maximum(widest[:, :-count], best[:, count:])
            widest = grown
        yield words.sums(widest)


def sums_ahead(values: Floats, most: int) -> Floats:
    """Return the sums of 1 … most neighbours from each row on, to broadcast to links."""
    sums = _sums_before_each(values)
    begins = np.arange(values.shape[1])
    ends = np.minimum(begins + np.arange(1, most + 1)[:, None], values.shape[1])
    found: Floats = (sums[:, ends] - sums[:, None, begins]).astype(np.float32)
    return found.transpose(1, 0, 2)[:, None, :, :, None]


def sums_before(values: Floats, most: int) -> Floats:
    """Return the sums of 1 … most neighbours before each column, to broadcast to links."""
    sums = _sums_before_each(values)
    ends = np.arange(sums.shape[1])
    begins = np.maximum(ends - np.arange(1, most + 1)[:, None], 0)
    found: Floats = (sums[:, None, ends] - sums[:, begins]).astype(np.float32)
    return found.transpose(1, 0, 2)[None, :, :, None, :]


def _sums_before_each(values: Floats) -> Doubles:
    sums = np.zeros((len(values), values.shape[1] + 1))
    np.cumsum(values, axis=1, out=sums[:, 1:], dtype=np.float64)
    return sums
