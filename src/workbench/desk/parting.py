"""Parting an article that was read into its segments, and recognising the same text again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from workbench.desk.editing import clean
from workbench.errors import Reason, RefusedError
from workbench.model.incoming import Block, Incoming, SourcePiece
from workbench.model.kinds import SegmentKind
from workbench.sentences import Sentence, say
from workbench.text.normalise import normalise
from workbench.text.segmenting import split_sentences
from workbench.text.shortening import VERY_LONG, shortened

WHOLE = frozenset({SegmentKind.HEADLINE, SegmentKind.SUBHEADING, SegmentKind.BYLINE})
"""Kinds that are one segment each, however many sentences they hold."""


class LongParagraphError(RefusedError):
    """A sentence is so long that somebody has to say whether it is cut; nothing was changed."""

    def __init__(self, message: Sentence, place: Sentence) -> None:
        super().__init__(Reason("long-paragraph", message))
        self.place = place


def too_long(paragraph: int, count: int) -> LongParagraphError:
    """Return what is said against a sentence of so many characters in a paragraph."""
    return LongParagraphError(
        say(
            "A sentence of this paragraph has {count:,} characters and would be slow to edit in one segment. "
            "It can be cut at commas and spaces; the paragraph stays whole. Nothing was changed.",
            count=count,
        ),
        say("paragraph {number}", number=paragraph),
    )


def pieces_of(incoming: Incoming, *, split: bool = False, is_meant: bool = True) -> list[SourcePiece]:
    """Return the segments of an article; with `split` sentences beyond all measure are cut.

    Raises `LongParagraphError` for such a sentence unless it is cut or `is_meant` to stay.
    """
    pieces: list[SourcePiece] = []
    for paragraph, block in enumerate(incoming.blocks):
        for piece in _sentences(block, incoming.language, split=split):
            if len(piece) > VERY_LONG and not split and not is_meant and block.kind not in WHOLE:
                raise too_long(paragraph + 1, len(piece))
            if text := clean(piece).strip():
                pieces.append(SourcePiece(block.kind, text, paragraph, block.photo))
    return pieces


def _sentences(block: Block, language: str, *, split: bool) -> Iterator[str]:
    if block.kind in WHOLE:
        yield block.text
        return
    for sentence in split_sentences(block.text, language):
        if split and len(sentence) > VERY_LONG:
            yield from shortened(sentence, language)
        else:
            yield sentence


def fingerprint_of(pieces: Sequence[SourcePiece]) -> str:
    """Return the digest by which the same source text is recognised: kinds and normalised words."""
    said = "\n".join(f"{piece.kind}\t{normalise(piece.text)}" for piece in pieces)
    return hashlib.sha256(said.encode()).hexdigest()
