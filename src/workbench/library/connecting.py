"""Engines and connections: WAL with full synchronisation, foreign keys, one writer, many readers."""

from __future__ import annotations

import logging
import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from workbench.library.dangers import is_on_network
from workbench.library.place import Place
from workbench.library.read_only import open_read_only

BUSY_MS = 10_000


def connect_writer(place: Place, *, schema: int = 0, keeps_seals: bool = True) -> Engine:
    """Return the engine of the one writing connection; a server is told the `schema` this program knows.

    `keeps_seals` is off where tables themselves change; then all is sealed again at the end.
    """
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)  # below that it logs the text of articles
    if place.path is None:
        return connect_server(place, schema=schema)
    if not place.path.exists():  # nobody else reads a new library
        os.close(os.open(place.path, os.O_CREAT, 0o600))
    engine = create_engine(
        place.url, poolclass=QueuePool, pool_size=1, max_overflow=0, connect_args={"check_same_thread": False}
    )
    log = "DELETE" if is_on_network(place.path) else "WAL"
    _prepare(engine, begin="BEGIN IMMEDIATE", log=log)
    if keeps_seals:
        from workbench.library.seals import keep_seals

        keep_seals(engine)
    return engine


def connect_readers(place: Place, *, is_writable: bool = True, schema: int = 0) -> Engine:
    """Return the engine of the reading connections, which can never write."""
    if place.path is None:
        return connect_server(place, schema=schema, is_reader=True)
    options: dict[str, Any] = {"connect_args": {"check_same_thread": False}}
    if not is_writable:
        options["creator"] = lambda: open_read_only(Path(str(place.url.database)))
        options.pop("connect_args")
    engine = create_engine(place.url, poolclass=QueuePool, pool_size=5, max_overflow=20, **options)
    _prepare(engine, begin="BEGIN")
    return engine


def connect_server(place: Place, **options: Any) -> Engine:
    """Return an engine for a database server; what that takes is loaded only then."""
    from workbench.library.server.connecting import connect

    return connect(place, **options)


def driver_of(connection: Connection) -> Any:
    """Return the driver's own connection under an open one."""
    return connection.connection.driver_connection


def _prepare(engine: Engine, *, begin: str, log: str = "") -> None:
    """Set up each connection; a writer keeps its `log` beside the file, which on a network drive is the old kind."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says when a transaction begins, not the driver
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS:d}")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA cache_size=-16000")
        if log:
            connection.execute(f"PRAGMA journal_mode={log}")
            connection.execute("PRAGMA synchronous=FULL")
        else:
            connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
