"""Copies that other programs take of the file alone, while it is written to: sound, or refused (RELIABILITY.md, D19).

20 copies by default; `WORKBENCH_COPIES=100` takes as many as that.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from tests.reliability.processes import ROOT, SEED, environment

from workbench.desk.keeping import restore
from workbench.errors import WorkbenchError
from workbench.library.library import open_library

COPIES = int(os.environ.get("WORKBENCH_COPIES", "20"))


@pytest.mark.timeout(3600)
def test_a_copy_of_the_file_alone_is_sound_or_refused(tmp_path):
    """A cloud service copies the file without its log, in the middle of whatever is written to it."""
    path, copy, restored = (tmp_path / f"{name}.workbench" for name in ("office", "copy", "restored"))
    open_library(path).close()
    dice, sound, refused = random.Random(19 + SEED), 0, 0
    command = [sys.executable, "-m", "tests.reliability.committing", str(path), "1000000"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        try:
            for _ in range(COPIES):
                time.sleep(dice.uniform(0.0, 0.2))
                shutil.copyfile(path, copy)
                try:
                    restore(str(restored), str(copy))
                except WorkbenchError:
                    refused += 1
                    continue
                with closing(sqlite3.connect(restored)) as connection:
                    (events,) = connection.execute(
                        "SELECT count(*) FROM events WHERE kind = 'said'"
                    ).fetchone()
                    found = connection.execute("SELECT value FROM settings WHERE name = 'counted'").fetchone()
                assert events == (int(found[0]) if found else 0), "half a commit came back"
                sound += 1
        finally:
            writer.kill()
    sys.stdout.write(f"{COPIES} tried: {sound} sound, {refused} refused\n")
    assert sound + refused == COPIES
    assert sound
