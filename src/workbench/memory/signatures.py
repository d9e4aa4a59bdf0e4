"""Signatures of texts: 512 bits from which a sound lower bound on the edit distance can be read.

The features of a text are its characters, each with its running number among its like (the second `的`
is another feature than the first), hashed to 512 bits. One edit takes away at most one feature and
brings at most one, so the bits of one text missing in the other never outnumber the edits between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

BITS = 512
ROW_BYTES = BITS // 8
TOGETHER = 8
"""Bit columns that are best gathered at once: they make a byte a row."""
WORD = np.dtype("<u8")

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint64]
Ints = NDArray[np.int64]

MOST_TEXTS = 1 << 16
"""So many texts at most are signed at once: rows and characters share 32 bits, which sort twice as fast."""

_MULTIPLIER = np.uint32(0x9E3779B1)  # the golden ratio: Knuth, The Art of Computer Programming 3, 6.4
_SHIFT_TO_BITS = np.uint32(32 - 9)  # the top nine bits of the product: 0 to 511
_LOW = np.uint32(0xFFFF)


def sign(texts: Sequence[str]) -> tuple[Bytes, NDArray[np.int32]]:
    """Return the signatures, (len(texts), 64) bytes with bit `b` at byte b // 8, and the lengths."""
    lengths = np.fromiter(map(len, texts), np.int32, len(texts))
    marked = np.zeros(len(texts) * BITS, np.uint8)
    marked[_places(texts, lengths)] = 1
    return np.packbits(marked, bitorder="little").reshape(len(texts), ROW_BYTES), lengths


def bits_of(text: str) -> Ints:
    """Return the bits that are set in the signature of one text, ascending."""
    places = _places([text], np.array([len(text)], np.int32))
    return np.unique(places).astype(np.int64)


def _places(texts: Sequence[str], lengths: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the place of every feature: its row times 512, plus its bit.

    Characters beyond the first 65,536 are folded onto those; that takes two for one, which can only make
    the bound lower, never wrong. So can counting occurrences up to 65,535 only.
    """
    assert len(texts) <= MOST_TEXTS
    signs = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    keys = np.repeat(np.arange(len(texts), dtype=np.uint32) << 16, lengths)
    keys |= (signs & _LOW) ^ (signs >> 16)
    keys.sort()
    firsts = np.arange(len(keys), dtype=np.int32)
    occurrences = firsts.copy()
    firsts[1:][keys[1:] == keys[:-1]] = 0
    occurrences -= np.maximum.accumulate(firsts)
    features = np.minimum(occurrences, 0xFFFF).view(np.uint32) << 16
    features |= keys & _LOW
    features *= _MULTIPLIER
    features >>= _SHIFT_TO_BITS
    places: NDArray[np.int32] = ((keys >> 16) << 9 | features).view(np.int32)
    return places


def count_bits(signatures: Bytes) -> NDArray[np.uint16]:
    """Return how many bits are set in each signature."""
    counts: NDArray[np.uint16] = np.bitwise_count(signatures.view(WORD)).sum(axis=1, dtype=np.uint16)
    return counts


def to_columns(signatures: Bytes, order: Ints) -> Words:
    """Turn signatures into bit columns, (512, words): row `order[i]` becomes bit i % 64 of word i // 64."""
    words = -(-len(order) // 64)
    columns = np.zeros((BITS, words * 8), np.uint8)
    step = 1 << 16
    for start in range(0, len(order), step):
        part = np.ascontiguousarray(signatures[order[start : start + step]].T)
        end = start // 8 + -(-part.shape[1] // 8)
        for bit in range(BITS):
            columns[bit, start // 8 : end] = np.packbits(part[bit // 8] & (1 << bit % 8), bitorder="little")
    return columns.view(WORD)


def gather_columns(parts: Sequence[tuple[Sequence[Words], int]], order: Ints, bits: range) -> Words:
    """Join some bit columns of several parts, (columns, rows) each, and put their rows in `order`.

    Eight columns at once, as a byte a row: putting rows in order takes longest.
    """
    gathered = np.zeros((len(bits), -(-len(order) // 64) * 8), np.uint8)
    used = -(-len(order) // 8)
    runs = list(_runs_of_whole_words(parts))
    for first in range(0, len(bits), TOGETHER):
        some = bits[first : first + TOGETHER]
        rows = np.concatenate([_bytes_of(run, count, some) for run, count in runs])[order]
        for place in range(len(some)):
            gathered[first + place, :used] = np.packbits(rows & np.uint8(1 << place), bitorder="little")
    return gathered.view(WORD)


def _bytes_of(run: Sequence[Sequence[Words]], count: int, bits: range) -> Bytes:
    """Return up to eight bit columns of parts that follow each other as a byte a row."""
    rows = np.zeros(count, np.uint8)
    for place, bit in enumerate(bits):
        column = np.concatenate([part[bit] for part in run]).view(np.uint8)
        rows |= np.unpackbits(column, count=count, bitorder="little") << np.uint8(place)
    return rows


def _runs_of_whole_words(
    parts: Sequence[tuple[Sequence[Words], int]],
) -> Iterator[tuple[list[Sequence[Words]], int]]:
    """Yield parts together with those before them that fill all their words, and how many rows they have."""
    run: list[Sequence[Words]] = []
    rows = 0
    for part, count in parts:
        run.append(part)
        rows += count
        if count % 64:
            yield run, rows
            run, rows = [], 0
    if run:
        yield run, rows


def count_planes(columns: Sequence[Words]) -> list[Words]:
    """Add up bit columns row by row; return the sums as bit planes, least significant first.

    A carry-save adder: three planes of one weight become one of that weight and one of the next, so the
    sums of 64 rows cost five operations on one machine word for each column.
    """
    pending: list[list[Words]] = [[]]
    for column in columns:
        _carry(pending, 0, column)
    planes: list[Words] = []
    for weight in range(len(columns).bit_length() + 1):
        if weight >= len(pending) or not pending[weight]:
            break
        if len(pending[weight]) == 2:
            first, second = pending[weight]
            pending[weight] = [first ^ second]
            _carry(pending, weight + 1, first & second)
        planes.append(pending[weight][0])
    return planes


def _carry(pending: list[list[Words]], weight: int, plane: Words) -> None:
    while True:
        if weight == len(pending):
            pending.append([])
        waiting = pending[weight]
        if len(waiting) < 2:
            waiting.append(plane)
            return
        first, second = waiting
        half = first ^ second
        carry = half & plane
        carry |= first & second
        half ^= plane
        pending[weight] = [half]
        plane = carry
        weight += 1


def rows_reaching(planes: Sequence[Words], threshold: int) -> Ints:
    """Return the rows (bit positions) whose sum in `planes` is at least `threshold`, ascending."""
    if threshold >= 1 << len(planes):
        return np.empty(0, np.int64)
    mask = np.full_like(planes[0], ~np.uint64(0))
    lowest = (threshold & -threshold).bit_length() - 1  # planes below the lowest bit change nothing
    for weight, plane in enumerate(planes[lowest:] if threshold else (), lowest):
        if threshold >> weight & 1:
            mask &= plane
        else:
            mask |= plane
    words = np.flatnonzero(mask)
    marked = np.unpackbits(mask[words].view(np.uint8), bitorder="little")
    places = np.flatnonzero(marked)
    rows: Ints = words[places >> 6] * 64 + (places & 63)
    return rows


def sums_at(planes: Sequence[Words], rows: Ints) -> Ints:
    """Return the sums of chosen rows."""
    words, shifts = rows >> 6, (rows & 63).astype(np.uint64)
    sums = np.zeros(len(rows), np.int64)
    for weight, plane in enumerate(planes):
        sums += (plane[words] >> shifts & np.uint64(1)).astype(np.int64) << weight
    return sums


def set_at(columns: Sequence[Words], rows: Ints) -> Ints:
    """Return how many of some bit columns are set at chosen rows."""
    if not columns or not len(rows):
        return np.zeros(len(rows), np.int64)
    words, shifts = rows >> 6, (rows & 63).astype(np.uint64)
    marked = np.stack([column[words] for column in columns]) >> shifts & np.uint64(1)
    sums: Ints = marked.sum(axis=0, dtype=np.int64)
    return sums
