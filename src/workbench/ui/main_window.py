"""The window: menus, four places, status line; it assembles them and holds no rules.

Dialogs are imported when they are asked for: the first paint does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workbench.errors import LibraryError, WorkbenchError
from workbench.model.changes import Changes
from workbench.model.rows import PersonRow
from workbench.ui.actions import EDITOR, LIBRARY, PUBLISH, REVIEW, Actions
from workbench.ui.activity_strip import ActivityStrip
from workbench.ui.appearance import Appearance
from workbench.ui.article_acts import ArticleActs
from workbench.ui.background import Background, Task
from workbench.ui.desktop import Desktop
from workbench.ui.dropping import Drops
from workbench.ui.icons import app_icon
from workbench.ui.identity import Identity
from workbench.ui.importing import Imports
from workbench.ui.language import Language
from workbench.ui.library_desk import PAGE
from workbench.ui.library_screen import LibraryScreen
from workbench.ui.opening import Opening
from workbench.ui.places import Activity, ArticlePlace, Surroundings
from workbench.ui.returning import Returning
from workbench.ui.status_bar import Saving, StatusBar
from workbench.ui.theme import Theme
from workbench.ui.tool_windows import ToolWindows
from workbench.ui.window_state import WindowState
from workbench.ui.words import say_roles

if TYPE_CHECKING:
    from workbench.library.first_page import FirstPage
    from workbench.ui.assets import Exchange, ExchangeResult
    from workbench.ui.dangers import Dangers
    from workbench.ui.library_desk import LibraryDesk
    from workbench.ui.servers import Servers

DEFAULT_SIZE = QSize(1440, 900)
ARTICLE_PLACES = (EDITOR, REVIEW, PUBLISH)


class MainWindow(QMainWindow):
    """One library, four places. `opened` says that the library is there and can be used."""

    opened = Signal()
    usable = Signal()
    """The library is open and somebody works in it: every act is possible."""
    _library_changed = Signal(object)
    _server_reached = Signal(bool)

    def __init__(self, theme: Theme, language: Language, background: Background, state: WindowState) -> None:
        super().__init__()
        self.setWindowIcon(app_icon())
        self.setMinimumSize(960, 620)
        self.resize(DEFAULT_SIZE)
        self.theme, self.language, self.background = theme, language, background
        self._state = state
        self._desk: LibraryDesk | None = None
        self._unlisten: Callable[[], None] | None = None
        self._following: Task | None = None
        self._places: dict[str, ArticlePlace] = {}
        self._place = LIBRARY
        self._key = ""
        self._served: PersonRow | None = None
        self._wanted: tuple[str, str] | None = None
        self.library_place = ""
        self.actions_table = Actions(self, theme)
        if state.has_own_keys:
            self.actions_table.use_keys(state.keymap.keys())
        self.library_screen = LibraryScreen(theme, language, self.actions_table, background)
        self.strip = ActivityStrip(background)
        self.status = StatusBar(theme)
        self.identity = Identity(self, background, state)
        self.imports = Imports(self, theme, self.strip, state)
        self.opening = Opening(self)
        self.returning = Returning(self, state)
        self.desktop = Desktop(self, state)
        self.tools = ToolWindows(self, state)
        self.articles = ArticleActs(self, state)
        self.appearance = Appearance(self, state)
        self.drops = Drops(self, theme, self.opening.take)
        self._lay_out()
        self._bind()
        self._connect()
        self._retranslate()
        self.restoreGeometry(state.geometry)

    @cached_property
    def servers(self) -> Servers:
        """What asks for libraries on servers, and signs in to them."""
        from workbench.ui.servers import Servers

        return Servers(self, self.open_place)

    @cached_property
    def dangers(self) -> Dangers:
        """Asks before a library is opened where it is in danger."""
        from workbench.ui.dangers import Dangers

        return Dangers(self, self._state, self.open_place, self._ask_for_library)

    def open(self, desk: LibraryDesk, place: str | None = None) -> None:
        """Show a library that was opened in the lookup lane; `place` is how it was asked for."""
        self._close_library()
        self._desk = desk
        self.library_place = place or desk.place
        self.returning.open(desk, self.library_place)
        self._unlisten = desk.listen(self._library_changed.emit)
        self._following = self.background.watch(
            lambda: desk.follow(self.background.failed.emit, self._server_reached.emit)
        )
        self.status.set_library(desk.name, desk.place)
        self.status.set_saving(Saving.SAVED if desk.is_writable else Saving.READ_ONLY)
        self.setWindowTitle(f"{desk.name} – " + self.tr("Translation Workbench"))
        self.imports.open(desk)
        self.library_screen.open(desk)
        self.identity.open(desk)
        self.show_place(LIBRARY)
        self.opened.emit()
        if (said := desk.left_out()) is not None:
            self.say_problem(LibraryError(said))

    def open_place(self, place: str | None) -> None:
        """Open the library at a path or URL; the window stays alive meanwhile."""

        def read() -> LibraryDesk:
            from workbench.ui.library_access import open_access

            return open_access(place, self._state.accepted_places)

        if self._desk is None:
            self.background.look_up("first", lambda: self._read_first(place), self._show_first)
        failed = partial(self._say_not_opened, place)
        self.background.look_up("open", read, lambda desk: self.open(desk, place), failed)

    def _read_first(self, place: str | None) -> FirstPage | None:
        from workbench.library.dangers import dangers_of
        from workbench.library.first_page import read_first_page
        from workbench.library.plain_reading import file_of

        path = file_of(place)
        if path is not None and str(path) not in self._state.accepted_places and dangers_of(path):
            return None
        return read_first_page(place, lambda path, people: self.identity.known(str(path), people), limit=PAGE)

    def _show_first(self, first: FirstPage | None) -> None:
        """Show the top of the list at once; what is asked for meanwhile waits until the library is open."""
        if first is not None and first.articles and self._desk is None:
            self.identity.preview(first.people, first.person)
            self.library_screen.preview(first.articles)
            self.library_screen.table.setFocus()

    def _say_not_opened(self, place: str | None, error: WorkbenchError) -> None:
        if self.servers.sign_in(place, error) or self.dangers.ask(place, error):
            return
        if self._desk is None:
            self.library_screen.show_failure(error.sentence)
        else:
            self.say_problem(error)

    def open_article(self, key: str, place: str = EDITOR, *, target_id: int = 0) -> None:
        """Go to an article, in the Editor unless another place is named, and to a target where one is known."""
        shown = self._ready(place)
        self._wanted = (key, place) if self._desk is None else None
        if shown is not None:
            self._key = key
            shown.resume(target_id)
            shown.open_article(key, self.library_screen.language)
            self.show_place(place)

    def open_listed(self, key: str) -> None:
        """Go to an article of the list, where it is worked on by whoever works."""
        self.open_article(key, self.library_screen.fitting_place)

    def show_place(self, name: str) -> None:
        """Go to one of the four places."""
        if name != LIBRARY and name not in self._places:
            if self.library_screen.current is not None:
                self.open_article(self.library_screen.current.key, name)
            return
        if self._place != name and self._place in self._places:
            self.returning.note(self._place, self._places[self._place])
            self._places[self._place].leave()
        self._place = name
        widget: QWidget = self.library_screen if name == LIBRARY else self._places[name]
        self._stack.setCurrentWidget(widget)
        self.actions_table.enter(name)
        self.actions_table.fill(self.menuBar())
        if name == LIBRARY:
            self._follow_saving(self.background.waiting_writes > 0)
            self.library_screen.ask()
            self.library_screen.table.setFocus()
        else:
            self._places[name].take_focus()

    @property
    def desk(self) -> LibraryDesk | None:
        """The library that is shown, None while there is none."""
        return self._desk

    @property
    def place_shown(self) -> str:
        """Which of the four places is shown."""
        return self._place

    @property
    def open_key(self) -> str:
        """The key of the article that was opened last, "" at first."""
        return self._key

    def has_place(self, name: str) -> bool:
        """Say whether a place exists in this program."""
        from workbench.ui.place_factories import PLACES

        return name in PLACES

    def place(self, name: str) -> ArticlePlace | None:
        """Return one of the places that show an article, when it has been made."""
        return self._places.get(name)

    def come_forward(self) -> None:
        """Show the window in front of all others: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def say_problem(self, error: WorkbenchError) -> None:
        """Say what happened, to what, and what to do."""
        from workbench.ui.dialogs import Notice

        Notice(self, self.theme, error).open()

    def _say_unanswered(self, error: WorkbenchError) -> None:
        """Say why a question was not answered, once for all that failed together.

        Of a server that is away the status line tells, and no dialog comes between the keys.
        """
        from workbench.library.server.failures import ConnectionLostError, SignInError
        from workbench.ui.dialogs import Notice

        is_told = any(notice.isVisible() for notice in self.findChildren(Notice))
        if not is_told and not isinstance(error, ConnectionLostError | SignInError):
            self.say_problem(error)

    def _ready(self, name: str) -> ArticlePlace | None:
        if self._desk is None or self.identity.person is None:
            return None
        if name not in self._places:
            from workbench.ui.place_factories import make_place

            around = Surroundings(
                self.theme,
                self.language,
                self.actions_table,
                self.background,
                self._desk,
                self.identity.person,
            )
            made = make_place(name, around)
            made.left.connect(partial(self.show_place, LIBRARY))
            made.facts_changed.connect(partial(self._show_facts, name))
            made.saving_changed.connect(self.status.set_saving)
            made.article_asked.connect(self.open_article)
            made.place_asked.connect(lambda wanted: self.open_article(self._key, wanted))
            made.row_asked.connect(lambda place, row: self.open_article(self._key, place, target_id=row))
            made.activity_asked.connect(self._do_in_sight)
            self.returning.set_up(name, made)
            self._places[name] = made
            self._stack.addWidget(made)
        return self._places[name]

    def _do_in_sight(self, asked: Activity) -> None:
        self.strip.run(asked.name, asked.steps, asked.done, failed=asked.failed)

    def _forget_places(self) -> None:
        for name, shown in self._places.items():
            if name == self._place:
                self.returning.note(name, shown)
            shown.leave()
            shown.forget()
            self._stack.removeWidget(shown)
            shown.deleteLater()
        self._places.clear()
        if self._place != LIBRARY:
            self.show_place(LIBRARY)

    def _show_facts(self, name: str, facts: list[object]) -> None:
        if name == self._place:
            self.status.set_facts(facts)  # type: ignore[arg-type]

    def _take_person(self, person: PersonRow) -> None:
        if (
            person != self._served
        ):  # an article may be open already for who was shown before the library was there
            self._forget_places()
        self._served = person
        self.status.set_person(person.name, say_roles(person.roles))
        self.imports.person_id = person.id
        self.library_screen.set_person(person)
        QTimer.singleShot(0, self.articles, self.articles.offer_rest_of_drafts)
        if self._desk is None:
            return
        self.returning.come_back(is_wanted=self._wanted is None and not self.opening.is_waiting)
        if self._wanted is not None:
            self.open_article(*self._wanted)
        self.opening.open(self._desk)
        self.usable.emit()

    def _take_changes(self, changes: Changes) -> None:
        self.library_screen.refresh_soon()
        if changes.people:
            self.identity.refresh()

    def _follow_saving(self, is_busy: bool) -> None:
        """Say whether acts of the Library are saved; a place with text says itself what became of it."""
        if self._desk is not None and self._desk.is_writable and self._place == LIBRARY:
            self.status.set_saving(Saving.SAVING if is_busy else Saving.SAVED)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.library_screen)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.strip)
        layout.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._library_changed.connect(self._take_changes)
        self._server_reached.connect(self.status.set_reached)
        self.background.failed.connect(self.say_problem)
        self.background.unanswered.connect(self._say_unanswered)
        self.background.busy_changed.connect(self._follow_saving)
        self.strip.failed.connect(self.say_problem)
        self.status.person_asked.connect(self.identity.ask)
        self.identity.changed.connect(self._take_person)
        self.identity.refused.connect(self.say_problem)
        self.identity.place_wanted.connect(self.open_place)
        self.identity.begun.connect(self.tools.begin)
        self.identity.sample_wanted.connect(self.imports.take_sample)
        self.library_screen.opened.connect(self.open_listed)
        self.library_screen.dropped.connect(self.opening.take)
        self.library_screen.facts_changed.connect(partial(self._show_facts, LIBRARY))
        self.library_screen.place_asked.connect(self._show_page)
        self.library_screen.exchange_asked.connect(self.exchange)

    def _bind(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "file.import": self.imports.ask_for_files,
            "file.paste": self.imports.ask_for_text,
            "file.address": self.imports.ask_for_address,
            "file.open_library": self._ask_for_library,
            "file.open_server": self._ask_for_server,
            "file.person": self.identity.ask,
            "file.quit": lambda: (self.close(), None)[1],
            "tools.people": self.identity.show_people,
            "tools.build_memory": self._build_memory,
            "tools.concordance": self._search,
            "view.library": partial(self.show_place, LIBRARY),
        }
        for name in ARTICLE_PLACES:
            acts[f"view.{name}"] = partial(self.show_place, name)
        for identity, act in acts.items():
            self.actions_table.bind(identity, act)

    def _search(self) -> None:
        self.show_place(LIBRARY)
        self.library_screen.search_for()

    def _ask_for_library(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Open or make a library"),
            self._state.folder,
            self.tr("Libraries") + " (*.workbench)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.open_place(path if "." in path.rpartition("/")[2] else f"{path}.workbench")

    def _ask_for_server(self) -> None:
        self.servers.ask()

    def _show_page(self, name: str) -> None:
        if name == "people":
            self.identity.show_people()
        QTimer.singleShot(0, partial(self.library_screen.show_queue, "all"))

    def _build_memory(self) -> None:
        self.show_place(LIBRARY)
        self.library_screen.build_memory()

    def exchange(self, name: str, work: Callable[[], Exchange]) -> None:
        """Bring a file in or out in the strip, and say how much went over."""
        from workbench.ui.assets import ExchangeResult
        from workbench.ui.dialogs import ExchangeNotice

        def tell_stopped() -> None:
            words = self.tr(
                "Stopped before the end. What was taken in so far stays, and doing it again takes in the rest; "
                "a file that was being written was not made."
            )
            tell(ExchangeResult(0, held=words))

        def tell(result: ExchangeResult) -> None:
            self.library_screen.assets.ask()
            self.library_screen.refresh_soon()
            notice = ExchangeNotice(self, self.theme, name, result)
            if result.again is not None:
                notice.meant.connect(partial(self.exchange, name, result.again))
            if result.undo is not None:
                notice.undoAsked.connect(partial(self.exchange, self.tr("Undo"), result.undo))
            notice.open()

        self.strip.run(name, work, tell, tell_stopped)

    def changeEvent(self, event: QEvent) -> None:
        """Write menus and status anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.actions_table.retranslate()
        self.actions_table.fill(self.menuBar())
        name = f"{self._desk.name} – " if self._desk is not None else ""
        self.setWindowTitle(name + self.tr("Translation Workbench"))
        if self.identity.person is not None:
            self.status.set_person(self.identity.person.name, say_roles(self.identity.person.roles))

    def _close_library(self) -> None:
        self.opening.open(None)
        shown = self._places.get(self._place)
        self._forget_places()
        self.returning.close(shown=shown)
        if self._following is not None:
            self._following.cancel()
        if self._unlisten is not None:
            self._unlisten()
        if self._desk is not None:
            self.background.write(self._desk.close)
            self._desk = None
            self._served = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go from the screen at once; write what is waiting behind that."""
        self._state.geometry = self.saveGeometry()
        self.hide()
        self._close_library()
        self.background.close()
        super().closeEvent(event)
