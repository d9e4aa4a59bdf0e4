"""Completion: what is offered for which letters, how it is taken, and when it keeps away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from workbench.model.finding import FactView
from workbench.model.kinds import Origin
from workbench.model.passage import CheckContext, KnownName
from workbench.text.completing import phrases_of, starts_of, words_of
from workbench.ui.editor.offers import Offers
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
    qtbot.waitUntil(lambda: bool(editor.screen.completion.offers._first), timeout=20_000)
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
        phrases_of(["He chaired a meeting to discuss friendship city work, and left.", "a meeting on trade"])
    )
    assert offers.find("They held a meeting to d")[0] == ("meeting to discuss friendship city", 12)
    assert ("discuss friendship city work", 3) in offers.find("to dis")
    assert offers.find("They di") == []


def test_facts_and_terms_stand_before_the_memory_and_the_memory_before_words():
    offers = Offers()
    offers.set_phrases(["friendship city"])
    offers.set_memory(phrases_of(["friendly exchange and cooperation"]))
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


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("推动国际友", ["推动国际友", "国际友", "友"]),
        ("会议推动国际", ["会议推动国际", "推动国际", "国际"]),
        ("増加した。経済と貿易", ["経済と貿易", "と貿易", "貿易"]),
        ("国際サミ", ["国際サミ", "サミ"]),
        ("增长12.6%，进出", ["进出"]),
        ("de l’écon", ["de l’écon", "l’écon", "écon"]),
        ("한국과 국제교", ["한국과 국제교", "국제교"]),
        ("的GDP", ["的GDP", "GDP"]),
    ],
)
def test_words_begin_where_their_language_begins_them(text, starts):
    assert starts_of(text) == starts


IN_LANGUAGES = [
    ("zh", "湖南推动国际友", "国际友城", 3, "国际友城"),
    ("zh", "会议强调高质", "", 2, "高质量发展"),
    ("zh", "全省进", "进出口总额", 1, "进出口总额"),
    ("ja", "湖南省は国際友", "国際友好都市", 3, "国際友好都市"),
    ("ja", "今年のサミ", "サミット", 2, "サミット"),
    ("ko", "후난성은 우호", "우호도시", 2, "우호도시"),
    ("ko", "올해 국제", "", 2, "국제교류를 확대했다"),
    ("fr", "le développement de l’écon", "économie provinciale", 4, "économie provinciale"),
    ("fr", "Il a souligné la coop", "", 7, "la coopération internationale"),
]
REMEMBERED = {
    "zh": "会议强调，高质量发展是首要任务。",
    "ja": "経済協力を進める。",
    "ko": "성은 국제교류를 확대했다.",
    "fr": "la coopération internationale, dit-il",
}


@pytest.mark.parametrize(("language", "before", "term", "typed", "expected"), IN_LANGUAGES)
def test_targets_in_other_languages_are_completed_at_their_words(language, before, term, typed, expected):
    offers = Offers()
    offers.set_phrases([term])
    offers.set_memory(phrases_of([REMEMBERED[language]]))
    first, length = offers.find(before)[0]
    assert (first.startswith(expected), length) == (True, typed)


@pytest.mark.parametrize(
    ("article", "before", "expected"),
    [
        ("湖南举办中非经贸博览会。博览会开幕。", "本届博览", "博览会"),
        ("후난성은 국제교류를 확대했다.", "또한 국제", "국제교류를"),
        ("Le développement économique continue.", "le déve", "développement"),
        ("Экономическое развитие продолжается.", "и эконо", "Экономическое"),
        ("コミュニケーションが重要だ。", "円滑なコミュ", "コミュニケーション"),
    ],
)
def test_words_of_the_article_are_learnt_in_every_script(article, before, expected):
    offers = Offers()
    offers.begin(words_of([article]))
    assert expected.lower() in [phrase.lower() for phrase, _ in offers.find(before)]


def test_a_chinese_term_is_completed_in_the_middle_of_a_sentence_after_the_input_method(editor, qtbot):
    editor.desk.terms = lambda _source: [TermView(0, 2, "friendship cities", ("国际友城",))]
    editor.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(editor.screen.completion.offers._first), timeout=20_000)
    editor.edit.put("湖南推动工作。")
    editor.edit.set_caret(4)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("国际")
    QApplication.sendEvent(editor.edit, QInputMethodEvent("guoji", []))
    QApplication.sendEvent(editor.edit, committed)
    assert editor.screen.completion.isVisible()
    editor.press(Qt.Key.Key_Tab)
    assert editor.edit.text() == "湖南推动国际友城工作。"


def test_names_of_the_house_and_the_memory_are_offered_in_the_row(editor, qtbot):
    editor.desk.vocabulary = CheckContext(names=(KnownName("各友城", "all the friendship cities"),))
    editor.desk.memory = lambda _source: [
        Suggestion("memory", "Quality comes first everywhere", Origin.MEMORY, 80)
    ]
    editor.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    editor.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(editor.screen.completion.offers._memory), timeout=20_000)
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
