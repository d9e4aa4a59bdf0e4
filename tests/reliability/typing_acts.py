"""Works in the real editor without end, telling what stands on the screen: `typing_acts LIBRARY KEY SEED`.

Ten acts a second: keys, words of an input method, long pastes, undo and redo, confirming and going to the next row,
narrowing the rows. After each it writes `{"at": SECONDS, "rows": {target: digest of the text}, "saved": bool}` on the
monotonic clock that all processes share, and "waited", the seconds for which this thread was ready to run and others ran
in its place, and "cpu", those the whole program has used (`test_typing_kills.py` starts and stops it).
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.typing_until_killed import open_editor

from workbench.ui.editor.screen import EditorScreen
from workbench.ui.editor.values import Saved
from workbench.ui.main_window import MainWindow
from workbench.ui.signing_off import close_when_asked

CTRL = Qt.KeyboardModifier.ControlModifier
PAUSE_MS = 90
LONG = "A paragraph that was copied from somewhere else. " * 2_000
WORDS = "the quick brown fox jumps over the lazy dog "


def digest(text: str) -> str:
    """Return what stands for a text in the log."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def waited_of(thread: str = "/proc/thread-self") -> float:
    """Return for how many seconds the system has kept a thread waiting for a processor; 0 where it is not told."""
    try:
        return int(Path(thread, "schedstat").read_text("ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


def tell(editor: EditorScreen, *, is_settled: bool = True) -> None:
    """Write a line that survives a stop; in the middle of a change the status line does not count yet."""
    model = editor.session.model
    rows = {row.target_id: digest(model.text(place)) for place, row in enumerate(model.rows())}
    is_saved = is_settled and editor.session.saving.state is Saved.SAVED
    line = {
        "at": time.monotonic(),
        "waited": waited_of(),
        "cpu": time.process_time(),
        "rows": rows,
        "saved": is_saved,
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def act(window: MainWindow, editor: EditorScreen, dice: random.Random) -> None:
    """Do one thing that translators do."""
    focus = window.focusWidget()
    match dice.randrange(100):
        case number if number < 70:
            QTest.keyClicks(focus, dice.choice(WORDS))
        case number if number < 78:
            _compose(focus, dice)
        case 78:
            QApplication.clipboard().setText(LONG)
            QTest.keyClick(focus, Qt.Key.Key_V, CTRL)
        case 79:
            QTest.keyClick(focus, Qt.Key.Key_A, CTRL)
            QTest.keyClick(focus, Qt.Key.Key_Backspace)
        case number if number < 86:
            QTest.keyClick(focus, Qt.Key.Key_Z, CTRL)
        case number if number < 89:
            QTest.keyClick(focus, Qt.Key.Key_Y, CTRL)
        case number if number < 95:
            QTest.keyClick(focus, Qt.Key.Key_Return, CTRL)
        case _:
            QTest.keyClick(focus, dice.choice([Qt.Key.Key_Up, Qt.Key.Key_Down]), CTRL)


def _compose(focus: QWidget, dice: random.Random) -> None:
    for preedit, commit in (("guo", ""), ("guo wu yuan", ""), ("", dice.choice(["国务院", "会议", "湖南"]))):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(focus, event)
        QTest.qWait(20)


def main(library: Path, key: str, seed: str) -> None:
    """Open the article and work in it without end."""
    window, editor = open_editor(library, key)
    dice = random.Random(seed)
    for changed in (editor.session.model.textsChanged, editor.session.model.modelReset):
        changed.connect(
            lambda *_: tell(editor, is_settled=False)
        )  # what an undo shows for a moment has stood on the screen too
    tell(editor)
    close_when_asked(window)
    while window.isVisible():
        act(window, editor, dice)
        if window.isVisible():
            tell(editor)
            QTest.qWait(PAUSE_MS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
