"""Names and exceptions of the house as tables: comma- or tab-separated values, and XLSX."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from workbench.errors import Problem
from workbench.formats.term_tables import table_rows
from workbench.model.house import (
    Always,
    ExceptionValue,
    KnownWord,
    NameValue,
    StoredException,
    StoredWord,
    reads_titles,
    says_titles,
)
from workbench.sentences import Sentence, say

NAME_COLUMNS = ("zh", "en", "also", "titles", "note")
"""`also` and `titles` hold several forms between vertical bars; a title is "省长 = governor [from - to]"."""

EXCEPTION_COLUMNS = ("kind", "zh", "en", "reason", "check", "person", "date")


WORD_COLUMNS = ("word", "article", "person", "date")
"""`article` is the key of the article whose word it is; empty for the whole library."""


def word_row(stored: StoredWord) -> list[str]:
    """Return a known word as the cells of its line."""
    return [stored.value.word, stored.value.key, stored.person, stored.at.date().isoformat()]


def read_words(data: bytes, name: str) -> Iterator[tuple[int, KnownWord]]:
    """Yield the words of a table with the numbers of their lines."""
    for line, row in _named_rows(data, name, WORD_COLUMNS, {"word"}):
        yield line, KnownWord(row.get("word", ""), row.get("article", ""))


def name_row(value: NameValue) -> list[str]:
    """Return a name as the cells of its line."""
    return [value.source, value.target, " | ".join(value.also), says_titles(value.titles), value.note]


def exception_row(stored: StoredException) -> list[str]:
    """Return an exception as the cells of its line."""
    value = stored.value
    day = stored.at.date().isoformat()
    return [str(value.kind), value.source, value.target, value.reason, value.check, stored.person, day]


def read_names(data: bytes, name: str, on_problem: Callable[[Problem], None]) -> Iterator[NameValue]:
    """Yield the names of a table; a line that says no name is reported and passed over."""
    for line, row in _named_rows(data, name, NAME_COLUMNS):
        source, target = row.get("zh", ""), row.get("en", "")
        if not source or not target:
            on_problem(problem_at(name, line, say("A name needs its Chinese and its English form.")))
            continue
        try:
            titles = reads_titles(row.get("titles", ""))
        except ValueError:
            said = say(
                "Titles are written 省长 = governor [2016-09-05 - 2020-11-24], with a bar between two."
            )
            on_problem(problem_at(name, line, said))
            continue
        also = tuple(part.strip() for part in row.get("also", "").split("|") if part.strip())
        yield NameValue(source, target, also, titles, row.get("note", ""))


def read_exceptions(
    data: bytes, name: str, on_problem: Callable[[Problem], None]
) -> Iterator[ExceptionValue]:
    """Yield the exceptions of a table; a line without words is reported and passed over."""
    for line, row in _named_rows(data, name, EXCEPTION_COLUMNS):
        source, target = row.get("zh", ""), row.get("en", "")
        if row.get("kind") == Always.TRAP:
            target = ""
        if not source and not target:
            said = say("An exception needs Chinese words, English words or both.")
            on_problem(problem_at(name, line, said))
            continue
        yield ExceptionValue(source, target, row.get("reason", ""), row.get("check", ""))


def _named_rows(
    data: bytes, name: str, columns: Sequence[str], telling: Collection[str] = ("zh", "en")
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield lines with their numbers; the first may name the columns, else they stand in our order."""
    header: Sequence[str] = columns
    for line, row in table_rows(data, name):
        if line == 1 and set(telling) <= {cell.lower() for cell in row}:
            header = [cell.lower() for cell in row]
        elif any(row):
            yield line, dict(zip(header, row, strict=False))


def problem_at(name: str, line: int, message: Sentence) -> Problem:
    """Return what is wrong with a line of a table."""
    return Problem(name, say("line {number}", number=line), message)
