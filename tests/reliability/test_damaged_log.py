"""Bits flipped in the log that a stopped program left: what was committed is there, or it is said that it is not (D10).

40 flips by default; `WORKBENCH_LOG_FLIPS=2000` tries as many.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.reliability.processes import ROOT, SEED, environment

from workbench.desk.keeping import check_library
from workbench.desk.repairing import repair
from workbench.library.backups import altered_in, damage_in
from workbench.library.library import open_library
from workbench.library.log_damage import UNFINISHED

FLIPS = int(os.environ.get("WORKBENCH_LOG_FLIPS", "40"))
COMMITS = 60
NAME = "office.workbench"


@pytest.fixture(scope="module")
def stopped(tmp_path_factory):
    """A library whose program was killed, with its log, and how many commits it had said to be done."""
    path = tmp_path_factory.mktemp("stopped") / NAME
    open_library(path).close()
    command = [sys.executable, "-m", "tests.reliability.committing", str(path), "100000"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = next(int(line) for line in running.stdout if int(line) >= COMMITS)
        running.kill()
        said = max([said, *map(int, running.stdout.read().split())])
    return path, said


def copied(path: Path, folder: Path, log: bytes) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / NAME).write_bytes(path.read_bytes())
    (folder / f"{NAME}-wal").write_bytes(log)
    return folder / NAME


def commits_in(path: Path) -> int:
    """Return how many commits are there by the events and by the setting; -1 for a mixture or none that can be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            (events,) = connection.execute("SELECT count(*) FROM events WHERE kind = 'said'").fetchone()
            (counted,) = connection.execute("SELECT value FROM settings WHERE name = 'counted'").fetchone()
    except (sqlite3.DatabaseError, TypeError):
        return -1
    return int(events) if events == int(counted) else -1


def is_told(path: Path) -> bool:
    """Whether looking for damage, or opening the library, says that something is not there."""
    if damage_in(path) or altered_in(path):
        return True
    with open_library(path, create=False) as library:
        return bool(library.left_out or check_library(library).problems)


@pytest.mark.timeout(3600)
def test_a_flip_in_the_log_loses_nothing_in_silence(stopped, tmp_path):
    path, said = stopped
    log = Path(f"{path}-wal").read_bytes()
    dice, silent, lost = random.Random(11 + SEED), [], 0
    for _ in range(FLIPS):
        damaged = bytearray(log)
        at = dice.randrange(len(log))
        damaged[at] ^= 1 << dice.randrange(8)
        here = copied(path, tmp_path / "here", bytes(damaged))
        told = is_told(here)
        is_lost = commits_in(here) < said
        lost += is_lost
        if is_lost and not told:
            silent.append(at)
    assert silent == []
    assert lost > FLIPS / 10, "the control: the flips have to hit something"


def test_a_sound_log_and_one_cut_short_raise_no_alarm(stopped, tmp_path):
    """A log ends where its program was stopped."""
    path, said = stopped
    log = Path(f"{path}-wal").read_bytes()
    for end in (len(log), len(log) - 1_000, len(log) // 2, 40, 31):
        here = copied(path, tmp_path / "here", log[:end])
        with open_library(here, create=False) as library:
            assert library.left_out == 0
        assert end < len(log) or commits_in(here) >= said


def test_what_could_not_be_read_is_kept_told_and_repaired(stopped, tmp_path, capsys):
    from workbench.cli.main import main

    path, _ = stopped
    log = bytearray(Path(f"{path}-wal").read_bytes())
    log[60] ^= 1
    here = copied(path, tmp_path / "here", bytes(log))
    with open_library(here, create=False) as library:
        assert library.left_out > UNFINISHED
        assert "can no longer be read" in str(check_library(library).problems)
    (kept,) = here.parent.glob("office-log-*.workbench-wal")
    assert kept.read_bytes() == log
    here = copied(path, tmp_path / "there", bytes(log))
    assert main(["-L", str(here), "library", "check"]) != 0
    assert "can no longer be read" in capsys.readouterr().err
    here = copied(path, tmp_path / "again", bytes(log))
    assert "can no longer be read" in str(repair(str(here)).damage)
    assert damage_in(here) + altered_in(here) == []
