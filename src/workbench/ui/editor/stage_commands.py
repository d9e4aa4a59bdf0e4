"""What takes the open edition from stage to stage: asked in the Editor, decided by the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.errors import RefusedError, WorkbenchError
from workbench.model.kinds import Stage
from workbench.sentences import lines, listed, say
from workbench.ui.actions import Actions
from workbench.ui.editor.desk_port import StageDesk
from workbench.ui.editor.lanes import ignore
from workbench.ui.sayings import said

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen


class StageCommands(QObject):
    """Submit, approve, return and the rest; every refusal is shown with the whole list of reasons."""

    publishAsked = Signal()
    stageChanged = Signal(Stage)

    def __init__(self, screen: EditorScreen, desk: StageDesk) -> None:
        super().__init__(screen)
        self._screen, self._desk = screen, desk
        screen.stageActionRequested.connect(self.do)

    def bind(self, actions: Actions) -> None:
        """Say what the actions of the table do here."""
        for identity in self._acts():
            actions.bind(identity, partial(self._screen.stageActionRequested.emit, identity))

    def do(self, identity: str) -> None:
        """Do the act of that name."""
        self._screen.session.saving.flush()
        self._acts()[identity]()

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "article.submit": partial(self._in_writer, self._desk.submit),
            "article.approve": partial(self._in_writer, self._desk.approve),
            "article.return": self._return,
            "article.reopen": partial(self._in_writer, self._desk.reopen),
            "article.publish": self.publishAsked.emit,
            "article.correct": self._correct,
            "article.withdraw": self._withdraw,
        }

    def _return(self) -> None:
        """Ask why the article goes back; the library's usual reasons are offered."""

        def ask(offered: Sequence[str]) -> None:
            self._ask(say("What should change?"), self._desk.return_edition, offered)

        lanes = self._screen.session.lanes
        lanes.look_up("reasons", lambda: list(self._desk.return_reasons()), ask, ignore)

    def _correct(self) -> None:
        self._ask(say("What is being corrected?"), self._desk.correct)

    def _withdraw(self) -> None:
        self._ask(say("Why is the page withdrawn?"), self._desk.withdraw)

    def _ask(self, question: str, act: Callable[[str], Stage], offered: Sequence[str] = ()) -> None:
        hint = listed(offered) if offered else say("The reason is kept; then Enter")
        self._screen.ask_bar.ask(
            question,
            hint,
            lambda reason: self._in_writer(partial(act, reason)),
            offers=[said(reason) for reason in offered],
        )

    def _in_writer(self, act: Callable[[], Stage]) -> None:
        self._screen.session.lanes.write(act, self._done, self._failed)

    def _done(self, stage: Stage) -> None:
        self._screen.session.reread()
        self.stageChanged.emit(stage)

    def _failed(self, error: WorkbenchError) -> None:
        if isinstance(error, RefusedError):
            self._screen.say(lines(reason.message for reason in error.reasons))
        else:
            self._screen.say(error.sentence)
