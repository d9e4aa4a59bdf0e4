"""Simulated power cuts lose no commit that was acknowledged and leave no half file (RELIABILITY.md, D5).

60 cuts of each kind by default; `WORKBENCH_POWER_CUTS=1500` does as many as that.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.reliability.power import Step, cuts, record
from tests.reliability.processes import environment

from workbench.desk.staffing import add_person, list_people
from workbench.library.backups import altered_in, back_up, damage_in
from workbench.library.library import open_library
from workbench.library.log_damage import UNFINISHED, commits_left_out
from workbench.model.kinds import Role

CUTS = int(os.environ.get("WORKBENCH_POWER_CUTS", "60"))
COMMITS = 120
OLD, NEW = b"old " * 3_000, b"new " * 4_000
WRITERS = {
    "ours": "from workbench.formats.writing import write_file; write_file(path, data)",
    "in place": "path.write_bytes(data)",
    "without a sync": "part = path.with_name('part'); part.write_bytes(data); part.replace(path)",
}


@pytest.fixture
def start(tmp_path):
    folder = tmp_path / "start"
    folder.mkdir()
    open_library(folder / "office.workbench").close()
    return folder


def state_after(folder: Path) -> tuple[int, int, str]:
    """Return how many commits a library has by its events and by its setting, and the verdict of SQLite."""
    with closing(sqlite3.connect(folder / "office.workbench")) as connection:
        (events,) = connection.execute("SELECT count(*) FROM events").fetchone()
        found = connection.execute("SELECT value FROM settings WHERE name = 'counted'").fetchone()
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    return events, int(found[0]) if found else 0, verdict


def recorded(command: list[str], place: Path, start: Path, tmp_path: Path) -> list[Step]:
    """Return what a program did in a copy of a folder, as if it had been done in the folder."""
    steps = record([sys.executable, *command], tmp_path / "trace", place, environment())
    here, there = str(place), str(start)
    return [
        replace(step, name=step.name.replace(here, there), other=step.other.replace(here, there))
        for step in steps
    ]


def outcomes(start: Path, tmp_path: Path, *control: str) -> dict[str, int]:
    """Cut the power while a library is written to, and count what came of it."""
    place = tmp_path / f"place{''.join(control)}"
    shutil.copytree(start, place)
    command = ["-m", "tests.reliability.committing", str(place / "office.workbench"), str(COMMITS), *control]
    steps = recorded(command, place, start, tmp_path)
    work = tmp_path / f"work{''.join(control)}"
    work.mkdir()
    told = {"cuts": 0, "lost": 0, "half": 0, "damaged": 0, "called damage": 0}
    for folder, said in cuts(start, steps, CUTS, work):
        told["cuts"] += 1
        told["called damage"] += commits_left_out(folder / "office.workbench") > UNFINISHED
        try:
            events, counted, verdict = state_after(folder)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            told["damaged"] += 1
        else:
            told["lost"] += events < len(said)
            told["half"] += events != counted
            told["damaged"] += verdict != "ok"
        shutil.rmtree(folder)
    return told


@pytest.mark.outside("strace")
def test_no_commit_that_was_acknowledged_is_lost(start, tmp_path):
    assert outcomes(start, tmp_path) == {"cuts": CUTS, "lost": 0, "half": 0, "damaged": 0, "called damage": 0}


@pytest.mark.outside("strace")
@pytest.mark.parametrize("control", ["normal", "off"])
def test_fewer_syncs_would_be_noticed(start, tmp_path, control):
    told = outcomes(start, tmp_path, control)
    assert told["lost"] + told["half"] + told["damaged"] > 0


def written(tmp_path: Path, way: str) -> set[bytes]:
    """Replace a file by a writer, cut the power, and return what stands there afterwards."""
    start, place, work = (tmp_path / name for name in ("start", "place", "work"))
    for folder in (start, work):
        folder.mkdir()
    (start / "page.html").write_bytes(OLD)
    shutil.copytree(start, place)
    program = (
        f"from pathlib import Path; import sys; path = Path(sys.argv[1]); data = {NEW!r}; {WRITERS[way]}"
    )
    steps = recorded(["-c", program, str(place / "page.html")], place, start, tmp_path)
    found = set()
    for folder, _ in cuts(start, steps, max(CUTS, 200), work):
        found.add((folder / "page.html").read_bytes() if (folder / "page.html").exists() else b"")
        shutil.rmtree(folder)
    return found


@pytest.mark.outside("strace")
def test_a_published_file_is_the_old_one_or_the_new_one(tmp_path):
    assert written(tmp_path, "ours") == {OLD, NEW}


@pytest.mark.outside("strace")
@pytest.mark.parametrize("way", ["in place", "without a sync"])
def test_a_careless_writer_would_be_noticed(tmp_path, way):
    assert written(tmp_path, way) - {OLD, NEW}


RESTORE = "import sys; from workbench.desk.keeping import restore; restore(*sys.argv[1:])"


@pytest.mark.outside("strace")
def test_a_restore_leaves_the_old_library_or_the_new_one(start, tmp_path):
    path = start / "office.workbench"
    with open_library(path) as library:
        add_person(library, "Translator A")
        back_up(library, start / "copy.workbench")
        add_person(library, "Translator B", [Role.TRANSLATOR], by=1)
    place, work = tmp_path / "place", tmp_path / "work"
    shutil.copytree(start, place)
    work.mkdir()
    command = ["-c", RESTORE, str(place / path.name), str(place / "copy.workbench")]
    people = set()
    for folder, _ in cuts(start, recorded(command, place, start, tmp_path), CUTS, work):
        with open_library(folder / path.name, create=False) as library:
            people.add(len(list_people(library)))
        assert damage_in(folder / path.name) + altered_in(folder / path.name) == []
        shutil.rmtree(folder)
    assert people == {1, 2}
