"""A log that only its person can read: five files of two megabytes, the oldest falls away."""

from __future__ import annotations

import os
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

MOST_BYTES = 2_000_000
OLDER_FILES = 4


class PrivateLog(RotatingFileHandler):
    """Rotates as RELIABILITY.md (S4) asks; every file of it is made with mode 0600."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8", delay=True)

    def _open(self) -> TextIO:  # type: ignore[override]
        return open_privately(Path(self.baseFilename))


def open_privately(path: Path) -> TextIO:
    """Open a file to write at its end; a new one can be read by nobody else."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    return os.fdopen(handle, "a", encoding="utf-8")
