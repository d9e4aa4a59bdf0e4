"""Statistics as files for a spreadsheet: people by month, articles, origins of the words, times in each stage."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.desk.counting import ArticleLine, CreditLine, article_lines, credit_lines, total_lines
from workbench.desk.timing import StageLine, stage_lines
from workbench.errors import FormatError
from workbench.formats.writing import harmless_cell, write_file
from workbench.library.library import Library
from workbench.sentences import say

Cell = str | int | float | None


def write_statistics(
    library: Library, path: Path, *, since: str = "", until: str = "", asked_by: int | None = None
) -> int:
    """Write statistics to a CSV file (article by article) or an XLSX workbook (a sheet a view); return the lines.

    A person who is neither editor nor admin gets their own figures. Raises `FormatError` for another ending.
    """
    articles = article_lines(library, since=since, until=until, asked_by=asked_by)
    if path.suffix.lower() == ".csv":
        write_file(path, _csv(ArticleLine._fields, articles))
        return len(articles)
    if path.suffix.lower() != ".xlsx":
        raise FormatError(
            say("Statistics are written as .csv or .xlsx, not as {suffix}.", suffix=path.suffix)
        )
    people = credit_lines(library, since=since, until=until, asked_by=asked_by)
    sheets: list[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]] = [
        ("people", CreditLine._fields, people),
        ("articles", ArticleLine._fields, articles),
    ]
    if asked_by is None or len({line.person for line in people}) > 1:
        sheets.append(("totals", CreditLine._fields, total_lines(library, since=since, until=until)))
        sheets.append(("stages", StageLine._fields, stage_lines(library)))
    write_file(path, _xlsx(sheets))
    return len(articles)


def _csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([harmless_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _xlsx(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for title, heads, rows in sheets:
        sheet = book.create_sheet(title)
        sheet.append(list(heads))
        for row in rows:
            cells = [WriteOnlyCell(sheet, value=value) for value in row]
            for cell, value in zip(cells, row, strict=True):
                if isinstance(value, str):
                    cell.data_type = "s"
            sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
