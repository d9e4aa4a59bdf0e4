"""Typed rows on their way to the library: one save after the other, conflicts found, and settled by the person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.errors import ConflictError, RefusedError, WorkbenchError
from workbench.model.kinds import Origin
from workbench.model.rows import EditionRow
from workbench.ui.editor.desk_port import Edit
from workbench.ui.editor.values import Conflict

if TYPE_CHECKING:
    from workbench.ui.editor.session import EditingSession


class HandingIn:
    """Saves what was typed in one sitting, and tells a conflict over the text from other changes of the row."""

    def __init__(self, session: EditingSession) -> None:
        self._session, self._model = session, session.model
        self._begun_from: dict[int, str] = {}
        """The saved text that stood in a row when typing began there, or that this sitting saved last."""

    def begin(self, target_id: int, saved: str) -> None:
        """Note what stands in the library where typing begins."""
        self._begun_from[target_id] = saved

    def hand_in(self, target_id: int, text: str, origin: Origin, detail: str) -> None:
        """Save one row in the writer lane; `seen` is read there, after the saves before it."""

        def work() -> Edit:
            seen = self._session.versions[target_id]
            edit = self._session.desk.save_text(target_id, text, seen=seen, origin=origin, detail=detail)
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
            if place is not None and self._model.text(place) == text:
                self._model.forget_typed(target_id)
            self._session.take(edit)
            self._session.saving.answered(target_id)

        def failed(error: WorkbenchError) -> None:
            if isinstance(error, ConflictError) and error.theirs == self._begun_from.get(target_id):
                self._hand_in_anew(target_id, text, origin, detail)
            elif isinstance(error, ConflictError):
                self._session.saving.conflict_began(target_id)
                self._session.conflictFound.emit(
                    Conflict(target_id, self._latest(target_id, text), error.theirs, error.by)
                )
            else:
                self._on_failed_save(target_id, error)

        self._session.lanes.write(work, done, failed)

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

    def _latest(self, target_id: int, text: str) -> str:
        place = self._model.place_of(target_id)
        return text if place is None else self._model.text(place)

    def settle(self, conflict: Conflict, *, keep_mine: bool) -> None:
        """End a conflict; both texts stay in the history whichever is taken."""
        target, text = conflict.target_id, conflict.mine

        def work() -> Sequence[EditionRow]:
            rows = self._session.desk.read_rows([target])
            texts = [text] if keep_mine else [text, conflict.theirs]
            for each in texts:
                rows = self._session.desk.save_text(
                    target, each, seen=rows[0].version, origin=Origin.TYPED, detail=""
                ).rows
                rows = [row for row in rows if row.target_id == target]
            return rows

        def done(rows: Sequence[EditionRow]) -> None:
            self._model.forget_typed(target)
            self._session.saving.conflict_ended(target)
            self._session.take_rows(rows)

        self._session.lanes.write(work, done, lambda error: self._session.refused.emit(error.sentence))
