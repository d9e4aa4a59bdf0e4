"""A library in a cloud folder is asked about before anything is written there, once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.ui.dangers import DangerQuestion


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "Dropbox" / "office.workbench"
    path.parent.mkdir()
    with open_library(path) as library:
        add_person(library, "Translator A")
    return path


def answer(qtbot, words, seen):
    """Press the button that says so as soon as the question stands."""

    def press():
        question = QApplication.activeModalWidget()
        if not isinstance(question, DangerQuestion):
            QTimer.singleShot(20, press)
            return
        seen.append(question._sentence.text())
        (button,) = [
            one for one in question.findChildren(QPushButton) if one.text().replace("&", "") == words
        ]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(20, press)


def test_who_means_it_is_asked_once(window, qtbot, place):
    seen: list[str] = []
    window.identity.wanted = "Translator A"
    before = place.read_bytes()
    answer(qtbot, "Open it all the same", seen)
    with qtbot.waitSignal(window.opened, timeout=20_000):
        window.open_place(str(place))
    assert "office.workbench lies in a folder of Dropbox" in seen[0]
    with qtbot.waitSignal(window.opened, timeout=20_000):
        window.open_place(str(place))
    assert len(seen) == 1
    assert before[:16] == place.read_bytes()[:16]


def test_who_does_not_finds_the_file_untouched_and_the_reason_on_the_screen(window, qtbot, place):
    seen: list[str] = []
    before = {path.name: path.read_bytes() for path in place.parent.iterdir()}
    answer(qtbot, "Cancel", seen)
    window.open_place(str(place))
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    qtbot.wait(50)
    assert {path.name: path.read_bytes() for path in place.parent.iterdir()} == before
    assert not window.library_screen.articles()
