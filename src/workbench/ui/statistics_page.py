"""Statistics: one's own work or everybody's totals, by month, with where the words came from. Nobody is ranked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.counting import CreditLine, article_lines, credit_lines, total_lines
from workbench.desk.reporting import write_statistics
from workbench.desk.timing import StageLine, stage_lines
from workbench.errors import WorkbenchError
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.model.kinds import Role, Stage
from workbench.model.rows import PersonRow
from workbench.ui.background import Background
from workbench.ui.labels import NOTHING, ElidedLabel, PlainLabel
from workbench.ui.plots import Bar, BarPlot
from workbench.ui.sheets import statement_sheet
from workbench.ui.status_bar import StatusFact
from workbench.ui.tables import plain_table
from workbench.ui.theme import Theme
from workbench.ui.words import say_role, say_stage

MINE, TOTALS, EVERYBODY = "mine", "totals", "everybody"
MONTHS = 12
COLUMNS = 11
PERSON = 1
"""The column that takes the room the figures leave."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the page shows, read in one go."""

    lines: list[CreditLine]
    stages: list[StageLine]


class StatisticsPage(QWidget):
    """Shows figures by month and role; `failed` carries what went wrong with a file."""

    failed = Signal(WorkbenchError)
    facts_changed = Signal(list)

    def __init__(self, theme: Theme, background: Background) -> None:
        super().__init__()
        self._background = background
        self._library: Library | None = None
        self._person: PersonRow | None = None
        self._figures = Figures([], [])
        self.title = ElidedLabel(role="title")
        self.scope = QComboBox()
        self.export, self.statement = QPushButton(), QPushButton()
        self.words, self.stages = BarPlot(theme), BarPlot(theme)
        self.empty = PlainLabel(tone="muted", wraps=True)
        self.table = plain_table(COLUMNS)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PERSON, QHeaderView.ResizeMode.Stretch)
        self._lay_out()
        self.scope.currentIndexChanged.connect(lambda _: self.ask())
        self.export.clicked.connect(self._ask_export)
        self.statement.clicked.connect(self._ask_statement)
        self._retranslate()

    def open(self, library: Library, person: PersonRow) -> None:
        """Show the figures of a library to a person: their own, and to an editor everybody's as well."""
        self._library, self._person = library, person
        self._offer_scopes()
        self.ask()

    def ask(self) -> None:
        """Read what the scope says."""
        library, person, scope = self._library, self._person, self.scope.currentData()
        if library is None or person is None:
            return

        def read() -> Figures:
            if scope == TOTALS:
                return Figures(total_lines(library), stage_lines(library))
            lines = credit_lines(library, asked_by=person.id)
            own = [line for line in lines if line.person == person.name]
            return Figures(lines if scope == EVERYBODY else own, [])

        self._background.look_up("statistics", read, self._show)

    @property
    def sees_all(self) -> bool:
        """Whether this person may see other people's figures."""
        return self._person is not None and bool({Role.EDITOR, Role.ADMIN} & self._person.roles)

    def write_statement(self, path: Path) -> None:
        """Write the statement of this person's own work as PDF."""
        library, person = self._library, self._person
        if library is None or person is None:
            return
        lines = [line for line in article_lines(library, asked_by=person.id) if line.person == person.name]
        months = sorted({line.month for line in lines})
        span = f"{months[0]} – {months[-1]}" if months else NOTHING
        write_file(path, statement_sheet(person.name, span, lines).pdf())

    def write_table(self, path: Path) -> None:
        """Write the figures to a spreadsheet, as far as this person may see them."""
        if self._library is not None and self._person is not None:
            write_statistics(self._library, path, asked_by=self._person.id)

    def _show(self, figures: Figures) -> None:
        self._figures = figures
        lines = sorted(figures.lines, key=lambda line: (line.person, line.role))
        lines.sort(key=lambda line: line.month, reverse=True)
        self._fill(lines)
        self._plot(figures)
        self.empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        words = self.tr("%1 lines", "", len(lines)).replace("%1", f"{len(lines):,}")
        self.facts_changed.emit([StatusFact(words)])

    def _fill(self, lines: list[CreditLine]) -> None:
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            role = say_role(line.role) if line.role in {"translator", "reviewer", "editor"} else line.role
            edited = NOTHING if line.edited is None else f"{line.edited:.1f} %"
            counts = (line.articles, line.characters, line.words, line.typed, line.memory, line.machine)
            others = line.imported + line.others
            cells = [
                line.month,
                line.person or NOTHING,
                role,
                *(f"{n:,}" for n in counts),
                f"{others:,}",
                edited,
            ]
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))

    def _plot(self, figures: Figures) -> None:
        months = sorted({line.month for line in figures.lines})[-MONTHS:]
        legend = (self.tr("typed"), self.tr("memory"), self.tr("machine"), self.tr("file"), self.tr("others"))
        bars = []
        for month in months:
            mine = [line for line in figures.lines if line.month == month and line.role == "translator"]
            parts = tuple(
                float(sum(getattr(line, name) for line in mine))
                for name in ("typed", "memory", "machine", "imported", "others")
            )
            bars.append(Bar(month, parts))
        self.words.show_bars(self.tr("Words by origin and month"), legend, [b for b in bars if b.total])
        newest = figures.stages[-1].month if figures.stages else ""
        hours = [Bar(say_stage(Stage(s.stage)), (s.hours,)) for s in figures.stages if s.month == newest]
        title = self.tr("Hours in each stage on average, %1").replace("%1", newest)
        self.stages.show_bars(title, (self.tr("hours"),), hours)

    def _ask_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.export.text(), "statistics.xlsx", "Excel (*.xlsx);;CSV (*.csv)"
        )
        if path:
            self._write(lambda: self.write_table(Path(path)))

    def _ask_statement(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.statement.text(), "statement.pdf", "PDF (*.pdf)")
        if path:
            self._write(lambda: self.write_statement(Path(path)))

    def _write(self, act: object) -> None:
        try:
            act()  # type: ignore[operator]
        except WorkbenchError as error:
            self.failed.emit(error)

    def _offer_scopes(self) -> None:
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.addItem(self.tr("My own work"), MINE)
        if self.sees_all:
            self.scope.addItem(self.tr("Totals of the house"), TOTALS)
            self.scope.addItem(self.tr("Everybody, by name"), EVERYBODY)
            self.scope.setCurrentIndex(1)
        self.scope.blockSignals(False)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("role", "bar")
        bar.setFixedHeight(62)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 1)
        for widget in (self.scope, self.statement, self.export):
            row.addWidget(widget)
        plots = QHBoxLayout()
        plots.setContentsMargins(20, 16, 20, 8)
        plots.setSpacing(32)
        plots.addWidget(self.words, 1)
        plots.addWidget(self.stages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(plots)
        self.empty.setContentsMargins(20, 20, 20, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._offer_scopes()
            self.ask()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.title.set_text(self.tr("Statistics"))
        self.table.setAccessibleName(self.tr("Statistics"))
        self.scope.setAccessibleName(self.tr("Whose work"))
        self.export.setText(self.tr("Export…"))
        self.statement.setText(self.tr("Statement…"))
        self.empty.setText(
            self.tr("When an article is approved, its translators and reviewers are credited here.")
        )
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Month"),
                self.tr("Person"),
                self.tr("Role"),
                self.tr("Articles"),
                self.tr("Characters"),
                self.tr("Words"),
                self.tr("Typed"),
                self.tr("Memory"),
                self.tr("Machine"),
                self.tr("Other"),
                self.tr("Edited"),
            ]
        )
