"""What the pages of the sidebar beside the queues show: the memory, the term base, alignment."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.errors import Problem
from workbench.model.progress import Progress

if TYPE_CHECKING:
    from workbench.library.library import Library

Row = tuple[str, ...]
Exchange = Generator[Progress, None, "ExchangeResult"]


@dataclass(frozen=True, slots=True)
class ExchangeResult:
    """What came of an exchange: how many units went over, how many were `known` already, and what was left out.

    `held` says why nothing was done without somebody meaning it, `again` does it then; `undo` takes it back.
    """

    count: int
    problems: tuple[Problem, ...] = ()
    held: str = ""
    again: Callable[[], Exchange] | None = None
    undo: Callable[[], Exchange] | None = None
    known: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """A page: what it reads for a search, and how it exchanges files (None where it does not)."""

    name: str
    read: Callable[[Library, str], list[Row]]
    bring_in: Callable[[Library, Path, int | None], Exchange] | None = None
    take_out: Callable[[Library, Path], Exchange] | None = None
    files: str = ""
    suffix: str = ""


def read_nothing(library: Library, text: str) -> list[Row]:  # noqa: ARG001 - pages that read for themselves
    """Return nothing: the page of this asset reads for itself."""
    return []


def bring_in_memory(
    library: Library,
    path: Path,
    by: int | None,  # noqa: ARG001 - as for terms
    pair: tuple[str, str] | None = None,
) -> Exchange:
    """Add the pairs of a file of a translation memory; of several languages in it the pair that was chosen, or the usual one."""
    from workbench.desk.exchanging import ExchangeReport, import_memory, languages_of, usual_pair

    source, target = pair or usual_pair(languages_of(path))
    report = ExchangeReport()
    yield from import_memory(library, path, report, source_language=source, target_language=target)
    return ExchangeResult(report.units, tuple(report.problems), known=report.known)


def take_out_memory(library: Library, path: Path, pair: tuple[str, str] = ("zh", "en")) -> Exchange:
    """Write the memory of a pair of languages to a TMX file or a table."""
    from workbench.desk.exchanging import ExchangeReport, export_memory
    from workbench.library.memories import EntryFilter

    report = ExchangeReport()
    yield from export_memory(library, path, report, only=EntryFilter(*pair))
    return ExchangeResult(report.units, tuple(report.problems))


def bring_in_terms(library: Library, path: Path, by: int | None) -> Exchange:
    """Add the concepts of a term base file."""
    from workbench.desk.terming import import_terms

    yield Progress(0, 0, path.name)
    count, problems = import_terms(library, path, by=by)
    return ExchangeResult(count, tuple(problems))


def take_out_terms(library: Library, path: Path) -> Exchange:
    """Write the term base, in the format of the file's ending."""
    from workbench.desk.terming import export_terms

    yield Progress(0, 0, path.name)
    return ExchangeResult(export_terms(library, path))


MEMORY_FILES = "*.tmx *.tsv *.csv *.xlsx *.sdltm *.xlf *.xliff *.mqxliff *.mqxlz *.sdlxliff"
"""The files a memory can come in."""

ASSETS: dict[str, Asset] = {
    "memory": Asset("memory", read_nothing, bring_in_memory, take_out_memory, MEMORY_FILES, ".tmx"),
    "terms": Asset("terms", read_nothing, bring_in_terms, take_out_terms, "*.tbx *.csv *.tsv *.xlsx", ".tbx"),
    "alignment": Asset("alignment", read_nothing),
}


def columns_of(name: str) -> Row:
    """Return the headings of a page in the language of the interface."""
    headings = {
        "memory": (
            QCoreApplication.translate("assets", "Chinese"),
            QCoreApplication.translate("assets", "English"),
            QCoreApplication.translate("assets", "From"),
            QCoreApplication.translate("assets", "By"),
            QCoreApplication.translate("assets", "Date"),
            QCoreApplication.translate("assets", "Domain"),
            QCoreApplication.translate("assets", "Used"),
        ),
        "alignment": (
            QCoreApplication.translate("assets", "Link"),
            QCoreApplication.translate("assets", "Chinese"),
            QCoreApplication.translate("assets", "English"),
        ),
        "terms": (
            QCoreApplication.translate("assets", "Chinese"),
            QCoreApplication.translate("assets", "English"),
            QCoreApplication.translate("assets", "Domain"),
            QCoreApplication.translate("assets", "State"),
            QCoreApplication.translate("assets", "Valid"),
            QCoreApplication.translate("assets", "By"),
        ),
    }
    return headings[name]


def words_of_empty(name: str, *, is_searched: bool) -> tuple[str, str]:
    """Return heading and sentence for a page with nothing on it."""
    if is_searched:
        return (
            QCoreApplication.translate("assets", "Nothing found"),
            QCoreApplication.translate("assets", "Try fewer or other words, in Chinese or English."),
        )
    return {
        "memory": (
            QCoreApplication.translate("assets", "Nothing is remembered here yet"),
            QCoreApplication.translate(
                "assets",
                "Confirmed rows are remembered by themselves. Other memories come in as files, and published "
                "articles can be made into memory (Tools).",
            ),
        ),
        "alignment": (
            QCoreApplication.translate("assets", "No alignment waits for you"),
            QCoreApplication.translate(
                "assets",
                "Choose a folder with published articles in Chinese and English. They are paired by date and headline "
                "and aligned; links that are doubtful wait here until somebody has looked at them.",
            ),
        ),
        "terms": (
            QCoreApplication.translate("assets", "The term base is empty"),
            QCoreApplication.translate(
                "assets", "Bring in a TBX, CSV or Excel file, or add terms in the Editor."
            ),
        ),
    }[name]
