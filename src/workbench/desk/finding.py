"""Finding and replacing, in one article or in the whole library: look first, tick, then change."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from workbench.desk.editing import save_texts
from workbench.desk.safekeeping import MANY, keep_before
from workbench.desk.steps import Edit
from workbench.errors import Problem, WorkbenchError, reason_of
from workbench.library.library import Library
from workbench.library.passages import BATCH, EditionHead, Passed
from workbench.library.transaction import Transaction
from workbench.model.kinds import Origin, Standing
from workbench.model.progress import Progress
from workbench.model.rows import EditionRow
from workbench.sentences import say
from workbench.text.searching import Finder, Span, Words


class Side(StrEnum):
    """Where words are looked for."""

    SOURCE = "source"
    TARGET = "target"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Conditions:
    """Which rows are looked through; empty fields do not narrow.

    `person` is who changed a row last, `since` and `until` the days of that change (both included, in
    the library's time zone), `origins` where the text came from.
    """

    standings: frozenset[Standing] = frozenset()
    origins: frozenset[Origin] = frozenset()
    person: str = ""
    since: date | None = None
    until: date | None = None

    def hold(self, row: Passed, zone: ZoneInfo) -> bool:
        """Tell whether a row is one of those that are looked for."""
        day = row.at.astimezone(zone).date() if row.at is not None else None
        return (
            (not self.standings or row.standing in self.standings)
            and (not self.origins or row.origin in self.origins)
            and (not self.person or row.person == self.person)
            and (self.since is None or (day is not None and day >= self.since))
            and (self.until is None or (day is not None and day <= self.until))
        )


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, where, and in which rows; no words find every row the conditions hold for."""

    words: Words
    sides: frozenset[Side] = frozenset({Side.SOURCE, Side.TARGET})
    conditions: Conditions = Conditions()
    language: str = "en"
    key: str = ""
    """An article's key, or the beginning of it; empty: the whole library."""


class Found(NamedTuple):
    """A text in which something was found: of which row, on which side, and where in it."""

    row: Passed
    side: Side
    text: str
    spans: tuple[Span, ...]


class Change(NamedTuple):
    """A target as it would be after replacing; `seen` is the version it was looked at."""

    head: EditionHead
    target_id: int
    number: int
    before: str
    after: str
    seen: int


T = TypeVar("T")
Finding = Generator[Progress, None, list[Found]]
Replacing = Generator[Progress, None, list[Edit]]


def find(library: Library, search: Search, *, limit: int | None = None) -> Finding:
    """Look through the rows, newest article first; returns at most `limit` texts in which something is.

    Raises `WorkbenchError` when the pattern is not one or takes too long.
    """
    finder, found = Finder(search.words), list[Found]()
    with library.reading() as tx:
        heads, zone = _heads(tx, search), ZoneInfo(tx.options.get("time_zone"))
    for start in range(0, len(heads), BATCH):
        yield Progress(start, len(heads))
        with library.reading() as tx:
            for row in tx.passages.rows(heads[start : start + BATCH]):
                if search.conditions.hold(row, zone):
                    found += _found_in(row, finder, search.sides)
        if limit is not None and len(found) >= limit:
            break
    order = {head.edition_id: place for place, head in enumerate(heads)}
    found.sort(key=lambda one: (order[one.row.head.edition_id], one.row.number))
    return found[:limit]


def find_now(library: Library, search: Search, *, limit: int | None = None) -> list[Found]:
    """Look through the rows to the end."""
    return _exhaust(find(library, search, limit=limit))


def rows_with(rows: Iterable[EditionRow], search: Search) -> set[int]:
    """Return the targets of rows that are at hand in which something is, whatever else the search asks for."""
    finder = Finder(search.words)
    return {
        row.target_id
        for row in rows
        if (Side.SOURCE in search.sides and finder.find(row.source))
        or (Side.TARGET in search.sides and finder.find(row.target))
    }


def changes_of(found: Iterable[Found], words: Words, replacement: str) -> list[Change]:
    """Return what replacing would do to the targets that were found; locked and published rows stay."""
    finder, changes = Finder(words), []
    for row, side, text, spans in found:
        if side is not Side.TARGET or not spans or not _is_open(row):
            continue
        after = finder.replace(text, replacement)
        if after != text:
            changes.append(Change(row.head, row.target_id, row.number, text, after, row.version))
    return changes


def replace(
    library: Library, by: int, changes: Sequence[Change], problems: list[Problem], *, asked_by: str = ""
) -> Replacing:
    """Make the changes, an article at a time; returns what undoes them.

    An article in which a row was changed meanwhile, or which may not be edited, stays as it is and is
    named in `problems`; the others are changed all the same.
    """
    if len(changes) > MANY:
        keep_before(library)
    edits, by_edition = [], groupby(changes, key=lambda change: change.head)
    for done, (head, group) in enumerate(by_edition):
        yield Progress(done, 0, head.headline)
        texts = [(change.target_id, change.after, change.seen) for change in group]
        try:
            edits.append(save_texts(library, by, texts, asked_by=asked_by))
        except WorkbenchError as error:
            problems.append(Problem(head.key, head.headline, reason_of(error)))
    return edits


def replace_now(library: Library, by: int, changes: Sequence[Change], *, asked_by: str = "") -> list[Edit]:
    """Make the changes of one article; raise when it cannot be changed."""
    problems: list[Problem] = []
    edits = _exhaust(replace(library, by, changes, problems, asked_by=asked_by))
    if problems:
        raise WorkbenchError(problems[0].message)
    return edits


def _heads(tx: Transaction, search: Search) -> list[EditionHead]:
    article_id = tx.articles.by_key(search.key).id if search.key else None
    heads = tx.passages.heads(search.language, article_id=article_id)
    if search.key and not heads:
        raise WorkbenchError(
            say("The article {key} has no edition in {language}.", key=search.key, language=search.language)
        )
    return heads


def _found_in(row: Passed, finder: Finder, sides: frozenset[Side]) -> Iterator[Found]:
    texts = {Side.SOURCE: (row.source,), Side.TARGET: (row.target,), Side.COMMENTS: row.comments}
    if not finder.words.text:
        yield Found(row, Side.TARGET, row.target, ())
        return
    for side in Side:
        for text in texts[side] if side in sides else ():
            spans = tuple(finder.find(text))
            if spans:
                yield Found(row, side, text, spans)


def _is_open(row: Passed) -> bool:
    return not row.is_locked and row.standing not in {Standing.PUBLISHED, Standing.OMITTED}


def _exhaust(steps: Generator[Progress, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: T = end.value
            return answer
