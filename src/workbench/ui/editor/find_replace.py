"""The find bar: plain words or a regular expression, case, whole words; replace one or all."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal
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
        self.find_field, self.replace_field = _Field(), _Field()
        self._case, self._words, self._pattern = QCheckBox(), QCheckBox(), QCheckBox()
        self._back, self._forth, self._close = QToolButton(), QToolButton(), QToolButton()
        self._one, self._every = QPushButton(), QPushButton()
        self._answer = PlainLabel(tone="muted")
        self._replacing = QWidget()
        self._lay_out()
        self.find_field.entered.connect(self.searched)
        self.find_field.left.connect(self.close_bar)
        self.replace_field.entered.connect(lambda _step: self.replaced.emit())
        self.replace_field.left.connect(self.close_bar)
        self.find_field.textChanged.connect(lambda _text: self._answer.setText(""))
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Write the labels in the language of the interface."""
        self.find_field.set_name(self.tr("Find"))
        self.replace_field.set_name(self.tr("Replace with"))
        self._case.setText(self.tr("Case"))
        self._words.setText(self.tr("Whole words"))
        self._pattern.setText(self.tr("Pattern"))
        self._one.setText(self.tr("Replace"))
        self._every.setText(self.tr("Replace all"))
        names = {self._back: self.tr("Previous"), self._forth: self.tr("Next"), self._close: self.tr("Close")}
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

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
        self._back.setText("↑")
        self._forth.setText("↓")
        self._close.setText("✕")
        self._back.clicked.connect(lambda: self.searched.emit(-1))
        self._forth.clicked.connect(lambda: self.searched.emit(1))
        self._close.clicked.connect(self.close_bar)
        self._one.clicked.connect(self.replaced)
        self._every.clicked.connect(self.allReplaced)
        first, second = QHBoxLayout(), QHBoxLayout(self._replacing)
        second.setContentsMargins(0, 0, 0, 0)
        asked: list[QWidget] = [
            self.find_field,
            self._back,
            self._forth,
            self._case,
            self._words,
            self._pattern,
        ]
        for widget in [*asked, self._answer]:
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self._close)
        replacing: list[QWidget] = [self.replace_field, self._one, self._every]
        for widget in replacing:
            second.addWidget(widget)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(first)
        column.addWidget(self._replacing)


class _Field(QLineEdit):
    """A line: Enter goes on, Shift+Enter goes back, Esc leaves."""

    entered = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(220)

    def set_name(self, name: str) -> None:
        """Say what belongs here."""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search, leave, or type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
