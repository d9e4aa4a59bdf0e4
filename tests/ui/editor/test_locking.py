"""The active row is locked: no way of writing goes into it, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from tests.ui.editor.conftest import Opened
from tests.ui.editor.real import RealLibrary

from workbench.desk.arranging import set_locked
from workbench.desk.editing import save_text
from workbench.model.kinds import Origin, State
from workbench.ui.editor.values import Saved, Suggestion

CTRL = Qt.KeyboardModifier.ControlModifier
PLACE = 1
TEXT = "Xu chaired it."


@pytest.fixture
def real(tmp_path):
    made = RealLibrary(tmp_path)
    save_text(made.library, made.person.id, made.rows()[PLACE].target_id, TEXT)
    yield made
    made.library.close()


@pytest.fixture
def editor(qtbot, real):
    opened = Opened(qtbot, real.desk(), real.key)
    opened.screen.view.enter(PLACE)
    yield opened
    opened.close()


def test_nothing_is_written_into_a_row_that_was_locked_while_the_caret_stands_in_it(editor, real):
    editor.actions["segment.lock"].trigger()
    editor.settle()
    assert real.rows()[PLACE].is_locked
    assert editor.edit.isReadOnly()
    lines = QMimeData()
    lines.setText("pasted")
    editor.screen.panel.suggestions.show_found([Suggestion("memory", "Offer.", Origin.MEMORY, 90)], [], [])
    ways = (
        lambda: editor.type("more"),
        lambda: editor.press(Qt.Key.Key_Backspace),
        lambda: editor.edit.insertFromMimeData(lines) if editor.edit.canPaste() else None,
        lambda: editor.press(Qt.Key.Key_Insert, CTRL),
        lambda: editor.press(Qt.Key.Key_1, CTRL),
        lambda: editor.press(Qt.Key.Key_T, CTRL),
        lambda: editor.press(Qt.Key.Key_J, CTRL),
        lambda: editor.screen.commands.put_lines(["one", "two"]),
        editor.screen.commands.confirm,
    )
    count = len(real.rows())
    for way in ways:
        editor.screen.view.enter(PLACE)
        way()
        editor.settle()
        row = real.rows()[PLACE]
        assert (row.target, row.state, len(real.rows())) == (TEXT, State.INITIAL, count)
        assert editor.model.text(PLACE) == TEXT
    editor.screen.view.enter(PLACE)
    editor.type("x")
    assert "locked" in editor.screen.notice.label.text()


def test_undo_takes_the_lock_off_and_typing_goes_on(editor, real):
    editor.actions["segment.lock"].trigger()
    editor.settle()
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert not real.rows()[PLACE].is_locked
    editor.type(" More.")
    editor.settle()
    assert real.rows()[PLACE].target == f"{TEXT} More."


def test_what_was_typed_before_somebody_else_locked_the_row_stays_and_is_saved_after_unlocking(editor, real):
    editor.type(" Mine")
    target = real.rows()[PLACE].target_id
    set_locked(real.library, real.person.id, target, is_locked=True)
    editor.settle()
    assert editor.model.text(PLACE) == f"{TEXT} Mine"
    assert real.rows()[PLACE].target == TEXT
    assert editor.screen.status().saved is Saved.NOT_SAVED
    assert "locked" in editor.screen.notice.label.text()
    set_locked(real.library, real.person.id, target, is_locked=False)
    editor.qtbot.waitUntil(lambda: not editor.edit.isReadOnly(), timeout=20_000)
    editor.type(" too.")
    editor.settle()
    editor.settle()
    assert real.rows()[PLACE].target == f"{TEXT} Mine too."
    assert editor.screen.status().saved is Saved.SAVED
