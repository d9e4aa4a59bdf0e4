"""What the tests of the window share: a theme, lanes that end, and a window on a library of any size."""

from __future__ import annotations

import pytest

from workbench.ui.background import Background
from workbench.ui.language import Language
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.window_state import WindowState


@pytest.fixture
def theme(qapp):
    made = Theme("light")
    made.apply()
    return made


@pytest.fixture
def language(qapp):
    made = Language("en")
    yield made
    made.fall_silent()


@pytest.fixture
def background(qapp):
    lanes = Background()
    yield lanes
    lanes.close()


@pytest.fixture
def window(qtbot, theme, language, background, tmp_path):
    made = MainWindow(theme, language, background, WindowState(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture(scope="session")
def newsroom_file(tmp_path_factory):
    """A library of five articles, made once and only read by copies."""
    from workbench.ui.newsroom import make_newsroom

    path = tmp_path_factory.mktemp("newsroom") / "newsroom.workbench"
    make_newsroom(path)
    return path


@pytest.fixture
def open_window(qtbot, window):
    def open_on(desk):
        window.open(desk)
        qtbot.waitUntil(lambda: window.status.saving != "nothing", timeout=20_000)
        qtbot.waitUntil(lambda: desk.asked != [], timeout=20_000)
        qtbot.wait(30)
        return window

    return open_on
