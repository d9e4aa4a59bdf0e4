"""Translation memories as tables: TSV, CSV and XLSX, one pair a row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path

from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.columns import (
    FEW,
    SAMPLE,
    TAKEN_FOR_HEADING,
    Row,
    chinese_column,
    column_name,
    find_heading,
    is_headed,
    other_column,
    text_rows,
)
from workbench.formats.encoding import decode_text, truer_codec
from workbench.formats.tmx_units import LanguagePair, TmxUnit, primary_language
from workbench.formats.workbooks import MOST_ROWS, sheet_rows
from workbench.formats.writing import harmless_cell, write_file
from workbench.sentences import say

COLUMNS = ("source", "target", "created", "created_by", "changed", "note")
"""The columns of an XLSX or CSV file we write; a TSV file has the first two and no heading."""

_BEGINNING = 200_000
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_memory_table(
    path: Path, *, source: str, target: str, on_problem: Callable[[Problem], None]
) -> Iterator[TmxUnit]:
    """Yield the pairs of a TSV, CSV or XLSX file: source, target.

    A heading may name the columns, by what they hold or by their languages (`zh-CN`, `en`), in any order, and may stand
    below a title. Without one the columns are told by their script where that tells them, else the source comes first. A TSV
    file has no quotes. A row that lacks a side is told with its line and left out.
    Raises `FormatError` when the file is no such table.
    """
    pair = LanguagePair(source, target)
    rows = (row for row in _rows(path) if any(row[1]))
    first = list(islice(rows, SAMPLE))
    begin = find_heading(first, lambda cells: bool(_heading(cells, pair)))
    order = _heading(first[begin - 1][1], pair) if begin else _order(first, source, target)
    for at, (line, cells) in enumerate(chain(first[begin:], rows)):
        unit = _unit(cells, order, line)
        if unit is None:
            said = say("A row needs a source and a target. It was left out.")
        elif not (at or begin) and _is_headed(first, order, source, target):
            said = TAKEN_FOR_HEADING
        else:
            yield unit
            continue
        on_problem(Problem(path.name, say("line {number}", number=line), said))


def _rows(path: Path) -> Iterator[Row]:
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _sheet_rows(path)
    if suffix == ".csv":
        return text_rows(decode_text(path.read_bytes(), name=path.name).text, path.name)
    return _tsv_rows(path)


def _tsv_rows(path: Path) -> Iterator[Row]:
    encoding = _encoding(path)
    try:
        with path.open(encoding=encoding, newline="") as lines:
            for line, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
                yield line, [cell.strip() for cell in row]
    except (UnicodeError, csv.Error) as error:
        raise FormatError(
            say(
                "{path} is not tab-separated text in UTF-8: {reason}.",
                path=path.name,
                reason=reason_of(error),
            )
        ) from error


def _encoding(path: Path) -> str:
    """Return the encoding of a text file that may be too long to be read at once: what its beginning is in."""
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if beginning.startswith(_WIDE_MARKS):
        return "utf-16"
    whole_lines = beginning[: beginning.rfind(b"\n") + 1] or beginning
    return truer_codec(whole_lines, "utf-8") or "utf-8-sig"


def _sheet_rows(path: Path) -> Iterator[Row]:
    for line, row in enumerate(sheet_rows(path.read_bytes(), path.name), start=1):
        yield line, ["" if cell is None else str(cell).strip() for cell in row]


def _heading(cells: Sequence[str], pair: LanguagePair) -> dict[str, int]:
    """Return which column holds what, {} when the row is no heading."""
    named: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = column_name(cell)
        if len(name) <= 10 and pair.source.rank(name):
            name = "source"
        elif len(name) <= 10 and pair.target.rank(name):
            name = "target"
        named.setdefault(name, place)
    return named if {"source", "target"} <= named.keys() else {}


def _order(rows: Sequence[Row], source: str, target: str) -> dict[str, int]:
    """Return the columns of a table without a heading: by their script where one side alone is Chinese."""
    sides = {primary_language(source): "source", primary_language(target): "target"}
    chinese, other = chinese_column(rows, longest=True), other_column(rows, longest=True)
    if chinese is None or other is None or "zh" not in sides or "ja" in sides:
        return {"source": 0, "target": 1}
    name = sides["zh"]
    return {name: chinese, "target" if name == "source" else "source": other}


def _is_headed(rows: Sequence[Row], order: Mapping[str, int], source: str, target: str) -> bool:
    """Tell whether the first row of some names columns in words of its own: the rest are of a Chinese side and another."""
    if len(rows) < FEW or order != _order(rows[1:], source, target):
        return False
    chinese, other = order["source"], order["target"]
    if primary_language(target) == "zh":
        chinese, other = other, chinese
    elif primary_language(source) != "zh":
        return False
    return is_headed(rows, chinese, other)


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
