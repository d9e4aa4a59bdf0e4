"""Taking translation memories in from files and writing them out, with a report of every flaw."""

from __future__ import annotations

import contextlib
import gc
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from workbench.desk.safekeeping import keep_before
from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.memory_files import read_memory_file
from workbench.formats.memory_tables import write_memory_table
from workbench.formats.tmx import TmxUnit, write_units_in_steps
from workbench.formats.tmx_languages import languages_in
from workbench.formats.tmx_parallel import Batch, TmxRequest
from workbench.library.library import Library
from workbench.library.memories import EntryFilter, ExportRow
from workbench.library.memory_intake import Intake
from workbench.model.progress import Progress
from workbench.sentences import say

TABLES = frozenset({".tsv", ".csv", ".xlsx"})
"""Endings of files that are written as tables; everything else is TMX."""
MOST_PROBLEMS = 1000
"""Flaws told one by one; the rest are only counted."""


@dataclass(slots=True)
class ExchangeReport:
    """What an import or export of the memory did; `seconds` until the matches' index was ready.

    `skipped` counts damaged units, units without the pair, and pairs the memory had already (`known`).
    """

    units: int = 0
    skipped: int = 0
    known: int = 0
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0

    def add_problem(self, problem: Problem) -> None:
        """Count a unit that was left out and tell why, as long as the list is of use."""
        self.skipped += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)


def languages_of(path: Path) -> list[str]:
    """Return the languages of a TMX file, the most frequent first; none for other files, which say nothing of theirs."""
    return languages_in(path) if path.suffix.lower() == ".tmx" else []


def usual_pair(languages: Sequence[str]) -> tuple[str, str]:
    """Return the pair most likely meant of some languages: Chinese into English where both are there or nothing is known."""
    source = "zh" if "zh" in languages or not languages else languages[0]
    others = [language for language in languages if language != source]
    return source, "en" if "en" in others or not others else others[0]


def languages_remembered(library: Library) -> list[str]:
    """Return the languages of the memory's targets, the most frequent first."""
    with library.reading() as tx:
        return tx.memories.target_languages()


def import_memory(
    library: Library,
    path: Path,
    report: ExchangeReport,
    *,
    source_language: str = "zh",
    target_language: str = "en",
    domain: str = "",
    keep_partial: bool = False,
    asked_by: str = "",
) -> Iterator[Progress]:
    """Add the pairs of a memory file (TMX, TSV, CSV, XLSX, SDLTM, XLIFF) to the memory; progress counts bytes.

    Every yield stands between transactions. An import that was stopped is resumed by running it again: pairs
    that are there already are left out. Raises `FormatError` for a file that cannot be used.
    """
    started = time.perf_counter()
    total = _size(path)
    request = TmxRequest(path, source_language, target_language, domain, keep_partial)
    with contextlib.closing(read_memory_file(request, report.add_problem)) as batches:
        with _without_collection():
            waiting = list(islice(batches, 1))  # a file that is refused is refused here: nothing was done yet
        keep_before(library)
        with contextlib.closing(Intake(library, source_language, target_language)) as intake:
            while (read := _take_batch(waiting, batches, intake, report, asked_by)) is not None:
                yield Progress(read, total, path.name)
            intake.finish()
    report.seconds = time.perf_counter() - started
    yield Progress(total, total, path.name)


def _take_batch(
    waiting: list[Batch], batches: Iterator[Batch], intake: Intake, report: ExchangeReport, asked_by: str
) -> int | None:
    """Add the batch that waits, or else the next one; return how many bytes have been read, None when there was no more."""
    with _without_collection():
        batch = waiting.pop() if waiting else next(batches, None)
        if batch is None:
            return None
        count = len(batch.entries)
        added = intake.add_columns(batch.entries, asked_by=asked_by)
        read = batch.bytes_read
        del batch
    report.units += added
    report.known += count - added
    report.skipped += count - added
    return read


@contextlib.contextmanager
def _without_collection() -> Iterator[None]:
    """Spare a batch the cycle collector, a sixth of the time: it would walk thousands of tuples again and again.

    Afterwards the young objects are collected once, for the database layer leaves its parameters in cycles.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:  # else somebody else looks for garbage, and where (`ui/garbage.py`)
            gc.collect(1)
            gc.enable()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise FormatError(
            say("{path} cannot be read: {reason}. Choose another file.", path=path, reason=reason_of(error))
        ) from error


def export_memory(
    library: Library, path: Path, report: ExchangeReport, *, only: EntryFilter | None = None
) -> Iterator[Progress]:
    """Write the entries in use to a TMX, TSV, CSV or XLSX file; the file appears when it is complete.

    Stopped in the middle it leaves nothing behind, and the old file as it was.
    """
    started = time.perf_counter()
    pair = only or EntryFilter()
    units = _exported(library, pair)
    with library.reading() as tx:
        total = tx.memories.count(pair)
    if path.suffix.lower() in TABLES:
        report.units = write_memory_table(path, units)
    else:
        languages = (pair.source_language, pair.target_language)
        for count in write_units_in_steps(path, units, languages=languages):
            report.units = count
            yield Progress(count, total, path.name)
    report.seconds = time.perf_counter() - started
    yield Progress(report.units, report.units, path.name)


def _exported(library: Library, only: EntryFilter) -> Iterator[TmxUnit]:
    """Yield the entries as units; one reading transaction shows one state of the memory throughout."""
    with library.reading() as tx:
        yield from map(_unit, tx.memories.exported(only))


def _unit(row: ExportRow) -> TmxUnit:
    source, target, zh, en, origin, creator, domain, note, details, article, created, updated = row
    said = json.loads(details) if details else {}
    source_markup, target_markup = said.get("markup") or ("", "")
    props = tuple((str(kind), str(value)) for kind, value in said.get("props", ()))
    if origin != "tmx":
        facts = (("x-origin", origin), ("x-domain", domain), ("x-article", article))
        props += tuple((kind, value) for kind, value in facts if value)
    notes = tuple(said.get("notes", ())) or ((note,) if note else ())
    zh, en = said.get("languages") or (zh, en)
    attributes = tuple((str(place), str(key), str(value)) for place, key, value in said.get("attributes", ()))
    unit_id, changer = said.get("id", ""), said.get("changed_by", "")
    who_and_when = (created, creator, updated, changer)
    return TmxUnit(
        source,
        target,
        zh,
        en,
        0,
        unit_id,
        *who_and_when,
        props,
        notes,
        source_markup,
        target_markup,
        attributes,
    )
