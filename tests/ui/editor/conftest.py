"""An Editor on a fake desk, in a real (offscreen) window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow
from tests.ui.editor import fake_desk as fakes

from workbench.ui.actions import Actions
from workbench.ui.background import Background
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.theme import Theme


class Opened:
    """A window with an Editor in it, and shorter words for what tests do with it."""

    def __init__(self, qtbot, desk, key: str = "article") -> None:
        self.qtbot, self.desk = qtbot, desk
        self.theme = Theme("light")
        self.theme.apply()
        self.window = QMainWindow()
        self.actions = Actions(self.window, self.theme)
        self.background = Background()
        self.screen = EditorScreen(desk, self.theme, self.actions, self.background)
        self.window.setCentralWidget(self.screen)
        self.window.resize(1200, 760)
        self.actions.enter("editor")
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.screen.open(key, "en")
        self.settle()

    @property
    def edit(self):
        return self.screen.view.target_edit

    @property
    def place(self) -> int:
        return self.screen.view.active

    @property
    def model(self):
        return self.screen.session.model

    def press(self, key, modifiers=None, widget=None) -> None:
        from PySide6.QtCore import Qt

        self.qtbot.keyClick(widget or self.edit, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.edit, text)

    def settle(self) -> None:
        """Wait until the library has everything, and the answers are on the screen."""
        self.screen.session.saving.flush()
        self.qtbot.waitUntil(lambda: self.background.waiting_writes == 0, timeout=20_000)
        self.qtbot.wait(1)

    def preview(self):
        """Wait until the preview of replacing lists what it found."""
        finding = self.screen.commands.finding
        self.qtbot.waitUntil(
            lambda: finding.preview is not None and bool(finding.preview.chosen()), timeout=5000
        )
        return finding.preview

    def replace_ticked(self) -> None:
        """Replace what is ticked in the preview; the system gives the focus back to the window."""
        self.preview().replace.click()
        self.settle()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.edit.hasFocus, timeout=20_000)

    def texts(self) -> list[str]:
        return [self.model.text(place) for place in range(self.model.rowCount())]

    def close(self) -> None:
        self.screen.session.close()
        self.background.close()


@pytest.fixture
def desk():
    return fakes.FakeDesk()


@pytest.fixture
def editor(qtbot, desk):
    opened = Opened(qtbot, desk)
    yield opened
    opened.close()


@pytest.fixture
def open_editor(qtbot):
    made = []

    def make(desk):
        made.append(Opened(qtbot, desk))
        return made[-1]

    yield make
    for opened in made:
        opened.close()
