"""Putting a copy in the place of a library so that a crash at any moment leaves the old one or the new one, whole.

A library is up to three files (the database, its log, the log's index), and no system renames three at once. So what
is about to happen is noted in a small file first; whoever opens the library next finishes what was begun.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.errors import LibraryError, reason_of
from workbench.library.locking import WriteLock
from workbench.library.read_only import open_read_only
from workbench.sentences import say

TEMPORARY = ".part"
NOTE = ".replacing"
FILES = ("-wal", "-shm", "")
"""What belongs to a library besides itself; the database last, for without it the log is nothing."""


def copy_database(source: Path, target: Path) -> None:
    """Copy a database while others use it, in one file without a log, and sync it. Raises `LibraryError`."""
    target.unlink(missing_ok=True)
    try:
        with closing(open_read_only(source)) as reader, closing(sqlite3.connect(target)) as writer:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise LibraryError(
            say("{source} could not be copied: {reason}.", source=source.name, reason=reason_of(error))
        ) from error
    if os.name != "nt":
        target.chmod(0o600)
    sync(target)


def replace_library(path: Path, copy: Path, kept: Path) -> None:
    """Put a copy in the place of a library whose files are kept under another name."""
    copy_database(copy, _part(path))
    with WriteLock(Path(f"{path}.lock")).held():
        _write_note(path, kept.name)
        _carry_out(path)


def finish_replacing(path: Path) -> None:
    """Finish what a crash broke off; nothing where nothing was."""
    if is_being_replaced(path):
        with WriteLock(Path(f"{path}.lock")).held():
            _carry_out(path)


def is_being_replaced(path: Path) -> bool:
    """Whether a replacement was begun and not ended: the files are not to be read as they are."""
    return Path(f"{path}{NOTE}").exists()


def sync(path: Path) -> None:
    """Wait until a file's contents are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_note(path: Path, name: str) -> None:
    part = Path(f"{path}{NOTE}{TEMPORARY}")
    part.write_text(name, "utf-8")
    sync(part)
    part.replace(f"{path}{NOTE}")
    sync_folder(path.parent)


def _carry_out(path: Path) -> None:
    """Move aside whatever still stands there, then give the copy its name; every step may come twice."""
    note, part = Path(f"{path}{NOTE}"), _part(path)
    if not note.exists():  # another program was quicker
        return
    if part.exists():
        kept = path.with_name(note.read_text("utf-8"))
        for ending in FILES:
            beside = Path(f"{path}{ending}")
            if beside.exists():
                beside.replace(f"{kept}{ending}")
        sync_folder(path.parent)
        part.replace(path)
        sync_folder(path.parent)
    note.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(path.name + TEMPORARY)
