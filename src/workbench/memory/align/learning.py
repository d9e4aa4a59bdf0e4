"""Words learned from aligned sentences: IBM model 1 in both directions, started from the dictionary.

P. F. Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.memory.align.cells import Links
from workbench.memory.align.corpus import Floats, Ints, Side
from workbench.memory.align.search import Step

ROUNDS = 4
DICTIONARY_HEAD_START = 20.0
"""How much likelier a pair from the dictionary is than any other before anything was seen."""


def learn_links(
    sides: Sequence[tuple[Side, Side]],
    paths: Sequence[Sequence[Step]],
    known: Links,
    chinese_size: int,
    english_size: int,
) -> Links:
    """Return the known pairs with those added that the links of a first pass teach."""
    z, e, groups_z, groups_e = _token_pairs(sides, paths)
    if not len(z):
        return known
    keys, inverse, counts = np.unique(z * english_size + e, return_inverse=True, return_counts=True)
    known_keys = known.chinese * english_size + known.english
    start = np.ones(len(keys))
    places = np.searchsorted(keys, known_keys)
    places[places == len(keys)] = 0
    met = keys[places] == known_keys
    start[places[met]] += DICTIONARY_HEAD_START * known.strengths[met]
    pair_z, pair_e = keys // english_size, keys % english_size
    forward, expected = _train(start, inverse, groups_z, pair_e, english_size)
    backward, _ = _train(start, inverse, groups_e, pair_z, chinese_size)
    strength = np.sqrt(forward * backward) * np.clip(1 - 1 / np.maximum(expected, 1), 0, 1)
    kept = strength > 0.05
    return _merge(known, pair_z[kept], pair_e[kept], strength[kept].astype(np.float32), english_size)


def _train(start: Floats, inverse: Ints, groups: Ints, given: Ints, size: int) -> tuple[Floats, Floats]:
    """Return t(word | given) per pair and the pairs' expected counts."""
    probability = start / np.bincount(given, start, size)[given]
    expected = start
    for _ in range(ROUNDS):
        raw = probability[inverse]
        share = raw / (np.bincount(groups, raw)[groups] + 1e-9)
        expected = np.bincount(inverse, share, len(start))
        probability = expected / (np.bincount(given, expected, size)[given] + 0.5)
    return probability, expected


def _token_pairs(
    sides: Sequence[tuple[Side, Side]], paths: Sequence[Sequence[Step]]
) -> tuple[Ints, Ints, Ints, Ints]:
    """Return all pairs of tokens within links, with the number of the occurrence each side of a pair is."""
    all_z, all_e, group_z, group_e = [], [], [], []
    base_z = base_e = 0
    for (chinese, english), path in zip(sides, paths, strict=True):
        for rows, columns in path:
            z = chinese.tokens[chinese.starts[rows[0]] : chinese.starts[rows[1]]]
            e = english.tokens[english.starts[columns[0]] : english.starts[columns[1]]]
            if not len(z) or not len(e):
                continue
            all_z.append(np.repeat(z, len(e)))
            all_e.append(np.tile(e, len(z)))
            group_z.append(np.repeat(np.arange(base_z, base_z + len(z)), len(e)))
            group_e.append(np.tile(np.arange(base_e, base_e + len(e)), len(z)))
            base_z += len(z)
            base_e += len(e)
    if not all_z:
        return (np.zeros(0, np.int64),) * 4
    return np.concatenate(all_z), np.concatenate(all_e), np.concatenate(group_z), np.concatenate(group_e)


def _merge(known: Links, z: Ints, e: Ints, strengths: Floats, english_size: int) -> Links:
    keys = np.concatenate((known.chinese * english_size + known.english, z * english_size + e))
    values = np.concatenate((known.strengths, strengths))
    order = np.lexsort((-values, keys))
    keys, values = keys[order], values[order]
    first = np.concatenate(([True], keys[1:] != keys[:-1]))
    return Links.of(keys[first] // english_size, keys[first] % english_size, values[first], english_size)
