"""Guard the hot paths against growing: how many calls a keystroke, a look-up, a check, an opening and a list take.

Usage: python benchmarks/guard.py [--update]

Counted are the calls of Python functions and of C functions from Python (`sys.setprofile`) in the thread that does the
work: the same on a busy and on an idle machine, unlike seconds. Of several turns the smallest count is taken, since
caches fill in the first and a timer may fall into any. `expected_counts.json` holds what is expected; more than
`TOLERANCE` times that fails. The tolerance leaves room for other versions of Python and of the libraries, in which
comprehensions or helpers count otherwise, and for honest growth by a feature; what it catches is work done a row, an
article or a pair at a time where it was done once.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

EXPECTED = Path(__file__).with_name("expected_counts.json")
TOLERANCE = 1.5
TURNS = 5
PAIRS = 3000
SENTENCE = "一季度，湖南实现进出口总额{}亿元，同比增长12.6%。"
ENGLISH = (
    "In the first quarter, Hunan’s imports and exports totaled {} billion yuan, up 12.6 percent year on year."
)


def count(act: Callable[[], object]) -> int:
    """Return how many calls an act takes in this thread: the smallest number of several turns."""
    return min(_count_once(act) for _ in range(TURNS))


def count_check() -> int:
    """Return the calls of all row checks over one row with figures."""
    from workbench.checks.run import check_passage
    from workbench.model.passage import CheckContext, Passage

    numbers = iter(range(1000, 2000))

    def act() -> None:
        number = next(numbers)  # a new row each time: nothing is remembered of it
        check_passage(Passage(SENTENCE.format(number), ENGLISH.format(number / 10)), CheckContext())

    return count(act)


def count_library(folder: Path) -> dict[str, int]:
    """Return the calls of opening an article, listing the articles, and a look-up in a memory of 3,000 pairs."""
    from workbench.desk.reading import list_articles, open_edition
    from workbench.desk.remembering import match
    from workbench.library.library import open_library
    from workbench.library.memory_intake import Intake
    from workbench.model.pairs import NewEntry
    from workbench.text.normalise import normalise
    from workbench.ui.newsroom import make_newsroom

    path = folder / "newsroom.workbench"
    make_newsroom(path)
    dice = random.Random(7)
    with open_library(path) as library:
        numbers = [dice.randrange(10_000) for _ in range(PAIRS)]
        texts = [(SENTENCE.format(number), ENGLISH.format(number)) for number in dict.fromkeys(numbers)]
        Intake(library).add([NewEntry(zh, en, normalise(zh)) for zh, en in texts])
        key = list_articles(library, limit=10)[0].key
        return {
            "opening an article": count(lambda: open_edition(library, key)),
            "listing the articles": count(lambda: list_articles(library, limit=200)),
            "a match look-up": count(lambda: match(library, SENTENCE.format("777.7"))),
        }


def count_keystroke(folder: Path) -> int:
    """Return the calls of one key typed into a row of the editor, until the key event is done."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from workbench.desk.reading import list_articles
    from workbench.library.library import open_library
    from workbench.model.kinds import Stage
    from workbench.ui.actions import Actions
    from workbench.ui.app import make_application
    from workbench.ui.background import Background
    from workbench.ui.editor.bound_desk import BoundDesk
    from workbench.ui.editor.screen import EditorScreen
    from workbench.ui.theme import Theme

    application = make_application(["guard"])
    theme = Theme("light")
    theme.apply()
    background = Background()
    with open_library(folder / "newsroom.workbench") as library:
        from PySide6.QtWidgets import QMainWindow

        window = QMainWindow()
        screen = EditorScreen(BoundDesk(library, 1), theme, Actions(window, theme), background)
        window.setCentralWidget(screen)
        window.resize(1440, 900)
        window.show()
        screen.open(list_articles(library, stage=Stage.DRAFTING, limit=1)[0].key)
        while screen.view.active < 0:
            QTest.qWait(20)
        edit = screen.view.target_edit
        edit.setFocus()
        settle = lambda: QTest.qWait(1500)  # noqa: E731 - checks, saving and suggestions are done

        numbers = []
        for _ in range(TURNS):
            settle()
            numbers.append(_count_once(lambda: QTest.keyClick(edit, Qt.Key.Key_A)))
        settle()
        screen.session.close()
        window.close()
        background.close()
    application.processEvents()
    return min(numbers)


def _count_once(act: Callable[[], object]) -> int:
    calls = [0]

    def note(_frame: object, event: str, _argument: object) -> None:
        if event in {"call", "c_call"}:
            calls[0] += 1

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return calls[0]


def measure() -> dict[str, int]:
    """Return the counts of all hot paths."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        counts = {"checking a row": count_check(), **count_library(Path(folder))}
        return {**counts, "a keystroke": count_keystroke(Path(folder))}


def main() -> int:
    """Print the counts beside what is expected; leave with status 1 when one has grown too far."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true", help="take the counts of now as expected")
    chosen = parser.parse_args()
    counts = measure()
    if chosen.update:
        EXPECTED.write_text(json.dumps(counts, indent=2) + "\n", "utf-8")
    expected: dict[str, int] = json.loads(EXPECTED.read_text("utf-8"))
    grown = [name for name, calls in counts.items() if calls > expected[name] * TOLERANCE]
    for name, calls in counts.items():
        ratio = calls / expected[name]
        mark = "  has grown" if name in grown else "  may be expected anew (--update)" if ratio < 0.6 else ""
        print(f"{name:24}{calls:8,} calls, {ratio:5.2f} of the expected{mark}")
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
