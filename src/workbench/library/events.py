"""The verbs of events: an append-only account in which each line seals the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import func, select

from workbench.library.scope import Scope, asked_once
from workbench.model.base import now
from workbench.model.edition import Edition
from workbench.model.person import Person
from workbench.model.review import Event


def seal(event: Event) -> str:
    """Return the digest of an event over all it says and the digest of the one before it."""
    said = [
        event.article_id,
        event.edition_id,
        event.person_id,
        event.kind,
        event.data,
        event.at.isoformat(),
        event.previous,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class Events:
    """What can be asked of and added to the account inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record
        self._kept = scope.kept

    def add(
        self,
        kind: str,
        *,
        article_id: int | None = None,
        edition_id: int | None = None,
        person_id: int | None = None,
        **data: Any,
    ) -> Event:
        """Append an event, sealed to the newest one."""
        event = Event(
            kind=kind,
            article_id=article_id,
            edition_id=edition_id,
            person_id=person_id,
            data=json.loads(json.dumps(data, default=str)),
            at=now(),
            previous=self.newest_digest(),
        )
        event.digest = seal(event)
        self._session.add(event)
        self._session.flush()
        self._record.nouns.add("events")
        return event

    @asked_once
    def of_article(self, article_id: int) -> list[tuple[Event, str]]:
        """Return an article's events with the names of those who did them, oldest first."""
        query = (
            select(Event, Person.name)
            .outerjoin(Person, Person.id == Event.person_id)
            .where(Event.article_id == article_id)
            .order_by(Event.id)
        )
        return [(event, name or "") for event, name in self._session.execute(query)]

    def of_kind(self, kind: str) -> list[Event]:
        """Return the events of one kind in the whole library, oldest first."""
        return list(self._session.scalars(select(Event).where(Event.kind == kind).order_by(Event.id)))

    def of_edition(self, edition: Edition, kinds: Iterable[str] = ()) -> list[tuple[Event, str]]:
        """Return an edition's events (of these kinds alone, when any are given) with names, oldest first."""
        query = (
            select(Event, Person.name)
            .outerjoin(Person, Person.id == Event.person_id)
            .where(Event.article_id == edition.article_id, Event.edition_id == edition.id)
            .order_by(Event.id)
        )
        wanted = list(kinds)
        if wanted:
            query = query.where(Event.kind.in_(wanted))
        return [(event, name or "") for event, name in self._session.execute(query)]

    def by_edition(self) -> Iterator[tuple[Edition, list[Event]]]:
        """Yield every edition with what happened to it, oldest first."""
        query = (
            select(Edition, Event).join(Event, Event.edition_id == Edition.id).order_by(Edition.id, Event.id)
        )
        rows = self._session.execute(query).all()
        for edition, group in groupby(rows, key=lambda row: row[0]):
            yield edition, [event for _, event in group]

    def all(self) -> Iterator[Event]:
        """Yield the whole account, oldest first, without holding all of it."""
        yield from self._session.scalars(select(Event).order_by(Event.id).execution_options(yield_per=1000))

    def of_kinds(self, kinds: Iterable[str]) -> Iterator[Event]:
        """Yield every event of these kinds, oldest first, without holding all of them."""
        query = select(Event).where(Event.kind.in_(list(kinds))).order_by(Event.id)
        yield from self._session.scalars(query.execution_options(yield_per=1000))

    def newest(self, kinds: Iterable[str], articles: Iterable[int], *, limit: int) -> list[Event]:
        """Return the newest events of these kinds in these articles, newest first."""
        query = (
            select(Event)
            .where(Event.kind.in_(list(kinds)), Event.article_id.in_(list(articles)))
            .order_by(Event.id.desc())
            .limit(limit)
        )
        return list(self._session.scalars(query))

    def newest_digest(self) -> str:
        """Return the seal of the newest event, "" before the first: it stands for all that has happened."""
        return self._session.scalar(select(Event.digest).order_by(Event.id.desc()).limit(1)) or ""

    def seal_at(self, place: int) -> str | None:
        """Return the seal of the event at a place in the account, counted from 1; None when it is not that long."""
        return self._session.scalar(select(Event.digest).order_by(Event.id).offset(place - 1).limit(1))

    def newest_id(self) -> int:
        """Return the id of the newest event, 0 before the first."""
        return self._session.scalar(select(func.max(Event.id))) or 0

    def count(self) -> int:
        """Return how many events there are."""
        return self._session.scalar(select(func.count()).select_from(Event)) or 0

    def broken_link(self) -> int | None:
        """Return the id of the first event whose seal does not fit, or None when all do."""
        previous = ""
        for event in self.all():
            if event.previous != previous or seal(event) != event.digest:
                return event.id
            previous = event.digest
        return None
