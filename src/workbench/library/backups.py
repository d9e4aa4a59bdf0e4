"""Copies of the library: verified before they count, and never in the way of the last good one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import LibraryError, WorkbenchError, reason_of
from workbench.library import seals
from workbench.library.library import Library
from workbench.library.log_damage import UNFINISHED, commits_left_out, say_left_out
from workbench.library.place import Place
from workbench.library.read_only import open_read_only
from workbench.library.replacing import TEMPORARY, copy_database, replace_library, sync_folder
from workbench.sentences import Sentence, counted, say


def damage_in(path: Path) -> list[Sentence]:
    """Return what SQLite's integrity check says about a file, a sentence each; empty when sound."""
    try:
        connection = open_read_only(path)
        try:
            rows = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            left_out = commits_left_out(path)
        finally:
            connection.close()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [
            say("{path} is damaged: {reason}. Restore a backup.", path=path.name, reason=reason_of(error))
        ]
    problems = [say_left_out(path, left_out)] if left_out > UNFINISHED else []
    problems += [say("{path} is damaged: {row}.", path=path.name, row=row) for row in rows if row != "ok"]
    if broken:
        problems.append(
            counted(
                "{path} has {count} row that refers to nothing (in table {table}).",
                "{path} has {count} rows that refer to nothing (first in table {table}).",
                len(broken),
                path=path.name,
                table=broken[0][0],
            )
        )
    return problems


def altered_in(path: Path) -> list[Sentence]:
    """Say where a readable file holds other rows than this program wrote: a bit that fell over, or another program."""
    try:
        with closing(open_read_only(path)) as connection:
            places = seals.broken(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [
            say("{path} is damaged: {reason}. Restore a backup.", path=path.name, reason=reason_of(error))
        ]
    tables = sorted({noun for noun, _ in places})
    return [
        say("{path} holds other rows in table {table} than were written.", path=path.name, table=table)
        for table in tables
    ]


def back_up(library: Library, to: Path | None = None) -> Path:
    """Copy a library while it is in use; return the copy, which was opened and verified.

    Without `to` the copy is dated and stands in the folder `backups` beside the library.
    """
    if library.path is None:
        raise LibraryError(say("A library on a server is backed up there, with pg_dump."))
    target = (
        to
        or library.path.parent
        / "backups"
        / f"{library.path.stem}-{datetime.now(UTC).astimezone():%Y%m%d-%H%M%S}.workbench"
    )
    if target.exists():
        raise WorkbenchError(
            say("{target} exists already. Choose another name for the backup.", target=target)
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + TEMPORARY)
    try:
        copy_database(library.path, part)
        if problems := damage_in(part):
            raise LibraryError(
                say("The backup did not come out sound, so it was not kept: {problem}", problem=problems[0])
            )
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)
    return target


def put_back(place: Place, copy: Path) -> Path | None:
    """Put a copy in the place of a library; return where the former file is kept, with its log."""
    if place.path is None:
        raise LibraryError(say("A library on a server is restored there, with pg_restore."))
    if not copy.exists():
        raise WorkbenchError(say("There is no backup at {copy}.", copy=copy))
    if problems := damage_in(copy):
        raise LibraryError(say("This backup cannot be used: {problem}", problem=problems[0]))
    is_new = not place.path.exists()
    stamp = f"{datetime.now(UTC).astimezone():%Y%m%d-%H%M%S}"
    kept = place.path.with_name(f"{place.path.stem}-before-restore-{stamp}{place.path.suffix}")
    replace_library(place.path, copy, kept)
    return None if is_new else kept
