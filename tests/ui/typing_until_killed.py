"""Types into the real editor, ten keys a second, telling each key to the parent, until it is killed.

It writes "key SECONDS COUNT" for every key and "saved SECONDS" whenever the status line says Saved, on
the monotonic clock that all processes share (`test_kill.py` starts it).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest

from workbench.ui.app import make_application, make_window
from workbench.ui.editor.place import EditorPlace
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.editor.values import Saved
from workbench.ui.main_window import MainWindow
from workbench.ui.window_state import WindowState

WORDS = "The quick brown fox jumps over the lazy dog and runs away. "


def tell(*words: object) -> None:
    """Write a line that survives a kill."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def open_editor(library: Path, key: str) -> tuple[MainWindow, EditorScreen]:
    """Open the window on a library with one article in the editor, ready for keys."""
    make_application(["typing"])
    window = make_window(WindowState(library.with_suffix(".ini")))
    window.show()
    window.open_place(str(library))
    while window.identity.person is None:
        QTest.qWait(20)
    window.open_article(key)
    while (
        not isinstance(place := window.place("editor"), EditorPlace) or place.editor.session.edition is None
    ):
        QTest.qWait(20)  # an article asked for before the library is open opens when it is
    place.editor.back_to_text()
    window.activateWindow()
    return window, place.editor


def main(library: Path, key: str) -> None:
    """Open the article and type without end."""
    window, editor = open_editor(library, key)
    editor.statusChanged.connect(
        lambda status: tell("saved", time.monotonic()) if status.saved is Saved.SAVED else None
    )
    for count in range(1, 10_000):
        QTest.keyClicks(window.focusWidget(), WORDS[(count - 1) % len(WORDS)])
        tell("key", time.monotonic(), count)
        QTest.qWait(100)
