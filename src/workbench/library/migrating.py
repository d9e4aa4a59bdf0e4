"""Bringing an older library up to date, after making a copy of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from workbench.errors import LibraryError
from workbench.library import seals
from workbench.library.connecting import connect_writer, driver_of
from workbench.library.place import Place
from workbench.library.replacing import TEMPORARY, copy_database, sync_folder
from workbench.sentences import say

SCRIPTS = Path(__file__).parent / "migrations"
"""Where the migrations are."""


def migrate(place: Place, found: int) -> Path | None:
    """Upgrade a library of schema `found` to the newest; return the copy made before (files only).

    All steps run in one transaction: a library is either as it was or up to date.
    """
    from workbench.library.preparing import SCHEMA

    copy = None if place.path is None else copy_before(place.path, found)
    engine = connect_writer(place, keeps_seals=False)
    try:
        _refuse_strangers(place, engine)
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(SCRIPTS))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if place.path is not None:
                connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA:d}")
                _count_again(connection)
                seals.renew(driver_of(connection))
            else:
                from workbench.library.server import guarding

                guarding.install(connection, SCHEMA)
    finally:
        engine.dispose()
    return copy


def _count_again(connection: Connection) -> None:
    """Let SQLite count what is in its indexes where somebody did before: of a new one it knew nothing, and guessed badly."""
    counted = "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"
    if connection.exec_driver_sql(counted).first() is not None:
        connection.exec_driver_sql("PRAGMA analysis_limit=1000")
        connection.exec_driver_sql("ANALYZE")


def _refuse_strangers(place: Place, engine: Engine) -> None:
    if place.path is None:
        from workbench.library.server.preparing import refuse_unless_owner

        refuse_unless_owner(engine, place)


def copy_before(path: Path, found: int) -> Path:
    """Copy a library beside itself, verified, before it is migrated."""
    copy = path.with_name(f"{path.stem}-before-schema-{found + 1}{path.suffix}")
    part = copy.with_name(copy.name + TEMPORARY)
    copy_database(path, part)
    with closing(sqlite3.connect(part)) as connection:
        (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
    if verdict != "ok":
        part.unlink()
        raise LibraryError(
            say(
                "The library {path} is damaged ({verdict}). Restore a backup before updating it.",
                path=path.name,
                verdict=verdict,
            )
        )
    part.replace(copy)
    sync_folder(path.parent)
    return copy
