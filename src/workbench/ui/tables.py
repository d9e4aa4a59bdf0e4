"""Tables and lists to read: whole rows, no grid, left to the keyboard, with room around their lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QTableWidget

ROW_PX = 36


def plain_table(columns: int) -> QTableWidget:
    """Return an empty table of so many columns that nobody edits."""
    table = QTableWidget(0, columns)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return table


def framed_list(name: str) -> QListWidget:
    """Return an empty list in a frame, whose lines may be long; `name` is what a screen reader says."""
    made = QListWidget()
    made.setProperty("role", "field")
    made.setAccessibleName(name)
    made.setWordWrap(True)
    return made
