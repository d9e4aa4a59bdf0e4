"""What stands where in a table that somebody else made: its delimiter, its heading, and the columns of the two sides."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice

from workbench.errors import FormatError, reason_of
from workbench.formats.writing import plain_cell
from workbench.resources import resource
from workbench.sentences import say

Row = tuple[int, list[str]]
"""The number of a row's first line, from 1, and its cells without white space around them."""

SAMPLE = 30
"""So many rows are looked at before it is said what a table is."""
TITLES = 5
"""A heading may stand below a few rows that only say what the table is."""
MOSTLY = 0.8
FEW = 3
"""Rows below which nothing is concluded from what the first looks like."""
TAKEN_FOR_HEADING = say(
    "The first row was taken for a heading, since its languages are not those of the rest."
)
_DELIMITERS = (",", "\t", ";")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _names() -> dict[str, str]:
    said = json.loads(resource("column-names.json").read_text("utf-8"))
    groups: dict[str, list[str]] = {**said["languages"], **said["columns"]}
    return {word: name for name, words in groups.items() for word in words}


def column_name(heading: str) -> str:
    """Return what a column is called here: a language (`zh`), a name such as `note`, or the heading in small letters.

    Other programs add a country to a language, and memoQ calls what it says of a whole entry `Entry_Note`.
    """
    word = " ".join(heading.lower().removeprefix("entry_").split())
    first = re.split(r"\s*[(（_/]", word, maxsplit=1)[0]
    known = _names()
    return known.get(word) or (known[first] if known.get(first, "columns") in _languages() else word)


@cache
def _languages() -> frozenset[str]:
    return frozenset(name for name in _names().values() if len(name) == 2)


def text_rows(text: str, name: str, *, delimiter: str = "") -> Iterator[Row]:
    """Yield the rows of delimited text; raises `FormatError` for what is no table."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter or delimiter_of(text))
    line = 1
    try:
        for row in reader:
            yield line, [plain_cell(cell).strip() for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise FormatError(
            say(
                "{name} is not a readable table: {reason}. Save it as CSV in UTF-8.",
                name=name,
                reason=reason_of(error),
            )
        ) from error


def delimiter_of(text: str) -> str:
    """Return what parts the cells: the sign by which most rows have several cells, and as many as each other."""
    sample = "\n".join(islice((line[:10_000] for line in io.StringIO(text)), SAMPLE))
    return max(_DELIMITERS, key=lambda sign: _evenness(sample, sign))


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    try:
        rows = [row for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if any(row)]
    except csv.Error:
        return 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return widths.total(), max(widths.values(), default=0)


def find_heading(rows: Sequence[Row], is_heading: Callable[[Sequence[str]], bool]) -> int:
    """Return how many of the first rows end with a heading, 0 where none is found."""
    for at, (_line, cells) in enumerate(rows[:TITLES], start=1):
        if is_heading(cells):
            return at
    return 0


def chinese_column(rows: Sequence[Row], *, longest: bool) -> int | None:
    """Return the column of Chinese: the first, or the one with the longest texts; None where there is none."""
    return _column(rows, lambda cell: bool(_HAN.search(cell)), longest=longest)


def other_column(rows: Sequence[Row], *, longest: bool) -> int | None:
    """Return the column of words in a language without Chinese characters; None where there is none."""
    return _column(rows, _is_other, longest=longest)


def is_headed(rows: Sequence[Row], chinese: int, other: int) -> bool:
    """Tell whether the first row of some names columns in words of its own: it is in other languages than the rest."""
    first, *rest = (_is_at_odds(cells, chinese, other) for _line, cells in rows)
    return first and not any(rest)


def _is_at_odds(cells: Sequence[str], chinese: int, other: int) -> bool:
    """Tell whether a row has no Chinese where the others have theirs, or has some where they have none."""
    here, there = (cells[at] if at < len(cells) else "" for at in (chinese, other))
    return bool(here and there) and (not _HAN.search(here) or bool(_HAN.search(there)))


def _is_other(cell: str) -> bool:
    return bool(_LETTER.search(cell)) and not _HAN.search(cell)


def _column(rows: Sequence[Row], fits: Callable[[str], bool], *, longest: bool) -> int | None:
    width = max((len(cells) for _line, cells in rows), default=0)
    columns = {
        at: [cells[at] for _line, cells in rows if at < len(cells) and cells[at]] for at in range(width)
    }
    fitting = [at for at, cells in columns.items() if cells and sum(map(fits, cells)) >= MOSTLY * len(cells)]
    if not longest or not fitting:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda at: sum(map(len, columns[at])))
