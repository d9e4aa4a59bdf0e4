"""The match index of a library: loaded from its kept pieces, caught up with what was added since."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from workbench.library.library import Library
from workbench.library.memories import EntryFilter, Memories
from workbench.library.transaction import Transaction
from workbench.memory.index import IndexHit, MatchIndex
from workbench.memory.index_blobs import DamagedIndexError
from workbench.model.memory import MemoryBlock

WORTH_KEEPING = 20_000
"""So many entries added since the index was kept last make it worth keeping anew."""

_indexes: weakref.WeakKeyDictionary[Library, dict[tuple[str, str], LibraryIndex]] = (
    weakref.WeakKeyDictionary()
)
_guard = threading.Lock()


def index_of(library: Library, source_language: str = "zh", target_language: str = "en") -> LibraryIndex:
    """Return the one index of a library for a pair of languages."""
    with _guard:
        pairs = _indexes.setdefault(library, {})
        pair = (source_language, target_language)
        if pair not in pairs:
            pairs[pair] = LibraryIndex(*pair)
        return pairs[pair]


class LibraryIndex:
    """The match index of one pair of languages, in step with the database before every answer.

    Entries never change their texts and ids only grow, so keeping in step means adding what has a
    higher id than any seen, whoever added it; retired entries are left out when texts are fetched.
    """

    def __init__(self, source_language: str, target_language: str) -> None:
        self.source_language = source_language
        self.target_language = target_language
        self._index: MatchIndex | None = None
        self._seen = 0
        self._kept = 0
        self._lock = threading.RLock()

    def ready(self, tx: Transaction) -> MatchIndex:
        """Return the index, loaded if need be, with everything that `tx` sees."""
        with self._lock:
            if self._index is None:
                self._load(tx)
            assert self._index is not None
            newest = tx.memories.newest_id()
            if newest > self._seen:
                self._catch_up(self._index, tx.memories)
                self._seen = newest
            return self._index

    def search(
        self,
        tx: Transaction,
        query: str,
        *,
        limit: int = 5,
        minimum: int = 70,
        only: EntryFilter | None = None,
    ) -> list[IndexHit]:
        """Return the best distinct sources of the entries in use that pass the filter."""
        index = self.ready(tx)

        def fetch(ids: Sequence[int]) -> dict[int, str]:
            return dict(tx.memories.sources(ids, only))

        return index.search(query, limit=limit, minimum=minimum, fetch=fetch)

    def learn(self, first_id: int, sources: Sequence[str]) -> None:
        """Add up to 65,536 entries just committed, with normalised sources and ids from `first_id` on, if nothing came between."""
        with self._lock:
            if self._index is not None and sources and self._seen == first_id - 1:
                self._index.add_block(range(first_id, first_id + len(sources)), sources)
                self._seen += len(sources)

    def keep(self, library: Library, *, at_least: int = WORTH_KEEPING) -> bool:
        """Store the index in the library when enough was added since; return whether it was stored.

        What was stored is loaded again when it is needed: so the index is never twice in memory.
        """
        with library.reading() as tx:
            index = self.ready(tx)
        if len(index) == 0 or self._seen - self._kept < at_least:
            index.compact()
            return False
        with self._lock:
            pieces, seen = index.to_blobs(), self._seen
        pair = {"source_language": self.source_language, "target_language": self.target_language}
        with library.writing() as tx:
            connection = tx.scope.session.connection()
            connection.execute(delete(MemoryBlock).filter_by(**pair))
            for piece in pieces:  # one at a time: together they are as large as the index
                row = {"first_id": 0, "last_id": seen, "count": 0, "data": piece} | pair
                connection.execute(insert(MemoryBlock.__table__), row)  # type: ignore[arg-type]
        with self._lock:
            self._index, self._seen, self._kept = None, 0, seen
        return True

    def _load(self, tx: Transaction) -> None:
        query = (
            select(MemoryBlock.last_id, MemoryBlock.data)
            .filter_by(source_language=self.source_language, target_language=self.target_language)
            .order_by(MemoryBlock.id)
        )
        found = tx.scope.session.execute(query).all()
        seen = {last_id for last_id, _ in found}
        self._index, self._seen = MatchIndex(), 0
        if len(seen) == 1:
            try:
                self._index = MatchIndex.from_blobs(data for _, data in found)
                self._seen = seen.pop()
            except DamagedIndexError:
                self._index = MatchIndex()  # made anew from the entries, which are what counts
        self._kept = self._seen

    def _catch_up(self, index: MatchIndex, memories: Memories) -> None:
        rows = iter(memories.sources_after(self._seen, self.source_language, self.target_language))
        few = [row for _, row in zip(range(500), rows, strict=False)]
        if len(few) < 500:
            for entry_id, source in few:
                index.add(entry_id, source)
            return
        index.add_many(few)
        index.add_many(rows)
        index.compact()
