"""Taking pairs into the memory in bulk: told apart, inserted by the driver, indexed as they come."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.orm import Session

from workbench.library.library import Library
from workbench.library.memory_index import LibraryIndex, index_of
from workbench.model.base import now
from workbench.model.memory import MemoryEntry

_COLUMNS = tuple(column.key for column in MemoryEntry.__table__.columns)
_FILTER_BITS = 27  # 16 MB: one pair in 4,000 of a million is looked up in vain


class NewEntry(NamedTuple):
    """A pair on its way into the memory; `normal` is the normalised source (`text.normalise`)."""

    source: str
    target: str
    normal: str
    origin: str = ""
    creator: str = ""
    domain: str = ""
    note: str = ""
    details: str = ""
    article_key: str = ""
    published: date | None = None
    is_machine: bool = False
    is_reviewed: bool = False
    before: str = ""
    after: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None


class Intake:
    """Adds batches of pairs of one pair of languages to a library, each batch in its own transaction.

    Pairs that were in the memory before are left out, so that a broken-off import can simply be run again.
    Of pairs that come twice in one intake the second is left out only when its `details` are the same too:
    units that a file tells apart are all kept.
    """

    def __init__(self, library: Library, source_language: str = "zh", target_language: str = "en") -> None:
        self._library = library
        self._languages = (source_language, target_language)
        self._index: LibraryIndex = index_of(library, source_language, target_language)
        self._met = _Filter()
        with library.reading() as tx:
            self._since = tx.memories.newest_id()
            self._index.ready(tx)

    def add(self, entries: Sequence[NewEntry], *, asked_by: str = "") -> int:
        """Add a batch and return how many of it were new; they can be matched when this returns."""
        digests = [_digest(entry.normal) for entry in entries]
        with self._library.writing(asked_by=asked_by) as tx:
            session = tx.scope.session
            fresh = self._fresh(session, entries, digests)
            first = tx.memories.newest_id() + 1
            _insert(
                session.connection(), first, [(entries[at], digests[at]) for at in fresh], self._languages
            )
            tx.scope.record.nouns.add("memory")
        self._index.learn(first, [entries[at].normal for at in fresh])
        return len(fresh)

    def finish(self) -> None:
        """Make the index whole, and keep it in the library if enough was added."""
        with self._library.reading() as tx:
            self._index.ready(tx)
        self._index.keep(self._library)

    def _fresh(self, session: Session, entries: Sequence[NewEntry], digests: Sequence[str]) -> list[int]:
        """Return the places of the entries that are new."""
        places: dict[tuple[str, str, str], int] = {}
        doubtful: set[str] = set()
        for at, entry in enumerate(entries):
            unit = (digests[at], entry.target, entry.details)
            if unit in places:
                continue
            places[unit] = at
            if self._met.add(hash(unit)) or self._since:
                doubtful.add(digests[at])
        if not doubtful:
            return list(places.values())
        known = self._known(session, doubtful)
        return [at for unit, at in places.items() if unit not in known and (*unit[:2], None) not in known]

    def _known(self, session: Session, digests: set[str]) -> set[tuple[str, str, str | None]]:
        """Return what the library has of these sources: older pairs (details None), and units of this intake."""
        entry = MemoryEntry
        query = select(entry.source_digest, entry.target, entry.details, entry.id).where(
            entry.source_digest.in_(bindparam("digests", expanding=True)),
            entry.target_language == self._languages[1],
            entry.is_retired.is_(False),
        )
        known: set[tuple[str, str, str | None]] = set()
        waiting = list(digests)
        for at in range(0, len(waiting), 500):
            for digest, target, details, entry_id in session.execute(
                query, {"digests": waiting[at : at + 500]}
            ):
                known.add((digest, target, None if entry_id <= self._since else details))
        return known


class _Filter:
    """Remembers hashes in 16 MB: never forgets one, seldom takes a new one for known (Bloom, 1970)."""

    def __init__(self) -> None:
        self._bits = bytearray(1 << (_FILTER_BITS - 3))

    def add(self, value: int) -> bool:
        """Add a hash of 64 bits; return whether it may have been there."""
        bits, mask = self._bits, (1 << _FILTER_BITS) - 1
        one, two = value & mask, value >> 32 & mask
        known = bits[one >> 3] >> (one & 7) & bits[two >> 3] >> (two & 7) & 1
        bits[one >> 3] |= 1 << (one & 7)
        bits[two >> 3] |= 1 << (two & 7)
        return bool(known)


def _digest(normal: str) -> str:
    return hashlib.blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _insert(
    connection: Connection, first: int, entries: Sequence[tuple[NewEntry, str]], languages: tuple[str, str]
) -> None:
    """Insert rows with ids from `first` on: where the driver takes positions, without a detour for each value."""
    if not entries:
        return
    dialect = connection.dialect
    statement = insert(MemoryEntry.__table__)  # type: ignore[arg-type]
    moment = now()
    if dialect.name != "sqlite":
        rows = [
            dict(zip(_COLUMNS, _row(at, entry, digest, languages, moment), strict=True))
            for at, (entry, digest) in enumerate(entries, start=first)
        ]
        connection.execute(statement, rows)
        return
    compiled = statement.compile(dialect=dialect, column_keys=_COLUMNS)
    assert tuple(compiled.positiontup or ()) == _COLUMNS
    plain = _sqlite_time(moment)
    values = [
        _row(at, entry, digest, languages, plain) for at, (entry, digest) in enumerate(entries, start=first)
    ]
    connection.exec_driver_sql(str(compiled), values)


def _row(
    entry_id: int, entry: NewEntry, digest: str, languages: tuple[str, str], moment: object
) -> tuple[object, ...]:
    """Return one row in the order of the table; times in the form of `moment`."""
    created, updated = entry.created_at, entry.updated_at
    is_plain = isinstance(moment, str)
    return (
        entry_id,
        entry.source,
        entry.target,
        *languages,
        digest,
        entry.before,
        entry.after,
        entry.origin,
        entry.creator,
        entry.domain,
        entry.note,
        entry.details,
        entry.article_key,
        None,
        (entry.published.isoformat() if is_plain else entry.published) if entry.published else None,
        entry.is_machine,
        entry.is_reviewed,
        False,
        1,
        (_sqlite_time(created) if is_plain else created) if created else moment,
        (_sqlite_time(updated) if is_plain else updated) if updated else moment,
    )


def _sqlite_time(when: datetime) -> str:
    """Return a time as SQLAlchemy stores it in SQLite: UTC, with microseconds."""
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
