"""Misspelt words in the Editor: a line of their own, better words by key, words to be known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from tests.ui.editor.real import RealLibrary

from workbench.checks.spelling import CHECK
from workbench.model.passage import CheckContext
from workbench.ui.editor.values import Paint

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def spelling(editor, qtbot):
    editor.desk.findings = lambda passage: list(CHECK.check(passage, CheckContext()))
    editor.press(Qt.Key.Key_Down, CTRL)
    editor.type("The goverment met and flurbled.")
    qtbot.waitUntil(lambda: len(marks(editor)) == 2, timeout=20_000)
    yield editor
    editor.screen.spelling.menu.hide()


def marks(editor):
    view = editor.screen.view
    return [mark for mark in view.marks_of(view.active).target if mark.paint is Paint.SPELLING]


def offered(editor):
    return [act.text() for act in editor.screen.spelling.menu.actions() if act.text()]


def test_misspelt_words_have_a_line_of_their_own(spelling):
    look = spelling.screen.look
    assert [(mark.start, mark.length) for mark in marks(spelling)] == [(4, 9), (22, 8)]
    colours = {paint: look.format(paint).underlineColor().name() for paint in Paint}
    others = [Paint.ERROR, Paint.WARNING, Paint.NOTE, Paint.TERM]
    assert colours[Paint.SPELLING] not in {colours[each] for each in others}


def test_a_key_goes_to_the_word_and_enter_takes_the_best_one(spelling, qtbot):
    menu = spelling.screen.spelling.menu
    spelling.edit.set_caret(0)
    spelling.press(Qt.Key.Key_F7)
    qtbot.waitUntil(menu.isVisible, timeout=20_000)
    assert spelling.edit.selected_text() == "goverment"
    assert offered(spelling)[0] == "government"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert spelling.edit.text() == "The government met and flurbled."
    spelling.settle()
    spelling.press(Qt.Key.Key_Z, CTRL)
    spelling.settle()
    assert spelling.edit.text() == "The goverment met and flurbled."


@pytest.mark.parametrize(("wanted", "is_of_article"), [("this article", True), ("the library", False)])
def test_a_word_is_added_to_the_article_or_the_library(spelling, qtbot, wanted, is_of_article):
    menu = spelling.screen.spelling.menu
    spelling.edit.set_caret(18)
    spelling.press(Qt.Key.Key_F7)
    qtbot.waitUntil(menu.isVisible, timeout=20_000)
    next(act for act in menu.actions() if wanted in act.text()).trigger()
    spelling.settle()
    assert spelling.desk.words == [("flurbled", is_of_article)]


def test_the_menu_at_a_misspelt_word_offers_better_ones_and_elsewhere_the_ordinary_acts(spelling, qtbot):
    menu, edit = spelling.screen.spelling.menu, spelling.edit
    edit.set_caret(7)
    edit.customContextMenuRequested.emit(edit.cursorRect().center())
    qtbot.waitUntil(menu.isVisible, timeout=20_000)
    assert "government" in offered(spelling)
    menu.hide()
    edit.set_caret(1)
    edit.customContextMenuRequested.emit(edit.cursorRect().center() + QPoint(0, 0))
    assert "government" not in offered(spelling)
    assert offered(spelling)


def test_nothing_is_offered_while_an_input_method_composes(spelling, qtbot):
    QApplication.sendEvent(spelling.edit, QInputMethodEvent("guo", []))
    spelling.press(Qt.Key.Key_F7)
    qtbot.wait(30)
    assert not spelling.screen.spelling.menu.isVisible()


def test_where_spelling_is_not_judged_the_key_says_why(editor):
    editor.desk.not_spelt = "Spelling is checked in English only."
    editor.press(Qt.Key.Key_F7)
    assert editor.screen.notice.label.text() == "Spelling is checked in English only."


def test_a_library_knows_where_spelling_is_judged(tmp_path, monkeypatch):
    real = RealLibrary(tmp_path)
    desk = real.desk()
    desk.open_edition(real.key, "en")
    assert desk.why_not_spelt() == ""
    monkeypatch.setattr("workbench.ui.editor.bound_spelling.can_spell", lambda: False)
    assert "no dictionary is installed" in desk.why_not_spelt()
    real.library.close()
