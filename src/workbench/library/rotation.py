"""Automatic copies of a library: which are kept as they grow old, and which make room (RELIABILITY.md, D12)."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import time
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workbench.errors import LibraryError
from workbench.library.backups import altered_in, back_up, damage_in
from workbench.library.library import Library
from workbench.library.read_only import open_read_only
from workbench.library.replacing import TEMPORARY
from workbench.sentences import say

LAST, DAYS, WEEKS, MONTHS = 10, 7, 4, 6
"""The newest copies that are kept, and of how many days, weeks and months the newest one each."""
BROKEN_OFF_SECONDS = 3600.0
_NAME = re.compile(r"-auto-(\d{8}-\d{6})\.workbench$")


def keep_copy(library: Library, at: datetime | None = None) -> Path:
    """Make a verified automatic copy beside a library and thin the older ones; return the copy.

    Raises `LibraryError` when the copy could not be made or did not verify; then nothing is thinned.
    """
    if library.path is None:
        raise LibraryError(say("A library on a server is backed up there, with pg_dump."))
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    folder = library.path.parent / "backups"
    while (target := folder / f"{library.path.stem}-auto-{moment:%Y%m%d-%H%M%S}.workbench").exists():
        moment += timedelta(seconds=1)  # made in the same second, or before the clock was set back
    _remove_broken_off(folder, library.path.stem)
    back_up(library, target)
    for path in spare(copies_of(library.path)):
        if path != target:
            path.unlink(missing_ok=True)
    return target


def _remove_broken_off(folder: Path, stem: str) -> None:
    """Remove what a killed program left of a copy; one that is being made is younger."""
    for part in folder.glob(f"{stem}-auto-*{TEMPORARY}"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > BROKEN_OFF_SECONDS:
                part.unlink()


def copies_of(library: Path) -> list[tuple[datetime, Path]]:
    """Return the automatic copies of a library with their times, newest first.

    The newest is the one that went furthest in the history of the library, whatever the clock said when it was made.
    """
    found = []
    for path in (library.parent / "backups").glob(f"{library.stem}-auto-*.workbench"):
        named = _NAME.search(path.name)
        if named is not None:
            at = datetime.strptime(named[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
            found.append((_reached(path), at, path))
    return [(at, path) for _, at, path in sorted(found, reverse=True)]


def _reached(path: Path) -> tuple[int, int]:
    """Return the newest event and revision in a copy; one that cannot be read comes last."""
    try:
        with closing(open_read_only(path)) as connection:
            (event,) = connection.execute("SELECT max(id) FROM events").fetchone()
            (revision,) = connection.execute("SELECT max(id) FROM revisions").fetchone()
    except sqlite3.Error:
        return (0, 0)
    return (event or 0, revision or 0)


def spare(copies: Iterable[tuple[datetime, Path]]) -> list[Path]:
    """Return the copies that need not be kept, out of all, newest first.

    Days, weeks and months are those of copies whose times follow one another: one made while the clock was wrong
    is kept as long as it is among the newest, and takes no other's place afterwards.
    """
    everything = list(copies)
    kept = {path for _, path in everything[:LAST]}
    ordered = _in_order(everything)
    for key, many in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        newest: dict[str, Path] = {}
        for moment, path in ordered:
            newest.setdefault(moment.strftime(key), path)
        kept |= set(list(newest.values())[:many])
    return [path for _, path in everything if path not in kept]


def _in_order(copies: Sequence[tuple[datetime, Path]]) -> list[tuple[datetime, Path]]:
    """Return the most copies, newest first, of which none is dated after the one before."""
    ends: list[timedelta] = []
    rows: list[tuple[int, int]] = []
    for at, _ in copies:
        age = copies[0][0] - at
        place = bisect_right(ends, age)
        ends[place : place + 1] = [age]
        rows.append((place, len(rows)))
    wanted, chain = len(ends) - 1, []
    for place, number in reversed(rows):
        if place == wanted:
            chain.append(copies[number])
            wanted -= 1
    return chain[::-1]


def newest_sound_copy(library: Path) -> Path | None:
    """Return the newest automatic copy that verifies, in its pages and in its rows."""
    copies = (path for _, path in copies_of(library))
    return next((path for path in copies if not damage_in(path) and not altered_in(path)), None)
