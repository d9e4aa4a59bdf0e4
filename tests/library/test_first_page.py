"""What the window lists before the library is open is what the library lists afterwards."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys

import pytest

from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import QUEUES, list_articles
from workbench.desk.staffing import add_person, assign, list_people
from workbench.library.first_page import read_first_page
from workbench.library.library import open_library
from workbench.library.plain_reading import newest_schema
from workbench.library.preparing import SCHEMA
from workbench.model.kinds import Role
from workbench.ui.newsroom import make_newsroom


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office 1.workbench"
    make_newsroom(path)
    with open_library(path) as library:
        other = add_person(library, "Translator B", [Role.TRANSLATOR], by=1)
        report = ImportReport()
        import_pasted(library, "湖南外贸增长\n\n一季度，湖南实现进出口总额3.5亿元。", report, by=other.id)
        assign(library, 1, report.added[0].key, "Translator B", Role.TRANSLATOR)
    return path


@pytest.fixture
def office(made, tmp_path):
    return shutil.copy(made, tmp_path / made.name)


def worker(name):
    return lambda _path, people: next((person for person in people if person.name == name), None)


def first_page(office, name, limit=200):
    found = read_first_page(str(office), worker(name), limit=limit)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["Pang Yuehui", "Translator B", "Reviewer A"])
def test_the_first_page_is_what_the_open_library_lists(office, name):
    first = first_page(office, name)
    with open_library(office) as library:
        people = list_people(library)
        rows = list_articles(
            library, stages=QUEUES["drafts"], waits_for=first.person.id, limit=200, language="en"
        )
    assert first.people == people
    assert first.articles == rows
    assert len(rows) >= 2


def test_it_ends_where_the_page_ends(office):
    first = first_page(office, "Translator B", limit=1)
    with open_library(office) as library:
        assert first.articles == list_articles(
            library, stages=QUEUES["drafts"], waits_for=first.person.id, limit=1
        )


def test_a_change_that_is_still_in_the_write_ahead_log_is_seen(office):
    with open_library(office) as library:
        add_person(library, "Translator C", [Role.TRANSLATOR], by=1)
        first = first_page(office, "Translator C")
    assert first.person.name == "Translator C"


def test_it_writes_nothing(office):
    before = office.read_bytes()
    first_page(office, "Translator B")
    assert office.read_bytes() == before


def test_a_schema_or_file_that_is_not_ours_is_left_to_the_library(office, tmp_path):
    assert newest_schema() == SCHEMA
    sqlite3.connect(office).execute(f"PRAGMA user_version={SCHEMA + 1:d}")
    other = tmp_path / "other.workbench"
    other.write_bytes(b"no database at all")
    for place in (
        str(office),
        str(other),
        str(tmp_path / "none.workbench"),
        "postgresql+psycopg://nowhere/x",
    ):
        assert read_first_page(place, worker("Translator B"), limit=200) is None


def test_nobody_known_means_no_first_page(office):
    assert read_first_page(str(office), worker("Nobody"), limit=200) is None


def test_reading_it_loads_no_orm():
    code = (
        "import sys; import workbench.library.first_page; "
        "assert not [name for name in sys.modules if name.startswith('sqlalchemy')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
