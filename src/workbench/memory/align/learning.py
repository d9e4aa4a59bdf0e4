"""Words learned from aligned sentences: IBM model 1 in both directions, started from the dictionary.

P. F. Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Doubles, Flags, Floats, Ints, Side
from workbench.memory.align.links import Links
from workbench.memory.align.search import Step

ROUNDS = 4
HEAD_START = 20.0
"""How much likelier a pair from the dictionary is than any other before anything was seen."""
WEAKEST = 0.05
"""Learned pairs weaker than this are forgotten."""
MOST_PAIRS = 8_000_000
"""Pairs of words looked at, at most; they are enough to learn from and keep memory under half a gigabyte."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """Every meeting of a Chinese with an English word in a link, and which occurrence of each it is."""

    chinese: Ints
    english: Ints
    chinese_occurrence: Ints
    english_occurrence: Ints


def learn_links(
    aligned: Iterable[tuple[Side, Side, list[Step]]],
    *,
    known: Links,
    chinese_kept: Flags,
    english_kept: Flags,
) -> Links:
    """Return the known pairs with those added that the links of a first pass teach.

    `chinese_kept` and `english_kept` say of each token whether to learn about it: one met in a single sentence
    would only confirm whatever the first pass decided.
    """
    met = _meetings(aligned, chinese_kept, english_kept)
    if not len(met.chinese):
        return known
    learnt_z, learnt_e = np.flatnonzero(chinese_kept), np.flatnonzero(english_kept)
    rank_z, rank_e = np.cumsum(chinese_kept) - 1, np.cumsum(english_kept) - 1
    keys, inverse = _numbered(rank_z[met.chinese] * len(learnt_e) + rank_e[met.english])
    chinese, english = learnt_z[keys // len(learnt_e)], learnt_e[keys % len(learnt_e)]
    size = len(english_kept)
    start: Doubles = 1.0 + HEAD_START * _known_strengths(chinese * size + english, known, size).astype(
        np.float64
    )
    forward, expected = _train(start, inverse, met.chinese_occurrence, english)
    backward, _ = _train(start, inverse, met.english_occurrence, chinese)
    strength = np.sqrt(forward * backward) * np.clip(1 - 1 / np.maximum(expected, 1), 0, 1)
    kept = strength > WEAKEST
    return Links.of(
        np.concatenate((known.chinese, chinese[kept])),
        np.concatenate((known.english, english[kept])),
        np.concatenate((known.strengths, strength[kept].astype(np.float32))),
        size,
    )


def _numbered(values: Ints) -> tuple[Ints, Ints]:
    """Return the distinct values and which of them each is, as `np.unique`, but without sorting what is small."""
    low, high = int(values.min()), int(values.max())
    if high - low > MOST_PAIRS:
        return np.unique(values, return_inverse=True)
    seen = np.zeros(high - low + 1, bool)
    seen[values - low] = True
    places = np.cumsum(seen) - 1
    return np.flatnonzero(seen) + low, places[values - low]


def _known_strengths(keys: Ints, known: Links, size: int) -> Floats:
    strengths = np.zeros(len(keys), np.float32)
    known_keys = known.chinese * size + known.english
    places = np.searchsorted(keys, known_keys).clip(max=len(keys) - 1)
    found = keys[places] == known_keys
    strengths[places[found]] = known.strengths[found]
    return strengths


def _train(start: Doubles, inverse: Ints, occurrences: Ints, given: Ints) -> tuple[Doubles, Doubles]:
    """Return t(word | given) for each pair, and how often each pair is expected to have been meant."""
    probability = start / np.bincount(given, start)[given]
    expected = start
    for _ in range(ROUNDS):
        raw = probability[inverse]
        share = raw / (np.bincount(occurrences, raw)[occurrences] + 1e-9)
        expected = np.bincount(inverse, share, len(start)).astype(np.float64)
        probability = expected / (np.bincount(given, expected)[given] + 0.5)
    return probability, expected


def _meetings(
    aligned: Iterable[tuple[Side, Side, list[Step]]], chinese_kept: Flags, english_kept: Flags
) -> Meetings:
    all_z, all_e, groups_z, groups_e = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [], []
    base_z = base_e = met = 0
    for chinese, english, path in aligned:
        for rows, columns in path:
            z = chinese.tokens[chinese.starts[rows[0]] : chinese.starts[rows[1]]]
            e = english.tokens[english.starts[columns[0]] : english.starts[columns[1]]]
            z, e = z[chinese_kept[z]], e[english_kept[e]]
            if not len(z) or not len(e) or met > MOST_PAIRS:
                continue
            all_z.append(np.repeat(z, len(e)))
            all_e.append(np.tile(e, len(z)))
            groups_z.append(np.repeat(np.arange(base_z, base_z + len(z)), len(e)))
            groups_e.append(np.tile(np.arange(base_e, base_e + len(e)), len(z)))
            base_z += len(z)
            base_e += len(e)
            met += len(z) * len(e)
    empty = [np.zeros(0, np.int64)]
    return Meetings(*(np.concatenate(part) for part in (all_z, all_e, groups_z or empty, groups_e or empty)))
