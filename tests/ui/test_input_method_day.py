"""A whole article written with an input method, from the list to the submission, by keyboard alone.

While a word is composed, the input method owns Enter, Space, digits, arrows and the rest: they choose
candidates. If one of them leaks through to the program it must do nothing at all.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.model.kinds import Origin, Role, Stage, State
from workbench.ui.library_access import open_access

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
ARTICLE = "国务院召开会议\n\n会议研究了外贸工作。会议要求稳外贸。\n\n湖南将扩大开放。"
SPELLED = {"国务院": ("g", "guo", "guo wu", "guo wu yuan"), "会议": ("h", "hui", "hui yi")}
LEAKING = [
    *[(key, modifiers) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) for modifiers in (NONE, CTRL, CTRL | ALT, CTRL | SHIFT)],
    *[(key, modifiers) for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_9) for modifiers in (NONE, CTRL)],
    *[(key, NONE) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_F5)],
    *[(key, CTRL) for key in (Qt.Key.Key_T, Qt.Key.Key_J, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Down, Qt.Key.Key_H, Qt.Key.Key_M)],
    (Qt.Key.Key_Down, CTRL | SHIFT),
]  # fmt: skip
"""Keys that an input method uses for itself, and keys that mean an act while nothing is composed."""


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "office.workbench"
    with open_library(path) as library:
        person = add_person(library, "Translator A", [Role.TRANSLATOR, Role.EDITOR])
        report = ImportReport()
        import_pasted(library, ARTICLE, report, by=person.id)
    return path, report.added[0].key


@pytest.fixture
def editor(window, qtbot, office):
    path, _ = office
    window.open(open_access(str(path)))
    qtbot.waitUntil(lambda: window.identity.person is not None)
    qtbot.waitUntil(lambda: window.library_screen.table.model().rowCount() == 1)
    window.activateWindow()
    QTest.keyClick(window.library_screen.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place("editor") is not None)
    screen = window.place("editor").editor
    qtbot.waitUntil(lambda: screen.view.active == 0 and screen.view.target_edit.hasFocus())
    return screen


def send(edit, preedit: str, commit: str = "") -> None:
    caret = QInputMethodEvent.Attribute(
        QInputMethodEvent.AttributeType.Cursor, len(preedit), 1, QTextCharFormat()
    )
    event = QInputMethodEvent(preedit, [caret])
    event.setCommitString(commit)
    QApplication.sendEvent(edit, event)


def write(edit, word: str, seen) -> None:
    """Compose a word step by step, with every leaking key on the way, and commit it."""
    before = seen()
    for preedit in SPELLED[word]:
        send(edit, preedit)
        for key, modifiers in LEAKING:
            QTest.keyClick(edit, key, modifiers)
        assert seen() == before
        assert edit.hasFocus()
    send(edit, "", word)


def test_an_article_is_written_by_input_method_and_submitted(window, qtbot, office, editor):
    path, key = office
    edit, session = editor.view.target_edit, editor.session

    def settled() -> bool:
        session.saving.flush()
        return window.background.waiting_writes == 0

    def seen():
        with open_library(path) as library:
            edition = open_edition(library, key)
        rows = [(row.target, row.state, row.source) for row in edition.rows]
        return editor.view.active, edit.text(), rows, edition.stage, session.undo_stack.depth

    written = []
    for place in range(4):
        qtbot.waitUntil(settled)
        assert editor.view.active == place
        write(edit, "国务院", seen)
        QTest.keyClicks(edit, " 2 ")
        qtbot.waitUntil(settled)
        write(edit, "会议", seen)
        send(edit, "zai")
        send(edit, "")
        written.append("国务院 2 会议")
        assert edit.text() == written[-1]
        QTest.keyClick(edit, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(settled)
    with open_library(path) as library:
        rows = open_edition(library, key).rows
    assert [row.target for row in rows] == written
    assert {row.state for row in rows} == {State.TRANSLATED}
    assert {row.origin for row in rows} == {Origin.TYPED}
    QTest.keyClick(edit, Qt.Key.Key_Return, CTRL | SHIFT)

    def is_submitted() -> bool:
        with open_library(path) as library:
            return open_edition(library, key).stage is Stage.IN_REVIEW

    qtbot.waitUntil(is_submitted, timeout=10_000)
