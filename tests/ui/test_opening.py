"""Files from the command line, the desktop and other windows; and coming back to where one was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import polib
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from tests.ui.fakes import FakeLibraryDesk

from workbench.cli.main import main
from workbench.desk.editing import save_text
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.sending import send
from workbench.ui.opening import as_path
from workbench.ui.window_state import Visit, WindowState

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="zh" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x"
 creationtool="x" creationtoolversion="1"/><body><tu><tuv xml:lang="zh"><seg>友好城市</seg></tuv>
<tuv xml:lang="en"><seg>friendship city</seg></tuv></tu></body></tmx>"""
NEWS = "长沙新开通至内罗毕货运航线\n\n长沙4月2日电 长沙新开通至内罗毕的货运航线。\n\n航线每周三班。\n"


@pytest.fixture
def newsroom(newsroom_file, tmp_path):
    return str(shutil.copy(newsroom_file, tmp_path / "newsroom.workbench"))


@pytest.fixture
def at_work(window, qtbot, newsroom):
    """A window on the newsroom, its translator at work."""
    window.identity.wanted = "Pang Yuehui"
    with qtbot.waitSignal(window.usable, timeout=20_000):
        window.open_place(newsroom)
    qtbot.waitUntil(lambda: window.library_screen.articles() != [])
    return window


def keys(window):
    return [row.key for row in list_articles(window._desk.library, limit=50)]


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("file:///tmp/%E6%96%B0%E9%97%BB%20a.docx", "/tmp/新闻 a.docx"),
        ("/tmp/a.docx", "/tmp/a.docx"),
        ("https://example.cn/a.html", "https://example.cn/a.html"),
    ],
)
def test_a_desktop_may_hand_over_addresses_of_files(said, path):
    assert as_path(said) == path


def test_a_file_of_the_file_manager_becomes_an_article_and_is_shown(at_work, qtbot, tmp_path):
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    before = keys(at_work)
    at_work.opening.take([str(tmp_path / "news.txt")])
    qtbot.waitUntil(lambda: at_work.place("editor") is not None, timeout=20_000)
    qtbot.waitUntil(lambda: at_work.place("editor").editor.edition is not None, timeout=10_000)
    assert at_work.place("editor").editor.edition.key not in before
    assert at_work.place("editor").isVisible()


def test_files_wait_until_the_library_is_open_and_somebody_works(window, qtbot, newsroom, tmp_path):
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    window.identity.wanted = "Pang Yuehui"
    window.opening.take([str(tmp_path / "news.txt")])
    assert window.opening.is_waiting
    window.open_place(newsroom)
    qtbot.waitUntil(lambda: window.place("editor") is not None, timeout=20_000)
    assert not window.opening.is_waiting


def test_a_memory_from_the_file_manager_goes_into_the_memory(at_work, qtbot, tmp_path):
    from workbench.desk.remembering import match
    from workbench.ui.dialogs import ExchangeNotice

    (tmp_path / "office.tmx").write_text(TMX, "utf-8")
    at_work.opening.take([str(tmp_path / "office.tmx")])
    qtbot.waitUntil(lambda: at_work.findChild(ExchangeNotice) is not None, timeout=20_000)
    at_work.findChild(ExchangeNotice).reject()
    assert match(at_work._desk.library, "友好城市")[0].target == "friendship city"


def test_an_edition_that_was_sent_out_comes_back_into_its_rows(at_work, qtbot, tmp_path):
    from workbench.ui.dialogs import ExchangeNotice

    library = at_work._desk.library
    key = next(row.key for row in list_articles(library, limit=50) if str(row.stage) == "drafting")
    path = send(library, at_work.identity.person.id, key, "xliff21", tmp_path / "out.xlf")
    row = next(row for row in open_edition(library, key).rows if row.target)
    text = path.read_text("utf-8")
    path.write_text(text.replace(row.target, "Changed elsewhere.", 1), "utf-8")
    at_work.opening.take([str(path)])
    qtbot.waitUntil(lambda: at_work.findChild(ExchangeNotice) is not None, timeout=20_000)
    at_work.findChild(ExchangeNotice).reject()
    assert "Changed elsewhere." in {row.target for row in open_edition(library, key).rows}


def result_of(qtbot, window, kind):
    """Wait for what came of bringing something in, and return its dialog."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)), timeout=20_000)
    return next(one for one in window.findChildren(kind) if one.isVisible())


def press(qtbot, dialog, words):
    """Click the button of a dialog that says so."""
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_version_that_takes_much_away_is_asked_about_and_can_be_undone(at_work, qtbot, tmp_path):
    from workbench.ui.dialogs import ImportResult

    library, by = at_work._desk.library, at_work.identity.person.id
    whole = "春天的消息\n\n2020-04-03\n\n" + "\n\n".join(f"第{n}条消息今天发布。" for n in range(1, 13))
    (tmp_path / "spring.txt").write_text(whole, "utf-8")
    for _ in import_all(library, [str(tmp_path / "spring.txt")], report := ImportReport(), by=by):
        pass
    key = report.added[0].key
    for row in open_edition(library, key).rows:
        save_text(library, by, row.target_id, f"News {row.number}.")
    before = open_edition(library, key).rows
    (tmp_path / "spring.txt").write_text(whole.rpartition("第10条")[0], "utf-8")

    at_work.imports.take([str(tmp_path / "spring.txt")])
    asked = result_of(qtbot, at_work, ImportResult)
    assert "of 13 segments 3 with their translations" in asked.findChild(QListWidget).item(0).text()
    assert open_edition(library, key).rows == before
    press(qtbot, asked, "Import it all the same")
    done = result_of(qtbot, at_work, ImportResult)
    assert len(open_edition(library, key).rows) == 10
    press(qtbot, done, "Undo the updates")
    qtbot.waitUntil(lambda: len(open_edition(library, key).rows) == 13, timeout=20_000)
    assert [row.target for row in open_edition(library, key).rows] == [row.target for row in before]


def test_a_very_long_sentence_is_offered_a_split(at_work, qtbot, tmp_path):
    from workbench.ui.dialogs import ImportResult

    (tmp_path / "long.txt").write_text("友城工作会议召开\n\n" + "会议强调稳中求进，" * 2_000, "utf-8")
    before = keys(at_work)
    at_work.imports.take([str(tmp_path / "long.txt")])
    asked = result_of(qtbot, at_work, ImportResult)
    assert "18,000 characters" in asked.findChild(QListWidget).item(0).text()
    press(qtbot, asked, "Split and import")
    qtbot.waitUntil(lambda: len(keys(at_work)) > len(before), timeout=20_000)
    (new,) = {*keys(at_work)} - {*before}
    assert len(open_edition(at_work._desk.library, new).rows) > 9


def test_a_file_that_comes_back_emptied_is_asked_about_and_can_be_undone(at_work, qtbot, tmp_path):
    from workbench.ui.dialogs import ExchangeNotice

    library, by = at_work._desk.library, at_work.identity.person.id
    key = next(row.key for row in list_articles(library, limit=50) if str(row.stage) == "drafting")
    path = send(library, by, key, "po", tmp_path / "out.po")
    before = open_edition(library, key).rows
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = ""
    catalogue.save()
    at_work.opening.take([str(path)])
    press(qtbot, result_of(qtbot, at_work, ExchangeNotice), "Take it in all the same")
    qtbot.waitUntil(lambda: not any(row.target for row in open_edition(library, key).rows), timeout=20_000)
    press(qtbot, result_of(qtbot, at_work, ExchangeNotice), "Undo")
    qtbot.waitUntil(lambda: any(row.target for row in open_edition(library, key).rows), timeout=20_000)
    assert [row.target for row in open_edition(library, key).rows] == [row.target for row in before]


def test_another_library_opens_in_the_same_window(at_work, qtbot, newsroom_file, tmp_path):
    other = shutil.copy(newsroom_file, tmp_path / "other.workbench")
    with qtbot.waitSignal(at_work.opened, timeout=20_000):
        at_work.opening.take([str(other)])
    assert at_work.windowTitle().startswith("other.workbench")


def test_macos_hands_files_over_as_events(window, qapp):
    qapp.installEventFilter(window.opening)
    qapp.sendEvent(qapp, QFileOpenEvent("/tmp/a.docx"))
    qapp.removeEventFilter(window.opening)
    assert window.opening.is_waiting


def drag(kind, *places):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    spot, copying = QPoint(400, 300), Qt.DropAction.CopyAction
    button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    point = QPointF(spot) if kind is QDropEvent else spot
    event = kind(point, copying, dragged, button, no_keys)
    event.keep = dragged  # Qt does not own it
    return event


def drop(window, *places):
    QApplication.sendEvent(window, drag(QDragEnterEvent, *places))
    QApplication.sendEvent(window, drag(QDropEvent, *places))


@pytest.mark.parametrize("place", ["library", "editor", "review", "publish"])
def test_files_may_be_dropped_wherever_one_is(at_work, qtbot, tmp_path, place):
    """They come in beside the article that is open, whose text stays as it is."""
    if place != "library":
        at_work.open_article(keys(at_work)[0], place)
        qtbot.waitUntil(lambda: at_work.place_shown == place, timeout=20_000)
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    before = len(keys(at_work))
    drop(at_work, tmp_path / "news.txt")
    assert not at_work.drops.invitation.isVisible()
    qtbot.waitUntil(lambda: len(keys(at_work)) == before + 1, timeout=20_000)


def test_what_a_drop_will_do_is_said_before_it_falls(at_work, tmp_path):
    said = at_work.drops.invitation
    for name, words in (
        ("house.tmx", "translation memory"),
        ("house.tbx", "term base"),
        ("other.workbench", "open this library"),
        ("news.docx", "import"),
    ):
        QApplication.sendEvent(at_work, drag(QDragEnterEvent, tmp_path / name))
        assert said.isVisible()
        assert words in said.text()
        QApplication.sendEvent(at_work, QDragLeaveEvent())
        assert not said.isVisible()


def test_a_file_over_the_text_of_a_row_is_for_the_window(at_work, qtbot, tmp_path):
    at_work.open_article(keys(at_work)[0], "editor")
    qtbot.waitUntil(lambda: at_work.place_shown == "editor", timeout=20_000)
    edit = at_work.place("editor").editor.view.target_edit
    event = drag(QDragEnterEvent, tmp_path / "news.txt")
    assert not edit.canInsertFromMimeData(event.mimeData())
    QApplication.sendEvent(edit.viewport(), event)
    assert at_work.drops.invitation.isVisible()


def test_the_window_comes_back_to_the_article_and_row(qtbot, theme, language, newsroom, tmp_path):
    from workbench.ui.background import Background
    from workbench.ui.main_window import MainWindow

    def start():
        made = MainWindow(theme, language, Background(), WindowState(tmp_path / "window.ini"))
        qtbot.addWidget(made)
        made.identity.wanted = "Pang Yuehui"
        made.show()
        with qtbot.waitSignal(made.usable, timeout=20_000):
            made.open_place(newsroom)
        return made

    first = start()
    qtbot.waitUntil(lambda: first.library_screen.articles() != [])
    key = first.library_screen.articles()[0].key
    first.open_article(key)
    qtbot.waitUntil(lambda: first.place("editor").editor.edition is not None, timeout=10_000)
    editor = first.place("editor").editor
    qtbot.waitUntil(lambda: editor.view.active >= 0)
    editor.view.enter(2)
    editor.split.setSizes([700, 500])
    wide = editor.split.sizes()
    target = editor.session.model.row(2).target_id
    first.close()

    again = start()
    qtbot.waitUntil(lambda: again.place("editor") is not None, timeout=10_000)
    editor = again.place("editor").editor
    qtbot.waitUntil(lambda: editor.view.active >= 0, timeout=10_000)
    assert editor.edition.key == key
    assert editor.session.model.row(editor.view.active).target_id == target
    assert abs(editor.split.sizes()[1] - wide[1]) <= 2
    again.show_place("library")
    again.close()

    assert start().place("editor") is None  # the window was closed in the Library


def test_recent_articles_and_libraries_stand_in_the_menu(at_work, qtbot, newsroom_file, tmp_path):
    row = at_work.library_screen.articles()[1]
    at_work.open_article(row.key)
    qtbot.waitUntil(lambda: at_work.place("editor").editor.edition is not None, timeout=10_000)
    at_work.show_place("library")
    menu = at_work.actions_table["file.recent_articles"].menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [f"&1  {row.headline}"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: at_work.place("editor").isVisible(), timeout=20_000)
    other = str(shutil.copy(newsroom_file, tmp_path / "other.workbench"))
    with qtbot.waitSignal(at_work.opened, timeout=20_000):
        at_work.open_place(other)
    menu = at_work.actions_table["file.recent_libraries"].menu()
    menu.aboutToShow.emit()
    assert [action.text().endswith("newsroom.workbench") for action in menu.actions()] == [True]


def test_an_article_that_is_gone_is_offered_no_longer(at_work, qtbot):
    place = at_work._desk.place
    at_work._state.remember_visit(place, Visit("ffffffff", "不在了", "editor"))
    menu = at_work.actions_table["file.recent_articles"].menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: at_work._state.visits(place) == [], timeout=20_000)
    assert at_work.library_screen.isVisible()


def test_a_recent_list_that_was_damaged_is_empty(tmp_path):
    (tmp_path / "window.ini").write_text(
        f"[General]\nlibraries=not json\n[visits]\nx={json.dumps(json.dumps([{'key': 1, 'more': 2}]))}\n",
        "utf-8",
    )
    state = WindowState(tmp_path / "window.ini")
    assert (state.libraries, state.visits("x"), state.library) == ([], [], "")


@pytest.mark.parametrize("name", ["missing.docx", "missing/news.txt"])
def test_a_file_that_is_not_there_is_named(name, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main([name]) == 1
    assert f"{tmp_path / name} is not there." in capsys.readouterr().err


def test_a_word_that_is_neither_command_nor_file_is_not_understood(capsys):
    assert main(["publsih"]) == 2


def test_the_program_opens_the_files_it_is_started_with(newsroom, tmp_path):
    """A real process: the window comes up on the library with the article that was named, and says its times."""
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    home = {
        name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME")
    }
    command = [sys.executable, "-m", "workbench", newsroom, "--as", "Pang Yuehui"]
    timed = {**os.environ, **home, "WORKBENCH_TIMED": "0"}
    answer = subprocess.run(command, env=timed, capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.startswith("painted ")
    assert " usable " in answer.stdout


def test_a_fake_library_can_be_shown_too(open_window):
    assert open_window(FakeLibraryDesk()).library_place == "hunan.workbench"


def test_what_could_not_be_read_of_a_damaged_log_is_said_when_the_library_is_shown(window, monkeypatch):
    from pathlib import Path

    from workbench.library.log_damage import say_left_out
    from workbench.ui.dialogs import Notice

    monkeypatch.setattr(FakeLibraryDesk, "left_out", lambda _: say_left_out(Path("hunan.workbench"), 3))
    window.open(FakeLibraryDesk())
    (notice,) = window.findChildren(Notice)
    assert any("3 changes at the end of the log" in label.text() for label in notice.findChildren(QLabel))
    notice.close()
