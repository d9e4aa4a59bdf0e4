"""Reading the first sheet of an Excel workbook of unknown origin: counted, fenced and in one kind of error."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from workbench.errors import FormatError, reason_of
from workbench.formats.gate import check_xml_prolog, open_zip
from workbench.sentences import say

MOST_ROWS = 1_048_576
"""Rows of a sheet in Excel."""
MOST_COLUMNS = 64
"""Columns beyond which nothing is looked at: a sheet may claim 16,384 for every row."""

_FAILURES = (
    zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, ValueError, LookupError, TypeError, AttributeError,
    OSError, EOFError, ArithmeticError, RuntimeError, AssertionError,
)  # fmt: skip
"""What openpyxl and what it stands on raise for damaged files; parse errors of XML are syntax errors."""


def sheet_rows(data: bytes, name: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the first sheet, an empty cell as None, an empty row as (); raises `FormatError` for another thing.

    Everything is unpacked once and counted before openpyxl sees it, and no part may declare anything in a
    document type; rows and columns that a sheet merely claims to have are not made.
    """
    parts = open_zip(data, name=name)
    for part in parts:
        if part.endswith((".xml", ".rels")):
            check_xml_prolog(parts[part], name=name)
    try:
        yield from _rows(data)
    except _FAILURES as error:
        raise FormatError(
            say(
                "{name} is not a readable XLSX workbook ({reason}). Save it again in Excel.",
                name=name,
                reason=reason_of(error),
            )
        ) from error


def _rows(data: bytes) -> Iterator[tuple[object, ...]]:
    from openpyxl import load_workbook  # slow to load, and only tables in Excel need it

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True):
            yield () if row.count(None) == len(row) else row  # a sheet may claim a million empty ones
    finally:
        book.close()
