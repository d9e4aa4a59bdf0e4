"""Scores of every possible link in windows of documents: a weighted sum of a few comparisons.

Arrays of links have the axes [a - 1, b - 1, document, first row, column behind the last], for links of `a` Chinese
with `b` English sentences that follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from workbench.memory.align.corpus import Floats
from workbench.memory.align.explanations import explain, sums_ahead, sums_before
from workbench.memory.align.window import Batch, Reach, Weighing

NEVER = np.float32(-1e9)
"""The score of a link there cannot be."""

LIKENESS_WEIGHT, UNRELATED = 8.0, 0.4
"""What a scorer's likeness counts, and the likeness of sentences that have nothing to do with each other."""

FEATURES = (
    "link", "one_to_one", "more_chinese", "more_english", "many_to_many",
    "cover_chinese", "cover_english", "share", "weakest", "length_error", "length_square",
    "open_quote", "question", "exclamation", "quote", "paragraph_crossed", "paragraphs_end",
)  # fmt: skip
"""Names of the comparisons, in the order `features` yields them."""


def score_batch(batch: Batch, weighing: Weighing, reach: Reach, weights: Mapping[str, float]) -> Floats:
    """Return the scores of all links in the windows of a batch; `NEVER` where there can be none."""
    score = np.zeros((reach.chinese, reach.english, len(batch), batch.rows, batch.columns + 1), np.float32)
    for name, value in zip(FEATURES, features(batch, weighing, reach), strict=True):
        score += np.float32(weights[name]) * value
    for a in range(1, reach.chinese + 1):
        score[a - 1, :, :, max(batch.rows - a + 1, 0) :] = NEVER
        for b in range(1, reach.english + 1):
            if reach.allows(a, b):
                score[a - 1, b - 1, :, :, :b] = NEVER
            else:
                score[a - 1, b - 1] = NEVER
    return score


def score_table(table: Floats, reach: Reach) -> Floats:
    """Return what a table of likeness (0 to 1) of single sentences adds to the score of every link."""
    rows, columns = table.shape
    sums = np.zeros((rows + 1, columns + 1))
    np.cumsum(np.cumsum(table, axis=0), axis=1, out=sums[1:, 1:])
    a = np.arange(1, reach.chinese + 1)[:, None, None, None]
    b = np.arange(1, reach.english + 1)[None, :, None, None]
    row, column = np.arange(rows)[None, None, :, None], np.arange(columns + 1)[None, None, None, :]
    until, since = np.minimum(row + a, rows), np.maximum(column - b, 0)
    total = sums[until, column] - sums[row, column] - sums[until, since] + sums[row, since]
    added: Floats = (LIKENESS_WEIGHT * (a + b) / 2 * (total / (a * b) - UNRELATED)).astype(np.float32)
    return added


def features(batch: Batch, weighing: Weighing, reach: Reach) -> Iterator[Floats]:
    """Yield the comparisons named in FEATURES, each as an array that broadcasts to all links."""
    yield from _shape_features(reach)
    yield from _word_features(batch, weighing, reach)
    yield from _length_features(batch, reach)
    yield from _mark_features(batch, reach)
    yield from _paragraph_features(batch, reach)


def _shape_features(reach: Reach) -> Iterator[Floats]:
    a, b = _shapes(reach)
    yield np.ones((1, 1, 1, 1, 1), np.float32)
    yield ((a == 1) & (b == 1)).astype(np.float32)
    yield a - 1
    yield b - 1
    yield np.minimum(a, b) - 1


def _word_features(batch: Batch, weighing: Weighing, reach: Reach) -> Iterator[Floats]:
    """Yield what is explained on each side, its share of what there is to explain, and the poorest sentence's."""
    a, b = _shapes(reach)
    known = explain(batch, weighing, reach)
    chinese, english = known.chinese_covered(), known.english_covered()
    yield chinese * np.float32(0.1)
    yield english * np.float32(0.1)
    mass = sums_ahead(known.chinese_mass, reach.chinese) + sums_before(known.english_mass, reach.english)
    share: Floats = (chinese + english) / (mass + 2) * ((a + b) * np.float32(0.5))
    yield share
    yield known.poorest()


def _length_features(batch: Batch, reach: Reach) -> Iterator[Floats]:
    """Yield the difference of the lengths in English letters, as a ratio and as a square in standard units.

    The square is the one of W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual Corpora",
    Computational Linguistics 19(1), 1993.
    """
    ratios = np.array([window.letters_per_character for window in batch.windows], np.float32)
    expected = sums_ahead(batch.chinese("lengths"), reach.chinese) * ratios[:, None, None]
    actual = sums_before(batch.english("lengths"), reach.english)
    yield np.abs(np.log(expected + 8) - np.log(actual + 8))
    yield np.minimum((actual - expected) ** 2 / (10 * (actual + expected + 10)), 20)


def _mark_features(batch: Batch, reach: Reach) -> Iterator[Floats]:
    """Yield whether only one side leaves a quotation open, and by how many marks of each kind the sides differ."""
    z_open = _of_last_chinese(batch.chinese("open_quotes"), reach)
    yield np.abs(z_open - _of_last_english(batch.english("open_quotes")))
    z_marks, e_marks = batch.chinese("marks"), batch.english("marks")
    for kind in range(z_marks.shape[2]):
        of_chinese = sums_ahead(z_marks[..., kind], reach.chinese)
        of_english = sums_before(e_marks[..., kind], reach.english)
        yield np.minimum(np.abs(of_chinese - of_english), 3)


def _paragraph_features(batch: Batch, reach: Reach) -> Iterator[Floats]:
    """Yield how many ends of paragraphs lie within a link, and whether both sides end with one."""
    z_ends, e_ends = batch.chinese("paragraph_ends"), batch.english("paragraph_ends")
    if not (z_ends.any() or e_ends.any()):
        yield from [np.zeros((1, 1, 1, 1, 1), np.float32)] * 2
        return
    z_last, e_last = _of_last_chinese(z_ends, reach), _of_last_english(e_ends)
    z_within = sums_ahead(z_ends, reach.chinese) - z_last
    yield z_within + sums_before(e_ends, reach.english) - e_last
    yield z_last * e_last


def _shapes(reach: Reach) -> tuple[Floats, Floats]:
    """Return the numbers of Chinese and of English sentences of links, to broadcast."""
    a: Floats = np.arange(1, reach.chinese + 1, dtype=np.float32)[:, None, None, None, None]
    b: Floats = np.arange(1, reach.english + 1, dtype=np.float32)[None, :, None, None, None]
    return a, b


def _of_last_chinese(facts: Floats, reach: Reach) -> Floats:
    """Return a fact of the last Chinese sentence of each link."""
    last = np.arange(facts.shape[1]) + np.arange(reach.chinese)[:, None]
    found: Floats = facts[:, np.minimum(last, facts.shape[1] - 1)]
    return found.transpose(1, 0, 2)[:, None, :, :, None]


def _of_last_english(facts: Floats) -> Floats:
    """Return a fact of the last English sentence of each link."""
    none = np.zeros((len(facts), 1), np.float32)
    found: Floats = np.concatenate((none, facts), axis=1)[None, None, :, None, :]
    return found
