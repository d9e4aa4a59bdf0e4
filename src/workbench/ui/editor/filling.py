"""A confirmed sentence that stands thousands of times more is put in so many rows at a time: keys and colleagues come between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.ui.editor.desk_port import Edit
from workbench.ui.editor.undo import Act

if TYPE_CHECKING:
    from workbench.ui.editor.session import EditingSession

FILLED_AT_ONCE = 200
"""Rows filled in one transaction: colleagues wait for it."""


class Filling:
    """Fills what an act of confirming left to fill; all of it is undone with the confirming."""

    def __init__(self, session: EditingSession, failed: Callable[[WorkbenchError], None]) -> None:
        self._session, self._failed = session, failed
        self._rest: deque[tuple[Act, int, Sequence[int]]] = deque()
        self._numbers: list[int] = []

    def begin(self, act: Act, confirmed: Sequence[int], edit: Edit) -> None:
        """Go on where an act of confirming ended."""
        self._numbers += [row.number for row in edit.rows if row.target_id not in confirmed]
        was_at_it = bool(self._rest)
        for source, targets in edit.to_fill.items():
            for at in range(0, len(targets), FILLED_AT_ONCE):
                self._rest.append((act, source, targets[at : at + FILLED_AT_ONCE]))
        if not was_at_it:
            self._go_on()

    def stop(self) -> None:
        """Fill no more rows: what was confirmed is being undone, or the article is left."""
        self._rest.clear()
        self._numbers.clear()

    def _go_on(self) -> None:
        if not self._rest:
            if self._numbers:
                self._session.repetitionsFilled.emit(self._numbers)
                self._numbers = []
            return
        session, (act, source, targets) = self._session, self._rest[0]

        def work() -> Edit:
            edit = session.desk.fill_more(source, targets)
            session.note_versions(edit)
            act.steps.append(edit.step)  # here, so that an undo which follows in this lane knows of it
            return edit

        def done(edit: Edit) -> None:
            session.take(edit)
            if self._rest:
                self._rest.popleft()
                self._numbers += [row.number for row in edit.rows]
                self._go_on()

        def failed(error: WorkbenchError) -> None:
            self.stop()
            self._failed(error)

        session.lanes.write(work, done, failed)
