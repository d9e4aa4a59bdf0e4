"""Judging a stretch of rows at once: which rows, and why they go back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from workbench.ui.dialogs import Question, number_field
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said


class StretchQuestion(Question):
    """Asks for the first and last row and, when they are returned, for a reason from the list and free words."""

    def __init__(self, parent: QWidget | None, reasons: Sequence[str] | None, row: int, last: int) -> None:
        super().__init__(parent)
        self._needs_reason = reasons is not None
        if self._needs_reason:
            sentence = self.tr("The translator sees the reason beside every row.")
            self.head(self.tr("Return rows"), sentence, accept=self.tr("Return"))
        else:
            self.head(self.tr("Approve rows"), accept=self.tr("Approve"))
        self._from, self._to = (number_field(1, max(last, 1), max(row, 1)) for _ in range(2))
        self._from.setAccessibleName(self.tr("From row"))
        self._to.setAccessibleName(self.tr("To row"))
        line = QHBoxLayout()
        for widget in (PlainLabel(self.tr("From row")), self._from, PlainLabel(self.tr("to row")), self._to):
            line.addWidget(widget)
        line.addStretch(1)
        self.list = QComboBox()
        self.list.setAccessibleName(self.tr("Reason from the list"))
        self.list.addItem(self.tr("Choose a reason"), "")
        for offered in (said(reason) for reason in reasons or ()):
            self.list.addItem(offered, offered)
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("In your own words"))
        self.body.addLayout(line)
        if self._needs_reason:
            form = QFormLayout()
            form.setHorizontalSpacing(16)
            form.setVerticalSpacing(8)
            form.addRow(_label(self.tr("Reason"), self.list), self.list)
            form.addRow(_label(self.tr("In your own words"), self.words), self.words)
            self.body.addLayout(form)

    @property
    def first(self) -> int:
        """The first row, counted from 1."""
        return min(self._from.value(), self._to.value())

    @property
    def last(self) -> int:
        """The last row, counted from 1."""
        return max(self._from.value(), self._to.value())

    @property
    def reason(self) -> str:
        """The reason from the list with the free words behind it."""
        return ": ".join(filter(None, (self.list.currentData(), self.words.text().strip())))

    def accept(self) -> None:
        """Close only when what is returned has a reason."""
        if self._needs_reason and not self.reason:
            self.say_problem(self.tr("Say what should change; the translator sees the reason."))
        else:
            super().accept()


def _label(words: str, field: QWidget) -> PlainLabel:
    label = PlainLabel(words, tone="muted")
    label.setBuddy(field)
    return label
