"""Libraries on servers, as the window reaches them: asked for by name, signed in to, opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.errors import WorkbenchError
from workbench.ui.server_dialogs import ServerQuestion, SignInQuestion


class Servers(QObject):
    """Asks what it takes to open a library on a server; `open_place` opens one by its address."""

    def __init__(self, window: QWidget, open_place: Callable[[str | None], None]) -> None:
        super().__init__(window)
        self._window = window
        self._open = open_place

    def ask(self) -> None:
        """Ask which library on which server, and open it."""
        question = ServerQuestion(self._window)
        if question.exec():
            self._open(question.address)

    def sign_in(self, place: str | None, error: WorkbenchError) -> bool:
        """Ask for the password and try again, where that is what was missing; return whether it was."""
        from workbench.library.server.failures import SignInError

        if not isinstance(error, SignInError) or place is None:
            return False
        from workbench.library.place import find_place
        from workbench.library.server.connecting import remember_password

        found = find_place(place)
        question = SignInQuestion(self._window, found.name, found.url.username or "")
        if not question.exec():
            return False
        remember_password(found, question.password, keep=question.is_kept)
        self._open(place)
        return True
