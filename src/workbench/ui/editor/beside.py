"""What stands beside the text: advice goes to the panel and the marks, choices in the panel to the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.model.finding import FactView
from workbench.model.rows import RevisionRow
from workbench.ui.editor.advice import Found
from workbench.ui.editor.panel_comments import is_open
from workbench.ui.editor.panel_findings import MOST
from workbench.ui.editor.side_panel import COMMENTS, FINDINGS, HISTORY, SUGGESTIONS
from workbench.ui.editor.values import EngineAnswer, EngineName

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

LOOK_UP_MS = 40
"""A row is looked up when the caret has rested in it this long, so that running through rows is free."""
SIGHT_MS = 80


class Beside(QObject):
    """Wires advice, panel and rows of one screen; answers for a row that was left are dropped."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._model = screen.session.model
        self._look_up_timer = self._timer(LOOK_UP_MS, self._look_up)
        self._sight_timer = self._timer(SIGHT_MS, self.look_at_sight)
        advice, view = screen.advice, screen.view
        view.sightChanged.connect(self._sight_timer.start)
        advice.found.connect(self._on_found)
        advice.factsFound.connect(self._on_facts)
        advice.engines.begun.connect(self._on_engines)
        advice.engines.answered.connect(self._on_answer)
        advice.historyFound.connect(self._on_history)
        advice.findingsChanged.connect(self._on_findings)
        advice.commentsChanged.connect(self._on_comments)
        advice.rowsMarked.connect(self._on_rows_marked)
        advice.allMarked.connect(view.mark_all)
        self._wire_panel()

    def look_up_soon(self) -> None:
        """Another row is active: look it up when the caret rests in it."""
        self._look_up_timer.start()

    def show_again(self) -> None:
        """Write the panels anew, as after a change of the interface language; what was found says its kind in it."""
        self._screen.advice.engines.forget_names()
        self._look_up()
        self._on_findings()
        self._on_comments()

    def look_at_sight(self) -> None:
        """Find the terms of the rows in sight."""
        self._screen.advice.look_up_terms(self._screen.view.places_in_sight())

    def _wire_panel(self) -> None:
        screen, panel = self._screen, self._screen.panel
        commands = screen.commands
        panel.tabs.currentChanged.connect(self._on_tab)
        panel.suggestions.suggestionChosen.connect(commands.insert_suggestion)
        panel.suggestions.wordsChosen.connect(self._on_words_chosen)
        panel.findings.findingChosen.connect(screen.show_finding)
        panel.findings.fixChosen.connect(commands.apply_fix)
        panel.findings.accepted.connect(commands.accepting.accept)
        panel.comments.commented.connect(commands.say_comment)
        panel.comments.replied.connect(commands.reply)
        panel.comments.resolved.connect(commands.resolve_comment)
        panel.comments.reopened.connect(commands.reopen_comment)
        panel.comments.chosen.connect(screen.go_to)
        panel.comments.left.connect(screen.back_to_text)
        panel.concordance.asked.connect(commands.search_memory)
        panel.concordance.wordsChosen.connect(self._on_words_chosen)
        panel.concordance.left.connect(self._leave_concordance)
        panel.concordance.exportAsked.connect(commands.export_hits)
        panel.concordance.articleChosen.connect(screen.articleAsked)
        panel.history.restored.connect(commands.restore_version)

    def _look_up(self) -> None:
        place = self._screen.view.active
        if place < 0:
            return
        target_id = self._model.row(place).target_id
        comments = [each for each in self._screen.advice.comments if each.target_id == target_id]
        self._screen.panel.suggestions.begin(self._model.row(place).source, comments)
        self._screen.advice.enter(place)
        self._on_comments()
        self.read_history()

    def read_history(self) -> None:
        """Read the versions of the active row while they can be seen: drawing them costs more than a key."""
        panel = self._screen.panel
        if panel.tab == HISTORY and self._active_target():
            self._screen.advice.read_history(self._active_target())
        elif panel.tab != HISTORY:
            panel.history.forget()

    def _on_found(self, target_id: int, found: Found) -> None:
        if target_id != self._active_target():
            return
        self._screen.panel.suggestions.show_found(found.suggestions, found.facts, found.terms)
        offers = self._screen.completion.offers
        phrases = [fact.rendering for fact in found.facts]
        phrases += found.names
        phrases += [target for term in found.terms for target in term.targets]
        offers.set_phrases(phrases)
        offers.set_memory(found.phrases)

    def _on_facts(self, target_id: int, facts: list[FactView]) -> None:
        if target_id == self._active_target():
            self._screen.panel.suggestions.show_facts(facts)

    def _on_engines(self, target_id: int, engines: list[EngineName]) -> None:
        if target_id == self._active_target():
            self._screen.panel.suggestions.keep_places(engines)

    def _on_answer(self, target_id: int, answer: EngineAnswer) -> None:
        if target_id == self._active_target():
            self._screen.panel.suggestions.show_answer(answer)

    def _on_history(self, target_id: int, revisions: list[RevisionRow]) -> None:
        if target_id == self._active_target():
            self._screen.panel.history.show_history(revisions)

    def _on_findings(self) -> None:
        """Count at once, but draw the cards only while they can be seen: there may be thousands."""
        panel, advice = self._screen.panel, self._screen.advice
        panel.set_count(FINDINGS, advice.counts()[1])
        if panel.tab != FINDINGS:
            return
        findings = advice.findings()
        panel.findings.show_findings(findings, self._numbers([each.target_id for each in findings[:MOST]]))

    def _on_tab(self, tab: int) -> None:
        if tab == FINDINGS:
            self._on_findings()
        elif tab == COMMENTS:
            self._on_comments()
        elif tab == HISTORY:
            self.read_history()

    def _on_comments(self) -> None:
        """Count at once, but draw the cards only while they can be seen, as with the findings."""
        panel, comments = self._screen.panel, self._screen.advice.comments
        panel.set_count(COMMENTS, sum(is_open(each) for each in comments))
        if panel.tab == COMMENTS:
            numbers = self._numbers([each.target_id or 0 for each in comments])
            panel.comments.show_comments(comments, self._active_target(), numbers)

    def _on_rows_marked(self, target_ids: list[int]) -> None:
        places = map(self._model.place_of, target_ids)
        self._screen.view.remark([place for place in places if place is not None])

    def _on_words_chosen(self, words: str) -> None:
        self._screen.back_to_text()
        self._screen.view.target_edit.put(words)

    def _leave_concordance(self) -> None:
        self._screen.panel.open_tab(SUGGESTIONS)
        self._screen.back_to_text()

    def _active_target(self) -> int:
        place = self._screen.view.active
        return self._model.row(place).target_id if place >= 0 else 0

    def _numbers(self, target_ids: Sequence[int]) -> dict[int, int]:
        places = {key: self._model.place_of(key) for key in target_ids}
        return {key: place + 1 for key, place in places.items() if place is not None}

    def _timer(self, pause_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(act)
        return timer
