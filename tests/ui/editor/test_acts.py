"""Split, join, leave out, undo and redo, conflicts, and what others do meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from workbench.model.changes import Changes
from workbench.model.kinds import Origin, State
from workbench.ui.editor.values import Saved, Suggestion

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_splitting_at_the_caret_makes_two_rows_and_goes_to_the_second(editor):
    editor.edit.set_caret(len("In the first quarter, "))
    editor.press(Qt.Key.Key_T, CTRL)
    editor.settle()
    assert editor.desk.stored[3].target == "In the first quarter,"
    assert editor.desk.stored[4].target.startswith("Hunan’s total")
    assert len(editor.desk.stored) == 9
    assert editor.place == 4
    assert editor.edit.text().startswith("Hunan’s total")


def test_letters_typed_while_a_split_is_under_way_are_not_lost(editor):
    editor.edit.set_caret(len("In the first quarter, "))
    editor.press(Qt.Key.Key_T, CTRL)
    editor.type("abc")
    editor.settle()
    editor.settle()
    assert "abc" in "".join(row.target for row in editor.desk.stored)


def test_joining_takes_the_next_row_in(editor):
    editor.screen.view.enter(1)
    editor.press(Qt.Key.Key_J, CTRL)
    editor.settle()
    assert len(editor.desk.stored) == 7
    assert "work. He stressed" in editor.edit.text()
    assert editor.place == 1


def test_undo_goes_back_through_typing_confirm_split_and_join(editor):
    before = [(row.target, row.state) for row in editor.desk.stored]
    editor.type(" one two")
    editor.press(Qt.Key.Key_Return, CTRL)
    editor.settle()
    editor.screen.view.enter(2, 10)
    editor.press(Qt.Key.Key_T, CTRL)
    editor.settle()
    editor.screen.view.enter(0)
    editor.press(Qt.Key.Key_J, CTRL)
    editor.settle()
    after = [(row.target, row.state) for row in editor.desk.stored]
    steps = 0
    while editor.screen.session.undo_stack.can_undo:
        editor.press(Qt.Key.Key_Z, CTRL)
        editor.settle()
        steps += 1
    assert [(row.target, row.state) for row in editor.desk.stored] == before
    assert editor.texts() == [target for target, _ in before]
    for _ in range(steps):
        editor.press(Qt.Key.Key_Y, CTRL)
        editor.settle()
    assert [(row.target, row.state) for row in editor.desk.stored] == after
    assert editor.texts() == [target for target, _ in after]


def test_undo_puts_the_caret_where_the_change_was(editor):
    editor.edit.set_caret(3)
    editor.type("very ")
    editor.settle()
    editor.screen.view.enter(6)
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert editor.place == 3
    assert editor.edit.text().startswith("In the first")
    assert editor.edit.caret() == 3


def test_typing_is_undone_word_by_word(editor, qtbot):
    for word in (" alpha", " beta"):
        editor.type(word)
        editor.settle()
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert editor.desk.text(4).endswith("alpha")
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert editor.desk.text(4).endswith("year on year")


def test_undo_restores_the_confirm_mark_that_typing_took_off(editor):
    editor.screen.view.enter(1)
    editor.type("x")
    editor.settle()
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert editor.desk.read_rows([2])[0].state is State.TRANSLATED
    assert editor.model.state(1) is State.TRANSLATED


def test_a_suggestion_is_inserted_by_its_key_with_its_origin(editor, qtbot):
    editor.desk.memory = lambda _source: [Suggestion("memory", "Sentence from memory.", Origin.MEMORY, 91)]
    editor.press(Qt.Key.Key_Down, CTRL)
    qtbot.waitUntil(lambda: bool(editor.screen.panel.suggestions.suggestions), timeout=20_000)
    editor.press(Qt.Key.Key_1, CTRL)
    editor.settle()
    row = editor.desk.read_rows([5])[0]
    assert (row.target, row.origin) == ("Sentence from memory.", Origin.MEMORY)
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert editor.desk.text(5) == ""


def test_leaving_out_asks_for_a_reason_and_is_undone_like_anything(editor):
    editor.press(Qt.Key.Key_O, CTRL | SHIFT)
    field = editor.screen.ask_bar.field
    assert field.hasFocus()
    editor.qtbot.keyClicks(field, "repeats row 2")
    editor.press(Qt.Key.Key_Return, widget=field)
    editor.settle()
    row = editor.desk.read_rows([4])[0]
    assert (row.is_omitted, row.reason) == (True, "repeats row 2")
    assert editor.edit.hasFocus()
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert not editor.desk.read_rows([4])[0].is_omitted


def test_somebody_elses_change_shows_at_once(editor):
    editor.desk.somebody_else_saves(2, "Changed elsewhere.")
    editor.screen.session._on_changes(Changes(targets=frozenset({2}), asked_by="other"))
    editor.settle()
    assert editor.model.text(1) == "Changed elsewhere."


def test_a_conflict_shows_both_texts_and_loses_neither(editor):
    editor.type(" mine")
    editor.desk.somebody_else_saves(4, "Theirs.")
    editor.settle()
    bar = editor.screen.conflict_bar
    assert bar.isVisible()
    assert editor.screen.status().saved is Saved.NOT_SAVED
    assert editor.edit.text().endswith(" mine")
    assert editor.desk.text(4) == "Theirs."
    bar._settle(keep_mine=True)
    editor.settle()
    assert editor.desk.text(4).endswith(" mine")
    assert "Theirs." in [revision.text for revision in editor.desk.read_history(4)]
    assert editor.screen.status().saved is Saved.SAVED


def test_taking_theirs_keeps_mine_in_the_history(editor):
    editor.type(" mine")
    editor.desk.somebody_else_saves(4, "Theirs.")
    editor.settle()
    editor.screen.conflict_bar._settle(keep_mine=False)
    editor.settle()
    assert editor.desk.text(4) == "Theirs."
    assert editor.edit.text() == "Theirs."
    assert any(revision.text.endswith(" mine") for revision in editor.desk.read_history(4))


def test_find_and_replace_all_is_one_undo_step(editor):
    editor.press(Qt.Key.Key_H, CTRL)
    bar = editor.screen.find_bar
    bar.find_field.setText("friendship")
    bar.replace_field.setText("sister")
    before = [row.target for row in editor.desk.stored]
    bar.allReplaced.emit()
    editor.preview()
    assert [row.target for row in editor.desk.stored] == before, "nothing changes before somebody says so"
    editor.replace_ticked()
    assert "sister city" in editor.desk.text(2)
    assert "sister" in editor.desk.text(3)
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert [row.target for row in editor.desk.stored] == before


def test_find_goes_round_the_article(editor):
    bar = editor.screen.find_bar
    bar.find_field.setText("friendship city work")
    bar.searched.emit(1)
    assert editor.place == 0
    assert editor.edit.selected_text() == "Friendship City Work"
    bar.searched.emit(1)
    assert editor.place == 1


def test_a_comment_is_said_about_the_row(editor, qtbot):
    editor.press(Qt.Key.Key_M, CTRL)
    field = editor.screen.panel.comments.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Check the number")
    editor.press(Qt.Key.Key_Return, CTRL, widget=field)
    editor.settle()
    assert [(c.target_id, c.text) for c in editor.desk.comments] == [(4, "Check the number")]
    assert editor.place == 3
    assert editor.edit.hasFocus()


def test_chosen_rows_are_copied_as_text_and_as_a_table(editor):
    editor.screen.view.enter(1)
    editor.press(Qt.Key.Key_Down, CTRL | SHIFT)
    editor.press(Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    rows = editor.desk.stored[1:3]
    assert data.text() == "\n".join(f"{row.source}\t{row.target}" for row in rows)
    assert data.html().count("<tr>") == 2
    assert f"<td>{rows[1].source}</td>" in data.html()
    editor.press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert list(editor.screen.view.selected_rows) == []


def test_shift_and_a_click_chooses_the_rows_between(editor, qtbot):
    view = editor.screen.view
    view.enter(0)
    spot = QPoint(40, view.rowViewportPosition(2) + 8)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, SHIFT, spot)
    assert list(view.selected_rows) == [0, 1, 2]
    assert editor.place == 0
    editor.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().count("\n") == 2


def test_copying_without_chosen_rows_copies_the_article(editor):
    editor.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().count("\n") == len(editor.desk.stored) - 1


def test_words_chosen_in_the_panel_do_not_go_into_a_locked_row(editor):
    editor.desk.stored[3] = editor.desk.stored[3]._replace(is_locked=True)
    editor.screen.session.reread()
    editor.settle()
    editor.screen.view.enter(3)
    before = editor.edit.text()
    editor.screen.panel.suggestions.wordsChosen.emit("350 million yuan")
    editor.settle()
    assert editor.edit.text() == before
    assert editor.desk.text(4) == before
    assert "locked" in editor.screen.notice.label.text()


def test_text_typed_and_taken_back_does_not_hide_what_others_write_later(editor):
    before = editor.edit.text()
    editor.type("x")
    editor.press(Qt.Key.Key_Backspace)
    editor.settle()
    assert editor.edit.text() == before
    editor.screen.session.put_text(3, before, Origin.MEMORY)
    editor.settle()
    editor.screen.session.put_texts([(4, "Pasted.")])
    editor.settle()
    assert editor.desk.text(4) == "Pasted."
    assert editor.edit.text() == "Pasted."
    assert editor.screen.status().saved is Saved.SAVED
