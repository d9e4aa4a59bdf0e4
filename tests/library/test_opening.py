"""Opening libraries: new, older, newer, foreign, read-only, locked."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from workbench.errors import LibraryError
from workbench.library import locking
from workbench.library.library import open_library
from workbench.library.place import APPLICATION_ID, find_place
from workbench.library.preparing import SCHEMA
from workbench.model.base import UtcDateTime, Word
from workbench.model.changes import Changes
from workbench.model.kinds import Role
from workbench.model.person import Person
from workbench.model.schema import NOUNS, metadata


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_library_has_the_starter_terms_and_opens_again(tmp_path):
    with open_library(tmp_path / "a b#c%.workbench") as library, library.reading() as tx:
        assert tx.vocabulary.count() == 245
    with open_library(tmp_path / "a b#c%.workbench") as library, library.reading() as tx:
        assert tx.vocabulary.count() == 245


def test_a_newer_library_is_refused_and_left_untouched(tmp_path):
    path = tmp_path / "new.workbench"
    open_library(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    before = digest(path)
    with pytest.raises(LibraryError, match=r"schema 99.*knows \d+"):
        open_library(path)
    assert digest(path) == before


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "cookies.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies (name)")
    connection.commit()
    connection.close()
    before = digest(path)
    with pytest.raises(LibraryError, match="another program"):
        open_library(path)
    assert digest(path) == before


def test_every_noun_is_made_and_migrations_lead_to_the_same_tables(tmp_path):
    assert {noun.__tablename__ for noun in NOUNS} == set(metadata.tables)
    path = tmp_path / "old.workbench"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
    connection.close()
    from alembic import command
    from alembic.config import Config

    from workbench.library import migrating

    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as migrated:
        config = Config()
        config.set_main_option("script_location", str(Path(migrating.__file__).parent / "migrations"))
        config.attributes["connection"] = migrated
        command.upgrade(config, "head")
    with engine.connect() as migrated:
        options = {"compare_type": same_type, "include_object": is_mapped}
        context = MigrationContext.configure(migrated, opts=options)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == f"{SCHEMA:04d}"
    engine.dispose()
    with open_library(tmp_path / "new.workbench") as new:
        assert index_of_words(path) == index_of_words(new.path)


def index_of_words(path):
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT type, name, sql FROM sqlite_master WHERE name LIKE 'article_words%' OR name LIKE 'article_stale%'"
        return sorted(connection.execute(asked).fetchall())


def is_mapped(thing, name, kind, reflected, compare_to):
    """Leave out the index of words: SQLite makes its tables itself."""
    return not (kind == "table" and reflected and name.startswith("article_") and compare_to is None)


def same_type(context, inspected_column, metadata_column, inspected_type, metadata_type):
    """Our own types are compared by what they are in the database."""
    if isinstance(metadata_type, UtcDateTime | Word):
        return type(inspected_type).__name__ not in {"DATETIME", "VARCHAR"}
    return None


def test_a_read_only_file_opens_for_reading_and_says_so(tmp_path, monkeypatch):
    path = tmp_path / "archive.workbench"
    with open_library(path) as library, library.writing() as tx:
        tx.people.add(Person(name="Translator A"), [Role.TRANSLATOR])
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # root may write everywhere
    with open_library(path) as library:
        assert not library.is_writable
        with library.reading() as tx:
            assert tx.people.count() == 1
        with pytest.raises(LibraryError, match="reading only"), library.writing():
            pass


def test_readers_cannot_write(tmp_path):
    with open_library(tmp_path / "l.workbench") as library:
        with pytest.raises(LibraryError, match="read-only"), library.reading() as tx:
            tx.people.add(Person(name="Translator A"), [Role.TRANSLATOR])
        with library.reading() as tx:
            assert tx.people.count() == 0


def fail_half_way(library):
    with library.writing() as tx:
        tx.people.add(Person(name="Translator A"), [Role.TRANSLATOR])
        raise RuntimeError


def test_a_failed_act_leaves_nothing_behind(tmp_path):
    heard: list[Changes] = []
    with open_library(tmp_path / "l.workbench") as library:
        library.listen(heard.append)
        with pytest.raises(RuntimeError):
            fail_half_way(library)
        with library.reading() as tx:
            assert tx.people.count() == 0
    assert heard == []


def test_every_change_is_announced_once_with_who_asked(tmp_path):
    heard: list[Changes] = []
    with open_library(tmp_path / "l.workbench") as library:
        stop = library.listen(heard.append)
        with library.writing(asked_by="me") as tx:
            person = tx.people.add(Person(name="Translator A"), [Role.TRANSLATOR])
            tx.people.set_roles(person, [Role.REVIEWER])
        stop()
        with library.writing() as tx:
            tx.people.add(Person(name="Translator B"), [Role.TRANSLATOR])
    assert heard == [Changes(people=frozenset({person.id}), asked_by="me")]


def test_writers_in_two_threads_take_turns(tmp_path):
    with open_library(tmp_path / "l.workbench") as library:

        def add(letter: str) -> None:
            for n in range(20):
                with library.writing() as tx:
                    tx.people.add(Person(name=f"{letter}{n}"), [Role.TRANSLATOR])

        threads = [threading.Thread(target=add, args=(letter,)) for letter in "ABC"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with library.reading() as tx:
            assert tx.people.count() == 60
            assert tx.events.broken_link() is None


WRITER = """
import sys
from workbench.library.library import open_library
from workbench.model.kinds import Role
from workbench.model.person import Person
with open_library(sys.argv[1]) as library:
    for n in range(25):
        with library.writing() as tx:
            tx.people.add(Person(name=f"{sys.argv[2]}{n}"), [Role.TRANSLATOR])
            tx.events.add("person added", name=f"{sys.argv[2]}{n}")
"""


def test_two_processes_write_to_one_library_and_the_account_stays_whole(tmp_path):
    path = tmp_path / "l.workbench"
    open_library(path).close()
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), letter]) for letter in "AB"]
    assert [process.wait(60) for process in running] == [0, 0]
    with open_library(path) as library, library.reading() as tx:
        assert tx.people.count() == 50
        assert tx.events.count() == 50
        assert tx.events.broken_link() is None


def test_a_server_that_keeps_another_act_waiting_is_named_as_the_cause():
    lock, refused = locking.WriteLock(None), []

    def act():
        try:
            with lock.held(wait_seconds=0.01):
                pass
        except LibraryError as error:
            refused.append(str(error))

    with lock.held():
        other = threading.Thread(target=act)
        other.start()
        other.join()
    assert "server" in refused[0]
    assert "kept here" in refused[0]


def test_waiting_too_long_names_the_holder(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.2)
    path = tmp_path / "l.workbench.lock"
    first, second = locking.WriteLock(path), locking.WriteLock(path)
    with first.held(), pytest.raises(LibraryError, match=f"process {os.getpid()}"), second.held(0.2):
        pass


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("mysql://host/db", "not supported"),
        ("sqlite://", "needs a file"),
        ("postgresql://host:port/x", "cannot be read"),
    ],
)
def test_an_address_that_cannot_be_used_is_said(given, said):
    with pytest.raises(LibraryError, match=said):
        find_place(given)


def test_a_server_address_takes_our_driver_and_hides_the_password():
    place = find_place("postgresql://someone:secret@server/office")
    assert place.url.drivername == "postgresql+psycopg"
    assert "secret" not in place.name


def test_tampering_with_the_account_is_found(tmp_path):
    path = tmp_path / "l.workbench"
    with open_library(path) as library:
        for n in range(5):
            with library.writing() as tx:
                tx.events.add("said", text=f"number {n}")
    connection = sqlite3.connect(path)
    connection.execute('UPDATE events SET data = \'{"text": "something else"}\' WHERE id = 3')
    connection.commit()
    connection.close()
    with open_library(path) as library, library.reading() as tx:
        assert tx.events.broken_link() == 3
