"""The table of articles: rows measured as they come into sight, columns that fit the room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from workbench.ui.library_delegate import LibraryDelegate
from workbench.ui.library_model import Column, LibraryModel
from workbench.ui.theme import Theme

WIDE = {
    Column.STATUS: 168,
    Column.PROGRESS: 182,
    Column.TRANSLATOR: 150,
    Column.REVIEWER: 140,
    Column.UPDATED: 120,
}
MIDDLE = {
    Column.STATUS: 160,
    Column.PROGRESS: 134,
    Column.TRANSLATOR: 118,
    Column.REVIEWER: 112,
    Column.UPDATED: 96,
}
NARROW = {Column.STATUS: 158, Column.PROGRESS: 130, Column.TRANSLATOR: 112, Column.UPDATED: 94}


class LibraryTable(QTableView):
    """The list itself; `opened` carries the row a person opens by Return or a double click."""

    opened = Signal(int)

    def __init__(self, theme: Theme, model: LibraryModel) -> None:
        super().__init__()
        self.setObjectName("articles")
        self._articles = model
        self._delegate = LibraryDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(63)
        self.verticalHeader().setMinimumSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.ARTICLE, QHeaderView.ResizeMode.Stretch)
        header.setFixedHeight(34)
        self._measuring = QTimer(self)
        self._measuring.setSingleShot(True)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self.measure)
        self.verticalScrollBar().valueChanged.connect(self._measure_soon)
        for signal in [model.modelReset, model.rowsInserted, model.dataChanged]:
            signal.connect(self._measure_soon)  # a lambda would keep the table for as long as its model
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self.update_rows)

    def _measure_soon(self) -> None:
        self._measuring.start()

    def choose(self, rows: Iterable[int]) -> None:
        """Choose these rows beside the current one."""
        flags = QItemSelectionModel.SelectionFlag
        for row in rows:
            index = self._articles.index(row, 0)
            self.selectionModel().select(index, flags.Select | flags.Rows)

    def measure(self) -> None:
        """Give the rows in sight the height their headline needs."""
        width = self.columnWidth(Column.ARTICLE)
        y, row = 0, max(self.rowAt(0), 0)
        bottom = self.height() + 200
        while y < bottom and (article := self._articles.article(row)) is not None:
            height = self._delegate.height_of(article, width)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
            y += height
            row += 1

    def update_rows(self) -> None:
        """Paint the rows anew; before the table is seen there is nothing to paint.

        Whoever asks for the viewport then makes PySide look through all widgets it knows, 15 ms of the start.
        """
        if self.isVisible():
            self.viewport().update()

    def content_height(self) -> int:
        """Return how high all rows are together, in pixels."""
        return self.verticalHeader().length()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column the room it needs, the headline the rest."""
        width = event.size().width()
        widths = WIDE if width > 1120 else MIDDLE
        widths = NARROW if width < 900 else widths
        self.setColumnHidden(Column.REVIEWER, Column.REVIEWER not in widths)
        for column, room in widths.items():
            self.setColumnWidth(column, room)
        super().resizeEvent(event)
        self._measuring.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the article wherever the platform would rather edit it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Name the list for screen readers in the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write names and headings anew."""
        self.setAccessibleName(self.tr("Articles"))
        self._articles.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, Column.UPDATED)
        self.update_rows()
