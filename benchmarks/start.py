"""Measure the start of the program: until the window is painted, and until the library is listed.

Usage: python benchmarks/start.py [--times 9] [--json FILE]

Each figure is the time from starting the process, in milliseconds; the floor is a process that shows an empty
PySide6 window, started in turn with ours in the same run. Bytecode is kept in a scratch folder, as it is on a
person's machine; the first start, which writes it, is not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.ui.newsroom import make_newsroom

EMPTY = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
application.processEvents()
print(time.time())
"""
OURS = """
import sys, time
from pathlib import Path
from workbench.ui.app import make_application, make_window
from workbench.ui.window_state import WindowState
application = make_application(["workbench"])
window = make_window(WindowState(Path(sys.argv[2])))
window.identity.wanted = "Pang Yuehui"
window.show()
application.processEvents()
print(time.time(), flush=True)
window.open_place(sys.argv[1])
model = window.library_screen.table.model()
end = time.time() + 30
while not (model.rowCount() and window.identity.person) and time.time() < end:
    application.processEvents()
    time.sleep(0.001)
print(time.time(), flush=True)
window.close()
"""


def start(code: str, *arguments: str, environment: dict[str, str]) -> list[float]:
    """Start a process and return when it printed each of its times, in milliseconds from its start."""
    began = time.time()
    command = [sys.executable, "-c", code, *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return [(float(line) - began) * 1000 for line in answer.stdout.split()]


def measure(times: int) -> dict[str, float]:
    """Return the medians of so many starts of each."""
    with TemporaryDirectory() as scratch:
        library = Path(scratch) / "newsroom.workbench"
        make_newsroom(library)
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "PYTHONPYCACHEPREFIX": str(Path(scratch) / "bytecode"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        arguments = (str(library), str(Path(scratch) / "window.ini"))
        empty, painted, listed = [], [], []
        for turn in range(times + 1):
            floor = start(EMPTY, environment=environment)
            ours = start(OURS, *arguments, environment=environment)
            if turn:
                empty.append(floor[0])
                painted.append(ours[0])
                listed.append(ours[1])
    return {
        "empty PySide6 window": statistics.median(empty),
        "window painted": statistics.median(painted),
        "library listed": statistics.median(listed),
    }


def main() -> None:
    """Print the table, and write it as JSON where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=9)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    results = measure(chosen.times)
    floor = results["empty PySide6 window"]
    for name, milliseconds in results.items():
        print(f"{name:24} {milliseconds:7.0f} ms  {milliseconds / floor:5.1f} x")
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=2), "utf-8")


if __name__ == "__main__":
    main()
