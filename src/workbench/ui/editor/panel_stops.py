"""The panel of what came back: everything returned, changed or asked, one card each, to judge and to answer."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from workbench.desk.walking import Stop, StopKind
from workbench.text.diff import Hunk
from workbench.ui.editor.cards import Card, CardList, MarkedLabel, note
from workbench.ui.editor.hearing import heard
from workbench.ui.editor.highlighting import tracked
from workbench.ui.editor.look import Look
from workbench.ui.labels import NOTHING, PlainLabel
from workbench.ui.moments import say_exactly
from workbench.ui.sayings import said


class StopsPanel(CardList):
    """Shows stops in reading order; every wish is a signal that carries the stop it is about.

    `accepted` and `undone` carry the number of one change in it, -1 for all of them.
    """

    chosen = Signal(object)
    accepted = Signal(object, int)
    undone = Signal(object, int)
    answered = Signal(object)
    settled = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stops: Sequence[Stop] = ()
        self._may_edit = True
        self.zone = ZoneInfo("UTC")

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look
        self.show_stops(self._stops, may_edit=self._may_edit)

    def show_stops(self, stops: Sequence[Stop], *, may_edit: bool) -> None:
        """Show what there is; changes can be judged by whoever may edit now."""
        self._stops, self._may_edit = stops, may_edit
        cards: list[QWidget] = [self._card(stop) for stop in stops]
        self.show_cards(cards or [note(self.tr("Nothing was returned or changed."))])

    def _card(self, stop: Stop) -> QWidget:
        card = Card(can_be_chosen=stop.target_id is not None)
        person = PlainLabel(stop.person or self.tr("Somebody"))
        person.setStyleSheet("font-weight: 600")
        where = self.tr("row %1").replace("%1", str(stop.number)) if stop.number else self.tr("article")
        what = PlainLabel(f"· {where} · {self._say(stop.kind)}", tone="muted")
        moment = PlainLabel(say_exactly(stop.at, self.zone) if stop.at else "", tone="muted")
        card.add_head(person, what, right=moment)
        card.setAccessibleName(f"{where}, {self._say(stop.kind)}: {self._heard(stop)}")
        if stop.said:
            card.add(PlainLabel(said(stop.said), wraps=True, tone="muted" if stop.is_settled else ""))
        if stop.hunks:
            is_source = stop.kind is StopKind.SOURCE
            card.add(MarkedLabel(tracked(stop.before, stop.after), self._look, is_source=is_source))
        for answer in stop.answers:
            card.add(PlainLabel(f"{answer.person}: {answer.text}", wraps=True, tone="muted"))
        self._add_acts(card, stop)
        card.chosen.connect(lambda: self.chosen.emit(stop))
        return card

    def _heard(self, stop: Stop) -> str:
        return said(stop.said) if stop.said else heard(tracked(stop.before, stop.after))

    def _add_acts(self, card: Card, stop: Stop) -> None:
        if stop.kind is StopKind.CHANGED and self._may_edit:
            if len(stop.hunks) > 1:
                for hunk in stop.hunks:
                    card.add(self._line(self._short(hunk), *self._judging(stop, hunk.number)))
            words = "" if len(stop.hunks) == 1 else self.tr("All")
            card.add(self._line(words, *self._judging(stop, -1)))
        if stop.kind is StopKind.ARRANGED and self._may_edit:
            card.add(self._line("", self._judging(stop, -1)[1]))
        if stop.is_settled:
            return
        acts = [self._button(self.tr("Answer…"), lambda: self.answered.emit(stop))]
        if stop.comment_id is not None:
            acts.append(self._button(self.tr("✓ Resolve"), lambda: self.settled.emit(stop)))
        card.add(self._line("", *acts))

    def _judging(self, stop: Stop, number: int) -> tuple[QToolButton, QToolButton]:
        accept = self._button(self.tr("✓ Accept"), lambda: self.accepted.emit(stop, number))
        undo = self._button(self.tr("↩ Undo"), lambda: self.undone.emit(stop, number))
        return accept, undo

    def _line(self, words: str, *buttons: QToolButton) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        label = PlainLabel(words, tone="muted", wraps=True)
        line.addWidget(label, 1)
        for button in buttons:
            if words:
                button.setAccessibleName(f"{button.text()} {words}")
            line.addWidget(button)
        return holder

    def _button(self, words: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.clicked.connect(act)
        return button

    def _short(self, hunk: Hunk) -> str:
        before, after = hunk.before.strip() or NOTHING, hunk.after.strip() or NOTHING
        return f"{before[:40]} → {after[:40]}"

    def _say(self, kind: StopKind) -> str:
        return {
            StopKind.ARTICLE: self.tr("sent back"),
            StopKind.RETURNED: self.tr("returned"),
            StopKind.CHANGED: self.tr("changed"),
            StopKind.ARRANGED: self.tr("arranged anew"),
            StopKind.REMARK: self.tr("remark"),
            StopKind.SOURCE: self.tr("the source changed"),
        }[kind]
