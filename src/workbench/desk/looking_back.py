"""Looking back: how earlier articles rendered the sentences and the people of this one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.library.memories import EntryFilter
from workbench.library.memory_words import find_entries
from workbench.library.transaction import Transaction
from workbench.model.article import Article
from workbench.model.passage import CheckContext, Passage, Precedent
from workbench.text.names import find_names, is_plausible

_MOST_PEOPLE = 20
_MOST_PLACES = 20
"""So many people are looked up, and so many earlier rows of each: a list of attendance, not a telephone book."""


def precedents_of(
    tx: Transaction, article: Article, passages: Sequence[Passage], context: CheckContext
) -> tuple[Precedent, ...]:
    """Return the remembered rows of other articles that have a sentence or a person of this one."""
    only = EntryFilter(context.source_language, context.target_language)
    rows = [passage for passage in passages if passage.source and passage.target.strip()]
    found = tx.memories.exact_of([row.source for row in rows], only)
    for name in _people(rows, {known.source for known in context.names}):
        found += find_entries(tx, name, side="source", only=only, limit=_MOST_PLACES)
    others = {entry.id: entry for entry in found if entry.article_key != article.key}
    return tuple(
        Precedent(entry.source, entry.target, entry.article_key) for _, entry in sorted(others.items())
    )


def _people(rows: Iterable[Passage], decided: set[str]) -> list[str]:
    """Return the people named in the rows, without those whose form the house has decided."""
    names: dict[str, None] = {}
    for row in rows:
        for name in find_names(row.source):
            if is_plausible(row.source, name):
                names.setdefault(row.source[name.start : name.ends[0]])
    return [name for name in names if name not in decided][:_MOST_PEOPLE]
