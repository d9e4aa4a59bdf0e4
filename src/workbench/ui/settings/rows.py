"""A line of the Settings window: what is decided, a word of help, the control, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.settings import Setting
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.settings.fields import field_for

CONTROL_PX = 280


class SettingRow(QWidget):
    """One setting; `changed` carries its name and the value a person wants."""

    changed = Signal(str, str)

    def __init__(self, setting: Setting, engines: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setting = setting
        self.label = PlainLabel(said(setting.label), wraps=True)
        self.label.setStyleSheet("font-weight: 600")
        self.help = PlainLabel(said(setting.help), tone="muted", wraps=True)
        self.problem = PlainLabel(tone="accent", wraps=True)
        self.field = field_for(setting, engines)
        self.field.setFixedWidth(CONTROL_PX)
        self.field.name(said(setting.label))
        self.back = QPushButton(self.tr("Back to the default"))
        self.back.setProperty("role", "link")
        self.back.setAutoDefault(False)
        self.back.setAccessibleName(f"{self.back.text()}: {self.label.text()}")
        self.back.clicked.connect(lambda: self.changed.emit(setting.name, setting.default))
        self.field.changed.connect(lambda value: self.changed.emit(setting.name, value))
        self._lay_out()
        self.problem.hide()
        self.help.setVisible(bool(setting.help))  # only now: shown without a parent it would be a window

    def show_value(self, value: str) -> None:
        """Show what is stored now."""
        self.field.show_value(value)
        self.back.setVisible(value != self.setting.default)
        self.say_problem("")

    def say_problem(self, sentence: str) -> None:
        """Say why a value was refused, under its control."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def matches(self, words: str) -> bool:
        """Tell whether all words stand in the label, the help or the name."""
        text = f"{self.label.text()} {self.help.text()} {self.setting.name}".casefold()
        return all(word in text for word in words.casefold().split())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.label)
        words.addWidget(self.help)
        words.addStretch(1)
        control = QVBoxLayout()
        control.setSpacing(4)
        control.addWidget(self.field)
        control.addWidget(self.problem)
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addStretch(1)
        control.addLayout(below)
        control.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(24)
        layout.addLayout(words, 1)
        layout.addLayout(control)
