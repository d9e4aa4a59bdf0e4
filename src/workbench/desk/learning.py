"""What the library learns when somebody confirms: the pair goes into the translation memory."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Origin, State
from workbench.model.memory import MemoryEntry
from workbench.model.rows import EditionRow
from workbench.text.normalise import source_digest

MANY = 50
"""From so many confirmed targets on, reading the whole edition is cheaper than their neighbours."""


def learn(tx: Transaction, edition: Edition, targets: Iterable[Target], by: int | None) -> None:
    """Store each confirmed pair in the memory, or bring the entry this target taught before up to date.

    `by` is who confirmed; None (an approval) leaves the creator of an entry as it is.
    """
    taught = list(targets)
    wanted = {target.id for target in taught}
    rows = tx.editions.rows(edition.id, _with_neighbours(tx, taught))
    article = tx.articles.get(edition.article_id)
    person = "" if by is None else tx.people.get(by).name
    around = {row.number: row for row in rows}
    known = tx.memories.taught_by(wanted)
    entries = []
    for row in rows:
        before, after = around.get(row.number - 1), around.get(row.number + 1)
        if row.target_id not in wanted or not row.source or not row.target:
            continue
        entry = known.get(row.target_id) or MemoryEntry(source="", target="")
        entry.source, entry.target = row.source, row.target
        entry.source_language, entry.target_language = article.language, edition.language
        entry.source_digest = source_digest(row.source)
        entry.before, entry.after = _digest(before), _digest(after)
        entry.origin, entry.creator = "confirmed", person or entry.creator
        entry.article_key, entry.published = article.key, article.published
        entry.target_id = row.target_id
        entry.is_machine = row.origin is Origin.ENGINE
        entry.is_reviewed = row.state in {State.REVIEWED, State.FINAL}
        entries.append(entry)
    tx.memories.save_all(entries)


def _with_neighbours(tx: Transaction, targets: list[Target]) -> list[int] | None:
    """Return the targets with those around them; None (all rows) when they are many."""
    if len(targets) > MANY:
        return None
    return [one for target in targets for one in (target.id, *tx.editions.neighbours(target))]


def _digest(row: EditionRow | None) -> str:
    return "" if row is None or not row.source else source_digest(row.source)
