"""Scores of every possible link in a window of a document: a weighted sum of a few comparisons.

A link joins `a` Chinese sentences with `b` English ones that follow each other. How well the words of one side
are explained by the other is kept per sentence, so that links of several sentences cost little more than links
of one: the best explanation of a word by several sentences is the maximum of its explanations by each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Floats, Ints, Side

SHAPES = tuple(
    (a, b)
    for a in range(1, 5)
    for b in range(1, 7)
    if (min(a, b) == 1) or (a + b <= 5) or (a, b) in ((3, 3), (2, 4))
)
"""Numbers of Chinese and English sentences a link may join."""

MOST_CHINESE = max(a for a, _ in SHAPES)
MOST_ENGLISH = max(b for _, b in SHAPES)


@dataclass(frozen=True, slots=True)
class Links:
    """What is known of words: pairs of token numbers with a strength, sorted by the English token."""

    chinese: Ints
    english: Ints
    strengths: Floats
    starts: Ints

    @classmethod
    def of(cls, chinese: Ints, english: Ints, strengths: Floats, size: int) -> Links:
        """Return the pairs sorted and indexed; `size` is the number of English tokens."""
        order = np.argsort(english, kind="stable")
        starts = np.searchsorted(english[order], np.arange(size + 1))
        return cls(chinese[order], english[order], strengths[order], starts)


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a document in which links are scored, with the words' explanations."""

    chinese: Side
    english: Side
    first: int
    last: int
    left: int
    right: int
    chinese_cover: list[Floats]
    english_cover: list[Floats]
    chinese_mass: Floats
    english_mass: Floats


def open_window(
    *, chinese: Side, english: Side, rows: tuple[int, int], columns: tuple[int, int], links: Links,
    chinese_rarity: Floats, english_rarity: Floats,
) -> Window:  # fmt: skip
    """Return the window of Chinese sentences `rows` and English sentences `columns` (ends excluded)."""
    first, last = rows
    left, right = columns
    z_tokens = chinese.tokens[chinese.starts[first] : chinese.starts[last]]
    e_tokens = english.tokens[english.starts[left] : english.starts[right]]
    z_starts = chinese.starts[first : last + 1] - chinese.starts[first]
    e_starts = english.starts[left : right + 1] - english.starts[left]
    z_types, z_local = np.unique(z_tokens, return_inverse=True)
    e_types, e_local = np.unique(e_tokens, return_inverse=True)
    pair_z, pair_e, values = _known_pairs(z_types, e_types, links, chinese_rarity, english_rarity)
    z_rows = np.repeat(np.arange(last - first), np.diff(z_starts))
    e_rows = np.repeat(np.arange(right - left), np.diff(e_starts))
    z_best = _best_by_sentence(pair_e, pair_z, values, e_local, e_rows, len(z_types), right - left)
    e_best = _best_by_sentence(pair_z, pair_e, values, z_local, z_rows, len(e_types), last - first)
    return Window(
        chinese=chinese,
        english=english,
        first=first,
        last=last,
        left=left,
        right=right,
        chinese_cover=_covers(z_best[z_local], z_starts, MOST_ENGLISH),
        english_cover=[cover.T for cover in _covers(e_best[e_local], e_starts, MOST_CHINESE)],
        chinese_mass=_row_sums(chinese_rarity[z_tokens][:, None], z_starts)[:, 0],
        english_mass=_row_sums(english_rarity[e_tokens][:, None], e_starts)[:, 0],
    )


def _known_pairs(
    z_types: Ints, e_types: Ints, links: Links, chinese_rarity: Floats, english_rarity: Floats
) -> tuple[Ints, Ints, Floats]:
    """Return the linked pairs among the types of a window as local numbers, with the value of a match."""
    counts = links.starts[e_types + 1] - links.starts[e_types]
    picks = ranges(links.starts[e_types], counts)
    pair_e = np.repeat(np.arange(len(e_types)), counts)
    z = links.chinese[picks]
    local = np.searchsorted(z_types, z)
    local[local == len(z_types)] = 0
    kept = z_types[local] == z if len(z_types) else np.zeros(len(z), bool)
    pair_e, local, picks = pair_e[kept], local[kept], picks[kept]
    rarity = np.minimum(chinese_rarity[z_types[local]], english_rarity[e_types[pair_e]])
    return local, pair_e, links.strengths[picks] * rarity


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Return starts[0], starts[0]+1, … for counts[0] numbers, then the same of the next."""
    total = int(counts.sum())
    offsets = (
        np.repeat(starts - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) if len(counts) else counts
    )
    return np.arange(total) + offsets


def _best_by_sentence(
    keys: Ints, others: Ints, values: Floats, local: Ints, rows: Ints, types: int, sentences: int
) -> Floats:
    """Return for each type of the other side, and each sentence of this side, the best value of a match."""
    order = np.argsort(keys, kind="stable")
    sorted_keys = keys[order]
    begins = np.searchsorted(sorted_keys, local)
    counts = np.searchsorted(sorted_keys, local, side="right") - begins
    picks = order[ranges(begins, counts)]
    best = np.zeros((types, sentences), np.float32)
    np.maximum.at(best, (others[picks], np.repeat(rows, counts)), values[picks])
    return best


def _covers(best: Floats, starts: Ints, most: int) -> list[Floats]:
    """Return for n = 1 … most: per sentence and place, what n sentences from that place explain of it."""
    covers = []
    widest = best
    for count in range(most):
        if count:
            grown = widest.copy()
            grown[:, :-count] = np.maximum(widest[:, :-count], best[:, count:])
            widest = grown
        covers.append(_row_sums(widest, starts))
    return covers


def _row_sums(values: Floats, starts: Ints) -> Floats:
    """Return the sums of the rows between one start and the next; an empty stretch is 0."""
    sums = np.zeros((len(starts) - 1, values.shape[1]), np.float32)
    filled = np.flatnonzero(np.diff(starts))
    if len(filled):
        sums[filled] = np.add.reduceat(values, starts[filled], axis=0)
    return sums


FEATURES = (
    "link", "one_to_one", "more_chinese", "more_english", "many_to_many",
    "cover_chinese", "cover_english", "share", "length_error", "length_square", "weakest",
    "question", "exclamation", "quote", "colon", "semicolon", "dash", "bracket", "percent",
)  # fmt: skip


def features(window: Window, shape: tuple[int, int], ratio: float) -> Iterator[Floats]:
    """Yield the comparisons named in FEATURES for all links of one shape, by first row and first column.

    `ratio` is the number of English letters expected for one Chinese character.
    """
    a, b = shape
    rows, columns = window.last - window.first - a + 1, window.right - window.left - b + 1
    z_each = [window.chinese_cover[b - 1][k : k + rows, :columns] for k in range(a)]
    e_each = [window.english_cover[a - 1][:rows, k : k + columns] for k in range(b)]
    z_cover = np.add.reduce(z_each)
    e_cover = np.add.reduce(e_each)
    z_mass = _rolling(window.chinese_mass, a)[:, None]
    e_mass = _rolling(window.english_mass, b)[None, :]
    z_length = _rolling(window.chinese.lengths[window.first : window.last], a)[:, None] * ratio
    e_length = _rolling(window.english.lengths[window.left : window.right], b)[None, :]
    ones = np.ones((rows, columns), np.float32)
    size = (a + b) / 2
    yield ones
    yield ones * (shape == (1, 1))
    yield ones * (a - 1)
    yield ones * (b - 1)
    yield ones * (min(a, b) - 1)
    yield z_cover / 10
    yield e_cover / 10
    yield (z_cover + e_cover) / (z_mass + e_mass + 2) * size
    error = np.abs(np.log((z_length + 8) / (e_length + 8)))
    yield error
    yield np.minimum((e_length - z_length) ** 2 / (e_length + z_length + 10) / 10, 20)
    weakest = ones * 0
    if a + b > 2:
        parts = (
            [c / (window.chinese_mass[k : k + rows, None] + 1) for k, c in enumerate(z_each)] if a > 1 else []
        )
        parts += (
            [c / (window.english_mass[None, k : k + columns] + 1) for k, c in enumerate(e_each)]
            if b > 1
            else []
        )
        weakest = np.minimum.reduce(parts)
    yield weakest
    z_marks = window.chinese.marks[window.first : window.last]
    e_marks = window.english.marks[window.left : window.right]
    for kind in range(z_marks.shape[1]):
        yield np.minimum(
            np.abs(_rolling(z_marks[:, kind], a)[:, None] - _rolling(e_marks[:, kind], b)[None, :]), 3
        )


def _rolling(values: Floats, count: int) -> Floats:
    """Return the sums of `count` neighbours."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    return (sums[count:] - sums[:-count]).astype(np.float32)
