"""Findings, facts and suggestions beside the text: the newest answer wins, and keys lead to findings."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from workbench.model.finding import Finding, Fix
from workbench.model.judgement import Reach
from workbench.model.kinds import Family, Level, Origin
from workbench.ui.editor.values import Paint, Suggestion, TermView

CTRL = Qt.KeyboardModifier.ControlModifier


def ten_times(passage):
    at = passage.target.find("35 million")
    if at < 0:
        return []
    fix = Fix("350 million", (at, at + 10), "350 million")
    message = "3.5亿 = 350 million; the draft has 35 million: ten times too small."
    return [
        Finding(
            "numbers", Family.FACT, Level.ERROR, message, passage.number, (9, 13), (at, at + 10), fixes=(fix,)
        )
    ]


def test_a_finding_is_a_wave_in_the_text_and_a_line_in_the_panel(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    marks = editor.screen.view.marks_of(3).target
    assert [(mark.paint, mark.length) for mark in marks] == [(Paint.ERROR, 10)]
    assert editor.screen.panel.tabs.tabText(1) == "Findings 1"
    editor.screen.panel.open_tab(1)
    assert editor.screen.panel.findings.column.itemAt(0).widget().accessibleName().startswith("3.5亿")
    assert len(editor.edit.extraSelections()) == 1


def test_the_wave_goes_when_the_number_is_put_right(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    editor.edit.set_caret(editor.edit.text().index("35 million") + 2)
    editor.type("0")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 0, timeout=20_000)
    assert editor.edit.extraSelections() == []


def test_a_row_left_before_its_check_began_is_checked_all_the_same(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    editor.press(Qt.Key.Key_Down, CTRL)
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    assert editor.screen.view.marks_of(3).target


def test_the_key_for_findings_goes_to_the_words_and_round_again(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    editor.screen.view.enter(6)
    editor.press(Qt.Key.Key_F8)
    assert editor.place == 3
    assert editor.edit.selected_text() == "35 million"


def test_a_fix_mends_the_text_and_is_undone_like_typing(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    found = editor.screen.advice.findings()[0]
    editor.screen.commands.apply_fix(found, found.finding.fixes[0])
    editor.settle()
    assert "reached 350 million yuan" in editor.desk.text(4)
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert "reached 35 million yuan" in editor.desk.text(4)


def test_one_key_mends_the_finding_that_was_gone_to(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    editor.screen.view.enter(6)
    editor.press(Qt.Key.Key_F8)
    editor.press(Qt.Key.Key_F8, CTRL)
    editor.settle()
    assert "reached 350 million yuan" in editor.desk.text(4)
    editor.press(Qt.Key.Key_F8, CTRL)
    assert "350 million yuan" in editor.edit.text()


def test_a_finding_is_accepted_with_a_reason_by_keys_alone(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    editor.press(Qt.Key.Key_F8)
    editor.press(Qt.Key.Key_F8, CTRL | Qt.KeyboardModifier.ShiftModifier)
    card = editor.screen.panel.findings.column.itemAt(0).widget()
    reason = card.findChild(QLineEdit)
    assert reason is not None
    qtbot.keyClicks(reason, "rounded on purpose")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.screen.status().errors == 0, timeout=20_000)


def test_keys_for_a_finding_say_so_where_there_is_none(editor):
    said: list[str] = []
    editor.screen.said.connect(said.append)
    editor.press(Qt.Key.Key_F8, CTRL)
    assert said == ["No finding of this row has a remedy to put in."]


def test_an_answer_for_a_row_that_was_left_is_dropped(editor, qtbot):
    gate = threading.Event()

    def memory(source):
        if source.startswith("高质量"):
            gate.wait(5)
        return [Suggestion("memory", f"for {source[:3]}", Origin.MEMORY, 90)]

    editor.desk.memory = memory
    editor.screen.view.enter(4)
    qtbot.wait(80)
    editor.screen.view.enter(5)
    qtbot.wait(80)
    gate.set()
    qtbot.waitUntil(lambda: bool(editor.screen.panel.suggestions.suggestions), timeout=20_000)
    assert editor.screen.panel.suggestions.suggestions[0].text == "for 要坚持"


def test_terms_of_rows_in_sight_are_underlined(editor, qtbot):
    editor.desk.terms = lambda source: (
        [TermView(source.find("友城"), source.find("友城") + 2, "友城", ("friendship city",))]
        if "友城" in source
        else []
    )
    editor.screen.advice.forget_terms()
    editor.screen.beside.look_at_sight()
    qtbot.waitUntil(lambda: bool(editor.screen.view.marks_of(6).source), timeout=20_000)
    assert editor.screen.view.marks_of(6).source[0].paint is Paint.TERM


def test_advice_that_fails_leaves_the_text_alone(editor, qtbot):
    def fails(_source):
        raise RuntimeError("broken")

    editor.desk.memory = fails
    editor.screen.view.enter(5)
    editor.type("Still typing.")
    editor.settle()
    assert editor.desk.text(6) == "Still typing."


def test_a_finding_is_accepted_in_the_article_or_for_good_after_a_look(editor, qtbot):
    editor.desk.findings = ten_times
    editor.type(" ")
    qtbot.waitUntil(lambda: editor.screen.status().errors == 1, timeout=20_000)
    (found,) = editor.screen.advice.findings()
    accepting = editor.screen.commands.accepting
    accepting.accept(found, "the house rounds", Reach.ARTICLE)
    qtbot.waitUntil(lambda: editor.desk.accepted == [("numbers", "the house rounds", True)], timeout=20_000)
    accepting.accept(found, "the house rounds", Reach.ALWAYS)
    question = accepting.question
    assert question.target.text() == "35 million"
    question.target.setText("")
    question.source.setText("")
    qtbot.keyClick(question.confirm, Qt.Key.Key_Space)
    assert question.isVisible()
    qtbot.keyClicks(question.target, "35 million")
    qtbot.keyClick(question.confirm, Qt.Key.Key_Space)
    kept = ("equivalence", "", "35 million", "the house rounds", "numbers")
    qtbot.waitUntil(lambda: editor.desk.accepted[-1] == kept, timeout=20_000)
