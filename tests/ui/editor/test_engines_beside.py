"""Engines beside the text: each has its place and key before it answers, and nothing under the pointer moves."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from tests.engines.deepl_server import KEY, DeeplServer, english_of
from tests.ui.editor.real import RealLibrary

from workbench.desk.accounts import sent_for_article
from workbench.desk.checking import passage_of
from workbench.desk.settling import change_setting
from workbench.model.finding import FactView
from workbench.model.kinds import Origin
from workbench.ui.editor.values import EngineAnswer, EngineName, Mark, Paint, Suggestion

CTRL = Qt.KeyboardModifier.ControlModifier
FAST, SLOW = EngineName("fast", "Fast"), EngineName("slow", "Slow")


def says(engine, text, **more):
    def answer(_passage):
        suggestion = Suggestion(
            engine.label, text, Origin.ENGINE, provenance=f"{engine.key}, model: m", **more
        )
        return EngineAnswer(engine.key, suggestion)

    return answer


def refuses(engine, words):
    return lambda _passage: EngineAnswer(engine.key, None, words)


@pytest.fixture
def panel(editor, qtbot):
    """The panel of an editor with a remembered sentence, a fact, a fast engine and a slow one."""
    QCursor.setPos(QPoint(0, 0))
    editor.desk.memory = lambda _source: [Suggestion("memory", "From the memory.", Origin.MEMORY, 90)]
    editor.desk.facts = lambda _passage: [FactView("date", (0, 2), "4月2日", "April 2")]
    editor.desk.gates["slow"] = threading.Event()
    editor.desk.engines = {SLOW: says(SLOW, "Slow words."), FAST: says(FAST, "Fast words.")}
    yield editor.screen.panel.suggestions
    editor.desk.gates["slow"].set()


def enter(editor, qtbot, place=5):
    editor.screen.view.enter(place)
    panel = editor.screen.panel.suggestions
    qtbot.waitUntil(lambda: len(panel.suggestions) == 3, timeout=20_000)
    return panel


def texts(panel):
    return [each.text for each in panel.suggestions]


def test_several_engines_stand_side_by_side_and_keep_their_keys(editor, panel, qtbot):
    enter(editor, qtbot)
    qtbot.waitUntil(lambda: texts(panel) == ["From the memory.", "", "Fast words."], timeout=20_000)
    editor.desk.gates["slow"].set()
    qtbot.waitUntil(
        lambda: texts(panel) == ["From the memory.", "Slow words.", "Fast words."], timeout=20_000
    )


def test_a_key_takes_an_engines_words_with_where_they_came_from(editor, panel, qtbot):
    enter(editor, qtbot)
    qtbot.waitUntil(lambda: texts(panel)[2] == "Fast words.", timeout=20_000)
    editor.press(Qt.Key.Key_2, CTRL)  # the slow one has not answered: nothing happens
    editor.settle()
    assert editor.desk.text(6) == ""
    editor.press(Qt.Key.Key_3, CTRL)
    editor.settle()
    assert editor.desk.text(6) == "Fast words."
    row = editor.desk.stored[5]
    assert (row.origin, row.origin_detail) == (Origin.ENGINE, "fast, model: m")


def test_what_is_under_the_pointer_does_not_move(editor, panel, qtbot):
    long = "A much longer answer than anybody kept room for. " * 30
    editor.desk.engines = {SLOW: says(SLOW, long)}
    editor.screen.view.enter(5)
    qtbot.waitUntil(lambda: len(panel.suggestions) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: panel.column.count() == 4, timeout=20_000)
    qtbot.wait(50)
    facts = panel.column.itemAt(2).widget()
    before = facts.mapToGlobal(QPoint(0, 0))
    QCursor.setPos(before + QPoint(20, 10))
    assert panel.pointer_y() is not None
    editor.desk.gates["slow"].set()
    qtbot.waitUntil(lambda: texts(panel)[1] == long, timeout=20_000)
    qtbot.wait(150)
    assert facts.mapToGlobal(QPoint(0, 0)) == before
    QCursor.setPos(QPoint(0, 0))
    panel.leaveEvent(None)
    qtbot.wait(50)
    assert panel.column.itemAt(1).widget().accessibleName().startswith("Slow: A much longer")


def test_room_is_kept_so_that_a_usual_answer_moves_nothing(editor, panel, qtbot):
    editor.desk.engines = {SLOW: says(SLOW, "Cooperation in trade will be expanded.")}
    editor.screen.view.enter(5)
    qtbot.waitUntil(lambda: panel.column.count() == 4, timeout=20_000)
    qtbot.wait(50)
    facts = panel.column.itemAt(2).widget()
    before = facts.y()
    QCursor.setPos(facts.mapToGlobal(QPoint(20, 10)))
    editor.desk.gates["slow"].set()
    qtbot.waitUntil(
        lambda: panel.column.itemAt(1).widget().accessibleName().startswith("Slow: Coop"), timeout=5000
    )
    qtbot.wait(50)
    assert facts.y() == before
    QCursor.setPos(QPoint(0, 0))


def test_why_an_engine_says_nothing_stands_in_its_place(editor, panel, qtbot):
    editor.desk.engines = {FAST: refuses(FAST, "DeepL does not accept the key.")}
    editor.screen.view.enter(5)
    qtbot.waitUntil(lambda: panel.column.count() == 4, timeout=20_000)
    card = panel.column.itemAt(1)
    qtbot.waitUntil(
        lambda: card.widget().accessibleName() == "Fast: DeepL does not accept the key.", timeout=5000
    )


def test_a_wrong_number_is_marked_before_anybody_reads_it(editor, panel, qtbot):
    wrong = says(FAST, "35 million yuan", marks=(Mark(0, 10, Paint.ERROR),), doubts=("ten times too small.",))
    editor.desk.engines = {FAST: wrong}
    editor.screen.view.enter(5)
    qtbot.waitUntil(lambda: texts(panel)[-1:] == ["35 million yuan"], timeout=20_000)
    card = panel.column.itemAt(1).widget()
    assert card.accessibleName() == "Fast: 35 million yuan contradicts the source: ten times too small."


def test_walking_through_rows_asks_nobody_and_leaving_ends_the_asking(editor, panel, qtbot):
    for place in (4, 5, 6, 5):
        editor.screen.view.enter(place)
        qtbot.wait(30)
    assert editor.desk.engines_asked == []
    qtbot.waitUntil(lambda: len(editor.desk.engines_asked) == 2, timeout=20_000)
    tasks = list(editor.screen.advice.engines._tasks)
    editor.screen.view.enter(6)
    qtbot.waitUntil(lambda: all(task.is_finished for task in tasks), timeout=20_000)
    assert "Slow words." not in texts(panel)


def test_confirmed_rows_cost_nothing(editor, panel, qtbot):
    editor.screen.view.enter(1)
    qtbot.wait(800)
    assert editor.desk.engines_asked == []


def test_the_real_desk_asks_deepl_and_accounts_for_it(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    server, real = DeeplServer(), RealLibrary(tmp_path)
    change_setting(real.library, real.person.id, "deepl_server", server.address)
    desk = real.desk()
    edition = desk.open_edition(real.key, "en")
    (engine,) = desk.engines_beside()
    steps = desk.ask_engine(edition.edition_id, passage_of(edition.rows[1]), engine)
    answer = finished(steps)
    assert answer.suggestion.text == english_of(edition.rows[1].source)
    assert answer.suggestion.provenance.startswith("deepl, model: quality_optimized, glossary: ")
    assert answer.suggestion.doubts
    assert [one.person for one in sent_for_article(real.library, real.key)] == ["Translator A"]
    desk.close()
    server.close()


def finished(steps):
    """Return what a generator returns at its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
