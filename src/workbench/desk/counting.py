"""Statistics: who did how much in which month, as sums of the append-only account."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.sentences import say


class CreditLine(NamedTuple):
    """What one person did in one month and role: articles, source characters, words of the text."""

    person: str
    month: str
    role: str
    articles: int
    characters: int
    words: int


def credit_lines(library: Library, *, since: str = "", until: str = "") -> list[CreditLine]:
    """Return the sums by person, month and role, in the library's time zone.

    `since` and `until` are days as 2020-04-01, both included; "" does not bound.
    """
    first, last = _day(since), _day(until)
    sums: dict[tuple[str, str, str], tuple[set[int], int, int]] = {}
    with library.reading() as tx:
        zone = ZoneInfo(tx.options.get("time_zone"))
        names = tx.people.names()
        for entry in tx.people.ledger():
            day = entry.at.astimezone(zone).date()
            if (first and day < first) or (last and day > last) or entry.person_id is None:
                continue
            place = (names[entry.person_id], f"{day:%Y-%m}", str(entry.role))
            editions, characters, words = sums.get(place, (set(), 0, 0))
            sums[place] = (
                editions | {entry.edition_id},
                characters + entry.characters,
                words + entry.words,
            )
    return [CreditLine(*place, len(e), c, w) for place, (e, c, w) in sorted(sums.items())]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WorkbenchError(say("“{text}” is not a date. Write it as 2020-04-03.", text=text)) from None
