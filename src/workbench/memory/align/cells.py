"""Scores of every possible link in a window of a document: a weighted sum of a few comparisons.

A link joins `a` Chinese sentences with `b` English ones that follow each other. How well the words of one side
are explained by the other is kept per sentence, so that links of several sentences cost little more than links
of one: the best explanation of a word by several sentences is the maximum of its explanations by each.
Arrays of links have the axes [a - 1, b - 1, first row, column behind the last].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Floats, Ints, Side
from workbench.memory.align.links import Links, ranges

NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many Chinese and English sentences a link may join at most, and how many together."""

    chinese: int
    english: int
    together: int

    def allows(self, a: int, b: int) -> bool:
        """Tell whether a link may join `a` Chinese with `b` English sentences."""
        return a <= self.chinese and b <= self.english and (min(a, b) == 1 or a + b <= self.together)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is known of the words: pairs with strengths, and the rarity of each token on both sides."""

    links: Links
    chinese_rarity: Floats
    english_rarity: Floats
    letters_per_character: float


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document: Chinese sentences first…last, English ones left…right (ends excluded)."""

    chinese: Side
    english: Side
    first: int
    last: int
    left: int
    right: int


FEATURES = (
    "link", "one_to_one", "more_chinese", "more_english", "many_to_many",
    "cover_chinese", "cover_english", "share", "length_error", "length_square", "weakest",
    "open_quote", "question", "exclamation", "quote",
)  # fmt: skip
"""Names of the comparisons, in the order `features` yields them."""


def score_window(window: Window, weighing: Weighing, reach: Reach, weights: Mapping[str, float]) -> Floats:
    """Return the scores of all links in a window; minus infinity (`NEVER`) where there can be none."""
    rows, columns = window.last - window.first, window.right - window.left
    score = np.zeros((reach.chinese, reach.english, rows, columns + 1), np.float32)
    for name, value in zip(FEATURES, features(window, weighing, reach), strict=True):
        score += np.float32(weights[name]) * value
    for a in range(1, reach.chinese + 1):
        score[a - 1, :, max(rows - a + 1, 0) :] = NEVER
        for b in range(1, reach.english + 1):
            if reach.allows(a, b):
                score[a - 1, b - 1, :, :b] = NEVER
            else:
                score[a - 1, b - 1] = NEVER
    return score


def features(window: Window, weighing: Weighing, reach: Reach) -> Iterator[Floats]:
    """Yield the comparisons named in FEATURES, each as an array that broadcasts to all links."""
    a = np.arange(1, reach.chinese + 1, dtype=np.float32)[:, None, None, None]
    b = np.arange(1, reach.english + 1, dtype=np.float32)[None, :, None, None]
    yield np.ones((1, 1, 1, 1), np.float32)
    yield ((a == 1) & (b == 1)).astype(np.float32)
    yield a - 1
    yield b - 1
    yield np.minimum(a, b) - 1
    chinese_cover, english_cover, chinese_mass, english_mass, weakest = _word_features(window, weighing, reach)
    yield chinese_cover / 10
    yield english_cover / 10
    yield (chinese_cover + english_cover) / (chinese_mass + english_mass + 2) * ((a + b) / 2)
    chinese_rows = window.chinese.lengths[window.first : window.last]
    english_rows = window.english.lengths[window.left : window.right]
    expected = _sums(chinese_rows, reach.chinese, ahead=True) * weighing.letters_per_character
    actual = _sums(english_rows, reach.english, ahead=False)
    yield np.abs(np.log(expected + 8) - np.log(actual + 8))
    yield np.minimum((actual - expected) ** 2 / (10 * (actual + expected + 10)), 20)
    yield weakest
    yield _open_quote_differs(window, reach)
    for kind in range(window.chinese.marks.shape[1]):
        of_chinese = _sums(window.chinese.marks[window.first : window.last, kind], reach.chinese, ahead=True)
        of_english = _sums(window.english.marks[window.left : window.right, kind], reach.english, ahead=False)
        yield np.minimum(np.abs(of_chinese - of_english), 3)


def _open_quote_differs(window: Window, reach: Reach) -> Floats:
    """Return 1 where a link leaves a quotation open on one side only."""
    of_chinese = window.chinese.open_quotes[window.first : window.last]
    of_english = np.concatenate(([0.0], window.english.open_quotes[window.left : window.right]))
    last = np.arange(len(of_chinese)) + np.arange(reach.chinese)[:, None]
    after = of_chinese[np.minimum(last, len(of_chinese) - 1)]
    return np.abs(after[:, None, :, None] - of_english[None, None, None, :]).astype(np.float32)


def _sums(values: Floats, most: int, *, ahead: bool) -> Floats:
    """Return the sums of 1 … most neighbours: ahead of each row, or before each column's end."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    places = np.arange(len(sums))
    counts = np.arange(1, most + 1)[:, None]
    if ahead:
        begins = places[None, :-1]
        found = sums[np.minimum(begins + counts, len(values))] - sums[begins]
        return found.astype(np.float32)[:, None, :, None]
    found = sums[places[None, :]] - sums[np.maximum(places[None, :] - counts, 0)]
    return found.astype(np.float32)[None, :, None, :]


def _word_features(
    window: Window, weighing: Weighing, reach: Reach
) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Return what is explained on each side, what there is to explain, and the least explained part of a link."""
    by_english, by_chinese, chinese_mass, english_mass = _explanations(window, weighing, reach)
    rows, columns = len(chinese_mass), len(english_mass)
    upto = np.minimum(np.arange(rows) + np.arange(1, reach.chinese + 1)[:, None], rows)
    since = np.maximum(np.arange(columns + 1) - np.arange(1, reach.english + 1)[:, None], 0)
    sums = np.zeros((reach.english, rows + 1, columns + 1), np.float32)
    np.cumsum(by_english, axis=1, out=sums[:, 1:])
    chinese_cover = (sums[:, upto] - sums[:, None, :-1]).transpose(1, 0, 2, 3)
    sums = np.zeros((reach.chinese, rows, columns + 1), np.float32)
    np.cumsum(by_chinese, axis=2, out=sums[:, :, 1:])
    english_cover = (sums[:, :, None, :] - sums[:, :, since]).transpose(0, 2, 1, 3)
    weakest = _weakest(by_english / (chinese_mass[:, None] + 1), by_chinese / (english_mass + 1))
    chinese_total = _sums(chinese_mass, reach.chinese, ahead=True)
    english_total = _sums(english_mass, reach.english, ahead=False)
    return chinese_cover, english_cover, chinese_total, english_total, weakest


def _weakest(chinese_share: Floats, english_share: Floats) -> Floats:
    """Return the least explained sentence of each link, on the sides that have more than one; 0 for one to one."""
    most_english, rows, ends = chinese_share.shape
    most_chinese = english_share.shape[0]
    of_chinese = np.full((most_chinese, most_english, rows, ends), 9, np.float32)
    least = chinese_share
    for a in range(2, most_chinese + 1):
        least = np.minimum(least[:, : rows - a + 1], chinese_share[:, a - 1 :]) if rows >= a else least[:, :0]
        of_chinese[a - 1, :, : least.shape[1]] = least
    of_english = np.full((most_chinese, most_english, rows, ends), 9, np.float32)
    least = english_share
    for b in range(2, most_english + 1):
        least = np.minimum(least[:, :, 1:], english_share[:, :, : ends - b]) if ends > b else least[:, :, :0]
        of_english[:, b - 1, :, b:] = least
    weakest = np.minimum(of_chinese, of_english)
    weakest[0, 0] = 0
    return weakest


def _explanations(window: Window, weighing: Weighing, reach: Reach) -> tuple[Floats, Floats, Floats, Floats]:
    """Return what is explained of each sentence by runs of sentences on the other side, and the masses.

    First, for runs of 1 … b English sentences, [b - 1, row, column behind the run]; second, for runs of 1 … a
    Chinese ones, [a - 1, first row of the run, column].
    """
    chinese, english = window.chinese, window.english
    z_starts = chinese.starts[window.first : window.last + 1]
    e_starts = english.starts[window.left : window.right + 1]
    z_tokens = chinese.tokens[z_starts[0] : z_starts[-1]]
    e_tokens = english.tokens[e_starts[0] : e_starts[-1]]
    z_starts, e_starts = z_starts - z_starts[0], e_starts - e_starts[0]
    z_types, z_local = np.unique(z_tokens, return_inverse=True)
    e_types, e_local = np.unique(e_tokens, return_inverse=True)
    pair_z, pair_e, strengths = weighing.links.among(z_types, e_types)
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
    return by_english, by_chinese, z_mass, e_mass


def _best_by_sentence(pairs: tuple[Ints, Ints, Floats], local: Ints, starts: Ints, types: int) -> Floats:
    """Return for each of the other side's types, and each sentence of this side, the best value of a match.

    `pairs` are this side's type, the other side's type and the value; `local` are this side's tokens.
    """
    keys, others, values = pairs
    rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.argsort(keys, kind="stable")
    begins = np.searchsorted(keys[order], np.arange(len(keys) and int(keys.max()) + 2))
    known = local < len(begins) - 1
    local, rows = local[known], rows[known]
    counts = begins[local + 1] - begins[local] if len(local) else local
    picks = order[ranges(begins[local], counts)] if len(local) else local
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
