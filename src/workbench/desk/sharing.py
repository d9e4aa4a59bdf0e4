"""A library for a whole office: accounts of people, moving in and back."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.desk.keeping import check_library
from workbench.desk.rights import require_admin
from workbench.errors import LibraryError, WorkbenchError
from workbench.library.copying import copy_library
from workbench.library.library import Library, make_folder, open_library
from workbench.library.place import find_place
from workbench.library.preparing import refuse_taken
from workbench.library.server import guarding
from workbench.model.progress import Progress
from workbench.sentences import say


def give_account(library: Library, by: int | None, name: str, account: str, *, password: str = "") -> None:
    """Let a person sign in with a database account; with a password an account that is not there yet is made.

    Raises `RefusedError` unless an admin asks (or the owner), `WorkbenchError` for a library in a file.
    """
    if library.path is not None:
        raise WorkbenchError(
            say("{name} is a file of one person; accounts are for libraries on a server.", name=library.name)
        )
    with library.writing() as tx:
        connection = tx.scope.session.connection()
        if not guarding.signed_in(connection).is_owner:
            require_admin(tx, by)
        person = tx.people.named(name)
        if password and not guarding.has_account(connection, account):
            guarding.make_account(connection, account, password)
        guarding.attach(connection, account, person.id)
        tx.events.add("account attached", person_id=by, name=person.name, account=account)


def move_library(library: Library, to: str) -> Iterator[Progress]:
    """Copy a library to another place, a file or an empty database of a server; this one stays as it is.

    The copy is compared row for row and its account of events verified before it counts.
    """
    place = find_place(to)
    refuse_taken(place)
    if place.path is not None:
        make_folder(place.path)
    yield from copy_library(library, place)
    with open_library(to, create=False) as moved:
        problems = check_library(moved).problems
    if problems:
        raise LibraryError(
            say("The copy at {name} is not sound: {problem}", name=place.name, problem=problems[0])
        )
