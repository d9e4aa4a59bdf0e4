"""Measure the Editor at several sizes: opening, typing, confirming, scrolling, memory, beside bare widgets.

Usage: python benchmarks/editor.py [--sizes 100 1000 10000] [--json FILE]

The article is imported into a fresh library and edited through the real desk, with checks, terms, facts and
completion on. `typing` is from the key event to the repainted window, `importing` the same while another
thread imports an article, `confirm` until the next row is active and painted. The floors are a bare
`QTextEdit` (typing) and a bare `QTableView` of two columns (opening, scrolling); the peer is the same text in one
`QPlainTextEdit`. All times in milliseconds, measured in this run; compare only within one run.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QTableView, QTextEdit, QWidget

from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.staffing import add_person
from workbench.library.library import Library, open_library
from workbench.model.kinds import Role
from workbench.ui.actions import Actions
from workbench.ui.app import COLLECT_AFTER, SWITCH_SECONDS
from workbench.ui.background import Background
from workbench.ui.editor.bound_desk import BoundDesk
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.theme import Theme

SENTENCES = (
    "一季度，湖南实现进出口总额{}亿元，同比增长12.6%。",
    "省委副书记、省长许达哲主持召开会议，研究国际友城工作，要求推动{}个重点项目落地。",
    "他强调，要推动友城工作高质量发展，用好友城资源，促进湖南与世界各地友好交流合作。",
    "{}月2日，吴兰在长沙会见了来访的客人一行。",
)
TYPED = "In the first quarter, the imports and exports totaled 350 million yuan, up 12.6 percent. "
KEYS = 300


def article(rows: int, seed: int = 0) -> str:
    """Return an article whose import makes about so many rows."""
    sentences = [SENTENCES[at % len(SENTENCES)].format(at + 1 + seed) for at in range(rows - 1)]
    paragraphs = ["".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    return "湖南国际友城工作取得新进展\n\n" + "\n\n".join(paragraphs)


def timed(act: Callable[[], object]) -> float:
    """Return how long an act takes until everything is painted."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def spread(times: list[float]) -> dict[str, float]:
    """Return the median, the 99th percentile and the worst."""
    ordered = sorted(times)
    worst = min(len(ordered) - 1, int(len(ordered) * 0.99))
    return {
        "median": round(statistics.median(ordered), 2),
        "p99": round(ordered[worst], 2),
        "max": round(ordered[-1], 2),
    }


def type_into(widget: QWidget, keys: int = KEYS, pause_s: float = 0.004) -> list[float]:
    """Type real keys at 250 a second and return the time of each until it is painted."""
    times = []
    for at in range(keys):
        char = TYPED[at % len(TYPED)]
        times.append(timed(partial(QTest.keyClicks, widget, char)))
        time.sleep(pause_s)
    return times


def wait_until(is_so: Callable[[], bool], seconds: float = 120) -> None:
    """Let the window work until something is so."""
    end = time.perf_counter() + seconds
    while not is_so() and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def scroll(area: QTableView | QPlainTextEdit, pages: int = 40) -> list[float]:
    """Turn pages and return the time of each."""
    bar = area.verticalScrollBar()
    return [timed(lambda: bar.setValue(bar.value() + bar.pageStep())) for _ in range(pages)]


def measure_floors(rows: int) -> dict[str, object]:
    """Measure bare widgets with the same text."""
    text = article(rows)
    bare = QTextEdit()
    bare.resize(480, 80)
    bare.show()
    typing = spread(type_into(bare))
    bare.close()
    table = QTableView()
    table.resize(1040, 740)
    model = QStandardItemModel()
    for at in range(rows):
        model.appendRow([QStandardItem(SENTENCES[at % 4].format(at)), QStandardItem("")])
    table.setModel(model)
    opening = timed(table.show)
    scrolling = spread(scroll(table))
    table.close()
    whole = QPlainTextEdit()
    whole.resize(1040, 740)
    start = time.perf_counter()
    whole.setPlainText(text)
    whole.show()
    QApplication.processEvents()
    opening_whole = (time.perf_counter() - start) * 1000
    typing_whole = spread(type_into(whole, 60))
    whole.close()
    return {
        "bare QTextEdit typing": typing,
        "bare QTableView open": round(opening, 1),
        "bare QTableView page": scrolling,
        "one QPlainTextEdit open": round(opening_whole, 1),
        "one QPlainTextEdit typing": typing_whole,
    }


def measure_editor(rows: int, theme: Theme) -> dict[str, object]:
    """Measure the Editor on a library of its own."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "bench.workbench") as library:
        person = add_person(library, "Translator A", [Role.TRANSLATOR])
        report = ImportReport()
        import_pasted(library, article(rows), report, by=person.id)
        background = Background()
        try:
            return _measure(library, person.id, report.added[0].key, theme, background)
        finally:
            background.close()


def _measure(
    library: Library, person_id: int, key: str, theme: Theme, background: Background
) -> dict[str, object]:
    window = QMainWindow()
    actions = Actions(window, theme)
    desk = BoundDesk(library, person_id)
    screen = EditorScreen(desk, theme, actions, background)
    actions.enter("editor")
    window.setCentralWidget(screen)
    window.resize(1440, 870)
    window.show()
    QApplication.processEvents()
    before = _memory_mb()
    reading = timed(lambda: desk.open_edition(key, "en"))
    shown: list[float] = []
    start = time.perf_counter()
    screen.session.opened.connect(lambda _edition: shown.append(time.perf_counter()))
    screen.open(key)
    wait_until(lambda: bool(shown))
    QApplication.processEvents()
    opening = (time.perf_counter() - start) * 1000
    result: dict[str, object] = {
        "rows": screen.session.model.rowCount(),
        "read from library": round(reading, 1),
        "open": round(opening, 1),
    }
    wait_until(lambda: background.waiting_writes == 0)
    time.sleep(0.3)
    edit = screen.view.target_edit
    result["typing"] = spread(type_into(edit))
    result["typing while importing"] = spread(_type_while_importing(library, person_id, edit))
    result["saved after"] = spread(_saves(screen, background))
    result["confirm and next"] = spread(_confirms(screen, background))
    result["page"] = spread(scroll(screen.view))
    result["memory MB"] = round(_memory_mb() - before, 1)
    screen.session.close()
    desk.close()
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    return result


def _type_while_importing(library: Library, person_id: int, edit: QWidget) -> list[float]:
    def work() -> None:
        for seed in range(1, 6):
            import_pasted(library, article(300, seed * 1000), ImportReport(), by=person_id)

    thread = threading.Thread(target=work)
    thread.start()
    times = type_into(edit)
    thread.join()
    return times


def _saves(screen: EditorScreen, background: Background) -> list[float]:
    times = []
    for _ in range(20):
        QTest.keyClicks(screen.view.target_edit, "x")
        start = time.perf_counter()
        screen.session.saving.flush()
        wait_until(lambda: background.waiting_writes == 0)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _confirms(screen: EditorScreen, background: Background) -> list[float]:
    times, edit = [], screen.view.target_edit
    for _ in range(30):
        QTest.keyClicks(edit, "Some text.")
        times.append(
            timed(lambda: QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
        )
        time.sleep(0.05)
        wait_until(lambda: background.waiting_writes == 0)
    return times


def _memory_mb() -> float:
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text("ascii").split()[1]) * resource.getpagesize() / 1024**2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024 / 1024


def show(results: dict[str, object]) -> None:
    """Print what was measured as a table."""
    for name, values in results.items():
        print(f"\n{name}")
        assert isinstance(values, dict)
        for what, value in values.items():
            said = "  ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else str(value)
            print(f"  {what:<28} {said}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 10_000])
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    application = QApplication([])
    sys.setswitchinterval(SWITCH_SECONDS)  # both as the program itself does
    gc.set_threshold(*COLLECT_AFTER)
    theme = Theme("light")
    theme.apply()
    results: dict[str, object] = {}
    for size in chosen.sizes:
        results[f"editor, {size} rows"] = measure_editor(size, theme)
    results[f"floors and peer, {max(chosen.sizes)} rows"] = measure_floors(max(chosen.sizes))
    show(results)
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=2), "utf-8")
    application.processEvents()


if __name__ == "__main__":
    main()
