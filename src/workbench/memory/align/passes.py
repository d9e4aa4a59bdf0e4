"""One pass over a corpus: the best way through each document, given what is known of the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from workbench.memory.align.cells import score_table, score_window
from workbench.memory.align.corpus import Floats, Ints, Side, Vocabulary, read_chinese, read_english
from workbench.memory.align.lexicon import likely_names, suggested_pairs
from workbench.memory.align.links import Links
from workbench.memory.align.search import Step, Task, best_path
from workbench.memory.align.values import DocumentPair, Scorer
from workbench.memory.align.weights import SKIP_WEIGHTS, WEIGHTS
from workbench.memory.align.window import Reach, Weighing, Window

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


def read_corpus(documents: Sequence[DocumentPair], terms: Mapping[str, Sequence[str]]) -> Corpus:
    """Return the documents as numbers, with the pairs of words that are known beforehand."""
    chinese, english = Vocabulary(), Vocabulary()
    sides = [
        (
            read_chinese(document.sources, document.source_paragraphs, chinese),
            read_english(document.targets, document.target_paragraphs, english),
        )
        for document in documents
    ]
    letters = sum(float(side.lengths.sum()) for _, side in sides)
    characters = sum(float(side.lengths.sum()) for side, _ in sides)
    ratio = (letters + USUAL_RATIO * CORPUS_CHARACTERS) / (characters + CORPUS_CHARACTERS)
    names = likely_names(sentence for document in documents for sentence in document.targets)
    pairs = suggested_pairs(chinese.numbers, english=english.numbers, names=names, terms=terms)
    links = Links.of(
        np.array(pairs.chinese, np.int64),
        np.array(pairs.english, np.int64),
        np.array(pairs.strengths, np.float32),
        (len(chinese.numbers), len(english.numbers)),
    )
    return Corpus(sides, chinese, english, Weighing(links, chinese.rarity(), english.rarity(), ratio))


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
