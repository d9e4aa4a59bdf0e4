"""Aligning documents in two passes: first with what is known of words, then with what they themselves teach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from workbench.memory.align.anchors import find_band
from workbench.memory.align.cells import (
    FEATURES, MOST_CHINESE, MOST_ENGLISH, SHAPES, Links, features, open_window,
)  # fmt: skip
from workbench.memory.align.corpus import Floats, Side, Vocabulary, read_chinese, read_english
from workbench.memory.align.learning import learn_links
from workbench.memory.align.lexicon import likely_names, suggested_pairs
from workbench.memory.align.search import NEVER, Step, best_path
from workbench.memory.align.weights import SKIP_WEIGHTS, WEIGHTS


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """A Chinese text and its English translation, sentence by sentence, in order."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of one document: sentence numbers from 0, empty on one side for an omission, and confidences."""

    name: str
    links: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents as numbers, with the rarity of every token."""

    sides: list[tuple[Side, Side]]
    chinese: Vocabulary
    english: Vocabulary
    chinese_rarity: Floats
    english_rarity: Floats
    ratio: float


def read_corpus(documents: Sequence[DocumentPair]) -> Corpus:
    """Return the documents as numbers."""
    chinese, english = Vocabulary(), Vocabulary()
    sides = [
        (read_chinese(document.sources, chinese), read_english(document.targets, english))
        for document in documents
    ]
    letters = sum(float(side.lengths.sum()) for _, side in sides)
    characters = sum(float(side.lengths.sum()) for side, _ in sides)
    ratio = (letters + 3.1 * 2000) / (characters + 2000)
    return Corpus(sides, chinese, english, chinese.rarity(), english.rarity(), ratio)


def known_links(
    documents: Sequence[DocumentPair], corpus: Corpus, terms: Mapping[str, Sequence[str]]
) -> Links:
    """Return the pairs of words that dictionary, term base, numbers and names suggest."""
    capitalised = likely_names(sentence for document in documents for sentence in document.targets)
    triples = list(suggested_pairs(corpus.chinese.numbers, english=corpus.english.numbers, capitalised=capitalised, terms=terms))
    array = np.array(triples or np.zeros((0, 3)), np.float64)
    return Links.of(
        array[:, 0].astype(np.int64),
        array[:, 1].astype(np.int64),
        array[:, 2].astype(np.float32),
        len(corpus.english.numbers),
    )


def align_pair(
    chinese: Side,
    english: Side,
    corpus: Corpus,
    links: Links,
    weights: Mapping[str, float],
    skips: Mapping[str, float],
) -> list[Step]:
    """Return the best way through one document."""
    ratio = document_ratio(chinese, english, corpus.ratio)

    def score_block(first: int, last: int, left: int, right: int) -> list[Floats]:
        window = open_window(
            chinese=chinese, english=english, rows=(first, last), columns=(left, right), links=links,
            chinese_rarity=corpus.chinese_rarity, english_rarity=corpus.english_rarity,
        )  # fmt: skip
        scores = [
            np.full((last - first, MOST_ENGLISH, right - left + 1), NEVER, np.float32)
            for _ in range(MOST_CHINESE)
        ]
        for a, b in SHAPES:
            if a > last - first or b > right - left:
                continue
            values = features(window, (a, b), ratio)
            total = sum(weights[name] * value for name, value in zip(FEATURES, values, strict=True))
            scores[a - 1][: last - first - a + 1, b - 1, b:] = total
        return scores

    return best_path(
        size=(len(chinese), len(english)),
        band=find_band(
            chinese=chinese,
            english=english,
            links=links,
            chinese_rarity=corpus.chinese_rarity,
            english_rarity=corpus.english_rarity,
        ),
        score_block=score_block,
        chinese_skip=skip_scores(chinese, corpus.chinese_rarity, "chinese", skips),
        english_skip=skip_scores(english, corpus.english_rarity, "english", skips),
    )


def document_ratio(chinese: Side, english: Side, usual: float) -> float:
    """Return English letters for a Chinese character in this document, drawn towards the usual ratio."""
    return float((english.lengths.sum() + usual * 500) / (chinese.lengths.sum() + 500))


def skip_masses(side: Side, rarity: Floats) -> Floats:
    """Return how much each sentence would leave unexplained: the rarity of its words, summed."""
    sums = np.concatenate(([0.0], np.cumsum(rarity[side.tokens], dtype=np.float64)))
    return (sums[side.starts[1:]] - sums[side.starts[:-1]]).astype(np.float32)


def skip_scores(side: Side, rarity: Floats, language: str, skips: Mapping[str, float]) -> Floats:
    """Return the score of leaving each sentence of a side without a partner."""
    return skips[language] + skips["mass"] * skip_masses(side, rarity) / 10


def align_documents(
    documents: Sequence[DocumentPair],
    *,
    terms: Mapping[str, Sequence[str]] | None = None,
    scorer: Callable[..., Floats] | None = None,
) -> Iterator[Alignment]:
    """Yield the alignment of each document, in order, once all have been read and learned from."""
    corpus = read_corpus(documents)
    links = known_links(documents, corpus, terms or {})
    paths = [align_pair(*sides, corpus, links, WEIGHTS, SKIP_WEIGHTS) for sides in corpus.sides]
    links = learn_links(corpus.sides, paths, links, len(corpus.chinese.numbers), len(corpus.english.numbers))
    for document, sides in zip(documents, corpus.sides, strict=True):
        path = align_pair(*sides, corpus, links, WEIGHTS, SKIP_WEIGHTS)
        yield Alignment(
            document.name,
            [(tuple(range(*rows)), tuple(range(*columns))) for rows, columns in path],
            [1.0 for _ in path],
        )
