"""A page of what the house decided: a search, a table, and buttons to add, change, take out and exchange."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
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

from workbench.errors import Problem, WorkbenchError
from workbench.library.library import Library
from workbench.ui.background import Background
from workbench.ui.empty_states import EmptyState
from workbench.ui.library_filters import QUIET_MS
from workbench.ui.tables import plain_table
from workbench.ui.theme import Theme

V = TypeVar("V")
W_co = TypeVar("W_co", covariant=True)
FILES = "(*.csv *.tsv *.xlsx)"


class Form(Protocol[V]):
    """A question that has a value when it was accepted."""

    value: V

    def exec(self) -> int:
        """Ask."""
        ...


class Stored(Protocol[W_co]):
    """What the library has: a number and a value."""

    @property
    def id(self) -> int:
        """The number of it."""
        ...

    @property
    def value(self) -> W_co:
        """What it says."""
        ...


@dataclass(frozen=True, slots=True)
class Subject(Generic[V]):
    """What a page is about: how it is read, shown, asked for, saved, taken out and exchanged."""

    name: str
    columns: tuple[str, ...]
    wide: frozenset[int]
    empty: tuple[str, str]
    read: Callable[[Library, str], Sequence[Stored[V]]]
    cells: Callable[[Stored[V]], tuple[str, ...]]
    ask: Callable[[QWidget, V | None], Form[V]]
    save: Callable[[Library, int, V, int], int]
    remove: Callable[[Library, int, Sequence[int]], int]
    bring_in: Callable[[Library, Path, int], tuple[int, list[Problem]]]
    take_out: Callable[[Library, Path], int]


class HousePage(QWidget, Generic[V]):
    """Shows what there is of one subject; who may not decide may look, and take a table away."""

    told = Signal(str)
    failed = Signal(WorkbenchError)

    def __init__(
        self, theme: Theme, background: Background, library: Library, by: int | None, subject: Subject[V]
    ) -> None:
        super().__init__()
        self._background, self._library, self._by, self._subject = background, library, by, subject
        self._stored: Sequence[Stored[V]] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search…"))
        self.search.setAccessibleName(self.tr("Search…"))
        self.search.setClearButtonEnabled(True)
        self.table = self._make_table()
        self.buttons = {
            "add": self._button(self.tr("Add…"), self.add),
            "change": self._button(self.tr("Change…"), self.change),
            "remove": self._button(self.tr("Take out"), self.remove),
            "import": self._button(self.tr("Import…"), self._ask_to_bring_in),
            "export": self._button(self.tr("Export…"), self._ask_to_take_out),
        }
        self._empty = EmptyState(theme, "book")
        self._empty.show_words(*subject.empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _: self._pause.start())
        for name in ("add", "change", "remove", "import"):
            self.buttons[name].setEnabled(by is not None)
        self.table.doubleClicked.connect(self.change)
        QShortcut(QKeySequence("Return"), self.table, self.change)
        QShortcut(QKeySequence("Delete"), self.table, self.remove)

    def ask(self) -> None:
        """Read what the search says."""
        read, library, text = self._subject.read, self._library, self.search.text()
        self._background.look_up(f"house.{self._subject.name}", lambda: read(library, text), self._fill)

    def add(self) -> None:
        """Ask for a new one."""
        form = self._subject.ask(self, None)
        if form.exec():
            self._save(form.value, 0)

    def change(self) -> None:
        """Change the chosen one."""
        row = self.table.currentRow()
        if self._by is not None and 0 <= row < len(self._stored):
            one = self._stored[row]
            form = self._subject.ask(self, one.value)
            if form.exec():
                self._save(form.value, one.id)

    def remove(self) -> None:
        """Take the chosen ones out."""
        chosen = sorted({index.row() for index in self.table.selectedIndexes()})
        ids = [self._stored[row].id for row in chosen if row < len(self._stored)]
        if ids and self._by is not None:
            by, remove, library = self._by, self._subject.remove, self._library
            self._write(lambda: remove(library, by, ids))

    def bring_in(self, path: Path) -> None:
        """Take in a table."""
        if self._by is None:
            return
        by, bring_in, library = self._by, self._subject.bring_in, self._library

        def done(answer: tuple[int, list[Problem]]) -> None:
            count, problems = answer
            said = self.tr("%1 taken in").replace("%1", str(count))
            lines = [said, *(f"{problem.place}: {problem.message}" for problem in problems[:5])]
            self.told.emit("\n".join(lines))
            self.ask()

        self._background.write(lambda: bring_in(library, path, by), done, self._fail)

    def take_out(self, path: Path) -> None:
        """Write a table."""
        take_out, library = self._subject.take_out, self._library

        def done(count: int) -> None:
            self.told.emit(self.tr("%1 written to %2").replace("%1", str(count)).replace("%2", path.name))

        self._background.write(lambda: take_out(library, path), done, self._fail)

    def _save(self, value: V, number: int) -> None:
        if self._by is not None:
            by, save, library = self._by, self._subject.save, self._library
            self._write(lambda: save(library, by, value, number))

    def _write(self, act: Callable[[], int]) -> None:
        self._background.write(act, lambda _: self.ask(), self._fail)

    def _fail(self, error: WorkbenchError) -> None:
        self.failed.emit(error)

    def _fill(self, stored: Sequence[Stored[V]]) -> None:
        self._stored = stored
        self.table.setRowCount(len(stored))
        for row, one in enumerate(stored):
            for column, text in enumerate(self._subject.cells(one)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self._stack.setCurrentIndex(0 if stored else 1)
        for name in ("change", "remove"):
            self.buttons[name].setEnabled(self._by is not None and bool(stored))
        self.buttons["export"].setEnabled(bool(stored))

    def _ask_to_bring_in(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import…"), "", FILES)
        if path:
            self.bring_in(Path(path))

    def _ask_to_take_out(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export…"), f"{self._subject.name}.csv", FILES)
        if path:
            self.take_out(Path(path))

    def _make_table(self) -> QTableWidget:
        columns = self._subject.columns
        table = plain_table(len(columns))
        table.setHorizontalHeaderLabels(list(columns))
        header = table.horizontalHeader()
        for column in range(len(columns)):
            is_wide = column in self._subject.wide
            mode = QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            table.setColumnWidth(column, 130)
        return table

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addStretch(1)
        for name in ("import", "export"):
            above.addWidget(self.buttons[name])
        for name in ("add", "change", "remove"):
            below.addWidget(self.buttons[name])
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)
        layout.addLayout(below)
