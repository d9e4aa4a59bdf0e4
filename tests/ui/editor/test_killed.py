"""Killing the program while somebody types loses at most the last second, and never mixes texts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ui.editor.real import RealLibrary

WORDS = "a sentence that goes on and on, "
SLACK_S = 1.0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("after", [2.1, 3.4])
def test_a_kill_loses_at_most_what_was_typed_in_the_last_second(tmp_path, after):
    real = RealLibrary(tmp_path)
    path, key = real.library.path, real.key
    real.library.close()
    log = tmp_path / "keys.log"
    typist = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("typist.py")), str(path), key, str(log)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (log.exists() and log.read_text("utf-8").count("\n") > 3):
            time.sleep(0.05)
        time.sleep(after)
    finally:
        killed = time.time()
        typist.kill()
        typist.wait()
    times = [float(line) for line in log.read_text("utf-8").splitlines() if line]
    old_enough = sum(moment < killed - SLACK_S for moment in times)
    from workbench.desk.reading import open_edition
    from workbench.library.library import open_library

    with open_library(path) as library:
        saved = open_edition(library, key).rows[0].target
    whole = WORDS * (len(times) // len(WORDS) + 2)
    assert saved == whole[: len(saved)]
    assert len(saved) >= old_enough > 10
