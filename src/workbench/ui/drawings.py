"""Widgets as vector drawings, for a report or a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

GAP = 24


def svg_of(widgets: Sequence[QWidget]) -> bytes:
    """Draw widgets one under the other into one SVG."""
    width = max(widget.width() for widget in widgets)
    height = sum(widget.height() for widget in widgets) + GAP * (len(widgets) - 1)
    bytes_ = QByteArray()
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(QSize(width, height))
    drawing.setViewBox(QRect(0, 0, width, height))
    painter = QPainter(drawing)
    top = 0
    for widget in widgets:
        widget.render(painter, QPoint(0, top))
        top += widget.height() + GAP
    painter.end()
    buffer.close()
    return bytes(bytes_.data())
