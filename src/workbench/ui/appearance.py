"""How the window looks and speaks: light or dark, its language, the size of article text; chosen, seen at once, kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.language import CHINESE, ENGLISH
from workbench.ui.theme import MODES
from workbench.ui.window_state import WindowState

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow

LEAST_PX, MOST_PX = 11, 32
LANGUAGES = {"view.english": ENGLISH, "view.chinese": CHINESE}


class Appearance(QObject):
    """Binds the acts of the View menu that change how everything looks."""

    def __init__(self, window: MainWindow, state: WindowState) -> None:
        super().__init__(window)
        self._theme, self._language, self._state = window.theme, window.language, state
        self._actions = window.actions_table
        for mode in MODES:
            self._actions.bind(f"view.{mode}", partial(self._dress, mode))
        for identity, code in LANGUAGES.items():
            self._actions.bind(identity, partial(self._speak, code))
        self._actions.bind("view.larger", partial(self._resize_text, 1))
        self._actions.bind("view.smaller", partial(self._resize_text, -1))
        self._mark_choices()

    def _dress(self, mode: str) -> None:
        self._state.mode = mode
        self._theme.set_mode(mode)
        self._mark_choices()

    def _speak(self, code: str) -> None:
        self._state.language = code
        self._language.use(code)
        self._mark_choices()

    def _resize_text(self, step: int) -> None:
        pixels = min(max(self._theme.article_px + step, LEAST_PX), MOST_PX)
        self._state.article_px = pixels
        self._theme.set_article_text(face=self._theme.article_face, pixels=pixels)

    def _mark_choices(self) -> None:
        for mode in MODES:
            self._actions[f"view.{mode}"].setChecked(self._theme.mode == mode)
        for identity, code in LANGUAGES.items():
            self._actions[identity].setChecked(self._language.code == code)
