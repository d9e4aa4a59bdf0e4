"""The list of completions under the caret; never in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QWidget

from workbench.text.completing import is_unspaced
from workbench.ui.editor.offers import Offers
from workbench.ui.editor.target_edit import CompletionKeys, TargetEdit


class Completion(QListWidget, CompletionKeys):
    """The list under the caret; it never takes the focus. Tab or Right accepts, Esc ignores."""

    def __init__(self, edit: TargetEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent or edit)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Completions"))
        self.offers = Offers()
        self._edit = edit
        self._typed_lengths: Sequence[int] = ()
        self._ignored_at = -1
        self.itemClicked.connect(lambda _item: self._accept())
        edit.composingChanged.connect(self._keep_away)
        edit.cursorPositionChanged.connect(self._hide_when_elsewhere)
        edit.completion = self

    def follow(self) -> None:
        """Offer what fits after a letter was typed."""
        text, at = self._edit.text(), self._edit.caret()
        if self._edit.is_composing or self._edit.textCursor().hasSelection() or _is_in_word(text, at):
            self.hide()
            return
        found = self.offers.find(text[:at])
        if not found:
            self.hide()
            return
        self._typed_lengths = [length for _, length in found]
        self._show([phrase for phrase, _ in found], max(self._typed_lengths))

    def _keep_away(self, is_composing: bool) -> None:
        """Hide while an input method composes; what it commits may be offered on from."""
        if is_composing:
            self.hide()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Accept with Tab or Right, ignore with Esc, choose with Alt and an arrow."""
        if not self.isVisible():
            return False
        key, is_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Right} and not event.modifiers():
            self._accept()
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if is_alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
            return True
        return False

    def _accept(self) -> None:
        item = self.currentItem()
        if not self.isVisible():
            return
        length = self._typed_lengths[self.currentRow()]
        cursor = self._edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, length)
        self.hide()
        cursor.insertText(item.text())
        self.hide()

    def _show(self, phrases: list[str], typed_length: int) -> None:
        self.clear()
        self.addItems(phrases)
        self.setCurrentRow(0)
        cursor = self._edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, typed_length)
        corner = self._edit.cursorRect(cursor).bottomLeft() + QPoint(-6, 4)
        self.move(self._edit.viewport().mapToGlobal(corner))
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 8
        self.resize(max(self.sizeHintForColumn(0) + 28, 140), height)
        self._position = self._edit.textCursor().position()
        self.show()

    def _hide_when_elsewhere(self) -> None:
        if self.isVisible() and abs(self._edit.textCursor().position() - self._position) > 1:
            self.hide()


def _is_in_word(text: str, at: int) -> bool:
    """Tell whether a word goes on behind the caret; without blanks between words nobody can."""
    goes_on = at < len(text) and text[at].isalnum()
    return goes_on and not is_unspaced(text[at]) and not is_unspaced(text[at - 1 : at])
