"""The verbs that look over the whole house: what waits for whom, and what happened lately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, func, literal_column, select

from workbench.library.scope import Scope
from workbench.model.edition import Edition, Revision
from workbench.model.kinds import Role, Stage
from workbench.model.person import Assignment, Person
from workbench.model.review import Event, Waiver

DUTY = {
    Stage.DRAFTING: Role.TRANSLATOR,
    Stage.CHANGES_REQUESTED: Role.TRANSLATOR,
    Stage.IN_REVIEW: Role.REVIEWER,
    Stage.APPROVED: Role.EDITOR,
}
"""Who is to act at each stage that waits."""


class Waiting(NamedTuple):
    """Editions of a stage that wait for somebody ("" for anybody in the role), and since when the oldest does."""

    stage: Stage
    role: Role
    person: str
    editions: int
    since: datetime


class Overviews:
    """What can be asked about the house as a whole inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session

    def waiting(self) -> list[Waiting]:
        """Return what waits for whom, by stage and name."""
        found = []
        known_as = func.coalesce(
            Person.name, literal_column("''")
        )  # no parameter: a server would not see it is the same
        for stage, role in DUTY.items():
            given = and_(Assignment.edition_id == Edition.id, Assignment.role == role)
            query = (
                select(known_as, func.count(), func.min(Edition.updated_at))
                .select_from(Edition)
                .outerjoin(Assignment, given)
                .outerjoin(Person, Person.id == Assignment.person_id)
                .where(Edition.stage == stage)
                .group_by(known_as)
                .order_by(known_as)
            )
            found += [
                Waiting(stage, role, name, count, since)
                for name, count, since in self._session.execute(query)
            ]
        return found

    def open_editions(self) -> list[int]:
        """Return the editions somebody still works on."""
        return list(
            self._session.scalars(
                select(Edition.id).where(Edition.stage.in_(list(DUTY))).order_by(Edition.id)
            )
        )

    def confirmed_since(self, since: datetime) -> Sequence[datetime]:
        """Return the times at which rows were confirmed."""
        query = select(Revision.at).where(Revision.note == "confirmed", Revision.at >= since)
        return self._session.scalars(query).all()

    def events_since(self, kinds: Sequence[str], since: datetime) -> list[tuple[str, datetime]]:
        """Return when acts of these kinds were done."""
        query = select(Event.kind, Event.at).where(Event.kind.in_(list(kinds)), Event.at >= since)
        return [(kind, at) for kind, at in self._session.execute(query)]

    def waivers_since(self, since: datetime) -> Sequence[datetime]:
        """Return the times at which findings or gaps were accepted."""
        return self._session.scalars(select(Waiver.at).where(Waiver.at >= since)).all()
