"""Rows in a table that are laid out and measured when they come into sight; how they look is no matter here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from workbench.ui.editor.layouts import LaidText, Layouts
from workbench.ui.editor.look import Look
from workbench.ui.editor.model import EditionModel
from workbench.ui.editor.painting import NOTE_INSET, Columns, columns_of, note_height, row_height, text_top
from workbench.ui.editor.text_places import box_of, character_under
from workbench.ui.editor.values import Mark, MarkedText

GUESSED_HEIGHT = 76
"""The height of a row that has not been seen yet, in pixels: two lines of body text."""


class RowMarks(NamedTuple):
    """The marks of a row's two texts."""

    source: tuple[Mark, ...] = ()
    target: tuple[Mark, ...] = ()


NO_MARKS = RowMarks()


class MeasuredRows(QTableView):
    """Lays out the rows of a model; what marks and remarks they carry is asked of the callables.

    `marks_of` gives the marks of a row, `shown_instead` a text shown in place of its target (such as the
    tracked changes of a review), `note_of` a remark below it.
    """

    sightChanged = Signal()
    """Other rows came into sight."""
    columnsChanged = Signal(Columns)

    def __init__(self, model: EditionModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._look = look
        self._layouts = Layouts(look)
        self._columns = columns_of(800, look)
        self._measured = bytearray()
        self._sized: set[int] = set()
        """Rows that were given a height of their own when they were seen; all others have the usual one."""
        self._given: Sequence[int] = ()
        """Rows that are shown alone, with the usual height, while all others have none."""
        self._active = -1
        self._is_settling = False
        self.marks_of: Callable[[int], RowMarks] = lambda _place: NO_MARKS
        self.shown_instead: Callable[[int], MarkedText | None] = lambda _place: None
        self.note_of: Callable[[int], str] = lambda _place: ""
        self._build()
        self.setModel(model)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(0)
        rows.setDefaultSectionSize(GUESSED_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(1)

    def edited_height(self, place: int) -> float | None:
        """Return the height of the editor in a row, or None where the row is painted."""
        return None

    @property
    def active(self) -> int:
        """The place of the active row, -1 when there is none."""
        return self._active

    @property
    def columns(self) -> Columns:
        """Where the columns are, for the header above them."""
        return self._columns

    def set_look(self, look: Look) -> None:
        """Take over other colours, fonts or sizes."""
        self._look = look
        self._layouts.set_look(look)
        self._columns = columns_of(self.viewport().width(), look)
        self.columnsChanged.emit(self._columns)
        self._measure_anew()

    def sizeHint(self) -> QSize:
        """Ask for room to work in."""
        return QSize(900, 600)

    def places_in_sight(self) -> Sequence[int]:
        """Return the places of the rows in sight."""
        first = self.rowAt(0)
        return self._rows.shown_from(first, self._last_seen() + 1) if first >= 0 else ()

    def page_rows(self) -> int:
        """Return how many rows are in sight, at least one."""
        return max(self._last_seen() - self.rowAt(0), 1)

    def source_under(self, point: QPoint) -> tuple[int, int] | None:
        """Return the row and the offset in its source under a point of the viewport, None beside the text."""
        place = self.rowAt(point.y())
        if place < 0:
            return None
        inside = QPointF(point) - self._source_corner(place)
        offset = character_under(self._laid_source(place), inside)
        return None if offset is None else (place, offset)

    def source_box(self, place: int, start: int, end: int) -> QRect:
        """Return the box of a word of a source in the viewport."""
        return box_of(self._laid_source(place), start, end).translated(self._source_corner(place)).toRect()

    def repaint_row(self, place: int) -> None:
        """Measure and paint a row again: what is shown in it changed."""
        self._forget_height(place)
        self._settle()
        self._update_row(place)

    def measure_sight_anew(self) -> None:
        """Measure and paint the rows in sight again: what is shown in them changed."""
        for place in self.places_in_sight():
            self._forget_height(place)
        self._settle()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width anew; rows are measured again as they come into sight."""
        super().resizeEvent(event)
        if self.viewport().width() != self._columns.right:
            self._divide_width()
        self._settle()
        self.sightChanged.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, then measure what came into sight."""
        super().scrollContentsBy(dx, dy)
        self._settle()
        self.sightChanged.emit()

    def _divide_width(self) -> None:
        columns = self._columns = columns_of(self.viewport().width(), self._look)
        edges = [0, columns.source, columns.target, columns.state, columns.right]
        for column, (left, right) in enumerate(pairwise(edges)):
            self.horizontalHeader().resizeSection(column, right - left)
        self._measure_anew()
        self.columnsChanged.emit(columns)

    def _opens(self, place: int) -> bool:
        rows = self._rows.rows()
        return place > 0 and rows[place - 1].paragraph != rows[place].paragraph

    def _laid_source(self, place: int) -> LaidText:
        row = self._rows.row(place)
        marked = MarkedText(row.source, self.marks_of(place).source)
        shape = self._look.source_shape(row.kind)
        return self._layouts.get((row.target_id, "source"), marked, shape, self._columns.source_width)

    def _source_corner(self, place: int) -> QPointF:
        top = self.rowViewportPosition(place) + text_top(self._look, opens=self._opens(place))
        return QPointF(self._columns.source_text, top)

    def _laid_target(self, place: int) -> LaidText:
        row = self._rows.row(place)
        marked = self.shown_instead(place)
        if marked is None:
            marked = MarkedText(self._rows.text(place), self.marks_of(place).target)
        shape = self._look.target_shape(row.kind)
        return self._layouts.get((row.target_id, "target"), marked, shape, self._columns.target_width)

    def _laid_note(self, place: int) -> LaidText | None:
        words = self.note_of(place)
        if not words:
            return None
        key = (self._rows.row(place).target_id, "note")
        width = self._columns.target_width - 2 * NOTE_INSET
        return self._layouts.get(key, MarkedText(words), self._look.note_shape(), width)

    def _measure(self, place: int) -> int:
        source = self._laid_source(place).height
        target = self.edited_height(place)
        if target is None:
            target = self._laid_target(place).height + note_height(self._laid_note(place))
        height = row_height(source, target, self._look, opens=self._opens(place))
        return max(height, self._look.spaces.active_height) if place == self._active else height

    def _measure_anew(self) -> None:
        self._measured = bytearray(self._rows.rowCount())

    def _forget_height(self, place: int) -> None:
        if 0 <= place < len(self._measured):
            self._measured[place] = 0

    def _settle(self) -> None:
        """Measure the rows in sight, keeping what was in sight before where it is.

        The anchor is the first row in sight that was measured already: when rows above it turn out
        higher or lower than guessed, the scroll bar takes up the difference.
        """
        if self._is_settling or not self._rows.rowCount():
            return
        self._is_settling = True
        for _ in range(4):
            if not self._measure_sight():
                break
        self._is_settling = False

    def _measure_sight(self) -> bool:
        """Measure once; return True when the view moved so that other rows may be in sight."""
        first, room = self.rowAt(0), self.viewport().height()
        if first < 0:
            return False
        y, shift, anchored = self.rowViewportPosition(first), 0, False
        header, changed = self.verticalHeader(), False
        for place in self._rows.shown_from(first):
            if y >= room:
                break
            height = header.sectionSize(place)
            if self._measured[place]:
                anchored = True
            else:
                now = self._measure(place)
                self._measured[place] = 1
                if now != height:
                    self._set_height(place, now)
                    changed = True
                    shift += 0 if anchored else now - height
                height = now
            y += height
        if not changed:
            return False
        self.updateGeometries()
        if anchored and shift:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + shift)
        return True

    def _resize_row(self, place: int, height: int) -> None:
        """Give a measured row another height; what stands below it is moved, not painted again."""
        before = self._box(place)
        self._measured[place] = 1
        with QSignalBlocker(self.verticalHeader()):  # heard of it, the table would paint all rows below
            self._set_height(place, height)
        self.updateGeometries()
        now = self._box(place)
        self.viewport().update(now)
        if now.top() == before.top():
            edge = min(before.bottom(), now.bottom()) + 1
            below = QRect(0, edge, now.width(), self.viewport().height() - edge)
            self.viewport().scroll(0, now.height() - before.height(), below)
        else:
            self.viewport().update()
        self._settle()

    def _set_height(self, place: int, height: int) -> None:
        self._sized.add(place)
        self.verticalHeader().resizeSection(place, height)

    def _last_seen(self) -> int:
        last = self.rowAt(self.viewport().height() - 1)
        return last if last >= 0 else self._rows.rowCount() - 1

    def _box(self, place: int) -> QRect:
        return QRect(0, self.rowViewportPosition(place), self.viewport().width(), self.rowHeight(place))

    def _update_rows(self, places: Collection[int]) -> None:
        """Paint those of these rows again that are in sight."""
        wanted = places if len(places) == 1 else set(places)
        for place in self.places_in_sight():
            if place in wanted:
                self._update_row(place)

    def _update_row(self, place: int) -> None:
        self.viewport().update(self._box(place))
