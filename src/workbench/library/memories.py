"""The verbs of memory entries inside a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, func, inspect, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.library.scope import Scope, in_parts
from workbench.model.base import now
from workbench.model.memory import MemoryEntry
from workbench.text.normalise import source_digest

_FIXED = ("source", "target", "source_language", "target_language")


class EntryRow(NamedTuple):
    """An entry as it is offered and found: read in a fifth of the time that an object takes."""

    id: int
    source: str
    target: str
    source_digest: str
    before: str
    after: str
    origin: str
    creator: str
    domain: str
    note: str
    article_key: str
    published: date | None
    is_machine: bool
    is_reviewed: bool
    uses: int
    updated_at: datetime


ENTRY_COLUMNS = tuple(MemoryEntry.__table__.columns[name] for name in EntryRow._fields)


class ExportRow(NamedTuple):
    """What an exchange file says of an entry."""

    source: str
    target: str
    source_language: str
    target_language: str
    origin: str
    creator: str
    domain: str
    note: str
    details: str
    article_key: str
    created_at: datetime
    updated_at: datetime


class EntryFilter(NamedTuple):
    """Which entries may answer; empty fields do not limit. Dates bound the article's date."""

    source_language: str = "zh"
    target_language: str = "en"
    domain: str = ""
    origin: str = ""
    creator: str = ""
    article_key: str = ""
    since: date | None = None
    until: date | None = None

    def conditions(self, *, is_retired: bool = False) -> list[Any]:
        """Return the filter as conditions on entries in use, or on retired ones."""
        entry = MemoryEntry
        found: list[Any] = [
            entry.is_retired.is_(is_retired),
            entry.source_language == self.source_language,
            entry.target_language == self.target_language,
        ]
        columns = {"domain": entry.domain, "origin": entry.origin, "creator": entry.creator}
        columns["article_key"] = entry.article_key
        found += [column == getattr(self, name) for name, column in columns.items() if getattr(self, name)]
        if self.since is not None:
            found.append(entry.published >= self.since)
        if self.until is not None:
            found.append(entry.published <= self.until)
        return found


def holds(session: Session, text: InstrumentedAttribute[str], pattern: str) -> ColumnElement[bool]:
    """Return the condition that a text has a LIKE pattern whatever its case, in the way that costs the database least.

    To fold a text sign by sign, as every language wants it, takes a server longer than everything else. Chinese needs no
    folding, and for letters of ASCII the C collation folds bytes.
    """
    cased = "".join(sign for sign in pattern if sign.lower() != sign.upper())
    if not cased:
        return text.like(pattern, escape="\\")
    if cased.isascii() and session.get_bind().dialect.name == "postgresql":
        return text.collate("C").ilike(pattern, escape="\\")
    return text.ilike(pattern, escape="\\")


_NEWEST = select(func.max(MemoryEntry.id))


@lru_cache(maxsize=64)
def _sources_query(only: EntryFilter | None) -> Select[int, str]:
    """Return the question for the sources of ids; made once a filter, for making it takes longer than asking."""
    conditions = [MemoryEntry.is_retired.is_(False)] if only is None else only.conditions()
    ids = MemoryEntry.id.in_(bindparam("ids", expanding=True))
    return select(MemoryEntry.id, MemoryEntry.source).where(ids, *conditions)


@lru_cache(maxsize=64)
def _same_sources_query(only: EntryFilter) -> Select[Any]:
    digests = select(MemoryEntry.source_digest).where(MemoryEntry.id.in_(bindparam("ids", expanding=True)))
    query = select(*ENTRY_COLUMNS).where(MemoryEntry.source_digest.in_(digests), *only.conditions())
    return query.order_by(MemoryEntry.id.desc()).limit(1000)


class Memories:
    """What can be asked of and done to memory entries inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session: Session = scope.session
        self._record = scope.record

    def count(self, only: EntryFilter | None = None) -> int:
        """Return how many entries are in use, of those that pass a filter."""
        query = select(func.count()).select_from(MemoryEntry)
        if only is not None:
            return self._session.scalar(query.where(*only.conditions())) or 0
        retired = self._session.scalar(query.where(MemoryEntry.is_retired.is_(True))) or 0
        return (self._session.scalar(query) or 0) - retired  # both along an index; the rows are wide

    def get(self, entry_id: int) -> MemoryEntry | None:
        """Return one entry, None when there is none."""
        return self._session.get(MemoryEntry, entry_id)

    def newest_id(self) -> int:
        """Return the highest id ever given, 0 in an empty memory."""
        return self._session.connection().execute(_NEWEST).scalar() or 0

    def target_languages(self) -> list[str]:
        """Return the languages of the targets in use, the most frequent first."""
        entry = MemoryEntry
        query = (
            select(entry.target_language).where(entry.is_retired.is_(False)).group_by(entry.target_language)
        )
        return list(self._session.scalars(query.order_by(func.count().desc())))

    def taught_by(self, target_ids: Iterable[int]) -> dict[int, MemoryEntry]:
        """Return the entries that targets taught, by target id."""
        found: dict[int, MemoryEntry] = {}
        for part in in_parts(target_ids):
            taught = select(MemoryEntry).where(MemoryEntry.target_id.in_(part))
            found |= {one.target_id: one for one in self._session.scalars(taught) if one.target_id}
        return found

    def save(self, entry: MemoryEntry) -> MemoryEntry:
        """Save a new or changed entry; a changed source or target becomes a new entry and retires the old."""
        return self.save_all([entry])[0]

    def save_all(self, entries: Sequence[MemoryEntry]) -> list[MemoryEntry]:
        """Save entries as `save` does, all of them at once."""
        saved = []
        for entry in entries:
            is_rewritten = inspect(entry).persistent and self._is_rewritten(entry)
            kept = self._rewritten(entry) if is_rewritten else entry
            kept.source_digest = kept.source_digest or source_digest(kept.source)
            saved.append(kept)
        self._session.add_all(saved)
        self._session.flush()
        self._touched()
        return saved

    def _is_rewritten(self, entry: MemoryEntry) -> bool:
        attributes = inspect(entry).attrs
        return any(attributes[name].history.has_changes() for name in _FIXED)

    def _rewritten(self, entry: MemoryEntry) -> MemoryEntry:
        columns = [column.key for column in inspect(MemoryEntry).column_attrs]
        values = {name: getattr(entry, name) for name in columns if name != "id"}
        for attribute in inspect(entry).attrs:  # never written: the old texts stay with the old id
            if attribute.history.deleted:
                setattr(entry, attribute.key, attribute.history.deleted[0])
        entry.is_retired, entry.target_id, entry.updated_at = True, None, now()
        return MemoryEntry(**{**values, "updated_at": now()})

    def retire(self, entry_ids: Iterable[int]) -> None:
        """Take entries out of use; they stay in the library."""
        rows = [{"entry": entry_id} for entry_id in entry_ids]
        if rows:
            table = MemoryEntry.__table__
            query = update(table).where(table.c.id == bindparam("entry"))  # type: ignore[arg-type]
            self._session.connection().execute(query.values(is_retired=True, updated_at=now()), rows)
            self._session.expire_all()
            self._touched()

    def restore(self, entry_ids: Iterable[int]) -> None:
        """Take retired entries into use again."""
        for entry_id in entry_ids:
            entry = self.get(entry_id)
            if entry is not None and entry.is_retired:
                entry.is_retired, entry.updated_at = False, now()
        self._session.flush()
        self._touched()

    def merge(self, keep: int, others: Sequence[int]) -> None:
        """Join entries into one: it takes over their number of uses, they are retired."""
        kept = self.get(keep)
        if kept is None:
            return
        gone = [entry for entry in map(self.get, others) if entry is not None and entry.id != keep]
        kept.uses += sum(entry.uses for entry in gone)
        kept.updated_at = now()
        self._session.flush()
        self.retire(entry.id for entry in gone)

    def sources(self, ids: Sequence[int], only: EntryFilter | None = None) -> Mapping[int, str]:
        """Return the sources of those of the ids that are in use and pass the filter."""
        connection = self._session.connection()  # past the session, which adds half again
        found = connection.execute(_sources_query(only), {"ids": list(ids)}).all()
        return {int(row[0]): str(row[1]) for row in found}

    def sources_after(
        self, entry_id: int, source_language: str, target_language: str
    ) -> Iterable[tuple[int, str]]:
        """Yield (id, source) of the entries with higher ids, retired ones too, ascending."""
        query = (
            select(MemoryEntry.id, MemoryEntry.source)
            .where(
                MemoryEntry.id > entry_id,
                MemoryEntry.source_language == source_language,
                MemoryEntry.target_language == target_language,
            )
            .order_by(MemoryEntry.id)
        )
        yield from self._session.execute(query.execution_options(yield_per=5000))

    def same_sources(self, ids: Sequence[int], only: EntryFilter) -> list[EntryRow]:
        """Return all entries whose normalised source is that of one of the ids, newest first."""
        return [
            EntryRow._make(row)
            for row in self._session.execute(_same_sources_query(only), {"ids": list(ids)})
        ]

    def exact_of(self, sources: Sequence[str], only: EntryFilter) -> list[EntryRow]:
        """Return the entries in use whose source is one of these, oldest first."""
        digests = list({source_digest(source) for source in sources})
        query = select(*ENTRY_COLUMNS).where(*only.conditions()).order_by(MemoryEntry.id)
        return [
            EntryRow._make(row)
            for part in in_parts(digests)
            for row in self._session.execute(query.where(MemoryEntry.source_digest.in_(part)))
        ]

    def newest(self, limit: int) -> list[EntryRow]:
        """Return the newest entries in use, whatever their languages."""
        query = select(*ENTRY_COLUMNS).where(MemoryEntry.is_retired.is_(False))
        found = self._session.execute(query.order_by(MemoryEntry.id.desc()).limit(limit))
        return [EntryRow._make(row) for row in found]

    def exported(self, only: EntryFilter) -> Iterator[ExportRow]:
        """Yield the entries in use in the order they came, without making objects of them."""
        columns = [getattr(MemoryEntry, name) for name in ExportRow._fields]
        query = select(*columns).where(*only.conditions()).order_by(MemoryEntry.id)
        rows = self._session.connection().execution_options(yield_per=5000).execute(query)
        yield from map(ExportRow._make, rows)

    def page(self, *, after: int = 0, limit: int = 1000, only: EntryFilter) -> list[MemoryEntry]:
        """Return entries in use with ids above `after`, ascending: for export and the maintenance screen."""
        query = select(MemoryEntry).where(MemoryEntry.id > after, *only.conditions())
        return list(self._session.scalars(query.order_by(MemoryEntry.id).limit(limit)))

    def _touched(self) -> None:
        self._record.nouns.add("memory")
