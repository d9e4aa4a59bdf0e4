"""Typing, saving, leaving rows: real keys, then a look into the library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.editor.fake_desk import FakeDesk

from workbench.errors import LibraryError, Reason, RefusedError
from workbench.model.kinds import Stage, State
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.editor.values import Saved

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_caret_begins_in_the_first_unconfirmed_row(editor):
    assert editor.place == 3
    assert editor.edit.hasFocus()
    assert editor.edit.text().endswith("year on year")


def test_what_is_typed_is_in_the_library_within_a_second_without_saving(editor, qtbot):
    editor.type(" again")
    qtbot.waitUntil(lambda: editor.desk.text(4).endswith(" again"), timeout=20_000)


def test_text_typed_without_a_pause_is_saved_meanwhile(editor, qtbot):
    for _ in range(12):
        editor.type("x")
        qtbot.wait(100)
    assert "xxx" in editor.desk.text(4)


def test_saved_is_said_only_after_the_library_answered(editor, qtbot):
    seen = []
    editor.screen.statusChanged.connect(lambda status: seen.append((status.saved, editor.desk.text(4)[-1])))
    editor.type("!")
    editor.settle()
    assert seen[0][0] is Saved.SAVING
    assert seen[-1] == (Saved.SAVED, "!")
    assert all(last == "!" for saved, last in seen if saved is Saved.SAVED)


def test_leaving_the_row_saves_it_at_once(editor):
    editor.type(" more")
    editor.press(Qt.Key.Key_Down, CTRL)
    editor.settle()
    assert editor.desk.text(4).endswith(" more")
    assert editor.place == 4


def test_typing_takes_the_confirm_mark_off(editor):
    editor.screen.view.enter(1)
    editor.type("x")
    assert editor.model.state(1) is State.INITIAL
    editor.settle()
    assert editor.desk.read_rows([2])[0].state is State.INITIAL


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_confirming_goes_to_the_next_unconfirmed_row(editor, key):
    editor.press(key, CTRL)
    editor.settle()
    assert editor.desk.read_rows([4])[0].state is State.TRANSLATED
    assert editor.place == 4


def test_confirming_saves_what_was_typed_just_before(editor):
    editor.type(" indeed")
    editor.press(Qt.Key.Key_Return, CTRL)
    editor.settle()
    row = editor.desk.read_rows([4])[0]
    assert row.target.endswith(" indeed")
    assert row.state is State.TRANSLATED


def test_an_empty_row_cannot_be_confirmed_and_says_why(editor):
    editor.press(Qt.Key.Key_Down, CTRL)
    said = []
    editor.screen.said.connect(said.append)
    editor.press(Qt.Key.Key_Return, CTRL)
    assert editor.place == 4
    assert "empty" in said[0]


def test_confirm_and_next_goes_to_the_next_row_whatever_its_state(editor):
    editor.screen.view.enter(0)
    editor.press(Qt.Key.Key_Return, CTRL | ALT)
    assert editor.place == 1


def test_plain_enter_neither_confirms_nor_writes(editor):
    before = editor.edit.text()
    editor.press(Qt.Key.Key_Return)
    editor.settle()
    assert editor.edit.text() == before
    assert editor.place == 3
    assert editor.desk.read_rows([4])[0].state is State.INITIAL


def test_arrows_leave_the_row_at_its_edges(editor):
    editor.edit.set_caret(0)
    editor.press(Qt.Key.Key_Up)
    assert editor.place == 2
    editor.press(Qt.Key.Key_Down)
    assert editor.place == 3


def test_page_keys_move_by_what_is_in_sight(editor):
    editor.press(Qt.Key.Key_PageDown)
    assert editor.place == 7
    editor.press(Qt.Key.Key_PageUp)
    assert editor.place < 7


def test_copying_the_source_puts_it_into_the_row(editor):
    editor.screen.view.enter(4)
    editor.press(Qt.Key.Key_Insert, CTRL)
    editor.settle()
    assert editor.desk.text(5) == "高质量发展"


def test_paste_takes_plain_text_only(editor):
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText(" bold")
    QGuiApplication.clipboard().setMimeData(data)
    editor.press(Qt.Key.Key_V, CTRL)
    editor.settle()
    assert editor.desk.text(4).endswith("year on year bold")


def test_several_pasted_lines_ask_and_can_fill_several_rows(editor):
    asked = []
    editor.edit.linesPasted.disconnect()
    editor.edit.linesPasted.connect(asked.append)
    QGuiApplication.clipboard().setText("One.\nTwo.\n\nThree.\n")
    editor.press(Qt.Key.Key_V, CTRL)
    assert asked == [["One.", "Two.", "Three."]]
    editor.screen.commands.put_lines(asked[0])
    editor.settle()
    assert [editor.desk.text(key) for key in (4, 5, 6)] == ["One.", "Two.", "Three."]
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert editor.desk.text(4).startswith("In the first quarter")
    assert [editor.desk.text(key) for key in (5, 6)] == ["", ""]


def test_text_that_could_not_be_saved_stays_and_is_saved_later(editor, qtbot):
    editor.desk.failing = LibraryError("The disk is full. Make room.")
    said = []
    editor.screen.said.connect(said.append)
    editor.type("?")
    editor.settle()
    assert editor.screen.status().saved is Saved.NOT_SAVED
    assert said == ["The disk is full. Make room."]
    editor.desk.failing = None
    qtbot.waitUntil(lambda: editor.desk.text(4).endswith("?"), timeout=20_000)
    editor.settle()
    assert editor.screen.status().saved is Saved.SAVED


def test_refused_text_stays_on_the_screen_with_the_reason(editor):
    editor.desk.failing = RefusedError(Reason("wrong-stage", "This edition is published."))
    said = []
    editor.screen.said.connect(said.append)
    editor.type("?")
    editor.settle()
    assert said == ["This edition is published."]
    assert editor.edit.text().endswith("?")


def test_the_counts_below_follow_every_act(editor):
    before = editor.screen.status()
    editor.type(" two words")
    editor.press(Qt.Key.Key_Return, CTRL)
    editor.settle()
    after = editor.screen.status()
    assert after.confirmed == before.confirmed + 1
    assert after.words == before.words + 2
    assert after.total == 8


def test_the_headline_above_follows_while_it_is_written(editor, qtbot):
    editor.screen.view.enter(0)
    editor.type(" Today")
    title = editor.screen.header.title
    qtbot.waitUntil(lambda: title.accessibleName().endswith("Work Today"))


def test_every_row_can_be_read_by_a_screen_reader(editor):
    cells = [editor.model.data(editor.model.index(3, column)) for column in range(4)]
    assert cells[0] == "4"
    assert cells[1].startswith("一季度")
    assert cells[2].startswith("In the first")
    assert cells[3] == "draft"
    assert "row 4" in editor.edit.accessibleName()


def test_a_published_page_takes_no_text_and_says_why(open_editor):
    desk = FakeDesk(stage=Stage.PUBLISHED)
    editor = open_editor(desk)
    said = []
    editor.screen.said.connect(said.append)
    before = editor.edit.text()
    editor.type("x")
    editor.press(Qt.Key.Key_Return, CTRL)
    editor.press(Qt.Key.Key_Insert, CTRL)
    editor.settle()
    assert editor.edit.text() == before
    assert desk.saves == []
    assert all("correction" in sentence for sentence in said)
    assert len(said) == 3


def test_quotes_and_dashes_are_set_while_typing_when_the_house_wants_it(open_editor):
    desk = FakeDesk(types_smartly=True)
    editor = open_editor(desk)
    editor.screen.view.enter(4)
    editor.type("He said: \"It's Hunan's--not ours.\"")
    editor.settle()
    assert desk.text(5) == "He said: “It’s Hunan’s—not ours.”"
    editor.press(Qt.Key.Key_Backspace)
    editor.settle()
    assert desk.text(5) == 'He said: “It’s Hunan’s—not ours."'
    editor.press(Qt.Key.Key_Backspace)
    editor.settle()
    assert desk.text(5) == "He said: “It’s Hunan’s—not ours."


def test_quotes_stay_straight_where_the_house_says_nothing(editor):
    editor.screen.view.enter(4)
    editor.type('"a" -- b')
    editor.settle()
    assert editor.desk.text(5) == '"a" -- b'


def test_dropped_text_comes_in_where_it_is_dropped(editor):
    data = QMimeData()
    data.setHtml("<b>city</b>")
    data.setText("city ")
    editor.edit.set_caret(3)
    spot = editor.edit.cursorRect().center()
    button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copying = Qt.DropAction.CopyAction
    view = editor.edit.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(spot, copying, data, button, no_keys))
    QApplication.sendEvent(view, QDragMoveEvent(spot, copying, data, button, no_keys))
    QApplication.sendEvent(view, QDropEvent(spot.toPointF(), copying, data, button, no_keys))
    editor.settle()
    assert editor.desk.text(4).startswith("In city the first quarter")


def test_what_is_typed_while_an_article_is_still_read_presses_no_button(qtbot, editor):
    screen = EditorScreen(editor.desk, editor.theme, editor.actions, editor.background)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    left = []
    screen.backRequested.connect(lambda: left.append(True))
    screen.back_to_text()
    focused: QWidget | None = screen.focusWidget()
    qtbot.keyClicks(screen if focused is None else focused, "two words")
    assert left == []
    screen.open("article", "en")
    qtbot.waitUntil(lambda: screen.focusWidget() is screen.view.target_edit, timeout=20_000)
    screen.session.close()
