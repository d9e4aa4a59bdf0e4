"""Laying a published translation beside its source: paragraph by paragraph, then sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.library.transaction import Transaction
from workbench.memory.align import Alignment, DocumentPair, align_documents
from workbench.model.edition import Edition
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import SegmentKind
from workbench.model.rows import EditionRow
from workbench.text.segmenting import join_sentences, split_sentences

RUNNING = frozenset({SegmentKind.LEAD, SegmentKind.BODY, SegmentKind.SUBHEADING, SegmentKind.BYLINE})


@dataclass(frozen=True, slots=True)
class PairedRow:
    """A draft for one target, or for several that become one; `detail` says how sure the pairing is."""

    targets: tuple[int, ...]
    text: str
    detail: str = ""


def pair_rows(
    tx: Transaction, edition: Edition, translated: Incoming, source_language: str
) -> list[PairedRow]:
    """Return the drafts that a translation gives an edition; no word of the translation is left out.

    Headline and captions go by their kind and order, running text by paragraphs.
    """
    rows = tx.editions.rows(edition.id)
    paired: list[tuple[list[EditionRow], list[str]]] = []
    for kind in (SegmentKind.HEADLINE, SegmentKind.CAPTION, SegmentKind.ALT, SegmentKind.SUMMARY):
        here = _paragraphs([row for row in rows if row.kind is kind])
        there = [block.text for block in translated.blocks if block.kind is kind]
        paired += [(source, [target]) for source, target in zip(here, there, strict=False)]
    running = _paragraphs([row for row in rows if row.kind in RUNNING])
    blocks = [block for block in translated.blocks if block.kind in RUNNING]
    paired += _paragraph_pairs(running, blocks, source_language)
    return _sentence_pairs(paired, translated.language, edition.language)


def _paragraphs(rows: Sequence[EditionRow]) -> list[list[EditionRow]]:
    paragraphs: dict[int, list[EditionRow]] = {}
    for row in rows:
        paragraphs.setdefault(row.paragraph, []).append(row)
    return list(paragraphs.values())


def _paragraph_pairs(
    here: list[list[EditionRow]], there: list[Block], source_language: str
) -> list[tuple[list[EditionRow], list[str]]]:
    if not here or not there:
        return []
    if len(here) == len(there):
        return [(rows, [block.text]) for rows, block in zip(here, there, strict=True)]
    sources = tuple(join_sentences([row.source for row in rows], source_language) for rows in here)
    targets = tuple(block.text for block in there)
    (alignment,) = align_documents([DocumentPair("paragraphs", sources, targets)])
    return [
        ([row for n in left for row in here[n]], [targets[n] for n in right])
        for left, right in _without_gaps(alignment)
    ]


def _without_gaps(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the links in order, with translations that have no source put to their neighbour."""
    links: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    waiting: tuple[int, ...] = ()
    for left, right in alignment.links:
        if left:
            links.append((left, (*waiting, *right)))
            waiting = ()
        elif links:
            links[-1] = (links[-1][0], (*links[-1][1], *right))
        else:
            waiting = (*waiting, *right)
    return links


def _sentence_pairs(
    paired: list[tuple[list[EditionRow], list[str]]], target_language: str, language: str
) -> list[PairedRow]:
    cut = [
        (rows, [s.strip() for text in texts for s in split_sentences(text, target_language) if s.strip()])
        for rows, texts in paired
    ]
    several = [pair for pair in cut if len(pair[0]) > 1 and len(pair[1]) > 1]
    found = align_documents(
        [
            DocumentPair(str(n), tuple(row.source for row in rows), tuple(s))
            for n, (rows, s) in enumerate(several)
        ]
    )
    alignments = dict(zip((id(pair) for pair in several), found, strict=True)) if several else {}
    drafts = []
    for pair in cut:
        rows, sentences = pair
        if not sentences:
            continue
        if id(pair) not in alignments:
            drafts.append(
                PairedRow(tuple(row.target_id for row in rows), join_sentences(sentences, language))
            )
            continue
        for left, right in _without_gaps(alignments[id(pair)]):
            if right:
                ids = tuple(rows[n].target_id for n in left)
                drafts.append(PairedRow(ids, join_sentences([sentences[n] for n in right], language)))
    return drafts
