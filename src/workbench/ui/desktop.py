"""The window among others on the desktop: a word when long work ends behind it, windows of others, chosen fonts."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QApplication

from workbench.ui.window_state import WindowState

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow

ON_MACOS = ("on run argv", "display notification (item 2 of argv) with title (item 1 of argv)", "end run")


class Desktop(QObject):
    """Binds what concerns the desktop and not the library."""

    def __init__(self, window: MainWindow, state: WindowState) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        window.strip.ended.connect(self.tell_end)
        window.actions_table.bind("file.new_window", self.ask_for_window)
        window.actions_table.bind("view.fonts", self.choose_fonts)

    def tell_end(self, name: str) -> None:
        """Tell a person who went elsewhere that long work has ended; nothing while they look at the window."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        words = notice(self.tr("Translation Workbench"), self.tr("Ended: %1").replace("%1", name))
        if words:
            QProcess.startDetached(words[0], words[1:])

    def ask_for_window(self) -> None:
        """Ask who wants a window of their own on this library, and open it as a program of its own."""
        from workbench.ui.people_dialogs import WhoIsWorking

        people, first = self._window.identity.others()
        if not people:
            self._window.identity.show_people()
            return
        question = WhoIsWorking(self._window, people, first)
        if question.exec() and question.person_id is not None:
            name = next(person.name for person in people if person.id == question.person_id)
            words = window_command(self._window.library_place, name)
            QProcess.startDetached(words[0], words[1:])

    def choose_fonts(self) -> None:
        """Let somebody choose the pair of fonts and the size of articles, seen at once in the window behind."""
        from workbench.ui.font_dialog import FontDialog

        theme = self._window.theme
        before = (theme.article_face, theme.article_px)
        dialog = FontDialog(self._window, *before)
        dialog.changed.connect(lambda face, pixels: theme.set_article_text(face=face, pixels=pixels))
        if dialog.exec():
            self._state.article_face, self._state.article_px = theme.article_face, theme.article_px
        else:
            theme.set_article_text(face=before[0], pixels=before[1])


def notice(title: str, text: str) -> list[str]:
    """Return the command by which this system shows a notice; empty where only the task bar can tell."""
    if sys.platform == "darwin":
        return ["osascript", *(word for line in ON_MACOS for word in ("-e", line)), title, text]
    program = shutil.which("notify-send")
    return [program, "--app-name", title, "--icon", "workbench", "--", title, text] if program else []


def window_command(place: str, person: str) -> list[str]:
    """Return the command that opens a window of a library for a person."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "workbench"]
    return [*program, "-L", place, "--as", person]
