"""The verbs of memory entries inside a transaction."""

from __future__ import annotations

from sqlalchemy import func, select

from workbench.library.scope import Scope
from workbench.model.memory import MemoryEntry


class Memories:
    """What can be asked of and done to single memory entries inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record

    def count(self) -> int:
        """Return how many entries are in use."""
        query = select(func.count()).select_from(MemoryEntry).where(MemoryEntry.is_retired.is_(False))
        return self._session.scalar(query) or 0

    def taught_by(self, target_id: int) -> MemoryEntry | None:
        """Return the entry that a target taught, if any."""
        query = select(MemoryEntry).where(MemoryEntry.target_id == target_id).limit(1)
        return self._session.scalar(query)

    def save(self, entry: MemoryEntry) -> MemoryEntry:
        """Save a new or changed entry."""
        self._session.add(entry)
        self._session.flush()
        self._record.nouns.add("memory")
        return entry
