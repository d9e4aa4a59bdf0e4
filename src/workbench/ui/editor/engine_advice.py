"""Asking the draft engines about the active row, each in a thread of its own; leaving the row ends it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.errors import WorkbenchError
from workbench.model.kinds import State
from workbench.model.passage import Passage
from workbench.model.rows import EditionRow
from workbench.ui.background import Task
from workbench.ui.editor.desk_port import EngineDesk
from workbench.ui.editor.lanes import Lanes, ignore
from workbench.ui.editor.values import EngineAnswer, EngineName
from workbench.ui.sayings import said

STAY_MS = 500
"""How long the caret stays in a row before engines are asked: walking through an article costs nothing."""
KNOWN_S = 20.0
"""How long the list of engines is believed; keys and settings change rarely."""


class EngineAdvice(QObject):
    """`begun` keeps a place for each engine that will be asked, `answered` fills one of them."""

    begun = Signal(int, list)
    answered = Signal(int, object)

    def __init__(self, desk: EngineDesk, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._lanes = desk, lanes
        self._engines: Sequence[EngineName] = ()
        self._read_at = 0.0
        self._tasks: list[Task] = []
        self._asked: tuple[int, EditionRow, Passage] | None = None
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(STAY_MS)
        self._stay.timeout.connect(self._ask)

    def ask(self, desk: EngineDesk) -> None:
        """Ask the engines of another desk from now on."""
        self._desk = desk
        self.forget_names()

    def forget_names(self) -> None:
        """Read anew which engines there are, as when they are called otherwise in another language."""
        self._read_at = 0.0

    def enter(self, edition_id: int, row: EditionRow, passage: Passage) -> None:
        """Another row is active: forget the one before, and ask about this one when the caret stays."""
        self.leave()
        if row.source and row.state is State.INITIAL and not (row.is_omitted or row.is_locked):
            self._asked = (edition_id, row, passage)
            self._stay.start()

    def leave(self) -> None:
        """Ask nothing any more; what an engine still says is not waited for."""
        self._stay.stop()
        self._asked = None
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

    def _ask(self) -> None:
        if time.monotonic() - self._read_at > KNOWN_S or not self._read_at:
            self._lanes.look_up("engines", self._desk.engines_beside, self._begin, ignore)
        else:
            self._begin(self._engines)

    def _begin(self, engines: Sequence[EngineName]) -> None:
        self._engines, self._read_at = engines, time.monotonic()
        if self._asked is None or not engines:
            return
        edition_id, row, passage = self._asked
        self.begun.emit(row.target_id, list(engines))
        self._tasks += [self._start(edition_id, row, passage, engine) for engine in engines]

    def _start(self, edition_id: int, row: EditionRow, passage: Passage, engine: EngineName) -> Task:
        asking = partial(self._desk.ask_engine, edition_id, passage, engine)

        def done(answer: EngineAnswer | None) -> None:
            if answer is not None:  # None: the row was left
                self.answered.emit(row.target_id, answer)

        def failed(error: WorkbenchError) -> None:
            self.answered.emit(row.target_id, EngineAnswer(engine.key, None, said(error.sentence)))

        return self._lanes.run(asking, done=done, failed=failed)
