"""A damaged library is repaired: nothing readable is lost, and what went back is named."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys

import pytest

from workbench.desk.demonstrating import demonstrate
from workbench.desk.editing import save_text
from workbench.desk.keeping import check_library
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.repairing import repair
from workbench.desk.sampling import make_sample_library
from workbench.errors import LibraryError
from workbench.library.backups import damage_in
from workbench.library.library import open_library
from workbench.library.rotation import keep_copy

RUN = "import sys; from workbench.cli.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "office.workbench"
    list(make_sample_library(path))
    return path.read_bytes()


@pytest.fixture
def office(tmp_path, sample):
    path = tmp_path / "office.workbench"
    path.write_bytes(sample)
    return path


def drafting(library):
    key = next(article.key for article in list_articles(library) if article.stage == "drafting")
    return open_edition(library, key)


def pages_of(path, table):
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,))
        return [page for (page,) in rows]


def blank(path, pages):
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(data)


def test_a_sound_library_is_left_alone(office):
    before = office.read_bytes()
    assert repair(str(office)).damage == []
    assert office.read_bytes() == before


def test_a_broken_index_costs_nothing(office):
    with open_library(office) as library:
        texts = [row.target for row in drafting(library).rows]
    index = pages_of(office, "ix_targets_edition_id_position")
    blank(office, index[:1])
    assert damage_in(office)
    told = repair(str(office))
    assert told.base is None
    assert told.kept is not None
    assert told.kept.exists()
    with open_library(office) as library:
        assert [row.target for row in drafting(library).rows] == texts
        assert check_library(library).problems == []


def test_texts_lost_in_the_file_come_from_the_copy_and_are_named(office):
    with open_library(office) as library:
        keep_copy(library)
        edition = drafting(library)
        before = [row.target for row in edition.rows]
    pages = pages_of(office, "targets")
    blank(office, pages[:1])
    told = repair(str(office))
    assert told.base is not None
    assert told.went_back
    with open_library(office) as library:
        assert [row.target for row in open_edition(library, edition.key).rows] == before
        assert check_library(library).problems == []


def test_what_was_typed_after_the_copy_and_can_be_read_is_brought_back(office):
    with open_library(office) as library:
        keep_copy(library)
        edition = drafting(library)
        row = edition.rows[-1]
        with library.reading() as tx:
            by = tx.people.named("Translator A").id
        save_text(library, by, row.target_id, "Typed after the copy was made")
    with sqlite3.connect(office) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    blank(office, pages_of(office, "events")[:1])
    told = repair(str(office))
    assert told.brought + told.beside >= 1
    with open_library(office) as library:
        rows = open_edition(library, edition.key).rows
        assert rows[-1].target == "Typed after the copy was made"


def test_without_a_copy_a_hopeless_file_is_left_as_it_is(office):
    blank(office, pages_of(office, "people"))
    before = office.read_bytes()
    with pytest.raises(LibraryError, match="no sound copy"):
        repair(str(office))
    assert office.read_bytes() == before


@pytest.mark.parametrize("seed", range(6))
def test_after_damage_anywhere_a_repair_gives_a_sound_library(office, seed):
    with open_library(office) as library:
        keep_copy(library)
    dice = random.Random(seed)
    size = office.stat().st_size // 4096
    blank(office, [dice.randrange(2, size) for _ in range(3)])
    if damage_in(office):
        repair(str(office))
    with open_library(office) as library:
        assert check_library(library).problems == []
        assert len(list_articles(library)) == 12


def test_the_command_says_what_went_back(tmp_path):
    path = demonstrate(tmp_path).library
    with open_library(path) as library:
        keep_copy(library)
    blank(path, pages_of(path, "targets")[:1])
    done = subprocess.run(
        [sys.executable, "-c", RUN, "library", "repair", "-L", str(path), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["ok"]) == (0, True)
    assert answer["went_back"][0]["at"].endswith("UTC")
