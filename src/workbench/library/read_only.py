"""Opening a library's file for reading alone, also where nothing beside it can be written."""

from __future__ import annotations

import os
import sqlite3
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
    return sqlite3.connect(address, uri=True, timeout=timeout, check_same_thread=False)
