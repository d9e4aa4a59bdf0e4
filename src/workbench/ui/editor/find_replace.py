"""The find bar: plain words or a regular expression, case, whole words; replace one or all."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.labels import PlainLabel


class FindBar(QFrame):
    """Asks; the search itself walks the rows in `commands.py`."""

    searched = Signal(int)
    """+1 forwards, -1 backwards."""
    replaced = Signal()
    allReplaced = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.find_field = _Field(self.tr("Find"))
        self.replace_field = _Field(self.tr("Replace with"))
        self._case = QCheckBox(self.tr("Case"))
        self._words = QCheckBox(self.tr("Whole words"))
        self._pattern = QCheckBox(self.tr("Pattern"))
        self._answer = PlainLabel(tone="muted")
        self._replacing = QWidget()
        self._lay_out()
        self.find_field.entered.connect(self.searched)
        self.find_field.left.connect(self.close_bar)
        self.replace_field.entered.connect(lambda _step: self.replaced.emit())
        self.replace_field.left.connect(self.close_bar)
        self.find_field.textChanged.connect(lambda _text: self._answer.setText(""))
        self.hide()

    def open(self, words: str, *, replaces: bool = False) -> None:
        """Show the bar with the selected words in it."""
        self._replacing.setVisible(replaces)
        if words:
            self.find_field.setText(words)
        self.show()
        self.find_field.setFocus()
        self.find_field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self.left.emit()

    def find_in(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in a text; nothing for a pattern that is not one."""
        pattern = self._compiled()
        return [match.span() for match in pattern.finditer(text) if match.group()] if pattern else []

    def replace_in(self, text: str) -> str:
        """Return a text with all occurrences replaced."""
        pattern = self._compiled()
        return pattern.sub(self._replacement, text) if pattern else text

    def replace_one(self, text: str, span: tuple[int, int]) -> tuple[str, int]:
        """Return a text with one occurrence replaced, and the caret behind it."""
        pattern = self._compiled()
        found = pattern.match(text, span[0]) if pattern else None
        if found is None:
            return text, span[1]
        put_in = self._replacement(found)
        return text[: span[0]] + put_in + text[span[1] :], span[0] + len(put_in)

    def say_nothing_found(self) -> None:
        """Tell that there is no such text."""
        self._answer.setText(self.tr("Not found"))

    def say_replaced(self, count: int) -> None:
        """Tell in how many rows something was replaced."""
        self._answer.setText(self.tr("Replaced in %1 rows").replace("%1", str(count)))

    def _replacement(self, found: re.Match[str]) -> str:
        words = self.replace_field.text()
        if not self._pattern.isChecked():
            return words
        try:
            return found.expand(words)
        except (re.error, IndexError):
            return words

    def _compiled(self) -> re.Pattern[str] | None:
        words = self.find_field.text()
        if not words:
            return None
        pattern = words if self._pattern.isChecked() else re.escape(words)
        if self._words.isChecked():
            pattern = rf"\b(?:{pattern})\b"
        try:
            return re.compile(pattern, 0 if self._case.isChecked() else re.IGNORECASE)
        except re.error as error:
            self._answer.setText(self.tr("Not a pattern: %1").replace("%1", str(error)))
            return None

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        back, forth, close = QToolButton(), QToolButton(), QToolButton()
        for button, sign, name, act in (
            (back, "↑", self.tr("Previous"), lambda: self.searched.emit(-1)),
            (forth, "↓", self.tr("Next"), lambda: self.searched.emit(1)),
            (close, "✕", self.tr("Close"), self.close_bar),
        ):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(act)
        for widget in (self.find_field, back, forth, self._case, self._words, self._pattern, self._answer):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(close)
        second = QHBoxLayout(self._replacing)
        second.setContentsMargins(0, 0, 0, 0)
        one, every = QPushButton(self.tr("Replace")), QPushButton(self.tr("Replace all"))
        one.clicked.connect(self.replaced)
        every.clicked.connect(self.allReplaced)
        for part in (self.replace_field, one, every):
            second.addWidget(part)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(first)
        column.addWidget(self._replacing)


class _Field(QLineEdit):
    """A line: Enter goes on, Shift+Enter goes back, Esc leaves."""

    entered = Signal(int)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMinimumWidth(220)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search, leave, or type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
