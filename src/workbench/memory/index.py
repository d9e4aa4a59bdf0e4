"""Fuzzy matches of the memory: the same answer as comparing with every unit, a hundred times sooner.

Signatures (see `signatures`) stand in bit columns sorted by the length of the units. A search adds up the
columns of the query's bits over the lengths that can reach the wished score, reads from the sums the best
score each unit could have, and compares only with units that could still be among the best. Nothing above
the threshold can be lost. The texts stay in the database and are fetched by id.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from workbench.memory import index_blobs, signatures
from workbench.memory.segments import TAIL_UNITS, Query, Segment, Tail, merge
from workbench.text.normalise import normalise, normalise_many

Fetch = Callable[[Sequence[int]], Mapping[int, str]]

_BLOCK_UNITS = 16_384
_BLOCK_SIGNS = 1 << 21
_FIRST_FETCH = 32
_LARGEST_FETCH = 512


class IndexHit(NamedTuple):
    """A unit that matches: its id and its score in per cent."""

    id: int
    score: int


class MatchIndex:
    """Finds the units most like a text. One thread may add while another searches.

    Ids grow with time: of equal scores the higher id is the newer unit and comes first. The index keeps
    80 bytes a unit. Removing only marks: what `fetch` no longer returns is not found either, and a unit is
    always scored by the text that `fetch` returns.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._segments: tuple[Segment, ...] = ()
        self._tail = Tail()
        self._removed: set[int] = set()
        self._newest = 0

    @classmethod
    def build(cls, rows: Iterable[tuple[int, str]]) -> MatchIndex:
        """Make an index of (id, source) rows in one go."""
        index = cls()
        index.add_many(rows)
        index.compact()
        return index

    @classmethod
    def from_blobs(cls, blobs: Iterable[bytes]) -> MatchIndex:
        """Make an index from what `to_blobs` gave; raises `DamagedIndexError`."""
        index = cls()
        segment = index_blobs.from_blobs(blobs)
        if len(segment.ids):
            index._segments = (segment,)
            index._newest = int(segment.ids.max())
        return index

    def to_blobs(self) -> Iterator[bytes]:
        """Yield the index as it is now in pieces, joined into one part; only a piece of that is there at a time."""
        return index_blobs.to_blobs((*self._segments, *self._sealed_tail()), tuple(self._removed))

    @property
    def newest_id(self) -> int:
        """The highest id ever added, 0 when there is none: rows above it are still to be added."""
        return self._newest

    def __len__(self) -> int:
        """Return how many units the index holds, removed ones included until the next `compact`."""
        return sum(len(segment.ids) for segment in self._segments) + self._tail.count

    def add_many(self, rows: Iterable[tuple[int, str]]) -> None:
        """Add many (id, source) rows; they can be found when this returns. Call `compact` after the last."""
        ids: list[int] = []
        texts: list[str] = []
        signs = 0
        for unit_id, source in rows:
            ids.append(unit_id)
            texts.append(normalise(source))
            signs += len(texts[-1])
            if len(ids) == _BLOCK_UNITS or signs > _BLOCK_SIGNS:
                self.add_block(ids, texts)
                ids, texts, signs = [], [], 0
        if ids:
            self.add_block(ids, texts)

    def add_block(self, ids: Sequence[int], sources: Sequence[str]) -> None:
        """Add up to 65,536 units whose sources are normalised already; call `compact` after the last."""
        segment = Segment.of(ids, sources)
        self._newest = max(self._newest, int(segment.ids.max(initial=0)))
        self._removed.difference_update(ids)
        with self._lock:
            self._segments = (*self._segments, segment)

    def add(self, unit_id: int, source: str) -> None:
        """Add one unit; the next search finds it."""
        self._removed.discard(unit_id)
        self._newest = max(self._newest, unit_id)
        self._tail.add(unit_id, normalise(source))
        if self._tail.count == TAIL_UNITS:
            self._seal()

    def remove(self, unit_id: int) -> None:
        """Leave a unit out of all answers from now on."""
        self._removed.add(unit_id)

    def replace(self, unit_id: int, source: str) -> None:
        """Give a unit another source; what is left of the old one is harmless, for `fetch` decides."""
        self.add(unit_id, source)

    def compact(self) -> None:
        """Join everything into one part sorted by length, without what was removed."""
        segments = (*self._segments, *self._sealed_tail())
        if len(segments) > 1 or (self._removed and segments):
            segments = (merge(segments, tuple(self._removed)),)
        with self._lock:
            self._segments, self._tail = segments, Tail()
        self._removed.clear()

    def search(self, query: str, *, limit: int = 5, minimum: int = 70, fetch: Fetch) -> list[IndexHit]:
        """Return the best distinct sources scoring at least `minimum`, best first, newer before older.

        `fetch` returns the sources of the ids it is given (missing: deleted). Of several units with one
        source the newest is returned.
        """
        text = normalise(query)
        if not text or limit < 1:
            return []
        wanted = Query(signatures.bits_of(text), len(text), max(0, min(100, minimum)))
        with self._lock:
            segments, tail, count = self._segments, self._tail, self._tail.count
        found = [segment.candidates(wanted) for segment in segments]
        if count or not found:
            found.append(tail.candidates(wanted, count))
        ids = np.concatenate([candidates.ids for candidates in found])
        bounds = np.concatenate([candidates.bounds for candidates in found])
        order = np.lexsort((-ids, -bounds))
        ranked = zip(bounds[order].tolist(), ids[order].tolist(), strict=True)
        candidates = [pair for pair in ranked if pair[1] not in self._removed]
        return _best(text, candidates, limit=limit, minimum=wanted.minimum, fetch=fetch)

    def _sealed_tail(self) -> tuple[Segment, ...]:
        return (merge([self._tail.view(self._tail.count)]),) if self._tail.count else ()

    def _seal(self) -> None:
        """Turn the full tail into a sorted part; parts of like size are joined, so that few remain."""
        segments = [*self._segments, *self._sealed_tail()]
        while len(segments) > 1 and len(segments[-2].ids) <= 2 * len(segments[-1].ids):
            last = segments.pop()
            segments[-1] = merge([segments[-1], last])
        with self._lock:
            self._segments, self._tail = tuple(segments), Tail()


def _best(
    text: str, candidates: Sequence[tuple[int, int]], *, limit: int, minimum: int, fetch: Fetch
) -> list[IndexHit]:
    """Compare with candidates, (highest possible score, id) in falling order, until none can still get in."""
    best: list[tuple[int, int, str]] = []  # score, id, source: best first
    at, size = 0, _FIRST_FETCH
    while at < len(candidates) and not (len(best) == limit and best[-1][:2] > candidates[at]):
        block = [unit_id for _, unit_id in candidates[at : at + size]]
        fetched = fetch(block)
        sources = dict(zip(fetched, normalise_many(list(fetched.values())), strict=True))
        for unit_id in block:
            source = sources.get(unit_id)
            if source is None:
                continue
            floor = best[-1][0] if len(best) == limit else minimum
            score = _score(text, source, floor)
            if score >= floor:
                best = _with(best, (score, unit_id, source))[:limit]
        at += len(block)
        size = min(2 * size, _LARGEST_FETCH)
    return [IndexHit(unit_id, score) for score, unit_id, _ in best]


def _score(text: str, other: str, floor: int) -> int:
    """Return the score of two normalised texts, or -1 when it is below `floor`."""
    longer = max(len(text), len(other))
    allowed = longer * (100 - floor) // 100
    edits = Levenshtein.distance(text, other, score_cutoff=allowed)
    return 100 * (longer - edits) // longer if edits <= allowed else -1


def _with(best: list[tuple[int, int, str]], found: tuple[int, int, str]) -> list[tuple[int, int, str]]:
    """Return the ranking with one unit more; of the same source only the newest stays."""
    same = next((hit for hit in best if hit[2] == found[2]), None)
    if same is not None and same[1] >= found[1]:
        return best
    return sorted([hit for hit in best if hit is not same] + [found], reverse=True)
