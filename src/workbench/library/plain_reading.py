"""Reading a local library without SQLAlchemy, whose import takes longer than some whole commands.

Whatever is unusual (a database server, no library yet, another program's file, an older or newer schema, a file that
is busy or damaged) is answered with None; opening the library in the ordinary way then says what there is to say.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from workbench.library.place import APPLICATION_ID, own_library
from workbench.library.read_only import open_read_only
from workbench.library.replacing import is_being_replaced

MIGRATIONS = Path(__file__).parent / "migrations" / "versions"

T = TypeVar("T")


def read_plainly(place: str | None, read: Callable[[sqlite3.Connection, Path], T | None]) -> T | None:
    """Return what `read` finds in one consistent state of a local library; None when it is not that simple."""
    path = file_of(place)
    if path is None or not path.is_file() or is_being_replaced(path):
        return None
    try:
        with closing(_open(path)) as connection:
            return read(connection, path) if _is_ours(connection) else None
    except (sqlite3.Error, ValueError):
        return None


def file_of(place: str | None) -> Path | None:
    """Return the file of a local library (None: the person's own), whether it is there or not."""
    if place is not None and "://" in place:
        return None
    return (own_library() if place is None else Path(place)).expanduser().absolute()


def newest_schema() -> int:
    """Return the number of the newest migration this program has."""
    return max(int(path.name[:4]) for path in MIGRATIONS.glob("[0-9]*.py"))


def _open(path: Path) -> sqlite3.Connection:
    connection = open_read_only(path, timeout=0.2)
    connection.execute("PRAGMA query_only=ON")
    connection.execute("BEGIN")
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    return (application, schema) == (APPLICATION_ID, newest_schema())
