"""Rows that are long beyond all measure: offered to be divided when they become active, and divided by an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.desk.dividing import is_very_long
from workbench.model.kinds import Stage
from workbench.model.rows import EditionRow

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

CLOSED = frozenset({Stage.PUBLISHED, Stage.WITHDRAWN})


class LongRows(QObject):
    """Asks once a row and sitting; the act stays in the menu."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._offered: set[int] = set()
        screen.view.rowEntered.connect(self._offer)

    def divide(self) -> None:
        """Divide the active row; all of it is one step to undo."""
        place = self._screen.view.active
        if place < 0:
            return
        row = self._screen.session.model.row(place)
        if not is_very_long(row):
            self._screen.say(self.tr("This row is not too long to be edited as it is."))
            return
        self._screen.session.divide(row.target_id)

    def _offer(self, place: int) -> None:
        row = self._screen.session.model.row(place)
        self._screen.notice.withdraw()
        if row.target_id in self._offered or not self._may_divide(row):
            return
        self._offered.add(row.target_id)
        words = self.tr(
            "This row is slow to edit (characters: %1). It can be divided at pauses; its paragraph stays whole."
        )
        count = f"{len(row.source):,}"
        self._screen.notice.offer(words.replace("%1", count), self.tr("Divide"), self.divide)

    def _may_divide(self, row: EditionRow) -> bool:
        edition = self._screen.edition
        return (
            is_very_long(row) and edition is not None and edition.is_writable and edition.stage not in CLOSED
        )
