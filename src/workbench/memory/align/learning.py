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
MOST_PAIRS = 3_000_000
"""Pairs of words looked at, at most; they are enough to learn from and keep memory small."""


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

    `chinese_kept` and `english_kept` say of each token whether to learn about it. A pair that is not known and
    meets once is left out: it would only confirm whatever the first pass decided.
    """
    met = _meetings(aligned, chinese_kept, english_kept)
    size = len(english_kept)
    keys, places = _numbered(met.chinese * size + met.english)
    start: Doubles = 1.0 + HEAD_START * _known_strengths(keys, known, size).astype(np.float64)
    worth = (start > 1) | (np.bincount(places, minlength=len(keys)) > 1)
    keys, start, kept = keys[worth], start[worth], worth[places]
    if not len(keys):
        return known
    places = (np.cumsum(worth) - 1)[places[kept]]
    chinese, english = keys // size, keys % size
    forward, expected = _train(start, places, met.chinese_occurrence[kept], english)
    backward, _ = _train(start, places, met.english_occurrence[kept], chinese)
    strength = np.sqrt(forward * backward) * np.clip(1 - 1 / np.maximum(expected, 1), 0, 1)
    learnt = strength > WEAKEST
    return Links.of(
        np.concatenate((known.chinese, chinese[learnt])),
        np.concatenate((known.english, english[learnt])),
        np.concatenate((known.strengths, strength[learnt].astype(np.float32))),
        known.sizes,
    )


def _numbered(values: Ints) -> tuple[Ints, Ints]:
    """Return the distinct values, and for each value which of them it is."""
    order = np.argsort(values)
    ordered = values[order]
    is_new = np.ones(len(values), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    places = np.empty(len(values), np.int64)
    places[order] = np.cumsum(is_new) - 1
    return ordered[is_new], places


def _known_strengths(keys: Ints, known: Links, size: int) -> Floats:
    strengths = np.zeros(len(keys), np.float32)
    if not len(keys):
        return strengths
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
