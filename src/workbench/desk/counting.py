"""Statistics: who did how much in which month, as sums of the append-only account. Nobody is ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from operator import add
from typing import NamedTuple
from zoneinfo import ZoneInfo

from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.people import LedgerLine
from workbench.library.transaction import Transaction
from workbench.model.kinds import Role
from workbench.sentences import say

FIRST_SUM = LedgerLine._fields.index("characters")
"""Where the figures begin in a line of the account."""


class CreditLine(NamedTuple):
    """What one person did in one month and role: articles, source characters, words of the text by origin.

    `edited` is the share of the drafts' characters that were changed, in percent; None without drafts.
    """

    person: str
    month: str
    role: str
    articles: int
    characters: int
    words: int
    typed: int = 0
    memory: int = 0
    machine: int = 0
    imported: int = 0
    others: int = 0
    edited: float | None = None


class ArticleLine(NamedTuple):
    """A person's part in one article: its source characters, their share of it in percent, the words by origin."""

    person: str
    month: str
    role: str
    key: str
    language: str
    headline: str
    characters: int
    share: int
    words: int
    typed: int = 0
    memory: int = 0
    machine: int = 0
    imported: int = 0
    others: int = 0
    edited: float | None = None


class _Sum:
    """What was added up under one heading."""

    def __init__(self) -> None:
        self.editions: set[int] = set()
        self._sums = (0,) * len(LedgerLine._fields[FIRST_SUM:])

    def add(self, entry: LedgerLine) -> None:
        self.editions.add(entry.edition_id)
        self._sums = tuple(map(add, self._sums, entry[FIRST_SUM:]))

    @property
    def characters(self) -> int:
        """Source characters."""
        return self._sums[0]

    def origins(self) -> tuple[int, int, int, int, int, int, float | None]:
        """Return words, typed, memory, machine, imported, others, and how much was edited in percent."""
        _, words, typed, memory, machine, imported, others, drafted, edited = self._sums
        share = round(100 * edited / drafted, 1) if drafted else None
        return (words, typed, memory, machine, imported, others, share)


def credit_lines(
    library: Library, *, since: str = "", until: str = "", asked_by: int | None = None
) -> list[CreditLine]:
    """Return the sums by person, month and role, in the library's time zone.

    `since` and `until` are days as 2020-04-01, both included; "" does not bound. With `asked_by`, a person
    who is neither editor nor admin gets their own figures alone.
    """
    with library.reading() as tx:
        names = tx.people.names()
        found = _summed(
            _entries(tx, since, until, asked_by), lambda day, e: (names[e.person_id or 0], day, str(e.role))
        )
    return _lines(found)


def total_lines(library: Library, *, since: str = "", until: str = "") -> list[CreditLine]:
    """Return the sums by month and role over everybody; `person` stays empty."""
    with library.reading() as tx:
        found = _summed(_entries(tx, since, until, None), lambda day, e: ("", day, str(e.role)))
    return _lines(found)


def _lines(sums: dict[tuple[str, ...], _Sum]) -> list[CreditLine]:
    return [
        CreditLine(person, month, role, len(s.editions), s.characters, *s.origins())
        for (person, month, role), s in sorted(sums.items())
    ]


def article_lines(
    library: Library, *, since: str = "", until: str = "", asked_by: int | None = None
) -> list[ArticleLine]:
    """Return each person's part in each article, by person, month and headline."""
    with library.reading() as tx:
        names = tx.people.names()
        found = _summed(
            _entries(tx, since, until, asked_by),
            lambda day, e: (names[e.person_id or 0], day, str(e.role), str(e.edition_id)),
        )
        totals: dict[tuple[int, str], int] = {}
        for entry in tx.people.ledger_lines(None, None):
            place = (entry.edition_id, str(entry.role))
            totals[place] = totals.get(place, 0) + entry.characters
        return sorted(_article_line(tx, place, summed, totals) for place, summed in found.items())


def _article_line(
    tx: Transaction, place: tuple[str, ...], summed: _Sum, totals: dict[tuple[int, str], int]
) -> ArticleLine:
    person, month, role, edition_id = place
    edition = tx.editions.get(int(edition_id))
    article = tx.articles.get(edition.article_id)
    whole = totals[edition.id, role]
    share = round(100 * summed.characters / whole) if whole else 0
    headline = edition.headline or article.headline
    origins = summed.origins()
    return ArticleLine(
        person,
        month,
        role,
        article.key,
        edition.language,
        headline,
        summed.characters,
        share,
        *origins[:-1],
        edited=origins[-1],
    )


def _entries(
    tx: Transaction, since: str, until: str, asked_by: int | None
) -> Iterator[tuple[str, LedgerLine]]:
    """Yield the lines of the account in a span of days with their month."""
    first, last = _day(since), _day(until)
    zone = ZoneInfo(tx.options.get("time_zone"))
    begin = datetime.combine(first, time.min, zone) if first else None
    end = datetime.combine(last + timedelta(days=1), time.min, zone) if last else None
    sees_all = asked_by is None or bool(tx.people.roles(asked_by) & {Role.EDITOR, Role.ADMIN})
    months: dict[tuple[int, int, int, int, int], str] = {}
    for entry in tx.people.ledger_lines(begin, end):
        if entry.person_id is None or not (sees_all or entry.person_id == asked_by):
            continue
        at = entry.at
        moment = (at.year, at.month, at.day, at.hour, at.minute // 15)
        if moment not in months:  # zones begin their days at a quarter of an hour at the finest
            months[moment] = f"{at.astimezone(zone):%Y-%m}"
        yield months[moment], entry


def _summed(
    entries: Iterable[tuple[str, LedgerLine]],
    heading: Callable[[str, LedgerLine], tuple[str, ...]],
) -> dict[tuple[str, ...], _Sum]:
    sums: dict[tuple[str, ...], _Sum] = {}
    for month, entry in entries:
        sums.setdefault(heading(month, entry), _Sum()).add(entry)
    return sums


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WorkbenchError(say("“{text}” is not a date. Write it as 2020-04-03.", text=text)) from None
