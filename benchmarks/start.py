"""Measure the start of the program: until the window is painted, and until the library is listed.

Usage: python benchmarks/start.py [--times 9] [--json FILE]

Each figure is the time from starting the process, in milliseconds; the floor is a process that shows an empty
PySide6 window, started in turn with ours in the same run. Beside the time on the clock stands the time the
process had the processor, which other work on the machine hardly changes. “listed” is when the articles stand in
the list for a known person; “opened” when the library behind it is open and every act is possible. Bytecode is
kept in a scratch folder, as it is on a person's machine; the first start, which writes it, is not counted.
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
print(time.time(), time.process_time())
"""
OURS = """
import gc, sys, time
from pathlib import Path
gc.disable()  # as `workbench` does before it loads the window
from workbench.ui.app import make_application, make_window
from workbench.ui.window_state import WindowState
application = make_application(["workbench"])
window = make_window(WindowState(Path(sys.argv[2])))
window.identity.wanted = "Pang Yuehui"
window.show()
application.processEvents()
print(time.time(), time.process_time(), flush=True)
opened = []
window.opened.connect(lambda: opened.append(True))
window.open_place(sys.argv[1])
model = window.library_screen.table.model()
end = time.time() + 30
for is_there in (lambda: model.rowCount() and window.identity.person, lambda: opened):
    while not is_there() and time.time() < end:
        application.processEvents()
        time.sleep(0.001)
    print(time.time(), time.process_time(), flush=True)
window.close()
"""


NAMES = ("empty PySide6 window", "window painted", "library listed", "library opened")


def start(code: str, *arguments: str, environment: dict[str, str]) -> list[tuple[float, float]]:
    """Start a process and return its times in milliseconds: on the clock from its start, and on the processor."""
    began = time.time()
    command = [sys.executable, "-c", code, *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    pairs = [line.split() for line in answer.stdout.splitlines()]
    return [((float(at) - began) * 1000, float(busy) * 1000) for at, busy in pairs]


def measure(times: int) -> dict[str, dict[str, float]]:
    """Return the medians of so many starts of each, and how they compare with the empty window."""
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
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in NAMES}
        for turn in range(times + 1):
            floor = start(EMPTY, environment=environment)
            ours = start(OURS, *arguments, environment=environment)
            if turn:
                for name, pair in zip(NAMES, [*floor, *ours], strict=True):
                    found[name].append(pair)
    return {name: compared(pairs, found[NAMES[0]]) for name, pairs in found.items()}


def compared(ours: list[tuple[float, float]], floor: list[tuple[float, float]]) -> dict[str, float]:
    """Return the medians, and the medians of the ratios of starts that followed each other."""
    ratios = [(a / c, b / d) for (a, b), (c, d) in zip(ours, floor, strict=True)]
    return {
        "ms": round(statistics.median(at for at, _ in ours), 1),
        "times the empty window": round(statistics.median(at for at, _ in ratios), 2),
        "processor ms": round(statistics.median(busy for _, busy in ours), 1),
        "processor times the empty window": round(statistics.median(busy for _, busy in ratios), 2),
    }


def main() -> None:
    """Print the table, and write it as JSON where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=9)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    results = measure(chosen.times)
    print(f"{'':22} {'clock':>10} {'':>8} {'processor':>12}")
    for name, of in results.items():
        at, ratio, busy, busy_ratio = of.values()
        print(f"{name:22} {at:7.0f} ms {ratio:6.1f} x {busy:9.0f} ms {busy_ratio:6.1f} x")
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=2), "utf-8")


if __name__ == "__main__":
    main()
