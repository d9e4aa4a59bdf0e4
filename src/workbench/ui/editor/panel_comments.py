"""The Comments panel: what was said about the active row and the article, and a place to say more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from workbench.model.rows import CommentRow
from workbench.ui.editor.cards import Card, CardList, note
from workbench.ui.editor.look import Look
from workbench.ui.editor.target_edit import portable
from workbench.ui.labels import NOTHING, PlainLabel
from workbench.ui.moments import say_exactly


class CommentsPanel(QWidget):
    """Shows threads, the active row's first; writes, resolves and reopens."""

    commented = Signal(str)
    replied = Signal(int, str)
    """An answer in the thread of that comment."""
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
        self._answering: CommentRow | None = None
        self._key = ""
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
        self._send.clicked.connect(self.send)
        self.field.sent.connect(self.send)
        self.field.left.connect(self._leave)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the labels in the language of the interface."""
        if self._answering is not None:
            words = self.tr("Answer %1; send it with %2").replace("%1", self._answering.person)
        else:
            words = self.tr("Say something about this row; send it with %2")
        words = words.replace("%2", self._key or NOTHING)
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self._send.setText(self.tr("Comment") if self._answering is None else self.tr("Answer"))

    def set_send_keys(self, keys: Collection[str], shown: str) -> None:
        """Send by these keys (portable text); the first is shown as this system writes it."""
        self.field.send_keys = frozenset(keys)
        self._key = shown
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look

    def show_comments(self, comments: Sequence[CommentRow], active: int, numbers: dict[int, int]) -> None:
        """Show comments: those on the active target first, then the others; settled ones last."""
        answers: dict[int, list[CommentRow]] = {}
        for each in comments:
            if each.parent_id is not None:
                answers.setdefault(each.parent_id, []).append(each)
        first = [each for each in comments if each.parent_id is None]
        ordered = sorted(first, key=lambda each: (each.is_resolved, each.target_id != active, each.at))
        cards: list[QWidget] = [self._card(each, numbers, answers.get(each.id, [])) for each in ordered]
        if not cards:
            cards.append(note(self.tr("Nobody has said anything about this article yet.")))
        self._list.show_cards(cards)

    def _card(self, comment: CommentRow, numbers: dict[int, int], answers: Sequence[CommentRow]) -> QWidget:
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
        for answer in answers:
            said = f"{answer.person} · {say_exactly(answer.at, self.zone)}"
            card.add(PlainLabel(said, tone="muted"))
            card.add(PlainLabel(answer.text, wraps=True, tone="muted" if comment.is_resolved else ""))
        card.add(self._buttons(comment))
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

    def _buttons(self, comment: CommentRow) -> QWidget:
        answer, holder = QToolButton(), QWidget()
        answer.setText(self.tr("↩ Answer"))
        answer.setAccessibleName(self.tr("Answer %1").replace("%1", comment.person))
        answer.clicked.connect(lambda: self.answer(comment))
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(answer)
        line.addWidget(self._settle_button(comment))
        line.addStretch(1)
        return holder

    def answer(self, comment: CommentRow) -> None:
        """Write an answer in the thread of a comment."""
        self._answering = comment
        self.retranslate()
        self.field.setFocus()

    def _leave(self) -> None:
        self._answering = None
        self.retranslate()
        self.left.emit()

    def send(self) -> None:
        """Say what is written in the field, as a comment or as an answer."""
        text, thread = self.field.toPlainText().strip(), self._answering
        if not text:
            return
        self.field.clear()
        self._answering = None
        self.retranslate()
        if thread is None:
            self.commented.emit(text)
        else:
            self.replied.emit(thread.id, text)


def is_open(comment: CommentRow) -> bool:
    """Tell whether a comment begins a thread that nobody has resolved."""
    return comment.parent_id is None and not comment.is_resolved


class _Field(QPlainTextEdit):
    """Where a comment is written: its keys send it, Esc goes back to the text."""

    sent = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.send_keys: frozenset[str] = frozenset()

    def event(self, event: object) -> bool:
        """Keep the keys for sending while the focus is here."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QKeyEvent.Type.ShortcutOverride
            and self._sends(event)
        ):
            event.accept()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, leave, or type."""
        if self._sends(event):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _sends(self, event: QKeyEvent) -> bool:
        return portable(event) in self.send_keys
