"""Finding which Chinese and which English articles of an archive are the same, by date and by what they begin with."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from workbench.memory.align.anchors import mutual_best, shared_words
from workbench.memory.align.corpus import Doubles, Ints
from workbench.memory.align.passes import Reader, skip_masses
from workbench.memory.align.values import DocumentPair
from workbench.memory.cutting import Cutter

MOST_DAYS = 3
"""Days that may lie between an article and its translation."""
LEAST_SHARE = 0.12
"""Of the weight of the words of the shorter beginning, the share that must be found in the other."""
FEWEST = 20
"""Articles by which the rarity of a word is told at the least: of a single one no word would be rare."""
FEW = 8
LEAST_SHARE_OF_FEW = 0.45
"""The same where there are fewer articles than that on a side, and hardly another to be compared with."""
MOST_PLACES = 400
"""A pair of words that could link more pairs of articles than this tells nothing."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """How an article begins: its headline and first sentences, and the day it was published when known."""

    text: str
    published: date | None = None


def pair_articles(
    chinese: Sequence[Beginning], english: Sequence[Beginning], *, terms: Iterable[tuple[str, str]] = ()
) -> list[tuple[int, int, float]]:
    """Return the places of articles that translate each other, and how much they share (0 to 1), best first.

    Two are taken for a pair when each is the other's best match and their dates do not contradict.
    """
    forms: dict[str, list[str]] = {}
    for source, target in terms:
        forms.setdefault(source, []).append(target)
    reader = Reader(forms)
    both = DocumentPair("", tuple(each.text for each in chinese), tuple(each.text for each in english))
    deque(reader.read([both], Cutter()), maxlen=0)
    corpus = reader.corpus(fewest=FEWEST)
    z, e = corpus.sides[0]
    rows, columns, values = shared_words(z, e, corpus.weighing, most_places=MOST_PLACES)
    near = _near(chinese, english, rows, columns)
    rows, columns = rows[near], columns[near]
    masses = np.minimum(
        skip_masses(z, corpus.weighing.chinese_rarity)[rows],
        skip_masses(e, corpus.weighing.english_rarity)[columns],
    )
    shares = np.minimum(values[near] / (masses + 1.0), 1.0)
    sizes = len(chinese), len(english)
    least = LEAST_SHARE_OF_FEW if min(sizes) < FEW else LEAST_SHARE
    rows, columns, shares = mutual_best(rows, columns, shares, sizes, least=least)
    order = np.argsort(-shares, kind="stable")
    return [(int(rows[place]), int(columns[place]), round(float(shares[place]), 3)) for place in order]


def _near(chinese: Sequence[Beginning], english: Sequence[Beginning], rows: Ints, columns: Ints) -> Ints:
    """Return the places of the pairs whose days lie close together, or of which one is unknown."""
    z, e = _days(chinese)[rows], _days(english)[columns]
    return np.flatnonzero(~(np.abs(z - e) > MOST_DAYS))


def _days(articles: Sequence[Beginning]) -> Doubles:
    return np.array(
        [each.published.toordinal() if each.published else np.nan for each in articles], np.float64
    )
