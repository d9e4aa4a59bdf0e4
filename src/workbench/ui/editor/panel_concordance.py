"""The Concordance panel: how words were translated before, from the memory."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbench.ui.editor.cards import Card, CardList, MarkedLabel, note
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import MemoryHit
from workbench.ui.labels import PlainLabel


class ConcordancePanel(QWidget):
    """A line to search with, and the pairs that were found; clicking one puts its target in."""

    asked = Signal(str)
    wordsChosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hits: Sequence[MemoryHit] = ()
        self.field = _Field()
        self._list = CardList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(0)
        line = QVBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self.field)
        layout.addLayout(line)
        layout.addWidget(self._list, 1)
        self.field.returnPressed.connect(lambda: self.asked.emit(self.field.text().strip()))
        self.field.left.connect(self.left)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the labels in the language of the interface."""
        self.field.setPlaceholderText(self.tr("Words in Chinese or English; Enter searches the memory"))
        self.field.setAccessibleName(self.tr("Search the memory"))

    def set_look(self, look: Look) -> None:
        """Take over other colours and fonts."""
        self._look = look
        self.show_hits(self._hits)

    def begin(self, words: str) -> None:
        """Begin a search with the words that were selected."""
        self.field.setText(words)
        self.field.setFocus()
        if words:
            self.asked.emit(words)

    def show_hits(self, hits: Sequence[MemoryHit]) -> None:
        """Show what was found."""
        self._hits = hits
        cards: list[QWidget] = [self._card(hit) for hit in hits]
        if not cards and self.field.text():
            cards.append(note(self.tr("The memory does not have these words.")))
        self._list.show_cards(cards)

    def _card(self, hit: MemoryHit) -> QWidget:
        card = Card(can_be_chosen=True)
        card.add(MarkedLabel(hit.source, self._look, is_source=True))
        card.add(MarkedLabel(hit.target, self._look))
        if hit.detail:
            card.add(PlainLabel(hit.detail, tone="muted"))
        card.setAccessibleName(f"{hit.source.text}: {hit.target.text}")
        card.chosen.connect(lambda: self.wordsChosen.emit(hit.target.text))
        return card


class _Field(QLineEdit):
    """A line that Esc leaves."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, or type."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
