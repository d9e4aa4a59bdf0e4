"""The History panel: every saved version of the active row, each with what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from workbench.model.kinds import Origin, State
from workbench.model.rows import RevisionRow
from workbench.ui.editor.cards import Card, CardList, MarkedLabel, note
from workbench.ui.editor.highlighting import tracked
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import MarkedText
from workbench.ui.labels import PlainLabel
from workbench.ui.moments import say_exactly


class HistoryPanel(CardList):
    """Shows versions newest first, with word-level differences; any of them can be put back."""

    restored = Signal(int)
    compared = Signal(object)
    """The version (`RevisionRow`) at whose moment the text is to be compared, where `offers_comparing`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._revisions: Sequence[RevisionRow] = ()
        self.zone = ZoneInfo("UTC")
        self.footnote = ""
        self.offers_comparing = False

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look
        self.show_history(self._revisions)

    def forget(self) -> None:
        """Show no versions until those of the row are read, never those of another."""
        if self._revisions:
            self._revisions = ()
            self.show_cards([])

    def show_history(self, revisions: Sequence[RevisionRow]) -> None:
        """Show versions, newest first."""
        self._revisions = revisions
        older = [*revisions[1:], *([None] if revisions else [])]
        cards: list[QWidget] = [
            self._card(each, before, is_newest=place == 0)
            for place, (each, before) in enumerate(zip(revisions, older, strict=True))
        ]
        if not cards:
            cards.append(note(self.tr("This row has not been written yet.")))
        if self.footnote:
            cards.append(note(self.footnote))
        self.show_cards(cards)

    def _card(self, revision: RevisionRow, before: RevisionRow | None, *, is_newest: bool) -> QWidget:
        card = Card()
        is_engine = revision.origin is Origin.ENGINE and not revision.person
        engine = revision.detail.partition(",")[0]
        who = PlainLabel((engine if is_engine else revision.person) or self.tr("Unknown"))
        who.setStyleSheet("font-weight: 600")
        who.set_tone("info" if is_engine else "")
        what = PlainLabel(f"· {self._say(revision)}", tone="muted")
        moment = PlainLabel(say_exactly(revision.at, self.zone), tone="muted")
        card.add_head(who, what, right=moment)
        marked = tracked(before.text, revision.text) if before is not None else MarkedText(revision.text)
        card.add(MarkedLabel(marked, self._look))
        if not is_newest:
            button = QToolButton()
            button.setText(self.tr("↩ Put this version back"))
            button.clicked.connect(lambda: self.restored.emit(revision.number))
            card.add(button)
        if not is_newest and self.offers_comparing:
            compare = QToolButton()
            compare.setText(self.tr("Show changes since this version"))
            compare.clicked.connect(lambda: self.compared.emit(revision))
            card.add(compare)
        return card

    def _say(self, revision: RevisionRow) -> str:
        if revision.note in {"confirmed", "approved"}:
            return self.tr("confirmed") if revision.note == "confirmed" else self.tr("approved")
        if revision.note:
            return revision.note
        if revision.state is not State.INITIAL:
            return self.tr("approved") if revision.state is State.REVIEWED else self.tr("confirmed")
        words = {
            Origin.TYPED: self.tr("typed"),
            Origin.MEMORY: self.tr("from the memory"),
            Origin.ENGINE: self.tr("machine draft"),
            Origin.IMPORT: self.tr("imported"),
            Origin.RESTORED: self.tr("put back"),
        }
        return words[revision.origin]
