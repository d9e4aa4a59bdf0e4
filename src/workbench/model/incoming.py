"""What a format hands over when it has read an article: plain values, nothing saved yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from workbench.errors import Problem
from workbench.model.kinds import SegmentKind


@dataclass(slots=True)
class IncomingPhoto:
    """A picture that came along with an article.

    `data` is empty when the page only links to it; `address` is where it was found.
    """

    name: str
    media_type: str = ""
    data: bytes = b""
    address: str = ""
    credit: str = ""


@dataclass(slots=True)
class Block:
    """One paragraph as it stands in the file: a headline, subheading, caption or body text.

    `photo` is the index into `Incoming.photos` for captions and alternative texts.
    """

    kind: SegmentKind
    text: str
    photo: int | None = None


class SourcePiece(NamedTuple):
    """A segment to be: its text, the paragraph it stands in, and the index of the picture it belongs to."""

    kind: SegmentKind
    text: str
    paragraph: int
    photo: int | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that was left behind on purpose, and why ("share bar", "masthead date")."""

    text: str
    reason: str


@dataclass(slots=True)
class Incoming:
    """An article as read from a file or page, filed in fields.

    The headline is a block of kind HEADLINE (the first one); `language` is "zh", "en", ….
    `section` is a path joined by " > "; `source_address` is where the original can be read.
    Blocks are whole paragraphs: sentences are cut later by `text.segmenting`.
    """

    language: str
    blocks: list[Block] = field(default_factory=list)
    section: str = ""
    published: date | None = None
    outlet: str = ""
    author: str = ""
    translator: str = ""
    photo_credit: str = ""
    source_address: str = ""
    photos: list[IncomingPhoto] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    path: str = ""

    @property
    def headline(self) -> str:
        """Return the text of the first headline block, or ""."""
        return next((b.text for b in self.blocks if b.kind is SegmentKind.HEADLINE), "")
