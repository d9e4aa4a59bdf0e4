"""Words learned from aligned sentences: IBM model 1 in both directions, started from the dictionary.

P. F. Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Doubles, Flags, Floats, Ints, Side
from workbench.memory.align.links import Links, in_order, ranges
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
    """Every meeting of a Chinese with an English word in a link, and which occurrence of each it is.

    The pair of words is one number: the English token times the number of Chinese tokens, plus the Chinese token.
    """

    pairs: Ints
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
    size = len(chinese_kept)
    met = _meetings(aligned, chinese_kept, english_kept)
    order, pairs = in_order(met.pairs)  # in the order of the known pairs, the meetings of a pair side by side
    begins = np.flatnonzero(np.diff(pairs, prepend=-1))
    keys, counts = pairs[begins], np.diff(begins, append=len(pairs))
    start: Doubles = 1.0 + HEAD_START * _known_strengths(keys, known, size).astype(np.float64)
    worth = (start > 1) | (counts > 1)
    if not worth.any():
        return known
    order = order[np.repeat(worth, counts)]
    keys, start, counts = keys[worth], start[worth], counts[worth]
    english, chinese = keys // size, keys % size
    places = np.repeat(np.arange(len(keys)), counts)
    forward, expected = _train(start, places, met.chinese_occurrence[order], english)
    backward, _ = _train(start, places, met.english_occurrence[order], chinese)
    strength = np.sqrt(forward * backward) * np.clip(1 - 1 / np.maximum(expected, 1), 0, 1)
    learnt = strength > WEAKEST
    return Links.of(
        np.concatenate((known.chinese, chinese[learnt])),
        np.concatenate((known.english, english[learnt])),
        np.concatenate((known.strengths, strength[learnt].astype(np.float32))),
        known.sizes,
    )


def _known_strengths(keys: Ints, known: Links, size: int) -> Floats:
    strengths = np.zeros(len(keys), np.float32)
    if not len(keys):
        return strengths
    known_keys = known.english * size + known.chinese
    places = np.searchsorted(keys, known_keys).clip(max=len(keys) - 1)
    found = keys[places] == known_keys
    strengths[places[found]] = known.strengths[found]
    return strengths


def _train(start: Doubles, places: Ints, occurrences: Ints, given: Ints) -> tuple[Doubles, Doubles]:
    """Return t(word | given) for each pair, and how often each pair is expected to have been meant.

    `places` say which pair meets in each meeting, `occurrences` which occurrence of the word that is explained.
    """
    probability = start / np.bincount(given, start)[given]
    expected = start
    for _ in range(ROUNDS):
        raw = probability[places]
        share = raw / (np.bincount(occurrences, raw)[occurrences] + 1e-9)
        expected = np.bincount(places, share, len(start)).astype(np.float64)
        probability = expected / (np.bincount(given, expected)[given] + 0.5)
    return probability, expected


def _meetings(
    aligned: Iterable[tuple[Side, Side, list[Step]]], chinese_kept: Flags, english_kept: Flags
) -> Meetings:
    parts: list[Meetings] = []
    base_z = base_e = met = 0
    for chinese, english, path in aligned:
        if met > MOST_PAIRS or not path:
            continue
        bounds = np.array(path, np.int64)
        z, z_begins, z_counts = _kept_words(chinese, chinese_kept, bounds[:, 0])
        e, e_begins, e_counts = _kept_words(english, english_kept, bounds[:, 1])
        met_by_word = np.repeat(e_counts, z_counts)
        z_places = np.repeat(ranges(z_begins, z_counts), met_by_word)
        e_places = ranges(np.repeat(e_begins, z_counts), met_by_word)
        pairs = (e * len(chinese_kept))[e_places] + z[z_places]
        parts.append(Meetings(pairs, base_z + z_places, base_e + e_places))
        base_z, base_e, met = base_z + len(z), base_e + len(e), met + len(z_places)
    empty = [np.zeros(0, np.int64)]
    columns = ("pairs", "chinese_occurrence", "english_occurrence")
    return Meetings(*(np.concatenate([getattr(part, name) for part in parts] or empty) for name in columns))


def _kept_words(side: Side, kept: Flags, bounds: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the words of a side that are kept, and where those of each link begin and how many they are."""
    is_kept = kept[side.tokens]
    before = np.concatenate(([0], np.cumsum(is_kept)))
    begins = before[side.starts[bounds[:, 0]]]
    return side.tokens[is_kept], begins, before[side.starts[bounds[:, 1]]] - begins
