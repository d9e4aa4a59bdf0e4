"""What was sent to draft servers, by month and person, and what became of what engines wrote."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from workbench.desk.accounts import Sent
from workbench.desk.machine import EngineFigures
from workbench.ui.labels import NOTHING, PlainLabel
from workbench.ui.settings.words import say_engine

MOST = 24
"""Lines shown, the newest first; `workbench engines` lists them all."""


class SentCard(QFrame):
    """A small table, and a sentence for each engine."""

    def __init__(self, sent: Sequence[Sent], figures: Sequence[EngineFigures]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(self.tr("Characters sent"), role="heading"))
        if sent:
            layout.addLayout(self._table(sent[:MOST]))
        else:
            layout.addWidget(PlainLabel(self.tr("Nothing has been sent from this library."), tone="muted"))
        for one in figures:
            layout.addWidget(PlainLabel(self._say(one), tone="muted", wraps=True))

    def _table(self, sent: Sequence[Sent]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        heads = [
            self.tr("Month"),
            self.tr("Person"),
            self.tr("Engine"),
            self.tr("Articles"),
            self.tr("Characters"),
        ]
        for column, head in enumerate(heads):
            grid.addWidget(_cell(head, is_number=column > 2, tone="muted"), 0, column)
        for line, one in enumerate(sent, 1):
            engine = say_engine(one.engine, {"deepl": "DeepL"}.get(one.engine, ""))
            cells = [one.month, one.person or NOTHING, engine, f"{one.articles:,}", f"{one.characters:,}"]
            for column, text in enumerate(cells):
                grid.addWidget(_cell(text, is_number=column > 2), line, column)
        grid.setColumnStretch(1, 1)
        return grid

    def _say(self, one: EngineFigures) -> str:
        words = self.tr(
            "%1: %2 approved segments; %3 stand as written, and people changed %4 % of the characters."
        )
        for place, value in enumerate(
            [
                say_engine(one.engine, {"deepl": "DeepL"}.get(one.engine, "")),
                one.rows,
                one.unchanged,
                one.percent_changed,
            ],
            1,
        ):
            words = words.replace(f"%{place}", str(value))
        return words


def _cell(text: str, *, is_number: bool, tone: str = "") -> PlainLabel:
    label = PlainLabel(text, tone=tone)
    if is_number:
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label
