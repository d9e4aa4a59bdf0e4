"""The rows with the one editor in them: which row is active, and the caret's way between rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.editor.layouts import code_offset
from workbench.ui.editor.look import Look
from workbench.ui.editor.model import Column, EditionModel, state_word
from workbench.ui.editor.painted_rows import PaintedRows
from workbench.ui.editor.painting import editor_box, text_top
from workbench.ui.editor.source_view import SourceView
from workbench.ui.editor.target_edit import CARET_ROOM, TargetEdit
from workbench.ui.editor.values import MarkedText


class EditionView(PaintedRows):
    """Holds the editor of the active row and keeps it where it belongs."""

    rowEntered = Signal(int)
    """Another row became active: its place."""
    allShown = Signal()
    """A row that was not shown had to be entered, so that all are shown again."""
    placed = Signal()
    """The active row may have moved on the screen."""

    def __init__(self, model: EditionModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(model, look, parent)
        self._shown_state: tuple[object, ...] = ()
        self._is_reading = False
        self._is_editing = True
        self._is_closed = False
        self._is_filling = False
        self._kept = (0, 0)
        self._kept_caret = 0
        self.target_edit = TargetEdit(self.viewport())
        self.source_view = SourceView(self.viewport())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.target_edit)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        model.textsChanged.connect(self._on_texts_changed)
        self.columnsChanged.connect(self._set_editor_width)
        self.sightChanged.connect(self._place_editors)
        self.target_edit.heightChanged.connect(self._on_editor_height)
        self.target_edit.focused.connect(self._repaint_active)
        self.target_edit.cursorPositionChanged.connect(self._follow_caret)
        self._hide_editors()

    def edited_height(self, place: int) -> float | None:
        """Return the height of the editor's text in the active row."""
        return self.target_edit.text_height() if place == self._active and self._is_editing else None

    def has_text_focus(self) -> bool:
        """Whether typing goes into the active row."""
        return self.target_edit.hasFocus() or (not self._is_editing and self.hasFocus())

    def set_look(self, look: Look) -> None:
        """Take over other colours, fonts or sizes."""
        super().set_look(look)
        if self._active >= 0:
            caret = self.target_edit.caret()
            self._dress_editors()
            self.target_edit.fill(self._rows.text(self._active))
            self.target_edit.set_caret(caret)
            self.source_view.fill(self._rows.row(self._active).source)
            self._show_marks()
        self._settle()
        self._place_editors()
        self.viewport().update()

    def enter(
        self, place: int, caret: int | None = None, *, x: int | None = None, last_line: bool = False
    ) -> None:
        """Make a row active, with the caret at an offset, or at an x in its first or last line."""
        if not 0 <= place < self._rows.rowCount():
            return
        if not self._rows.is_shown(place):
            self.show_only(None)
            self.allShown.emit()
        if place != self._active:
            self.select_none()
            left, self._active = self._active, place
            self._forget_height(left)
            self._is_editing = not self._is_reading
            self._fill_editors()
            self.selectionModel().setCurrentIndex(
                self._rows.index(place, Column.TARGET), self.selectionModel().SelectionFlag.NoUpdate
            )
            self._forget_height(place)
            self._settle()
            self._place_editors()
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

    def close_texts(self, *, is_closed: bool) -> None:
        """Let no text be typed at all: the page is published, or the library is read-only."""
        self._is_closed = is_closed
        if self._active >= 0:
            row = self._rows.row(self._active)
            self.target_edit.setReadOnly(row.is_locked or row.is_omitted or is_closed)

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

    def begin_editing(self) -> bool:
        """Put the editor into the active row; False where nothing may be written."""
        if self._active < 0 or self._is_editing or self._is_closed:
            return False
        self._is_editing = True
        self._forget_height(self._active)
        self._fill_editors()
        self._settle()
        self._place_editors()
        self.target_edit.setFocus()
        self.viewport().update()
        return True

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

    def show_only(self, target_ids: Collection[int] | None) -> None:
        """Show only some rows; the caret goes to the nearest of them."""
        super().show_only(target_ids)
        if self._active >= 0 and not self._rows.is_shown(self._active):
            near = self._rows.next_shown(self._active, 1)
            near = near if near != self._active else self._rows.next_shown(self._active, -1)
            if near != self._active:
                self.enter(near)
        if self._active >= 0 and self._rows.is_shown(self._active):
            self.show_row(self._active)
        self._place_editors()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the active row in sight when it was, as when a page or a bar opens beside the rows."""
        was_in_sight = self._active in self.places_in_sight()
        super().resizeEvent(event)
        if was_in_sight:
            self.show_row(self._active)
            self._begin_with_a_whole_row(self._active)
            self._place_editors()

    def active_box(self) -> QRect:
        """Return the box of the active row in the viewport."""
        return self._box(self._active)

    def refill(self, caret: int | None = None) -> None:
        """Show the model's text in the editor again, after something else than typing changed it."""
        if self._active < 0:
            return
        row = self._rows.row(self._active)
        self.target_edit.setReadOnly(row.is_locked or row.is_omitted or self._is_closed)
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
                self._begin_with_a_whole_row(place)
            else:
                return

    def _begin_with_a_whole_row(self, place: int) -> None:
        """Scroll on to where a row begins: half a row at the top looks like a fault."""
        first, bar = self.rowAt(0), self.verticalScrollBar()
        if not 0 <= first < place or self.rowViewportPosition(first) >= 0:
            return
        top = bar.value() + self.rowViewportPosition(first)
        on, room = top + self.rowHeight(first), self.viewport().height()
        if on <= bar.maximum():
            bar.setValue(on)
        elif bar.value() + self.rowViewportPosition(place) + self.rowHeight(place) - top <= room:
            bar.setValue(top)

    def remark(self, places: Collection[int]) -> None:
        """Paint rows again because their marks changed."""
        if self._active in places:
            self._show_marks()
        self._update_rows(places)

    def mark_all(self) -> None:
        """Paint all rows again because marks changed everywhere."""
        self._show_marks()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Enter the row that was clicked, with the caret where it was clicked."""
        point = event.position().toPoint()
        place = self.rowAt(point.y())
        if place < 0:
            self.take_focus()
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and place != self._active:
            self.select_to(place)
            return
        self.select_none()
        caret = self._offset_at(place, point) if place != self._active else None
        self.enter(place, caret)
        self.take_focus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the rows over which the mouse is drawn."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            place = self.rowAt(event.position().toPoint().y())
            if place >= 0 and (place != self._active or self.selected_rows):
                self.select_to(place)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enter a row like a single click; while reading, begin to edit it."""
        self.mousePressEvent(event)
        self.begin_editing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While reading: move between rows; Enter or a letter begins to edit."""
        if self._is_editing:
            event.ignore()
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        steps |= {Qt.Key.Key_PageUp: -self.page_rows(), Qt.Key.Key_PageDown: self.page_rows()}
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            place = max(0, min(self._active + steps[key], self._rows.rowCount() - 1))
            self.enter(place)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin_editing()
        elif event.text().isprintable() and event.text() and not _is_command(event):
            if self.begin_editing():
                self.target_edit.put(event.text())
        else:
            event.ignore()

    def _fill_editors(self) -> None:
        """Fill the editors for another row; they still stand in the old one, so the caret is not followed."""
        self._is_filling = True
        row = self._rows.row(self._active)
        self._dress_editors()
        self._set_editor_width()
        self.target_edit.fill(self._rows.text(self._active))
        self.target_edit.set_caret(len(self._rows.text(self._active)))
        self.target_edit.setReadOnly(row.is_locked or row.is_omitted or self._is_closed)
        self.source_view.fill(row.source)
        self._show_marks()
        self._name_editors()
        self._is_filling = False
        self.target_edit.setVisible(self._is_editing)
        self.source_view.setVisible(self._is_editing)

    def _dress_editors(self) -> None:
        kind = self._rows.row(self._active).kind
        self.target_edit.dress(self._look, self._look.target_shape(kind), "surface")
        self.source_view.dress(self._look, self._look.source_shape(kind), "active")

    def changeEvent(self, event: QEvent) -> None:
        """Say what the editors are in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article"))
            if self._active >= 0:
                self._name_editors()
        super().changeEvent(event)

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

    def _hide_editors(self) -> None:
        self.target_edit.hide()
        self.source_view.hide()

    def _on_editor_height(self) -> None:
        if self._active < 0:
            return
        now = self._measure(self._active)
        if now != self.rowHeight(self._active):
            self._resize_row(self._active, now)
        self._place_editors()

    def _follow_caret(self) -> None:
        """Scroll so that the caret stays in sight, also in a row higher than the window."""
        if self._active < 0 or self._is_filling or not self.target_edit.hasFocus():
            return
        caret = self.target_edit.cursorRect().translated(self.target_edit.pos())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if caret.top() < 0:
            bar.setValue(bar.value() + caret.top() - 12)
        elif caret.bottom() > room:
            bar.setValue(bar.value() + caret.bottom() - room + 12)

    def _on_texts_changed(self, places: Sequence[int]) -> None:
        others = [place for place in places if place != self._active]
        if len(others) < len(places):
            self._update_state_mark(self._active)
        if others:
            for place in others:
                self._forget_height(place)
            self._settle()
            self._update_rows(others)

    def _update_state_mark(self, place: int) -> None:
        """Paint the state of the active row again, only when a key has changed it."""
        shown = (self._rows.row(place), self._rows.state(place), bool(self._rows.text(place)))
        if shown == self._shown_state:
            return
        self._shown_state = shown
        columns, box = self._columns, self._box(place)
        self.viewport().update(QRect(columns.state, box.top(), columns.right - columns.state, box.height()))

    def _repaint_active(self) -> None:
        if self._active >= 0:
            self._update_row(self._active)

    def _before_reset(self) -> None:
        self._kept = (
            self._rows.row(self._active).target_id if self._active >= 0 else 0,
            self.verticalScrollBar().value(),
        )
        self._kept_caret = self.target_edit.caret() if self._active >= 0 else 0

    def _after_reset(self) -> None:
        """Go on in the same target after the rows were read again."""
        self._measure_anew()
        target_id, value = self._kept
        place = self._rows.place_of(target_id) if target_id else None
        self._active = -1
        self.selected_rows = range(0)
        if self._rows.is_narrowed:
            self._hide_others()
        if place is None:
            self._hide_editors()
            self.scrollToTop()
        else:
            self._active = place
            self._fill_editors()
            self.target_edit.set_caret(self._kept_caret)
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
