"""A library in a cloud folder or on a network drive, as the window meets it: asked about before anything is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from workbench.errors import WorkbenchError
from workbench.ui.dialogs import Question
from workbench.ui.sayings import said
from workbench.ui.window_state import WindowState


class DangerQuestion(Question):
    """Says what may happen to a library at a place; another place is what the first button offers."""

    def __init__(self, parent: QWidget | None, error: WorkbenchError) -> None:
        super().__init__(parent)
        self.is_meant = False
        self.head(
            self.tr("A library is in danger there"),
            said(error.sentence),
            accept=self.tr("Choose another place…"),
        )
        self.meant = self.buttons.addButton(
            self.tr("Open it all the same"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.meant.setAutoDefault(False)
        self.meant.clicked.connect(self._mean)

    def _mean(self) -> None:
        self.is_meant = True
        self.accept()


class Dangers(QObject):
    """Asks once for each library; `open_place` opens it then, `ask_for_library` asks for another."""

    def __init__(
        self,
        window: QWidget,
        state: WindowState,
        open_place: Callable[[str | None], None],
        ask_for_library: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._open, self._ask_for_library = open_place, ask_for_library

    def ask(self, place: str | None, error: WorkbenchError) -> bool:
        """Ask whether to open a library all the same, where that is what kept it closed; return whether it was."""
        from workbench.library.dangers import DangerousPlaceError

        if not isinstance(error, DangerousPlaceError):
            return False
        question = DangerQuestion(self._window, error)
        if not question.exec():
            return False
        if question.is_meant:
            self._state.accept_place(str(error.path))
            self._open(place)
        else:
            self._ask_for_library()
        return True
