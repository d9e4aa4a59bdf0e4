"""Term bases as tables: comma- or tab-separated values, and XLSX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice

from workbench.errors import Problem
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
from workbench.formats.encoding import decode_text
from workbench.formats.workbooks import sheet_rows
from workbench.formats.writing import harmless_cell
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import TermStatus
from workbench.sentences import say

COLUMNS = ("zh", "en", "admitted", "deprecated", "forbidden", "domain", "definition", "note", "authority",
           "fixed", "valid_from", "valid_to", "proposed")  # fmt: skip
"""The columns we write; several forms in a cell stand between vertical bars."""
MORE = re.compile(r"(?P<language>[a-z]{2,3})(?: (?P<status>admitted|deprecated|forbidden))?")
"""Further columns, for forms in other languages: `fr` for the preferred ones, `fr admitted` and so on."""
YES = frozenset({"yes", "true", "1"})

_BARS = re.compile(r"[|]")
_PARTS = re.compile(r"[|;；\n]")
"""What stands between several forms in a cell: bars where we wrote it, anything of these where others did."""
_SIDES = {"source": "zh", "target": "en"}


def read_table(data: bytes, name: str, on_problem: Callable[[Problem], None]) -> Iterator[ConceptValue]:
    """Yield the concepts of a CSV, TSV or XLSX file.

    A header, which may stand below a title, names the columns; without one the first column with Chinese holds that and
    the others its forms, best first. A row that lacks a side is reported with its line and passed over.
    """
    rows = (row for row in table_rows(data, name) if any(row[1]))
    first = list(islice(rows, SAMPLE))
    begin = find_heading(first, lambda cells: bool(_header(cells)))
    header = _header(first[begin - 1][1]) if begin else []
    chinese = 0 if begin else _chinese_column(first)
    for at, (line, cells) in enumerate(chain(first[begin:], rows)):
        concept = _named(header, cells) if header else _unnamed(cells, chinese)
        if concept is None:
            said = say("A row needs a Chinese form and one in the other language; this one was left out.")
        elif not (at or begin) and _is_headed(first, chinese):
            said = TAKEN_FOR_HEADING
        else:
            yield concept
            continue
        on_problem(Problem(name, say("line {number}", number=line), said))


def table_rows(data: bytes, name: str) -> Iterator[Row]:
    """Return the rows of a CSV, TSV or XLSX file as cells of text; raises `FormatError` for another thing."""
    if name.lower().endswith(".xlsx"):
        return _xlsx_rows(data, name)
    return text_rows(decode_text(data, name=name).text, name)


def _xlsx_rows(data: bytes, name: str) -> Iterator[Row]:
    for line, row in enumerate(sheet_rows(data, name), start=1):
        yield line, ["" if cell is None else _cell(cell).strip() for cell in row]


def _chinese_column(rows: Sequence[Row]) -> int:
    return chinese_column(rows, longest=False) or 0


def _is_headed(rows: Sequence[Row], chinese: int) -> bool:
    """Tell whether the first row of some names columns in words of its own: it is in other languages than the rest."""
    other = other_column(rows[1:], longest=False)
    if len(rows) < FEW or other is None or chinese_column(rows[1:], longest=False) != chinese:
        return False
    return is_headed(rows, chinese, other)


def _cell(value: object) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


def _header(cells: Sequence[str]) -> list[str]:
    """Return what the columns are called, [] when the row does not name a Chinese side and another one."""
    names = [cell.lower() for cell in cells]
    if set(COLUMNS) <= set(names):
        return names
    names = [_SIDES.get(name, name) for name in map(column_name, cells)]
    if {"source_text", "target_text"} <= set(names):
        return names
    return names if "zh" in names and any(map(_is_other_side, names)) else []


def _is_other_side(name: str) -> bool:
    column = MORE.fullmatch(name)
    return bool(column) and name != "zh"


def _named(header: Sequence[str], cells: Sequence[str]) -> ConceptValue | None:
    row = _row_of(header, cells)
    if "source_text" in row:
        row = _by_language(row)
    parts = _BARS if set(COLUMNS) <= set(header) else _PARTS
    chinese, english = _several(row.get("zh", ""), parts), _several(row.get("en", ""), parts)
    others = list(_other_forms(row, parts))
    if not chinese or not (english or others):
        return None
    forms = [FormValue("zh", text) for text in chinese] + (_english(english) if english else [])
    for status in (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.FORBIDDEN):
        forms += [FormValue("en", text, status) for text in _several(row.get(status.value, ""), parts)]
    forms += others
    return ConceptValue(
        forms=tuple(forms),
        domain=row.get("domain", ""),
        definition=row.get("definition", ""),
        note=row.get("note", ""),
        authority=row.get("authority", ""),
        is_fixed=row.get("fixed", "").lower() in YES,
        is_proposed=row.get("proposed", "").lower() in YES,
        valid_from=_day(row.get("valid_from", "")),
        valid_to=_day(row.get("valid_to", "")),
    )


def _row_of(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the cells by their columns; columns of one name hold several forms.

    memoQ says in a column `Term_Info` behind each form that it is forbidden.
    """
    row: dict[str, str] = {}
    for at, (name, cell) in enumerate(zip(header, cells, strict=False), start=1):
        said = cells[at] if at < min(len(header), len(cells)) and header[at] == "term_info" else ""
        column = "forbidden" if name == "en" and "forbidden" in said.lower() else name
        row[column] = "|".join(filter(None, (row.get(column, ""), cell)))
    return row


def _other_forms(row: dict[str, str], parts: re.Pattern[str]) -> Iterator[FormValue]:
    """Yield the forms in languages that have columns of their own."""
    for name, cell in row.items():
        column = MORE.fullmatch(name)
        if column and column["language"] not in {"zh", "en"}:
            status = TermStatus(column["status"] or TermStatus.PREFERRED)
            yield from (FormValue(column["language"], text, status) for text in _several(cell, parts))


def _by_language(row: dict[str, str]) -> dict[str, str]:
    """Return a row that names its languages itself with its Chinese and its other side told apart."""
    source, target = row.get("source_text", ""), row.get("target_text", "")
    is_reversed = not row.get("sourcelang", "zh").lower().startswith("zh")
    return {**row, "zh": target if is_reversed else source, "en": source if is_reversed else target}


def _unnamed(cells: Sequence[str], at: int) -> ConceptValue | None:
    chinese = cells[at] if at < len(cells) else ""
    english = [form for place, cell in enumerate(cells) if place != at for form in _several(cell)]
    if not chinese or not english:
        return None
    return ConceptValue((FormValue("zh", chinese), *_english(english)))


def _english(texts: Sequence[str]) -> list[FormValue]:
    first, *others = texts
    return [FormValue("en", first), *[FormValue("en", text, TermStatus.ADMITTED) for text in others]]


def _several(cell: str, parts: re.Pattern[str] = _PARTS) -> list[str]:
    return [part.strip() for part in parts.split(cell) if part.strip()]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def write_csv(concepts: Iterable[ConceptValue]) -> bytes:
    """Return concepts as comma-separated values in UTF-8 with a mark that spreadsheets recognise."""
    out = io.StringIO()
    csv.writer(out).writerows([harmless_cell(cell) for cell in row] for row in _table(list(concepts)))
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(concepts: Iterable[ConceptValue]) -> bytes:
    """Return concepts as an XLSX workbook; every cell is text, so none is ever a formula."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Terms")
    from openpyxl.cell import WriteOnlyCell

    for row in _table(list(concepts)):
        cells = [WriteOnlyCell(sheet, value=value) for value in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _table(concepts: Sequence[ConceptValue]) -> Iterator[list[str]]:
    """Yield the heading and a row a concept, with columns for what other languages they have."""
    used = {(form.language, form.status) for concept in concepts for form in concept.forms}
    ranks = list(TermStatus)  # best first, as they are read
    others = sorted(used, key=lambda column: (column[0], ranks.index(column[1])))
    others = [column for column in others if column[0] not in {"zh", "en"}]
    names = [
        language if status is TermStatus.PREFERRED else f"{language} {status}" for language, status in others
    ]
    yield [*COLUMNS, *names]
    for concept in concepts:
        cells = ["|".join(concept.texts(language, status)) for language, status in others]
        yield [*_row(concept), *cells]


def _row(concept: ConceptValue) -> list[str]:
    return [
        "|".join(concept.texts("zh")),
        "|".join(concept.texts("en", TermStatus.PREFERRED)),
        "|".join(concept.texts("en", TermStatus.ADMITTED)),
        "|".join(concept.texts("en", TermStatus.DEPRECATED)),
        "|".join(concept.texts("en", TermStatus.FORBIDDEN)),
        concept.domain,
        concept.definition,
        concept.note,
        concept.authority,
        "yes" if concept.is_fixed else "",
        concept.valid_from.isoformat() if concept.valid_from else "",
        concept.valid_to.isoformat() if concept.valid_to else "",
        "yes" if concept.is_proposed else "",
    ]
