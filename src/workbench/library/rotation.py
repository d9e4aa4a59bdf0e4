"""Automatic copies of a library: which are kept as they grow old, and which make room (RELIABILITY.md, D12)."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import LibraryError
from workbench.library.backups import altered_in, back_up, damage_in
from workbench.library.library import Library
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
    target = folder / f"{library.path.stem}-auto-{moment:%Y%m%d-%H%M%S}.workbench"
    _remove_broken_off(folder, library.path.stem)
    if not target.exists():
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
    """Return the automatic copies of a library with their times, newest first."""
    found = []
    for path in (library.parent / "backups").glob(f"{library.stem}-auto-*.workbench"):
        named = _NAME.search(path.name)
        if named is not None:
            found.append((datetime.strptime(named[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC), path))
    return sorted(found, reverse=True)


def spare(copies: Iterable[tuple[datetime, Path]]) -> list[Path]:
    """Return the copies that need not be kept, out of all, newest first."""
    ordered = list(copies)
    kept = {path for _, path in ordered[:LAST]}
    for key, many in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        newest: dict[str, Path] = {}
        for moment, path in ordered:
            newest.setdefault(moment.strftime(key), path)
        kept |= set(list(newest.values())[:many])
    return [path for _, path in ordered if path not in kept]


def newest_sound_copy(library: Path) -> Path | None:
    """Return the newest automatic copy that verifies, in its pages and in its rows."""
    copies = (path for _, path in copies_of(library))
    return next((path for path in copies if not damage_in(path) and not altered_in(path)), None)
