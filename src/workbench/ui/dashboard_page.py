"""The dashboard: what waits for whom, the week, words by month, time in each stage, findings. Nobody is ranked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.counting import CreditLine, total_lines
from workbench.desk.surveying import Survey, as_csv, count_findings, survey
from workbench.desk.timing import StageLine, stage_lines
from workbench.errors import WorkbenchError
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.model.kinds import Level, Stage
from workbench.ui.background import Background, Task
from workbench.ui.labels import ElidedLabel
from workbench.ui.language import Language
from workbench.ui.plots import Bar, BarPlot
from workbench.ui.status_bar import StatusFact
from workbench.ui.tables import ROW_PX, plain_table
from workbench.ui.theme import Theme
from workbench.ui.words import say_role, say_stage

MONTHS = 12
STAGES = (Stage.DRAFTING, Stage.CHANGES_REQUESTED, Stage.IN_REVIEW, Stage.APPROVED)


@dataclass(slots=True)
class _Shown:
    """What the page was told last."""

    survey: Survey = field(default_factory=lambda: Survey([], []))
    months: list[CreditLine] = field(default_factory=list)
    stages: list[StageLine] = field(default_factory=list)
    findings: Counter[Level] | None = None


class DashboardPage(QWidget):
    """Four plots over a table of what waits; `failed` carries what went wrong with a file."""

    failed = Signal(WorkbenchError)
    facts_changed = Signal(list)

    def __init__(self, theme: Theme, background: Background, language: Language) -> None:
        super().__init__()
        self._background, self._language = background, language
        self._library: Library | None = None
        self._counting: Task | None = None
        self._shown = _Shown()
        self.title = ElidedLabel(role="title")
        self.picture, self.table_file = QPushButton(), QPushButton()
        self.week, self.findings, self.words, self.stages = (BarPlot(theme) for _ in range(4))
        self.table = plain_table(5)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._scroll = QScrollArea()
        self._lay_out()
        self.picture.clicked.connect(self._ask_svg)
        self.table_file.clicked.connect(self._ask_csv)
        self._retranslate()

    def open(self, library: Library) -> None:
        """Look over a library; the findings, which take longer, are counted behind it."""
        self._library = library
        self._background.look_up(
            "dashboard", lambda: (survey(library), total_lines(library), stage_lines(library)), self._take
        )
        if self._counting is not None:
            self._counting.cancel()
        found: Counter[Level] = Counter()
        self._counting = self._background.run(
            lambda: count_findings(library, found), done=lambda _: self._take_findings(found)
        )

    @property
    def plots(self) -> tuple[BarPlot, ...]:
        """The plots in reading order."""
        return (self.week, self.findings, self.words, self.stages)

    def write_svg(self, path: Path) -> None:
        """Write the four plots as one drawing."""
        from workbench.ui.drawings import svg_of

        write_file(path, svg_of(self.plots))

    def write_csv(self, path: Path) -> None:
        """Write what waits, and the days, as a table."""
        write_file(path, as_csv(self._shown.survey).encode("utf-8-sig"))

    def _take(self, told: tuple[Survey, list[CreditLine], list[StageLine]]) -> None:
        self._shown.survey, self._shown.months, self._shown.stages = told
        self._show()

    def _take_findings(self, found: Counter[Level]) -> None:
        self._shown.findings = found
        self._show_findings()

    def _show(self) -> None:
        self._fill()
        self._show_week()
        self._show_findings()
        self._show_words()
        self._show_stages()
        waiting = sum(line.editions for line in self._shown.survey.waiting)
        self.facts_changed.emit([StatusFact(self.tr("%1 waiting").replace("%1", f"{waiting:,}"))])

    def _show_week(self) -> None:
        legend = (self.tr("submitted"), self.tr("approved"), self.tr("published"))
        locale = self._language.locale
        bars = [
            Bar(locale.toString(QDate(d.day.year, d.day.month, d.day.day), "ddd"),
                (float(d.submitted), float(d.approved), float(d.published)))
            for d in self._shown.survey.days
        ]  # fmt: skip
        rows = sum(day.confirmed for day in self._shown.survey.days)
        title = self.tr("Articles this week; %1 segments confirmed", "", rows).replace("%1", f"{rows:,}")
        self.week.show_bars(title, legend, bars)

    def _show_findings(self) -> None:
        found = self._shown.findings
        accepted = sum(day.accepted for day in self._shown.survey.days)
        if found is None:
            self.findings.show_bars(
                self.tr("Findings are being counted…"), (self.tr("findings"),), [Bar("", (0.0,))]
            )
            return
        levels = [
            (self.tr("errors"), Level.ERROR),
            (self.tr("warnings"), Level.WARNING),
            (self.tr("notes"), Level.NOTE),
        ]
        bars = [Bar(name, (float(found[level]),)) for name, level in levels]
        bars.append(Bar(self.tr("accepted"), (float(accepted),)))
        self.findings.show_bars(
            self.tr("Findings open, and accepted this week"), (self.tr("findings"),), bars
        )

    def _show_words(self) -> None:
        months = sorted({line.month for line in self._shown.months})[-MONTHS:]
        words = Counter[str]()
        for line in self._shown.months:
            if line.role == "translator":
                words[line.month] += line.words
        bars = [Bar(month, (float(words[month]),)) for month in months] or [Bar("", (0.0,))]
        self.words.show_bars(self.tr("Words approved by month"), (self.tr("words"),), bars)

    def _show_stages(self) -> None:
        newest = self._shown.stages[-1].month if self._shown.stages else ""
        hours = {line.stage: line.hours for line in self._shown.stages if line.month == newest}
        bars = [Bar(say_stage(stage), (hours.get(str(stage), 0.0),)) for stage in STAGES]
        self.stages.show_bars(self.tr("Hours in each stage on average"), (self.tr("hours"),), bars)

    def _fill(self) -> None:
        self.table.setRowCount(len(self._shown.survey.waiting))
        for row, line in enumerate(self._shown.survey.waiting):
            since = self._language.locale.toString(
                QDate(line.since.year, line.since.month, line.since.day), "yyyy-MM-dd"
            )
            person = line.person or self.tr("anybody")
            cells = [say_stage(line.stage), say_role(line.role), person, f"{line.editions:,}", since]
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + ROW_PX * max(self.table.rowCount(), 1) + 4
        )

    def _ask_svg(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.picture.text(), "dashboard.svg", "SVG (*.svg)")
        if path:
            self._write(self.write_svg, Path(path))

    def _ask_csv(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.table_file.text(), "dashboard.csv", "CSV (*.csv)")
        if path:
            self._write(self.write_csv, Path(path))

    def _write(self, act: object, path: Path) -> None:
        try:
            act(path)  # type: ignore[operator]
        except WorkbenchError as error:
            self.failed.emit(error)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("role", "bar")
        bar.setFixedHeight(62)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 1)
        row.addWidget(self.picture)
        row.addWidget(self.table_file)
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(20)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(20)
        for place, plot in enumerate(self.plots):
            grid.addWidget(plot, place // 2, place % 2)
        whole.addWidget(self.table)
        whole.addLayout(grid)
        whole.addStretch(1)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(scroll, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.title.set_text(self.tr("Dashboard"))
        self.table.setAccessibleName(self.tr("What waits for whom"))
        self._scroll.setAccessibleName(self.tr("Dashboard"))
        self.picture.setText(self.tr("Export as SVG…"))
        self.table_file.setText(self.tr("Export as CSV…"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Stage"),
                self.tr("Role"),
                self.tr("Waits for"),
                self.tr("Articles"),
                self.tr("Oldest since"),
            ]
        )
