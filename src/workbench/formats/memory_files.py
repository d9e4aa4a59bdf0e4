"""Every file a translation memory can come in: which reader belongs to which ending."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Protocol

from workbench.errors import Problem
from workbench.formats.bilingual_units import ENDINGS, read_bilingual_units
from workbench.formats.memory_tables import read_memory_table
from workbench.formats.sdltm import read_sdltm
from workbench.formats.tmx import refuse_cut
from workbench.formats.tmx_entries import entries_in_batches
from workbench.formats.tmx_parallel import Batch, TmxRequest, read_batches
from workbench.formats.tmx_units import TmxUnit


class ReadUnits(Protocol):
    """A reader of pairs: what it cannot take it tells to `on_problem`."""

    def __call__(
        self, path: Path, *, source: str, target: str, on_problem: Callable[[Problem], None]
    ) -> Iterator[TmxUnit]:
        """Yield the pairs of a file."""
        ...


READERS: dict[str, ReadUnits] = {
    **dict.fromkeys((".tsv", ".txt", ".csv", ".xlsx"), read_memory_table),
    ".sdltm": read_sdltm,
    **dict.fromkeys(ENDINGS, read_bilingual_units),
}
"""By the ending of the file; everything else is taken for TMX."""

ONE_BATCH_BYTES = 256 * 1024
"""A smaller file is in the memory with one transaction, or not at all."""

PATTERNS = " ".join(f"*{ending}" for ending in (".tmx", *sorted(READERS)))
"""The endings as a file dialog wants them."""


def read_memory_file(
    request: TmxRequest, on_problem: Callable[[Problem], None]
) -> Generator[Batch, None, None]:
    """Yield the pairs of a memory file in batches. Raises `FormatError` when it cannot be used."""
    reader = READERS.get(request.path.suffix.lower())
    if reader is None:
        if not request.keep_partial:
            refuse_cut(request.path)
        yield from read_batches(request, on_problem)
        return
    if _is_long(request.path):  # all of a file or nothing: its end may be damaged
        for _ in reader(request.path, source=request.source, target=request.target, on_problem=_ignore):
            pass
    units = reader(request.path, source=request.source, target=request.target, on_problem=on_problem)
    for entries in entries_in_batches(units, domain=request.domain):
        yield Batch(entries, 0)


def _is_long(path: Path) -> bool:
    """Whether pairs of a file may be in the memory before its end is read."""
    try:
        is_packed = path.suffix.lower() in {".xlsx", ".mqxlz"}
        return path.stat().st_size > ONE_BATCH_BYTES // (16 if is_packed else 1)
    except OSError:
        return False


def _ignore(_problem: Problem) -> None:
    """Take no notice: it is told when the pairs are taken."""
