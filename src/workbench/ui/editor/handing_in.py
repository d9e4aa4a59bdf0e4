"""Typed rows on their way to the library: one save after the other, conflicts found, and settled by the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import ConflictError, RefusedError, WorkbenchError
from workbench.model.kinds import Origin
from workbench.model.rows import EditionRow
from workbench.ui.editor.desk_port import Edit
from workbench.ui.editor.values import Conflict

if TYPE_CHECKING:
    from workbench.ui.editor.session import EditingSession

NEVER_SEEN = -1
"""A version that no row has: whatever stands there now, the person has not seen it."""


class HandingIn:
    """Saves what was typed in one sitting, and tells a conflict over the text from other changes of the row."""

    def __init__(self, session: EditingSession) -> None:
        self._session, self._model = session, session.model
        self._begun_from: dict[int, str] = {}
        """The saved text that stood in a row when typing began there, or that this sitting saved last."""
        self._conflicts: dict[int, Conflict] = {}
        self._being_settled: set[int] = set()
        self._unsaved: dict[int, WorkbenchError] = {}
        """Why the newest save of a row failed; written in the writer lane, for the acts behind it."""

    def begin(self, target_id: int, saved: str) -> None:
        """Note what stands in the library where typing begins."""
        self._begun_from[target_id] = saved

    def hand_in(self, target_id: int, text: str, origin: Origin, detail: str) -> None:
        """Save one row in the writer lane; `seen` is read there, after the saves before it."""

        def work() -> Edit:
            seen = self._session.versions[target_id]
            try:
                edit = self._session.desk.save_text(target_id, text, seen=seen, origin=origin, detail=detail)
            except WorkbenchError as error:
                self._unsaved[target_id] = error
                raise
            self._unsaved.pop(target_id, None)
            self._session.note_versions(edit)
            return edit

        def done(edit: Edit) -> None:
            self._begun_from[target_id] = text
            place = self._model.place_of(target_id)
            if origin is Origin.TYPED and place is not None:
                before = self._model.row(place).target
                self._session.undo_stack.add_typing(target_id, edit.step, before=before, after=text)
            else:
                self._session.undo_stack.add(target_id, edit.step)
            if self._model.typed(target_id) == text:
                self._model.forget_typed(target_id)
            self._session.take(edit)
            self._session.saving.answered(target_id)

        def failed(error: WorkbenchError) -> None:
            if isinstance(error, ConflictError) and error.theirs == self._begun_from.get(target_id):
                self._hand_in_anew(target_id, text, origin, detail)
            elif isinstance(error, ConflictError):
                self._session.saving.conflict_began(target_id)
                self._add_conflict(target_id, text, error)
            else:
                self._on_failed_save(target_id, error)

        self._session.lanes.write(work, done, failed)

    def once_saved(self, targets: Sequence[int], call: Callable[[], Edit]) -> Callable[[], Edit]:
        """Return an act for the writer lane that is refused where what was typed is not saved.

        Nobody stands by a text, or cuts it, that is another than the one on their screen.
        """
        waiting = self._session.saving.waiting()

        def act() -> Edit:
            failures = (self._unsaved.get(one) for one in targets if one in waiting)
            if (error := next(filter(None, failures), None)) is not None:
                raise error
            return call()

        return act

    def conflicts(self) -> list[Conflict]:
        """Return the conflicts in the rows that are shown, the oldest first, with the texts as they are now."""
        shown = []
        for target_id, conflict in self._conflicts.items():
            place = self._model.place_of(target_id)
            if place is not None and target_id not in self._being_settled:
                number = self._model.row(place).number
                shown.append(replace(conflict, mine=self._latest(conflict), number=number))
        return shown

    def follow(self, target_id: int) -> None:
        """Show what is typed on in a row that is in conflict."""
        if target_id in self._conflicts:
            self._tell()

    def _add_conflict(self, target_id: int, text: str, error: ConflictError) -> None:
        self._conflicts[target_id] = Conflict(target_id, text, error.theirs, error.by)
        self._tell()

    def _tell(self) -> None:
        self._session.conflictsChanged.emit(self.conflicts())

    def _hand_in_anew(self, target_id: int, text: str, origin: Origin, detail: str) -> None:
        """Save once more where somebody changed something else about the row (its lock, its place) than the text."""

        def done(rows: Sequence[EditionRow]) -> None:
            self._session.versions.update({row.target_id: row.version for row in rows})
            self.hand_in(target_id, text, origin, detail)

        self._session.lanes.write(
            lambda: self._session.desk.read_rows([target_id]),
            done,
            lambda error: self._on_failed_save(target_id, error),
        )

    def _on_failed_save(self, target_id: int, error: WorkbenchError) -> None:
        self._session.saving.failed(target_id, is_final=isinstance(error, RefusedError))
        self._session.refused.emit(error.sentence)

    def _latest(self, conflict: Conflict) -> str:
        typed = self._model.typed(conflict.target_id)
        return conflict.mine if typed is None else typed

    def settle(self, conflict: Conflict, *, keep_mine: bool) -> None:
        """End a conflict; both texts stay in the history whichever is taken.

        What somebody saved since theirs was shown makes a conflict of its own. When it cannot be saved, the question stays.
        """
        target, mine = conflict.target_id, self._latest(conflict)
        self._being_settled.add(target)
        self._tell()

        def work() -> Sequence[EditionRow]:
            rows = self._session.desk.read_rows([target])
            seen = rows[0].version if rows and rows[0].target == conflict.theirs else NEVER_SEEN
            rows = self._put(target, mine, seen, Origin.TYPED)
            return rows if keep_mine else self._put(target, conflict.theirs, rows[0].version, Origin.RESTORED)

        def done(rows: Sequence[EditionRow]) -> None:
            del self._conflicts[target]
            self._begun_from[target] = rows[0].target
            if self._model.typed(target) == mine:
                self._model.forget_typed(target)
            self._session.take_rows(rows)
            self._end_settling(target)
            self._session.saving.conflict_ended(target)

        def failed(error: WorkbenchError) -> None:
            if isinstance(error, ConflictError):
                self._conflicts[target] = Conflict(target, mine, error.theirs, error.by)
            else:
                self._session.refused.emit(error.sentence)
            self._end_settling(target)

        self._session.lanes.write(work, done, failed)

    def _put(self, target_id: int, text: str, seen: int, origin: Origin) -> list[EditionRow]:
        edit = self._session.desk.save_text(target_id, text, seen=seen, origin=origin, detail="")
        self._unsaved.pop(target_id, None)
        self._session.note_versions(edit)
        return [row for row in edit.rows if row.target_id == target_id]

    def _end_settling(self, target_id: int) -> None:
        self._being_settled.discard(target_id)
        self._tell()
