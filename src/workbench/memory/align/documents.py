"""Aligning documents in two passes: first with what is known of words, then with what they themselves teach."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.memory.align.anchors import find_band, narrow_band
from workbench.memory.align.corpus import Side
from workbench.memory.align.learning import learn_links
from workbench.memory.align.passes import Band, Pass, Reader, Work
from workbench.memory.align.search import Step
from workbench.memory.align.sharing import share
from workbench.memory.align.values import Alignment, DocumentPair, Link, Scorer
from workbench.memory.align.weights import CONFIDENCE
from workbench.memory.align.window import Reach
from workbench.memory.cutting import Cutter

FIRST_REACH = Reach(chinese=2, english=2, together=4)
FULL_REACH = Reach(chinese=4, english=6, together=6)
PASSES = 4
"""Times every document is gone through: reading in both languages, first and second pass."""


def align_documents(
    documents: Sequence[DocumentPair], *, terms: Iterable[tuple[str, str]] = (), scorer: Scorer | None = None
) -> Iterator[Alignment]:
    """Yield the alignment of each document, in order, once all have been read and learned from.

    `terms` are Chinese terms with an English form each; `scorer` is a similarity of sentences of the user's own,
    such as an embedding model's. Blank sentences keep their number and stand alone.
    """
    for alignment in align_in_steps(documents, terms=terms, scorer=scorer):
        if alignment is not None:
            yield alignment


def align_in_steps(
    documents: Sequence[DocumentPair],
    *,
    terms: Iterable[tuple[str, str]] = (),
    scorer: Scorer | None = None,
    is_shared: bool = False,
    cutter: Cutter | None = None,
) -> Iterator[Alignment | None]:
    """Do what `align_documents` does, but yield None for each document read (twice) and for each gone through first.

    So there are `PASSES` steps a document, between which a person can see how far it is, and stop. With
    `is_shared` a forked child does half of each pass; only a program of one thread may ask for that. A `cutter`
    that was started ahead cuts the Chinese.
    """
    reader = Reader(_by_source(terms), is_shared=is_shared)
    filled = [_Filled(document) for document in documents]
    yield from reader.read([each.document for each in filled], cutter or Cutter())
    corpus = reader.corpus()
    first = Pass(corpus.weighing, FIRST_REACH, scorer)
    both = list(zip(filled, corpus.sides, strict=True))

    def narrow(some: Sequence[tuple[_Filled, tuple[Side, Side]]]) -> Iterator[tuple[Band, list[Step]]]:
        works = [Work(*sides, find_band(*sides, corpus.weighing), each.texts) for each, sides in some]
        for work, (path, _) in zip(works, first.align(works), strict=True):
            yield narrow_band(work.band, path), path

    aligned, works = [], []
    for (each, sides), (band, path) in zip(both, share(narrow, both, is_shared=is_shared), strict=True):
        aligned.append((*sides, path))
        works.append(Work(*sides, band, each.texts))
        yield None
    links = learn_links(
        aligned,
        known=corpus.weighing.links,
        chinese_kept=corpus.chinese.telling(),
        english_kept=corpus.english.telling(),
    )
    second = Pass(replace(corpus.weighing, links=links), FULL_REACH, scorer)
    ways = share(second.align, works, is_shared=is_shared)
    yield from (each.alignment(*way) for each, way in zip(filled, ways, strict=True))


def _by_source(terms: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for source, target in terms:
        forms.setdefault(source, []).append(target)
    return forms


class _Filled:
    """A document without its blank sentences, and the way back to the numbers they left gaps in."""

    def __init__(self, document: DocumentPair) -> None:
        self.whole = document
        self.sources = [number for number, text in enumerate(document.sources) if text.strip()]
        self.targets = [number for number, text in enumerate(document.targets) if text.strip()]
        self.document = DocumentPair(
            document.name,
            tuple(document.sources[number] for number in self.sources),
            tuple(document.targets[number] for number in self.targets),
            tuple(
                document.source_paragraphs[number] for number in self.sources if document.source_paragraphs
            ),
            tuple(
                document.target_paragraphs[number] for number in self.targets if document.target_paragraphs
            ),
        )

    @property
    def texts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the sentences that are not blank."""
        return self.document.sources, self.document.targets

    def alignment(self, path: Sequence[Step], gains: Sequence[float]) -> Alignment:
        """Return the alignment of the whole document."""
        links: list[Link] = [
            (tuple(self.sources[rows[0] : rows[1]]), tuple(self.targets[columns[0] : columns[1]]))
            for rows, columns in path
        ]
        scored = list(zip(links, confidences(path, gains), strict=True))
        known_sources, known_targets = set(self.sources), set(self.targets)
        scored += [(((n,), ()), 1.0) for n in range(len(self.whole.sources)) if n not in known_sources]
        scored += [(((), (n,)), 1.0) for n in range(len(self.whole.targets)) if n not in known_targets]
        if len(scored) > len(links):
            scored = _in_order(scored)
        return Alignment(self.whole.name, [link for link, _ in scored], [score for _, score in scored])


def _in_order(scored: list[tuple[Link, float]]) -> list[tuple[Link, float]]:
    """Put the links of blank sentences behind the sentence before them."""
    by_source = sorted((item for item in scored if item[0][0]), key=lambda item: item[0][0])
    rest = sorted((item for item in scored if not item[0][0]), key=lambda item: item[0][1])
    merged: list[tuple[Link, float]] = []
    for item in by_source:
        while rest and item[0][1] and rest[0][0][1] < item[0][1]:
            merged.append(rest.pop(0))
        merged.append(item)
    return merged + rest


def confidences(path: Sequence[Step], gains: Sequence[float]) -> list[float]:
    """Return how sure each link is, 0 to 1: by its score a sentence and the poorer of its neighbours'."""
    sizes = [(rows[1] - rows[0], columns[1] - columns[0]) for rows, columns in path]
    omitted = [min(size) == 0 for size in sizes]
    rates = [2 * gain / sum(size) for gain, size in zip(gains, sizes, strict=True)]
    found = []
    for place, size in enumerate(sizes):
        beside = [other for other in (place - 1, place + 1) if 0 <= other < len(path)]
        weight = CONFIDENCE["link"]
        weight += CONFIDENCE["neighbour"] * min((rates[other] for other in beside), default=rates[place])
        weight += CONFIDENCE["beside_omission"] * sum(omitted[other] for other in beside)
        weight += CONFIDENCE["omission_rate" if omitted[place] else "rate"] * rates[place]
        weight += CONFIDENCE["omission"] * omitted[place] + CONFIDENCE["several"] * (sum(size) > 2)
        found.append(round(1 / (1 + math.exp(-weight)), 3))
    return found
