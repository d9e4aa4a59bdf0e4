"""People: adding them, changing their roles, and giving them work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workbench.desk.finding_editions import begin_edition, find_edition
from workbench.desk.rights import Act, require, require_admin
from workbench.errors import Reason, RefusedError, WorkbenchError
from workbench.library.library import Library
from workbench.library.server.guarding import SignedIn, signed_in
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.kinds import Role
from workbench.model.person import Assignment, Person
from workbench.model.rows import PersonRow
from workbench.sentences import say


def who_is_signed_in(library: Library) -> SignedIn | None:
    """Return whom the server takes this program for; None for a library in a file."""
    if library.path is not None:
        return None
    with library.reading() as tx:
        return signed_in(tx.scope.session.connection())


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
    reason: str = "",
    asked_by: str = "",
) -> None:
    """Give an edition to somebody in a role they hold, with the day it is due; in place of whoever had it.

    Work that is given to somebody is handed over by them, by an editor or by an admin.
    """
    with library.writing(asked_by=asked_by) as tx:
        edition = begin_edition(tx, tx.articles.by_key(key), language)
        require(tx, Act.ASSIGN, edition, by)
        person = tx.people.named(name)
        if role not in tx.people.roles(person.id):
            raise WorkbenchError(say("{name} is not a {role} in this library.", name=person.name, role=role))
        before = _held(tx, edition, role)
        _refuse_taking_away(tx, by, before)
        due = due or (before.due if before is not None else None)
        said: dict[str, object] = {"to": person.name, "role": str(role), "due": due, "reason": reason.strip()}
        is_handed_over = before is not None and before.person_id != person.id
        if before is not None and is_handed_over:
            said["holder"] = tx.people.get(before.person_id).name
        tx.people.assign(Assignment(edition_id=edition.id, role=role, person_id=person.id, due=due))
        tx.editions.touch(edition)
        tx.events.add(
            "handed over" if is_handed_over else "assigned",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            **said,
        )


def release(
    library: Library,
    by: int,
    key: str,
    role: Role,
    language: str = "en",
    *,
    reason: str = "",
    asked_by: str = "",
) -> None:
    """Take an edition from whoever has it in a role, so that it waits for anybody again."""
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.ASSIGN, edition, by)
        before = _held(tx, edition, role)
        if before is None:
            raise WorkbenchError(say("Nobody has this article as {role}.", role=role))
        _refuse_taking_away(tx, by, before)
        tx.people.release(before)
        tx.editions.touch(edition)
        tx.events.add(
            "released",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            holder=tx.people.get(before.person_id).name,
            role=str(role),
            reason=reason.strip(),
        )


def force_unlock(
    library: Library, by: int, key: str, reason: str, language: str = "en", *, asked_by: str = ""
) -> list[int]:
    """Open every locked segment of an edition at any stage, as an admin alone may; return their numbers.

    Who did it, why, and to which segments is kept for ever.
    """
    if not reason.strip():
        raise WorkbenchError(say("Say why the segments are unlocked; the reason is kept."))
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require_admin(tx, by)
        targets = tx.editions.targets(edition.id)
        locked = [number for number, target in enumerate(targets, start=1) if target.is_locked]
        for number in locked:
            targets[number - 1].is_locked = False
            tx.editions.changed_target(targets[number - 1])
        tx.editions.touch(edition)
        tx.events.add(
            "unlocked by force",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            segments=locked,
            reason=reason.strip(),
        )
        return locked


def read_assignments(library: Library, edition_id: int) -> dict[Role, tuple[str, date | None]]:
    """Return who has an edition in which role, and until when."""
    with library.reading() as tx:
        names = tx.people.names()
        return {Role(a.role): (names[a.person_id], a.due) for a in tx.people.assignments(edition_id)}


def _held(tx: Transaction, edition: Edition, role: Role) -> Assignment | None:
    return next((a for a in tx.people.assignments(edition.id) if a.role is role), None)


def _refuse_taking_away(tx: Transaction, by: int, held: Assignment | None) -> None:
    if held is None or held.person_id == by or tx.people.roles(by) & {Role.EDITOR, Role.ADMIN}:
        return
    holder = tx.people.get(held.person_id).name
    raise RefusedError(
        Reason(
            "not-allowed",
            say("{holder} has this article: they, an editor or an admin can hand it over.", holder=holder),
        )
    )
