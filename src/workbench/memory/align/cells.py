"""Scores of every possible link in a window of a document: a weighted sum of a few comparisons.

Arrays of links have the axes [a - 1, b - 1, first row, column behind the last], for links of `a` Chinese with `b`
English sentences that follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from workbench.memory.align.corpus import Floats
from workbench.memory.align.explanations import explain, sums_ahead, sums_before
from workbench.memory.align.window import Reach, Weighing, Window

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


def score_window(window: Window, weighing: Weighing, reach: Reach, weights: Mapping[str, float]) -> Floats:
    """Return the scores of all links in a window; minus infinity (`NEVER`) where there can be none."""
    rows = window.last - window.first
    score = np.zeros((1, 1, 1, 1), np.float32)
    for name, value in zip(FEATURES, features(window, weighing, reach), strict=True):
        score = score + np.float32(weights[name]) * value
    for a in range(1, reach.chinese + 1):
        score[a - 1, :, max(rows - a + 1, 0) :] = NEVER
        for b in range(1, reach.english + 1):
            if reach.allows(a, b):
                score[a - 1, b - 1, :, :b] = NEVER
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


def features(window: Window, weighing: Weighing, reach: Reach) -> Iterator[Floats]:
    """Yield the comparisons named in FEATURES, each as an array that broadcasts to all links."""
    yield from _shape_features(reach)
    yield from _word_features(window, weighing, reach)
    yield from _length_features(window, weighing, reach)
    yield from _mark_features(window, reach)
    yield from _paragraph_features(window, reach)


def _shape_features(reach: Reach) -> Iterator[Floats]:
    a, b = _shapes(reach)
    yield np.ones((1, 1, 1, 1), np.float32)
    yield ((a == 1) & (b == 1)).astype(np.float32)
    yield a - 1
    yield b - 1
    yield np.minimum(a, b) - 1


def _word_features(window: Window, weighing: Weighing, reach: Reach) -> Iterator[Floats]:
    """Yield what is explained on each side, its share of what there is to explain, and the poorest sentence's."""
    a, b = _shapes(reach)
    known = explain(window, weighing, reach)
    chinese, english = known.chinese_covered(), known.english_covered()
    yield chinese * np.float32(0.1)
    yield english * np.float32(0.1)
    mass = sums_ahead(known.chinese_mass, reach.chinese) + sums_before(known.english_mass, reach.english)
    share: Floats = (chinese + english) / (mass + 2) * ((a + b) * np.float32(0.5))
    yield share
    yield known.poorest()


def _length_features(window: Window, weighing: Weighing, reach: Reach) -> Iterator[Floats]:
    """Yield the difference of the lengths in English letters, as a ratio and as a square in standard units.

    The square is the one of W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual Corpora",
    Computational Linguistics 19(1), 1993.
    """
    expected = sums_ahead(window.chinese.lengths[window.first : window.last], reach.chinese)
    expected = expected * np.float32(weighing.letters_per_character)
    actual = sums_before(window.english.lengths[window.left : window.right], reach.english)
    yield np.abs(np.log(expected + 8) - np.log(actual + 8))
    yield np.minimum((actual - expected) ** 2 / (10 * (actual + expected + 10)), 20)


def _mark_features(window: Window, reach: Reach) -> Iterator[Floats]:
    """Yield whether only one side leaves a quotation open, and by how many marks of each kind the sides differ."""
    z_open = _of_last_chinese(window.chinese.open_quotes, window, reach)
    yield np.abs(z_open - _of_last_english(window.english.open_quotes, window))
    for kind in range(window.chinese.marks.shape[1]):
        of_chinese = sums_ahead(window.chinese.marks[window.first : window.last, kind], reach.chinese)
        of_english = sums_before(window.english.marks[window.left : window.right, kind], reach.english)
        yield np.minimum(np.abs(of_chinese - of_english), 3)


def _paragraph_features(window: Window, reach: Reach) -> Iterator[Floats]:
    """Yield how many ends of paragraphs lie within a link, and whether both sides end with one."""
    z_ends, e_ends = window.chinese.paragraph_ends, window.english.paragraph_ends
    if not (z_ends.any() or e_ends.any()):
        yield from [np.zeros((1, 1, 1, 1), np.float32)] * 2
        return
    z_last, e_last = _of_last_chinese(z_ends, window, reach), _of_last_english(e_ends, window)
    z_within = sums_ahead(z_ends[window.first : window.last], reach.chinese) - z_last
    yield z_within + sums_before(e_ends[window.left : window.right], reach.english) - e_last
    yield z_last * e_last


def _shapes(reach: Reach) -> tuple[Floats, Floats]:
    """Return the numbers of Chinese and of English sentences of links, to broadcast."""
    a: Floats = np.arange(1, reach.chinese + 1, dtype=np.float32)[:, None, None, None]
    b: Floats = np.arange(1, reach.english + 1, dtype=np.float32)[None, :, None, None]
    return a, b


def _of_last_chinese(facts: Floats, window: Window, reach: Reach) -> Floats:
    """Return a fact of the last Chinese sentence of each link."""
    within = facts[window.first : window.last]
    last = np.arange(len(within)) + np.arange(reach.chinese)[:, None]
    found: Floats = within[np.minimum(last, len(within) - 1)][:, None, :, None]
    return found


def _of_last_english(facts: Floats, window: Window) -> Floats:
    """Return a fact of the last English sentence of each link."""
    none = np.zeros(1, np.float32)
    found: Floats = np.concatenate((none, facts[window.left : window.right]))[None, None, None, :]
    return found
