"""The child process that reads a large TMX file: batches of pairs on standard output, for `tmx_parallel`."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Semaphore, Thread
from typing import Any, cast

from workbench.children import framed
from workbench.errors import FormatError, Problem
from workbench.formats.tmx import read_units
from workbench.formats.tmx_entries import entries_in_batches
from workbench.sentences import Sentence, fill, verbatim

AHEAD = 3
"""Batches that may wait for the parent at most, so that memory stays small."""

_BETWEEN = "\0"
"""Between the texts of a column; XML has no such sign."""

Packed = tuple[str, dict[str, Any]]
"""A sentence's template and values."""
Message = tuple[str, Any, Any, int]
"""What it is ("batch", "refused" or "end"), its columns or sentence, its problems or place, and the bytes read so far."""


def main(arguments: list[str]) -> int:
    """Read the file that was named and write what is in it, a message a batch."""
    import gc

    gc.disable()  # nothing here is a cycle
    waiting: SimpleQueue[bytes] = SimpleQueue()
    room = Semaphore(AHEAD)
    writer = Thread(target=_write, args=(waiting, room), daemon=True)
    writer.start()
    for message in _messages(*arguments):
        room.acquire()
        waiting.put(marshal.dumps(message))
    waiting.put(b"")
    writer.join()
    return 0


def _messages(path: str, source: str, target: str, domain: str, partial: str) -> Iterator[Message]:
    problems: list[Problem] = []
    read = [0]

    def on_bytes(count: int) -> None:
        read[0] = count

    units = read_units(
        Path(path),
        source=source,
        target=target,
        on_problem=problems.append,
        on_bytes=on_bytes,
        keep_partial=bool(partial),
    )
    try:
        for entries in entries_in_batches(units, domain=domain):
            yield "batch", list(map(packed_column, entries.columns())), _told(problems), read[0]
    except FormatError as error:
        yield "refused", packed(error.sentence), packed(verbatim(error.place)), read[0]
        return
    yield "end", [], _told(problems), read[0]


def packed_column(values: Sequence[object]) -> Any:
    """Return a column as few plain values: one and how often it comes, one long text, or a list."""
    if values[0] == values[-1] and values.count(values[0]) == len(values):
        return len(values), _plain_value(values[0])
    if isinstance(values[0], str):
        joined = _BETWEEN.join(cast("Sequence[str]", values))
        return joined if joined.count(_BETWEEN) == len(values) - 1 else list(values)
    return [_plain_value(value) for value in values]


def unpacked_column(packed: Any) -> list[Any]:
    """Return the values of a packed column, times as they were written."""
    if isinstance(packed, tuple):
        count, value = packed
        return [value] * count
    return packed.split(_BETWEEN) if isinstance(packed, str) else list(packed)


def _plain_value(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _told(problems: list[Problem]) -> list[tuple[str, Packed, Packed]]:
    told = [
        (problem.path, packed(verbatim(problem.place)), packed(verbatim(problem.message)))
        for problem in problems
    ]
    problems.clear()
    return told


def packed(sentence: Sentence) -> Packed:
    """Return a sentence as plain values, to be put together again on the other side."""
    return sentence.template, {name: _plain(value) for name, value in sentence.values.items()}


def unpacked(said: Packed) -> Sentence:
    """Return the sentence that was packed."""
    template, values = said
    filled = {name: unpacked(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return fill(template, filled)


def _plain(value: object) -> object:
    if isinstance(value, Sentence):
        return packed(value)
    return value if isinstance(value, int) else str(value)


def _write(waiting: SimpleQueue[bytes], room: Semaphore) -> None:
    """Hand messages to the parent while the next batch is read."""
    while message := waiting.get():
        sys.stdout.buffer.write(framed(message))
        sys.stdout.buffer.flush()
        room.release()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
