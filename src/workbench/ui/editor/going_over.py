"""Going over what came back, in the Editor and in the review: the list beside the text, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.desk.walking import Stop, StopKind
from workbench.model.kinds import Stage
from workbench.ui.actions import Actions
from workbench.ui.editor.desk_port import StageDesk
from workbench.ui.editor.lanes import ignore
from workbench.ui.editor.side_panel import STOPS

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

QUIET_MS = 200
OPEN_STAGES = frozenset({Stage.DRAFTING, Stage.IN_REVIEW, Stage.CHANGES_REQUESTED, Stage.APPROVED})


class GoingOver(QObject):
    """Keeps the list of stops of the open edition, and judges, answers and walks through them."""

    def __init__(self, screen: EditorScreen, desk: StageDesk) -> None:
        super().__init__(screen)
        self._screen, self._desk = screen, desk
        self._stops: list[Stop] = []
        self._here = -1
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(QUIET_MS)
        self._later.timeout.connect(self.read)
        panel = screen.panel.stops
        panel.chosen.connect(self._go)
        panel.accepted.connect(self._accept)
        panel.undone.connect(self._undo)
        panel.answered.connect(self._ask_answer)
        panel.settled.connect(self._settle)
        screen.session.opened.connect(lambda _edition: self._begin())
        screen.session.editionRead.connect(lambda _target, _caret: self._later.start())
        screen.session.rowsReplaced.connect(lambda _old, _new: self._later.start())
        screen.advice.commentsChanged.connect(self._later.start)
        screen.baseChanged.connect(self._later.start)

    @property
    def stops(self) -> list[Stop]:
        """What there is to go over."""
        return self._stops

    def bind(self, actions: Actions) -> None:
        """Say what walking means while this screen is the one shown."""
        actions.bind("review.next_stop", lambda: self.walk(1))
        actions.bind("review.previous_stop", lambda: self.walk(-1))
        actions.bind("review.accept_change", partial(self._judge, self._accept))
        actions.bind("review.undo_change", partial(self._judge, self._undo))

    def read(self) -> None:
        """Read the stops again."""
        since = self._screen.base_key
        self._screen.session.lanes.look_up("stops", lambda: list(self._desk.stops(since)), self._show, ignore)

    def walk(self, step: int) -> None:
        """Go to the next stop that leads to a row, or back to the one before."""
        places = [n for n, stop in enumerate(self._stops) if stop.target_id is not None]
        if not places:
            return
        after = [n for n in places if (n > self._here if step > 0 else n < self._here)]
        self._here = (after[0] if step > 0 else after[-1]) if after else places[0 if step > 0 else -1]
        self._screen.panel.open_tab(STOPS)
        self._go(self._stops[self._here])

    def _judge(self, act: Callable[[Stop, int], None]) -> None:
        """Accept or undo the first change of the active row, as it stands when everything typed is saved."""
        session, place, since = self._screen.session, self._screen.view.active, self._screen.base_key
        target = session.model.row(place).target_id if place >= 0 else None

        def judge(stops: list[Stop]) -> None:
            self._show(stops)
            self._judge_at(target, act)

        session.after_saving(
            lambda: session.lanes.look_up("judge", lambda: list(self._desk.stops(since)), judge, ignore)
        )

    def _judge_at(self, target: int | None, act: Callable[[Stop, int], None]) -> None:
        """Judge the first change of a row; where none is left, go to the next one."""
        here = [stop for stop in self._stops if stop.target_id == target and self._is_judged_by(stop, act)]
        if here and self._may_edit():
            act(here[0], 0 if here[0].kind is StopKind.CHANGED else -1)
        else:
            self.walk(1)

    def _is_judged_by(self, stop: Stop, act: Callable[[Stop, int], None]) -> bool:
        """Tell whether an act can be done to a stop: how a row was arranged is undone, and stays unless it is."""
        return stop.kind is StopKind.CHANGED or (stop.kind is StopKind.ARRANGED and act == self._undo)

    def _may_edit(self) -> bool:
        edition = self._screen.edition
        return edition is not None and edition.is_writable and edition.stage in OPEN_STAGES

    def _begin(self) -> None:
        self._here = -1
        self._stops = []
        self.read()

    def _show(self, stops: list[Stop]) -> None:
        is_first = not self._stops
        self._stops = stops
        edition = self._screen.edition
        self._screen.panel.stops.show_stops(stops, may_edit=self._may_edit())
        self._screen.panel.set_count(STOPS, sum(not stop.is_settled for stop in stops))
        came_back = edition is not None and edition.stage is Stage.CHANGES_REQUESTED
        if is_first and stops and came_back:
            self._screen.panel.open_tab(STOPS)

    def _go(self, stop: Stop) -> None:
        if stop.target_id is not None:
            self._screen.go_to(stop.target_id)

    def _accept(self, stop: Stop, number: int) -> None:
        target, since = stop.target_id or 0, self._screen.base_key
        numbers = [number] if number >= 0 else []
        self._write(lambda: self._desk.accept_changes(target, numbers, since))

    def _undo(self, stop: Stop, number: int) -> None:
        session, target = self._screen.session, stop.target_id or 0
        place = session.model.place_of(target)
        if place is None:
            return
        if stop.kind is StopKind.ARRANGED:
            session.arrange(target, lambda: self._desk.put_back(target))
            return
        version = session.model.row(place).version
        numbers = [number] if number >= 0 else [hunk.number for hunk in stop.hunks]
        session.arrange(target, lambda: self._desk.undo_changes(target, stop.before, numbers, seen=version))

    def _ask_answer(self, stop: Stop) -> None:
        """Ask for an answer: in its thread, or as a remark of its own where nothing was said yet."""
        question = self.tr("Your answer to %1").replace("%1", stop.person)
        target, comment, desk = stop.target_id, stop.comment_id, self._screen.session.desk

        def send(text: str) -> None:
            if comment is None:
                self._write(lambda: desk.comment(target, text, span=None))
            else:
                self._write(lambda: self._desk.answer(comment, text))

        self._screen.ask_bar.ask(question, self.tr("Enter sends it"), send)

    def _settle(self, stop: Stop) -> None:
        desk, comment = self._screen.session.desk, stop.comment_id or 0
        self._write(lambda: desk.resolve(comment))

    def _write(self, act: object) -> None:
        session = self._screen.session
        session.saving.flush()

        def done(_: object) -> None:
            self.read()
            self._screen.advice.read_comments()
            self._screen.read_base()

        session.lanes.write(act, done, lambda error: self._screen.say(error.sentence))  # type: ignore[arg-type]
