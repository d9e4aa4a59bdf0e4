"""The rarer acts on rows: paragraphs, order, added text, locks, the source, terms."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.errors import WorkbenchError
from workbench.model.rows import EditionRow
from workbench.sentences import say

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen


class RowCommands(QObject):
    """Each act is one of the desk; what needs words asks for them below the rows."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = screen.session
        self._desk = screen.session.desk

    def acts(self) -> dict[str, Callable[[], None]]:
        """Return the acts by the ids of their actions."""
        on_row: dict[str, Callable[[EditionRow], None]] = {
            "segment.paragraph": self._turn_paragraph,
            "segment.move_up": partial(self._move, -1),
            "segment.move_down": partial(self._move, 1),
            "segment.add": self._add,
            "segment.lock": self._turn_lock,
            "segment.correct_source": self._correct_source,
            "segment.add_term": self._add_term,
        }
        return {identity: partial(self._on_row, act) for identity, act in on_row.items()}

    def _on_row(self, act: Callable[[EditionRow], None]) -> None:
        place = self._screen.view.active
        if place >= 0:
            act(self._session.model.row(place))

    def _turn_paragraph(self, row: EditionRow) -> None:
        target, opens = row.target_id, not row.opens_paragraph
        self._session.arrange(target, lambda: self._desk.set_paragraph(target, opens=opens))

    def _move(self, step: int, row: EditionRow) -> None:
        number = row.number + step
        if 1 <= number <= self._session.model.rowCount():
            self._session.arrange(row.target_id, lambda: self._desk.move(row.target_id, number))

    def _add(self, row: EditionRow) -> None:
        def say_why(text: str) -> None:
            self._ask(
                say("Why is it added?"),
                lambda reason: self._session.arrange(
                    row.target_id, lambda: self._desk.add_after(row.target_id, text, reason)
                ),
            )

        self._ask(say("Text to add behind this row:"), say_why)

    def _turn_lock(self, row: EditionRow) -> None:
        target, is_locked = row.target_id, not row.is_locked
        self._session.arrange(target, lambda: self._desk.set_locked(target, is_locked=is_locked))

    def _correct_source(self, row: EditionRow) -> None:
        if len(row.segments) != 1:
            self._screen.say(say("Split this row first: its source is not one piece."))
            return
        segment = row.segments[0]
        self._ask(
            say("Source:"),
            lambda text: self._session.arrange(
                row.target_id, lambda: self._desk.correct_source(segment, text)
            ),
            answer=row.source,
        )

    def _add_term(self, row: EditionRow) -> None:
        view = self._screen.view
        source, target = view.source_view.selected_text(), view.target_edit.selected_text()
        if not source:
            self._screen.say(say("Select the term in the source of the active row first."))
            return
        question = say("“{term}” in the term base:", term=source)
        self._ask(question, lambda words: self._save_term(source, words), answer=target)

    def _save_term(self, source: str, target: str) -> None:
        def done(is_decided: bool) -> None:
            added = say("“{term}” is in the term base.", term=source)
            proposed = say(
                "“{term}” is proposed; it holds once a reviewer or an editor accepts it.", term=source
            )
            self._screen.say(added if is_decided else proposed)
            self._screen.advice.forget_terms()
            self._screen.advice.enter(self._screen.view.active)

        self._session.lanes.write(lambda: self._desk.add_term(source, target), done, self._say_error)

    def _ask(self, question: str, then: Callable[[str], None], *, answer: str = "") -> None:
        self._screen.ask_bar.ask(question, say("Enter to go on, Esc to leave it"), then, answer=answer)

    def _say_error(self, error: WorkbenchError) -> None:
        self._screen.say(error.sentence)
