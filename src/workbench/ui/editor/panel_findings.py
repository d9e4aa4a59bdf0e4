"""The Findings panel: what the checks say, the active row first; jump, mend, or accept with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from workbench.model.finding import Fix
from workbench.model.judgement import Reach
from workbench.model.kinds import Level
from workbench.ui.editor.cards import Card, CardList, note
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import RowFinding
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said

TONES = {Level.ERROR: "accent", Level.WARNING: "warn", Level.NOTE: "info"}
SIGNS = {Level.ERROR: "✕", Level.WARNING: "▲", Level.NOTE: "i"}
MOST = 40
"""Cards drawn at once; more findings than this are counted, and come up as these are settled."""


class FindingsPanel(CardList):
    """Lists findings; each card leads to its row."""

    findingChosen = Signal(RowFinding)
    fixChosen = Signal(RowFinding, Fix)
    accepted = Signal(RowFinding, str, Reach)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = self._mend_key = self._accept_key = ""
        self._asks: list[tuple[RowFinding, Card, Callable[[], None]]] = []

    def set_keys(self, following: str, mend: str, accept: str) -> None:
        """Name the keys that go to the next finding, mend one and accept one from now on; "" where none does."""
        self._key, self._mend_key, self._accept_key = following, mend, accept

    def reveal(self, found: RowFinding) -> None:
        """Scroll to the card of a finding."""
        for own, card, _ in self._asks:
            if own == found:
                self.ensureWidgetVisible(card)

    def ask_reason(self, found: RowFinding) -> bool:
        """Ask in its card why a finding is right; tell whether there is such a card."""
        for own, card, ask in self._asks:
            if own == found:
                ask()
                self.ensureWidgetVisible(card)
                return True
        return False

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look

    def show_findings(self, findings: Sequence[RowFinding], numbers: dict[int, int]) -> None:
        """Show findings in reading order; `numbers` are the row numbers by target."""
        self._asks = []
        cards: list[QWidget] = [self._card(each, numbers.get(each.target_id, 0)) for each in findings[:MOST]]
        if not cards:
            cards.append(note(self._said_when_empty()))
        elif len(findings) > MOST:
            cards.append(note(self.tr("%1 more").replace("%1", str(len(findings) - MOST))))
        self.show_cards(cards)

    def _said_when_empty(self) -> str:
        if not self._key:
            return self.tr("No findings.")
        return self.tr("No findings. %1 goes to the next one when there is any.").replace("%1", self._key)

    def _card(self, found: RowFinding, number: int) -> QWidget:
        finding = found.finding
        card = Card(can_be_chosen=True)
        sign = PlainLabel(f"{SIGNS[finding.level]} {self._say(finding.level)}", tone=TONES[finding.level])
        sign.setStyleSheet("font-weight: 600")
        card.add_head(sign, right=PlainLabel(self.tr("row %1").replace("%1", str(number)), tone="muted"))
        card.add(PlainLabel(finding.message, wraps=True))
        card.add(self._buttons(found, card))
        card.setAccessibleName(said(finding.message))
        card.chosen.connect(lambda: self.findingChosen.emit(found))
        return card

    def _buttons(self, found: RowFinding, card: Card) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(6)
        for fix in found.finding.fixes[:2]:
            line.addWidget(self._fix_button(found, fix))
        accept = QToolButton()
        accept.setText(self.tr("Right as it is…"))
        accept.setToolTip(self._accept_key)
        accept.clicked.connect(lambda: self._ask_reason(found, card, accept))
        self._asks.append((found, card, accept.click))
        line.addWidget(accept)
        line.addStretch(1)
        return box

    def _fix_button(self, found: RowFinding, fix: Fix) -> QPushButton:
        button = QPushButton(said(fix.label) or fix.text)
        if fix is found.finding.fixes[0]:
            button.setToolTip(self._mend_key)
        button.clicked.connect(lambda: self.fixChosen.emit(found, fix))
        return button

    def _ask_reason(self, found: RowFinding, card: Card, button: QToolButton) -> None:
        button.hide()
        reach = QComboBox()
        for one in Reach:
            reach.addItem(self._say_reach(one), one)
        reach.setAccessibleName(self.tr("How far it holds"))
        reason = QLineEdit()
        reason.setPlaceholderText(self.tr("Why it is right; then Enter"))
        reason.setAccessibleName(self.tr("Reason for accepting this finding"))
        reason.returnPressed.connect(
            lambda: self.accepted.emit(found, reason.text(), Reach(reach.currentData()))
        )
        card.add(reach)
        card.add(reason)
        reason.setFocus()

    def _say_reach(self, reach: Reach) -> str:
        words = {
            Reach.ONCE: self.tr("in this row, as it stands"),
            Reach.ARTICLE: self.tr("wherever these words stand in this article"),
            Reach.ALWAYS: self.tr("always, in every article…"),
        }
        return words[reach]

    def _say(self, level: Level) -> str:
        words = {
            Level.ERROR: self.tr("Error"),
            Level.WARNING: self.tr("Warning"),
            Level.NOTE: self.tr("Note"),
        }
        return words[level]
