"""Parts of the match index: sorted ones that never change, and the tail that takes what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.memory import signatures
from workbench.memory.signatures import Ints, Words

TAIL_UNITS = 4096
_CHUNK_WORDS = 8192  # planes of 64 kB: those in use stay in the second-level cache
_LONGER_PIECES = 4
_COUNTED = 1.6
"""So many bits, in parts of those that may be missing, are counted for all units: the rarest tell nearly all apart."""


class Query(NamedTuple):
    """What is looked for: the bits and length of a normalised text, and the lowest score in per cent."""

    bits: Ints
    length: int
    minimum: int

    @property
    def shortest(self) -> int:
        """The length of the shortest unit that can reach the minimum."""
        return self.length - self.slack(self.length)

    @property
    def longest(self) -> int:
        """The length of the longest unit that can reach the minimum."""
        return 100 * self.length // self.minimum if self.minimum else 1 << 30

    def slack(self, length: int) -> int:
        """The most edits at which two texts still reach the minimum, the longer one being `length` long."""
        return length * (100 - self.minimum) // 100


class Candidates(NamedTuple):
    """Units that could reach the minimum: their ids, and the best score each could have."""

    ids: Ints
    bounds: Ints


class Piece(NamedTuple):
    """A run of rows, and how many bits they must share with the query to be worth a closer look."""

    first: int
    last: int
    threshold: int


@dataclass(frozen=True, eq=False)
class Segment:
    """Units sorted by length: ids, lengths, numbers of bits set, and the 512 bit columns of their signatures."""

    ids: Ints
    lengths: NDArray[np.int32]
    counts: NDArray[np.uint16]
    columns: Sequence[Words]

    @classmethod
    def of(cls, ids: Sequence[int], texts: Sequence[str]) -> Segment:
        """Make a segment from normalised texts."""
        signed, lengths = signatures.sign(texts)
        order = np.argsort(lengths, kind="stable")
        columns = signatures.to_columns(signed, order)
        return cls(
            np.array(ids, np.int64)[order],
            lengths[order],
            signatures.count_bits(signed)[order],
            list(columns),
        )

    @property
    def known(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        """What is known of each unit beside its signature, an array each."""
        return self.ids, self.lengths, self.counts

    @cached_property
    def _often(self) -> Ints:
        """In how many units each bit is set."""
        return np.array([np.bitwise_count(column).sum(dtype=np.int64) for column in self.columns], np.int64)

    def candidates(self, query: Query) -> Candidates:
        """Return the units that could reach the query's minimum."""
        return _candidates(self, list(self._pieces(query)), query)

    def rarest_first(self, bits: Ints) -> Ints:
        """Return bits in the order in which they tell units apart best."""
        return bits[np.argsort(self._often[bits], kind="stable")]

    def _pieces(self, query: Query) -> Iterator[Piece]:
        """Cut the lengths that matter: the allowed edits grow with the length of units longer than the query."""
        longest = min(query.longest, int(self.lengths[-1])) if len(self.lengths) else 0
        step = max(1, -(-(longest - query.length) // _LONGER_PIECES))
        edges = [query.shortest - 1, query.length, *range(query.length + step, longest, step), longest]
        edges = [edge for edge in edges if edge <= longest]
        # numbers of another type would have all lengths copied first
        rows = np.searchsorted(self.lengths, np.array(edges, self.lengths.dtype), side="right")
        for at in range(1, len(edges)):
            slack = query.slack(max(query.length, edges[at]))
            if rows[at] > rows[at - 1]:
                yield Piece(int(rows[at - 1]), int(rows[at]), max(0, len(query.bits) - slack))


class Tail:
    """The newest units in the order they came; a reader sees the first `count` as they were then."""

    def __init__(self) -> None:
        self.count = 0
        self._columns = np.zeros((signatures.BITS, TAIL_UNITS // 64), signatures.WORD)
        self._all = Segment(
            np.zeros(TAIL_UNITS, np.int64),
            np.zeros(TAIL_UNITS, np.int32),
            np.zeros(TAIL_UNITS, np.uint16),
            list(self._columns),
        )

    def add(self, unit_id: int, text: str) -> None:
        """Append a unit; its count is raised last, so that no reader sees half of it."""
        row, bits = self.count, signatures.bits_of(text)
        self._all.ids[row], self._all.lengths[row], self._all.counts[row] = unit_id, len(text), len(bits)
        self._columns[bits, row >> 6] |= np.uint64(1 << (row & 63))
        self.count = row + 1

    def view(self, count: int) -> Segment:
        """Return the first `count` units, unsorted."""
        ids, lengths, counts = self._all.known
        columns = self._columns[:, : -(-count // 64)]
        return Segment(ids[:count], lengths[:count], counts[:count], list(columns))

    def candidates(self, query: Query, count: int) -> Candidates:
        """Return those of the first `count` units that could reach the query's minimum."""
        words = self._columns[
            query.bits, : -(-count // 64)
        ]  # so few that adding up in planes would take longer
        marked = np.unpackbits(words.view(np.uint8), axis=1, bitorder="little")[:, :count]
        return _bounded(self._all, np.arange(count), marked.sum(axis=0, dtype=np.int64), query)


def merge(segments: Sequence[Segment], dropped: Sequence[int] = ()) -> Segment:
    """Join segments (sorted or not) into one sorted by length, without the dropped ids."""
    order = joint_order(segments, dropped)
    ids, lengths, counts = (
        np.concatenate(each)[order] for each in zip(*(part.known for part in segments), strict=True)
    )
    return Segment(ids, lengths, counts, gathered_columns(segments, order, range(signatures.BITS)))


def joint_order(segments: Sequence[Segment], dropped: Sequence[int] = ()) -> Ints:
    """Return the rows of segments, numbered through, in the order of their lengths and without the dropped ids."""
    if not segments:
        return np.empty(0, np.int64)
    order: Ints = np.argsort(np.concatenate([part.lengths for part in segments]), kind="stable")
    if dropped:
        ids = np.concatenate([part.ids for part in segments])
        order = order[~np.isin(ids[order], np.fromiter(dropped, np.int64))]
    return order


def gathered_columns(segments: Sequence[Segment], order: Ints, bits: range) -> list[Words]:
    """Return some bit columns of segments joined, their rows in `order`."""
    parts = [(segment.columns, len(segment.ids)) for segment in segments]
    return list(signatures.gather_columns(parts, order, bits))


def _candidates(segment: Segment, pieces: Sequence[Piece], query: Query) -> Candidates:
    """Count the rarest bits for all units, the others only for those that share so many of them that they could do."""
    if not pieces:
        return Candidates(np.empty(0, np.int64), np.empty(0, np.int64))
    missing = len(query.bits) - min(piece.threshold for piece in pieces)
    bits = segment.rarest_first(query.bits).tolist()
    counted, others = bits[: int(_COUNTED * missing) + 1], bits[int(_COUNTED * missing) + 1 :]
    fewer = [piece._replace(threshold=max(0, piece.threshold - len(others))) for piece in pieces]
    found = [_in_chunk(segment, fewer, counted, start) for start in _chunk_starts(pieces)]
    rows = np.concatenate([rows for rows, _ in found])
    shared = np.concatenate([shared for _, shared in found])
    shared += signatures.set_at([segment.columns[bit] for bit in others], rows)
    return _bounded(segment, rows, shared, query)


def _bounded(segment: Segment, rows: Ints, shared: Ints, query: Query) -> Candidates:
    """Return those of some rows that could reach the query's minimum, given how many bits they share with it."""
    lengths = segment.lengths[rows].astype(np.int64)
    longer = np.maximum(lengths, query.length)
    edits = np.maximum(segment.counts[rows], len(query.bits)).astype(np.int64) - shared
    edits = np.maximum(edits, np.abs(lengths - query.length))
    bounds = 100 * (longer - edits) // longer
    kept = bounds >= query.minimum
    return Candidates(segment.ids[rows[kept]], bounds[kept])


def _chunk_starts(pieces: Sequence[Piece]) -> range:
    return range(pieces[0].first // 64, -(-pieces[-1].last // 64), _CHUNK_WORDS)


def _in_chunk(
    segment: Segment, pieces: Sequence[Piece], bits: Sequence[int], start: int
) -> tuple[Ints, Ints]:
    """Return the rows of one chunk that have enough of some bits, and how many."""
    end = min(start + _CHUNK_WORDS, -(-pieces[-1].last // 64))
    planes = signatures.count_planes([segment.columns[bit][start:end] for bit in bits])
    found = []
    for piece in pieces:
        first, last = max(start, piece.first // 64), min(end, -(-piece.last // 64))
        if first >= last:
            continue
        within = [plane[first - start : last - start] for plane in planes]
        rows = signatures.rows_reaching(within, piece.threshold) + first * 64
        found.append(rows[(rows >= piece.first) & (rows < piece.last)])
    rows = np.concatenate(found) if found else np.empty(0, np.int64)
    return rows, signatures.sums_at(planes, rows - start * 64)
