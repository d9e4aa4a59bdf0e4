"""A day's article by keyboard alone, in a real window: from pasted text to files that are read back.

Run by pytest without a screen, and as a program under Xvfb: `python -m tests.ui.journey FOLDER`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QListWidget, QWidget

from workbench.desk.reading import list_articles, open_edition
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.model.kinds import Role, Stage
from workbench.ui.dialogs import PasteQuestion
from workbench.ui.main_window import MainWindow
from workbench.ui.palette import Palette
from workbench.ui.people_dialogs import WhoIsWorking

SOURCE = """湖南召开友城工作会议

2020-04-03

4月2日，省长许达哲主持召开会议。一季度，湖南实现进出口总额3.5亿元，同比增长12.6%。

来源：湖南日报
"""
TARGETS = [
    "Hunan Holds Meeting on Friendship City Work",
    "On April 2, Governor Xu Dazhe chaired a meeting.",
    "In the first quarter, imports and exports of Hunan reached 350 million yuan, up 12.6 percent year on year.",
]
KEY, CTRL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)

STAGES = {"editor": Stage.DRAFTING, "review": Stage.IN_REVIEW, "publish": Stage.APPROVED}
"""At which stage the article is worked on in each place."""


class Typist:
    """Somebody who works with the window and never touches the mouse."""

    def __init__(self, window: MainWindow, library: Path) -> None:
        self.window = window
        self.library = library

    def wait(self, ready: Callable[[], Any], what: str, seconds: float = 60) -> None:
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not ready():
            assert time.monotonic() < end, f"waited in vain: {what}"
            QTest.qWait(20)

    def where(self) -> QWidget:
        """Return the widget that has the keyboard."""
        if QApplication.activeWindow() is not self.window:
            # no window manager gives the keyboard back after a dialog
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window, 500)
        focused: QWidget | None = self.window.focusWidget()
        return self.window if focused is None else focused

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.where(), key, modifiers)

    def write(self, text: str) -> None:
        """Type a text where the keyboard is."""
        for char in text:
            QTest.keyClicks(self.where(), char)

    def answer(self, kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
        """Do something in the next dialog of a kind that opens."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                act(dialog)
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(20, look)

    def command(self, words: str) -> None:
        """Do an act by its name, through the command palette."""

        def choose(dialog: QDialog) -> None:
            field = dialog.findChildren(QLineEdit)[0]
            QTest.keyClicks(field, words)
            QTest.keyClick(field, KEY.Key_Return)

        self.answer(Palette, choose)
        self.press(KEY.Key_P, CTRL | SHIFT)

    def sit_down(self, name: str) -> None:
        """Let somebody else work, chosen by the first letters of the name."""

        def choose(dialog: QDialog) -> None:
            listed = dialog.findChildren(QListWidget)[0]
            QTest.keyClicks(listed, name)
            QTest.keyClick(listed, KEY.Key_Return)

        self.answer(WhoIsWorking, choose)
        self.command("Who is working")
        self.wait(lambda: self.window.identity.person and self.window.identity.person.name == name, name)

    def stage(self) -> Stage:
        """Return where the article stands, as the library has it."""
        with open_library(self.library) as library:
            key = list_articles(library)[0].key
            return open_edition(library, key).stage


def staff(path: Path) -> None:
    """Make a library with three people."""
    with open_library(path) as library:
        editor = add_person(library, "Editor A").id
        add_person(library, "Translator A", [Role.TRANSLATOR], by=editor)
        add_person(library, "Reviewer A", [Role.REVIEWER], by=editor)


def do_the_job(window: MainWindow, library: Path, pages: Path) -> None:
    """Import, translate, submit, approve and publish one article."""
    typist = Typist(window, library)
    window.identity.wanted = "Translator A"
    window.open_place(str(library))
    typist.wait(lambda: window.identity.person is not None, "the library to open")
    window.activateWindow()
    import_by_paste(typist)
    translate(typist)
    typist.sit_down("Reviewer A")
    approve(typist)
    typist.sit_down("Editor A")
    publish(typist, pages)


def import_by_paste(typist: Typist) -> None:
    """Paste an article from the clipboard with Ctrl+N."""
    QGuiApplication.clipboard().setText(SOURCE)

    def confirm(dialog: QDialog) -> None:
        QTest.keyClick(dialog.focusWidget(), KEY.Key_Tab)
        QTest.keyClick(dialog, KEY.Key_Return)

    typist.answer(PasteQuestion, confirm)
    typist.press(KEY.Key_N, CTRL)
    table = typist.window.library_screen.table
    typist.wait(lambda: table.model().rowCount() == 1, "the article in the list")


def open_first(typist: Typist, place: str = "editor") -> Any:
    """Open the first article of the list with Return, and return what shows it: where its queue is worked on."""
    typist.press(KEY.Key_1, ALT)
    typist.wait(lambda: typist.window.place_shown == "library", "the library")
    screen = typist.window.library_screen
    table, wanted = screen.table, [STAGES[place]]
    typist.wait(lambda: [row.stage for row in screen.articles()] == wanted, "the article in the list")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    typist.press(KEY.Key_Return)
    typist.wait(lambda: typist.window.place_shown == place, place)
    shown: Any = typist.window.place(place)
    if place == "publish":
        return shown
    editor = shown.review if place == "review" else shown.editor
    typist.wait(lambda: editor.session.edition is not None, "the article")
    typist.wait(editor.isVisible, "the rows")
    editor.back_to_text()
    return editor


def translate(typist: Typist) -> None:
    """Type every row and confirm it with Ctrl+Enter, then submit with Ctrl+Shift+Enter."""
    open_first(typist)
    for text in TARGETS:
        typist.write(text)
        typist.press(KEY.Key_Return, CTRL)
        QTest.qWait(150)
    typist.wait(lambda: confirmed(typist.library) == len(TARGETS), "every row to be confirmed")
    typist.press(KEY.Key_Return, CTRL | SHIFT)
    typist.wait(lambda: typist.stage() is Stage.IN_REVIEW, "the article to be in review")


def confirmed(path: Path) -> int:
    """Return how many rows the library has as confirmed."""
    with open_library(path) as library:
        return list_articles(library)[0].confirmed


def approve(typist: Typist) -> None:
    """Find the article among those that wait, open it in the Review, and approve it with Alt+Shift+Enter."""
    typist.window.library_screen.show_queue("review")
    open_first(typist, "review")
    typist.press(KEY.Key_Return, ALT | SHIFT)
    typist.wait(lambda: typist.stage() is Stage.APPROVED, "the approval")


def publish(typist: Typist, pages: Path) -> None:
    """Fill the page details, and export."""
    typist.window.library_screen.show_queue("ready")
    place = open_first(typist, "publish")
    typist.wait(lambda: place.view.export.text() and place.shown is not None, "the checklist")
    for name, text in {
        "section": "Home > News",
        "source_address": "https://example.org/source.html",
    }.items():
        place.view.details.focus(name)
        typist.write(text)
        typist.press(KEY.Key_Tab)
    typist.wait(place.view.export.isEnabled, "the checklist to be met")
    done: list[bool] = []
    place.exported.connect(lambda: done.append(True))
    original = QFileDialog.getExistingDirectory
    QFileDialog.getExistingDirectory = staticmethod(lambda *_: str(pages))  # type: ignore[method-assign,assignment]
    try:
        typist.press(KEY.Key_X, CTRL | SHIFT)
        typist.wait(lambda: done, "the files")
    finally:
        QFileDialog.getExistingDirectory = original  # type: ignore[method-assign]
    assert typist.stage() is Stage.PUBLISHED


def main(folder: Path) -> int:
    """Do the job in a real window and keep its pictures in a folder."""
    from workbench.ui.app import make_application, make_window
    from workbench.ui.window_state import WindowState

    application = make_application(["journey"])
    library = folder / "office.workbench"
    staff(library)
    window = make_window(WindowState(folder / "window.ini"))
    window.show()
    QTest.qWaitForWindowExposed(window)
    do_the_job(window, library, folder / "pages")
    screen = application.primaryScreen()
    screen.grabWindow(window.winId()).save(str(folder / "window.png"))
    sys.stdout.write(application.platformName() + "\n")
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
