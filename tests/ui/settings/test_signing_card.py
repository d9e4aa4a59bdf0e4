"""A signing key is made, unlocked and revoked in the Settings window, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.desk import private_keys
from workbench.desk.signing_keys import active_key, list_keys
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.ui.settings.desk import SettingsDesk
from workbench.ui.settings.window import SettingsWindow

PASSPHRASE = "a long enough one"


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setattr(private_keys, "can_keep_keys", lambda: False)
    monkeypatch.setattr(private_keys, "_unlocked", {})
    with open_library(tmp_path / "office.workbench") as made:
        add_person(made, "Editor A")
        yield made


@pytest.fixture
def settings(qtbot, theme, background, library):
    around = QWidget()
    qtbot.addWidget(around)
    window = SettingsWindow(
        around, theme, background, SettingsDesk(library, 1), may_change=True, page="review"
    )
    window.show()
    qtbot.waitUntil(lambda: window.is_ready, timeout=10_000)
    yield window
    window.close()  # and until then the widget around it is kept


@pytest.fixture
def card(settings):
    return settings.signing


def type_and_press(field, words, button):
    field.setFocus()
    QTest.keyClicks(field, words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_key_is_made_with_a_passphrase_that_is_not_shown(qtbot, library, card):
    assert "not proof against the owner of this computer" in card.promise.text()
    assert card.field.echoMode() is QLineEdit.EchoMode.Password
    type_and_press(card.field, PASSPHRASE, card.make)
    qtbot.waitUntil(lambda: active_key(library, 1) is not None and "signed with the key" in card.state.text())
    (row,) = list_keys(library)
    assert row.fingerprint in card.state.text()
    assert card.field.text() == ""
    assert "without their key" in card.promise.text()


def test_without_keyring_and_passphrase_the_card_says_what_to_do(qtbot, library, card):
    type_and_press(card.field, "", card.make)
    qtbot.waitUntil(lambda: "Give a passphrase" in card.told.text())
    assert list_keys(library) == []


def test_a_key_is_unlocked_and_revoked_with_a_reason(qtbot, library, card, monkeypatch):
    type_and_press(card.field, PASSPHRASE, card.make)
    qtbot.waitUntil(lambda: "signed with the key" in card.state.text())
    private_keys._unlocked.clear()
    card.show_state(card._desk.signing())
    assert "locked" in card.state.text()
    type_and_press(card.field, "a wrong passphrase", card.unlock)
    qtbot.waitUntil(lambda: "not the passphrase" in card.told.text())
    type_and_press(card.field, PASSPHRASE, card.unlock)
    qtbot.waitUntil(lambda: "locked" not in card.state.text())
    card.revoke.setFocus()
    QTest.keyClick(card.revoke, Qt.Key.Key_Space)
    assert card.field.echoMode() is QLineEdit.EchoMode.Normal
    type_and_press(card.field, "A new computer", card.revoke)
    qtbot.waitUntil(lambda: "not signed" in card.state.text())
    (row,) = list_keys(library)
    assert row.reason == "A new computer"
