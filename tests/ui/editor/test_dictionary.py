"""The dictionary in the Editor: under the pointer, on a key, by keyboard alone, and out of the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.model.passage import CheckContext, KnownName, TermEntry, TermForm
from workbench.ui.language import Language

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def popup(editor):
    return editor.screen.dictionary.popup


def ask(editor, qtbot):
    editor.press(Qt.Key.Key_F4)
    popup = editor.screen.dictionary.popup
    qtbot.waitUntil(popup.isVisible, timeout=20_000)
    return popup


def shown(popup):
    return [popup.list.item(row).text() for row in range(popup.list.count())]


def walk_to(editor, qtbot, popup, word):
    for _ in range(20):
        if popup.head.text().startswith(word):
            return
        before = popup.head.text()
        qtbot.keyClick(popup.list, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda before=before: popup.head.text() != before, timeout=20_000)
    raise AssertionError(popup.head.text())


def test_a_key_opens_it_at_the_first_word_with_reading_and_glosses(editor, qtbot):
    popup = ask(editor, qtbot)
    assert popup.head.text().startswith("一季度") or popup.head.text().startswith("一")
    assert popup.list.hasFocus()
    assert "CC-CEDICT" in popup.hint.text()


def test_arrows_walk_through_the_words_and_enter_inserts_a_gloss(editor, qtbot):
    editor.press(Qt.Key.Key_Down, CTRL)
    popup = ask(editor, qtbot)
    walk_to(editor, qtbot, popup, "发展")
    gloss = popup.list.currentItem().data(Qt.ItemDataRole.UserRole)
    assert editor.screen.view.source_view.selected_text() == "发展"
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert editor.edit.text() == gloss == "development"
    assert not popup.isVisible()
    assert editor.edit.hasFocus()


def test_copying_leaves_the_text_alone(editor, qtbot):
    popup = ask(editor, qtbot)
    before = editor.edit.text()
    qtbot.keyClick(popup.list, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == popup.list.currentItem().data(Qt.ItemDataRole.UserRole)
    assert editor.edit.text() == before


def test_another_language_of_the_interface_is_followed_while_it_is_open(editor, qtbot):
    popup = ask(editor, qtbot)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    row, meanings = popup.list.currentRow(), shown(popup)
    language = Language("en")
    try:
        language.use("zh_CN")
        qtbot.waitUntil(lambda: "关闭" in popup.hint.text(), timeout=20_000)
        assert "Meanings" not in popup.list.accessibleName()
        assert (popup.list.currentRow(), shown(popup)) == (row, meanings)
    finally:
        language.fall_silent()


def test_escape_closes_it_and_goes_back_to_the_text(editor, qtbot):
    popup = ask(editor, qtbot)
    qtbot.keyClick(popup.list, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert editor.edit.hasFocus()


def test_terms_and_names_of_the_house_stand_first(editor, qtbot):
    editor.desk.vocabulary = CheckContext(
        terms=(TermEntry(("一季度",), (TermForm("the first quarter"),)),), names=(KnownName("湖南", "Hunan"),)
    )
    popup = ask(editor, qtbot)
    assert shown(popup)[0] == "★ the first quarter"
    walk_to(editor, qtbot, popup, "湖南")
    assert shown(popup)[0] == "★ Hunan"


def test_the_word_under_the_resting_pointer_is_shown_without_taking_the_focus(editor, qtbot, popup):
    view = editor.screen.view
    place = editor.place + 1
    box = view.source_box(place, 0, 1)
    QTest.mouseMove(view.viewport(), box.center())
    qtbot.waitUntil(popup.isVisible, timeout=20_000)
    assert popup.head.text().startswith("高质量") or popup.head.text().startswith("高")
    assert editor.edit.hasFocus()
    editor.type("x")
    assert not popup.isVisible()


def test_the_pointer_beside_the_text_finds_no_word(editor):
    view = editor.screen.view
    box = view.source_box(editor.place + 1, 0, 1)
    assert view.source_under(box.center()) == (editor.place + 1, 0)
    assert view.source_under(QPoint(view.columns.target_text + 30, box.center().y())) is None


def test_the_second_half_of_a_character_is_still_that_character(editor):
    view = editor.screen.view
    box = view.source_box(editor.place + 1, 2, 3)
    for x in (box.left() + 1, box.right() - 1):
        assert view.source_under(QPoint(x, box.center().y())) == (editor.place + 1, 2)


def test_an_input_method_is_not_disturbed(editor, qtbot, popup):
    QApplication.sendEvent(editor.edit, QInputMethodEvent("guo", []))
    editor.press(Qt.Key.Key_F4)
    qtbot.wait(30)
    assert not popup.isVisible()
    assert editor.desk.consulted == []


def test_a_screen_reader_hears_the_word_and_its_meanings(editor, qtbot):
    popup = ask(editor, qtbot)
    heard = QAccessible.queryAccessibleInterface(popup.list)
    assert heard.text(QAccessible.Text.Name).startswith("Meanings of ")
    assert popup.list.accessibleDescription()
