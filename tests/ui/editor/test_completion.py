"""Completion: what is offered for which letters, how it is taken, and when it keeps away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from workbench.model.finding import FactView
from workbench.model.kinds import Origin
from workbench.model.passage import CheckContext, KnownName
from workbench.ui.editor.completion import Offers, words_of
from workbench.ui.editor.values import Suggestion, TermView

TERMS = ["total imports and exports", "350 million yuan", "year on year", "Hunan"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("reached 35", [("350 million yuan", 2)]),
        ("The to", [("total imports and exports", 2)]),
        ("its total imp", [("total imports and exports", 9)]),
        ("Its TOTAL im", [("Total imports and exports", 8)]),
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


def test_the_memory_goes_on_from_the_words_typed_to_the_next_pause():
    offers = Offers()
    offers.set_memory(
        ["He chaired a meeting to discuss friendship city work, and left.", "a meeting on trade"]
    )
    assert offers.find("They held a meeting to d")[0] == ("meeting to discuss friendship city", 12)
    assert ("discuss friendship city work", 3) in offers.find("to dis")
    assert offers.find("They di") == []


def test_facts_and_terms_stand_before_the_memory_and_the_memory_before_words():
    offers = Offers()
    offers.set_phrases(["friendship city"])
    offers.set_memory(["friendly exchange and cooperation"])
    offers.learn(["friends friends friends"])
    assert [phrase for phrase, _ in offers.find("a frie")] == [
        "friendship city",
        "friendly exchange and cooperation",
        "friends",
    ]


def test_a_capital_that_was_typed_stays():
    offers = Offers()
    offers.set_phrases(["total imports"])
    assert offers.find("Tot") == [("Total imports", 3)]


def test_words_typed_in_this_article_are_learnt_and_those_of_other_alphabets_too():
    offers = Offers()
    offers.begin(words_of(["développement économique"]))
    offers.learn(["revitalization"])
    assert [offers.find(typed)[0][0] for typed in ("déve", "revi")] == ["développement", "revitalization"]


@pytest.mark.parametrize("before", ["国际友", "省长说total", "経済と"])
def test_chinese_and_japanese_targets_are_left_alone(before):
    offers = Offers()
    offers.begin(words_of(["国际友城 工作", "経済"]))
    offers.set_memory(["国际友城工作"])
    assert offers.find(before) == [] or before == "国际友"


def test_names_of_the_house_and_the_memory_are_offered_in_the_row(editor, qtbot):
    editor.desk.vocabulary = CheckContext(names=(KnownName("各友城", "all the friendship cities"),))
    editor.desk.memory = lambda _source: [
        Suggestion("memory", "Quality comes first everywhere", Origin.MEMORY, 80)
    ]
    editor.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    editor.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(editor.screen.completion.offers._memory), timeout=3000)
    offers = editor.screen.completion.offers
    assert offers.find("of all")[0][0] == "all the friendship cities"
    assert offers.find("the qua")[0][0] == "Quality comes first everywhere"


def test_a_composition_hides_the_list_and_takes_no_key_from_the_input_method(completing):
    completing.type("Its tot")
    assert completing.screen.completion.isVisible()
    QApplication.sendEvent(completing.edit, QInputMethodEvent("guo", []))
    assert not completing.screen.completion.isVisible()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_1):
        completing.press(key)
    assert completing.edit.text() == "Its tot"
    event = QInputMethodEvent("", [])
    event.setCommitString("国")
    QApplication.sendEvent(completing.edit, event)
    assert completing.edit.text() == "Its tot国"
    assert not completing.screen.completion.isVisible()
