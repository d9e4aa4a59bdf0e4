"""Comments on chosen words: marked in the text, answered in threads, settled and opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from workbench.ui.editor.values import Paint

CTRL = Qt.KeyboardModifier.ControlModifier


def say(editor, words):
    field = editor.screen.panel.comments.field
    editor.qtbot.keyClicks(field, words)
    editor.press(Qt.Key.Key_Return, CTRL, widget=field)
    editor.settle()
    editor.qtbot.waitUntil(lambda: list(editor.screen.advice.comments) == editor.desk.comments)


def marked(editor):
    marks = editor.screen.advice.marks_of(editor.place).target
    text = editor.edit.text()
    return [text[m.start : m.start + m.length] for m in marks if m.paint is Paint.COMMENTED]


def press(editor, words):
    buttons = editor.screen.panel.comments.findChildren(QToolButton)
    next(button for button in buttons if words in button.text()).click()


def comment_on_words(editor):
    editor.edit.select(7, 20)
    editor.press(Qt.Key.Key_M, CTRL)
    say(editor, "Which quarter?")


def test_the_words_a_comment_speaks_of_are_marked_and_followed(editor):
    comment_on_words(editor)
    assert editor.desk.comments[0].quoted == "first quarter"
    assert marked(editor) == ["first quarter"]
    editor.edit.set_caret(0)
    editor.type("So: ")
    editor.settle()
    assert marked(editor) == ["first quarter"]
    editor.edit.select(11, 24)
    editor.edit.put("year")
    editor.settle()
    assert marked(editor) == []


def test_a_thread_is_answered_counted_once_settled_and_opened_again(editor, qtbot):
    comment_on_words(editor)
    press(editor, "Answer")
    assert editor.screen.panel.comments.field.hasFocus()
    say(editor, "The one of 2020.")
    assert [(each.parent_id, each.text) for each in editor.desk.comments] == [
        (None, "Which quarter?"),
        (1, "The one of 2020."),
    ]
    tabs = editor.screen.panel.tabs
    assert tabs.tabText(2) == "Comments 1"
    press(editor, "Resolve")
    qtbot.waitUntil(lambda: tabs.tabText(2) == "Comments")
    assert marked(editor) == []
    press(editor, "Reopen")
    qtbot.waitUntil(lambda: tabs.tabText(2) == "Comments 1")
    assert marked(editor) == ["first quarter"]


def test_leaving_an_answer_makes_the_next_words_a_new_comment(editor):
    comment_on_words(editor)
    press(editor, "Answer")
    editor.press(Qt.Key.Key_Escape, widget=editor.screen.panel.comments.field)
    editor.press(Qt.Key.Key_M, CTRL)
    say(editor, "Another thing")
    assert editor.desk.comments[1].parent_id is None
