"""Laid-out texts of rows, kept while they are near the screen: one `QTextLayout` a cell."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

from workbench.ui.editor.look import BASELINE, Look, Shape
from workbench.ui.editor.values import Mark, MarkedText

KEPT = 400
"""Laid-out texts kept: some eight screens of both columns, about 4 MB."""


@dataclass(frozen=True, slots=True)
class LaidText:
    """A text with its line breaks at one width; `height` in pixels."""

    marked: MarkedText
    width: int
    shape: Shape
    layout: QTextLayout
    height: float


class Layouts:
    """Lays texts out at need and forgets those that have not been seen for long."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._kept: OrderedDict[tuple[int, str], LaidText] = OrderedDict()

    def set_look(self, look: Look) -> None:
        """Forget everything: colours, fonts or sizes changed."""
        self.look = look
        self._kept.clear()

    def get(self, place: tuple[int, str], marked: MarkedText, shape: Shape, width: int) -> LaidText:
        """Return the text of a cell laid out at `width`; `place` is the target id and the column."""
        kept = self._kept.get(place)
        if kept is not None and kept.marked == marked and kept.width == width and kept.shape is shape:
            self._kept.move_to_end(place)
            return kept
        laid = lay_out(marked, shape, width, self.look)
        self._kept[place] = laid
        self._kept.move_to_end(place)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return laid


def lay_out(marked: MarkedText, shape: Shape, width: int, look: Look) -> LaidText:
    """Break a text into lines exactly as the editor of the active row does.

    Lines have a fixed height and the baseline that `QTextDocumentLayout` gives such lines, so that a
    text does not move by a pixel when its row becomes active.
    """
    layout = QTextLayout(marked.text.replace("\n", "\u2028"), shape.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if marked.marks:
        layout.setFormats(format_ranges(marked, look))
    layout.beginLayout()
    y = 0.0
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        rise = line.ascent() + max(line.leading(), 0.0) - shape.line_height * BASELINE
        line.setPosition(QPointF(0.0, y - rise))
        y += shape.line_height
        line = layout.createLine()
    layout.endLayout()
    return LaidText(marked, width, shape, layout, max(y, shape.line_height))


def format_ranges(marked: MarkedText, look: Look) -> list[QTextLayout.FormatRange]:
    """Turn marks into the ranges that `QTextLayout` paints."""
    ranges = []
    for mark in marked.marks:
        start, length = units(marked.text, mark)
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, length
        piece.format = look.format(mark.paint)
        ranges.append(piece)
    return ranges


def units(text: str, mark: Mark) -> tuple[int, int]:
    """Return start and length of a mark in the 16-bit units that Qt counts."""
    start = unit_offset(text, mark.start)
    return start, unit_offset(text, mark.start + mark.length) - start


def unit_offset(text: str, offset: int) -> int:
    """Turn an offset in code points into one in Qt's 16-bit units."""
    return offset if text.isascii() else offset + sum(1 for char in text[:offset] if char > "\uffff")


def code_offset(text: str, offset: int) -> int:
    """Turn an offset in Qt's 16-bit units into one in code points."""
    if text.isascii():
        return offset
    seen = 0
    for index, char in enumerate(text):
        if seen >= offset:
            return index
        seen += 2 if char > "\uffff" else 1
    return len(text)
