"""Taking pairs into the memory in bulk: told apart, inserted by the driver, indexed as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
from sqlalchemy import Connection, Index, Table, bindparam, insert, literal_column, select
from sqlalchemy.orm import Session

from workbench.library.library import Library
from workbench.library.memory_index import LibraryIndex, index_of
from workbench.model.base import now
from workbench.model.memory import MemoryEntry
from workbench.model.pairs import Background, EntryColumns, NewEntry
from workbench.text.normalise import digest_of

USUAL_PAGES, PAGES_OF_AN_INTAKE = 1_000, 16_000
"""Pages of SQLite's log that make it copy them into the file: as SQLite has it, and while a batch is larger than that."""

_Hashes = np.ndarray[Any, np.dtype[np.int64]]


class Intake:
    """Adds batches of pairs of one pair of languages to a library, each batch in its own transaction.

    Pairs that were in the memory before are left out, so that a broken-off import can simply be run again.
    Of pairs that come twice in one intake the second is left out only when its `details` are the same too:
    units that a file tells apart are all kept. Call `close` in any case, and `finish` after the last batch.
    """

    def __init__(self, library: Library, source_language: str = "zh", target_language: str = "en") -> None:
        self._library = library
        self._languages = (source_language, target_language)
        self._index: LibraryIndex = index_of(library, source_language, target_language)
        self._met = Met()
        with library.reading() as tx:
            self._since = tx.memories.newest_id()
            self._index.ready(tx)
        self._are_indexes_dropped = False
        if self._since:
            restore_late_indexes(library)

    def add(self, entries: Sequence[NewEntry], *, asked_by: str = "") -> int:
        """Add a batch and return how many of it were new; they can be matched when this returns."""
        return self.add_columns(EntryColumns.of(entries), asked_by=asked_by)

    def add_columns(self, entries: EntryColumns, *, asked_by: str = "") -> int:
        """Do what `add` does, with a large batch given column by column."""
        entries = _with_digests(entries)
        with self._library.writing(asked_by=asked_by) as tx:
            session = tx.scope.session
            is_file = (
                self._library.path is not None
            )  # on a server only its owner may, and colleagues use them
            if is_file and not self._since and not self._are_indexes_dropped:
                for index in filter(_is_worth_dropping, _indexes()):
                    index.drop(session.connection(), checkfirst=True)
                _checkpoint_every(session.connection(), PAGES_OF_AN_INTAKE)
                self._are_indexes_dropped = True
            fresh = self._fresh(session, entries)
            first = tx.memories.newest_id() + 1
            kept = entries if len(fresh) == len(entries) else entries.picked(fresh)
            _insert(session.connection(), first, kept, self._languages)
            tx.scope.record.nouns.add("memory")
        self._index.learn(first, kept.normal)
        return len(fresh)

    def finish(self) -> None:
        """Keep the index in the library if enough was added, make the late indexes, and have the index ready.

        In this order: what sorts a million rows needs the room that the match index was built in.
        """
        self._met = Met()
        self._index.keep(self._library)
        self.close()
        with self._library.reading() as tx:
            self._index.ready(tx)

    def close(self) -> None:
        """Leave the library as it should be, whether all was added or not."""
        if self._are_indexes_dropped:
            restore_late_indexes(self._library)
            self._are_indexes_dropped = False

    def _fresh(self, session: Session, entries: EntryColumns) -> list[int]:
        """Return the places of the entries that are new, ascending."""
        places = self._met.new_ones(
            list(map(hash, zip(entries.normal, entries.target, entries.details, strict=True)))
        )
        if not self._since:
            return places
        known = self._known(session, {entries.digest[at] for at in places})
        return [at for at in places if (entries.digest[at], entries.target[at]) not in known]

    def _known(self, session: Session, digests: Iterable[str]) -> set[tuple[str, str]]:
        """Return the pairs with these sources that were there before."""
        entry = MemoryEntry
        query = select(entry.source_digest, entry.target).where(
            entry.source_digest.in_(bindparam("digests", expanding=True)),
            entry.target_language == self._languages[1],
            entry.is_retired.is_(False),
            entry.id <= self._since,
        )
        known: set[tuple[str, str]] = set()
        waiting = list(digests)
        for at in range(0, len(waiting), 500):
            rows = session.execute(query, {"digests": waiting[at : at + 500]})
            known.update((digest, target) for digest, target in rows)
        return known


class Met:
    """Remembers hashes of 64 bits: a filter of 4 MB says quickly what is new, the hashes themselves decide.

    Two different pairs with one hash are met once in ten million imports of a million pairs.
    """

    BITS = 25

    def __init__(self) -> None:
        self._marked = np.zeros(1 << self.BITS - 3, np.uint8)  # the system gives memory for what is touched
        self._hashes: list[_Hashes] = []

    def new_ones(self, hashes: Sequence[int]) -> list[int]:
        """Return the places of hashes that were never met, of equal ones the first; all are met from now on."""
        values = np.array(hashes, np.int64)
        order = np.argsort(values, kind="stable")
        ascending = values[order]
        is_first = np.append(True, ascending[1:] != ascending[:-1])
        places, values = order[is_first], ascending[is_first]
        mask = np.int64((1 << self.BITS) - 1)
        one, two = values & mask, values >> 32 & mask
        was_met = self._is_marked(one) & self._is_marked(two)
        was_met[was_met] = self._is_among_earlier(values[was_met])
        for bits in (one, two):
            np.bitwise_or.at(self._marked, bits >> 3, (1 << (bits & 7)).astype(np.uint8))
        if not was_met.all():
            self._hashes.append(values[~was_met])
        found: list[int] = np.sort(places[~was_met]).tolist()
        return found

    def _is_among_earlier(self, values: _Hashes) -> np.ndarray[Any, np.dtype[np.bool_]]:
        found = np.zeros(len(values), np.bool_)
        for ascending in self._hashes if len(values) else ():
            at = np.minimum(np.searchsorted(ascending, values), len(ascending) - 1)
            found |= ascending[at] == values
        return found

    def _is_marked(self, bits: _Hashes) -> np.ndarray[Any, np.dtype[np.bool_]]:
        marked: np.ndarray[Any, np.dtype[np.bool_]] = (self._marked[bits >> 3] >> (bits & 7) & 1).astype(
            np.bool_
        )
        return marked


def restore_late_indexes(library: Library) -> None:
    """Make the indexes again that a full import builds last, where one was broken off."""
    with library.writing() as tx:
        connection = tx.scope.session.connection()
        for index in _indexes():
            index.create(connection, checkfirst=True)
        _checkpoint_every(connection, USUAL_PAGES)


def _checkpoint_every(connection: Connection, pages: int) -> None:
    """Say after how many pages SQLite's log goes into the file; each commit is on the disk before, whatever this is."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={pages:d}")


def _indexes() -> list[Index]:
    return sorted(_table().indexes, key=lambda index: str(index.name))


def _is_worth_dropping(index: Index) -> bool:
    """Tell whether an index costs anything while rows come in: one of retired entries alone takes none of them."""
    return index.dialect_options["sqlite"]["where"] is None


def _table() -> Table:
    table = MemoryEntry.__table__
    assert isinstance(table, Table)
    return table


# -- rows: the bound columns in the order of the table, the others are constants -----------------------------

_BOUND = (
    "id", "source", "target", "source_language", "target_language", "source_digest",
    "origin", "creator", "domain", "details", "created_at", "updated_at",
)  # fmt: skip
_ALL_BOUND = (
    "id", "source", "target", "source_language", "target_language", "source_digest", "before", "after",
    "origin", "creator", "domain", "note", "details", "article_key", "published",
    "is_machine", "is_reviewed", "created_at", "updated_at",
)  # fmt: skip
_CONSTANTS = {
    "before": "''",
    "after": "''",
    "note": "''",
    "article_key": "''",
    "published": "NULL",
    "is_machine": "false",
    "is_reviewed": "false",
    "is_retired": "false",
    "target_id": "NULL",
    "uses": "1",
}


def _insert(connection: Connection, first: int, entries: EntryColumns, languages: tuple[str, str]) -> None:
    """Insert rows with ids from `first` on; with SQLite by the driver, without SQLAlchemy's detour for every value."""
    if not len(entries):
        return
    is_plain = not any(entries.background)
    is_sqlite = connection.dialect.name == "sqlite"
    written = _SqliteValues() if is_sqlite else _Values()
    bound = _BOUND if is_plain else _ALL_BOUND
    constants: dict[str, Any] = {
        name: literal_column(sql) for name, sql in _CONSTANTS.items() if name not in bound
    }
    statement = insert(_table()).values({name: bindparam(name) for name in bound} | constants)
    rows = _rows(first, entries, languages, written, is_plain=is_plain)
    if is_sqlite:
        compiled = statement.compile(dialect=connection.dialect)
        assert tuple(compiled.positiontup or ()) == bound
        driver = connection.connection.cursor()
        driver.executemany(str(compiled), list(rows))
        driver.close()
    else:
        connection.execute(statement, [dict(zip(bound, row, strict=True)) for row in rows])


def _rows(
    first: int, entries: EntryColumns, languages: tuple[str, str], written: _Values, *, is_plain: bool
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows, the values in the order in which they are bound."""
    count = len(entries)
    created, updated = (
        [written[when] for when in column] for column in (entries.created_at, entries.updated_at)
    )
    pair = (
        range(first, first + count),
        entries.source,
        entries.target,
        *([tag] * count for tag in languages),
    )
    said = (entries.origin, entries.creator, entries.domain)
    if is_plain:
        return zip(*pair, entries.digest, *said, entries.details, created, updated, strict=True)
    known = [each or Background() for each in entries.background]
    article, published, before, after, note, is_machine, is_reviewed = zip(*known, strict=True)
    about = (entries.details, article, [written.date(day) for day in published])
    return zip(
        *pair,
        entries.digest,
        before,
        after,
        *said,
        note,
        *about,
        is_machine,
        is_reviewed,
        created,
        updated,
        strict=True,
    )


def _with_digests(entries: EntryColumns) -> EntryColumns:
    """Return the entries with the digests that were not known."""
    if all(entries.digest):
        return entries
    known = zip(entries.digest, entries.normal, strict=True)
    return replace(entries, digest=[digest or digest_of(normal) for digest, normal in known])


class _Values(dict[datetime | None, Any]):
    """Times as the driver takes them, None standing for this moment; most rows share a few."""

    def __init__(self) -> None:
        super().__init__()
        self[None] = self.time(now())

    def __missing__(self, when: datetime | None) -> Any:
        assert when is not None
        self[when] = self.time(when)
        return self[when]

    def time(self, when: datetime) -> Any:
        """Return a time as it is bound."""
        return when

    def date(self, day: date | None) -> Any:
        """Return a day as it is bound."""
        return day


class _SqliteValues(_Values):
    """Times as SQLAlchemy stores them in SQLite: text, in UTC, with microseconds."""

    def time(self, when: datetime) -> str:
        """Return a time as text."""
        return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")

    def date(self, day: date | None) -> str | None:
        """Return a day as text."""
        return None if day is None else day.isoformat()
