"""The list of articles as Qt reads it: pages by key, so that a library of any size opens at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.model.kinds import Stage
from workbench.model.rows import ArticleRow
from workbench.ui.labels import NOTHING
from workbench.ui.library_desk import PAGE
from workbench.ui.words import say_stage

Index = QModelIndex | QPersistentModelIndex
SAYS_YEAR_DAYS = 180
"""A due day that is further off is written with its year."""
ROW = Qt.ItemDataRole.UserRole + 1
"""The role under which the delegate finds the whole `ArticleRow`."""


class Column(IntEnum):
    """The columns of the list."""

    ARTICLE = 0
    STATUS = 1
    PROGRESS = 2
    TRANSLATOR = 3
    REVIEWER = 4
    UPDATED = 5


class LibraryModel(QAbstractTableModel):
    """The articles read so far; `wants_more` is called when the list nears its end."""

    def __init__(
        self, wants_more: Callable[[ArticleRow], None], say_updated: Callable[[ArticleRow], str]
    ) -> None:
        super().__init__()
        self._wants_more = wants_more
        self._say_updated = say_updated
        self._rows: list[ArticleRow] = []
        self._is_complete = True
        self._is_waiting = False

    def article(self, row: int) -> ArticleRow | None:
        """Return an article of the list, None beyond its end."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, article_id: int) -> int:
        """Return where an article stands in the list, -1 when it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.article_id == article_id), -1)

    def replace(self, rows: Sequence[ArticleRow]) -> None:
        """Show the first page of another question, or of the same one after a change.

        Rows that stand where they stood are only repainted, so that selection and scroll stay.
        """
        old, new = [row.article_id for row in self._rows], [row.article_id for row in rows]
        self._is_waiting = False
        is_same = old[: len(new)] == new and (len(old) == len(new) or len(new) == PAGE)
        if is_same and rows:
            self._rows[: len(rows)] = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, Column.UPDATED))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._is_complete = len(rows) < PAGE
        self.endResetModel()

    def append(self, rows: Sequence[ArticleRow]) -> None:
        """Show the next page."""
        self._is_waiting = False
        self._is_complete = len(rows) < PAGE
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many articles have been read."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are articles behind the last one read."""
        return not parent.isValid() and not self._is_complete and not self._is_waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page; it arrives at `append`."""
        if not parent.isValid() and self._rows:
            self._is_waiting = True
            self._wants_more(self._rows[-1])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._names()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the whole row for painting, and words for screen readers and tips."""
        row = self.article(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._say(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.ARTICLE:
            return "\n".join(
                line for line in [row.target_headline, row.headline, row.section, row.key] if line
            )
        return None

    def _say(self, row: ArticleRow, column: Column) -> str:
        match column:
            case Column.ARTICLE:
                return " · ".join(line for line in [row.target_headline, row.headline] if line)
            case Column.STATUS:
                return "\n".join(filter(None, [say_stage(row.stage), say_step(row)]))
            case Column.PROGRESS:
                return say_progress(self.tr("%1 of %2 confirmed"), row.confirmed, row.segments)
            case Column.TRANSLATOR:
                return row.translator or self._say_assignee(row, Stage.DRAFTING, Stage.CHANGES_REQUESTED)
            case Column.REVIEWER:
                return row.reviewer or self._say_assignee(row, Stage.IN_REVIEW)
            case Column.UPDATED:
                return "\n".join(filter(None, [self._say_updated(row), self._say_due(row)]))

    def _say_assignee(self, row: ArticleRow, *stages: Stage) -> str:
        """Return who has the article now, where it is that role's turn and nobody is credited yet."""
        return row.assignee if row.assignee and row.stage in stages else NOTHING

    def _say_due(self, row: ArticleRow) -> str:
        if row.due is None:
            return ""
        is_near = abs((row.due - row.updated_at.date()).days) < SAYS_YEAR_DAYS
        day = f"{row.due:%m-%d}" if is_near else row.due.isoformat()
        return self.tr("due %1").replace("%1", day)

    def _names(self) -> list[str]:
        return [
            self.tr("Article"),
            self.tr("Status"),
            self.tr("Progress"),
            self.tr("Translator"),
            self.tr("Reviewer"),
            self.tr("Updated"),
        ]


def say_step(row: ArticleRow) -> str:
    """Return where a review of several steps stands: “二审 2/3”, nothing for a review of one step."""
    return f"{row.review_step} {row.step + 1}/{row.review_steps}" if row.review_step else ""


def say_progress(pattern: str, confirmed: int, segments: int) -> str:
    """Fill a translated pattern such as “%1 of %2 confirmed”."""
    return pattern.replace("%1", f"{confirmed:,}").replace("%2", f"{segments:,}")
