"""The window among others: notices, windows of other people, fonts of one's own, sharp at every scaling."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QFontInfo
from tests.ui.fakes import FakeLibraryDesk
from tests.ui.test_main_window import TWO, answer

from workbench.model.progress import Progress
from workbench.ui.desktop import window_command
from workbench.ui.font_dialog import FontDialog
from workbench.ui.fonts import SANS, SANS_ZH, SERIF, SERIF_ZH, article_font, pair_of, paired
from workbench.ui.people_dialogs import WhoIsWorking
from workbench.ui.window_state import WindowState


@pytest.fixture
def started(monkeypatch):
    """The programs that were started, instead of starting them."""
    found = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, words: found.append([program, *words]))
    return found


def work():
    yield Progress(0, 1, "")


@pytest.mark.skipif(sys.platform != "linux", reason="by the program that shows notices there")
@pytest.mark.parametrize("is_in_front", [True, False])
def test_the_end_of_long_work_is_told_to_who_went_elsewhere(
    window, qtbot, monkeypatch, tmp_path, started, is_in_front
):
    (tmp_path / "notify-send").write_text("#!/bin/sh\n", "utf-8")
    (tmp_path / "notify-send").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(type(window), "isActiveWindow", lambda self: is_in_front)
    with qtbot.waitSignal(window.strip.ended, timeout=20_000):
        window.strip.run("Importing --title", work)
    told = [words[-2:] for words in started]
    assert told == ([] if is_in_front else [["Translation Workbench", "Ended: Importing --title"]])


def test_work_that_was_cancelled_is_not_told(window, qtbot, started):
    def endless():
        while True:
            yield Progress(0, 0, "")

    ended = []
    window.strip.ended.connect(ended.append)
    window.strip.run("Importing", endless)
    window.strip._cancel.click()
    qtbot.waitUntil(lambda: not window.strip.is_busy, timeout=20_000)
    assert ended == []


def test_somebody_else_gets_a_window_of_their_own(window, qtbot, started):
    window.identity.wanted = "Translator A"
    window.open(FakeLibraryDesk(people=TWO))
    qtbot.waitUntil(lambda: window.identity.person == TWO[0], timeout=20_000)
    answer(qtbot, WhoIsWorking, lambda dialog: qtbot.keyClick(dialog._list, Qt.Key.Key_Return))
    window.actions_table["file.new_window"].trigger()
    assert started == [window_command("hunan.workbench", "Reviewer B")]


def test_the_command_of_a_window_is_one_that_the_program_understands(newsroom_file, tmp_path):
    library = shutil.copy(newsroom_file, tmp_path / "a.workbench")
    home = {
        name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME")
    }
    command = window_command(str(library), "Reviewer A")
    environment = {**os.environ, **home, "WORKBENCH_TIMED": "0"}
    answered = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert "usable" in answered.stdout


def test_fonts_are_chosen_seen_at_once_and_kept(window, qtbot):
    seen = []
    window.theme.changed.connect(lambda: seen.append((window.theme.article_face, window.theme.article_px)))

    def choose(dialog):
        dialog.latin.setFocus()
        dialog.latin.setCurrentText(SANS)
        dialog.size_field.setFocus()
        qtbot.keyClick(dialog.size_field, Qt.Key.Key_Up)
        assert QFontInfo(dialog.latin_sample.font()).family() == SANS
        assert dialog.chinese_sample.font().pixelSize() == 16
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    answer(qtbot, FontDialog, choose)
    window.actions_table["view.fonts"].trigger()
    face = f"{SANS} + {SERIF_ZH}"
    assert seen[-1] == (face, 16)
    assert (window._state.article_face, window._state.article_px) == (face, 16)


def test_leaving_the_fonts_puts_back_what_was(window, qtbot):
    def choose(dialog):
        dialog.chinese.setCurrentText(SANS_ZH)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answer(qtbot, FontDialog, choose)
    window.actions_table["view.fonts"].trigger()
    assert (window.theme.article_face, window._state.article_face) == ("serif", "serif")


def test_a_pair_is_latin_first_in_english_and_chinese_first_in_chinese(qapp):
    face = pair_of("Somebody’s Garamond", "某宋体")
    assert paired(face) == ("Somebody’s Garamond", "某宋体")
    assert article_font("en", face=face).families() == ["Somebody’s Garamond", "某宋体", SERIF, SERIF_ZH]
    assert article_font("zh", face=face).families()[:2] == ["某宋体", "Somebody’s Garamond"]
    assert (pair_of(SERIF, SERIF_ZH), pair_of(SANS, SANS_ZH)) == ("serif", "sans")


def test_a_chosen_pair_outlives_the_program(tmp_path):
    WindowState(tmp_path / "window.ini").article_face = f"{SANS} + {SERIF_ZH}"
    assert WindowState(tmp_path / "window.ini").article_face == f"{SANS} + {SERIF_ZH}"


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_the_window_is_sharp_at_every_scaling(factor, tmp_path):
    code = """
import sys
from pathlib import Path
from workbench.ui.app import make_application, make_window
from workbench.ui.window_state import WindowState
application = make_application(["workbench"])
window = make_window(WindowState(Path(sys.argv[1])))
window.resize(1024, 700)
window.show()
application.processEvents()
picture = window.grab()
icon = window.windowIcon().pixmap(16, 16)
print(picture.width(), window.devicePixelRatio(), window.minimumWidth())
window.close()
"""
    environment = {**os.environ, "QT_SCALE_FACTOR": factor}
    command = [sys.executable, "-c", code, str(tmp_path / "window.ini")]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert [float(said[0]), float(said[1])] == [1024 * float(factor), float(factor)]
