"""Copying rows: as text, a line a row, and as a table that a word processor or a spreadsheet takes over."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

Pair = tuple[str, str]


class Copying(QObject):
    """Copies the chosen rows of a screen, or all of them when none are chosen."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._view, self._model = screen.view, screen.session.model
        screen.view.target_edit.copyAsked.connect(self._copy_chosen)

    def copy(self) -> None:
        """Copy the chosen rows, or the whole article."""
        places = self._view.selected_rows or range(self._model.rowCount())
        shown = [place for place in places if self._model.is_shown(place)]
        pairs = [(self._model.row(place).source, self._model.text(place)) for place in shown]
        QGuiApplication.clipboard().setMimeData(mime_of(pairs))

    def _copy_chosen(self) -> None:
        if self._view.selected_rows:
            self.copy()


def mime_of(pairs: list[Pair]) -> QMimeData:
    """Return pairs as tab-separated lines and as an HTML table."""
    data = QMimeData()
    data.setText("\n".join(f"{source}\t{target}" for source, target in pairs))
    cells = "".join(
        f"<tr><td>{escape(source)}</td><td>{escape(target)}</td></tr>" for source, target in pairs
    )
    data.setHtml(f"<table>{cells}</table>")
    return data
