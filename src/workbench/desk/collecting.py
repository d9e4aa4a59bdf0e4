"""Collecting candidates for the term base from an article or from the memory, with their likely English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.library.library import Library
from workbench.memory.candidates import find_candidates
from workbench.memory.equivalents import likely_equivalents

MOST_PAIRS = 20_000
"""Of a memory the newest pairs that are looked through."""
MOST_EXAMPLES = 30
"""Pairs in which the likely equivalent of one candidate is looked for."""
BACKGROUND = 300


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A frequent run of words that is no term yet: how often, what it most often stands for, and an example."""

    source: str
    times: int
    target: str
    example: str


def candidates_of_article(
    library: Library, key: str, language: str = "en", *, least: int = 2, most: int = 60
) -> list[TermCandidate]:
    """Return the candidates of one article; its own translations say what they stand for."""
    with library.reading() as tx:
        article = tx.articles.by_key(key)
        edition = tx.editions.find(article.id, language)
        rows = tx.editions.rows(edition.id) if edition is not None else []
        pairs = [(row.source, row.target) for row in rows if row.source]
    return _candidates(library, pairs, least=least, most=most)


def candidates_of_memory(library: Library, *, least: int = 5, most: int = 200) -> list[TermCandidate]:
    """Return the candidates of the newest pairs of the memory."""
    with library.reading() as tx:
        pairs = [(entry.source, entry.target) for entry in tx.memories.newest(MOST_PAIRS)]
    return _candidates(library, pairs, least=least, most=most)


def _candidates(
    library: Library, pairs: Sequence[tuple[str, str]], *, least: int, most: int
) -> list[TermCandidate]:
    with library.reading() as tx:
        known = {form.text for forms in tx.vocabulary.terms().values() for form in forms}
    found = find_candidates([source for source, _ in pairs], known=known, least=least, most=most)
    return [
        TermCandidate(each.text, each.times, _usual_target(each.text, pairs), pairs[each.first][0])
        for each in found
    ]


def _usual_target(source: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Return what the words most often stand for in the translations, "" when that is not clear."""
    targets = [target for text, target in pairs if target and source in text][:MOST_EXAMPLES]
    background = [target for text, target in pairs[:BACKGROUND] if target and source not in text]
    spans = likely_equivalents(source, targets, background=background)
    said = Counter(target[slice(*span)] for target, span in zip(targets, spans, strict=True) if span)
    return said.most_common(1)[0][0] if said else ""
