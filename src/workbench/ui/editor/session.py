"""One person's sitting at one edition: typing, saving, acts and undo, without any widget."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.errors import WorkbenchError
from workbench.model.changes import Changes
from workbench.model.kinds import Origin
from workbench.model.progress import Progress
from workbench.model.rows import EditionRow, OpenEdition
from workbench.ui.background import Background
from workbench.ui.editor.desk_port import Edit, EditorDesk, Step
from workbench.ui.editor.filling import Filling
from workbench.ui.editor.handing_in import HandingIn
from workbench.ui.editor.lanes import Lanes
from workbench.ui.editor.model import EditionModel, places_of
from workbench.ui.editor.saving import Saving
from workbench.ui.editor.undo import Act, UndoStack, end_of_change

READ_WHOLE = 2000
"""An edition with more rows than this is not read again as a whole when somebody else changes rows."""
SHOWN_AT_ONCE = 500
"""So many changed rows are shown in one go: ten thousand would be felt."""


class EditingSession(QObject):
    """Acts go to the desk in the writer lane one after the other; answers change the model.

    Everything typed before an act is handed in first, so that acts and typing keep their order.
    """

    opened = Signal(object)
    read = Signal(object)
    """An edition was read: the first time or anew, before it is shown."""
    rowsReplaced = Signal(list, list)
    """Rows before and after, whenever saved rows change."""
    rowsChanged = Signal(list)
    """Target ids whose saved text or state changed, by whomever."""
    editionRead = Signal(int, int)
    """Rows came, went or moved: the target to go to (0: stay) and the caret in it."""
    caretMoved = Signal(int, int)
    """An undo or redo happened in this target, with the caret belonging there."""
    repetitionsFilled = Signal(list)
    """Confirming filled rows with the very same source: their numbers."""
    actStarted = Signal()
    actEnded = Signal()
    conflictsChanged = Signal(list)
    """The conflicts of this edition that wait for a decision."""
    refused = Signal(object)

    def __init__(self, desk: EditorDesk, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.lanes = Lanes(background, self, desk.asked_by)
        self.model = EditionModel()
        self.undo_stack = UndoStack()
        self.handing_in = HandingIn(self)
        self.filling = Filling(self, self._on_failure)
        self.saving = Saving(self.model, self.handing_in.hand_in, self)
        self.edition: OpenEdition | None = None
        self.versions: dict[int, int] = {}
        self._reread_due: tuple[int, int] | None = None
        self._to_show: deque[EditionRow] = deque()
        """Rows that the library has changed and the screen not yet, in the order in which they were told."""
        self._show_more = QTimer(self, interval=0)
        self._show_more.timeout.connect(self._show_next)
        self._told = _Announcement(self)
        self._told.arrived.connect(self._on_changes)
        self._stop_listening = desk.listen(self._told.arrived.emit)
        self._is_listening = True

    def open(self, key: str, language: str) -> None:
        """Read an edition behind the window and show it; what was typed before is saved first."""
        self.filling.stop()
        self.saving.flush()

        def done(read: _Read) -> None:
            self.undo_stack.clear()
            self._show(read)
            self.opened.emit(read.edition)

        self.lanes.write(lambda: self._read(key, language), done, self._on_failure)

    def close(self) -> None:
        """Save what is typed and listen no longer."""
        self.filling.stop()
        self.saving.flush()
        if self._is_listening:
            self._is_listening = False
            self._stop_listening()

    def reread(self, target_id: int = 0, caret: int = 0) -> None:
        """Read the edition again in the writer lane, behind everything handed in so far."""
        edition = self.edition
        if edition is None:
            return

        def done(read: _Read) -> None:
            if self.saving.is_composing:
                self._reread_due = (target_id, caret)
            elif self.edition is not None and read.edition.edition_id == self.edition.edition_id:
                self._show(read)
                self.editionRead.emit(target_id, caret)

        self.lanes.write(lambda: self._read(edition.key, edition.language), done, self._on_failure)

    def _read(self, key: str, language: str) -> _Read:
        """Read an edition in the writer lane, with what would keep this thread busy in one with a million rows."""
        edition = self.desk.open_edition(key, language)
        versions = {row.target_id: row.version for row in edition.rows}
        return _Read(edition, places_of(edition.rows), versions)

    def compose(self, *, is_composing: bool) -> None:
        """Keep still while an input method composes: nothing is saved, and no row comes or goes."""
        self.saving.compose(is_composing=is_composing)
        if not is_composing and self._reread_due is not None:
            due, self._reread_due = self._reread_due, None
            self.reread(*due)

    def type_text(self, place: int, text: str) -> None:
        """Take over what the editor of a row holds now."""
        row = self.model.row(place)
        if row.target_id not in self.saving.waiting():
            self.handing_in.begin(row.target_id, row.target)
        self.model.type_text(place, text)
        self.saving.touch(row.target_id)
        self.handing_in.follow(row.target_id)

    def put_text(self, place: int, text: str, origin: Origin, detail: str = "") -> None:
        """Put a suggestion or the source into a row, as an undo step of its own."""
        self.saving.flush()
        self.undo_stack.seal()
        self.model.type_text(place, text)
        self.saving.save_as(self.model.row(place).target_id, origin, detail)

    def put_texts(self, texts: Sequence[tuple[int, str]]) -> None:
        """Put texts into several rows by target id, all of it one undo step."""
        self.saving.flush()
        self.undo_stack.seal()
        self.actStarted.emit()

        def work() -> list[Edit]:
            edit = self.desk.save_texts([(key, text, self.versions[key]) for key, text in texts])
            self.note_versions(edit)
            return [edit]

        def done(edits: list[Edit]) -> None:
            self._take_act(texts[0][0], edits)
            self.caretMoved.emit(*_end_of(texts[0]))
            self.actEnded.emit()

        self.lanes.write(work, done, self._on_act_failure)

    def make_changes(
        self, act: Callable[[Mapping[int, int]], Iterator[Progress]], done: Callable[[int], None]
    ) -> None:
        """Change many rows, also of other articles, as one undo step; `done` is told how many changed.

        `act` is given the versions that this sitting knows, by target id, and returns its edits at the end.
        """
        self.saving.flush()
        self.undo_stack.seal()
        self.actStarted.emit()

        def work() -> list[Edit]:
            edits = _exhaust(act(self.versions))
            for edit in edits:
                self.note_versions(edit)
            return edits

        def answered(edits: list[Edit]) -> None:
            rows = [row for edit in edits for row in edit.rows]
            if rows:
                self._take_act(rows[0].target_id, edits)
            self.actEnded.emit()
            done(len(rows))

        self.lanes.write(work, answered, self._on_act_failure)

    def _take_act(self, target_id: int, edits: Sequence[Edit]) -> None:
        self.undo_stack.add(target_id, *(edit.step for edit in edits))
        for edit in edits:
            self.take(edit)

    def confirm(self, target_ids: Sequence[int]) -> None:
        """Stand by rows; they need not be waited for."""
        targets = tuple(target_ids)

        def go_on(edit: Edit) -> None:
            self.filling.begin(self.undo_stack.newest, targets, edit)

        call = self.handing_in.once_saved(targets, lambda: self.desk.confirm(targets))
        self._act(targets[0], call, then=go_on)

    def split(self, target_id: int, *, source_at: int | None, target_at: int) -> None:
        """Cut a row in two; the caret goes to the start of the second."""
        self._act(
            target_id,
            self.handing_in.once_saved(
                [target_id], lambda: self.desk.split(target_id, source_at=source_at, target_at=target_at)
            ),
            is_waited_for=True,
        )

    def divide(self, target_id: int) -> None:
        """Divide a row that is long beyond all measure."""
        self._act(target_id, lambda: self.desk.divide(target_id), is_waited_for=True)

    def join(self, target_id: int) -> None:
        """Join a row with the next."""
        self._act(target_id, lambda: self.desk.join(target_id), is_waited_for=True)

    def arrange(self, target_id: int, act: Callable[[], Edit]) -> None:
        """Do an act of the desk on a row; keys typed meanwhile come after it."""
        self._act(target_id, act, is_waited_for=True)

    def omit(self, target_id: int, reason: str) -> None:
        """Leave a source out on purpose."""
        self._act(target_id, lambda: self.desk.omit(target_id, reason), is_waited_for=True)

    def restore_omitted(self, target_id: int) -> None:
        """Take back that a source was left out."""
        self._act(target_id, lambda: self.desk.restore_omitted(target_id), is_waited_for=True)

    def restore(self, target_id: int, revision: int) -> None:
        """Put an earlier version back."""
        self._act(target_id, lambda: self.desk.restore(target_id, revision), is_waited_for=True)

    def undo(self) -> None:
        """Undo the newest act or word, wherever it happened."""
        self.filling.stop()
        self.actStarted.emit()
        self.after_saving(self._undo_newest)

    def redo(self) -> None:
        """Do again what was undone last."""
        self.actStarted.emit()
        self.after_saving(self._redo_newest)

    def _show(self, read: _Read) -> None:
        """Show an edition; where the same rows stand in the same order, only what changed is touched."""
        edition = self.edition = read.edition
        self._to_show.clear()
        self._show_more.stop()
        self.read.emit(edition)
        kept = {key: self.versions[key] for key in self.saving.waiting() if key in self.versions}
        if self.versions:
            self.versions.update(read.versions)
        else:
            self.versions = read.versions
        self.versions.update(kept)
        if edition.rows and self.model.has_places(read.places):
            old = self.model.rows()
            self.model.refresh([new for was, new in zip(old, edition.rows, strict=True) if was != new])
        else:
            self.model.show(edition.rows, read.places, kept=self.saving.waiting())
        self.conflictsChanged.emit(self.handing_in.conflicts())

    def _act(
        self,
        target_id: int,
        call: Callable[[], Edit],
        *,
        is_waited_for: bool = False,
        then: Callable[[Edit], None] | None = None,
    ) -> None:
        """Do an act behind all saves; while it is waited for, keys are kept back and typed after it."""
        self.saving.flush()
        self.undo_stack.seal()
        if is_waited_for:
            self.actStarted.emit()

        def work() -> Edit:
            edit = call()
            self.note_versions(edit)
            return edit

        def done(edit: Edit) -> None:
            self.undo_stack.add(target_id, edit.step)
            self.take(edit)
            if edit.edition_changed:
                last = edit.rows[-1].target_id if edit.rows else target_id
                self.reread(last, 0)
            if is_waited_for:
                self.actEnded.emit()
            if then is not None:
                then(edit)

        failed = self._on_act_failure if is_waited_for else self._on_failure
        self.lanes.write(work, done, failed)

    def after_saving(self, then: Callable[[], None]) -> None:
        """Hand in what was typed, and call `then` on this thread once every save has been answered."""
        self.saving.flush()
        if self.lanes.waiting_writes == 0:
            then()
            return
        self.lanes.write(_nothing, lambda _none: then(), self._on_act_failure)

    def _undo_newest(self) -> None:
        act = self.undo_stack.take_done()
        if act is None:
            self.actEnded.emit()
            return
        self._play(act, self.undo_stack.push_undone)

    def _redo_newest(self) -> None:
        act = self.undo_stack.take_undone()
        if act is None:
            self.actEnded.emit()
            return
        self._play(act, self.undo_stack.push_done)

    def _play(self, act: Act, keep: Callable[[Act], None]) -> None:
        """Undo the steps of an act, newest first, and keep what takes that back."""
        place = self.model.place_of(act.target_id)
        before = self.model.text(place) if place is not None else ""

        def work() -> list[Edit]:
            edits = []
            for step in reversed(act.steps):
                edits.append(self.desk.undo(step))
                self.note_versions(edits[-1])
            return edits

        def done(edits: list[Edit]) -> None:
            steps: list[Step] = [edit.step for edit in edits]
            keep(Act(act.target_id, steps, is_typing=act.is_typing))
            for edit in edits:
                self.take(edit)
            self._go_where_it_happened(act.target_id, before, edits)
            self.actEnded.emit()

        self.lanes.write(work, done, self._on_act_failure)

    def _go_where_it_happened(self, target_id: int, before: str, edits: Sequence[Edit]) -> None:
        if any(edit.edition_changed for edit in edits):
            self.reread(target_id, 0)
            return
        place = self.model.place_of(target_id)
        if place is not None:
            self.caretMoved.emit(target_id, end_of_change(before, self.model.text(place)))

    def note_versions(self, edit: Edit) -> None:
        """Remember, in the writer lane, what the next save of these rows has to pass as `seen`."""
        for row in edit.rows:
            self.versions[row.target_id] = row.version

    def take(self, edit: Edit) -> None:
        """Show the rows of an edit as the library has them now."""
        self.take_rows(edit.rows)

    def take_rows(self, rows: Sequence[EditionRow]) -> None:
        """Show rows as the library has them now; of very many so many at a time, and the window lives in between."""
        if self._to_show:
            self._to_show.extend(rows)
            return
        self._show_rows(rows[:SHOWN_AT_ONCE])
        self._to_show.extend(rows[SHOWN_AT_ONCE:])
        if self._to_show:
            self._show_more.start()

    @property
    def is_showing(self) -> bool:
        """Whether the library has changed rows that have yet to be shown."""
        return bool(self._to_show)

    def _show_next(self) -> None:
        rows = [self._to_show.popleft() for _ in range(min(SHOWN_AT_ONCE, len(self._to_show)))]
        if not self._to_show:
            self._show_more.stop()
        self._show_rows(rows)

    def _show_rows(self, rows: Sequence[EditionRow]) -> None:
        for row in rows:
            self.versions[row.target_id] = max(row.version, self.versions.get(row.target_id, 0))
        places = [self.model.place_of(row.target_id) for row in rows]
        old = [self.model.row(place) for place in places if place is not None]
        new = [row for row, place in zip(rows, places, strict=True) if place is not None]
        self.model.refresh(rows)
        self.rowsReplaced.emit(old, new)
        self.rowsChanged.emit([row.target_id for row in rows])

    def _on_changes(self, changes: Changes) -> None:
        """Show what somebody else changed; rows being typed in keep their text and their version."""
        edition = self.edition
        if edition is None or not self._is_listening or changes.asked_by == self.desk.asked_by:
            return
        if edition.edition_id in changes.editions and len(edition.rows) <= READ_WHOLE:
            self.reread()
            return
        waiting = self.saving.waiting()
        wanted = [
            key for key in changes.targets if self.model.place_of(key) is not None and key not in waiting
        ]
        if wanted:
            self.lanes.write(lambda: self.desk.read_rows(wanted), self.take_rows, self._on_failure)
        elif edition.edition_id in changes.editions and not changes.targets:
            self.reread()

    def _on_act_failure(self, error: WorkbenchError) -> None:
        self.refused.emit(error.sentence)
        self.actEnded.emit()

    def _on_failure(self, error: WorkbenchError) -> None:
        self.refused.emit(error.sentence)


class _Read(NamedTuple):
    """An edition as it was read: with the place and the version of every target."""

    edition: OpenEdition
    places: dict[int, int]
    versions: dict[int, int]


def _end_of(text: tuple[int, str]) -> tuple[int, int]:
    return text[0], len(text[1])


def _exhaust(steps: Iterator[Progress]) -> list[Edit]:
    """Go through an activity to its end and return what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return list(end.value)


class _Announcement(QObject):
    """Carries an announcement from the writing thread to this one."""

    arrived = Signal(Changes)


def _nothing() -> None:
    """Take a place in the writer lane."""
