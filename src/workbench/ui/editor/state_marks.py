"""The small pictures of a row's state: circle, half circle, tick, arrow back, two ticks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from workbench.model.kinds import State
from workbench.model.rows import EditionRow
from workbench.ui.editor.look import Look

SIDE = 14.0
"""Width and height of a picture, in pixels."""


def paint_state(
    painter: QPainter, place: QPointF, row: EditionRow, state: State, text: str, look: Look
) -> None:
    """Paint the state of a row with its top left corner at `place`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place)
    if row.is_omitted:
        _dash(painter, look.colour("muted"))
    elif row.is_returned and state is not State.INITIAL:
        _arrow_back(painter, look.colour("accent"))
    elif state is State.TRANSLATED:
        _ticks(painter, look.colour("ok"), (0.0,))
    elif state in {State.REVIEWED, State.FINAL}:
        _ticks(painter, look.colour("ok"), (-2.5, 2.5))
    elif text:
        _half_circle(painter, look.colour("warn"))
    else:
        _circle(painter, look.colour("muted"))
    painter.restore()


def _pen(colour: QColor, width: float = 1.6) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _circle(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.3))
    painter.drawEllipse(QRectF(2.5, 2.5, SIDE - 5, SIDE - 5))


def _half_circle(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.3))
    box = QRectF(2, 2, SIDE - 4, SIDE - 4)
    painter.drawEllipse(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(box, 90 * 16, 180 * 16)


def _ticks(painter: QPainter, colour: QColor, shifts: tuple[float, ...]) -> None:
    painter.setPen(_pen(colour))
    for shift in shifts:
        points = [QPointF(2.5 + shift, 7.5), QPointF(5.8 + shift, 10.8), QPointF(11.5 + shift, 3.8)]
        painter.drawPolyline(QPolygonF(points))


def _arrow_back(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour))
    painter.drawPolyline(QPolygonF([QPointF(5.5, 2.5), QPointF(2.5, 5.5), QPointF(5.5, 8.5)]))
    painter.drawPolyline(
        QPolygonF([QPointF(2.5, 5.5), QPointF(9, 5.5), QPointF(11.5, 8), QPointF(9, 11), QPointF(6, 11)])
    )


def _dash(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour))
    painter.drawLine(QPointF(3, 7), QPointF(11, 7))
