"""Finding and replacing in the Editor: step through the rows, show only some, replace after a preview."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.desk.finding import Change, Conditions, Found, Search, Side, changes_of, rows_with
from workbench.errors import Problem, WorkbenchError
from workbench.text.searching import Finder, Span
from workbench.ui.background import Task
from workbench.ui.editor.replace_preview import ReplacePreview
from workbench.ui.editor.side_panel import COMMENTS
from workbench.ui.editor.target_edit import PlainRow
from workbench.ui.sayings import said

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

TURN_TEXTS, TURN_SECONDS = 500, 0.02
"""So many texts are looked through, and then on for so long, before the window has a turn: there may be a million."""


class FindCommands(QObject):
    """What the find bar asks for."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen, self._bar = screen, screen.find_bar
        self._session, self._view = screen.session, screen.view
        self._model = screen.session.model
        self._task: Task | None = None
        self.preview: ReplacePreview | None = None
        self._walk: Iterator[bool] = iter(())
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)
        self._view.rowEntered.connect(self._turns.stop)
        self._model.modelReset.connect(self._turns.stop)
        self._bar.find_field.textChanged.connect(self._turns.stop)
        self._bar.searched.connect(self.search)
        self._bar.replaced.connect(self.replace)
        self._bar.allReplaced.connect(self.preview_all)
        self._bar.filtered.connect(self.filter_rows)

    def open(self, words: str, *, replaces: bool = False) -> None:
        """Show the bar; who can be chosen in it is read behind the window."""
        self._bar.open(words, replaces=replaces)
        desk = self._session.desk
        self._session.lanes.look_up("people", desk.people, self._bar.narrowing.set_people, self._say_error)

    def search(self, step: int) -> None:
        """Go to the next place (+1), or the one before (-1), round the article."""
        finder, sides = self._bar.finder(), self._bar.search(key="", language="").sides
        if finder is None:
            return
        if sides == frozenset({Side.COMMENTS}):
            self._search_comments(finder, step)
            return
        self._walk = self._look(finder, [side for side in Side if side in sides - {Side.COMMENTS}], step)
        self._go_on()

    @property
    def is_searching(self) -> bool:
        """Whether rows are still being looked through."""
        return self._turns.isActive()

    def _go_on(self) -> None:
        """Look through rows until something is found, or for a while; the window has its turn in between."""
        until = time.perf_counter() + TURN_SECONDS
        try:
            for count, is_found in enumerate(self._walk):
                if is_found:
                    return self._end("")
                if count > TURN_TEXTS and time.perf_counter() > until:
                    self._bar.say(self.tr("Looking…"))
                    return self._turns.start()
        except WorkbenchError as error:
            return self._end(error.sentence)
        self._turns.stop()
        return self._bar.say_nothing_found()

    def _end(self, sentence: str) -> None:
        self._turns.stop()
        self._bar.say(sentence)

    def _look(self, finder: Finder, sides: Sequence[Side], step: int) -> Iterator[bool]:
        """Go round the article once from where the caret is; yield of each text whether it was shown."""
        count, here, current = self._model.rowCount(), self._view.active, self._selected(frozenset(sides))
        for far in range(count + 1):
            place = (here + far * step) % count
            for side in sides[::step] if self._model.is_shown(place) else ():
                spans = self._find_in(finder, place, side)
                if not far:
                    spans = [span for span in spans if _is_beyond(span, side, current, step)]
                if spans:
                    self._show(place, side, spans[0 if step > 0 else -1])
                yield bool(spans)

    def replace(self) -> None:
        """Replace the words that are selected, and go on to the next."""
        finder, edit = self._bar.finder(), self._view.target_edit
        span = edit.selected_span()
        text = self._model.text(self._view.active)
        if finder is None:
            return
        try:
            if span is not None and span in finder.find(text):
                changed = finder.replace(text, self._bar.replace_field.text(), {span})
                self._screen.commands.replace_text(changed, span[1] + len(changed) - len(text))
        except WorkbenchError as error:
            self._say_error(error)
            return
        self.search(1)

    def preview_all(self) -> None:
        """Look through the article or the library, and show what replacing would change."""
        edition = self._session.edition
        if edition is None or self._bar.finder() is None or not self._bar.words.text:
            return
        key = "" if self._bar.is_for_library else edition.key
        search = self._bar.search(key=key, language=edition.language)
        words, replacement = search.words, self._bar.replace_field.text()
        desk, preview = self._session.desk, ReplacePreview(self._screen, self._screen.look)
        preview.accepted.connect(lambda: self.replace_all(preview.chosen()))
        preview.finished.connect(self._stop)
        preview.finished.connect(self._screen.back_to_text)
        self.preview = preview
        preview.open()

        def done(found: list[Found] | None) -> None:
            if found is not None:
                self._offer(preview, lambda: changes_of(found, words, replacement), edition.edition_id)

        def look() -> None:
            self._task = self._session.lanes.run(
                lambda: desk.find(search),
                done,
                lambda error: preview.say(error.sentence),
                preview.show_progress,
            )

        self._session.after_saving(look)

    def replace_all(self, changes: list[Change]) -> None:
        """Make the changes; all of it is one step to undo."""
        if not changes:
            return
        desk, problems = self._session.desk, list[Problem]()

        def done(count: int) -> None:
            self._bar.say_replaced(count)
            if problems:
                self._screen.say(f"{problems[0].place}: {said(problems[0].message)}")

        self._session.make_changes(lambda seen: desk.replace(_as_seen(changes, seen), problems), done)

    def filter_rows(self, is_on: bool) -> None:
        """Show only the rows in which something is found, or all of them."""
        edition = self._session.edition
        if not is_on or edition is None or (self._bar.words.text and self._bar.finder() is None):
            self._view.show_only(None)
            self._bar.say("")
            return
        search = self._bar.search(key=edition.key, language=edition.language)

        def done(wanted: set[int]) -> None:
            if self._bar.rows_button.isChecked():
                self._view.show_only(wanted or None)
                self._bar.say_shown(len(wanted))

        self._session.after_saving(
            lambda: self._session.lanes.look_up("filter", self._filtering(search), done, self._say_error)
        )

    def _filtering(self, search: Search) -> Callable[[], set[int]]:
        """Return what finds the rows; those at hand are looked through, unless more is asked than they know."""
        desk, rows = self._session.desk, list(self._model.rows())
        if search.conditions == Conditions() and search.words.text and Side.COMMENTS not in search.sides:
            return lambda: rows_with(rows, search)
        return lambda: {one.row.target_id for one in desk.find_now(search)}

    def _offer(self, preview: ReplacePreview, make: Callable[[], list[Change]], edition_id: int) -> None:
        try:
            preview.show_changes(make(), edition_id)
        except WorkbenchError as error:
            preview.say(error.sentence)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _find_in(self, finder: Finder, place: int, side: Side) -> list[Span]:
        return finder.find(self._model.text(place) if side is Side.TARGET else self._model.row(place).source)

    def _selected(self, sides: frozenset[Side]) -> tuple[Side, Span]:
        """Return where the search goes on: on which side, and what is selected there."""
        source, target = self._view.source_view, self._view.target_edit
        is_in_source = Side.SOURCE in sides and source.selected_span() is not None
        if is_in_source or Side.TARGET not in sides:
            return Side.SOURCE, source.selected_span() or (0, 0)
        return Side.TARGET, target.selected_span() or (target.caret(), target.caret())

    def _show(self, place: int, side: Side, span: Span) -> None:
        self._view.enter(place)
        source, target = self._view.source_view, self._view.target_edit
        shown: PlainRow = source if side is Side.SOURCE else target
        other: PlainRow = target if side is Side.SOURCE else source
        other.select(other.caret(), other.caret())
        shown.select(*span)

    def _search_comments(self, finder: Finder, step: int) -> None:
        active = self._model.row(self._view.active).target_id if self._view.active >= 0 else 0
        with_words = {one.target_id for one in self._screen.advice.comments if finder.find(one.text)}
        rows = [row.target_id for row in self._model.rows()]
        here = rows.index(active) if active in rows else 0
        for far in range(1, len(rows) + 1):
            target_id = rows[(here + far * step) % len(rows)]
            if target_id in with_words:
                self._screen.go_to(target_id)
                self._screen.panel.open_tab(COMMENTS)
                return
        self._bar.say_nothing_found()

    def _say_error(self, error: WorkbenchError) -> None:
        self._bar.say(error.sentence)


def _is_beyond(span: Span, side: Side, current: tuple[Side, Span], step: int) -> bool:
    """Tell whether a place comes after (or before) what is selected in the same row."""
    here, (start, end) = current
    if side is not here:
        return (side is Side.TARGET) == (step > 0)
    return span[0] >= end if step > 0 else span[1] <= start


def _as_seen(changes: list[Change], seen: Mapping[int, int]) -> list[Change]:
    """Take over the versions that this window itself has saved since the preview."""
    return [change._replace(seen=max(change.seen, seen.get(change.target_id, 0))) for change in changes]
