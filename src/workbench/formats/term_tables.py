"""Term bases as tables: comma- or tab-separated values, and XLSX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.encoding import decode_text
from workbench.formats.workbooks import sheet_rows
from workbench.formats.writing import harmless_cell, plain_cell
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import TermStatus
from workbench.sentences import say

COLUMNS = ("zh", "en", "admitted", "deprecated", "forbidden", "domain", "definition", "note", "authority",
           "fixed", "valid_from", "valid_to", "proposed")  # fmt: skip
"""The columns we write; several forms in a cell stand between vertical bars."""
MORE = re.compile(r"(?P<language>[a-z]{2,3})(?: (?P<status>admitted|deprecated|forbidden))?")
"""Further columns, for forms in other languages: `fr` for the preferred ones, `fr admitted` and so on."""
YES = frozenset({"yes", "true", "1"})

SAME = {"source": "zh", "chinese": "zh", "中文": "zh", "target": "en", "english": "en", "英文": "en", "preferred": "en",
        "sourcestring": "source_text", "targetstring": "target_text", "category": "domain", "subject": "domain"}  # fmt: skip


def read_table(data: bytes, name: str, on_problem: Callable[[Problem], None]) -> Iterator[ConceptValue]:
    """Yield the concepts of a CSV, TSV or XLSX file.

    A header names the columns; without one the first column is Chinese and the others its forms,
    best first. A row that lacks a side is reported with its line and passed over.
    """
    rows = table_rows(data, name)
    header: list[str] | None = None
    for line, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if line == 1 and (header := _header(cells)) is not None:
            continue
        concept = _named(header, cells) if header else _unnamed(cells)
        if concept is None:
            said = say("A row needs a Chinese form and one in the other language; this one was left out.")
            on_problem(Problem(name, say("line {number}", number=line), said))
        else:
            yield concept


def table_rows(data: bytes, name: str) -> Iterator[list[str]]:
    """Return the lines of a CSV, TSV or XLSX file as cells of text; raises `FormatError` for another thing."""
    return _xlsx_rows(data, name) if name.lower().endswith(".xlsx") else _text_rows(data, name)


def _text_rows(data: bytes, name: str) -> Iterator[list[str]]:
    text = decode_text(data, name=name).text
    first = text.split("\n", 1)[0]
    delimiter = "\t" if first.count("\t") > first.count(",") else ","
    try:
        yield from (list(map(plain_cell, row)) for row in csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise FormatError(
            say(
                "{name} is not a readable table: {reason}. Save it as CSV in UTF-8.",
                name=name,
                reason=reason_of(error),
            )
        ) from error


def _xlsx_rows(data: bytes, name: str) -> Iterator[list[str]]:
    for row in sheet_rows(data, name):
        yield ["" if cell is None else _cell(cell) for cell in row]


def _cell(value: object) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


def _header(cells: Sequence[str]) -> list[str] | None:
    names = [SAME.get(cell.lower(), cell.lower()) for cell in cells]
    return names if {"zh", "source_text"} & set(names) else None


def _named(header: Sequence[str], cells: Sequence[str]) -> ConceptValue | None:
    row = dict(zip(header, cells, strict=False))
    if "source_text" in row:
        row = _by_language(row)
    chinese, english = _several(row.get("zh", "")), _several(row.get("en", ""))
    others = list(_other_forms(row))
    if not chinese or not (english or others):
        return None
    forms = [FormValue("zh", text) for text in chinese] + (_english(english) if english else [])
    for status in (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.FORBIDDEN):
        forms += [FormValue("en", text, status) for text in _several(row.get(status.value, ""))]
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


def _other_forms(row: dict[str, str]) -> Iterator[FormValue]:
    """Yield the forms in languages that have columns of their own."""
    for name, cell in row.items():
        column = MORE.fullmatch(name)
        if column and column["language"] not in {"zh", "en"}:
            status = TermStatus(column["status"] or TermStatus.PREFERRED)
            yield from (FormValue(column["language"], text, status) for text in _several(cell))


def _by_language(row: dict[str, str]) -> dict[str, str]:
    """Return a row that names its languages itself with its Chinese and its other side told apart."""
    source, target = row.get("source_text", ""), row.get("target_text", "")
    is_reversed = not row.get("sourcelang", "zh").lower().startswith("zh")
    return {**row, "zh": target if is_reversed else source, "en": source if is_reversed else target}


def _unnamed(cells: Sequence[str]) -> ConceptValue | None:
    chinese, *others = cells
    english = [form for cell in others for form in _several(cell)]
    if not chinese or not english:
        return None
    return ConceptValue((FormValue("zh", chinese), *_english(english)))


def _english(texts: Sequence[str]) -> list[FormValue]:
    first, *others = texts
    return [FormValue("en", first), *[FormValue("en", text, TermStatus.ADMITTED) for text in others]]


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


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
