"""Filling empty rows from the window: leave is asked, a queue is seen, stopped, limited and gone on with."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from functools import partialmethod
from itertools import pairwise

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMessageBox
from tests.engines.deepl_server import KEY, DeeplServer, english_of

from workbench.desk import asking, drafting
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.keys import FROM_ENVIRONMENT
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.settling import change_setting, read_settings
from workbench.desk.staffing import add_person
from workbench.engines import courier
from workbench.engines.deepl import DeeplEngine
from workbench.library.library import open_library
from workbench.model.kinds import Role
from workbench.ui.draft_dialogs import DraftNotice, DraftOrder, DraftQuestion
from workbench.ui.library_access import open_access
from workbench.ui.settings.window import SettingsWindow

ARTICLES = 5


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    for names in FROM_ENVIRONMENT.values():
        for name in names:
            monkeypatch.delenv(name, raising=False)


@pytest.fixture
def path(tmp_path):
    """A library of five articles, two rows each, with an editor and a translator."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(ARTICLES):
        text = f"第{number}次会议召开\n\n2020-04-03\n\n全省第{number}次工作会议研究了{number + 3}项工作。\n"
        (folder / f"{number}.txt").write_text(text, "utf-8")
    made = tmp_path / "office.workbench"
    with open_library(made) as library:
        editor = add_person(library, "Editor A").id
        add_person(library, "Translator A", [Role.TRANSLATOR], by=editor)
        for _ in import_all(library, [str(folder)], ImportReport(), by=editor):
            pass
        change_setting(library, editor, "deepl_glossary", "off")
    return made


@pytest.fixture
def server(path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    made = DeeplServer()
    with open_library(path) as library:
        change_setting(library, 1, "deepl_server", made.address)
    yield made
    made.close()


@pytest.fixture
def office(window, qtbot, path):
    def sit_down(name="Editor A"):
        window.identity.wanted = name
        window.open(open_access(str(path)))
        window.activateWindow()
        qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
        window.library_screen.show_queue("all")
        qtbot.waitUntil(lambda: len(window.library_screen.articles()) == ARTICLES, timeout=30_000)
        return window

    return sit_down


def answer(kind, act):
    """Do something in the dialog of a kind once it is there and ready."""

    def look():
        shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
        found = next(shown, None)
        if found is None or not getattr(found, "is_ready", True):
            QTimer.singleShot(10, look)
        else:
            act(found)

    QTimer.singleShot(10, look)


def words_of(dialog):
    return [
        label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog) and label.text()
    ]


def ask(window, qtbot, act):
    """Press the key that drafts, answer the question, and return what the notice says when there is one."""
    told = []

    def read(notice):
        lists = notice.findChildren(QListWidget)
        problems = [lists[0].item(n).text() for n in range(lists[0].count())] if lists else []
        told.append((words_of(notice), problems))
        notice.reject()

    answer(DraftQuestion, act)
    answer(DraftNotice, read)
    window.actions_table["article.draft"].trigger()
    qtbot.waitUntil(lambda: told != [], timeout=60_000)
    return told[0]


def choose(key, then=None):
    def act(question):
        question.choose(key)
        if then is not None:
            then(question)
        QTest.keyClick(question, Qt.Key.Key_Return)

    return act


def choose_all(window):
    table = window.library_screen.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(window.library_screen.chosen) == ARTICLES


def rows(window):
    library = window._desk.library
    keys = [article.key for article in window.library_screen.articles()]
    return [row for key in keys for row in open_edition(library, key).rows]


def test_chosen_articles_are_drafted_in_a_queue_and_the_account_is_told(office, server, qtbot):
    window, usage = office(), []
    choose_all(window)

    def look(question):
        qtbot.waitUntil(question.usage.isVisible, timeout=10_000)
        usage.append(question.usage.text())
        assert "10 empty rows with" in question.amount.text()

    words, problems = ask(window, qtbot, choose("deepl", look))
    assert usage == ["1,000 of 500,000 characters of this period are used."]
    assert words[0] == "10 rows were filled in 5 articles"
    sent = sum(map(len, server.paid))
    assert f"{sent:,} characters were sent. {1_000 + sent:,} of 500,000 characters" in words[-1]
    assert problems == []
    assert all(row.target == english_of(row.source) for row in rows(window))
    assert Counter(server.paid).most_common(1)[0][1] == 1


def test_one_article_is_filled_from_the_keyboard(office, qtbot):
    window = office()
    words, _ = ask(window, qtbot, choose("memory"))
    assert words == ["No row was filled"]


def test_the_spending_limit_holds_and_the_rest_is_drafted_later(office, server, qtbot):
    window = office()
    choose_all(window)
    _, problems = ask(window, qtbot, choose("deepl", lambda question: question.limit.setText("60")))
    assert 0 < sum(map(len, server.paid)) <= 60
    assert "limit on characters is reached" in problems[0]
    choose_all(window)
    ask(window, qtbot, choose("deepl"))
    assert all(row.target for row in rows(window))
    assert Counter(server.paid).most_common(1)[0][1] == 1


def test_a_queue_is_stopped_within_a_second_and_goes_on(office, server, qtbot):
    window = office()
    choose_all(window)
    server.fail("", "silent", "silent")
    answer(DraftQuestion, choose("deepl"))
    window.actions_table["article.draft"].trigger()
    qtbot.waitUntil(lambda: server.count("/v2/translate") >= 2, timeout=30_000)
    stopped = []

    def go_on(notice):
        stopped.append((time.monotonic(), words_of(notice)))
        notice.accept()

    answer(DraftNotice, go_on)
    begun = time.monotonic()
    window.strip._cancel.click()
    qtbot.waitUntil(lambda: stopped != [], timeout=10_000)
    assert stopped[0][0] - begun < 1
    assert "It was stopped" in stopped[0][1][1]
    server._failures.clear()
    answer(DraftNotice, lambda notice: notice.reject())
    qtbot.waitUntil(lambda: all(row.target for row in rows(window)), timeout=30_000)
    qtbot.waitUntil(lambda: not window.strip.is_busy, timeout=30_000)
    assert Counter(server.paid).most_common(1)[0][1] == 1


def test_the_window_lives_while_failing_servers_are_waited_for(office, server, qtbot, monkeypatch, capsys):
    """Nothing of a draft runs in the window's thread, which beats on meanwhile; how long it paused is told."""
    monkeypatch.setattr(
        courier.Patience, "__init__", partialmethod(courier.Patience.__init__, first_wait_s=0.01)
    )
    lanes, beats, heart = set(), [], QTimer()
    for place, name in (
        (DeeplEngine, "draft"),
        (courier.Courier, "send"),
        (drafting, "_save"),
        (asking, "keep_answers"),
    ):
        _noting_threads(monkeypatch, place, name, lanes)
    window = office()
    choose_all(window)
    server.fail("500", "cut at once", "a page of HTML", "503", "fewer", "cut in the middle")
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start(10)
    ask(window, qtbot, choose("deepl"))
    heart.stop()
    assert {name for name, _ in lanes} == {"draft", "send", "_save", "keep_answers"}
    assert [name for name, thread in lanes if thread is threading.main_thread()] == []
    assert len(beats) > 3
    with capsys.disabled():
        sys.stdout.write(
            f"\nlongest gap between beats: {max(b - a for a, b in pairwise(beats)) * 1000:.0f} ms\n"
        )


def _noting_threads(monkeypatch, place, name, lanes):
    """Let a function note in which thread it is called."""
    whole = getattr(place, name)

    def noting(*args, **named):
        lanes.add((name, threading.current_thread()))
        return whole(*args, **named)

    monkeypatch.setattr(place, name, noting)


def test_a_queue_that_a_crash_cut_off_is_offered_at_the_next_start(office, window, server, path, qtbot):
    with open_library(path) as library:
        keys = tuple(article.key for article in list_articles(library))
    window._state.remember_draft_queue(str(path), DraftOrder("deepl", keys))
    offered = []

    def go_on(box):
        offered.append(box.text())
        QTest.keyClick(box.buttons()[0], Qt.Key.Key_Space)

    answer(QMessageBox, go_on)
    answer(DraftNotice, lambda notice: notice.reject())
    shown = office()
    qtbot.waitUntil(lambda: offered != [], timeout=30_000)
    assert offered[0].startswith("A draft of 5 articles was interrupted.")
    qtbot.waitUntil(lambda: all(row.target for row in rows(shown)), timeout=30_000)
    qtbot.waitUntil(lambda: not shown._state.has_drafts(str(path)), timeout=10_000)


def test_the_first_use_of_a_server_elsewhere_asks_and_an_admin_allows_it(office, path, qtbot, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    window, seen, could = office(), [], []

    def look(question):
        question.choose("deepl")
        seen.extend(words_of(question))
        could.extend([question.confirm.isEnabled(), question.allow.isVisible()])
        QTest.keyClick(question.allow, Qt.Key.Key_Space)
        could.append(question.confirm.isEnabled())
        assert question.order.allows_host == "api-free.deepl.com"
        question.reject()

    answer(DraftQuestion, look)
    window.actions_table["article.draft"].trigger()
    said = " ".join(seen)
    assert "Nothing has left this library so far" in said
    assert "api-free.deepl.com" in said
    assert could == [False, True, True]
    with open_library(path) as library:
        assert read_settings(library)["allow_remote_engines"] == "off"


def test_a_translator_is_told_to_ask_an_admin(office, qtbot, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    window, seen = office("Translator A"), []

    def look(question):
        question.choose("deepl")
        seen.append((" ".join(words_of(question)), question.confirm.isEnabled(), question.allow.isVisible()))
        question.reject()

    answer(DraftQuestion, look)
    window.actions_table["article.draft"].trigger()
    assert "An admin has to allow that" in seen[0][0]
    assert seen[0][1:] == (False, False)


def test_an_engine_without_a_key_leads_to_its_settings(office, qtbot):
    window, seen = office(), []

    def look(question):
        question.choose("deepl")
        assert not question.confirm.isEnabled()
        assert "has to be set up first" in question.missing.text()
        question.settings.click()

    def settings(dialog):
        seen.append(dialog.list.currentItem().text())
        dialog.reject()

    answer(DraftQuestion, look)
    answer(SettingsWindow, settings)
    window.actions_table["article.draft"].trigger()
    qtbot.waitUntil(lambda: seen == ["Draft engines"], timeout=10_000)


def test_what_goes_wrong_is_said_once_in_words(office, server, qtbot, monkeypatch):
    monkeypatch.setattr(courier, "AGAIN", frozenset())
    window = office()
    choose_all(window)
    server.fail("403")
    words, problems = ask(window, qtbot, choose("deepl"))
    assert words[0] == "No row was filled"
    assert len(problems) == 1
    assert "does not accept the key" in problems[0]
    assert server.count("/v2/translate") == 1


def test_the_choice_of_articles_survives_a_change_of_the_list(office, qtbot):
    window = office()
    table = window.library_screen.table
    select = QItemSelectionModel.SelectionFlag
    for row in (1, 3):
        table.selectionModel().select(table.model().index(row, 0), select.Select | select.Rows)
    chosen = {article.key for article in window.library_screen.chosen}
    window.library_screen.show_queue("drafts")
    window.library_screen.refresh_soon()
    qtbot.wait(400)
    assert chosen <= {article.key for article in window.library_screen.chosen}
