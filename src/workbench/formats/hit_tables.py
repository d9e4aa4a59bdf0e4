"""Concordance hits as tables for quality work elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from workbench.formats.memory_tables import write_rows


class HitRow(NamedTuple):
    """One hit: the pair, the likely equivalent, and where the pair comes from."""

    source: str
    target: str
    equivalent: str
    article: str
    published: date | None
    person: str
    origin: str


def write_hits(path: Path, rows: Sequence[HitRow]) -> int:
    """Write hits as XLSX, CSV or TSV, by the file's ending, with a heading; return how many."""
    table = [["" if cell is None else str(cell) for cell in row] for row in rows]
    return write_rows(path, HitRow._fields, table)
