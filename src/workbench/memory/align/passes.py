"""One pass over a corpus: the best way through each document, given what is known of the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from workbench.memory.align.cells import score_table, score_window
from workbench.memory.align.corpus import Floats, Ints, Side, Vocabulary, as_side
from workbench.memory.align.lexicon import Capitals, suggested_pairs
from workbench.memory.align.links import Links
from workbench.memory.align.search import Step, Task, best_path
from workbench.memory.align.values import DocumentPair, Scorer
from workbench.memory.align.weights import SKIP_WEIGHTS, WEIGHTS
from workbench.memory.align.window import Reach, Weighing, Window
from workbench.memory.cutting import Cutter
from workbench.text.tokens import english_tokens

USUAL_RATIO = 3.1
"""English letters for one Chinese character, before a text shows its own ratio."""
CORPUS_CHARACTERS, DOCUMENT_CHARACTERS = 2000, 500
"""Chinese characters that speak for the usual ratio against a corpus, and for the corpus's against a document."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents as numbers, and what is known of their words beforehand."""

    sides: list[tuple[Side, Side]]
    chinese: Vocabulary
    english: Vocabulary
    weighing: Weighing


class Reader:
    """Reads documents one by one, then says what is known of their words beforehand."""

    def __init__(self, terms: Mapping[str, Sequence[str]]) -> None:
        self.terms = terms
        self.chinese, self.english = Vocabulary(), Vocabulary()
        self.sides: list[tuple[Side, Side]] = []
        self.capitals = Capitals()

    def read(self, documents: Sequence[DocumentPair], cutter: Cutter) -> Iterator[None]:
        """Take documents in, with a pause after each; their Chinese is cut by the cutter meanwhile."""
        cut = cutter.cut([document.sources for document in documents], self.terms)
        for document in documents:
            english = self.english.add([english_tokens(sentence) for sentence in document.targets])
            targets = as_side(document.targets, document.target_paragraphs, english)
            self.capitals.count(document.targets)
            chinese = self.chinese.add(next(cut))
            self.sides.append((as_side(document.sources, document.source_paragraphs, chinese), targets))
            yield None

    def corpus(self) -> Corpus:
        """Return all documents read as numbers, with the pairs of words that are known beforehand."""
        letters = sum(float(side.lengths.sum()) for _, side in self.sides)
        characters = sum(float(side.lengths.sum()) for side, _ in self.sides)
        ratio = (letters + USUAL_RATIO * CORPUS_CHARACTERS) / (characters + CORPUS_CHARACTERS)
        pairs = suggested_pairs(
            self.chinese.numbers,
            english=self.english.numbers,
            names=self.capitals.likely_names(),
            terms=self.terms,
        )
        links = Links.of(*pairs, (len(self.chinese.numbers), len(self.english.numbers)))
        weighing = Weighing(links, self.chinese.rarity(), self.english.rarity(), ratio)
        return Corpus(self.sides, self.chinese, self.english, weighing)


@dataclass(frozen=True, slots=True)
class Pass:
    """How documents are gone through: what is known of words, how far links reach, and a user's own scorer."""

    weighing: Weighing
    reach: Reach
    scorer: Scorer | None

    def align(
        self,
        chinese: Side,
        english: Side,
        *,
        band: tuple[Ints, Ints],
        texts: tuple[Sequence[str], Sequence[str]],
    ) -> tuple[list[Step], list[float]]:
        """Return the best way through one document and the score of each step."""
        ratio = document_ratio(chinese, english, self.weighing.letters_per_character)
        weighing = replace(self.weighing, letters_per_character=ratio)

        def score_block(first: int, last: int, left: int, right: int) -> Floats:
            window = Window(chinese, english, first, last, left, right)
            scores = score_window(window, weighing, self.reach, WEIGHTS)
            if self.scorer is not None:
                table = self.scorer(texts[0][first:last], texts[1][left:right])
                scores += score_table(np.asarray(table, np.float32), self.reach)
            return scores

        return best_path(
            Task(
                low=band[0],
                high=band[1],
                score_block=score_block,
                chinese_skip=skip_scores(chinese, weighing.chinese_rarity, "chinese"),
                english_skip=skip_scores(english, weighing.english_rarity, "english"),
                reach=self.reach,
            )
        )


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
