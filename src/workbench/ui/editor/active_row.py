"""The editors in the active row of the painted rows: filled, dressed, marked, and kept where their texts would be painted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.editor.look import Look
from workbench.ui.editor.model import EditionModel, state_word
from workbench.ui.editor.painted_rows import PaintedRows
from workbench.ui.editor.painting import editor_box, text_top
from workbench.ui.editor.source_view import SourceView
from workbench.ui.editor.target_edit import CARET_ROOM, TargetEdit
from workbench.ui.editor.values import MarkedText


class ActiveRow(PaintedRows):
    """Holds the editor of the active row and keeps it where it belongs; which row that is, others decide."""

    placed = Signal()
    """The active row may have moved on the screen."""

    def __init__(self, model: EditionModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(model, look, parent)
        self._shown_state: tuple[object, ...] = ()
        self._is_editing = True
        self._is_closed = False
        self._is_filling = False
        self.target_edit = TargetEdit(self.viewport())
        self.source_view = SourceView(self.viewport())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.target_edit)
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

    def active_box(self) -> QRect:
        """Return the box of the active row in the viewport."""
        return self._box(self._active)

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

    def close_texts(self, *, is_closed: bool) -> None:
        """Let no text be typed at all: the page is published, or the library is read-only."""
        self._is_closed = is_closed
        if self._active >= 0:
            row = self._rows.row(self._active)
            self.target_edit.setReadOnly(row.is_locked or row.is_omitted or is_closed)

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

    def remark(self, places: Collection[int]) -> None:
        """Paint rows again because their marks changed."""
        if self._active in places:
            self._show_marks()
        self._update_rows(places)

    def mark_all(self) -> None:
        """Paint all rows again because marks changed everywhere."""
        self._show_marks()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Say what the editors are in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article"))
            if self._active >= 0:
                self._name_editors()
        super().changeEvent(event)

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
