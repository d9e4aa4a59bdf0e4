"""The Concordance panel: how words were translated before, from the memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.ui.editor.cards import Card, CardList, MarkedLabel, note
from workbench.ui.editor.hit_filters import HitFilters
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import HitFilter, MemoryHit
from workbench.ui.labels import PlainLabel


class ConcordancePanel(QWidget):
    """A line to search with, filters, and the pairs that were found; clicking one puts its target in.

    `asked` carries the words, `filter` says what may answer; `exportAsked` carries the path of a table.
    """

    asked = Signal(str)
    wordsChosen = Signal(str)
    exportAsked = Signal(Path)
    articleChosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hits: Sequence[MemoryHit] = ()
        self.field = _Field()
        self.filters = HitFilters()
        self.export = QPushButton()
        self._said = PlainLabel(tone="muted")
        self._list = CardList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(0)
        line = QVBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(6)
        line.addWidget(self.field)
        line.addWidget(self.filters)
        foot = QHBoxLayout()
        foot.addWidget(self.export)
        foot.addWidget(self._said, 1)
        line.addLayout(foot)
        layout.addLayout(line)
        layout.addWidget(self._list, 1)
        self.field.returnPressed.connect(self._ask)
        self.filters.changed.connect(self._ask)
        self.field.left.connect(self.left)
        self.export.clicked.connect(self._ask_where)
        self.retranslate()

    def filter(self) -> HitFilter:
        """Return which pairs may answer."""
        return self.filters.value()

    def retranslate(self) -> None:
        """Write the labels in the language of the interface."""
        self.field.setPlaceholderText(self.tr("Chinese or English words, then Enter"))
        self.field.setAccessibleName(self.tr("Search the memory"))
        self.export.setText(self.tr("Export hits…"))
        self.export.setEnabled(bool(self._hits))
        self.filters.retranslate()

    def say_exported(self, name: str) -> None:
        """Say that the hits stand in a file now."""
        self._said.setText(self.tr("written to %1").replace("%1", name))

    def _ask(self) -> None:
        self.asked.emit(self.field.text().strip())

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.export.text(), f"{self.field.text().strip() or 'hits'}.xlsx", "(*.xlsx *.csv *.tsv)"
        )
        if path:
            self.exportAsked.emit(Path(path))

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
        self._said.setText("")
        self.export.setEnabled(bool(hits))
        cards: list[QWidget] = [self._card(hit) for hit in hits]
        if not cards and self.field.text():
            cards.append(note(self.tr("The memory does not have these words.")))
        self._list.show_cards(cards)

    def _card(self, hit: MemoryHit) -> QWidget:
        card = Card(can_be_chosen=True)
        card.add(MarkedLabel(hit.source, self._look, is_source=True))
        card.add(MarkedLabel(hit.target, self._look))
        if hit.detail:
            card.add(PlainLabel(hit.detail, tone="muted", wraps=True))
        if hit.article:
            go = QPushButton(self.tr("Go to the article"))
            go.clicked.connect(lambda: self.articleChosen.emit(hit.article))
            card.add_head(go)
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
