"""The verbs of people: who there is, what they may do, and what they are credited for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, func, or_, select, union

from workbench.errors import WorkbenchError
from workbench.library.scope import Scope, asked_once
from workbench.model.edition import Edition, Target
from workbench.model.kinds import CreditRole, Role
from workbench.model.person import Assignment, Credit, LedgerEntry, Person, PersonRole, SigningKey
from workbench.model.review import Approval
from workbench.model.rows import PersonRow
from workbench.model.setting import StoredSetting
from workbench.sentences import say


class LedgerLine(NamedTuple):
    """What sums are made of: a line of the account, read without an object for each."""

    edition_id: int
    role: CreditRole
    person_id: int | None
    at: datetime
    characters: int
    words: int
    typed: int
    memory: int
    machine: int
    imported: int
    others: int
    drafted: int
    edited: int


class People:
    """What can be asked of and done to people inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record
        self._kept = scope.kept

    def get(self, person_id: int) -> Person:
        """Return a person by id; raise when the library does not know them."""
        person = self._session.get(Person, person_id)
        if person is None:
            raise WorkbenchError(say("This person is not in the library. Add them first."))
        return person

    def named(self, name: str) -> Person:
        """Return the person of that English or Chinese name; raise with the known names."""
        wanted = name.strip()
        person = self._session.scalar(
            select(Person).where(or_(Person.name == wanted, Person.name_zh == wanted)).limit(1)
        )
        if person is None:
            known = (
                ", ".join(self._session.scalars(select(Person.name).order_by(Person.name))) or "nobody yet"
            )
            raise WorkbenchError(
                say(
                    "There is no person named {wanted}. The library knows: {known}. Add one with “workbench people add”.",
                    wanted=wanted,
                    known=known,
                )
            )
        return person

    def all(self) -> list[PersonRow]:
        """Return everybody with their roles, by name."""
        roles: dict[int, set[str]] = {}
        for person_id, role in self._session.execute(select(PersonRole.person_id, PersonRole.role)):
            roles.setdefault(person_id, set()).add(str(role))
        people = self._session.scalars(select(Person).order_by(Person.name))
        return [
            PersonRow(p.id, p.name, p.name_zh, frozenset(roles.get(p.id, set())), p.is_active) for p in people
        ]

    @asked_once
    def names(self) -> dict[int, str]:
        """Return every person's name by id."""
        return dict(self._session.execute(select(Person.id, Person.name)).all())

    def count(self) -> int:
        """Return how many people there are."""
        return self._session.scalar(select(func.count()).select_from(Person)) or 0

    def add(self, person: Person, roles: Iterable[Role]) -> Person:
        """Save a new person with their roles."""
        self._session.add(person)
        self._session.flush()
        self.set_roles(person, roles)
        return person

    def set_roles(self, person: Person, roles: Iterable[Role]) -> None:
        """Replace a person's roles."""
        self._session.execute(delete(PersonRole).where(PersonRole.person_id == person.id))
        self._session.add_all(PersonRole(person_id=person.id, role=role) for role in sorted(set(roles)))
        self._session.flush()
        self._record.people.add(person.id)

    def signing_keys(self, person_id: int | None = None) -> list[SigningKey]:
        """Return the signing keys of a person, or of everybody, oldest first."""
        query = select(SigningKey).order_by(SigningKey.id)
        if person_id is not None:
            query = query.where(SigningKey.person_id == person_id)
        return list(self._session.scalars(query))

    def add_signing_key(self, key: SigningKey) -> SigningKey:
        """Save the public half of a key and give it its id."""
        self._session.add(key)
        self._session.flush()
        self._record.people.add(key.person_id)
        return key

    @asked_once
    def roles(self, person_id: int) -> frozenset[Role]:
        """Return what a person may do."""
        return frozenset(
            self._session.scalars(select(PersonRole.role).where(PersonRole.person_id == person_id))
        )

    def assign(self, assignment: Assignment) -> None:
        """Give an edition to a person in a role, in place of whoever had it."""
        self._session.merge(assignment)
        self._record.editions.add(assignment.edition_id)

    def release(self, assignment: Assignment) -> None:
        """Take an edition from whoever has it in a role."""
        self._session.delete(assignment)
        self._record.editions.add(assignment.edition_id)

    @asked_once
    def assignments(self, edition_id: int) -> list[Assignment]:
        """Return who an edition is given to."""
        return list(self._session.scalars(select(Assignment).where(Assignment.edition_id == edition_id)))

    def editions_of(self, person_id: int) -> frozenset[int]:
        """Return the editions a person works on: given to them, confirmed, approved, credited or handed in."""
        questions = (
            select(Assignment.edition_id).where(Assignment.person_id == person_id),
            select(Target.edition_id).where(
                or_(Target.confirmed_by == person_id, Target.reviewed_by == person_id)
            ),
            select(LedgerEntry.edition_id).where(LedgerEntry.person_id == person_id),
            select(Approval.edition_id).where(Approval.person_id == person_id),
        )
        return frozenset(self._session.scalars(union(*questions)))

    def articles_of(self, editions: Iterable[int]) -> list[int]:
        """Return the articles of some editions."""
        query = select(Edition.article_id).where(Edition.id.in_(list(editions))).distinct()
        return list(self._session.scalars(query))

    def seen_event(self, person_id: int) -> int:
        """Return the newest event a person has been told of, 0 before the first."""
        stored = self._session.get(StoredSetting, f"seen event of {person_id}")
        return int(stored.value) if stored is not None else 0

    def set_seen_event(self, person_id: int, event_id: int) -> None:
        """Note the newest event a person has been told of."""
        self._session.merge(StoredSetting(name=f"seen event of {person_id}", value=str(event_id)))
        self._record.nouns.add("seen")

    @asked_once
    def credits(self, edition_id: int) -> list[Credit]:
        """Return the credit lines that were set or came with the article, in order."""
        query = (
            select(Credit)
            .where(Credit.edition_id == edition_id, Credit.is_current.is_(True))
            .order_by(Credit.role, Credit.position)
        )
        return list(self._session.scalars(query))

    def set_credits(self, edition_id: int, role: CreditRole, lines: list[Credit]) -> None:
        """Replace the line of one role; the former one is kept as no longer current."""
        for credit in self.credits(edition_id):
            if credit.role is role:
                credit.is_current = False
        self._session.add_all(lines)
        self._record.editions.add(edition_id)

    def ledger(self, edition_id: int | None = None) -> list[LedgerEntry]:
        """Return the account of work, of one edition or of all."""
        query = select(LedgerEntry).order_by(LedgerEntry.id)
        if edition_id is not None:
            query = query.where(LedgerEntry.edition_id == edition_id)
        return list(self._session.scalars(query))

    def ledger_lines(self, since: datetime | None, until: datetime | None) -> Iterator[LedgerLine]:
        """Yield the lines of the account from one moment to before another, as plain values."""
        query = select(*(getattr(LedgerEntry, name) for name in LedgerLine._fields)).order_by(LedgerEntry.id)
        if since is not None:
            query = query.where(LedgerEntry.at >= since)
        if until is not None:
            query = query.where(LedgerEntry.at < until)
        return map(LedgerLine._make, self._session.execute(query))

    def account(self, entries: Iterable[LedgerEntry]) -> None:
        """Append lines to the account."""
        self._session.add_all(entries)
        self._record.nouns.add("ledger")
