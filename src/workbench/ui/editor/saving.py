"""When typed text goes to the library: after a short quiet pause, and at the latest within a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model.kinds import Origin
from workbench.ui.editor.model import EditionModel
from workbench.ui.editor.values import Saved

QUIET_MS = 250
"""A pause this long hands typed text in."""
LATEST_MS = 450
"""Text is handed in this long after the first unsaved key even when typing never pauses."""
AGAIN_MS = 2000
"""A save that failed (disk full, library locked) is tried again after this."""

HandIn = Callable[[int, str, Origin, str], None]


class Saving(QObject):
    """Knows which rows are typed in and not yet answered for; one save of a row is under way at a time."""

    changed = Signal(Saved)
    touched = Signal(int)
    handedIn = Signal(int)
    """A row's text is about to be handed to the database."""

    def __init__(self, model: EditionModel, hand_in: HandIn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._hand_in = hand_in
        self._touched: dict[int, tuple[Origin, str]] = {}
        self._under_way: dict[int, int] = {}
        self._conflicts: set[int] = set()
        self._refused: set[int] = set()
        """Rows whose text the rules forbid; it is tried again when somebody types there or comes back to the article."""
        self._is_composing = False
        self._state = Saved.SAVED
        self._quiet = self._timer(QUIET_MS)
        self._latest = self._timer(LATEST_MS)
        self._again = self._timer(AGAIN_MS)

    @property
    def state(self) -> Saved:
        """What the status bar says."""
        return self._state

    @property
    def is_composing(self) -> bool:
        """Whether an input method composes."""
        return self._is_composing

    def waiting(self) -> set[int]:
        """Return the rows whose text is not in the library yet."""
        return {*self._touched, *self._under_way, *self._conflicts}

    def stuck(self) -> set[int]:
        """Return the rows whose text does not go into the library by itself: in conflict, or refused."""
        return self._conflicts | self._refused

    def touch(self, target_id: int) -> None:
        """Note that a row was typed in; it will be saved after a pause."""
        self._touched[target_id] = (Origin.TYPED, "")
        self._refused.discard(target_id)
        self.touched.emit(target_id)
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()
        self._settle()

    def save_as(self, target_id: int, origin: Origin, detail: str) -> None:
        """Save a row at once, telling where its text came from."""
        self._touched[target_id] = (origin, detail)
        self.flush()

    def compose(self, *, is_composing: bool) -> None:
        """Keep still while an input method composes; what fell due meanwhile is saved after it."""
        self._is_composing = is_composing
        if not is_composing and self._touched and not self._latest.isActive():
            self.flush()

    def flush(self) -> None:
        """Hand in everything typed so far; rows in conflict wait for the person."""
        if self._is_composing:
            return
        self._quiet.stop()
        self._latest.stop()
        for target_id, (origin, detail) in list(self._touched.items()):
            if target_id in self._conflicts or self._is_put_off(target_id):
                continue
            del self._touched[target_id]
            self._send(target_id, origin, detail)
        self._settle()

    def answered(self, target_id: int) -> None:
        """The database has one save of the row."""
        self._count_down(target_id)
        self._refused.discard(target_id)
        self._settle()

    def failed(self, target_id: int, *, is_final: bool) -> None:
        """A save did not happen; the text stays, and is tried again unless the rules forbid it."""
        self._count_down(target_id)
        self._touched.setdefault(target_id, (Origin.TYPED, ""))
        if is_final:
            self._refused.add(target_id)
        else:
            self._again.start()
        self._say(Saved.NOT_SAVED)

    def conflict_began(self, target_id: int) -> None:
        """Somebody else's text stands in the library; nothing is saved until the person decides."""
        self._count_down(target_id)
        self._touched.pop(target_id, None)
        self._conflicts.add(target_id)
        self._say(Saved.NOT_SAVED)

    def conflict_ended(self, target_id: int) -> None:
        """The person decided; what was typed since then is saved on top."""
        self._conflicts.discard(target_id)
        self._touched.pop(target_id, None)
        if self._model.typed(target_id) is not None:
            self.touch(target_id)
        self._settle()

    def _send(self, target_id: int, origin: Origin, detail: str) -> None:
        text = self._text_of(target_id)
        if text is None:
            self._refused.discard(target_id)
            self._model.forget_typed(
                target_id
            )  # the same text: left over the saved one it would hide a later one
            return
        self._under_way[target_id] = self._under_way.get(target_id, 0) + 1
        self.handedIn.emit(target_id)
        self._hand_in(target_id, text, origin, detail)

    def _text_of(self, target_id: int) -> str | None:
        """Return what is to be saved of a row, also of one that is no longer shown; None when it is saved."""
        place = self._model.place_of(target_id)
        if place is None:
            return self._model.typed(target_id)
        is_changed = self._model.is_typed(place) or target_id in self._under_way
        return self._model.text(place) if is_changed else None

    def _is_put_off(self, target_id: int) -> bool:
        return target_id in self._refused and self._model.place_of(target_id) is None

    def _count_down(self, target_id: int) -> None:
        left = self._under_way.get(target_id, 0) - 1
        if left > 0:
            self._under_way[target_id] = left
        else:
            self._under_way.pop(target_id, None)

    def _settle(self) -> None:
        if self.stuck():
            self._say(Saved.NOT_SAVED)
        elif self._touched or self._under_way:
            self._say(Saved.SAVING)
        else:
            self._again.stop()
            self._say(Saved.SAVED)

    def _say(self, state: Saved) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit(state)

    def _timer(self, pause_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(self.flush)
        return timer
