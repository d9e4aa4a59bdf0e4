"""Filling empty rows from the window: one article or a queue, with progress, a limit, and going on after a stop."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.errors import EngineError, Problem, RefusedError
from workbench.model.progress import Progress
from workbench.ui.activity_strip import ActivityStrip
from workbench.ui.background import Background
from workbench.ui.dialogs import ask_yes_no
from workbench.ui.draft_dialogs import DraftNotice, DraftOrder, DraftOutcome, DraftQuestion
from workbench.ui.library_desk import LibraryDesk
from workbench.ui.sayings import said
from workbench.ui.settings.words import say_engine
from workbench.ui.theme import Theme
from workbench.ui.window_state import WindowState

if TYPE_CHECKING:
    from workbench.desk.drafting import DraftReport
    from workbench.library.library import Library


class Drafts(QObject):
    """Asks for an engine, runs it in the strip, and remembers a queue until it is through."""

    settings_asked = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, strip: ActivityStrip, background: Background, state: WindowState
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._strip = window, theme, strip
        self._background, self._state = background, state
        self._offered: set[str] = set()

    def ask(self, desk: LibraryDesk, articles: Mapping[str, str], by: int | None, *, may_allow: bool) -> None:
        """Fill the empty rows of articles, given as their keys with the headlines that progress shows."""
        question = DraftQuestion(
            self._window, self._background, desk.library, list(articles), may_allow=may_allow
        )
        question.settings_asked.connect(self.settings_asked)
        if question.exec():
            self._run(desk, question.order, by, articles)

    def offer_rest(self, desk: LibraryDesk, by: int | None) -> None:
        """Offer once to go on with a queue that the last session did not get through."""
        order = self._state.draft_queue(desk.place)
        if order is None or desk.place in self._offered:
            return
        self._offered.add(desk.place)
        words = self.tr(
            "A draft of %1 articles was interrupted. What was answered is not paid for again. Go on?",
            "",
            len(order.keys),
        )
        if ask_yes_no(
            self._window,
            self.tr("Interrupted draft"),
            words.replace("%1", f"{len(order.keys):,}"),
            self.tr("Go on"),
            self.tr("Leave it"),
        ):
            self._run(desk, order, by, {})
        else:
            self._state.forget_draft_queue(desk.place)

    def _run(self, desk: LibraryDesk, order: DraftOrder, by: int | None, titles: Mapping[str, str]) -> None:
        is_queue = len(order.keys) > 1
        if is_queue:
            self._offered.add(desk.place)
            self._state.remember_draft_queue(desk.place, order)
        run = _Run(desk.library, order, by, titles)

        def tell(outcome: DraftOutcome) -> None:
            self._state.forget_draft_queue(desk.place)
            if is_queue or outcome.problems or outcome.characters or not outcome.filled:
                DraftNotice(self._window, self._theme, outcome).open()

        def stopped() -> None:
            notice = DraftNotice(self._window, self._theme, run.outcome(is_stopped=True))
            notice.accepted.connect(lambda: self._run(desk, order, by, titles))
            notice.rejected.connect(lambda: self._state.forget_draft_queue(desk.place))
            notice.open()

        name = self.tr("Drafting articles") if is_queue else self.tr("Filling empty rows")
        self._strip.run(name, run.steps, tell, stopped)


class _Run:
    """One order under way; its report is there also when it was stopped."""

    def __init__(
        self, library: Library, order: DraftOrder, by: int | None, titles: Mapping[str, str]
    ) -> None:
        self._library, self._order, self._by, self._titles = library, order, by, titles
        self._report: DraftReport | None = None

    def steps(self) -> Generator[Progress, None, DraftOutcome]:
        """Do it, and return what came of it; everything heavy is imported here, beside the window."""
        from workbench.desk.accounts import usage_of
        from workbench.desk.drafting import DraftReport, draft_many
        from workbench.desk.engaging import allow_sending

        library, order, report = self._library, self._order, DraftReport()
        self._report = report
        try:
            if order.allows_host:
                allow_sending(library, self._by, order.allows_host)
            limit = order.most_characters
            for step in draft_many(
                library, self._by, order.keys, order.engine, report, most_characters=limit
            ):
                yield replace(step, what=self._titles.get(step.what, step.what))
        except (EngineError, RefusedError) as error:
            report.problems.append(Problem("", "", error.sentence))
        usage = usage_of(self._library, order.engine) if report.billed_characters else None
        return self.outcome(usage=said(usage or ""))

    def outcome(self, *, is_stopped: bool = False, usage: str = "") -> DraftOutcome:
        """Return what has come of it so far."""
        report = self._report
        if report is None:
            return DraftOutcome(0, 0, is_stopped=is_stopped)
        return DraftOutcome(
            filled=report.filled,
            articles=report.articles,
            kept=report.kept,
            characters=report.billed_characters,
            contradictions=report.contradictions,
            usage=usage,
            is_stopped=is_stopped,
            problems=tuple(
                replace(problem, path=self._titles.get(problem.path) or say_engine(problem.path, ""))
                for problem in report.problems
            ),
        )
