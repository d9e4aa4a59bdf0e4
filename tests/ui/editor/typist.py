"""Types into a real Editor until it is killed; a program of its own, run by test_killed.py.

Usage: typist.py LIBRARY KEY LOG. Every key typed is written to LOG with its time, before the next one.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from workbench.library.library import open_library
from workbench.ui.actions import Actions
from workbench.ui.background import Background
from workbench.ui.editor.bound_desk import BoundDesk
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.theme import Theme

WORDS = "a sentence that goes on and on, "


def main(path: str, key: str, log: str) -> None:
    application = QApplication([])
    window = QMainWindow()
    theme = Theme("light")
    background = Background()
    with open_library(path) as library:
        screen = EditorScreen(BoundDesk(library, 1), theme, Actions(window, theme), background)
        window.setCentralWidget(screen)
        window.show()
        screen.open(key)
        typed: list[str] = []
        with Path(log).open("w", encoding="utf-8") as lines:

            def strike() -> None:
                if screen.view.active < 0:
                    return
                letter = WORDS[len(typed) % len(WORDS)]
                QTest.keyClicks(screen.view.target_edit, letter)
                typed.append(letter)
                lines.write(f"{time.time()}\n")
                lines.flush()

            timer = QTimer()
            timer.timeout.connect(strike)
            timer.start(60)
            application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
