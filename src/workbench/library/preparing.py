"""Before the first question: is this file ours, is it new, old or too new, and what to do then."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, text

from workbench.errors import LibraryError, WorkbenchError, reason_of
from workbench.library import seals
from workbench.library.article_words import make_article_words
from workbench.library.connecting import connect_writer, driver_of
from workbench.library.failures import explained
from workbench.library.locking import WriteLock
from workbench.library.place import APPLICATION_ID, Place
from workbench.library.read_only import open_read_only
from workbench.model.base import now
from workbench.model.kinds import TermStatus
from workbench.model.schema import metadata
from workbench.model.term import Concept, Term
from workbench.resources import resource
from workbench.sentences import say

SCHEMA = 6
"""The number of the newest migration; `migrations/versions` holds one module for each."""


def prepare(place: Place, lock: WriteLock, *, is_writable: bool = True) -> None:
    """Make a new library, migrate an older one after copying it, refuse a newer or foreign one.

    Raises `LibraryError`. The number is read before any mapped class is used: an old program on a
    newer schema would otherwise rewrite rows it does not understand (RELIABILITY.md, D17).
    """
    found = _schema_of(place, SCHEMA)
    if found == SCHEMA:
        return
    if found > SCHEMA:
        raise LibraryError(
            say(
                "The library {place} was made by a newer version of this program (schema {found}; this one knows "
                "{schema}). Install the newer version to open it; nothing was changed.",
                place=place.name,
                found=found,
                schema=SCHEMA,
            )
        )
    if not is_writable:
        raise LibraryError(
            say(
                "The library {place} needs updating but is read-only. Copy it somewhere writable.",
                place=place.name,
            )
        )
    with lock.held():
        found = _schema_of(place)
        if found == 0:
            _refuse_unasked(place)
            make(place)
        elif found < SCHEMA:
            _migrate(place, found)


def refuse_taken(place: Place) -> None:
    """Raise when something stands at a place already: a library is never copied over another."""
    with explained(place):
        is_taken = (place.path is not None and place.path.exists()) or _schema_of(place)
    if is_taken:
        raise WorkbenchError(
            say("There is a library at {name} already. Choose another place for the copy.", name=place.name)
        )


def _schema_of(place: Place, current: int | None = None) -> int:
    """Return a library's schema, 0 for none; a server's owner brings the guards of a `current` one up to date."""
    if place.path is not None:
        return _file_schema(place.path)
    from workbench.library.server.preparing import schema_on

    return schema_on(place, current)


def _refuse_unasked(place: Place) -> None:
    if place.path is None:
        from workbench.library.server.preparing import refuse_missing

        refuse_missing(place)


def _file_schema(path: Path) -> int:
    if not path.exists() or path.stat().st_size == 0:
        return 0
    connection = open_read_only(path)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            say(
                "{path} is not a library of this program ({reason}). Choose another file; this one was left untouched.",
                path=path,
                reason=reason_of(error),
            )
        ) from error
    finally:
        connection.close()
    if application != APPLICATION_ID and tables:
        raise LibraryError(
            say(
                "{path} belongs to another program. Choose another file; this one was left untouched.",
                path=path,
            )
        )
    return int(schema)


def make(place: Place, *, with_terms: bool = True) -> None:
    """Make a library where there is none, with the starter terms unless others will be moved in."""
    engine = connect_writer(place)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            _stamp(connection, place)
            if place.path is not None:
                make_article_words(driver_of(connection))
                seals.begin(driver_of(connection))
            if place.path is None:
                from workbench.library.server import guarding

                guarding.install(connection, SCHEMA)
            if with_terms:
                _load_starter_terms(connection)
    finally:
        engine.dispose()


def _stamp(connection: Connection, place: Place) -> None:
    connection.execute(text("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)"))
    connection.execute(text("DELETE FROM alembic_version"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:number)"), {"number": f"{SCHEMA:04d}"})
    if place.path is not None:
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA:d}")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID:d}")


def _load_starter_terms(connection: Connection) -> None:
    """Fill the empty term base at once: a flush for each concept took longer than all the rest of a new library."""
    entries = json.loads(resource("terms.json").read_text("utf-8"))
    said = [
        {
            "domain": entry.get("category", ""),
            "note": entry.get("note", ""),
            "authority": "starter terms",
            "updated_at": now(),
        }
        for entry in entries
    ]
    connection.execute(insert(Concept.__table__), said)  # type: ignore[arg-type]
    made = connection.scalars(select(Concept.id).order_by(Concept.id))
    forms = [
        form for concept, entry in zip(made, entries, strict=True) for form in _starter_forms(concept, entry)
    ]
    connection.execute(insert(Term.__table__), forms)  # type: ignore[arg-type]


def _starter_forms(concept: int, entry: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    preferred, admitted = TermStatus.PREFERRED, TermStatus.ADMITTED
    yield {"concept_id": concept, "language": "zh", "text": entry["zh"], "status": preferred, "position": 0}
    for position, form in enumerate(entry["en"]):
        status = admitted if position else preferred
        yield {"concept_id": concept, "language": "en", "text": form, "status": status, "position": position}


def _migrate(place: Place, found: int) -> None:
    from workbench.library.migrating import migrate  # alembic takes long to load and is rarely needed

    migrate(place, found)
