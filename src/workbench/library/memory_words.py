"""The full-text table of the memory (SQLite), filled in the background, and concordance over it.

What the table does not know yet, and what it cannot see (parts of words, signs that are no token),
is found by LIKE, which other databases use for everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, column, or_, select, table, text
from sqlalchemy.orm import Session

from workbench.library import memory_vocabulary
from workbench.library.library import Library
from workbench.library.memories import ENTRY_COLUMNS, EntryFilter, EntryRow, holds
from workbench.library.memory_vocabulary import MOST, words_holding
from workbench.library.transaction import Transaction
from workbench.memory.concordance import (
    Place,
    fts_query,
    fts_rare_query,
    fts_text,
    fts_words_query,
    has_phrase,
    is_inside_words,
    is_seen_alike,
    like_pattern,
    open_pieces,
)
from workbench.model.memory import MemoryEntry
from workbench.model.progress import Progress
from workbench.sentences import say
from workbench.text.normalise import whole_characters

BATCH = 2000
"""Entries put into the full-text table in one transaction: some 70 ms."""
MANY = 20_000
"""So many entries put in at once leave the table in many parts, each of which a search looks through."""
JOINED_PAGES = 250
"""Pages of the table written anew in one transaction when its parts are joined."""

_CREATE = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS memory_words USING fts5(source, target, content='', "
    """tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co P* S*'")"""
)
_ARE_THERE = text("SELECT count(*) FROM sqlite_master WHERE name IN ('memory_words', 'memory_vocabulary')")
_DROP = text("DROP TABLE IF EXISTS memory_words")
_NEWEST = text("SELECT max(id) FROM memory_words_docsize")
_ADD = text("INSERT INTO memory_words(rowid, source, target) VALUES (:id, :source, :target)")
_JOIN = text("INSERT INTO memory_words(memory_words, rank) VALUES ('merge', :pages)")
_NEWEST_FIRST = MemoryEntry.id.desc()
_CHANGED = text("SELECT total_changes()")
_MATCH = text("memory_words MATCH :words").bindparams(bindparam("words"))
_WORDS = table("memory_words", column("rowid"))
_SOME = select(_WORDS.c.rowid).where(_MATCH).order_by(_WORDS.c.rowid.desc()).limit(bindparam("most"))
READ_FIRST = 20_000
"""So many of the newest entries are read first for words that no table knows."""
FEW = 300
"""Fewer entries than that are sooner looked through than asked for more closely."""


def words_known(tx: Transaction) -> int | None:
    """Return the highest id in the full-text table; None where there is no such table, or one without its vocabulary."""
    session = tx.scope.session
    connection = session.connection()
    if not _is_sqlite(session) or connection.scalar(_ARE_THERE) != 2:
        return None
    return connection.scalar(_NEWEST) or 0


def fill_words(library: Library) -> Iterator[Progress]:
    """Bring the full-text table up to date, a batch a transaction; stopping anywhere is clean."""
    with library.reading() as tx:
        newest, known = tx.memories.newest_id(), words_known(tx)
        if not _is_sqlite(tx.scope.session) or known == newest:
            return
    if known is None:
        _create(library)
    start, at = known or 0, known or 0
    while at < newest:
        at = _fill_some(library)
        yield Progress(at - start, newest - start, say("words"))
    if newest - start >= MANY:
        yield from _join_parts(library)


def _create(library: Library) -> None:
    """Make the tables, in place of one that knows no vocabulary yet, unless another process did so just now."""
    with library.writing() as tx:
        if words_known(tx) is None:
            for statement in (_DROP, _CREATE, memory_vocabulary.CREATE):
                tx.scope.session.execute(statement)


def _join_parts(library: Library) -> Iterator[Progress]:
    """Make one part of all that the full-text table was written in, some pages a transaction.

    As in SQLite's documentation of FTS5: a negative number of pages begins anew with all parts, and one change is none.
    """
    pages = -JOINED_PAGES
    changed = 2
    while changed > 1:
        with library.writing() as tx:
            session = tx.scope.session
            before = session.scalar(_CHANGED) or 0
            session.execute(_JOIN, {"pages": pages})
            changed = (session.scalar(_CHANGED) or 0) - before
        pages = JOINED_PAGES
        yield Progress(0, 0, say("words"))


def _fill_some(library: Library) -> int:
    """Add one batch and return the highest id known now; another process may fill at the same time."""
    entry = MemoryEntry
    with library.writing() as tx:
        session = tx.scope.session
        known = words_known(tx) or 0
        query = (
            select(entry.id, entry.source, entry.target)
            .where(entry.id > known)
            .order_by(entry.id)
            .limit(BATCH)
        )
        found = session.execute(query).all()
        if not found:
            return tx.memories.newest_id()
        rows = [_words_of(*row) for row in found]
        session.execute(_ADD, rows)
        memory_vocabulary.add_words(
            session, (str(row[side]) for row in rows for side in ("source", "target"))
        )
        return found[-1][0]


def _words_of(entry_id: int, source: str, target: str) -> dict[str, str | int]:
    return {"id": entry_id, "source": fts_text(source), "target": fts_text(target)}


def find_entries(
    tx: Transaction,
    query: str,
    *,
    side: str,
    only: EntryFilter,
    limit: int = 50,
    inside_words: bool = False,
) -> list[EntryRow]:
    """Return entries in use that have the query in `side` ("source" or "target"), newest first.

    Chinese is found anywhere; words of other scripts as whole words, unless `inside_words` or nothing was found.
    """
    query = whole_characters(query)
    known = words_known(tx)
    if not query.strip():
        return []
    if known is None or not fts_query(query, side):
        return _by_like(tx, query, side=side, only=only, limit=limit)
    found = []
    if known < tx.memories.newest_id():
        found = _by_like(tx, query, side=side, only=only, limit=limit, after=known)
    if len(found) < limit and not (inside_words and is_inside_words(query)):
        found += _by_words(tx, query, side=side, only=only, limit=limit - len(found))
    if is_inside_words(query) and (not found or (inside_words and len(found) < limit)):
        found += _inside_words(tx, query, side=side, only=only, limit=limit - len(found), until=known)
    return found


def _inside_words(
    tx: Transaction, query: str, *, side: str, only: EntryFilter, limit: int, until: int
) -> list[EntryRow]:
    """Find a query that begins or ends inside a word: by the words that hold its ends, or else by reading everything."""
    asked = ""
    if is_seen_alike(query):
        phrase, pieces = open_pieces(query)
        words = [words_holding(tx.scope.session, piece) for piece in pieces]
        if not all(words):
            return []
        few = [some for some in words if len(some) <= MOST]
        is_open = pieces[-1].place is Place.BEGINNING and len(words[-1]) > MOST
        asked = fts_words_query(phrase, few, side, goes_on=pieces[-1].text if is_open else "")
    if not asked:
        return _by_like(tx, query, side=side, only=only, limit=limit, until=until)
    statement = _words_query(only).where(or_(*_holding(tx, query, side)))
    return _rows(tx, statement, {"words": asked, "most": limit})


@lru_cache(maxsize=64)
def _words_query(only: EntryFilter) -> Select[Any]:
    return (
        select(*ENTRY_COLUMNS)
        .join(_WORDS, _WORDS.c.rowid == MemoryEntry.id)
        .where(_MATCH, *only.conditions())
        .order_by(_WORDS.c.rowid.desc())
        .limit(bindparam("most"))
    )


def _by_words(tx: Transaction, query: str, *, side: str, only: EntryFilter, limit: int) -> list[EntryRow]:
    """Find a query as a phrase; one with signs that stand everywhere by its other signs, where few entries have those."""
    if rare := fts_rare_query(query, side):
        connection = tx.scope.session.connection()
        ids = [row.rowid for row in connection.execute(_SOME, {"words": rare, "most": FEW})]
        if len(ids) < FEW:
            texts = connection.execute(_texts_query(only, side), {"ids": ids})
            those = islice((entry_id for entry_id, text in texts if has_phrase(text, query)), limit)
            return _rows(tx, _ids_query(only), {"ids": list(those)})
    return _rows(tx, _words_query(only), {"words": fts_query(query, side), "most": limit})


@lru_cache(maxsize=64)
def _texts_query(only: EntryFilter, side: str) -> Select[Any]:
    return select(MemoryEntry.id, getattr(MemoryEntry, side)).where(*_among(only)).order_by(_NEWEST_FIRST)


@lru_cache(maxsize=64)
def _ids_query(only: EntryFilter) -> Select[Any]:
    return select(*ENTRY_COLUMNS).where(*_among(only)).order_by(_NEWEST_FIRST)


def _among(only: EntryFilter) -> list[ColumnElement[bool]]:
    return [MemoryEntry.id.in_(bindparam("ids", expanding=True)), *only.conditions()]


def _by_like(
    tx: Transaction,
    query: str,
    *,
    side: str,
    only: EntryFilter,
    limit: int,
    after: int = 0,
    until: int | None = None,
) -> list[EntryRow]:
    """Read entries for a query, the newest in one question and ever more of the older ones in each of the next.

    A server asked for the newest of all would read them all and sort what it finds, however soon there is enough.
    """
    conditions = [or_(*_holding(tx, query, side)), *only.conditions()]
    last = tx.memories.newest_id() if until is None else until
    found: list[EntryRow] = []
    count = READ_FIRST
    while last > after and len(found) < limit:
        first = max(after, last - count)
        those = select(*ENTRY_COLUMNS).where(MemoryEntry.id > first, MemoryEntry.id <= last, *conditions)
        found += _rows(tx, those.order_by(_NEWEST_FIRST).limit(limit - len(found)), {})
        last, count = first, count * 8
    return found


def _holding(tx: Transaction, query: str, side: str) -> list[ColumnElement[bool]]:
    """Return the conditions of which an entry that holds the query anywhere meets one."""
    searched = MemoryEntry.source if side == "source" else MemoryEntry.target
    return [holds(tx.scope.session, searched, form) for form in _forms(query)]


def _rows(tx: Transaction, statement: Select[Any], values: dict[str, Any]) -> list[EntryRow]:
    found = tx.scope.session.connection().execute(statement, values)
    return list(map(EntryRow._make, found))


def _forms(query: str) -> list[str]:
    """Return the LIKE patterns of a query: as typed, and in the widths Chinese punctuation comes in."""
    narrow = query.translate(_NARROW)
    wide = query.translate(_WIDE)
    return [like_pattern(form) for form in dict.fromkeys((query, narrow, wide))]


_PUNCTUATION = {",": "，", ":": "：", "(": "（", ")": "）", ";": "；", "?": "？", "!": "！", "%": "％"}
_WIDE: dict[int, Any] = {ord(narrow): wide for narrow, wide in _PUNCTUATION.items()}
_NARROW: dict[int, Any] = {ord(wide): narrow for narrow, wide in _PUNCTUATION.items()}


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
