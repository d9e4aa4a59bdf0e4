"""Older libraries are brought up to date after a copy; every schema that was ever released still opens."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from workbench.desk.keeping import check_library
from workbench.desk.reading import list_articles, show
from workbench.errors import LibraryError
from workbench.library import migrating, preparing
from workbench.library.library import open_library

SAVED = sorted((Path(__file__).parents[1] / "data" / "libraries").glob("schema-*.workbench"))

NEXT = '''"""A next schema, for the test alone."""
import sqlalchemy as sa
from alembic import op

revision = "{number:04d}"
down_revision = "{before:04d}"


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("pronouns", sa.Text(), nullable=True))
    {more}
'''


@pytest.fixture
def next_schema(tmp_path, monkeypatch):
    """Let the program know one migration more."""

    def make(more: str = "pass") -> None:
        scripts = tmp_path / "migrations"
        shutil.copytree(migrating.SCRIPTS, scripts)
        number = preparing.SCHEMA + 1
        text = NEXT.format(number=number, before=preparing.SCHEMA, more=more)
        (scripts / "versions" / f"{number:04d}_next.py").write_text(text)
        monkeypatch.setattr(migrating, "SCRIPTS", scripts)
        monkeypatch.setattr(preparing, "SCHEMA", number)

    return make


@pytest.mark.parametrize("saved", SAVED, ids=lambda path: path.stem)
def test_every_saved_library_opens_with_all_it_holds(tmp_path, saved):
    path = tmp_path / saved.name
    shutil.copy(saved, path)
    with open_library(path) as library:
        (article,) = list_articles(library)
        shown = show(library, article.key)
        assert check_library(library).problems == []
    assert shown["stage"] == "published"
    assert len(shown["segments"]) == 18
    assert shown["approval"]["holds"]


def test_a_library_that_was_analysed_is_analysed_again_when_it_is_migrated(tmp_path):
    path = tmp_path / "old.workbench"
    shutil.copy(next(one for one in SAVED if "5" in one.stem), path)
    with closing(sqlite3.connect(path)) as driver, driver:
        driver.execute("ANALYZE")
    open_library(path).close()
    with closing(sqlite3.connect(path)) as driver:
        known = {name for (name,) in driver.execute("SELECT idx FROM sqlite_stat1 WHERE tbl = 'editions'")}
    assert "ix_editions_language_stage_step_updated_at_article_id" in known


def test_there_is_a_saved_library_of_this_schema():
    assert f"schema-{preparing.SCHEMA}" in {path.stem for path in SAVED}


def test_an_older_library_is_copied_and_migrated(tmp_path, next_schema):
    path = tmp_path / "office.workbench"
    shutil.copy(SAVED[-1], path)
    before = preparing.SCHEMA
    next_schema()
    with open_library(path) as library:
        assert len(list_articles(library)) == 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (before + 1,)
    assert "pronouns" in {row[1] for row in connection.execute("PRAGMA table_info(people)")}
    connection.close()
    (copy,) = tmp_path.glob("office-before-schema-*.workbench")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (before,)
    kept.close()


def test_a_migration_that_fails_leaves_the_library_as_it_was(tmp_path, next_schema):
    path = tmp_path / "office.workbench"
    shutil.copy(SAVED[-1], path)
    before = preparing.SCHEMA
    next_schema(more="op.execute('SELECT nonsense FROM nowhere')")
    with pytest.raises(LibraryError):
        open_library(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (before,)
    assert "pronouns" not in {row[1] for row in connection.execute("PRAGMA table_info(people)")}
    connection.close()
