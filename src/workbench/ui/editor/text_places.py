"""From a point to the character painted there, and from characters to the box they fill."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLine

from workbench.ui.editor.layouts import LaidText, code_offset, unit_offset


def character_under(laid: LaidText, point: QPointF) -> int | None:
    """Return the offset (code points) of the character under a point of the text, None beside it."""
    number = int(point.y() // laid.shape.line_height)
    if point.x() < 0 or not 0 <= number < laid.layout.lineCount():
        return None
    line = laid.layout.lineAt(number)
    if point.x() >= line.naturalTextWidth():
        return None
    at = line.xToCursor(point.x())
    is_left_of_it = _x_of(line, at) > point.x() and at > line.textStart()
    return code_offset(laid.marked.text, at - 1 if is_left_of_it else at)


def box_of(laid: LaidText, start: int, end: int) -> QRectF:
    """Return the box of a word (code points); of a word over two lines, of its part in the first."""
    text = laid.marked.text
    first, last = unit_offset(text, start), unit_offset(text, end)
    line = laid.layout.lineForTextPosition(first)
    if not line.isValid():
        return QRectF()
    stop = min(last, line.textStart() + line.textLength())
    left, right = _x_of(line, first), _x_of(line, stop)
    top = line.lineNumber() * laid.shape.line_height
    return QRectF(left, top, max(right - left, 1.0), laid.shape.line_height)


def _x_of(line: QTextLine, at: int) -> float:
    """Return where a character begins; PySide hands the offset back beside it."""
    answer = line.cursorToX(at)
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
