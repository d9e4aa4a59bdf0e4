"""Seals over the rows of a library in a file: what was changed past this program is found, and where (RELIABILITY.md, A2, D10).

Each seal is the sum of the digests of the rows of one table that belong to one article, edition or person. A sum
does not depend on the order of the rows, and follows a write by what the write took away and added. The writing
connection has triggers of its own that report every row, whoever writes it within the program; they are not in the file,
so other programs can still read it and repair tools can still write it, but then the sums do not fit any more.

Sealed is all that people wrote and decided. The memory and what is made anew from other rows are not.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Table, event, literal, select
from sqlalchemy.dialects import sqlite

from workbench.model.schema import metadata

NOT_SEALED = frozenset({"memory_entries", "memory_blocks", "draft_answers"})
OWNERS = ("edition_id", "article_id", "person_id", "concept_id")
"""The columns by which rows are sealed together, the first that a table has."""
LIMIT = 1 << 256
TOTAL, CHANGES = 0, 1
"""Two sums over everything, kept under the empty noun: of all rows, and of all transactions."""

_CREATE = (
    "CREATE TABLE IF NOT EXISTS seals (noun TEXT NOT NULL, owner INTEGER NOT NULL, sum BLOB NOT NULL, "
    "PRIMARY KEY (noun, owner)) WITHOUT ROWID"
)
_PUT = "INSERT INTO seals (noun, owner, sum) VALUES (?, ?, ?) ON CONFLICT (noun, owner) DO UPDATE SET sum = excluded.sum"
_GET = "SELECT sum FROM seals WHERE noun = ? AND owner = ?"
_DROP = "DELETE FROM seals WHERE noun = ? AND owner = ?"

Place = tuple[str, int]


class Sealed(NamedTuple):
    """How a table is sealed: its columns in order, and the expression of the owner of a row."""

    noun: str
    columns: tuple[str, ...]
    owner: str


def sealed_tables() -> list[Sealed]:
    """Return how every table that people write is sealed."""
    return [_sealed(table) for table in metadata.sorted_tables if table.name not in NOT_SEALED]


def _sealed(table: Table) -> Sealed:
    names = tuple(sorted(column.name for column in table.columns))
    owner = next((name for name in OWNERS if name in names), "id" if "id" in names else "0")
    return Sealed(table.name, names, owner)


def row_digest(noun: str, values: Iterable[object]) -> int:
    """Return the digest of a row as a number; values count as the database stores them, each with its kind and length.

    Every row that is written or checked passes here: what is frequent is asked for first.
    """
    said = [noun.encode()]
    for value in values:
        if isinstance(value, int):
            said.append(b"i%d;" % value)
        elif isinstance(value, str):
            data = value.encode("utf-8", "surrogatepass")
            said.append(b"s%d:%b" % (len(data), data))
        elif value is None:
            said.append(b"n")
        elif isinstance(value, bytes):
            said.append(b"b%d:%b" % (len(value), value))
        else:
            said.append(f"f{value!r};".encode())
    return int.from_bytes(hashlib.sha256(b"".join(said)).digest())


class _Tally:
    """What the transaction under way adds to each seal."""

    def __init__(self) -> None:
        self.added: dict[Place, int] = defaultdict(int)

    def note(self, sign: int, noun: str, owner: int | None, *values: object) -> None:
        """Add (1) or take away (-1) a row; called by the triggers."""
        self.added[noun, owner or 0] += sign * row_digest(noun, values)

    def settle(self, driver: sqlite3.Connection) -> None:
        """Write the new sums; part of the transaction they are about."""
        if not self.added:
            return
        added, self.added = self.added, defaultdict(int)
        for place, much in added.items():
            _add(driver, place, much)
        _add(driver, ("", TOTAL), sum(added.values()))
        _add(driver, ("", CHANGES), 1)


def _add(driver: sqlite3.Connection, place: Place, much: int) -> None:
    found = driver.execute(_GET, place).fetchone()
    total = (much + (int.from_bytes(found[0]) if found else 0)) % LIMIT
    if total:
        driver.execute(_PUT, (*place, total.to_bytes(32)))
    elif found:
        driver.execute(_DROP, place)


def keep_seals(engine: Engine) -> None:
    """Let the writing engine of a file keep the seals true, in every transaction."""

    @event.listens_for(engine, "connect")
    def on_connect(driver: sqlite3.Connection, record: Any) -> None:
        record.info["tally"] = tally = _Tally()
        driver.create_function("seal_row", -1, tally.note)
        if is_sealed(driver):
            watch(driver)

    @event.listens_for(engine, "commit")
    def on_commit(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver is not None
        connection.info["tally"].settle(driver)

    @event.listens_for(engine, "rollback")
    def on_rollback(connection: Connection) -> None:
        connection.info["tally"].added.clear()


def renew_within(connection: Connection) -> None:
    """Seal all rows as they stand inside a transaction of the writing engine."""
    driver = connection.connection.driver_connection
    assert driver is not None
    renew(driver)
    connection.info["tally"].added.clear()


def is_sealed(driver: sqlite3.Connection) -> bool:
    """Tell whether a file has seals: one of an older schema has none."""
    return driver.execute("SELECT 1 FROM sqlite_master WHERE name = 'seals'").fetchone() is not None


def begin(driver: sqlite3.Connection) -> None:
    """Make the table of seals in a new library, and keep them from now on."""
    driver.execute(_CREATE)
    watch(driver)


def watch(driver: sqlite3.Connection) -> None:
    """Hang the triggers of this connection."""
    for noun, columns, owner in sealed_tables():
        for act, signs in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            calls = " ".join(_call(noun, columns, owner, which) for which in signs)
            driver.execute(
                f'CREATE TEMP TRIGGER IF NOT EXISTS "seal_{noun}_{act}" AFTER {act} ON main."{noun}" BEGIN {calls} END'
            )


def _call(noun: str, columns: tuple[str, ...], owner: str, which: str) -> str:
    sign = 1 if which == "NEW" else -1
    values = ", ".join(f'{which}."{name}"' for name in columns)
    whose = owner if owner == "0" else f'{which}."{owner}"'
    return f"SELECT seal_row({sign}, '{noun}', {whose}, {values});"


def computed(driver: sqlite3.Connection) -> dict[Place, int]:
    """Return the sums as the rows say them now."""
    sums: dict[Place, int] = defaultdict(int)
    for noun, columns, owner in sealed_tables():
        table = metadata.tables[noun].columns
        whose = literal(0) if owner == "0" else table[owner]
        query = select(whose.label("owner"), *(table[name] for name in columns))
        asked = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
        for row in driver.execute(str(asked)):
            sums[noun, row[0] or 0] += row_digest(noun, row[1:])
    return {place: total % LIMIT for place, total in sums.items() if total % LIMIT}


def stored(driver: sqlite3.Connection) -> dict[Place, int]:
    """Return the sums as they were kept."""
    rows = driver.execute("SELECT noun, owner, sum FROM seals WHERE noun <> ''")
    return {(noun, owner): int.from_bytes(total) for noun, owner, total in rows}


def broken(driver: sqlite3.Connection) -> list[Place]:
    """Return the places whose rows are not those this program wrote, by table and owner; empty when all are."""
    if not is_sealed(driver):
        return []
    now, then = computed(driver), stored(driver)
    found = [place for place in sorted(now.keys() | then.keys()) if now.get(place) != then.get(place)]
    if not found and sum(then.values()) % LIMIT != figure(driver, TOTAL):
        found.append(("seals", 0))
    return found


def figure(driver: sqlite3.Connection, which: int) -> int:
    """Return one of the two sums over everything: TOTAL or CHANGES."""
    found = driver.execute(_GET, ("", which)).fetchone() if is_sealed(driver) else None
    return int.from_bytes(found[0]) if found else 0


def renew(driver: sqlite3.Connection) -> None:
    """Seal all rows as they stand; the count of changes goes on."""
    changes = figure(driver, CHANGES)
    driver.execute(_CREATE)
    driver.execute("DELETE FROM seals")
    sums = computed(driver)
    totals = {("", TOTAL): sum(sums.values()) % LIMIT, ("", CHANGES): changes + 1}
    driver.executemany(
        _PUT, [(*place, total.to_bytes(32)) for place, total in (sums | totals).items() if total]
    )
