"""The match index as bytes, in pieces a database can keep."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

import numpy as np

from workbench.errors import WorkbenchError
from workbench.memory.segments import Segment
from workbench.memory.signatures import BITS, WORD
from workbench.sentences import say

_HEADER = struct.Struct("<4sHHII")  # magic, scheme, bits, rows, checksum of what follows
_MAGIC = b"WBMX"
_SCHEME = 1  # raise when features, hash or normal form change: old blobs are then made anew
BLOB_UNITS = 20_480  # a multiple of 64: blobs meet at machine words


class DamagedIndexError(WorkbenchError):
    """The kept index cannot be used; it is made anew from the units."""


def to_blobs(segment: Segment) -> Iterator[bytes]:
    """Yield the segment in pieces of 20,480 units (1.6 MB each)."""
    for first in range(0, len(segment.ids), BLOB_UNITS):
        last = min(first + BLOB_UNITS, len(segment.ids))
        columns = np.ascontiguousarray(segment.columns[:, first // 64 : -(-last // 64)])
        arrays = (segment.ids[first:last], segment.lengths[first:last], segment.counts[first:last], columns)
        body = b"".join(array.tobytes() for array in arrays)
        yield _HEADER.pack(_MAGIC, _SCHEME, BITS, last - first, zlib.crc32(body)) + body


def from_blobs(blobs: Iterable[bytes]) -> Segment:
    """Put a segment together from its pieces in order; raises `DamagedIndexError`."""
    parts = [_read(blob) for blob in blobs]
    if any(len(part.ids) != BLOB_UNITS for part in parts[:-1]):
        raise DamagedIndexError(say("The kept index of the memory is incomplete. It is made anew."))
    if not parts:
        return Segment.of([], [])
    words = sum(part.columns.shape[1] for part in parts)
    columns = np.empty((BITS, words), WORD)
    at = 0
    for part in parts:
        columns[:, at : at + part.columns.shape[1]] = part.columns
        at += part.columns.shape[1]
    return Segment(
        np.concatenate([part.ids for part in parts]),
        np.concatenate([part.lengths for part in parts]),
        np.concatenate([part.counts for part in parts]),
        columns,
    )


def _read(blob: bytes) -> Segment:
    if len(blob) < _HEADER.size:
        raise DamagedIndexError(say("A piece of the kept index of the memory is cut off. It is made anew."))
    magic, scheme, bits, rows, checksum = _HEADER.unpack_from(blob)
    body = memoryview(blob)[_HEADER.size :]
    words = -(-rows // 64)
    if (magic, scheme, bits) != (_MAGIC, _SCHEME, BITS) or len(body) != rows * 14 + words * BITS * 8:
        raise DamagedIndexError(say("The kept index of the memory is from another version. It is made anew."))
    if zlib.crc32(body) != checksum:
        raise DamagedIndexError(say("The kept index of the memory is damaged. It is made anew."))
    ids = np.frombuffer(body, np.int64, rows)
    lengths = np.frombuffer(body, np.int32, rows, rows * 8)
    counts = np.frombuffer(body, np.uint16, rows, rows * 12)
    columns = np.frombuffer(body, WORD, words * BITS, rows * 14).reshape(BITS, words)
    return Segment(ids, lengths, counts, columns)
