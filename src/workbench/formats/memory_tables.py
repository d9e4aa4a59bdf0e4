"""Translation memories as tables: TSV, CSV and XLSX, one pair a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.encoding import decode_text
from workbench.formats.tmx_units import LanguagePair, TmxUnit
from workbench.formats.workbooks import MOST_ROWS, sheet_rows
from workbench.formats.writing import harmless_cell, plain_cell, write_file
from workbench.sentences import say

COLUMNS = ("source", "target", "created", "created_by", "changed", "note")
"""The columns of an XLSX or CSV file we write; a TSV file has the first two and no heading."""

_SAME = {
    "原文": "source", "源文": "source", "译文": "target", "中文": "source", "英文": "target", "chinese": "source",
    "english": "target", "source text": "source", "target text": "target", "source segment": "source",
    "target segment": "target", "date": "created", "author": "created_by", "creator": "created_by",
    "comment": "note", "备注": "note",
}  # fmt: skip


def read_memory_table(
    path: Path, *, source: str, target: str, on_problem: Callable[[Problem], None]
) -> Iterator[TmxUnit]:
    """Yield the pairs of a TSV, CSV or XLSX file: source, target.

    A heading may name the columns, by what they hold or by their languages (`zh-CN`, `en`), in any order. A TSV
    file has neither heading nor quotes. A row that lacks a side is told with its line and left out.
    Raises `FormatError` when the file is no such table.
    """
    order: dict[str, int] = {"source": 0, "target": 1}
    pair = LanguagePair(source, target)
    for line, row in enumerate(_rows(path), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if line == 1 and (named := _heading(cells, pair)):
            order = named
            continue
        unit = _unit(cells, order, line)
        if unit is None:
            said = say("A row needs a source and a target. It was left out.")
            on_problem(Problem(path.name, say("line {number}", number=line), said))
        else:
            yield unit


def _rows(path: Path) -> Iterator[Sequence[str]]:
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _sheet_rows(path)
    if suffix == ".csv":
        return _csv_rows(path)
    return _tsv_rows(path)


def _tsv_rows(path: Path) -> Iterator[Sequence[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    except (UnicodeDecodeError, csv.Error) as error:
        raise FormatError(
            say(
                "{path} is not tab-separated text in UTF-8: {reason}.",
                path=path.name,
                reason=reason_of(error),
            )
        ) from error


def _csv_rows(path: Path) -> Iterator[Sequence[str]]:
    text = decode_text(path.read_bytes(), name=path.name).text
    try:
        yield from (list(map(plain_cell, row)) for row in csv.reader(io.StringIO(text)))
    except csv.Error as error:
        raise FormatError(
            say(
                "{name} is not a readable table: {reason}. Save it as CSV in UTF-8.",
                name=path.name,
                reason=reason_of(error),
            )
        ) from error


def _sheet_rows(path: Path) -> Iterator[Sequence[str]]:
    for row in sheet_rows(path.read_bytes(), path.name):
        yield ["" if cell is None else str(cell) for cell in row]


def _heading(cells: Sequence[str], pair: LanguagePair) -> dict[str, int]:
    """Return which column holds what, {} when the row is no heading."""
    named: dict[str, int] = {}
    for place, cell in enumerate(cells):
        word = cell.lower()
        name = _SAME.get(word, word)
        if len(word) <= 10 and pair.source.rank(word):
            name = "source"
        elif len(word) <= 10 and pair.target.rank(word):
            name = "target"
        named.setdefault(name, place)
    return named if {"source", "target"} <= named.keys() else {}


def _unit(cells: Sequence[str], order: dict[str, int], line: int) -> TmxUnit | None:
    def cell(name: str) -> str:
        place = order.get(name, len(cells))
        return cells[place] if place < len(cells) else ""

    source, target = cell("source"), cell("target")
    if not source or not target:
        return None
    note = cell("note")
    return TmxUnit(
        source,
        target,
        line=line,
        created=_time(cell("created")),
        created_by=cell("created_by"),
        changed=_time(cell("changed")),
        notes=(note,) if note else (),
    )


def _time(text: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return when if when is None or when.tzinfo else when.replace(tzinfo=UTC)


def write_memory_table(path: Path, units: Iterable[TmxUnit]) -> int:
    """Write pairs as a table in the format of the file's ending and return how many there were."""
    rows = [_row(unit) for unit in units]
    if path.suffix.lower() in {".xlsx", ".csv"}:
        return write_rows(path, COLUMNS, rows)
    write_file(path, _tsv(row[:2] for row in rows))
    return len(rows)


def write_rows(path: Path, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Write any rows of text under a heading, in the format of the file's ending, and return how many."""
    table = [heading, *rows]
    writers = {".xlsx": _xlsx, ".csv": _csv}
    write_file(path, writers.get(path.suffix.lower(), _tsv)(table))
    return len(rows)


def _row(unit: TmxUnit) -> list[str]:
    times = [_day(unit.created), unit.created_by, _day(unit.changed)]
    return [unit.source, unit.target, *times, "\n".join(unit.notes)]


def _day(when: datetime | date | None) -> str:
    return when.isoformat(sep=" ", timespec="seconds") if isinstance(when, datetime) else ""


def _tsv(rows: Iterable[Sequence[str]]) -> bytes:
    return "".join("\t".join(map(_one_line, row)) + "\n" for row in rows).encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(list(map(harmless_cell, row)) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook in which every cell is text, so that none is ever a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    if len(rows) > MOST_ROWS:
        raise FormatError(
            say(
                "A sheet holds {most:,} rows, and there are {count:,} pairs. Choose a TMX or TSV file.",
                most=MOST_ROWS - 1,
                count=len(rows) - 1,
            )
        )
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Memory")
    for row in rows:
        cells = [WriteOnlyCell(sheet, value=_writable(value)) for value in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _writable(text: str) -> str:
    """Return a text without the control characters that a workbook cannot carry."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")[:32_767]
