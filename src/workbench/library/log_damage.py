"""Finding out that the log beside a library could not be read to its end.

SQLite takes the first frame of its log that does not fit for the end of the log: what was committed after it is gone
without a word. The frames themselves still stand there, with the marks of their commits. Layouts: sqlite.org, File
Format, section 4.1, and WAL-mode File Format, section 2.1.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import struct
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from workbench.library.read_only import open_read_only
from workbench.sentences import Sentence, counted

_log = logging.getLogger(__name__)

_HEAD, _FRAME_HEAD = 32, 24
_LITTLE_ENDIAN = 0x377F0682
_INDEX_HEAD = struct.Struct("=16xI12x8s")
"""Of the index of the log: how many frames SQLite could read, and the salts of the log they stand in."""


UNFINISHED = 1
"""So many commits may be left out because a stop came in the middle of them; with more, one had been acknowledged."""


def look_at_log(path: Path) -> int:
    """Count the commits left out of a library before it is opened to be written to, and keep what stands there beside it.

    The first commit would be written over what cannot be read, and the last program to close takes the log away.
    """
    with suppress(OSError, sqlite3.Error):
        if Path(f"{path}-wal").stat().st_size <= _HEAD:
            return 0
        with closing(open_read_only(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            count = commits_left_out(path)
        if count:
            _log.warning("%s", say_left_out(path, count))
            _keep(path)
        return count
    return 0


def _keep(path: Path) -> None:
    kept = path.with_name(f"{path.stem}-log-{datetime.now(UTC):%Y%m%d-%H%M%S}{path.suffix}")
    for ending in ("", "-wal"):
        shutil.copy2(f"{path}{ending}", f"{kept}{ending}")


def say_left_out(path: Path, count: int) -> Sentence:
    """Say what such a number means."""
    return counted(
        "{count} change at the end of the log of {path} can no longer be read. It was being written when the computer "
        "stopped, or the log was damaged since. Look at what was done last.",
        "{count} changes at the end of the log of {path} can no longer be read. The log was damaged. Look at what was done last.",
        count,
        path=path.name,
    )


def commits_left_out(path: Path) -> int:
    """Count the commits that stand in the log of an open library behind the last frame that SQLite could read.

    Something of the library has to have been read: only then does SQLite know its log.
    """
    try:
        with Path(f"{path}-shm").open("rb") as index:
            read, salts = _INDEX_HEAD.unpack(index.read(_INDEX_HEAD.size))
        with Path(f"{path}-wal").open("rb") as log:
            head = log.read(_HEAD)
            if len(head) < _HEAD:
                return 0
            if not _is_whole(head):
                return _commits(log, head, 0)
            return _commits(log, head, read) if head[16:24] == salts else 0
    except (OSError, struct.error):
        return 0  # there is no log, or only one program may use it


def _commits(log: BinaryIO, head: bytes, first: int) -> int:
    """Count the frames from the first on that belong to this log and end a commit: they name the size of the file."""
    size = _FRAME_HEAD + int.from_bytes(head[8:12], "big")
    log.seek(_HEAD + first * size)
    frames = log.read()
    salts = head[16:24] if _is_whole(head) else frames[8:16]
    places = range(0, len(frames) - size + 1, size)
    return sum(frames[at + 8 : at + 16] == salts and any(frames[at + 4 : at + 8]) for at in places)


def _is_whole(head: bytes) -> bool:
    """Whether the head of a log has the sum that it names."""
    (magic,) = struct.unpack(">I", head[:4])
    first = second = 0
    for one, other in struct.iter_unpack("<II" if magic == _LITTLE_ENDIAN else ">II", head[:24]):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return struct.pack(">II", first, second) == head[24:]
