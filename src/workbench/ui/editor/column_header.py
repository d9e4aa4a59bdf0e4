"""The line above the rows that names the two columns."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from workbench.ui.editor.look import Look
from workbench.ui.editor.painting import Columns

HEIGHT = 32
CHOICE, GAP = 24, 4


class ColumnHeader(QWidget):
    """Names source and target exactly above their texts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns: Columns | None = None
        self._names = ("", "")
        self.setFixedHeight(HEIGHT)
        self.choice = QToolButton(self)
        self.choice.setFixedSize(CHOICE, CHOICE)
        self.choice.setStyleSheet("padding: 2px;")
        self.choice.hide()

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look
        self.update()

    def set_names(self, source: str, target: str) -> None:
        """Write the names."""
        self._names = (source, target)
        self.setAccessibleName(f"{source}; {target}")
        self.update()

    def offer(self, action: QAction) -> None:
        """Show an act beside the name of the target, as a button of its own."""
        self.choice.setDefaultAction(action)
        self.choice.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.choice.show()

    def set_columns(self, columns: Columns) -> None:
        """Follow the columns of the rows."""
        self._columns = columns
        self.update()

    def _place_choice(self, end: int) -> None:
        self.choice.move(end + GAP, (self.height() - CHOICE) // 2)

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
        target = QRect(columns.target_text, 0, self.width() - columns.target_text - GAP, self.height())
        if not self.choice.isHidden():
            target.setWidth(target.width() - CHOICE - GAP)
        for place, name in zip((source, target), self._names, strict=True):
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, left, shown)
        self._place_choice(target.left() + painter.fontMetrics().horizontalAdvance(shown))
