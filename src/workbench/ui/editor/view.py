"""The rows on the screen: a table whose rows are measured when they come into sight and painted by us."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from workbench.ui.editor.layouts import LaidText, Layouts, code_offset
from workbench.ui.editor.look import Look
from workbench.ui.editor.model import Column, EditionModel, state_word
from workbench.ui.editor.painting import (
    NOTE_INSET,
    Columns,
    RowPicture,
    columns_of,
    editor_box,
    note_height,
    paint_row,
    row_height,
    text_top,
)
from workbench.ui.editor.source_view import SourceView
from workbench.ui.editor.target_edit import CARET_ROOM, TargetEdit
from workbench.ui.editor.values import Mark, MarkedText

GUESSED_HEIGHT = 76
"""The height of a row that has not been seen yet, in pixels: two lines of body text."""


class RowMarks(NamedTuple):
    """The marks of a row's two texts."""

    source: tuple[Mark, ...] = ()
    target: tuple[Mark, ...] = ()


NO_MARKS = RowMarks()


class EditionView(QTableView):
    """Shows the model; holds the one editor; knows which row is active and keeps it where it belongs."""

    rowEntered = Signal(int)
    """Another row became active: its place."""
    sightChanged = Signal()
    """Other rows came into sight."""
    columnsChanged = Signal(Columns)
    placed = Signal()
    """The active row may have moved on the screen."""

    def __init__(self, model: EditionModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._look = look
        self._layouts = Layouts(look)
        self._columns = columns_of(800, look)
        self._measured = bytearray()
        self._active = -1
        self._is_settling = False
        self._shown_state: tuple[object, ...] = ()
        self._is_reading = False
        self._is_editing = True
        self.word_of: Callable[[int], str] = lambda _place: ""
        self.note_of: Callable[[int], str] = lambda _place: ""
        self.marks_of: Callable[[int], RowMarks] = lambda _place: NO_MARKS
        self.shown_instead: Callable[[int], MarkedText | None] = lambda _place: None
        self.target_edit = TargetEdit(self.viewport())
        self.source_view = SourceView(self.viewport())
        self._build()
        self._on_range_changed(0, 0)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        model.textChanged.connect(self._on_text_changed)
        self.target_edit.heightChanged.connect(self._on_editor_height)
        self.target_edit.focused.connect(self._repaint_active)
        self.target_edit.cursorPositionChanged.connect(self._follow_caret)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._hide_editors()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.target_edit)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(GUESSED_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setMouseTracking(True)

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
        self._measure_anew()
        if self._active >= 0:
            self._dress_editors()
            self.target_edit.fill(self._rows.text(self._active))
            self.source_view.fill(self._rows.row(self._active).source)
            self._show_marks()
        self._settle()
        self.viewport().update()

    def enter(
        self, place: int, caret: int | None = None, *, x: int | None = None, last_line: bool = False
    ) -> None:
        """Make a row active, with the caret at an offset, or at an x in its first or last line."""
        if not 0 <= place < self._rows.rowCount():
            return
        if place != self._active:
            left, self._active = self._active, place
            self._forget_height(left)
            self._is_editing = not self._is_reading
            self._fill_editors()
            self.selectionModel().setCurrentIndex(
                self._rows.index(place, Column.TARGET), self.selectionModel().SelectionFlag.NoUpdate
            )
            self._forget_height(place)
            self._settle()
            self.rowEntered.emit(place)
        if caret is not None:
            self.target_edit.set_caret(caret)
        elif x is not None:
            self._caret_at(x, last_line=last_line)
        self.show_row(place)
        self.viewport().update()
        self.placed.emit()

    def read_only_until_asked(self) -> None:
        """Show the active row painted like the others until `begin_editing`: for reviewing."""
        self._is_reading, self._is_editing = True, False
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def is_editing(self) -> bool:
        """Whether the editor stands in the active row."""
        return self._is_editing and self._active >= 0

    def take_focus(self) -> None:
        """Put the focus where keys are meant: into the editor, or on the rows while reading."""
        if self._is_editing:
            self.target_edit.setFocus()
        else:
            self.setFocus()

    def begin_editing(self) -> None:
        """Put the editor into the active row."""
        if self._active < 0 or self._is_editing:
            return
        self._is_editing = True
        self._forget_height(self._active)
        self._fill_editors()
        self._settle()
        self._place_editors()
        self.target_edit.setFocus()
        self.viewport().update()

    def end_editing(self) -> None:
        """Show the active row painted again."""
        if not self._is_reading or not self._is_editing:
            return
        self._is_editing = False
        self._hide_editors()
        self._forget_height(self._active)
        self._settle()
        self.setFocus()
        self.viewport().update()

    def active_box(self) -> QRect:
        """Return the box of the active row in the viewport."""
        return self._box(self._active)

    def repaint_row(self, place: int) -> None:
        """Measure and paint a row again: what is shown in it changed."""
        self._forget_height(place)
        self._settle()
        self._update_row(place)

    def refill(self, caret: int | None = None) -> None:
        """Show the model's text in the editor again, after something else than typing changed it."""
        if self._active < 0:
            return
        text = self._rows.text(self._active)
        if self.target_edit.text() != text:
            kept = self.target_edit.caret() if caret is None else caret
            self.target_edit.fill(text)
            self.target_edit.set_caret(kept)
        elif caret is not None:
            self.target_edit.set_caret(caret)
        self._show_marks()
        self._on_editor_height()

    def show_row(self, place: int) -> None:
        """Scroll as little as needed to bring a row into sight, with a little of its neighbours."""
        self._settle()
        for _ in range(3):
            top, height = self.rowViewportPosition(place), self.rowHeight(place)
            room = self.viewport().height()
            margin = min(48, max((room - height) // 2, 0))
            bar = self.verticalScrollBar()
            if top < margin or height > room:
                bar.setValue(bar.value() + top - margin)
            elif top + height > room - margin:
                bar.setValue(bar.value() + top + height - room + margin)
            else:
                return

    def remark(self, place: int) -> None:
        """Paint a row again because its marks changed."""
        if place == self._active:
            self._show_marks()
        self._update_row(place)

    def mark_all(self) -> None:
        """Paint all rows again because marks changed everywhere."""
        self._show_marks()
        self.viewport().update()

    def places_in_sight(self) -> range:
        """Return the places of the rows in sight."""
        first = self.rowAt(0)
        return range(max(first, 0), self._last_seen() + 1 if first >= 0 else 0)

    def page_rows(self) -> int:
        """Return how many rows are in sight, at least one."""
        return max(self._last_seen() - self.rowAt(0), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event touches."""
        painter = QPainter(self.viewport())
        dirty = event.rect()
        painter.fillRect(dirty, self._look.colour("surface"))
        place = self.rowAt(dirty.top())
        width, count = self.viewport().width(), self._rows.rowCount()
        while 0 <= place < count:
            box = QRect(0, self.rowViewportPosition(place), width, self.rowHeight(place))
            if box.top() > dirty.bottom():
                break
            paint_row(painter, box, self._picture(place), self._columns, self._look)
            place += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width anew; rows are measured again as they come into sight."""
        super().resizeEvent(event)
        width = self.viewport().width()
        if width != self._columns.right:
            self._columns = columns_of(width, self._look)
            header = self.horizontalHeader()
            columns = self._columns
            edges = [0, columns.source, columns.target, columns.state, columns.right]
            for column, (left, right) in enumerate(pairwise(edges)):
                header.resizeSection(column, right - left)
            self._measure_anew()
            self._set_editor_width()
            self.columnsChanged.emit(columns)
        self._settle()
        self._place_editors()
        self.sightChanged.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, then measure what came into sight."""
        super().scrollContentsBy(dx, dy)
        self._settle()
        self._place_editors()
        self.sightChanged.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Enter the row that was clicked, with the caret where it was clicked."""
        point = event.position().toPoint()
        place = self.rowAt(point.y())
        if place < 0:
            self.take_focus()
            return
        caret = self._offset_at(place, point) if place != self._active else None
        self.enter(place, caret)
        self.take_focus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Rows are not selected by dragging."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enter a row like a single click; while reading, begin to edit it."""
        self.mousePressEvent(event)
        self.begin_editing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While reading: move between rows; Enter or a letter begins to edit."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        steps |= {Qt.Key.Key_PageUp: -self.page_rows(), Qt.Key.Key_PageDown: self.page_rows()}
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            place = max(0, min(self._active + steps[key], self._rows.rowCount() - 1))
            self.enter(place)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin_editing()
        elif event.text().isprintable() and event.text() and not _is_command(event):
            self.begin_editing()
            self.target_edit.put(event.text())
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the word for a state where only its picture is painted."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.rowAt(event.pos().y())
            if place >= 0 and event.pos().x() >= self._columns.state:
                QToolTip.showText(event.globalPos(), self._state_tip(place), self)
                return True
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for room to work in."""
        return QSize(900, 600)

    def _state_tip(self, place: int) -> str:
        row = self._rows.row(place)
        word = state_word(row, self._rows.state(place), self._rows.text(place))
        return f"{word}: {row.reason}" if row.reason else word

    def _picture(self, place: int) -> RowPicture:
        row = self._rows.row(place)
        is_active = place == self._active
        rows = self._rows.rows()
        next_opens = place + 1 >= len(rows) or rows[place + 1].paragraph != row.paragraph
        return RowPicture(
            row=row,
            state=self._rows.state(place),
            text=self._rows.text(place),
            source=self._laid_source(place),
            target=None if is_active and self._is_editing else self._laid_target(place),
            is_active=is_active,
            opens=self._opens(place),
            next_opens=next_opens,
            is_focused=is_active and self.target_edit.hasFocus(),
            word=self.word_of(place),
            note=self._laid_note(place),
        )

    def _opens(self, place: int) -> bool:
        rows = self._rows.rows()
        return place > 0 and rows[place - 1].paragraph != rows[place].paragraph

    def _laid_source(self, place: int) -> LaidText:
        row = self._rows.row(place)
        marked = MarkedText(row.source, self.marks_of(place).source)
        shape = self._look.source_shape(row.kind)
        return self._layouts.get((row.target_id, "source"), marked, shape, self._columns.source_width)

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
        if place == self._active and self._is_editing:
            target = self.target_edit.text_height()
        else:
            target = self._laid_target(place).height + note_height(self._laid_note(place))
        return row_height(source, target, self._look, opens=self._opens(place))

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
        place, count, room = self.rowAt(0), self._rows.rowCount(), self.viewport().height()
        if place < 0:
            return False
        y, shift, anchored = self.rowViewportPosition(place), 0, False
        header, changed = self.verticalHeader(), False
        while place < count and y < room:
            height = header.sectionSize(place)
            if self._measured[place]:
                anchored = True
            else:
                now = self._measure(place)
                self._measured[place] = 1
                if now != height:
                    header.resizeSection(place, now)
                    changed = True
                    shift += 0 if anchored else now - height
                height = now
            y += height
            place += 1
        if not changed:
            return False
        self.updateGeometries()
        if anchored and shift:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + shift)
        return True

    def _last_seen(self) -> int:
        last = self.rowAt(self.viewport().height() - 1)
        return last if last >= 0 else self._rows.rowCount() - 1

    def _fill_editors(self) -> None:
        row = self._rows.row(self._active)
        self._dress_editors()
        self._set_editor_width()
        self.target_edit.fill(self._rows.text(self._active))
        self.target_edit.set_caret(len(self._rows.text(self._active)))
        self.target_edit.setReadOnly(row.is_locked)
        self.source_view.fill(row.source)
        self._show_marks()
        self._name_editors()
        self.target_edit.setVisible(self._is_editing)
        self.source_view.setVisible(self._is_editing)

    def _dress_editors(self) -> None:
        kind = self._rows.row(self._active).kind
        self.target_edit.dress(self._look, self._look.target_shape(kind), "surface")
        self.source_view.dress(self._look, self._look.source_shape(kind), "active")

    def _name_editors(self) -> None:
        row = self._rows.row(self._active)
        word = state_word(row, self._rows.state(self._active), self._rows.text(self._active))
        self.target_edit.setAccessibleName(
            self.tr("Target, row %1, %2").replace("%1", str(row.number)).replace("%2", word)
        )
        self.target_edit.setAccessibleDescription(row.source)
        self.source_view.setAccessibleName(self.tr("Source, row %1").replace("%1", str(row.number)))

    def _show_marks(self) -> None:
        if self._active < 0:
            return
        marks = self.marks_of(self._active)
        self.target_edit.show_marks(MarkedText(self.target_edit.text(), marks.target))
        self.source_view.show_marks(MarkedText(self.source_view.text(), marks.source))

    def _set_editor_width(self) -> None:
        self.target_edit.set_text_width(self._columns.target_width)
        self.source_view.set_text_width(self._columns.source_width)

    def _place_editors(self) -> None:
        if self._active < 0:
            return
        look, columns = self._look, self._columns
        box = self._box(self._active)
        top = box.top() + text_top(look, opens=self._opens(self._active))
        room = editor_box(box, columns, look)
        height = max(room.bottom() - top - 1, 1)
        self.target_edit.setGeometry(columns.target_text, top, columns.target_width + CARET_ROOM, height)
        self.source_view.setGeometry(
            columns.source_text, top, columns.source_width + CARET_ROOM, max(box.bottom() - top - 1, 1)
        )
        self.placed.emit()

    def _box(self, place: int) -> QRect:
        return QRect(0, self.rowViewportPosition(place), self.viewport().width(), self.rowHeight(place))

    def _hide_editors(self) -> None:
        self.target_edit.hide()
        self.source_view.hide()

    def _on_editor_height(self) -> None:
        if self._active < 0:
            return
        now = self._measure(self._active)
        if now != self.rowHeight(self._active):
            self._measured[self._active] = 1
            self.verticalHeader().resizeSection(self._active, now)
            self.updateGeometries()
            self._settle()
            self.viewport().update()
        self._place_editors()

    def _follow_caret(self) -> None:
        """Scroll so that the caret stays in sight, also in a row higher than the window."""
        if self._active < 0 or not self.target_edit.hasFocus():
            return
        caret = self.target_edit.cursorRect().translated(self.target_edit.pos())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if caret.top() < 0:
            bar.setValue(bar.value() + caret.top() - 12)
        elif caret.bottom() > room:
            bar.setValue(bar.value() + caret.bottom() - room + 12)

    def _on_range_changed(self, _least: int, most: int) -> None:
        """Keep the room of the scroll bar, but show no handle where there is nothing to scroll."""
        sheet = "" if most else "QScrollBar::handle { background: transparent; }"
        if self.verticalScrollBar().styleSheet() != sheet:
            self.verticalScrollBar().setStyleSheet(sheet)

    def _on_text_changed(self, place: int) -> None:
        if place == self._active:
            self._update_state_mark(place)
            return
        self._forget_height(place)
        self._settle()
        self._update_row(place)

    def _update_state_mark(self, place: int) -> None:
        """Paint the state of the active row again, only when a key has changed it."""
        shown = (self._rows.row(place), self._rows.state(place), bool(self._rows.text(place)))
        if shown == self._shown_state:
            return
        self._shown_state = shown
        columns, box = self._columns, self._box(place)
        self.viewport().update(QRect(columns.state, box.top(), columns.right - columns.state, box.height()))

    def _update_row(self, place: int) -> None:
        self.viewport().update(self._box(place))

    def _repaint_active(self) -> None:
        if self._active >= 0:
            self._update_row(self._active)

    def _before_reset(self) -> None:
        self._kept = (
            self._rows.row(self._active).target_id if self._active >= 0 else 0,
            self.verticalScrollBar().value(),
        )

    def _after_reset(self) -> None:
        """Go on in the same target after the rows were read again."""
        self._measure_anew()
        target_id, value = self._kept
        place = self._rows.place_of(target_id) if target_id else None
        self._active = -1
        if place is None:
            self._hide_editors()
            self.scrollToTop()
        else:
            self._active = place
            self._fill_editors()
            self.verticalScrollBar().setValue(value)
        self._settle()
        self._place_editors()
        self.viewport().update()
        self.sightChanged.emit()

    def _caret_at(self, x: int, *, last_line: bool) -> None:
        layout_height = self.target_edit.text_height()
        y = layout_height - 2 if last_line else 2
        cursor = self.target_edit.cursorForPosition(QPoint(x, round(y)))
        self.target_edit.setTextCursor(cursor)

    def _offset_at(self, place: int, point: QPoint) -> int:
        """Return the offset in the target's text that lies under a point of the viewport."""
        laid = self._laid_target(place)
        top = self.rowViewportPosition(place) + text_top(self._look, opens=self._opens(place))
        if point.x() < self._columns.target or self.shown_instead(place) is not None:
            return len(self._rows.text(place))
        inside = QPointF(point.x() - self._columns.target_text, point.y() - top)
        number = min(max(int(inside.y() // laid.shape.line_height), 0), laid.layout.lineCount() - 1)
        line = laid.layout.lineAt(number)
        if not line.isValid():
            return 0
        offset = line.xToCursor(inside.x())
        return code_offset(laid.marked.text, offset)


def _is_command(event: QKeyEvent) -> bool:
    commands = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return bool(event.modifiers() & commands)
