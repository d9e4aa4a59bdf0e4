"""How much of a text the memory knows already: match bands in segments, characters and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.desk.remembering import digests_around, match
from workbench.library.library import Library
from workbench.memory.scoring import CONTEXT
from workbench.model.progress import Progress
from workbench.text.normalise import normalise

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")


class Band(StrEnum):
    """How well a segment is known."""

    CONTEXT = "101"
    EXACT = "100"
    HIGH = "95–99"
    MIDDLE = "85–94"
    LOW = "70–84"
    REPETITION = "repetitions"
    NEW = "new"


@dataclass(slots=True)
class Amount:
    """So much text: segments, characters without white space, and words (a Chinese character is one)."""

    segments: int = 0
    characters: int = 0
    words: int = 0

    def add(self, text: str) -> None:
        """Count one segment."""
        self.segments += 1
        self.characters += sum(not sign.isspace() for sign in text)
        self.words += len(_WORD.findall(text))


@dataclass(slots=True)
class Analysis:
    """The amounts in every band, best band first."""

    bands: dict[Band, Amount] = field(default_factory=lambda: {band: Amount() for band in Band})


def sources_of(library: Library, key: str) -> list[str]:
    """Return the sources of an article in reading order."""
    with library.reading() as tx:
        article = tx.articles.by_key(key)
        return [segment.text for segment in tx.articles.segments(article.id) if segment.text]


def analyse(
    library: Library, texts: Iterable[Sequence[str]], analysis: Analysis, *, language: str = "en"
) -> Iterator[Progress]:
    """Sort the segments of texts (each a sequence of sources in reading order) into bands.

    A segment that came before, in this text or an earlier one, and is not in the memory word for word counts as a
    repetition. Progress counts segments.
    """
    met: set[str] = set()
    documents = [list(text) for text in texts]
    total, done = sum(map(len, documents)), 0
    for sources in documents:
        for at, source in enumerate(sources):
            before, after = "".join(sources[max(0, at - 1) : at]), "".join(sources[at + 1 : at + 2])
            band = _band(library, source, before, after, language, met)
            analysis.bands[band].add(source)
            done += 1
            yield Progress(done, total, band)


def _band(library: Library, source: str, before: str, after: str, language: str, met: set[str]) -> Band:
    found = match(library, source, limit=1, language=language, neighbours=digests_around(before, after))
    score = found[0].score if found else 0
    if found and found[0].is_context:
        score = CONTEXT
    normal = normalise(source)
    if score < 100 and normal in met:
        return Band.REPETITION
    met.add(normal)
    floors = ((CONTEXT, Band.CONTEXT), (100, Band.EXACT), (95, Band.HIGH), (85, Band.MIDDLE), (70, Band.LOW))
    return next((band for floor, band in floors if score >= floor), Band.NEW)
