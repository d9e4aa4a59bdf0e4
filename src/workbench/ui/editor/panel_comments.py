"""The Comments panel: what was said about the active row and the article, and a place to say more."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from workbench.model.rows import CommentRow
from workbench.ui.editor.cards import Card, CardList, note
from workbench.ui.editor.look import Look
from workbench.ui.labels import PlainLabel
from workbench.ui.moments import say_exactly


class CommentsPanel(QWidget):
    """Shows threads, the active row's first; writes, resolves and reopens."""

    commented = Signal(str)
    resolved = Signal(int)
    reopened = Signal(int)
    chosen = Signal(int)
    """A comment leads to its row: the target."""
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._list = CardList()
        self.zone = ZoneInfo("UTC")
        self.field = _Field()
        self.field.setMaximumHeight(72)
        self.field.setTabChangesFocus(True)
        self._send = QPushButton()
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 12)
        below.addWidget(self.field)
        below.addWidget(self._send, alignment=Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
        layout.addLayout(below)
        self._send.clicked.connect(self._say_it)
        self.field.sent.connect(self._say_it)
        self.field.left.connect(self.left)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the labels in the language of the interface."""
        self.field.setPlaceholderText(self.tr("Say something about this row; Ctrl+Enter sends"))
        self.field.setAccessibleName(self.tr("New comment"))
        self._send.setText(self.tr("Comment"))

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look

    def show_comments(self, comments: Sequence[CommentRow], active: int, numbers: dict[int, int]) -> None:
        """Show comments: those on the active target first, then the others; settled ones last."""
        ordered = sorted(comments, key=lambda each: (each.is_resolved, each.target_id != active, each.at))
        cards: list[QWidget] = [self._card(each, numbers) for each in ordered]
        if not cards:
            cards.append(note(self.tr("Nobody has said anything about this article yet.")))
        self._list.show_cards(cards)

    def _card(self, comment: CommentRow, numbers: dict[int, int]) -> QWidget:
        card = Card(can_be_chosen=comment.target_id is not None)
        person = PlainLabel(comment.person)
        person.setStyleSheet("font-weight: 600")
        number = numbers.get(comment.target_id or 0)
        place = self.tr("row %1").replace("%1", str(number)) if number else self.tr("article")
        moment = say_exactly(comment.at, self.zone)
        card.add_head(person, PlainLabel(f"· {place}", tone="muted"), right=PlainLabel(moment, tone="muted"))
        if comment.quoted:
            card.add(PlainLabel(f"“{comment.quoted}”", tone="muted", wraps=True))
        card.add(PlainLabel(comment.text, wraps=True, tone="muted" if comment.is_resolved else ""))
        card.add(self._settle_button(comment))
        if comment.target_id is not None:
            card.chosen.connect(lambda: self.chosen.emit(comment.target_id))
        return card

    def _settle_button(self, comment: CommentRow) -> QToolButton:
        button = QToolButton()
        if comment.is_resolved:
            button.setText(self.tr("Reopen"))
            button.clicked.connect(lambda: self.reopened.emit(comment.id))
        else:
            button.setText(self.tr("✓ Resolve"))
            button.clicked.connect(lambda: self.resolved.emit(comment.id))
        return button

    def _say_it(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self.field.clear()
            self.commented.emit(text)


class _Field(QPlainTextEdit):
    """Where a comment is written: Ctrl+Enter sends it, Esc goes back to the text."""

    sent = Signal()
    left = Signal()

    def event(self, event: object) -> bool:
        """Keep Ctrl+Enter for sending while the focus is here."""
        if isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.ShortcutOverride and _sends(event):
            event.accept()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, leave, or type."""
        if _sends(event):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _sends(event: QKeyEvent) -> bool:
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return (
        is_enter
        and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
    )
