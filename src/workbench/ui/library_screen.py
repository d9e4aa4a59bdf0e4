"""The Library: queues, the list of articles, search and filters; files may be dropped on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.model.kinds import Role, Stage
from workbench.model.rows import ArticleRow, PersonRow
from workbench.ui.actions import EDITOR, PUBLISH, REVIEW, Actions
from workbench.ui.background import Background
from workbench.ui.empty_states import DropHint, EmptyState
from workbench.ui.language import Language
from workbench.ui.library_desk import LibraryDesk, Query
from workbench.ui.library_empty import Emptiness, empty_queue, first_article, not_opened, nothing_found
from workbench.ui.library_filters import Filters
from workbench.ui.library_model import LibraryModel
from workbench.ui.library_sidebar import OWN_QUEUES, QUEUES, STEP_QUEUE, Sidebar, say_entry
from workbench.ui.library_table import LibraryTable
from workbench.ui.moments import say_moment
from workbench.ui.status_bar import StatusFact
from workbench.ui.tab_order import follow
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.ui.asset_page import AssetPage
    from workbench.ui.dashboard_page import DashboardPage
    from workbench.ui.notices_page import NoticesPage
    from workbench.ui.statistics_page import StatisticsPage

REFRESH_MS = 150
TICK_MS = 30_000
ASSET_PAGES = frozenset({"memory", "alignment", "terms"})
"""The lines of the sidebar that have a page of their own."""
WORKED_ON: dict[tuple[Stage, ...], tuple[str, Role]] = {
    (Stage.IN_REVIEW,): (REVIEW, Role.REVIEWER),
    (Stage.APPROVED,): (PUBLISH, Role.EDITOR),
}
"""Where the articles of a queue, by its stages, are worked on, and by whom."""
DEFAULT_ZONE = "Asia/Shanghai"


class LibraryScreen(QWidget):
    """The first of the four places.

    `opened` carries the key of an article; `dropped` the paths and addresses to import; `place_asked`
    the name of a sidebar line that is not a queue; `facts_changed` what the status bar shows.
    """

    opened = Signal(str)
    dropped = Signal(list)
    place_asked = Signal(str)
    facts_changed = Signal(list)
    exchange_asked = Signal(str, object)

    def __init__(self, theme: Theme, language: Language, actions: Actions, background: Background) -> None:
        super().__init__()
        self.setObjectName("place")
        self._language = language
        self._actions = actions
        self._background = background
        self._desk: LibraryDesk | None = None
        self._person: PersonRow | None = None
        self._zone = ZoneInfo(DEFAULT_ZONE)
        self._queue = "drafts"
        self._total: int | None = None
        self._awaited = ""
        self._failure = ""
        self._asset = "memory"
        self._asset_pages: dict[str, AssetPage] = {}
        self._model = LibraryModel(self._ask_more, self._say_updated)
        self.sidebar = Sidebar(theme)
        self.filters = Filters(theme, actions)
        self.table = LibraryTable(theme, self._model)
        self._hint = DropHint()
        self._empty = EmptyState(theme, "inbox")
        self._stack = QStackedWidget()
        self._theme = theme
        self._lay_out()
        self._later = self._timer(REFRESH_MS, self.ask, repeats=False)
        self._ticking = self._timer(TICK_MS, self.table.update_rows, repeats=True)
        self._ticking.start()
        self._connect()
        self._retranslate()
        self.sidebar.choose("drafts")

    @property
    def assets(self) -> AssetPage:
        """The page beside the queues that was looked at last; each is made when it is first looked at."""
        if self._asset not in self._asset_pages:
            from workbench.ui.asset_pages import make_page

            made = make_page(self._asset, self._theme, self._background)
            made.facts_changed.connect(self.facts_changed)
            made.exchange_asked.connect(self.exchange_asked)
            made.article_asked.connect(self.opened)
            made.person_id = self._person.id if self._person else None
            self._asset_pages[self._asset] = made
            self._add_page(made)
            if self._desk is not None:
                made.open(self._desk)
        return self._asset_pages[self._asset]

    @cached_property
    def notices(self) -> NoticesPage:
        """The page of what others did, made when it is first looked at."""
        from workbench.ui.notices_page import NoticesPage

        made = NoticesPage(self._theme, self._background, lambda: self._zone)
        made.opened.connect(self.opened)
        self._add_page(made)
        return made

    @cached_property
    def statistics(self) -> StatisticsPage:
        """The page of who did how much, made when it is first looked at."""
        from workbench.ui.statistics_page import StatisticsPage

        made = StatisticsPage(self._theme, self._background)
        made.facts_changed.connect(self.facts_changed)
        made.failed.connect(self._background.failed)
        self._add_page(made)
        return made

    @cached_property
    def dashboard(self) -> DashboardPage:
        """The page of the house at a glance, made when it is first looked at."""
        from workbench.ui.dashboard_page import DashboardPage

        made = DashboardPage(self._theme, self._background, self._language)
        made.facts_changed.connect(self.facts_changed)
        made.failed.connect(self._background.failed)
        self._add_page(made)
        return made

    def _add_page(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        follow(self.sidebar, page)

    def _is_showing_assets(self) -> bool:
        return self._pages.currentIndex() > 0

    def open(self, desk: LibraryDesk) -> None:
        """Show a library: its queues, its first articles, its sections and people in the filters."""
        self._desk = desk
        self._failure = ""
        for page in self._asset_pages.values():
            page.open(desk)
        self._background.look_up("library.zone", desk.time_zone, self._set_zone)
        self.ask()

    def preview(self, rows: list[ArticleRow]) -> None:
        """Show the first articles while the library itself is still being opened."""
        self._show_first(rows)

    def show_failure(self, sentence: str) -> None:
        """Say that there is no library to show, and offer another."""
        self._failure = sentence
        self._stack.setCurrentIndex(1)
        self._say_empty()

    def set_person(self, person: PersonRow | None) -> None:
        """Say who is working."""
        self._person = person
        for page in self._asset_pages.values():
            page.person_id = person.id if person else None
        self.ask()

    @property
    def current(self) -> ArticleRow | None:
        """The chosen article."""
        return self._model.article(self.table.currentIndex().row())

    @property
    def chosen(self) -> list[ArticleRow]:
        """All chosen articles in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [article for row in rows if (article := self._model.article(row)) is not None]

    def articles(self) -> list[ArticleRow]:
        """Return the articles that are listed now, as far as they have been read."""
        found = (self._model.article(row) for row in range(self._model.rowCount()))
        return [row for row in found if row is not None]

    @property
    def fitting_place(self) -> str:
        """Where an article of the queue shown is worked on by whoever works: reviewed, published, or edited."""
        entry = self.sidebar.entry(self.sidebar.current)
        place, role = WORKED_ON.get(entry.stages, (EDITOR, Role.TRANSLATOR))
        return place if self._person is not None and role in self._person.roles else EDITOR

    @property
    def language(self) -> str:
        """The language of the editions that are listed and opened."""
        return self.filters.language.value or "en"

    def show_queue(self, name: str) -> None:
        """Go to a queue."""
        self.sidebar.choose(name)

    def search_for(self, text: str = "") -> None:
        """Put the caret into the search, with a text to look for."""
        if self._is_showing_assets():
            self.assets.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if text:
            self.filters.search.setText(text)
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def build_memory(self) -> None:
        """Ask for a folder of published articles, on the page where their doubtful links wait."""
        from workbench.ui.alignment_page import AlignmentPage

        self.sidebar.choose("alignment")
        if isinstance(self.assets, AlignmentPage):
            self.assets.ask_for_folder()

    def welcome(self, keys: Sequence[str]) -> None:
        """Go to the first of the articles that were just brought in, when it is listed."""
        self._awaited = keys[0] if keys else ""
        self.ask()

    def refresh_soon(self) -> None:
        """Ask again shortly; many changes in a row ask once."""
        self._later.start()

    def ask(self) -> None:
        """Ask for what the queue, the search and the filters say."""
        if self._desk is None:
            return
        desk, query = self._desk, self._query()
        person_id, language = self._person.id if self._person else None, self.language
        self._background.look_up("library.list", lambda: desk.list_articles(query, None), self._show_first)
        self._background.look_up(
            "library.counts",
            lambda: (dict(desk.queue_counts(person_id, language)), desk.review_steps()),
            self._show_counts,
        )
        self._background.look_up(
            "library.filters", lambda: (desk.sections(), desk.people()), self._show_filters
        )

    def _query(self) -> Query:
        entry = self.sidebar.entry(self._queue)
        return Query(
            stages=self.filters.stages or entry.stages,
            text=self.filters.search.text().strip(),
            person=self.filters.person.value,
            section=self.filters.section.value,
            language=self.language,
            waits_for=self._person.id if self._person and self._queue == "drafts" else None,
            step=entry.step,
            queue=self._queue if self._queue in OWN_QUEUES else "",
            person_id=self._person.id if self._person else None,
        )

    def _ask_more(self, last: ArticleRow) -> None:
        if self._desk is not None:
            desk, query = self._desk, self._query()
            self._background.look_up(
                "library.more", lambda: desk.list_articles(query, last), self._model.append
            )

    def _show_first(self, rows: list[ArticleRow]) -> None:
        current, chosen = self.current, {article.article_id for article in self.chosen}
        self._background.forget("library.more")
        self._model.replace(rows)
        kept = self._model.row_of(current.article_id) if current else -1
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._model.index(max(kept, 0), 0))
            self.table.choose(row for row, article in enumerate(rows) if article.article_id in chosen)
        if not rows and self.table.hasFocus():
            self.sidebar.take_focus()  # a list that is hidden would take the keyboard with it
        self._stack.setCurrentIndex(0 if rows else 1)
        self._go_to_awaited(rows)
        self._say_empty()
        self._tell_facts()
        self.table.measure()

    def _go_to_awaited(self, rows: Sequence[ArticleRow]) -> None:
        """Put the keyboard on an article that was just brought in: from there Return opens it."""
        place = next((n for n, row in enumerate(rows) if row.key == self._awaited), -1)
        if place >= 0 and self._awaited:
            self._awaited = ""
            self.table.setCurrentIndex(self._model.index(place, 0))
            if self.isVisible():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_counts(self, found: tuple[dict[str, int], Sequence[tuple[str, Role | None]]]) -> None:
        counts, steps = found
        self.sidebar.set_steps(steps)
        self.sidebar.set_counts(counts)
        self._total = counts.get("all")
        self._say_empty()
        self._tell_facts()

    def _show_filters(self, found: tuple[list[str], list[PersonRow]]) -> None:
        sections, people = found
        self.filters.section.set_choices([(section, section) for section in sections])
        self.filters.person.set_choices([(person.name, person.name) for person in people if person.is_active])

    def _set_zone(self, name: str) -> None:
        self._zone = ZoneInfo(name)
        self.table.update_rows()

    def _say_updated(self, row: ArticleRow) -> str:
        return say_moment(row.updated_at, datetime.now(UTC), self._zone, self._language.locale)

    def _choose(self, name: str) -> None:
        if name in QUEUES or name.startswith(STEP_QUEUE):
            self._queue = name
            self._pages.setCurrentIndex(0)
            self.filters.name(say_entry(self.sidebar.entry(name)))
            self.ask()
        elif name:
            self._show_page(name)

    def _show_page(self, name: str) -> None:
        if name == "notices":
            self._pages.setCurrentWidget(self.notices)
            self.facts_changed.emit([])
            if self._desk is not None and self._person is not None:
                self.notices.ask(self._desk.library, self._person.id)
        elif name == "statistics":
            self._pages.setCurrentWidget(self.statistics)
            if self._desk is not None and self._person is not None:
                self.statistics.open(self._desk.library, self._person)
        elif name == "dashboard":
            self._pages.setCurrentWidget(self.dashboard)
            if self._desk is not None:
                self.dashboard.open(self._desk.library)
        elif name in ASSET_PAGES:
            self._asset = name
            self._pages.setCurrentWidget(self.assets)
            self.assets.come_up()
        else:
            self.place_asked.emit(name)

    def _open_row(self, row: int) -> None:
        article = self._model.article(row)
        if article is not None:
            self.opened.emit(article.key)

    def _to_list(self) -> None:
        if self._model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_facts(self) -> None:
        if self._is_showing_assets():
            return
        shown = self._model.rowCount()
        more = "+" if self._model.canFetchMore(self._model.index(-1, -1)) else ""
        words = self.tr("%1 articles", "", shown)
        self.facts_changed.emit([StatusFact(words.replace("%1", f"{shown:,}{more}"))])

    def _say_empty(self) -> None:
        self._empty.show_words(*self._words_of_empty())

    def _words_of_empty(self) -> Emptiness:
        """Return why nothing is listed, and what can be done about it."""
        ways = [self._actions[name] for name in ("file.import", "file.paste", "file.address")]
        if self._failure:
            return not_opened(self._failure, [self._actions["file.open_library"]])
        if self.filters.is_narrowed:
            return nothing_found()
        if self._total == 0:
            return first_article(ways)
        return empty_queue("review" if self.sidebar.entry(self._queue).step else self._queue, ways)

    def _lay_out(self) -> None:
        listing = QWidget()
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._hint)
        self._stack.addWidget(listing)
        self._stack.addWidget(self._empty)
        queue = QWidget()
        right = QVBoxLayout(queue)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.filters)
        right.addWidget(self._stack, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(queue)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._choose)
        self.sidebar.left.connect(self._to_list)
        self.filters.changed.connect(self.ask)
        self.filters.left_for_list.connect(self._to_list)
        self.table.opened.connect(self._open_row)

    def _timer(self, milliseconds: int, act: object, *, repeats: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(not repeats)
        timer.timeout.connect(act)
        return timer

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.filters.name(say_entry(self.sidebar.entry(self._queue)))
        self._hint.set_words(self.tr("Drop .docx, .html or .txt files here, or paste a web address"))
        self.table.retranslate()
        self._say_empty()
        self._tell_facts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste an address or the text of an article anywhere on the Library."""
        text = QGuiApplication.clipboard().text().strip()
        if not (event.matches(QKeySequence.StandardKey.Paste) and text):
            super().keyPressEvent(event)
        elif text.startswith(("http://", "https://")) and len(text.split()) == 1:
            self.dropped.emit([text])
        else:
            self._actions["file.paste"].trigger()
