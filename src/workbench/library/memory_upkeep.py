"""The verbs of keeping a memory in order: browsing it, what stands in it twice, what contradicts itself, its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, extract, func, or_, select, update

from workbench.library.memories import ENTRY_COLUMNS, EntryFilter, EntryRow, holds
from workbench.library.transaction import Transaction
from workbench.memory.concordance import like_pattern
from workbench.model.base import now
from workbench.model.memory import MemoryEntry

MOST_GROUPS = 500
"""Groups shown at once; when these are settled the next ones come up."""


class MemoryFigures(NamedTuple):
    """How much there is in a memory, and where it comes from: words with counts, most first."""

    entries: int
    retired: int
    sources: int
    source_characters: int
    reviewed: int
    machine: int
    origins: tuple[tuple[str, int], ...]
    creators: tuple[tuple[str, int], ...]
    domains: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


def browse_entries(
    tx: Transaction,
    only: EntryFilter,
    *,
    words: str = "",
    before: int = 0,
    limit: int = 200,
    is_retired: bool = False,
) -> list[EntryRow]:
    """Return entries newest first, with words on either side, with ids below `before` when given; retired ones on demand."""
    conditions = [*only.conditions(is_retired=is_retired), *_holding(tx, words)]
    if before:
        conditions.append(MemoryEntry.id < before)
    query = select(*ENTRY_COLUMNS).where(*conditions).order_by(MemoryEntry.id.desc()).limit(limit)
    return _entry_rows(tx, query)


def twice_there(
    tx: Transaction, only: EntryFilter, words: str = "", limit: int = MOST_GROUPS
) -> list[list[EntryRow]]:
    """Return groups of entries in use with the same source and the same target, the largest first."""
    entry = MemoryEntry
    groups = (
        select(entry.source_digest, entry.target)
        .where(*only.conditions(), *_holding(tx, words))
        .group_by(entry.source_digest, entry.target)
        .having(func.count() > 1)
        .order_by(func.count().desc(), func.max(entry.id).desc())
        .limit(limit)
    )
    keys = tx.scope.session.execute(groups).all()
    rows = _by_digest(tx, [digest for digest, _ in keys], only)
    return [[row for row in rows.get(digest, []) if row.target == target] for digest, target in keys]


def contradicting(
    tx: Transaction, only: EntryFilter, words: str = "", limit: int = MOST_GROUPS
) -> list[list[EntryRow]]:
    """Return groups of entries in use with one source and different targets, those with most targets first."""
    entry = MemoryEntry
    digests_with = select(entry.source_digest).where(*only.conditions(), *_holding(tx, words))
    groups = (
        select(entry.source_digest)
        .where(*only.conditions(), *([entry.source_digest.in_(digests_with)] if words else []))
        .group_by(entry.source_digest)
        .having(func.count(func.distinct(entry.target)) > 1)
        .order_by(func.count(func.distinct(entry.target)).desc(), func.max(entry.id).desc())
        .limit(limit)
    )
    digests = list(tx.scope.session.scalars(groups))
    rows = _by_digest(tx, digests, only)
    return [rows[digest] for digest in digests if digest in rows]


def _holding(tx: Transaction, words: str) -> list[ColumnElement[bool]]:
    """Return the condition that words stand on one of the two sides; none without words."""
    if not words.strip():
        return []
    sides = (MemoryEntry.source, MemoryEntry.target)
    return [or_(*(holds(tx.scope.session, side, like_pattern(words)) for side in sides))]


def _by_digest(tx: Transaction, digests: Sequence[str], only: EntryFilter) -> dict[str, list[EntryRow]]:
    found: dict[str, list[EntryRow]] = {}
    for at in range(0, len(digests), 500):
        part = digests[at : at + 500]
        query = select(*ENTRY_COLUMNS).where(MemoryEntry.source_digest.in_(part), *only.conditions())
        for row in _entry_rows(tx, query.order_by(MemoryEntry.id.desc())):
            found.setdefault(row.source_digest, []).append(row)
    return found


def entries_of(tx: Transaction, ids: Sequence[int]) -> list[EntryRow]:
    """Return the entries of some ids, retired ones too, in the order of their ids."""
    found: list[EntryRow] = []
    for at in range(0, len(ids), 500):
        query = select(*ENTRY_COLUMNS).where(MemoryEntry.id.in_(ids[at : at + 500])).order_by(MemoryEntry.id)
        found += _entry_rows(tx, query)
    return found


def set_domain(tx: Transaction, ids: Sequence[int], domain: str) -> None:
    """Give entries a domain."""
    for at in range(0, len(ids), 500):
        part = ids[at : at + 500]
        statement = update(MemoryEntry).where(MemoryEntry.id.in_(part))
        tx.scope.session.execute(statement.values(domain=domain[:80], updated_at=now()))
    tx.scope.record.nouns.add("memory")


def figures(tx: Transaction, only: EntryFilter) -> MemoryFigures:
    """Return the figures of the entries that pass the filter."""
    entry, session = MemoryEntry, tx.scope.session
    used = only.conditions()
    entries, sources, characters, reviewed, machine = session.execute(
        select(
            func.count(),
            func.count(func.distinct(entry.source_digest)),
            func.coalesce(func.sum(func.length(entry.source)), 0),
            func.count().filter(entry.is_reviewed),
            func.count().filter(entry.is_machine),
        ).where(*used)
    ).one()
    retired = session.scalar(select(func.count()).where(*only.conditions(is_retired=True))) or 0
    year = extract("year", func.coalesce(entry.published, entry.updated_at))
    return MemoryFigures(
        entries,
        retired,
        sources,
        characters,
        reviewed,
        machine,
        _tally(tx, entry.origin, used),
        _tally(tx, entry.creator, used),
        _tally(tx, entry.domain, used),
        tuple(sorted(_tally(tx, year, used))),
    )


def _tally(tx: Transaction, what: Any, used: Sequence[Any]) -> tuple[tuple[str, int], ...]:
    query = select(what, func.count()).where(*used).group_by(what).order_by(func.count().desc()).limit(30)
    found = tx.scope.session.execute(query).all()
    return tuple(("" if word is None else str(word), int(count)) for word, count in found)


def _entry_rows(tx: Transaction, query: Select[Any]) -> list[EntryRow]:
    return [EntryRow._make(row) for row in tx.scope.session.execute(query)]
