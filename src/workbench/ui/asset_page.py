"""A page of the Library beside the queues: a search, a table, and files in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.assets import ASSETS, Exchange, Row, columns_of, words_of_empty
from workbench.ui.background import Background
from workbench.ui.empty_states import EmptyState
from workbench.ui.labels import ElidedLabel
from workbench.ui.library_desk import LibraryDesk
from workbench.ui.library_filters import QUIET_MS
from workbench.ui.library_sidebar import BY_NAME, say_entry
from workbench.ui.status_bar import StatusFact
from workbench.ui.tables import plain_table
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.library.library import Library

FULL_WIDTH = 1180
NARROW = 0.8
"""From so many pixels on every column has the width it asks for."""
WIDE: dict[str, set[int]] = {}
"""The columns that take the room there is."""


class AssetPage(QWidget):
    """A search, a table, and files in and out; the memory, the term base and the aligner are pages of this kind.

    `exchange_asked` carries a name and a generator to run in the activity strip; `facts_changed` what
    the status line says; `article_asked` the key of an article to go to.
    """

    exchange_asked = Signal(str, object)
    facts_changed = Signal(list)
    article_asked = Signal(str)

    def __init__(self, theme: Theme, background: Background, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._background = background
        self._desk: LibraryDesk | None = None
        self._name = name
        self.person_id: int | None = None
        self.title = ElidedLabel(role="title")
        self.search = QLineEdit()
        self.search.setMaximumWidth(300)
        self.bring_in = QPushButton()
        self.take_out = QPushButton()
        self.table = self._make_table()
        self._empty = EmptyState(theme, "book")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.ask)
        self._lay_out()
        self.table.installEventFilter(self)
        bind_on(self.search, {"Down": self.table.setFocus})
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.bring_in.clicked.connect(self._ask_to_bring_in)
        self.take_out.clicked.connect(self._ask_to_take_out)

    def open(self, desk: LibraryDesk) -> None:
        """Show this library from now on."""
        self._desk = desk

    def come_up(self) -> None:
        """Be looked at: with an empty search and the newest lines."""
        self.search.clear()
        self._retranslate()
        self._fill([])
        self.ask()
        self.search.setFocus()

    def ask(self) -> None:
        """Read what the search says."""
        if self._desk is not None:
            library, asset, text = self._desk.library, ASSETS[self._name], self.search.text().strip()
            self._background.look_up("asset", lambda: asset.read(library, text), self._fill)

    def _columns(self) -> tuple[str, ...]:
        return columns_of(self._name)

    def _widths(self) -> dict[int, int]:
        """Return the width of each column that has one of its own; the others take the room there is."""
        return {}

    def _fill(self, rows: Sequence[Row]) -> None:
        columns, widths = self._columns(), self._widths()
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels(list(columns))
        self.table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        for column in range(len(columns)):
            is_wide = column not in widths if widths else column in WIDE.get(self._name, set())
            narrow = QHeaderView.ResizeMode.Fixed if widths else QHeaderView.ResizeMode.ResizeToContents
            mode = QHeaderView.ResizeMode.Stretch if is_wide else narrow
            header.setSectionResizeMode(column, mode)
        self._measure()
        self._empty.show_words(*self._words_of_empty())
        self._stack.setCurrentIndex(0 if rows else 1)
        self.facts_changed.emit([StatusFact(self._words_of_count(len(rows)))])

    def _words_of_count(self, count: int) -> str:
        return self.tr("%1 lines", "", count).replace("%1", f"{count:,}")

    def _measure(self) -> None:
        """Give the fixed columns their width; where the page is narrow, less."""
        scale = min(1.0, max(0.6, self.width() / FULL_WIDTH))
        for column, width in self._widths().items():
            self.table.setColumnWidth(column, int(width * scale))
            self.table.setColumnHidden(column, scale < NARROW and self._is_blank(column))

    def _is_blank(self, column: int) -> bool:
        """Tell whether no line has anything in a column: a narrow page has better use for its room."""
        items = (self.table.item(row, column) for row in range(self.table.rowCount()))
        return not any(item is not None and item.text() for item in items)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the columns anew."""
        super().resizeEvent(event)
        self._measure()

    def _words_of_empty(self) -> tuple[str, str]:
        return words_of_empty(self._name, is_searched=bool(self.search.text().strip()))

    def stay_near(self, row: int) -> None:
        """Keep the caret where it was after the lines were read anew."""
        last = self.table.rowCount() - 1
        if last >= 0 and self.table.hasFocus():
            self._choose(min(max(row, 0), last))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose a line when the keyboard comes to the table, so that a key has something to act on."""
        if watched is self.table and event.type() is QEvent.Type.FocusIn and not self.chosen_rows():
            self._choose(max(self.table.currentRow(), 0))
        return super().eventFilter(watched, event)

    def _choose(self, row: int) -> None:
        """Choose one line alone, whatever keys are held down."""
        flags = QItemSelectionModel.SelectionFlag
        self.table.setCurrentCell(row, 0, flags.ClearAndSelect | flags.Rows)

    def chosen_rows(self) -> list[int]:
        """Return the places of the chosen lines, from the top."""
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    def _ask_to_bring_in(self) -> None:
        asset = ASSETS[self._name]
        path, _ = QFileDialog.getOpenFileName(self, self.bring_in.text(), "", f"({asset.files})")
        if path and self._desk is not None:
            self._read_file(self._desk.library, Path(path))

    def _read_file(self, library: Library, path: Path) -> None:
        """Bring a file in that was chosen."""
        bring_in, by = ASSETS[self._name].bring_in, self.person_id
        if bring_in is not None:
            self._exchange(lambda: bring_in(library, path, by))

    def _ask_to_take_out(self) -> None:
        asset = ASSETS[self._name]
        path, _ = QFileDialog.getSaveFileName(self, self.take_out.text(), asset.name + asset.suffix)
        if path and self._desk is not None:
            self._write_file(self._desk.library, Path(path))

    def _write_file(self, library: Library, path: Path) -> None:
        """Take everything out to a file that was named."""
        take_out = ASSETS[self._name].take_out
        if take_out is not None:
            self._exchange(lambda: take_out(library, path))

    def _exchange(self, steps: Callable[[], Exchange]) -> None:
        self.exchange_asked.emit(say_entry(BY_NAME[self._name]), steps)

    def _make_table(self) -> QTableWidget:
        table = plain_table(3)
        table.horizontalHeader().setMinimumSectionSize(108)
        return table

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("role", "bar")
        bar.setFixedHeight(62)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 2)
        row.addWidget(self.search, 3)
        row.addWidget(self.bring_in)
        row.addWidget(self.take_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        for widget in self._above():
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        for widget in self._below():
            layout.addWidget(widget)

    def _above(self) -> list[QWidget]:
        """Return what stands between the bar and the table."""
        return []

    def _below(self) -> list[QWidget]:
        """Return what stands under the table."""
        return []

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.ask()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        name = say_entry(BY_NAME[self._name])
        self.title.set_text(name)
        self.table.setAccessibleName(name)
        self.search.setPlaceholderText(self.tr("Search…"))
        self.search.setAccessibleName(self.tr("Search…"))
        self.bring_in.setText(self.tr("Import…"))
        self.take_out.setText(self.tr("Export…"))
        self.bring_in.setVisible(ASSETS[self._name].bring_in is not None)
        self.take_out.setVisible(ASSETS[self._name].take_out is not None)


def bar_of(*widgets: QWidget | None) -> QFrame:
    """Return a bar with widgets from the left; None takes the room that is left."""
    bar = QFrame()
    bar.setProperty("role", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(20, 8, 20, 8)
    row.setSpacing(10)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return bar


def bind_on(widget: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Bind keys that hold while a table or field has the focus."""
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), widget, act)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
