"""Killing the program while somebody types: nothing older than a second is lost (RELIABILITY.md, D1).

Four kills by default; `WORKBENCH_KILLS=50` does as many as that.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ui.typing_until_killed import WORDS

from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.keeping import check_library
from workbench.desk.reading import open_edition
from workbench.desk.recovering import recover
from workbench.desk.staffing import add_person
from workbench.library.library import open_library

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("WORKBENCH_KILLS", "4"))
LOST_SECONDS = 1.0
START = """
import sys
import workbench.ui.library_access  # before QtTest, whose signatures make every later import slow
from pathlib import Path
from tests.ui.typing_until_killed import main
main(Path(sys.argv[1]), sys.argv[2])
"""
WARM_KEYS = 12
"""The first kill comes after so many keys, so that there is something to lose."""


def typed(count: int) -> str:
    """Return the text after so many keys."""
    return (WORDS * (count // len(WORDS) + 1))[:count]


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_loses_at_most_the_last_second(tmp_path, seed):
    path = tmp_path / "office.workbench"
    with open_library(path) as library:
        add_person(library, "Translator A")
        report = ImportReport()
        import_pasted(library, "友城工作\n\n会议今天召开。\n", report)
    key = report.added[0].key
    running = subprocess.Popen(
        [sys.executable, "-c", START, str(path), key],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    lines = [running.stdout.readline()]
    assert lines[0].startswith("key"), "the editor never took a key"
    while sum(line.startswith("key") for line in lines) < WARM_KEYS:
        lines.append(running.stdout.readline())
        assert lines[-1], "the program ended while typing"
    time.sleep(random.Random(seed).uniform(0.5, 3.0))
    running.kill()
    killed = time.monotonic()
    lines += running.stdout.read().splitlines()
    running.wait(10)
    keys = [
        (float(at), int(count))
        for word, at, *rest in map(str.split, lines)
        if word == "key"
        for count in rest
    ]
    safe = max((count for at, count in keys if at < killed - LOST_SECONDS), default=0)
    assert safe > 0
    with open_library(path) as library:
        recover(library)  # as the window does when it opens a library
        text = open_edition(library, key).rows[0].target
        assert check_library(library).problems == []
    assert text == typed(len(text)), "an exact prefix, never a mixture"
    assert len(text) >= safe, f"{safe - len(text)} keys older than a second were lost"
