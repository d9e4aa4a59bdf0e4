"""Recognising pages of an archive that this library made itself: which sentences belong together is known there."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from workbench.library.transaction import Transaction
from workbench.memory.align import Alignment, DocumentPair
from workbench.model.article import Article
from workbench.model.kinds import SegmentKind
from workbench.model.rows import EditionRow
from workbench.text.normalise import normalise
from workbench.text.segmenting import split_sentences

KNOWN = 1.0
"""The confidence of a link that an edition of the library holds."""
NOT_READ = frozenset({SegmentKind.ALT, SegmentKind.SUMMARY})
"""Kinds of rows that are not among the sentences of a page that is read."""


def known_links(tx: Transaction, document: DocumentPair, article: Article, language: str) -> Alignment | None:
    """Return how an edition of an article joins a page's sentences, None unless every row stands on the page.

    An edition knows what was added, moved, joined or left out on purpose, where an aligner has to guess.
    Sentences that no row has, such as a line of the site, stand alone.
    """
    edition = tx.editions.find(article.id, language)
    if edition is None:
        return None
    texts = {segment.id: segment.text for segment in tx.articles.segments(article.id)}
    sources, targets = _Places(document.sources), _Places(document.targets)
    links = []
    for row in tx.editions.rows(edition.id):
        if row.kind in NOT_READ:
            continue
        zh = sources.take(_sentences([texts[one] for one in row.segments], article.language))
        en = targets.take(_sentences([row.target], language))
        if zh is None or en is None or not _is_settled(row):
            return None
        links.append((zh, en))
    links += [((place,), ()) for place in sources.left] + [((), (place,)) for place in targets.left]
    return Alignment(document.name, links, [KNOWN] * len(links))


def _is_settled(row: EditionRow) -> bool:
    return row.is_omitted or bool(row.target)


def _sentences(texts: Iterable[str], language: str) -> list[str]:
    return [one for text in texts for one in split_sentences(text, language) if one.strip()]


class _Places:
    """The sentences of one side of a page, each taken once, in reading order where a text stands twice."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._free: dict[str, deque[int]] = defaultdict(deque)
        for place, sentence in enumerate(sentences):
            self._free[normalise(sentence)].append(place)

    def take(self, sentences: Iterable[str]) -> tuple[int, ...] | None:
        """Return the places of sentences, which are theirs from now on; None when one is not there."""
        found = []
        for sentence in sentences:
            places = self._free.get(normalise(sentence))
            if not places:
                return None
            found.append(places.popleft())
        return tuple(found)

    @property
    def left(self) -> list[int]:
        """The places that nobody took, in order."""
        return sorted(place for places in self._free.values() for place in places)
