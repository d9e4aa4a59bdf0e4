"""What other programs changed in the same library: told in a small file beside it, or by the server.

A window that follows a library in a file makes `NAME.news`; every program that commits adds a line to it while
it holds the write lock. On a server the commit itself carries the announcement (`server/announcing.py`).
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.model.base import now
from workbench.model.changes import Changes
from workbench.model.edition import Edition

if TYPE_CHECKING:
    from workbench.library.library import Library

PAUSE_SECONDS = 0.3
CLOCKS_DIFFER = timedelta(days=3)
"""So much earlier than ours another computer's clock may stand, or ours may have been set back."""
LONGEST = 1_000_000
"""Bytes after which the file is begun anew; whoever follows notices that it became shorter."""


def news_path(library: Path) -> Path:
    """Return where the news of a library in a file stand."""
    return Path(f"{library}.news")


def tell(path: Path, changes: Changes, client: str) -> None:
    """Add a line, if anybody follows; the caller holds the write lock."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_WRONLY | os.O_APPEND)
        try:
            if os.fstat(handle).st_size > LONGEST:
                os.ftruncate(handle, 0)
            os.write(handle, to_line(changes, client))
        finally:
            os.close(handle)


def to_line(changes: Changes, client: str) -> bytes:
    """Write changes as one line of JSON."""
    said = {noun: sorted(many) for noun, many in asdict(changes).items() if noun != "asked_by" and many}
    return (json.dumps({"client": client, **said}) + "\n").encode()


def from_line(line: bytes | str, client: str) -> Changes | None:
    """Read an announcement; None for our own and for what is none of ours."""
    try:
        said: dict[str, Any] = json.loads(line)
        if said.pop("client") == client:
            return None
        touched = {noun: frozenset(many) for noun, many in said.items() if noun != "asked_by"}
        return Changes(**touched)  # type: ignore[arg-type] # by name, none of them is `asked_by`
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def follow(library: Library) -> Iterator[bool]:
    """Tell the listeners of `library` what other programs change.

    Yields often, so that it can be ended: whether others can be heard, which for a file is always.
    """
    if library.path is None:
        from workbench.library.server.following import follow_server

        yield from follow_server(library)
        return
    path = news_path(library.path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CREAT, 0o600)
    except OSError:
        return  # a folder that cannot be written to: nobody else writes there either
    try:
        yield from _follow_file(handle, library)
    finally:
        os.close(handle)


def _follow_file(handle: int, library: Library) -> Iterator[bool]:
    place, rest = os.fstat(handle).st_size, b""
    since = now()
    while True:
        size = os.fstat(handle).st_size
        if size < place:
            place, rest = 0, b""
            catch_up(library, since)
        if size > place:
            chunk = os.pread(handle, size - place, place)
            place += len(chunk)
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                changes = from_line(line, library.client)
                if changes is not None:
                    library.announce(changes)
        since = now()
        yield True
        time.sleep(PAUSE_SECONDS)


def catch_up(library: Library, since: datetime) -> None:
    """Announce what changed since a moment of which the news are lost; once too often does no harm."""
    with library.reading() as tx:
        query = select(Edition.id, Edition.article_id).where(Edition.updated_at >= since - CLOCKS_DIFFER)
        rows = tx.scope.session.execute(query).all()
        people = frozenset(tx.people.names())
    editions = frozenset(row.id for row in rows)
    library.announce(Changes(frozenset(row.article_id for row in rows), editions, people=people))
