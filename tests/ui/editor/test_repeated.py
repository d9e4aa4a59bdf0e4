"""A sentence that stands many times in an article: confirmed once, it is filled in behind the keys, and undone at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.ui.editor.conftest import Opened
from tests.ui.editor.real import RealLibrary

from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.ui.editor import bound_desk, filling, session

TIMES = 9
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot, tmp_path, monkeypatch):
    """An article in which one sentence stands ten times; two rows of it are filled, or shown, in one go."""
    for module in (bound_desk, filling):
        monkeypatch.setattr(module, "FILLED_AT_ONCE", 2)
    monkeypatch.setattr(session, "SHOWN_AT_ONCE", 1)
    made, report = RealLibrary(tmp_path), ImportReport()
    import_pasted(
        made.library, "天气预报\n\n" + "今日天气晴。" * (TIMES + 1) + "湖南开放。", report, by=made.person.id
    )
    made.key = report.added[0].key
    opened = Opened(qtbot, made.desk(), made.key)
    opened.screen.view.enter(1)
    opened.type("Sunny today.")
    opened.settle()
    yield opened
    opened.background.close()
    made.library.close()


def rows(editor):
    return open_edition(editor.desk._library, editor.screen.edition.key).rows


def saved(editor) -> int:
    """Return how many rows of the library have the sentence."""
    return sum(row.target == "Sunny today." for row in rows(editor))


def shown(editor) -> int:
    return sum(row.target == "Sunny today." for row in editor.model.rows())


def test_all_of_them_are_filled_and_told_once(editor, qtbot):
    told = []
    editor.screen.session.repetitionsFilled.connect(told.append)
    editor.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: shown(editor) == TIMES + 1, timeout=20_000)
    assert saved(editor) == TIMES + 1
    assert told == [list(range(3, TIMES + 3))]


def test_what_is_typed_meanwhile_stays(editor, qtbot):
    editor.press(Qt.Key.Key_Return, CONTROL)
    editor.screen.view.enter(TIMES + 1)
    editor.edit.selectAll()
    editor.type("My own.")
    editor.settle()
    qtbot.waitUntil(lambda: shown(editor) >= TIMES, timeout=20_000)
    editor.settle()
    assert rows(editor)[TIMES + 1].target in {"My own.", "Sunny today."}
    assert editor.model.row(TIMES + 1).target == rows(editor)[TIMES + 1].target


@pytest.mark.parametrize("is_waited_for", [True, False])
def test_one_undo_takes_all_of_it_back_even_while_rows_are_being_filled(editor, qtbot, is_waited_for):
    editor.press(Qt.Key.Key_Return, CONTROL)
    if is_waited_for:
        qtbot.waitUntil(lambda: shown(editor) == TIMES + 1, timeout=20_000)
    editor.screen.session.undo()
    editor.settle()
    qtbot.waitUntil(lambda: shown(editor) == 1, timeout=20_000)
    assert saved(editor) == 1
