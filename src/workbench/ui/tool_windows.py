"""The windows over the window: settings, keys, names, palette, guide, tour; each imported when it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.model.kinds import Role
from workbench.ui.icons import app_icon
from workbench.ui.window_state import WindowState

if TYPE_CHECKING:
    from workbench.ui.first_start import Newcomer
    from workbench.ui.main_window import MainWindow

TOUR_AFTER_MS = 600
"""The tour begins when the first screen has settled."""
ICON_PX = 56


class ToolWindows(QObject):
    """Opens what stands in the menus Tools and Help."""

    def __init__(self, window: MainWindow, state: WindowState) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        acts = {
            "tools.settings": self.show_settings,
            "tools.keys": self._show_keys,
            "tools.house": self._show_house,
            "tools.palette": self._show_palette,
            "help.guide": self._show_guide,
            "help.tour": self.take_tour,
            "help.shortcuts": self._show_shortcuts,
            "help.about": self._about,
        }
        for identity, act in acts.items():
            window.actions_table.bind(identity, act)

    def show_settings(self, page: str = "") -> None:
        """Show the settings of the library, from a page on."""
        from workbench.ui.settings.desk import SettingsDesk
        from workbench.ui.settings.window import SettingsWindow

        window, person = self._window, self._window.identity.person
        if window.desk is not None:
            desk = SettingsDesk(window.desk.library, person.id if person is not None else None)
            may_change = person is not None and Role.ADMIN in person.roles
            SettingsWindow(
                window, window.theme, window.background, desk, may_change=may_change, page=page
            ).exec()

    def begin(self, newcomer: Newcomer) -> None:
        """Somebody is new here: begin where their work is, and show them round."""
        self._window.library_screen.show_queue(newcomer.queue)
        QTimer.singleShot(TOUR_AFTER_MS, self, self.take_tour)

    def take_tour(self) -> None:
        """Point at the controls of the place that is shown, one after the other."""
        from workbench.ui.tour import Tour
        from workbench.ui.tour_stops import stops_of

        window = self._window
        Tour(window, window.theme, partial(stops_of, window, window.place_shown)).start()

    def _show_keys(self) -> None:
        from workbench.ui.keys_window import KeysWindow

        KeysWindow(self._window, self._window.theme, self._window.actions_table, self._state).exec()

    def _show_house(self) -> None:
        from workbench.ui.house.window import HouseWindow

        window, person = self._window, self._window.identity.person
        if window.desk is not None:
            by = person.id if person is not None else None
            HouseWindow(window, window.theme, window.background, window.desk.library, by).exec()

    def _show_palette(self) -> None:
        from workbench.ui.palette import Palette

        Palette(self._window, self._window.theme, self._window.actions_table).exec()

    def _show_guide(self) -> None:
        from workbench.ui.guide import Guide

        Guide(self._window, self._window.theme, self._window.language.code).show()

    def _show_shortcuts(self) -> None:
        from workbench.ui.shortcuts import Shortcuts

        Shortcuts(self._window, self._window.theme, self._window.actions_table).exec()

    def _about(self) -> None:
        from importlib.metadata import version

        from PySide6.QtWidgets import QMessageBox

        from workbench.ui.app import log_path

        words = self.tr("Translate, review and publish Chinese news side by side.")
        where = self.tr("What goes wrong is written to %1").replace("%1", str(log_path()))
        sources = self.tr(
            "Chinese words from CC-CEDICT (CC BY-SA 4.0), English spelling by Hunspell, fonts from Noto (OFL)."
        )
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About"))
        box.setIconPixmap(app_icon().pixmap(ICON_PX, ICON_PX))
        name = self.tr("Translation Workbench")
        box.setText(f"{name} {version('translation-workbench')}")
        box.setInformativeText(f"{words}\n\n{sources}\n\n{where}")
        box.exec()
