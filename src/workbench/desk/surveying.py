"""The house at a glance: what waits for whom, the week, and findings found and settled. Nobody is ranked."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from workbench.desk.checking import findings_of
from workbench.library.library import Library
from workbench.library.overviews import Waiting
from workbench.model.base import now
from workbench.model.kinds import Level
from workbench.model.progress import Progress

DAYS = 7
ACTS = ("submitted", "approved", "published")


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on one day, in the library's time zone."""

    day: date
    confirmed: int
    submitted: int
    approved: int
    published: int
    accepted: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The house now: what waits, and the last seven days, oldest first."""

    waiting: list[Waiting]
    days: list[Day]


def survey(library: Library, at: datetime | None = None) -> Survey:
    """Look over the house; `at` is the present moment unless a test says otherwise."""
    with library.reading() as tx:
        zone = ZoneInfo(tx.options.get("time_zone"))
        today = (at or now()).astimezone(zone).date()
        first = today - timedelta(days=DAYS - 1)
        since = datetime(first.year, first.month, first.day, tzinfo=zone)
        confirmed = _by_day(tx.overviews.confirmed_since(since), zone)
        accepted = _by_day(tx.overviews.waivers_since(since), zone)
        acts = Counter(
            (kind, moment.astimezone(zone).date()) for kind, moment in tx.overviews.events_since(ACTS, since)
        )
        waiting = tx.overviews.waiting()
    days = [
        Day(
            day,
            confirmed[day],
            submitted=acts["submitted", day],
            approved=acts["approved", day],
            published=acts["published", day],
            accepted=accepted[day],
        )
        for day in (first + timedelta(days=n) for n in range(DAYS))
    ]
    return Survey(waiting, days)


def count_findings(library: Library, found: Counter[Level]) -> Iterator[Progress]:
    """Count the findings that are open in everything somebody works on, an edition a step."""
    with library.reading() as tx:
        editions = tx.overviews.open_editions()
    for done, edition_id in enumerate(editions):
        yield Progress(done, len(editions), "")
        with library.reading() as tx:
            found.update(
                finding.level for finding in findings_of(tx, tx.editions.get(edition_id), looks_back=False)
            )


def as_csv(told: Survey) -> str:
    """Write a survey as comma-separated values: what waits, then the days."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["stage", "role", "person", "count", "since"])
    writer.writerows(
        [str(w.stage), str(w.role), w.person, w.editions, w.since.date().isoformat()] for w in told.waiting
    )
    writer.writerow([])
    writer.writerow(["day", "confirmed", *ACTS, "accepted"])
    writer.writerows(
        [d.day.isoformat(), d.confirmed, d.submitted, d.approved, d.published, d.accepted] for d in told.days
    )
    return text.getvalue()


def _by_day(moments: Iterable[datetime], zone: ZoneInfo) -> Counter[date]:
    return Counter(moment.astimezone(zone).date() for moment in moments)
