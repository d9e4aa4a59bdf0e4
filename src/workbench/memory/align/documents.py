"""Aligning documents in two passes: first with what is known of words, then with what they themselves teach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from workbench.memory.align.anchors import find_band
from workbench.memory.align.cells import Reach, Weighing, Window, score_window
from workbench.memory.align.corpus import Floats, Ints, Side, Vocabulary, read_chinese, read_english
from workbench.memory.align.learning import learn_links
from workbench.memory.align.lexicon import likely_names, suggested_pairs
from workbench.memory.align.links import Links
from workbench.memory.align.search import Step, Task, best_path
from workbench.memory.align.weights import SKIP_WEIGHTS, WEIGHTS

FIRST_REACH = Reach(chinese=3, english=3, together=4)
FULL_REACH = Reach(chinese=4, english=6, together=6)
USUAL_RATIO = 3.1
"""English letters for one Chinese character, before a text shows its own ratio."""


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
    weighing: Weighing


def read_corpus(documents: Sequence[DocumentPair], terms: Mapping[str, Sequence[str]]) -> Corpus:
    """Return the documents as numbers, with the pairs of words that are known beforehand."""
    chinese, english = Vocabulary(), Vocabulary()
    sides = [
        (read_chinese(document.sources, chinese), read_english(document.targets, english))
        for document in documents
    ]
    letters = sum(float(side.lengths.sum()) for _, side in sides)
    characters = sum(float(side.lengths.sum()) for side, _ in sides)
    ratio = (letters + USUAL_RATIO * 2000) / (characters + 2000)
    names = likely_names(sentence for document in documents for sentence in document.targets)
    pairs = suggested_pairs(chinese.numbers, english=english.numbers, names=names, terms=terms)
    table = np.fromiter(pairs, np.dtype([("z", np.int64), ("e", np.int64), ("strength", np.float32)]))
    links = Links.of(table["z"], table["e"], table["strength"], len(english.numbers))
    return Corpus(sides, chinese, english, Weighing(links, chinese.rarity(), english.rarity(), ratio))


def align_sides(
    chinese: Side, english: Side, *, band: tuple[Ints, Ints], weighing: Weighing, reach: Reach
) -> tuple[list[Step], list[float]]:
    """Return the best way through one document and the score of each step."""
    weighing = replace(
        weighing, letters_per_character=document_ratio(chinese, english, weighing.letters_per_character)
    )

    def score_block(first: int, last: int, left: int, right: int) -> Floats:
        return score_window(Window(chinese, english, first, last, left, right), weighing, reach, WEIGHTS)

    return best_path(
        Task(
            low=band[0],
            high=band[1],
            score_block=score_block,
            chinese_skip=skip_scores(chinese, weighing.chinese_rarity, "chinese"),
            english_skip=skip_scores(english, weighing.english_rarity, "english"),
            reach=reach,
        )
    )


def document_ratio(chinese: Side, english: Side, usual: float) -> float:
    """Return English letters for a Chinese character in this document, drawn towards the usual ratio."""
    return float((english.lengths.sum() + usual * 500) / (chinese.lengths.sum() + 500))


def skip_masses(side: Side, rarity: Floats) -> Floats:
    """Return how much each sentence would leave unexplained: the rarity of its words, summed."""
    sums = np.concatenate(([0.0], np.cumsum(rarity[side.tokens], dtype=np.float64)))
    return (sums[side.starts[1:]] - sums[side.starts[:-1]]).astype(np.float32)


def skip_scores(side: Side, rarity: Floats, language: str) -> Floats:
    """Return the score of leaving each sentence of a side without a partner."""
    return np.float32(SKIP_WEIGHTS[language]) + np.float32(SKIP_WEIGHTS["mass"] / 10) * skip_masses(side, rarity)


def align_documents(
    documents: Sequence[DocumentPair], *, terms: Iterable[tuple[str, str]] = ()
) -> Iterator[Alignment]:
    """Yield the alignment of each document, in order, once all have been read and learned from."""
    forms: dict[str, list[str]] = {}
    for source, target in terms:
        forms.setdefault(source, []).append(target)
    corpus = read_corpus(documents, forms)
    weighing = corpus.weighing
    bands = [find_band(*sides, weighing) for sides in corpus.sides]
    paths = [
        align_sides(*sides, band=band, weighing=weighing, reach=FIRST_REACH)[0]
        for sides, band in zip(corpus.sides, bands, strict=True)
    ]
    links = learn_links(
        ((*sides, path) for sides, path in zip(corpus.sides, paths, strict=True)),
        known=weighing.links,
        chinese_kept=corpus.chinese.telling(),
        english_kept=corpus.english.telling(),
    )
    weighing = replace(weighing, links=links)
    for document, sides, band in zip(documents, corpus.sides, bands, strict=True):
        path, gains = align_sides(*sides, band=band, weighing=weighing, reach=FULL_REACH)
        yield Alignment(
            document.name,
            [(tuple(range(*rows)), tuple(range(*columns))) for rows, columns in path],
            [confidence(step, gain) for step, gain in zip(path, gains, strict=True)],
        )


def confidence(step: Step, gain: float) -> float:
    """Return how sure a link is, 0 to 1."""
    return 1.0
