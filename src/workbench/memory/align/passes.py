"""One pass over a corpus: the best way through each document, given what is known of the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from workbench.memory.align.cells import score_batch, score_table
from workbench.memory.align.corpus import Floats, Ints, Side, Vocabulary, as_side
from workbench.memory.align.lexicon import Capitals, Suggestions
from workbench.memory.align.links import Links
from workbench.memory.align.search import BLOCK, Task, Way, best_ways
from workbench.memory.align.sharing import share
from workbench.memory.align.values import DocumentPair, Scorer
from workbench.memory.align.weights import SKIP_WEIGHTS, WEIGHTS
from workbench.memory.align.window import Batch, Reach, Weighing, Window
from workbench.memory.cutting import Cutter
from workbench.text.tokens import english_tokens

USUAL_RATIO = 3.1
"""English letters for one Chinese character, before a text shows its own ratio."""
CORPUS_CHARACTERS, DOCUMENT_CHARACTERS = 2000, 500
"""Chinese characters that speak for the usual ratio against a corpus, and for the corpus's against a document."""

MANY_WORDS = 1000
"""Different Chinese words that are worth a child to look half of them up."""
TOGETHER = 64
"""Documents that are taken in hand at once, to find some of like size among them."""
MOST_CELLS = 20_000
"""Pairs of sentences gone through side by side; more no longer fit into the processor's own memory."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents as numbers, and what is known of their words beforehand."""

    sides: list[tuple[Side, Side]]
    chinese: Vocabulary
    english: Vocabulary
    weighing: Weighing


class Reader:
    """Reads documents, then says what is known of their words beforehand; a child may look half of them up."""

    def __init__(self, terms: Mapping[str, Sequence[str]], *, is_shared: bool = False) -> None:
        self.terms = terms
        self.is_shared = is_shared
        self.chinese, self.english = Vocabulary(), Vocabulary()
        self.sides: list[tuple[Side, Side]] = []
        self._names: frozenset[str] = frozenset()

    def read(self, documents: Sequence[DocumentPair], cutter: Cutter) -> Iterator[None]:
        """Take all documents in, with two pauses for each; their Chinese is cut by the cutter meanwhile."""
        cut = cutter.cut([document.sources for document in documents], self.terms)
        capitals, targets = Capitals(), []
        for document in documents:
            numbered = self.english.add([english_tokens(sentence) for sentence in document.targets])
            targets.append(as_side(document.targets, document.target_paragraphs, numbered))
            capitals.count(document.targets)
            yield None
        self._names = capitals.likely_names()
        for document, target, tokens in zip(documents, targets, cut, strict=True):
            numbered = self.chinese.add(tokens)
            self.sides.append((as_side(document.sources, document.source_paragraphs, numbered), target))
            yield None

    def corpus(self, *, fewest: int = 0) -> Corpus:
        """Return all documents read as numbers, with the pairs of words that are known beforehand.

        Words are weighed as if there were `fewest` sentences at least.
        """
        letters = sum(float(side.lengths.sum()) for _, side in self.sides)
        characters = sum(float(side.lengths.sum()) for side, _ in self.sides)
        ratio = (letters + USUAL_RATIO * CORPUS_CHARACTERS) / (characters + CORPUS_CHARACTERS)
        chinese, english, strengths = (
            np.concatenate(parts) for parts in zip(*self._suggested(), strict=True)
        )
        links = Links.of(chinese, english, strengths, (len(self.chinese.words), len(self.english.words)))
        weighing = Weighing(links, self.chinese.rarity(fewest), self.english.rarity(fewest), ratio)
        return Corpus(self.sides, self.chinese, self.english, weighing)

    def _suggested(self) -> Iterator[tuple[Ints, Ints, Floats]]:
        """Yield the pairs of words that are known beforehand, for one half of the Chinese words, then the other."""
        words = len(self.chinese.words)
        halves = [range(words // 2), range(words // 2, words)]
        return share(
            self._suggest, halves, is_shared=self.is_shared and words >= MANY_WORDS, least=len(halves)
        )

    def _suggest(self, runs: Sequence[range]) -> Iterator[tuple[Ints, Ints, Floats]]:
        for numbers in runs:
            suggestions = Suggestions(self.english.numbers, names=self._names, terms=self.terms)
            for number in numbers:
                suggestions.add(number, self.chinese.words[number])
            yield suggestions.pairs()


Band = tuple[Ints, Ints]
"""For each Chinese position 0 … n of a document the lowest and the highest English position to consider."""


class Work(NamedTuple):
    """A document to go through: both sides as numbers, where links are looked for, and the sentences themselves."""

    chinese: Side
    english: Side
    band: Band
    texts: tuple[Sequence[str], Sequence[str]]

    @property
    def size(self) -> tuple[int, int]:
        """The numbers of sentences."""
        return len(self.chinese), len(self.english)


@dataclass(frozen=True, slots=True)
class Pass:
    """How documents are gone through: what is known of words, how far links reach, and a user's own scorer."""

    weighing: Weighing
    reach: Reach
    scorer: Scorer | None

    def align(self, works: Sequence[Work]) -> Iterator[Way]:
        """Yield the best way through each document, in order."""
        for first in range(0, len(works), TOGETHER):
            part = works[first : first + TOGETHER]
            found: dict[int, Way] = {}
            for places in _in_batches([work.size for work in part]):
                ways = self._align_batch([part[place] for place in places])
                found.update(zip(places, ways, strict=True))
            yield from (found[place] for place in range(len(part)))

    def _align_batch(self, works: Sequence[Work]) -> list[Way]:
        usual = self.weighing.letters_per_character
        ratios = [document_ratio(work.chinese, work.english, usual) for work in works]

        def score_block(first: int, last: int, left: int, right: int) -> Floats:
            windows = [
                _window(work, ratio, (first, last), (left, right))
                for work, ratio in zip(works, ratios, strict=True)
            ]
            scores = score_batch(Batch(windows), self.weighing, self.reach, WEIGHTS)
            if self.scorer is not None:
                for place, (work, window) in enumerate(zip(works, windows, strict=True)):
                    _add_likeness(scores[:, :, place], self.scorer, work, window, self.reach)
            return scores

        return best_ways(
            Task(
                low=[work.band[0] for work in works],
                high=[work.band[1] for work in works],
                score_block=score_block,
                chinese_skip=[
                    skip_scores(work.chinese, self.weighing.chinese_rarity, "chinese") for work in works
                ],
                english_skip=[
                    skip_scores(work.english, self.weighing.english_rarity, "english") for work in works
                ],
                reach=self.reach,
            )
        )


def _in_batches(sizes: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the places of documents to go through side by side: of like size, none longer than a block."""
    batch: list[int] = []
    most = (0, 0)
    for place in sorted(range(len(sizes)), key=sizes.__getitem__):
        grown = (max(most[0], sizes[place][0]), max(most[1], sizes[place][1]))
        cells = (len(batch) + 1) * (grown[0] + 1) * (grown[1] + 1)
        if batch and (cells > MOST_CELLS or grown[0] > BLOCK):
            yield batch
            batch, grown = [], sizes[place]
        batch.append(place)
        most = grown
    if batch:
        yield batch


def _window(work: Work, ratio: float, rows: tuple[int, int], columns: tuple[int, int]) -> Window:
    """Return the part of a document that lies in a block; a shorter one than others in its batch ends before."""
    last, right = min(rows[1], len(work.chinese)), min(columns[1], len(work.english))
    return Window(work.chinese, work.english, rows[0], last, columns[0], right, ratio)


def _add_likeness(scores: Floats, scorer: Scorer, work: Work, window: Window, reach: Reach) -> None:
    """Add to the scores of one document's links what the user's own scorer says."""
    chinese, english = work.texts
    table = scorer(chinese[window.first : window.last], english[window.left : window.right])
    added = score_table(np.asarray(table, np.float32), reach)
    scores[:, :, : added.shape[2], : added.shape[3]] += added


def document_ratio(chinese: Side, english: Side, usual: float) -> float:
    """Return English letters for a Chinese character in this document, drawn towards the usual ratio."""
    letters = float(english.lengths.sum()) + usual * DOCUMENT_CHARACTERS
    return letters / (float(chinese.lengths.sum()) + DOCUMENT_CHARACTERS)


def skip_masses(side: Side, rarity: Floats) -> Floats:
    """Return how much each sentence would leave unexplained: the rarity of its words, summed."""
    sums = np.concatenate(([0.0], np.cumsum(rarity[side.tokens], dtype=np.float64)))
    return (sums[side.starts[1:]] - sums[side.starts[:-1]]).astype(np.float32)


def skip_scores(side: Side, rarity: Floats, language: str) -> Floats:
    """Return the score of leaving each sentence of a side without a partner."""
    per_mass = np.float32(SKIP_WEIGHTS["mass"] / 10)
    return np.float32(SKIP_WEIGHTS[language]) + per_mass * skip_masses(side, rarity)
