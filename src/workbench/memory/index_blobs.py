"""The match index as bytes, in pieces a database can keep.

The first three pieces hold what is known of each unit, the others some bit columns each, whole and in order: so a piece
is used where it lies when it has been read, and nothing is put together again.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.errors import WorkbenchError
from workbench.memory.segments import Segment, gathered_columns, joint_order
from workbench.memory.signatures import BITS, TOGETHER, WORD, Words
from workbench.sentences import say

_HEADER = struct.Struct("<4sHHII")  # magic, scheme, first bit, rows, checksum of what follows
_MAGIC = b"WBMX"
_SCHEME = 2  # raise when features, hash or normal form change: old blobs are then made anew
_KNOWN: Sequence[np.dtype[Any]] = (np.dtype(np.int64), np.dtype(np.int32), np.dtype(np.uint16))
"""What is known of each unit: its id, its length, the number of its bits; told in a piece each, numbered from 512 on."""
PIECE_BYTES = 256_000
"""About so many bytes of bit columns make a piece: it fits where parts of the index were while it was built."""


class DamagedIndexError(WorkbenchError):
    """The kept index cannot be used; it is made anew from the units."""


def to_blobs(segments: Sequence[Segment], dropped: Sequence[int] = ()) -> Iterator[bytes]:
    """Yield segments in pieces, joined into one without the dropped ids; only a piece of that is there at a time."""
    order = joint_order(segments, dropped)
    rows = len(order)
    if not rows:
        return
    for number in range(len(_KNOWN)):
        yield _piece(
            BITS + number, rows, np.concatenate([part.known[number] for part in segments])[order].tobytes()
        )
    count = max(1, PIECE_BYTES // _column_bytes(rows))
    step = max(TOGETHER, count - count % TOGETHER)
    for begin in range(0, BITS, step):
        columns = gathered_columns(segments, order, range(begin, min(begin + step, BITS)))
        for at in range(0, len(columns), count):
            piece = b"".join(column.tobytes() for column in columns[at : at + count])
            yield _piece(begin + at, rows, piece)


def from_blobs(blobs: Iterable[bytes]) -> Segment:
    """Put a segment together from its pieces in order; raises `DamagedIndexError`."""
    pieces = list(blobs)
    if not pieces:
        return Segment.of([], [])
    rows = _read(pieces[0])[1]
    if not rows:
        raise _incomplete()
    known = [_known(piece, rows, number) for number, piece in enumerate(pieces[: len(_KNOWN)])]
    columns: list[Words] = []
    for piece in pieces[len(_KNOWN) :]:
        columns += _columns(piece, rows, len(columns))
    if len(columns) != BITS:
        raise _incomplete()
    return Segment(known[0], known[1], known[2], columns)


def _piece(first: int, rows: int, body: bytes) -> bytes:
    return _HEADER.pack(_MAGIC, _SCHEME, first, rows, zlib.crc32(body)) + body


def _column_bytes(rows: int) -> int:
    return -(-rows // 64) * WORD.itemsize


def _known(piece: bytes, rows: int, number: int) -> NDArray[Any]:
    """Return what a piece says of each unit, which must be the thing of this number."""
    first, its_rows, body = _read(piece)
    if (first, its_rows, len(body)) != (BITS + number, rows, rows * _KNOWN[number].itemsize):
        raise _incomplete()
    return np.frombuffer(body, _KNOWN[number])


def _columns(piece: bytes, rows: int, wanted: int) -> list[Words]:
    """Return the bit columns of a piece, of which the first must be the wanted one."""
    first, its_rows, body = _read(piece)
    count, rest = divmod(len(body), _column_bytes(rows))
    if (first, its_rows, rest) != (wanted, rows, 0):
        raise _incomplete()
    return list(np.frombuffer(body, WORD).reshape(count, -1))


def _read(piece: bytes) -> tuple[int, int, memoryview]:
    """Return the first bit and the rows of a piece, and its body."""
    if len(piece) < _HEADER.size:
        raise DamagedIndexError(say("A piece of the kept index of the memory is cut off. It is made anew."))
    magic, scheme, first, rows, checksum = _HEADER.unpack_from(piece)
    if (magic, scheme) != (_MAGIC, _SCHEME):
        raise DamagedIndexError(say("The kept index of the memory is from another version. It is made anew."))
    body = memoryview(piece)[_HEADER.size :]
    if zlib.crc32(body) != checksum:
        raise DamagedIndexError(say("The kept index of the memory is damaged. It is made anew."))
    return first, rows, body


def _incomplete() -> DamagedIndexError:
    return DamagedIndexError(say("The kept index of the memory is incomplete. It is made anew."))
