"""Two people in one row: both texts are shown, nothing typed is lost, and nobody stands by a text they have not seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from workbench.errors import LibraryError, Reason, RefusedError
from workbench.model.kinds import State
from workbench.ui.editor.values import Saved

CTRL = Qt.KeyboardModifier.ControlModifier
ROW = 4
"""The target that is open at first."""


@pytest.fixture
def in_conflict(editor):
    """The Editor after somebody else saved the row that is being typed in."""
    editor.type(" mine")
    editor.desk.somebody_else_saves(ROW, "Theirs.")
    editor.settle()
    assert editor.screen.conflict_bar.isVisible()
    return editor


def said_in(bar) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def history(editor) -> list[str]:
    return [revision.text for revision in editor.desk.read_history(ROW)]


def test_what_is_typed_before_the_decision_is_part_of_mine(in_conflict):
    in_conflict.type(" and more")
    in_conflict.settle()
    assert "and more" in said_in(in_conflict.screen.conflict_bar)
    in_conflict.screen.conflict_bar.mine.click()
    in_conflict.settle()
    assert in_conflict.desk.text(ROW).endswith(" mine and more")
    assert "Theirs." in history(in_conflict)


def test_what_is_typed_before_the_decision_is_kept_where_theirs_is_taken(in_conflict):
    in_conflict.type(" and more")
    in_conflict.screen.conflict_bar.theirs.click()
    in_conflict.settle()
    assert in_conflict.desk.text(ROW) == in_conflict.edit.text() == "Theirs."
    assert any(text.endswith(" mine and more") for text in history(in_conflict))


def test_every_row_in_conflict_is_asked_about(in_conflict):
    in_conflict.screen.view.enter(5)
    in_conflict.type("Mine below")
    in_conflict.desk.somebody_else_saves(6, "Theirs below")
    in_conflict.settle()
    bar = in_conflict.screen.conflict_bar
    assert "row 4" in said_in(bar)
    bar.mine.click()
    in_conflict.settle()
    assert "row 6" in said_in(bar)
    bar.mine.click()
    in_conflict.settle()
    assert not bar.isVisible()
    assert (in_conflict.desk.text(ROW)[-5:], in_conflict.desk.text(6)) == (" mine", "Mine below")
    assert in_conflict.screen.status().saved is Saved.SAVED


def test_what_they_wrote_since_then_is_not_overwritten_unseen(in_conflict):
    in_conflict.desk.somebody_else_saves(ROW, "Theirs, once more.")
    bar = in_conflict.screen.conflict_bar
    bar.mine.click()
    in_conflict.settle()
    assert in_conflict.desk.text(ROW) == "Theirs, once more."
    assert "once more" in said_in(bar)
    bar.mine.click()
    in_conflict.settle()
    assert in_conflict.desk.text(ROW).endswith(" mine")


def test_a_decision_that_cannot_be_saved_is_asked_for_again(in_conflict):
    in_conflict.desk.failing = LibraryError("The server does not answer.")
    bar = in_conflict.screen.conflict_bar
    bar.mine.click()
    in_conflict.settle()
    assert bar.isVisible()
    in_conflict.desk.failing = None
    bar.mine.click()
    in_conflict.settle()
    assert in_conflict.desk.text(ROW).endswith(" mine")


def test_the_caret_stays_where_somebody_types_when_a_conflict_is_found_above(editor):
    editor.type(" mine")
    editor.desk.somebody_else_saves(ROW, "Theirs.")
    editor.screen.view.enter(5)
    editor.type("Goes on")
    editor.settle()
    editor.type(" here")
    assert editor.place == 5
    assert editor.edit.text() == "Goes on here"
    editor.screen.conflict_bar.row.click()
    assert editor.place == 3


def test_nobody_confirms_a_text_they_have_not_seen(editor):
    editor.type(" mine")
    editor.desk.somebody_else_saves(ROW, "Theirs.")
    editor.press(Qt.Key.Key_Return, CTRL)
    editor.settle()
    assert editor.desk.read_rows([ROW])[0].state is State.INITIAL
    editor.screen.conflict_bar.mine.click()
    editor.settle()
    editor.screen.view.enter(3)
    editor.press(Qt.Key.Key_Return, CTRL)
    editor.settle()
    assert editor.desk.read_rows([ROW])[0].state is State.TRANSLATED


@pytest.mark.parametrize("why", ["refused", "conflict"])
def test_a_text_that_was_not_saved_is_there_again_when_one_comes_back_to_the_article(editor, why):
    editor.type(" mine")
    if why == "conflict":
        editor.desk.somebody_else_saves(ROW, "Theirs.")
    else:
        editor.desk.failing = RefusedError(Reason("locked", "This segment is locked."))
    editor.settle()
    here, editor.desk.failing = list(editor.desk.stored), None
    editor.desk.stored = [replace_id(row) for row in here]
    editor.screen.open("another", "en")
    editor.settle()
    assert editor.screen.notice.isVisible()
    assert not editor.screen.conflict_bar.isVisible()
    assert editor.screen.status().saved is Saved.NOT_SAVED
    editor.desk.stored = here
    editor.screen.open("article", "en")
    editor.settle()
    assert editor.texts()[3].endswith(" mine")
    assert editor.screen.conflict_bar.isVisible() is (why == "conflict")
    if why == "refused":
        assert editor.desk.text(ROW).endswith(" mine"), "the row is open again"


def replace_id(row):
    return row._replace(target_id=row.target_id + 100)


def test_two_very_long_texts_leave_room_for_the_rows_and_are_scrolled_by_the_keyboard(in_conflict):
    height = in_conflict.window.height()
    in_conflict.desk.somebody_else_saves(ROW, "A very long sentence goes on. " * 100)
    bar = in_conflict.screen.conflict_bar
    bar.mine.click()
    in_conflict.settle()
    assert in_conflict.window.height() == height
    assert in_conflict.screen.view.height() > bar.height() / 2
    assert bar.mine.isVisible()
    assert bar._texts.focusPolicy() & Qt.FocusPolicy.TabFocus
