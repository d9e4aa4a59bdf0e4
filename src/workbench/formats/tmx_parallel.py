"""A large TMX file read in a process of its own, so that one core reads while the other writes."""

from __future__ import annotations

import marshal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, NamedTuple

from workbench.children import are_side_by_side, environment_of_children, next_message
from workbench.errors import FormatError, Problem
from workbench.formats.tmx import read_units
from workbench.formats.tmx_entries import entries_in_batches
from workbench.model.pairs import EntryColumns, NewEntry
from workbench.sentences import say

LARGE = 16_000_000
"""From so many bytes on a second process is worth its start."""

TIMES = [NewEntry._fields.index(name) for name in ("created_at", "updated_at")]
"""The columns that hold times."""

_time = lru_cache(maxsize=10_000)(datetime.fromisoformat)


class Batch(NamedTuple):
    """Pairs of a file, and how many bytes of it have been read."""

    entries: EntryColumns
    bytes_read: int


class TmxRequest(NamedTuple):
    """What is wanted of a TMX file: which languages, for which domain, and whether a cut-off file will do."""

    path: Path
    source: str = "zh"
    target: str = "en"
    domain: str = ""
    keep_partial: bool = False


def read_batches(request: TmxRequest, on_problem: Callable[[Problem], None]) -> Iterator[Batch]:
    """Yield the pairs of a TMX file in batches; a large file is read by a child process where that pays.

    Raises `FormatError` as `read_units` does. Closing the iterator ends the child.
    """
    if _is_worth_a_process(request.path):
        yield from _by_child(request, on_problem)
    else:
        yield from _here(request, on_problem)


def _is_worth_a_process(path: Path) -> bool:
    is_program = getattr(sys, "frozen", False)  # then there is no interpreter to start
    return not is_program and are_side_by_side() and path.stat().st_size >= LARGE


def _here(request: TmxRequest, on_problem: Callable[[Problem], None]) -> Iterator[Batch]:
    read = [0]

    def on_bytes(count: int) -> None:
        read[0] = count

    units = read_units(
        request.path,
        source=request.source,
        target=request.target,
        on_problem=on_problem,
        on_bytes=on_bytes,
        keep_partial=request.keep_partial,
    )
    for entries in entries_in_batches(units, domain=request.domain):
        yield Batch(entries, read[0])


def _by_child(request: TmxRequest, on_problem: Callable[[Problem], None]) -> Iterator[Batch]:
    said = [str(request.path), request.source, request.target, request.domain]
    command = [sys.executable, "-P", "-m", "workbench.formats.tmx_child", *said]
    command.append("partial" if request.keep_partial else "")
    environment = environment_of_children()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child:
        assert child.stdout is not None
        try:
            yield from _listen(child.stdout, request.path.name, on_problem)
        finally:
            child.kill()


def _listen(pipe: IO[bytes], name: str, on_problem: Callable[[Problem], None]) -> Iterator[Batch]:
    from workbench.formats.tmx_child import unpacked, unpacked_column

    while True:
        body = next_message(pipe)
        if not body:
            raise FormatError(
                say("{name} could not be read to its end. Import it again to go on from there.", name=name)
            )
        kind, said, told, bytes_read = marshal.loads(body)  # noqa: S302 - what our own child wrote
        if kind == "refused":
            raise FormatError(unpacked(said), place=unpacked(told))
        for path, place, message in told:
            on_problem(Problem(path, unpacked(place), unpacked(message)))
        if kind == "end":
            return
        yield Batch(_entries(list(map(unpacked_column, said))), bytes_read)


def _entries(columns: list[list[Any]]) -> EntryColumns:
    """Return the columns with the times read."""
    for at in TIMES:
        if any(columns[at]):
            columns[at] = [None if said is None else _time(said) for said in columns[at]]
    return EntryColumns(*columns)
