"""Opening a library's file for reading alone, also where nothing beside it can be written."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote


def open_read_only(path: Path, *, timeout: float = 5.0) -> sqlite3.Connection:
    """Open a file so that nothing can change it; raises `sqlite3.Error`.

    In a folder that cannot be written SQLite could not make the index of the log; without a log beside it the file is
    whole and can be taken as one that never changes.
    """
    address = f"file:{quote(str(path))}?mode=ro"
    if not Path(f"{path}-wal").exists() and not os.access(path.parent, os.W_OK):
        address += "&immutable=1"
    connection = sqlite3.connect(address, uri=True, timeout=timeout, check_same_thread=False)
    if not Path(f"{path}-journal").exists() or not os.access(path, os.W_OK):
        return connection
    connection.close()
    _roll_back(path, timeout)
    return sqlite3.connect(address, uri=True, timeout=timeout, check_same_thread=False)


def _roll_back(path: Path, timeout: float) -> None:
    """Let SQLite undo what a power cut broke off, which a connection that only reads is not allowed to."""
    with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=timeout)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
