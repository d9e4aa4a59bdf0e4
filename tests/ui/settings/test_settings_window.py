"""The Settings window: what is declared can be found, changed and is refused in words; keys are never shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from tests.engines.deepl_server import KEY, DeeplServer

from workbench.desk.keys import FROM_ENVIRONMENT, forget_key, key_of
from workbench.desk.settling import change_setting, read_settings
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.model.kinds import Role
from workbench.settings import DECLARED
from workbench.ui.settings.desk import SettingsDesk
from workbench.ui.settings.window import SettingsWindow

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    for names in FROM_ENVIRONMENT.values():
        for name in names:
            monkeypatch.delenv(name, raising=False)
    yield
    forget_key("deepl")


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "office.workbench") as made:
        yield made


@pytest.fixture
def admin(library):
    return add_person(library, "Editor A").id


@pytest.fixture
def open_settings(qtbot, theme, background, library):
    around = QWidget()  # a window that is closed deletes itself, which pytest-qt does not expect
    qtbot.addWidget(around)

    def open_as(person, *, may_change=True, page=""):
        desk = SettingsDesk(library, person)
        window = SettingsWindow(around, theme, background, desk, may_change=may_change, page=page)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.is_ready, timeout=10_000)
        assert window.isActiveWindow()
        return window

    return open_as


@pytest.fixture
def settings(open_settings, admin):
    return open_settings(admin)


def stored(library, name):
    return read_settings(library)[name]


def pages(window):
    items = [window.list.item(place) for place in range(window.list.count())]
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if not item.isHidden()]


def test_every_declared_setting_has_its_line_on_the_page_of_its_group(settings):
    assert set(settings.rows) == {setting.name for setting in DECLARED}
    assert set(pages(settings)) == {setting.group for setting in DECLARED}
    assert all(row.field.focusProxy().accessibleName() for row in settings.rows.values())


def test_a_text_is_kept_when_its_line_is_left(settings, library, qtbot):
    settings.show_page("memory")
    line = settings.rows["memory_minimum"].field.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "85")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: stored(library, "memory_minimum") == "85")
    assert settings.rows["memory_minimum"].back.isVisibleTo(settings)


def test_what_cannot_be_is_refused_under_its_line_and_can_be_mended(settings, library, qtbot):
    settings.show_page("memory")
    row = settings.rows["memory_minimum"]
    row.field.line.selectAll()
    QTest.keyClicks(row.field.line, "850")
    QTest.keyClick(row.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "A number from 1 to 100" in row.problem.text())
    assert row.field.line.text() == "850"
    assert stored(library, "memory_minimum") == "70"
    QTest.keyClick(row.field.line, Qt.Key.Key_Backspace)
    QTest.keyClick(row.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(library, "memory_minimum") == "85")
    assert not row.problem.isVisibleTo(settings)


def test_ticks_and_lists_are_worked_by_keys(settings, library, qtbot):
    settings.show_page("editor")
    QTest.keyClick(settings.rows["smart_quotes"].field.box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stored(library, "smart_quotes") == "on")
    settings.show_page("style")
    box = settings.rows["spelling"].field.box
    assert isinstance(box, QComboBox)
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: stored(library, "spelling") == "uk")
    settings.rows["spelling"].back.click()
    qtbot.waitUntil(lambda: stored(library, "spelling") == "us")


def test_engines_are_put_in_order_by_keys(settings, library, qtbot):
    settings.show_page("engines")
    order = settings.rows["engine_order"].field.list
    order.setCurrentRow(1)
    QTest.keyClick(order, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: stored(library, "engine_order") == "memory,chat,deepl,ctranslate2")
    order.setCurrentRow(0)
    QTest.keyClick(order, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stored(library, "engine_order") == "chat,deepl,ctranslate2")


def test_a_setting_is_found_by_its_words(settings):
    QTest.keyClicks(settings.search, "headline")
    assert pages(settings) == ["style"]
    assert settings.rows["headline_words"].isVisibleTo(settings)
    assert not settings.rows["spelling"].isVisibleTo(settings)
    settings.search.clear()
    assert len(pages(settings)) == len({setting.group for setting in DECLARED})


def test_only_an_admin_changes_settings(open_settings, library, admin):
    translator = add_person(library, "Translator A", [Role.TRANSLATOR], by=admin).id
    window = open_settings(translator, may_change=False)
    assert not any(row.field.isEnabled() for row in window.rows.values())
    assert window.boxes["deepl"].key.isEnabled()


def test_a_key_is_kept_for_the_session_and_never_shown(open_settings, library, qtbot):
    window = open_settings(admin, page="engines")
    box = window.boxes["deepl"]
    assert "no keyring" in box.place.text()
    assert box.key.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(box.key, KEY)
    QTest.keyClick(box.key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: key_of("deepl") == KEY)
    qtbot.waitUntil(lambda: "until the program is closed" in box.place.text())
    assert box.key.text() == ""
    box.forget.click()
    qtbot.waitUntil(lambda: key_of("deepl") == "")


def test_what_is_no_key_is_said(open_settings, library, admin, qtbot):
    box = open_settings(admin, page="engines").boxes["deepl"]
    QTest.keyClicks(box.key, "my key")
    QTest.keyClick(box.key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "That is no key" in box.told.text())


def test_a_key_of_the_environment_is_named_and_cannot_be_forgotten_here(
    open_settings, library, admin, monkeypatch
):
    monkeypatch.setenv("DEEPL_AUTH_KEY", KEY)
    box = open_settings(admin, page="engines").boxes["deepl"]
    assert "DEEPL_AUTH_KEY" in box.place.text()
    assert not box.forget.isEnabled()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("", "DeepL accepts the key. 1,000 of 500,000 characters"),
        ("403", "does not accept the key"),
        ("456", "used up its characters"),
        ("a page of HTML", "log-in page"),
    ],
)
def test_the_connection_is_tried_in_words(open_settings, library, admin, qtbot, monkeypatch, kind, words):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    server = DeeplServer()
    change_setting(library, admin, "deepl_server", server.address)
    if kind:
        server.fail(kind, on="/v2/usage")
    box = open_settings(admin, page="engines").boxes["deepl"]
    QTest.keyClick(box.test, Qt.Key.Key_Space)
    assert not box.test.isEnabled()
    qtbot.waitUntil(lambda: words in box.told.text(), timeout=10_000)
    assert box.test.isEnabled()
    server.close()


def test_without_a_key_the_button_says_where_to_put_one(open_settings, library, admin, qtbot):
    box = open_settings(admin, page="engines").boxes["deepl"]
    box.test.click()
    qtbot.waitUntil(lambda: "needs the key" in box.told.text())


def test_closing_while_a_server_keeps_silent_harms_nothing(open_settings, library, admin, qtbot, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    server = DeeplServer()
    change_setting(library, admin, "deepl_server", server.address)
    server.fail("silent", on="/v2/usage")
    window = open_settings(admin, page="engines")
    deleted = []
    window.destroyed.connect(lambda: deleted.append(True))
    window.boxes["deepl"].test.click()
    qtbot.waitUntil(lambda: server.calls != [])
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(deleted))
    server.close()
