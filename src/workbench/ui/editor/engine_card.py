"""The card of one engine in the Suggestions panel: a kept place first, then its answer, without anything moving."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from workbench.ui.editor.cards import Card, MarkedLabel, key_badge
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import EngineAnswer, EngineName, MarkedText
from workbench.ui.labels import PlainLabel

WIDER = 3.4
"""Characters of English for each Chinese one, by which room is kept for an answer."""
HEAD_PX = 46
LONGEST_PX = 260


class EngineCard(Card):
    """Shows who is asked, then what they said; `chosen` is told only once there is a text."""

    taken = Signal()

    def __init__(
        self, engine: EngineName, key_words: str, look: Look, *, asking: str, characters: int, width: int
    ) -> None:
        super().__init__(can_be_chosen=True)
        self._look, self._engine = look, engine
        self._text = ""
        name = PlainLabel(engine.label, tone="info")
        name.setStyleSheet("font-weight: 600")
        self._detail = PlainLabel(tone="muted")
        self._said = PlainLabel(asking, tone="muted", wraps=True)
        self.add_head(key_badge(key_words, look), name, right=self._detail)
        self.add(self._said)
        self.setAccessibleName(f"{engine.label}: {asking}")
        self.setMinimumHeight(self._room_for(characters, width))
        self.chosen.connect(self._take)

    def height_with(self, answer: EngineAnswer, width: int) -> int:
        """Return how high the card would be with an answer."""
        if answer.suggestion is None:
            return self.height()
        return self._room_for(len(answer.suggestion.text) / WIDER, width)

    def show_answer(self, answer: EngineAnswer, doubts: str) -> None:
        """Fill the place that was kept."""
        suggestion = answer.suggestion
        if suggestion is None:
            self._said.setText(answer.problem)
            self.setAccessibleName(f"{self._engine.label}: {answer.problem}")
            return
        self._text = suggestion.text
        self._detail.setText(suggestion.detail)
        self.body.removeWidget(self._said)
        self._said.deleteLater()
        self.add(MarkedLabel(MarkedText(suggestion.text, suggestion.marks), self._look))
        if suggestion.doubts:
            marked = "\n".join(f"✕ {doubt}" for doubt in suggestion.doubts)
            self.add(PlainLabel(marked, tone="accent", wraps=True))
        self.setAccessibleName(" ".join(filter(None, [f"{self._engine.label}: {suggestion.text}", doubts])))

    def take_own_height(self) -> None:
        """Give back the room that was kept: nothing is under the pointer that could move."""
        self.setMinimumHeight(0)

    def _take(self) -> None:
        if self._text:
            self.taken.emit()

    def _room_for(self, characters: float, width: int) -> int:
        metrics = QFontMetrics(self._look.panel_font(is_source=False))
        a_line = max(width // max(metrics.averageCharWidth(), 1), 20)
        lines = max(1, -(-int(characters * WIDER) // a_line))
        return min(HEAD_PX + lines * round(metrics.lineSpacing() * 1.12), LONGEST_PX)


def is_below(pointer_y: int, card: QWidget) -> bool:
    """Tell whether the pointer is on something below a card, which would move if that grew."""
    return pointer_y > card.geometry().bottom()
