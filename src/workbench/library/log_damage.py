"""Finding out that the log beside a library cannot be read to its end.

SQLite takes the first frame of its log that does not fit for the end of the log: what was committed after it is gone
without a word. The frames themselves still stand there, with the marks of their commits. Layout and sums: sqlite.org,
File Format, section 4. Only the log is looked at: whoever opens and closes the library's file or the index of the log
in a process that has the library open lets go of its locks.
"""

from __future__ import annotations

import logging
import struct
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from workbench.sentences import Sentence, counted

_log = logging.getLogger(__name__)

_HEAD, _FRAME_HEAD, _SUMMED = 32, 24, 8
_LITTLE_ENDIAN = 0x377F0682
_USUAL_PAGE, _MOST = 4096, 64 * 1024 * 1024
"""A log is begun anew at four megabytes; one act may make it longer, and is not worth waiting for longer than a second."""
_MASK = 0xFFFFFFFF
UNFINISHED = 1
"""So many commits may be left out because a stop came in the middle of them; with more, one had been acknowledged."""


def look_at_log(path: Path) -> int:
    """Count the commits left out of a library before it is opened to be written to, and keep its log beside it.

    The first commit would be written over what cannot be read, and the last program to close takes the log away.
    """
    log = _read(path)
    count = _left_out(log)
    if count:
        _log.warning("%s", say_left_out(path, count))
        with suppress(OSError):
            kept = path.with_name(f"{path.stem}-log-{datetime.now(UTC):%Y%m%d-%H%M%S}{path.suffix}-wal")
            kept.touch(0o600)
            kept.write_bytes(log)
    return count


def say_left_out(path: Path, count: int) -> Sentence:
    """Say what such a number means."""
    return counted(
        "{count} change at the end of the log of {path} can no longer be read. It was being written when the computer "
        "stopped, or the log was damaged since. Look at what was done last.",
        "{count} changes at the end of the log of {path} can no longer be read. The log was damaged. Look at what was done last.",
        count,
        path=path.name,
    )


def commits_left_out(path: Path) -> int:
    """Count the commits that stand in the log of a library behind the last frame that SQLite can read."""
    return _left_out(_read(path))


def _read(path: Path) -> bytes:
    log = Path(f"{path}-wal")
    try:
        return log.read_bytes() if log.stat().st_size <= _MOST else b""
    except OSError:
        return b""


def _left_out(log: bytes) -> int:
    if len(log) <= _HEAD:
        return 0
    magic, _, page = struct.unpack(">III", log[:12])
    order = "<" if magic == _LITTLE_ENDIAN else ">"
    size = _FRAME_HEAD + (page if page in {1 << power for power in range(9, 17)} else _USUAL_PAGE)
    frames = [log[at : at + size] for at in range(_HEAD, len(log) - size + 1, size)]
    start = (int.from_bytes(log[24:28], "big"), int.from_bytes(log[28:_HEAD], "big"))
    if _after((0, 0), *_sums([log[:24]], order)[0]) != start:
        return _commits(frames, frames[0][8:16]) if frames else 0
    return _commits(frames[_readable(frames, log[16:24], start, order) :], log[16:24])


def _readable(frames: list[bytes], salts: bytes, state: tuple[int, int], order: str) -> int:
    """Return how many frames belong to the log and have the sum of all before them."""
    sums = _sums([frame[:_SUMMED] + frame[_FRAME_HEAD:] for frame in frames], order)
    for number, (frame, parts) in enumerate(zip(frames, sums, strict=True)):
        state = _after(state, *parts)
        if frame[8:16] != salts or state != struct.unpack(">II", frame[16:24]):
            return number
    return len(frames)


def _commits(frames: list[bytes], salts: bytes) -> int:
    """Count the frames that belong to a log and end a commit: they name the size of the file."""
    return sum(frame[8:16] == salts and any(frame[4:8]) for frame in frames)


def _after(state: tuple[int, int], own: tuple[int, int], weights: tuple[int, int, int]) -> tuple[int, int]:
    """Return the sum after a piece: its own part, and what it makes of the sum before it."""
    (first, second), (a, b, d) = state, weights
    return (a * first + b * second + own[0]) & _MASK, (b * first + d * second + own[1]) & _MASK


def _sums(pieces: list[bytes], order: str) -> list[tuple[tuple[int, int], tuple[int, int, int]]]:
    """Return what pieces of one length are to SQLite's sum, in which of two words first += one + second, second += other + first."""
    import numpy as np

    if not pieces:
        return []
    words = np.frombuffer(b"".join(pieces), f"{order}u4").reshape(len(pieces), -1).astype(np.uint32)
    *into, before = _weights(words.shape[1])
    halves = [(words * np.array(each, np.uint32)).sum(axis=1, dtype=np.uint32).tolist() for each in into]
    return [((first, second), before) for first, second in zip(*halves, strict=True)]


@cache
def _weights(count: int) -> tuple[list[int], list[int], tuple[int, int, int]]:
    """Return how often each of so many words goes into either half of the sum, and the halves before into themselves."""
    into_first, into_second = [0] * count, [0] * count
    a, b, d = 1, 0, 1
    for at in range(count - 2, -1, -2):
        into_first[at : at + 2] = (a + b) & _MASK, b
        into_second[at : at + 2] = (b + d) & _MASK, d
        a, b, d = (a + b) & _MASK, (a + 2 * b) & _MASK, (b + 2 * d) & _MASK
    return into_first, into_second, (a, b, d)
