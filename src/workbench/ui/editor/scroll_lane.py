"""The scroll bar of the rows: their ground and lines go on under it, up to the side panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar


class ScrollLane(QScrollBar):
    """A scroll bar over what `paint_under` paints."""

    def __init__(self, paint_under: Callable[[QPainter, int], None]) -> None:
        super().__init__()
        self._paint_under = paint_under

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows' ground and lines, then the handle."""
        painter = QPainter(self)
        self._paint_under(painter, self.width())
        painter.end()
        super().paintEvent(event)
