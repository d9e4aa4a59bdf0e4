"""What the aligner takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from numpy.typing import NDArray

Scorer = Callable[[Sequence[str], Sequence[str]], NDArray]  # type: ignore[type-arg]
"""Given Chinese and English sentences, a table of how alike each is to each: 0 unrelated, 1 the same meaning.

The aligner asks for a stretch of some fifty sentences at a time, stretches overlap, and each is asked for twice:
an embedding model should remember the sentences it has seen.
"""

SentenceNumbers = tuple[int, ...]
Link = tuple[SentenceNumbers, SentenceNumbers]
"""Chinese and English sentences that translate each other; one side is empty for an omission."""


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """A Chinese text and its English translation, sentence by sentence, in order.

    `source_paragraphs` and `target_paragraphs` may number the paragraph of each sentence; left empty, nothing is
    known of paragraphs.
    """

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_paragraphs: tuple[int, ...] = ()
    target_paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of one document in order, every sentence in exactly one, and how sure each is (0 to 1)."""

    name: str
    links: list[Link] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
