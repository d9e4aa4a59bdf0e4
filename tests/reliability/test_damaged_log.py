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
from workbench.library import log_damage
from workbench.library.backups import altered_in, damage_in
from workbench.library.library import open_library
from workbench.library.log_damage import UNFINISHED

FLIPS = int(os.environ.get("WORKBENCH_LOG_FLIPS", "40"))
COMMITS, FULL = 60, 5
"""So many commits are made, and so many have to stand in the log that is left."""
IN_THE_FIRST_FRAME = 60
NAME = "office.workbench"


@pytest.fixture(scope="module")
def stopped(tmp_path_factory):
    """A library whose program was killed, with its log, and how many commits it had said to be done."""
    path = tmp_path_factory.mktemp("stopped") / NAME
    open_library(path).close()
    said = 0
    while log_damage._left_out(flipped(path, IN_THE_FIRST_FRAME)) < FULL:  # it may just have been begun anew
        said = said_when_killed(path)
    return path, said


def said_when_killed(path: Path) -> int:
    """Let a program write commits, kill it, and return how many it had said to be done."""
    command = [sys.executable, "-m", "tests.reliability.committing", str(path), "100000"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = next(int(line) for line in running.stdout if int(line) >= COMMITS)
        running.kill()
        return max([said, *map(int, running.stdout.read().split())])


def flipped(path: Path, at: int, bit: int = 1) -> bytes:
    """Return the log of a library with a bit fallen over."""
    log = bytearray(Path(f"{path}-wal").read_bytes()) if Path(f"{path}-wal").exists() else bytearray()
    if at < len(log):
        log[at] ^= bit
    return bytes(log)


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
    length = Path(f"{path}-wal").stat().st_size
    dice, silent, lost = random.Random(11 + SEED), [], 0
    for _ in range(FLIPS):
        at = dice.randrange(length)
        here = copied(path, tmp_path / "here", flipped(path, at, 1 << dice.randrange(8)))
        told = is_told(here)
        is_lost = commits_in(here) < said
        lost += is_lost
        if is_lost and not told:
            silent.append(at)
    assert silent == []
    assert lost > FLIPS / 10, "the control: the flips have to hit something"


@pytest.mark.parametrize("at", range(32))
def test_a_flip_in_the_head_of_the_log_is_told(stopped, tmp_path, at):
    """All of it is passed over then."""
    path, _ = stopped
    assert damage_in(copied(path, tmp_path / "here", flipped(path, at, 4)))


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
    log = flipped(path, IN_THE_FIRST_FRAME)
    here = copied(path, tmp_path / "here", log)
    with open_library(here, create=False) as library:
        assert library.left_out > UNFINISHED
        assert "can no longer be read" in str(check_library(library).problems)
    (kept,) = here.parent.glob("office-log-*.workbench-wal")
    assert kept.read_bytes() == log
    here = copied(path, tmp_path / "there", log)
    assert main(["-L", str(here), "library", "check"]) != 0
    assert "can no longer be read" in capsys.readouterr().err
    here = copied(path, tmp_path / "again", log)
    assert "can no longer be read" in str(repair(str(here)).damage)
    assert damage_in(here) + altered_in(here) == []
