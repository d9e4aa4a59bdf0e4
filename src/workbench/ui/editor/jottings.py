"""Keeps the edit journal while somebody types: a kill then loses a fifth of a second, not the row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from workbench.library.journal import Journal
from workbench.ui.editor.session import EditingSession
from workbench.ui.editor.values import Saved

PAUSE_MS = 200
"""At most so much typing is in no file at all; the save itself may wait for its turn in the writer lane."""


class Jottings(QObject):
    """Notes the rows that are typed in, on the spot, until the database has them."""

    def __init__(self, session: EditingSession, library: Path, person_id: int) -> None:
        super().__init__(session)
        self._session = session
        self._person_id = person_id
        self._journal = Journal(library)
        self._touched: set[int] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._jot)
        self._since_noted = QElapsedTimer()
        session.saving.touched.connect(self._touch)
        session.saving.handedIn.connect(self._jot_row)
        session.saving.changed.connect(self._settle)
        session.rowsChanged.connect(self._follow)

    def close(self) -> None:
        """Note what is left and let the file go."""
        self._jot()
        self._settle(self._session.saving.state)
        self._journal.close()

    def _touch(self, target_id: int) -> None:
        """Note the row at once, unless the last was noted a moment ago: then after a pause.

        No timer is sure to run soon: keys that were kept back, and answers from other threads, come before it.
        """
        self._touched.add(target_id)
        if not self._since_noted.isValid() or self._since_noted.hasExpired(PAUSE_MS):
            self._pause.stop()
            self._note()
        elif not self._pause.isActive():
            self._pause.start()

    def _note(self) -> None:
        self._since_noted.start()
        for target_id in list(self._touched):
            self._jot_row(target_id)

    def _jot(self) -> None:
        self._note()
        self._settle(self._session.saving.state)  # what was typed may have been the saved text again

    def _follow(self, target_ids: list[int]) -> None:
        """Note what an undo put in the place of a text that still stands here: recovery would bring that one back."""
        model = self._session.model
        for target_id in target_ids:
            waiting, place = self._journal.waiting(target_id), model.place_of(target_id)
            if waiting is None or place is None or target_id in self._touched or model.is_typed(place):
                continue
            if model.text(place) != waiting:
                self._jot_row(target_id)

    def _jot_row(self, target_id: int) -> None:
        """Note a row; what an input method composes is no text yet and not part of it."""
        self._touched.discard(target_id)
        session = self._session
        place = session.model.place_of(target_id)
        seen = session.versions.get(target_id)
        if place is not None and seen is not None:
            text = session.model.text(place)
            self._journal.jot(target_id, seen=seen, person_id=self._person_id, text=text)

    def _settle(self, state: Saved) -> None:
        if state is Saved.SAVED and not self._touched:
            self._journal.settle()
