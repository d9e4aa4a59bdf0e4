"""The one real editor: it stands in the active row, over the place where its text would be painted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from workbench.text.smart_typing import typed
from workbench.ui.editor.layouts import code_offset, unit_offset, units
from workbench.ui.editor.look import Look, Shape
from workbench.ui.editor.values import MarkedText

CARET_ROOM = 3
"""Pixels kept free at the right, so that the caret shows behind a full line."""
_KEYPAD: int = Qt.KeyboardModifier.KeypadModifier.value

SHEET = """QTextEdit, QTextEdit:focus {{ border: none; border-radius: 0; padding: 0; background: transparent;
color: {ink}; selection-background-color: {selection}; selection-color: {ink}; }}"""


class PlainRow(QTextEdit):
    """A text of one row without frame or scroll bars, set in fixed lines like the painted rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().valueChanged.connect(self._stay)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._base = QColor("white")
        self._claimed: dict[str, Callable[[], None]] = {}
        self._look: Look | None = None
        self._line_height = 1.0

    def claim(self, acts: Mapping[str, Callable[[], None]]) -> None:
        """Take these keys (portable text) for acts of the Editor while the focus is here."""
        self._claimed = dict(acts)

    def event(self, event: QEvent) -> bool:
        """Keep claimed keys from the window's actions, and do what they are for."""
        if isinstance(event, QKeyEvent):
            act = self._claimed.get(portable(event)) if self._claimed else None
            if act is not None and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if act is not None and event.type() is QEvent.Type.KeyPress:
                act()
                return True
        return super().event(event)

    def _stay(self, value: int) -> None:
        """The editor is always as high as its text: never scroll inside it."""
        if value:
            self.verticalScrollBar().setValue(0)

    def dress(self, look: Look, shape: Shape, ground: str) -> None:
        """Take over font, line height and colours; `ground` is the name of the background's token."""
        self._look = look
        self._base = look.active_tint if ground == "active" else look.colour(ground)
        sheet = SHEET.format(ink=look.tokens.ink, selection=look.tokens.selection)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        self.document().setDefaultFont(shape.font)
        self._line_height = shape.line_height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground ourselves: an opaque editor spares painting the row below it at every key."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._base)
        painter.end()
        super().paintEvent(event)

    def fill(self, text: str) -> None:
        """Show a text, with the caret at its end."""
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(block)

    def set_text_width(self, width: int) -> None:
        """Break lines at this width, in pixels."""
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def text(self) -> str:
        """Return the text without what an input method is still composing."""
        return self.toPlainText()

    def text_height(self) -> float:
        """Return the height of the text, in pixels."""
        return max(self.document().size().height(), self._line_height)

    def caret(self) -> int:
        """Return the caret's offset in code points."""
        return code_offset(self.text(), self.textCursor().position())

    def set_caret(self, offset: int) -> None:
        """Put the caret at an offset in code points."""
        cursor = self.textCursor()
        text = self.text()
        cursor.setPosition(unit_offset(text, max(0, min(offset, len(text)))))
        self.setTextCursor(cursor)

    def offset_at(self, point: QPoint) -> int:
        """Return the offset in code points nearest to a point of the widget."""
        return code_offset(self.text(), self.cursorForPosition(point).position())

    def select(self, start: int, end: int) -> None:
        """Select a stretch given in code points."""
        text, cursor = self.text(), self.textCursor()
        cursor.setPosition(unit_offset(text, start))
        cursor.setPosition(unit_offset(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selected_text(self) -> str:
        """Return the selected words."""
        return self.textCursor().selectedText().replace("\u2029", "\n")

    def selected_span(self) -> tuple[int, int] | None:
        """Return start and end of the selection in code points, or None."""
        cursor, text = self.textCursor(), self.text()
        if not cursor.hasSelection():
            return None
        return code_offset(text, cursor.selectionStart()), code_offset(text, cursor.selectionEnd())

    def show_marks(self, marked: MarkedText) -> None:
        """Paint marks under the text; they move with it until the next call."""
        if self._look is None:
            return
        text, selections = self.text(), []
        for mark in marked.marks:
            if mark.start + mark.length > len(text):
                continue
            start, length = units(text, mark)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = self._look.format(mark.paint)
            selections.append(selection)
        if selections or self.extraSelections():
            self.setExtraSelections(selections)


class TargetEdit(PlainRow):
    """Typing into the active row: plain text only, and deaf to every command while composing."""

    typed = Signal(str)
    heightChanged = Signal()
    left = Signal(int, int)
    """An arrow key went past the edge: -1 up or +1 down, and the caret's x in pixels."""
    pageTurned = Signal(int)
    linesPasted = Signal(list)
    composingChanged = Signal(bool)
    enterPressed = Signal()
    escapePressed = Signal()
    focused = Signal()
    typedInVain = Signal()
    copyAsked = Signal()
    """The key for copying was pressed while no words are selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_composing = False
        self.completion: CompletionKeys | None = None
        self._reserved: frozenset[str] = frozenset()
        self._is_filling = False
        self._known = ""
        self._kept_back: list[QKeyEvent] | None = None
        self.is_smart = False
        self._straight: tuple[str, int] | None = None
        self._originals = ("", "")
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def reserve(self, sequences: Collection[str]) -> None:
        """Leave these keys (portable text) to the window's actions instead of taking them for editing."""
        self._reserved = frozenset(sequences)

    def fill(self, text: str) -> None:
        """Show the text of another row; this is not typing."""
        self._is_filling = True
        super().fill(text)
        self._is_filling = False
        self._known = text

    def put(self, text: str) -> None:
        """Insert words at the caret as if they were typed; into a closed row nothing goes."""
        if self.isReadOnly():
            self.typedInVain.emit()
            return
        self.textCursor().insertText(text)

    def keep_back(self) -> None:
        """Keep keys back while an act changes the rows; they are typed afterwards."""
        if self._kept_back is None:
            self._kept_back = []

    def let_go(self) -> None:
        """Type the keys that were kept back."""
        keys, self._kept_back = self._kept_back or [], None
        for key in keys:
            self.keyPressEvent(key)

    def event(self, event: QEvent) -> bool:
        """Give reserved keys to the actions, and no key at all to anybody while composing.

        Tab is looked at here because Qt turns it into a change of focus before `keyPressEvent`.
        """
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                if self.is_composing:
                    event.accept()
                    return True
                key = portable(event)
                if key in self._reserved and key not in self._claimed:
                    event.ignore()
                    return False
            elif event.type() is QEvent.Type.KeyPress and self._is_taken_early(event):
                return True
        return super().event(event)

    def _is_taken_early(self, event: QKeyEvent) -> bool:
        is_early = self.is_composing or event.key() == Qt.Key.Key_Tab
        return is_early and self._takes(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow a composition: its text is not text yet."""
        was = self.is_composing
        self.is_composing = bool(event.preeditString())
        if self.is_composing and not was:
            self.composingChanged.emit(True)
        super().inputMethodEvent(event)
        if was and not self.is_composing:
            self.composingChanged.emit(False)
        self._on_text_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or leave the row at its edges; what leaks through a composition is swallowed."""
        if self._takes(event):
            return
        if self._kept_back is not None:
            self._kept_back.append(event.clone())
            event.accept()
            return
        if self._goes_elsewhere(event):
            return
        if self.isReadOnly() and event.text().isprintable() and event.text():
            self.typedInVain.emit()
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copyAsked.emit()
            return
        if self._types_smartly(event):
            return
        self._straight = None
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that typing goes here now."""
        super().focusInEvent(event)
        self.focused.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take plain text only; files are for the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text; several lines are a question for the person."""
        if self.is_composing:
            return
        lines = [line.strip() for line in source.text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.linesPasted.emit(lines)
        elif lines:
            text = source.text()
            self.textCursor().insertText(text.replace("\r", "").strip("\n").replace("\n", " "))
        self.ensureCursorVisible()

    def _types_smartly(self, event: QKeyEvent) -> bool:
        """Type a curly quote or a dash for a straight one; Backspace right after gives the straight one back."""
        if not self.is_smart or self.isReadOnly() or self.textCursor().hasSelection():
            return False
        cursor = self.textCursor()
        before = self.text()[: self.caret()]
        if event.key() == Qt.Key.Key_Backspace and self._straight == (before, cursor.position()):
            return self._put_straight_back()
        change = typed(before, event.text()) if event.text() else None
        if change is None:
            return False
        self._originals = (change.text, before[len(before) - change.length :] + event.text())
        for _ in range(change.length):
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.text)
        self._straight = (self.text()[: self.caret()], self.textCursor().position())
        return True

    def _put_straight_back(self) -> bool:
        curly, straight = self._originals
        cursor = self.textCursor()
        for _ in curly:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(straight)
        self._straight = None
        return True

    def _takes(self, event: QKeyEvent) -> bool:
        """Swallow what belongs to a composition or to the completion list."""
        is_completing = self._kept_back is None and self.completion is not None
        if self.is_composing or (is_completing and self.completion and self.completion.takes_key(event)):
            event.accept()
            return True
        return False

    def _goes_elsewhere(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enterPressed.emit()
            return True
        if key == Qt.Key.Key_Escape:
            self.escapePressed.emit()
            return True
        if modifiers:
            return False
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return self._leaves(-1 if key == Qt.Key.Key_Up else 1)
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.pageTurned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
            return True
        return False

    def _leaves(self, direction: int) -> bool:
        cursor = self.textCursor()
        move = QTextCursor.MoveOperation.Up if direction < 0 else QTextCursor.MoveOperation.Down
        if cursor.movePosition(move):
            return False
        self.left.emit(direction, self.cursorRect().left())
        return True

    def _on_text_changed(self) -> None:
        if self._is_filling or self.is_composing:
            return
        text = self.text()
        if text != self._known:
            self._known = text
            self.typed.emit(text)

    def _on_size_changed(self) -> None:
        if not self._is_filling:
            self.heightChanged.emit()


class CompletionKeys:
    """What the editor asks of the completion list: whether it takes a key."""

    def takes_key(self, event: QKeyEvent) -> bool:
        """Return True when the key was meant for the list."""
        raise NotImplementedError


def portable(event: QKeyEvent) -> str:
    """Return the key of an event as the table of actions spells it; the number pad's keys are like the others."""
    return _spelled(event.keyCombination().toCombined() & ~_KEYPAD)


@lru_cache(256)
def _spelled(combined: int) -> str:
    """Return a key and its modifiers in portable text; every keystroke asks several times."""
    return QKeySequence(combined).toString(QKeySequence.SequenceFormat.PortableText)
