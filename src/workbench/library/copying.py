"""Copying a whole library from one database to another: every row, in one transaction, compared afterwards."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, insert, select, text

from workbench.errors import LibraryError
from workbench.library.connecting import connect_writer
from workbench.library.failures import explained
from workbench.library.library import Library
from workbench.library.place import Place
from workbench.library.preparing import make
from workbench.model.progress import Progress
from workbench.model.schema import metadata
from workbench.sentences import say

BATCH = 2000


def copy_library(source: Library, place: Place) -> Iterator[Progress]:
    """Make a library at `place`, which must be empty, with everything `source` holds; all of it or nothing.

    The one activity whose steps lie within a transaction: a copy that stops half-way must leave nothing.

    Raises `LibraryError` when the copy is not the same, row for row; then nothing is left of it.
    """
    with explained(place):
        yield from _copy_whole(source, place)


def _copy_whole(source: Library, place: Place) -> Iterator[Progress]:
    beside = _beside(place)
    make(beside, with_terms=False)
    engine = connect_writer(beside)
    is_done = False
    try:
        with source.reading() as tx, engine.begin() as target:
            yield from _copy_all(tx.scope.session.connection(), target, place)
        is_done = True
    finally:
        if not is_done:
            _take_away(engine)
        engine.dispose()
        _settle(beside, place, is_done=is_done)


def _copy_all(here: Connection, target: Connection, place: Place) -> Iterator[Progress]:
    tables = metadata.sorted_tables
    total = sum(here.scalar(select(func.count()).select_from(table)) or 0 for table in tables)
    _begin(target)
    done = 0
    for table in tables:
        for count in _copy(here, target, table):
            done += count
            yield Progress(done, total, table.name)
    set_sequences(target)
    _refuse_difference(here, target, place)


def _beside(place: Place) -> Place:
    """Return where the copy is made: a file gets its name only when it is whole."""
    if place.path is None:
        return place
    path = place.path.with_name(f"{place.path.name}.part")
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    return Place(place.url.set(database=str(path)), path)


def _settle(beside: Place, place: Place, *, is_done: bool) -> None:
    if beside.path is None or place.path is None:
        return
    if is_done:
        beside.path.replace(place.path)
    else:
        beside.path.unlink(missing_ok=True)


def _take_away(engine: Engine) -> None:
    """Leave an empty database as it was found."""
    if engine.dialect.name != "postgresql":
        return
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS guard CASCADE"))
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))


def _begin(target: Connection) -> None:
    if target.dialect.name == "postgresql":
        target.execute(text("SELECT set_config('workbench.copying', 'on', true)"))


def _copy(here: Connection, target: Connection, table: Table) -> Iterator[int]:
    rows = here.execution_options(yield_per=BATCH).execute(_in_order(table)).mappings()
    for batch in rows.partitions(BATCH):
        target.execute(insert(table), [dict(row) for row in batch])
        yield len(batch)


def _in_order(table: Table) -> Any:
    """Read a table by its key: rows that refer to earlier ones of the same table come after them."""
    return select(table).order_by(*table.primary_key.columns)


def set_sequences(target: Connection) -> None:
    """Let new rows be numbered behind the copied ones."""
    if target.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if "id" in table.columns and table.columns["id"].autoincrement:
            newest = select(func.coalesce(func.max(table.columns["id"]), 0) + 1).scalar_subquery()
            sequence = func.pg_get_serial_sequence(table.name, "id")
            target.execute(select(func.setval(sequence, newest, False)))


def _refuse_difference(here: Connection, target: Connection, place: Place) -> None:
    for table in metadata.sorted_tables:
        if _digest(here, table) != _digest(target, table):
            raise LibraryError(
                say(
                    "The copy at {name} differs in {table}; it was not kept. Try again, and keep this library.",
                    name=place.name,
                    table=table.name,
                )
            )


def _digest(connection: Connection, table: Table) -> str:
    """Return a digest over every value of a table, the same in every database."""
    digest = hashlib.sha256()
    rows = connection.execution_options(yield_per=BATCH).execute(_in_order(table))
    for row in rows:
        digest.update(json.dumps([_said(value) for value in row], sort_keys=True).encode())
    return digest.hexdigest()


def _said(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(bytes(value)).hexdigest()
    return value if isinstance(value, dict | list | int | float | bool | None) else str(value)
