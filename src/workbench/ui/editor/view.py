"""Which row is active, and the caret's way between rows: by keys, by mouse and by what is asked from elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.editor.active_row import ActiveRow
from workbench.ui.editor.layouts import code_offset
from workbench.ui.editor.look import Look
from workbench.ui.editor.model import Column, EditionModel
from workbench.ui.editor.painting import text_top


class EditionView(ActiveRow):
    """Lets people go from row to row, and read before they write where that is wanted."""

    rowEntered = Signal(int)
    """Another row became active: its place."""
    allShown = Signal()
    """A row that was not shown had to be entered, so that all are shown again."""

    def __init__(self, model: EditionModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(model, look, parent)
        self._is_reading = False
        self._kept = (0, 0)
        self._kept_caret = 0
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)

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

    def _before_reset(self) -> None:
        self._kept = (
            self._rows.row(self._active).target_id if self._active >= 0 else 0,
            self.verticalScrollBar().value(),
        )
        self._kept_caret = self.target_edit.caret() if self._active >= 0 else 0

    def _after_reset(self) -> None:
        """Go on in the same target after the rows were read again."""
        self._measure_anew()
        self._sized.clear()  # the table has given all rows the usual height
        self._given = ()
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
