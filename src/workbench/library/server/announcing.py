"""Announcements between programs that share a library: sent with the commit, heard by all who listen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, text

from workbench.model.changes import Changes

CHANNEL = "workbench"
MOST = 300
"""Identities in one announcement: PostgreSQL carries at most 8,000 bytes."""

_SEND = text("SELECT pg_notify(:channel, :payload)")


def announce(connection: Connection, changes: Changes, client: str) -> None:
    """Send what a transaction touched; the server delivers it when the commit is done, and not before."""
    for part in _parts(changes):
        payload = json.dumps({"client": client, **part})
        connection.execute(_SEND, {"channel": CHANNEL, "payload": payload})


def _parts(changes: Changes) -> Iterator[dict[str, Any]]:
    """Cut a large announcement into several that together say the same."""
    said = asdict(changes)
    said.pop("asked_by")
    lists = [(noun, one) for noun, many in said.items() for one in sorted(many)]
    for start in range(0, len(lists), MOST):
        part: dict[str, list[Any]] = {}
        for noun, one in lists[start : start + MOST]:
            part.setdefault(noun, []).append(one)
        yield part


def heard(payload: str, client: str) -> Changes | None:
    """Read an announcement; None for our own and for what is not one of ours."""
    try:
        said = json.loads(payload)
        if said.pop("client") == client:
            return None
        return Changes(**{noun: frozenset(many) for noun, many in said.items()})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def listen(driver: Any, client: str, tell: Callable[[Changes], None], *, seconds: float) -> None:
    """Wait up to `seconds` for announcements of others and tell each; raises the driver's error when the line is lost."""
    for notice in driver.notifies(timeout=seconds):
        changes = heard(notice.payload, client)
        if changes is not None:
            tell(changes)
