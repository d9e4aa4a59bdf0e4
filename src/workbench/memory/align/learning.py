"""Words learned from aligned sentences: IBM model 1 in both directions, started from the dictionary.

P. F. Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from workbench.memory.align.corpus import Doubles, Flags, Floats, Ints, Side
from workbench.memory.align.links import Links, ranges
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
    size = len(chinese_kept)
    keys, places = _numbered(met.english * size + met.chinese)  # in the order of the known pairs
    start: Doubles = 1.0 + HEAD_START * _known_strengths(keys, known, size).astype(np.float64)
    worth = (start > 1) | (np.bincount(places, minlength=len(keys)) > 1)
    keys, start, kept = keys[worth], start[worth], worth[places]
    if not len(keys):
        return known
    places = (np.cumsum(worth) - 1)[places[kept]]
    english, chinese = keys // size, keys % size
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
    order, ordered = _sorted(values)
    is_new = np.ones(len(values), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    places = np.empty(len(values), np.int64)
    places[order] = np.cumsum(is_new) - 1
    return ordered[is_new], places


def _sorted(values: Ints) -> tuple[Ints, Ints]:
    """Return where the values stand in rising order, and the values so; sorting numbers is far faster than places."""
    bits = len(values).bit_length()
    if not len(values) or int(values.max()).bit_length() + bits > 62:
        order = np.argsort(values)
        return order, values[order]
    both = values << bits | np.arange(len(values))
    both.sort()
    return both & ((1 << bits) - 1), both >> bits


def _known_strengths(keys: Ints, known: Links, size: int) -> Floats:
    strengths = np.zeros(len(keys), np.float32)
    if not len(keys):
        return strengths
    known_keys = known.english * size + known.chinese
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
    parts: list[Meetings] = []
    base_z = base_e = met = 0
    for chinese, english, path in aligned:
        if met > MOST_PAIRS or not path:
            continue
        bounds = np.array(path, np.int64)
        z, z_begins, z_counts = _kept_words(chinese, chinese_kept, bounds[:, 0])
        e, e_begins, e_counts = _kept_words(english, english_kept, bounds[:, 1])
        sizes = z_counts * e_counts
        inner = ranges(np.zeros(len(sizes), np.int64), sizes)
        width = np.repeat(e_counts, sizes)
        z_places = np.repeat(z_begins, sizes) + inner // width
        e_places = np.repeat(e_begins, sizes) + inner % width
        parts.append(Meetings(z[z_places], e[e_places], base_z + z_places, base_e + e_places))
        base_z, base_e, met = base_z + len(z), base_e + len(e), met + len(inner)
    empty = [np.zeros(0, np.int64)]
    columns = ("chinese", "english", "chinese_occurrence", "english_occurrence")
    return Meetings(*(np.concatenate([getattr(part, name) for part in parts] or empty) for name in columns))


def _kept_words(side: Side, kept: Flags, bounds: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the words of a side that are kept, and where those of each link begin and how many they are."""
    is_kept = kept[side.tokens]
    before = np.concatenate(([0], np.cumsum(is_kept)))
    begins = before[side.starts[bounds[:, 0]]]
    return side.tokens[is_kept], begins, before[side.starts[bounds[:, 1]]] - begins
