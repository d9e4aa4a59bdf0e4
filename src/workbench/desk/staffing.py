"""People: adding them, changing their roles, and giving them work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workbench.desk.finding_editions import begin_edition
from workbench.desk.rights import Act, require, require_admin
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.model.kinds import Role
from workbench.model.person import Assignment, Person
from workbench.model.rows import PersonRow
from workbench.sentences import say


def add_person(
    library: Library, name: str, roles: Iterable[Role] = (), *, name_zh: str = "", by: int | None = None
) -> PersonRow:
    """Add somebody. The first person of a library needs nobody and gets all roles (RULES.md)."""
    name = " ".join(name.split())
    if not name:
        raise WorkbenchError(say("A person needs a name."))
    with library.writing() as tx:
        is_first = tx.people.count() == 0
        if not is_first:
            require_admin(tx, by)
        if any(name in {person.name, person.name_zh} for person in tx.people.all()):
            raise WorkbenchError(
                say("{name} is in the library already. Use “people set” to change their roles.", name=name)
            )
        given = set(Role) if is_first else set(roles)
        if not given:
            raise WorkbenchError(
                say("Say what {name} does: --role translator, reviewer, editor or admin.", name=name)
            )
        person = tx.people.add(Person(name=name, name_zh=name_zh.strip()), given)
        tx.events.add("person added", person_id=by, name=name, roles=sorted(given))
        return next(row for row in tx.people.all() if row.id == person.id)


def set_person(
    library: Library,
    by: int,
    name: str,
    *,
    roles: Iterable[Role] | None = None,
    name_zh: str | None = None,
    is_active: bool | None = None,
) -> PersonRow:
    """Change what somebody may do, their Chinese name, or whether they still work here."""
    with library.writing() as tx:
        require_admin(tx, by)
        person = tx.people.named(name)
        if roles is not None:
            tx.people.set_roles(person, roles)
        if name_zh is not None:
            person.name_zh = name_zh.strip()
        if is_active is not None:
            person.is_active = is_active
        people = tx.people.all()
        if not any(Role.ADMIN in row.roles and row.is_active for row in people):
            raise WorkbenchError(say("Somebody has to stay admin. Make another person admin first."))
        tx.people.set_roles(person, tx.people.roles(person.id))
        row = next(row for row in tx.people.all() if row.id == person.id)
        tx.events.add(
            "person changed",
            person_id=by,
            name=person.name,
            roles=sorted(row.roles),
            is_active=person.is_active,
        )
        return row


def list_people(library: Library) -> list[PersonRow]:
    """Return everybody with their roles, by name."""
    with library.reading() as tx:
        return tx.people.all()


def assign(
    library: Library,
    by: int,
    key: str,
    name: str,
    role: Role,
    language: str = "en",
    *,
    due: date | None = None,
    asked_by: str = "",
) -> None:
    """Give an edition to somebody in a role they hold, with the day it is due."""
    with library.writing(asked_by=asked_by) as tx:
        edition = begin_edition(tx, tx.articles.by_key(key), language)
        require(tx, Act.ASSIGN, edition, by)
        person = tx.people.named(name)
        if role not in tx.people.roles(person.id):
            raise WorkbenchError(
                say("{person} is not a {role} in this library.", person=person.name, role=role)
            )
        tx.people.assign(Assignment(edition_id=edition.id, role=role, person_id=person.id, due=due))
        tx.editions.touch(edition)
        tx.events.add(
            "assigned",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            to=person.name,
            role=str(role),
            due=due,
        )
