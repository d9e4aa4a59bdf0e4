"""Composition: its text is not text yet, and no key confirms, inserts or moves while it lasts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from workbench.model.kinds import Origin, State
from workbench.ui.editor.values import Suggestion

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def compose(editor, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor.edit, event)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_Return, CTRL | ALT),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, CTRL),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_1, CTRL),
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, CTRL),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_T, CTRL),
        (Qt.Key.Key_J, CTRL),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_does_anything_while_composing(editor, key, modifiers):
    editor.desk.memory = lambda _source: [Suggestion("memory", "No!", Origin.MEMORY, 91)]
    before = list(editor.desk.stored)
    compose(editor, "guo wu yuan")
    editor.press(key, modifiers)
    editor.qtbot.wait(5)
    assert editor.place == 3
    assert editor.edit.text() == before[3].target
    assert editor.desk.stored == before
    assert editor.edit.hasFocus()


def test_a_composition_is_neither_text_nor_saved_until_it_is_committed(editor, qtbot):
    compose(editor, "guo")
    compose(editor, "guo wu")
    qtbot.wait(900)
    assert editor.desk.saves == []
    compose(editor, "", "国务院")
    assert editor.edit.text().endswith("year on year国务院")
    qtbot.waitUntil(lambda: editor.desk.text(4).endswith("国务院"), timeout=20_000)


def test_a_cancelled_composition_leaves_nothing(editor):
    before = editor.edit.text()
    compose(editor, "guo wu")
    compose(editor, "")
    editor.settle()
    assert editor.edit.text() == before
    assert editor.desk.saves == []


def test_text_typed_before_a_composition_waits_for_its_end(editor, qtbot):
    editor.type(" see ")
    compose(editor, "guo")
    qtbot.wait(900)
    assert editor.desk.saves == []
    compose(editor, "", "国")
    editor.settle()
    assert editor.desk.text(4).endswith(" see 国")


def test_after_the_commit_the_keys_work_again(editor):
    compose(editor, "guo")
    compose(editor, "", "国")
    editor.press(Qt.Key.Key_Return, CTRL)
    editor.settle()
    assert editor.desk.read_rows([4])[0].state is State.TRANSLATED
    assert editor.place == 4
