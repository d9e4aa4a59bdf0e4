"""Three programs write and a fourth keeps writing the log back: no commit is lost (RELIABILITY.md, D14).

One second by default; `WORKBENCH_STRESS=25` goes on for so many.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.pool import QueuePool
from tests.reliability.processes import ROOT, environment

from workbench.library.backups import altered_in, damage_in
from workbench.library.library import open_library

SECONDS = float(os.environ.get("WORKBENCH_STRESS", "1"))
WRITERS = 3


def writer(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.reliability.committing", str(path), "100000"]
    return subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True)


def write_the_log_back(path: Path, until: float) -> int:
    """Begin the log anew as often as the writers let us; return how often that was."""
    begun = 0
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        while time.monotonic() < until:
            is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
            begun += not is_busy
    return begun


@pytest.mark.timeout(600)
def test_many_writers_and_a_log_that_is_always_begun_anew_lose_no_commit(tmp_path):
    path = tmp_path / "office.workbench"
    open_library(path).close()
    running = [writer(path) for _ in range(WRITERS)]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "1\n"
    begun = write_the_log_back(path, time.monotonic() + SECONDS)
    for process in running:
        process.kill()
    said = Counter[int]()
    for process in running:
        rest, _ = process.communicate()
        said.update(range(1 + len(rest.splitlines())))
    with closing(sqlite3.connect(path)) as connection:
        numbers = connection.execute("SELECT json_extract(data, '$.number') FROM events WHERE kind = 'said'")
        there = Counter(number for (number,) in numbers)
    assert said - there == Counter(), "commits that were acknowledged are lost"
    assert damage_in(path) + altered_in(path) == []
    assert begun, "the control: the log was begun anew under the writers"
    sys.stdout.write(f"{said.total()} commits, the log begun anew {begun} times\n")


def test_a_program_has_one_connection_that_writes(tmp_path):
    """What SQLite before 3.51.3 wants: a log that two connections of a program begin anew can lose commits."""
    with open_library(tmp_path / "office.workbench") as library:
        assert library._writer is not None
        pool = library._writer.pool
        assert isinstance(pool, QueuePool)
        assert pool.size() + pool._max_overflow == 1


def test_one_copy_of_sqlite_is_in_the_program():
    """Two copies in one process let go of each other's locks (sqlite.org, How To Corrupt An SQLite Database File)."""
    look = "import workbench.ui.main_window, workbench.library.library, sqlite3; print(open('/proc/self/maps').read())"
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    mapped = {line.split()[-1] for line in done.stdout.splitlines() if "/" in line}
    assert len([name for name in mapped if "libsqlite3" in Path(name).name]) <= 1
