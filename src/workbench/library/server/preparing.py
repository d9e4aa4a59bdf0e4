"""Before the first question to a server: is there a library, is it of this schema, and who may mend that."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from workbench.errors import LibraryError
from workbench.library.place import Place
from workbench.library.server import guarding
from workbench.library.server.connecting import connect
from workbench.sentences import say


def schema_on(place: Place, current: int | None = None) -> int:
    """Return the schema of a library on a server, 0 where there is none.

    Where it is the `current` one and its owner asks, the guards are brought up to those of this program.
    """
    engine = connect(place)
    try:
        with engine.begin() as connection:
            found = _schema_of(connection)
            if found and found == current:
                _renew_guards(connection, found)
            return found
    finally:
        engine.dispose()


def _schema_of(connection: Connection) -> int:
    if not inspect(connection).has_table("alembic_version"):
        return 0
    return int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _renew_guards(connection: Connection, schema: int) -> None:
    is_owner = guarding.is_there(connection) and guarding.signed_in(connection).is_owner
    if is_owner and not guarding.is_current(connection):
        guarding.install(connection, schema)


def refuse_missing(place: Place) -> None:
    """Raise for a database without a library: on a server one is made on purpose, never by opening it."""
    raise LibraryError(
        say(
            "There is no library in {name}. Its owner makes one with “workbench library init {address}”.",
            name=place.name,
            address=place.url.render_as_string(hide_password=True),
        )
    )


def refuse_unless_owner(engine: Engine, place: Place) -> None:
    """Raise unless this account owns the library: only its owner may change its schema."""
    with engine.connect() as connection:
        if guarding.is_there(connection) and not guarding.signed_in(connection).is_owner:
            raise LibraryError(
                say(
                    "The library {name} needs updating by its owner: “workbench library migrate”. Until then "
                    "use the version of this program you had.",
                    name=place.name,
                )
            )
