"""How long the window waits while the memory is searched: the program's own window on a memory of a million units.

    python benchmarks/memory_window.py DATA [--units 1000000] [--queries 600] [--keep FILE]

An article of real sentences is opened in the Editor of the real window (without a screen), and real keys are typed into a row,
fifty a second. Meanwhile its lookup lane answers one search of the memory after the other, as when somebody runs through
rows. A timer that wants to fire every two milliseconds tells by how much the window came too late, whatever it was doing;
a stretch of the same typing without searches tells what typing alone takes.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bars import Bar, add_option, tell
from corpus import Pair, corpus, queries, real_pairs
from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from memory import fill, is_empty, quantile
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.remembering import match
from workbench.desk.staffing import add_person, list_people
from workbench.library.library import Library, open_library
from workbench.ui.app import make_application, make_window
from workbench.ui.library_access import open_access
from workbench.ui.main_window import MainWindow
from workbench.ui.scenes import settle
from workbench.ui.window_state import WindowState

EVERY_MS = 2
KEY_MS = 20
MOST_MS = 16
ROWS = 40
SECONDS_ALONE = 8.0
TYPED = "In the first quarter, imports and exports totaled 350 million yuan. "


def prepare(path: Path, pairs: Sequence[Pair]) -> tuple[str, str]:
    """Fill a library that is new, and give it an article; return its key and who translates it."""
    with open_library(path) as library:
        if is_empty(library):
            fill(library, pairs)
        people = list_people(library)  # of an earlier run
        person = people[0] if people else add_person(library, "Translator A")
        report = ImportReport()
        sources = [f"{number}号，{zh}" for number, (zh, _) in enumerate(pairs[:ROWS])]
        import_pasted(library, f"{time.time_ns()}\n\n" + "\n\n".join(sources), report, by=person.id)
        return report.added[0].key, person.name


class Pulse:
    """Notes by how many milliseconds the window comes too late to what it should do every two."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=EVERY_MS)
        self._timer.timeout.connect(self._beat)
        self._clock.start()
        self._timer.start()

    def _beat(self) -> None:
        self.late.append(max(0.0, self._clock.nsecsElapsed() / 1e6 - EVERY_MS))
        self._clock.restart()

    def stop(self) -> list[float]:
        """Return all delays."""
        self._timer.stop()
        return self.late


def type_while(window: MainWindow, asked: Sequence[str], library: Library) -> list[float]:
    """Type into the row that is open until all searches are answered, or for some seconds without any."""
    loop, waiting, typed = QEventLoop(), list(reversed(asked)), 0
    edit = window.focusWidget()
    assert edit is not None

    def search(_found: object = None) -> None:
        if waiting:
            query = waiting.pop()
            window.background.look_up("bench", lambda: match(library, query), search)
        else:
            loop.quit()

    def press() -> None:
        nonlocal typed
        QTest.keyClicks(edit, TYPED[typed % len(TYPED)])
        typed += 1

    keys = QTimer(interval=KEY_MS)
    keys.timeout.connect(press)
    pulse = Pulse()
    keys.start()
    if asked:
        search()
    else:
        QTimer.singleShot(int(1000 * SECONDS_ALONE), loop.quit)
    loop.exec()
    keys.stop()
    return pulse.stop()


def measure(path: Path, key: str, person: str, asked: Sequence[str]) -> list[Bar]:
    """Open the real window on a library and an article and measure it alone and while the memory is searched."""
    with tempfile.TemporaryDirectory() as scratch:
        window = make_window(WindowState(Path(scratch) / "window.ini"))
        window.identity.wanted = person
        window.resize(1440, 900)
        window.show()
        window.open(open_access(str(path)))
        settle(window)
        window.open_article(key, "editor")
        settle(window)
        with open_library(path) as library:
            match(library, asked[0])
            alone = type_while(window, [], library)
            searching = type_while(window, asked, library)
        settle(window)
        window.close()
    for name, late in (("typing alone", alone), ("typing while the memory is searched", searching)):
        print(
            f"window, {name}: too late p99 {quantile(late, 99):.1f} ms, longest {max(late):.1f} ms of {len(late):,}, "
            f"{sum(each > MOST_MS for each in late)} over {MOST_MS} ms"
        )
    longest = max(searching)
    return [
        Bar(
            f"longest wait of the window during {len(asked)} searches",
            f"{MOST_MS} ms",
            f"{longest:.1f} ms",
            longest <= MOST_MS,
        )
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--keep", type=Path, help="work in this library instead of a temporary one")
    add_option(parser)
    options = parser.parse_args()
    real = real_pairs(options.data)
    asked = queries(real, count=options.queries)
    application = make_application(["workbench"])
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "m.workbench"
        key, person = prepare(path, real if path.exists() else corpus(real, size=options.units))
        bars = measure(path, key, person, asked)
    tell(bars, options.bars)
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
