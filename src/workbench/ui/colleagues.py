"""Colleagues in the same article of a shared library: where they are, told in the status line and in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.errors import WorkbenchError
from workbench.model.changes import Changes
from workbench.ui.background import Background

if TYPE_CHECKING:
    from workbench.library.library import Library
    from workbench.library.server.presence import Present

RENEW_MS = 45_000
"""Presence is forgotten by the server after two minutes; it is said again well before."""


class Colleagues(QObject):
    """Says where we are, and who else is in the article; still and silent for a library in a file.

    `changed` carries the others as (name, target or None, whether they claim it).
    """

    changed = Signal(list)
    _noticed = Signal(Changes)

    def __init__(self, library: Library, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._is_shared = library.path is None
        self._edition: int | None = None
        self._target: int | None = None
        self._noticed.connect(self._on_noticed)
        self._unlisten: Callable[[], None] = (
            library.listen(self._noticed.emit) if self._is_shared else lambda: None
        )
        self._again = QTimer(self)
        self._again.setInterval(RENEW_MS)
        self._again.timeout.connect(self._say)

    def enter(self, edition_id: int) -> None:
        """An article was opened, or read anew: then we are where we were."""
        if edition_id == self._edition:
            return
        self._edition, self._target = edition_id, None
        if self._is_shared:
            self._again.start()
            self._say()

    def be_at(self, target_id: int) -> None:
        """The caret stands in another row: it is claimed, which is a courtesy and locks nothing."""
        self._target = target_id
        if self._is_shared and self._edition is not None:
            self._say()

    def leave(self) -> None:
        """The article was left."""
        self._again.stop()
        if self._is_shared and self._edition is not None:
            self._background.look_up("presence", partial(_leave, self._library), lambda _: None, _ignore)
        self._edition = None
        self.changed.emit([])

    def close(self) -> None:
        """Listen to the library no longer."""
        self._unlisten()

    def _say(self) -> None:
        if self._edition is not None:
            work = partial(_be_at, self._library, self._edition, self._target)
            self._background.look_up("presence", work, self._pass_on, _ignore)

    def _pass_on(self, others: Sequence[Present]) -> None:
        self.changed.emit(others)

    def _on_noticed(self, changes: Changes) -> None:
        if "presence" in changes.nouns and self._edition is not None:
            work = partial(_present, self._library, self._edition)
            self._background.look_up("presence.others", work, self._pass_on, _ignore)


def in_words(
    others: Sequence[Present], number_of: Callable[[int], int | None], say: Callable[[str], str]
) -> str:
    """Return “Translator A is in segment 7”, a clause a colleague; `say` translates the two patterns."""
    clauses = []
    for other in others:
        number = None if other.target_id is None else number_of(other.target_id)
        pattern = say("%1 is here") if number is None else say("%1 is in segment %2")
        clauses.append(pattern.replace("%1", other.name).replace("%2", str(number)))
    return " · ".join(clauses)


def _be_at(library: Library, edition_id: int, target_id: int | None) -> list[Present]:
    from workbench.library.server.presence import be_at

    be_at(library, edition_id, target_id, claim=target_id is not None)
    return _present(library, edition_id)


def _present(library: Library, edition_id: int) -> list[Present]:
    from workbench.library.server.presence import present

    return present(library, edition_id)


def _leave(library: Library) -> None:
    from workbench.library.server.presence import be_at

    be_at(library, None)


def _ignore(_: WorkbenchError) -> None:
    """Presence that cannot be told is no reason to disturb anybody."""
