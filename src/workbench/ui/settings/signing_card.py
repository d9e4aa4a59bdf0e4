"""A person's own signing key in the Settings window, and in plain words what approvals are worth with and without."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from workbench.errors import WorkbenchError
from workbench.ui.background import Background
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.settings.desk import SettingsDesk, SigningState


class SigningCard(QFrame):
    """Makes, unlocks and revokes a key; a passphrase that was typed is handed on at once and never shown again."""

    def __init__(self, desk: SettingsDesk, background: Background, state: SigningState) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._background = desk, background
        self.promise = PlainLabel(tone="muted", wraps=True)
        self.state = PlainLabel(wraps=True)
        self.field = QLineEdit()
        self.make = self._button(self.tr("Make a key"), self._make)
        self.unlock = self._button(self.tr("Unlock"), self._unlock)
        self.revoke = self._button(self.tr("Revoke…"), self._ask_reason)
        self.told = PlainLabel(wraps=True)
        self._asks_reason = False
        self._lay_out()
        self.show_state(state)

    def show_state(self, state: SigningState) -> None:
        """Say whether approvals are signed, and offer what can be done about it."""
        self._asks_reason = False
        self.promise.setText(said(state.promise))
        self.state.setText(self._say(state))
        self.told.hide()
        self.make.setText(self.tr("Make a new key") if state.key else self.tr("Make a key"))
        self.revoke.setText(self.tr("Revoke…"))
        self.make.setVisible(state.can_sign)
        self.unlock.setVisible(state.is_locked)
        self.revoke.setVisible(state.key is not None)
        self.field.setEnabled(state.can_sign)
        self._ask_passphrase()

    def _say(self, state: SigningState) -> str:
        if not state.can_sign:
            return self.tr("Say who is working first: keys belong to people.")
        if state.key is None:
            return self.tr("Your approvals are not signed.")
        words = self.tr("Your approvals are signed with the key %1, since %2.")
        words = words.replace("%1", state.key.fingerprint).replace("%2", f"{state.key.added_at:%Y-%m-%d}")
        if state.is_locked:
            return words + " " + self.tr("It is locked: type its passphrase.")
        return words if state.is_at_hand else words + " " + self.tr("It is not on this computer.")

    def _ask_passphrase(self) -> None:
        self.field.clear()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self._name_field(
            self.tr("Passphrase (without one the key is kept in the keyring)"),
            self.tr("Passphrase of the signing key"),
        )

    def _ask_reason(self) -> None:
        if self._asks_reason:
            reason = self.field.text()
            self._background.write(
                lambda: self._desk.revoke_signing_key(reason), self.show_state, self._refuse
            )
            return
        self._asks_reason = True
        self.field.clear()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal)
        self._name_field(self.tr("Why the key is revoked"), self.tr("Why the key is revoked"))
        self.revoke.setText(self.tr("Revoke the key"))
        self.field.setFocus()

    def _name_field(self, placeholder: str, name: str) -> None:
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(name)

    def _make(self) -> None:
        self._hand_on(self._desk.make_signing_key)

    def _unlock(self) -> None:
        self._hand_on(self._desk.unlock_signing_key)

    def _hand_on(self, act: object) -> None:
        passphrase = "" if self._asks_reason else self.field.text()
        self._ask_passphrase()
        self._background.write(lambda: act(passphrase), self.show_state, self._refuse)  # type: ignore[operator]

    def _refuse(self, error: WorkbenchError) -> None:
        self.told.set_tone("accent")
        self.told.setText(said(error.sentence))
        self.told.setAccessibleName(self.told.text())
        self.told.show()

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(self.tr("Signed approvals"), role="heading"))
        layout.addWidget(self.promise)
        layout.addWidget(self.state)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        for button in (self.unlock, self.make, self.revoke):
            line.addWidget(button)
        layout.addLayout(line)
        layout.addWidget(self.told)
