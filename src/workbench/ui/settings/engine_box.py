"""One draft engine in the Settings window: its key, its settings, and a button that tries the connection."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from workbench.desk.accounts import EngineLine
from workbench.desk.keys import KeyPlace
from workbench.errors import WorkbenchError
from workbench.ui.background import Background
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.settings.desk import KeyState, SettingsDesk
from workbench.ui.settings.rows import SettingRow
from workbench.ui.settings.words import say_engine


class EngineBox(QFrame):
    """A card for an engine; a key that was typed is handed on at once and never shown again."""

    key_changed = Signal()

    def __init__(
        self, desk: SettingsDesk, background: Background, engine: EngineLine, rows: Sequence[SettingRow]
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._background, self._engine = desk, background, engine
        self.name = say_engine(engine.key, engine.label)
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(self.tr("Paste a key"))
        self.key.setAccessibleName(self.tr("Key for %1").replace("%1", self.name))
        self.keep = self._button(self.tr("Keep the key"), self._keep)
        self.key.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.key.returnPressed.connect(self._keep)
        self.keep.setEnabled(False)
        self.forget = self._button(self.tr("Forget the key"), self._forget)
        self.place = PlainLabel(tone="muted", wraps=True)
        self.test = self._button(self.tr("Test the connection"), self._try)
        self.told = PlainLabel(wraps=True)
        self.told.hide()
        self._lay_out(rows)

    def show_key(self, state: KeyState | None) -> None:
        """Say where the key comes from."""
        if state is not None:
            self.place.setText(self._say_place(state))
            self.forget.setEnabled(state.place in {KeyPlace.KEYRING, KeyPlace.SESSION})

    def _say_place(self, state: KeyState) -> str:
        if state.place is KeyPlace.KEYRING:
            return self.tr("The key is in this computer’s keyring.")
        if state.place is KeyPlace.ENVIRONMENT:
            words = self.tr("The key comes from the environment variable %1.")
            return words.replace("%1", state.variable)
        if state.place is KeyPlace.SESSION:
            return self.tr(
                "The key lasts until the program is closed: this computer has no keyring to keep it in."
            )
        if state.can_keep:
            return self.tr(
                "There is no key yet. It will be kept in this computer’s keyring and nowhere else."
            )
        words = self.tr(
            "There is no key yet. This computer has no keyring, so a key lasts until the program is closed."
        )
        if state.variable:
            words += " " + self.tr("The environment variable %1 can bring one.").replace("%1", state.variable)
        return words

    def _keep(self) -> None:
        key, engine = self.key.text(), self._engine.key
        self.key.clear()
        if key.strip():
            self._background.write(lambda: self._desk.keep_key(engine, key), self._take_key, self._refuse)

    def _forget(self) -> None:
        engine = self._engine.key
        self._background.write(lambda: self._desk.forget_key(engine), self._take_key, self._refuse)

    def _take_key(self, state: KeyState) -> None:
        self.told.hide()
        self.show_key(state)
        self.key_changed.emit()

    def _try(self) -> None:
        self.test.setEnabled(False)
        self._tell(self.tr("Asking…"), "muted")
        trying = partial(self._desk.trying, self._engine.key)
        self._background.run(trying, done=self._works, failed=self._refuse)

    def _works(self, sentence: str | None) -> None:
        self.test.setEnabled(True)
        self._tell(said(sentence or ""), "ok")

    def _refuse(self, error: WorkbenchError) -> None:
        self.test.setEnabled(True)
        self._tell(said(error.sentence), "accent")

    def _tell(self, words: str, tone: str) -> None:
        self.told.set_tone(tone)
        self.told.setText(words)
        self.told.setAccessibleName(words)
        self.told.show()

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{words}: {self.name}")
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        return button

    def _lay_out(self, rows: Sequence[SettingRow]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(self.name, role="heading"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.key, 1)
        line.addWidget(self.keep)
        line.addWidget(self.forget)
        layout.addWidget(self.place)
        layout.addLayout(line)
        for widget in (self.place, self.key, self.keep, self.forget):
            widget.setVisible(self._engine.takes_key)
        for row in rows:
            layout.addWidget(row)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.test)
        below.addWidget(self.told, 1)
        layout.addLayout(below)
