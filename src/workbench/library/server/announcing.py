"""Announcements of a shared library: sent with the commit, delivered to all who listen when it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import Connection, text

from workbench.library.news import to_line
from workbench.model.changes import Changes

CHANNEL = "workbench"
MOST = 300
"""Identities in one announcement: PostgreSQL carries at most 8,000 bytes."""

_SEND = text("SELECT pg_notify(:channel, :payload)")


def announce(connection: Connection, changes: Changes, client: str) -> None:
    """Send what a transaction touched; the server delivers it when the commit is done, and not before."""
    for part in _parts(changes):
        connection.execute(_SEND, {"channel": CHANNEL, "payload": to_line(part, client).decode()})


def _parts(changes: Changes) -> Iterator[Changes]:
    """Cut a large announcement into several that together say the same."""
    said = [
        (noun, one) for noun, many in asdict(changes).items() if noun != "asked_by" for one in sorted(many)
    ]
    for start in range(0, len(said), MOST):
        part: dict[str, set[object]] = {}
        for noun, one in said[start : start + MOST]:
            part.setdefault(noun, set()).add(one)
        yield Changes(**{noun: frozenset(many) for noun, many in part.items()})  # type: ignore[arg-type]
