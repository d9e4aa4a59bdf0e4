"""Reading what can still be read of a damaged library, row by row, into a sound one (RELIABILITY.md, D11)."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import ClauseElement, Integer, Table, bindparam, delete, insert, literal_column, select
from sqlalchemy.dialects import sqlite

from workbench.library import seals
from workbench.library.place import find_place
from workbench.library.preparing import make
from workbench.model.schema import metadata

MADE_ANEW = frozenset({"memory_blocks", "draft_answers"})
"""Tables whose loss costs time and no work."""
STRIDE = 512
ROW = literal_column("rowid", Integer)
MOST_ROWS = 1 << 40
UNREADABLE = 200
"""Ranges without an answer after which the rest of a table is given up."""


@dataclass(slots=True)
class Salvage:
    """What was read: rows by table, and the ids that could not be read or refer to what could not."""

    read: dict[str, int] = field(default_factory=dict)
    lost: dict[str, set[int]] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether nothing that a person wrote is missing."""
        return not any(ids for table, ids in self.lost.items() if table not in MADE_ANEW)


def salvage(damaged: Path, into: Path) -> Salvage:
    """Read a damaged library, with its log, into a new one at `into`; the damaged one is left as it is."""
    told = Salvage()
    make(find_place(str(into)), with_terms=False)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "damaged.workbench"
        for ending in ("", "-wal"):
            if Path(f"{damaged}{ending}").exists():
                shutil.copy(f"{damaged}{ending}", f"{copy}{ending}")
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(into)) as target:
            target.execute("PRAGMA foreign_keys=OFF")
            for table in metadata.sorted_tables:
                _read_table(source, target, table, told)
            _take_seals(source, target)
            target.commit()
            _drop_orphans(target, told)
            target.commit()
    return told


def _read_table(source: sqlite3.Connection, target: sqlite3.Connection, table: Table, told: Salvage) -> None:
    put = _sql(insert(table).prefix_with("OR IGNORE"))
    ask = _sql(
        select(ROW, *table.columns)
        .where(bindparam("low", type_=Integer) <= ROW, bindparam("high", type_=Integer) > ROW)
        .order_by(ROW)
    )
    lost: set[int] = set()
    count = 0
    for rows in _ranges(source, ask, lost):
        target.executemany(put, rows)
        count += len(rows)
    told.read[table.name], told.lost[table.name] = count, lost


def _ranges(source: sqlite3.Connection, ask: str, lost: set[int]) -> Iterator[list[tuple[object, ...]]]:
    """Yield the rows of a table in strides of row ids; a stride that fails is halved down to the bad rows."""
    waiting = [(0, MOST_ROWS)]
    failures = 0
    while waiting and failures < UNREADABLE:
        low, high = waiting.pop()
        try:
            rows = source.execute(ask, (low, high)).fetchmany(STRIDE)
        except sqlite3.DatabaseError:
            failures += 1
            if high - low <= 1:
                lost.add(low)
            else:
                middle = low + min((high - low) // 2, STRIDE * 64)
                waiting += [(middle, high), (low, middle)]
            continue
        if rows:
            yield [tuple(row[1:]) for row in rows]
        if len(rows) == STRIDE:
            waiting.append((rows[-1][0] + 1, high))
    lost.update(low for low, _ in waiting)


def _take_seals(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Keep the seals as they were: rows that could be read and are not what was written do not fit them."""
    with suppress(sqlite3.DatabaseError):
        kept = source.execute("SELECT noun, owner, sum FROM seals").fetchall()
        target.execute("DELETE FROM seals")
        target.executemany("INSERT INTO seals (noun, owner, sum) VALUES (?, ?, ?)", kept)
        return
    seals.renew(target)


def _drop_orphans(target: sqlite3.Connection, told: Salvage) -> None:
    """Take out rows that refer to what could not be read, until every reference holds."""
    while broken := target.execute("PRAGMA foreign_key_check").fetchall():
        for name, row, _, _ in broken:
            told.lost.setdefault(name, set()).add(row or 0)
            gone = delete(metadata.tables[name]).where(bindparam("row", type_=Integer) == ROW)
            target.execute(_sql(gone), (row,))


def _sql(statement: ClauseElement) -> str:
    """Write a statement for the driver itself, which reads values as they are stored."""
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="qmark")))
