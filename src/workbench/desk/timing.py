"""How long editions stood in each stage, from the account of what happened to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.edition import Edition
from workbench.model.kinds import Stage
from workbench.model.review import Event


class StageTime(NamedTuple):
    """A stay in a stage; `until` is None while it lasts."""

    stage: Stage
    since: datetime
    until: datetime | None

    @property
    def length(self) -> timedelta:
        """How long it was, or has been so far."""
        return (self.until or now()) - self.since


class StageLine(NamedTuple):
    """How long editions stood in a stage on average, for the stays that ended in a month."""

    month: str
    stage: str
    stays: int
    hours: float


def stays_of(tx: Transaction, edition: Edition) -> list[StageTime]:
    """Return the stages an edition went through, in order, with their times."""
    return _stays(edition.created_at, [event for event, _ in tx.events.of_edition(edition)])


def _stays(begun: datetime, events: Iterable[Event]) -> list[StageTime]:
    stays: list[StageTime] = []
    stage, since = Stage.DRAFTING, begun
    for event in events:
        after = event.data.get("stage")
        if after is not None and after != str(stage):
            stays.append(StageTime(stage, since, event.at))
            stage, since = Stage(after), event.at
    return [*stays, StageTime(stage, since, None)]


def stage_lines(library: Library) -> list[StageLine]:
    """Return the average times by month and stage, in the library's time zone."""
    sums: dict[tuple[str, str], list[float]] = {}
    with library.reading() as tx:
        zone = ZoneInfo(tx.options.get("time_zone"))
        for edition, events in tx.events.by_edition():
            for stay in _stays(edition.created_at, events):
                if stay.until is not None:
                    place = (f"{stay.until.astimezone(zone):%Y-%m}", str(stay.stage))
                    sums.setdefault(place, []).append(stay.length.total_seconds() / 3600)
    return [
        StageLine(month, stage, len(hours), round(sum(hours) / len(hours), 1))
        for (month, stage), hours in sorted(sums.items())
    ]
