"""The window on a very long article: `python benchmarks/long_window.py [--megabytes 50] [--library FILE]` (RELIABILITY.md, I4).

Opens the article in the real window without a screen and works in it: types, confirms, scrolls, finds, filters, goes to the
other places and closes. Prints what each took until it was painted, on the clock and in brackets on the processor; for what
goes on behind the window also the longest time for which it answered nothing (its "stall"; in brackets the most that its own
thread worked in one go), and the memory of the program. A library is kept in FILE to be measured again.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.editor import Took, spread, timed, type_into
from benchmarks.long_article import write_article
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.reading import list_articles
from workbench.desk.settling import change_setting
from workbench.desk.staffing import add_person
from workbench.formats.apart import Apart, end_spare
from workbench.library.library import open_library
from workbench.model.kinds import Role
from workbench.ui.actions import EDITOR, LIBRARY, PUBLISH, REVIEW
from workbench.ui.app import collect_later, make_application, make_window
from workbench.ui.editor.place import EditorPlace
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.main_window import MainWindow
from workbench.ui.window_state import WindowState

PERSON = "Translator A"
TICK_MS = 2
Ready = Callable[[], bool]


def make_library(path: Path, megabytes: float) -> None:
    """Import an article of so many megabytes into a new library."""
    with open_library(path) as library, Apart() as apart:
        person = add_person(library, PERSON, [Role.TRANSLATOR, Role.REVIEWER, Role.EDITOR])
        with (
            library.writing() as tx
        ):  # the sentences of the sample come back thousands of times, as in no real text
            tx.options.set("fill_repetitions", "off")
        with tempfile.TemporaryDirectory() as folder:
            text = Path(folder) / "long.txt"
            write_article(text, megabytes)
            save_incoming(library, apart.read_article(text), ImportReport(), by=person.id)
    end_spare()


def memory_mb() -> float:
    """Return the memory this program holds."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


class Watch(QObject):
    """Notices for how long the window answered nothing: the longest time between two ticks."""

    def __init__(self) -> None:
        super().__init__()
        self._last = Took(time.perf_counter(), time.thread_time())
        self._gaps: list[Took] = []
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        timer.start(TICK_MS)

    def _tick(self) -> None:
        now, last = Took(time.perf_counter(), time.thread_time()), self._last
        self._gaps.append(Took((now.clock - last.clock) * 1000, (now.processor - last.processor) * 1000))
        self._last = now

    def begin(self) -> None:
        """Forget what was seen so far."""
        QApplication.processEvents()
        self._tick()
        self._gaps.clear()

    def stall(self) -> Took:
        """Return the longest time without an answer since `begin`, and the most work in one go."""
        self._tick()
        return Took(max(gap.clock for gap in self._gaps), max(gap.processor for gap in self._gaps))


class Bench:
    """Works in one window and prints what it took."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.watch = window, Watch()

    def wait(self, ready: Ready, seconds: float = 600) -> None:
        """Let the window work, as it does when nobody touches it, until something is so."""
        loop, end = QEventLoop(), time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError
            QTimer.singleShot(TICK_MS, loop.quit)
            loop.exec()
        QApplication.processEvents()

    def rest(self, seconds: float) -> None:
        """Let the window be for a while."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    @contextmanager
    def told(self, what: str) -> Iterator[None]:
        """Print how long something took, its longest stall, and the memory after it."""
        self.watch.begin()
        began, busy = time.perf_counter(), time.process_time()
        yield
        took, worked = time.perf_counter() - began, time.process_time() - busy
        stall = self.watch.stall()
        print(
            f"{what:<46}{took * 1000:>9.0f} ms ({worked * 1000:.0f} of all threads), "
            f"stall {stall.clock:.0f} ms ({stall.processor:.0f}), {memory_mb():.0f} MB",
            flush=True,
        )

    def once(self, what: str, act: Callable[[], object]) -> None:
        """Print how long an act takes until it is painted."""
        took = timed(act)
        print(f"{what:<46}{took.clock:>9.1f} ms ({took.processor:.1f})", flush=True)

    def say_several(self, what: str, times: list[Took]) -> None:
        """Print median, 99th percentile and worst of what was timed."""
        found = spread(times)
        said = ", ".join(
            f"{name} {found[f'clock {name}']:.1f} ({found[f'processor {name}']:.1f})"
            for name in ("median", "p99", "max")
        )
        print(f"{what:<46}{said} ms", flush=True)

    @property
    def screen(self) -> EditorScreen:
        """The Editor."""
        place = self.window.place(EDITOR)
        assert isinstance(place, EditorPlace)
        return place.editor

    def type(self, what: str, keys: int = 300) -> None:
        """Type keys and print how long each took until it was painted."""
        self.say_several(what, type_into(self.screen.view.target_edit, keys))

    def several(self, what: str, acts: list[Callable[[], object]]) -> None:
        """Do acts and print how long each took until it was painted."""
        self.say_several(what, [timed(act) for act in acts])

    def open(self, key: str) -> None:
        """Open the article and wait until it is painted."""
        self.window.open_article(key)
        edition = self.screen.session
        with self.told("opened, until it is painted and can be typed in"):
            self.wait(lambda: edition.edition is not None and edition.model.rowCount() > 0)

    def work(self) -> None:
        """Type, confirm, move, scroll, find and filter."""
        screen = self.screen
        view, model = screen.view, screen.session.model
        self.type("a key in the first second after opening", 100)
        with self.told("until the first look over the whole is done"):
            self.wait(lambda: self.window.background.is_idle)
        self.once("to the middle row", lambda: view.enter(model.rowCount() // 2))
        self.rest(1)
        self.type("a key in the middle")
        self.wait(lambda: self.window.background.is_idle)
        self.say_several("confirm and go on", [self._confirm() for _ in range(20)])
        here = view.active
        self.several("to the next row", [lambda n=n: view.enter(here + n) for n in range(1, 31)])  # type: ignore[misc]
        bar = view.verticalScrollBar()
        self.several("a page", [lambda: bar.setValue(bar.value() + bar.pageStep()) for _ in range(40)])
        self.several("drag the bar", [lambda n=n: bar.setValue(bar.maximum() * n // 20) for n in range(20)])  # type: ignore[misc]
        self.once("to the end", lambda: bar.setValue(bar.maximum()))
        self.once("to the last row", lambda: view.enter(model.rowCount() - 1))
        self._find(model.row(model.rowCount() - 2).source[:12])

    def repeat(self) -> None:
        """Confirm the sentence that stands most often, which fills it in everywhere, and undo that."""
        assert self.window.desk is not None
        change_setting(self.window.desk.library, 1, "fill_repetitions", "on")
        session, view = self.screen.session, self.screen.view
        rows = session.model.rows()
        (source, count), *_ = Counter(row.source for row in rows).most_common(1)
        view.enter(next(place for place, row in enumerate(rows) if row.source == source and not row.target))
        QTest.keyClicks(view.target_edit, "The same sentence again.")
        told: list[object] = []
        session.repetitionsFilled.connect(told.append)
        with self.told(f"confirm a sentence that stands {count:,} times"):
            QTest.keyClick(view.target_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            self.wait(lambda: bool(told))
        with self.told("undo that"):
            session.undo()
            self.rest(0.1)
            self.wait(lambda: self.window.background.waiting_writes == 0 and not session.is_showing)

    def _confirm(self) -> Took:
        edit, control = self.screen.view.target_edit, Qt.KeyboardModifier.ControlModifier
        QTest.keyClicks(edit, "Some text.")
        took = timed(lambda: QTest.keyClick(edit, Qt.Key.Key_Return, control))
        self.rest(0.05)
        self.wait(lambda: self.window.background.waiting_writes == 0)
        return took

    def _find(self, words: str) -> None:
        screen, bar = self.screen, self.screen.find_bar
        screen.commands.finding.open(words)
        bar.sides.setCurrentIndex(1)
        screen.view.enter(0)
        with self.told("find words of the last rows"):
            bar.searched.emit(1)
            self.rest(0.01)
            self.wait(lambda: not screen.commands.finding.is_searching)
        bar.find_field.setText("这几个字哪里也没有")
        with self.told("find what stands nowhere"):
            bar.searched.emit(1)
            self.rest(0.01)
            self.wait(lambda: not screen.commands.finding.is_searching)
        bar.find_field.setText("友好")
        with self.told("show only the rows with a word"):
            bar.rows_button.setChecked(True)
            self.wait(lambda: screen.session.model.is_narrowed)
        self.type("a key while narrowed", 60)
        with self.told("show all rows again"):
            bar.rows_button.setChecked(False)
            self.wait(lambda: not screen.session.model.is_narrowed)
        bar.close_bar()

    def visit(self) -> None:
        """Go to the other places and come back."""
        self.once("to the Library", lambda: self.window.show_place(LIBRARY))
        self.once("back to the Editor", lambda: self.window.show_place(EDITOR))
        for name in (REVIEW, PUBLISH, EDITOR):
            with self.told(f"to {name.title()}, until all is answered"):
                self.window.show_place(name) if name == EDITOR else self.window.open_article(
                    self.window.open_key, name
                )
                self.rest(0.2)
                self.wait(lambda: self.window.background.is_idle)


def measure(path: Path) -> None:
    """Open a library in the window and work in its first article."""
    application = make_application(["workbench"])
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(WindowState(Path(folder) / "window.ini"))
        window.identity.wanted = PERSON
        bench, ready = Bench(window), []
        window.usable.connect(lambda: ready.append(True))
        collect_later(window, window.usable)
        window.show()
        window.open_place(str(path))
        bench.wait(lambda: bool(ready))
        assert window.desk is not None
        key = list_articles(window.desk.library)[0].key
        bench.rest(1)
        bench.open(key)
        bench.work()
        bench.visit()
        bench.repeat()
        with bench.told("close the window"):
            window.close()
        del application


def main() -> None:
    """Make the library where there is none, then measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=50.0)
    parser.add_argument("--library", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.library or Path(folder) / "long.workbench"
        if not path.exists():
            make_library(path, chosen.megabytes)
        print(f"{path.stat().st_size / 1e6:.0f} MB of library, load {os.getloadavg()[0]:.1f}", flush=True)
        measure(path)


if __name__ == "__main__":
    main()
