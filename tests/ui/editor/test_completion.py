"""Completion: what is offered for which letters, how it is taken, and when it keeps away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from workbench.model.finding import FactView
from workbench.ui.editor.completion import Offers
from workbench.ui.editor.values import TermView

TERMS = ["total imports and exports", "350 million yuan", "year on year", "Hunan"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("reached 35", [("350 million yuan", 2)]),
        ("The to", [("total imports and exports", 2)]),
        ("its total imp", [("total imports and exports", 9)]),
        ("Its TOTAL im", [("total imports and exports", 8)]),
        ("T", []),
        ("its frie", [("friendship", 4)]),
        ("its fri", []),
        ("total imports and exports", []),
        ("", []),
        ("end. ", []),
        ("国际", []),
    ],
)
def test_offers_fit_the_letters_before_the_caret(before, expected):
    offers = Offers()
    offers.set_phrases(TERMS)
    offers.learn(["the friendship of cities", "friendship"])
    assert offers.find(before) == expected


@pytest.fixture
def completing(editor, qtbot):
    editor.desk.terms = lambda _source: [TermView(0, 2, "进出口", ("total imports",))]
    editor.desk.facts = lambda _passage: [FactView("money", (0, 2), "3.5亿元", "350 million yuan")]
    editor.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(editor.screen.completion.offers._first), timeout=3000)
    return editor


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right])
def test_tab_or_right_accepts(completing, key):
    completing.type("Its tot")
    assert completing.screen.completion.isVisible()
    completing.press(key)
    assert completing.edit.text() == "Its total imports"
    assert not completing.screen.completion.isVisible()
    completing.settle()
    assert completing.desk.text(5) == "Its total imports"


def test_escape_ignores_and_enter_is_left_alone(completing):
    completing.type("Its 35")
    assert completing.screen.completion.isVisible()
    completing.press(Qt.Key.Key_Escape)
    assert not completing.screen.completion.isVisible()
    assert completing.edit.text() == "Its 35"


def test_arrows_leave_the_row_even_while_something_is_offered(completing):
    completing.type("Its 35")
    completing.press(Qt.Key.Key_Down)
    assert completing.place == 5
    assert not completing.screen.completion.isVisible()


def test_nothing_is_offered_inside_a_word(completing):
    completing.type("xotal")
    completing.edit.set_caret(0)
    completing.type("to")
    assert not completing.screen.completion.isVisible()
