"""Coming back to where one was: the widths, the article and row of the last time, and the menus of recent things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from workbench.ui.places import ArticlePlace
from workbench.ui.window_state import Visit, WindowState

if TYPE_CHECKING:
    from workbench.ui.library_desk import LibraryDesk
    from workbench.ui.main_window import MainWindow

LONGEST_LABEL = 40
"""Characters of a headline or path in a menu."""


class Returning(QObject):
    """Notes where somebody stands whenever they leave, and brings them back."""

    def __init__(self, window: MainWindow, state: WindowState) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._desk: LibraryDesk | None = None
        self._is_due = False
        self.articles = self._menu("file.recent_articles", self._fill_articles)
        self.libraries = self._menu("file.recent_libraries", self._fill_libraries)

    def open(self, desk: LibraryDesk, place: str) -> None:
        """Keep that a library is shown; the article that was open in it comes back when somebody works here."""
        self._desk = desk
        self._state.remember_library(place)
        self._is_due = True

    def close(self, *, shown: ArticlePlace | None) -> None:
        """Keep where the window stands while it, or the library, is closed."""
        if self._desk is not None:
            self._state.remember_inside(self._desk.place, is_in_article=shown is not None)
        self._desk = None

    def note(self, name: str, place: ArticlePlace) -> None:
        """Keep where somebody stands in a place they leave."""
        for number, split in enumerate(place.splits()):
            self._state.remember_split(f"{name}-{number}", split.saveState())
        standing = place.standing()
        if standing is not None and self._desk is not None:
            visit = Visit(standing.key, standing.headline, name, standing.target_id)
            self._state.remember_visit(self._desk.place, visit)

    def set_up(self, name: str, place: ArticlePlace) -> None:
        """Give a place that was just made the widths it had."""
        for number, split in enumerate(place.splits()):
            kept = self._state.split(f"{name}-{number}")
            if not kept.isEmpty():
                split.restoreState(kept)

    def come_back(self, *, is_wanted: bool) -> None:
        """Show the article that was open when the library was shown last, once and if nothing else is wanted."""
        desk, is_due = self._desk, self._is_due and is_wanted
        self._is_due = False
        if desk is None or not is_due or not self._state.was_in_article(desk.place):
            return
        visit = next(iter(self._state.visits(desk.place)), None)
        if visit is not None:
            self.visit(visit)

    def visit(self, visit: Visit) -> None:
        """Go to an article where somebody stood, when it is still there."""
        desk = self._desk
        if desk is None:
            return

        def look() -> str:
            with desk.library.reading() as tx:
                return tx.articles.by_key(visit.key).key

        self._window.background.look_up(
            "visit", look, lambda _: self._go(visit), lambda _: self._forget(desk, visit)
        )

    def _go(self, visit: Visit) -> None:
        self._window.open_article(visit.key, visit.place, target_id=visit.target_id)

    def _forget(self, desk: LibraryDesk, visit: Visit) -> None:
        self._state.forget_visit(desk.place, visit.key)

    def _fill_articles(self) -> None:
        visits = self._state.visits(self._desk.place) if self._desk is not None else []
        self._fill(self.articles, [(visit.headline, partial(self.visit, visit)) for visit in visits])

    def _fill_libraries(self) -> None:
        here = self._window.library_place
        others = [place for place in self._state.libraries if place != here]
        shown = [(_without_password(place), partial(self._window.open_place, place)) for place in others]
        self._fill(self.libraries, shown)

    def _fill(self, menu: QMenu, entries: Sequence[tuple[str, Callable[[], None]]]) -> None:
        menu.clear()
        for number, (label, act) in enumerate(entries, 1):
            mark = f"&{number}  " if number < 10 else f"{number}  "
            menu.addAction(mark + _short(label).replace("&", "&&")).triggered.connect(act)
        if not entries:
            menu.addAction(self.tr("None yet")).setEnabled(False)

    def _menu(self, identity: str, fill: Callable[[], None]) -> QMenu:
        menu = QMenu(self._window)
        menu.aboutToShow.connect(fill)
        table = self._window.actions_table
        table[identity].setMenu(menu)
        table.bind(identity, lambda: menu.popup(QCursor.pos()))  # from the palette or by a key of one's own
        return menu


def _short(label: str) -> str:
    if len(label) <= LONGEST_LABEL:
        return label
    is_path = "/" in label or "\\" in label
    return f"…{label[-LONGEST_LABEL:]}" if is_path else f"{label[:LONGEST_LABEL]}…"


def _without_password(place: str) -> str:
    head, at, rest = place.rpartition("@")
    return f"{head.partition('://')[0]}://{rest}" if at and "://" in head else place
