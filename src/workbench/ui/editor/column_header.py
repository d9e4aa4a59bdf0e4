"""The line above the rows that names the two columns."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.editor.look import Look
from workbench.ui.editor.painting import Columns

HEIGHT = 32


class ColumnHeader(QWidget):
    """Names source and target exactly above their texts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns: Columns | None = None
        self._names = ("", "")
        self.setFixedHeight(HEIGHT)

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look
        self.update()

    def set_names(self, source: str, target: str) -> None:
        """Write the names."""
        self._names = (source, target)
        self.setAccessibleName(f"{source}; {target}")
        self.update()

    def set_columns(self, columns: Columns) -> None:
        """Follow the columns of the rows."""
        self._columns = columns
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names and the lines around them."""
        painter = QPainter(self)
        look, columns = self._look, self._columns
        painter.fillRect(self.rect(), look.colour("raised"))
        painter.setPen(look.colour("line"))
        bottom = self.height() - 0.5
        painter.drawLine(QLineF(0, bottom, self.width(), bottom))
        if columns is None:
            return
        middle = columns.target + 0.5
        painter.drawLine(QLineF(middle, 0, middle, self.height()))
        painter.setFont(look.small_font(bold=True))
        painter.setPen(look.colour("muted"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        source = QRect(columns.source_text, 0, columns.source_width, self.height())
        target = QRect(columns.target_text, 0, columns.target_width, self.height())
        for place, name in zip((source, target), self._names, strict=True):
            painter.drawText(
                place,
                left,
                painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, place.width()),
            )
