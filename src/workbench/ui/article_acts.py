"""What is done with the articles chosen in the Library, or with the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.model.kinds import Role
from workbench.ui.actions import LIBRARY
from workbench.ui.window_state import WindowState

if TYPE_CHECKING:
    from workbench.ui.drafting import Drafts
    from workbench.ui.main_window import MainWindow
    from workbench.ui.office import Office
    from workbench.ui.studying import Studies


class ArticleActs(QObject):
    """Binds the acts that are about whole articles: opening, drafting, studying, assigning, publishing many."""

    def __init__(self, window: MainWindow, state: WindowState) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        acts: dict[str, Callable[[], None]] = {
            "article.open": self._open_chosen,
            "article.draft": self._draft,
            "article.analyse": self._analyse,
            "article.candidates": self._collect,
            "article.assign": partial(self._in_office, "assign"),
            "article.unlock": partial(self._in_office, "unlock"),
            "article.sheet": partial(self._in_office, "sheet"),
            "article.publish_many": partial(self._in_office, "publish"),
        }
        for identity, act in acts.items():
            window.actions_table.bind(identity, act)

    @cached_property
    def office(self) -> Office:
        """What assigns, unlocks, signs off and publishes many."""
        from workbench.ui.office import Office

        return Office(self._window, self._window.theme, self._window.strip, self._window.background)

    @cached_property
    def drafts(self) -> Drafts:
        """What fills empty rows by an engine."""
        from workbench.ui.drafting import Drafts

        window = self._window
        made = Drafts(window, window.theme, window.strip, window.background, self._state)
        made.settings_asked.connect(partial(window.tools.show_settings, "engines"))
        return made

    def chosen_titles(self) -> dict[str, str]:
        """Return the articles that acts are about, by key: those chosen in the list, or the one that is open."""
        window = self._window
        titles = {row.key: row.target_headline or row.headline for row in window.library_screen.chosen}
        if window.place_shown == LIBRARY:
            return titles
        key = window.open_key
        return {key: titles.get(key, "")} if key else {}

    def offer_rest_of_drafts(self) -> None:
        """Offer to go on with a queue of drafts that was interrupted."""
        desk, person = self._window.desk, self._window.identity.person
        if desk is not None and person is not None and self._state.has_drafts(desk.place):
            self.drafts.offer_rest(desk, person.id)

    def _open_chosen(self) -> None:
        chosen = self._window.library_screen.current
        if chosen is not None:
            self._window.open_listed(chosen.key)

    def _draft(self) -> None:
        articles, desk, person = self.chosen_titles(), self._window.desk, self._window.identity.person
        if articles and desk is not None and person is not None:
            self.drafts.ask(desk, articles, person.id, may_allow=Role.ADMIN in person.roles)

    def _in_office(self, act: str) -> None:
        titles, desk, person = self.chosen_titles(), self._window.desk, self._window.identity.person
        if not titles or desk is None or person is None:
            return
        keys, language = list(titles), self._window.library_screen.language
        if act == "assign":
            self.office.assign(desk.library, person.id, keys, language)
        elif act == "unlock":
            self.office.unlock(desk.library, person.id, keys[0], language)
        elif act == "sheet":
            self.office.sign_off(desk.library, keys[0], language)
        else:
            self.office.publish(desk.library, person.id, titles, language)

    def _analyse(self) -> None:
        keys, desk = list(self.chosen_titles()), self._window.desk
        if keys and desk is not None:
            self._studies().analyse(desk, keys)

    def _collect(self) -> None:
        keys, desk, person = list(self.chosen_titles()), self._window.desk, self._window.identity.person
        if keys and desk is not None and person is not None:
            self._studies().collect(desk, keys[0], person.id)

    def _studies(self) -> Studies:
        from workbench.ui.studying import Studies

        return Studies(self._window, self._window.strip, self._window.background)
