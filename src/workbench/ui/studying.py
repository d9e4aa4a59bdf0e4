"""What the memory and the term base say about whole articles: match bands, and candidates for terms."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidgetItem, QWidget

from workbench.model.progress import Progress
from workbench.ui.activity_strip import ActivityStrip
from workbench.ui.background import Background
from workbench.ui.dialogs import lay_out_notice
from workbench.ui.library_desk import LibraryDesk
from workbench.ui.tables import plain_table

if TYPE_CHECKING:
    from workbench.desk.analysing import Analysis
    from workbench.desk.collecting import TermCandidate
    from workbench.library.library import Library


class Studies(QObject):
    """Asks the desk about articles and shows what it says."""

    def __init__(self, window: QWidget, strip: ActivityStrip, background: Background) -> None:
        super().__init__(window)
        self._window, self._strip, self._background = window, strip, background

    def analyse(self, desk: LibraryDesk, keys: Sequence[str]) -> None:
        """Say how much of some articles the memory knows."""
        library, chosen = desk.library, list(keys)
        name = QCoreApplication.translate("studies", "Match analysis")
        self._strip.run(name, lambda: _analysed(library, chosen), self._tell)

    def collect(self, desk: LibraryDesk, key: str, by: int) -> None:
        """Offer the candidates for terms of an article."""
        from workbench.desk.collecting import candidates_of_article

        library = desk.library

        def offer(found: list[TermCandidate]) -> None:
            self._offer(library, by, found)

        self._background.look_up("terms.candidates", lambda: candidates_of_article(library, key), offer)

    def _offer(self, library: Library, by: int, found: list[TermCandidate]) -> None:
        from workbench.desk.terming import add_terms
        from workbench.ui.term_dialogs import CandidatesQuestion

        question = CandidatesQuestion(self._window, found)
        if question.exec():
            pairs = question.chosen()
            self._background.write(lambda: add_terms(library, by, pairs))

    def _tell(self, analysis: Analysis) -> None:
        AnalysisNotice(self._window, analysis).open()


def _analysed(library: Library, keys: Sequence[str]) -> Generator[Progress, None, Analysis]:
    from workbench.desk.analysing import Analysis, analyse, sources_of

    analysis = Analysis()
    yield from analyse(library, [sources_of(library, key) for key in keys], analysis)
    return analysis


def say_band(band: str) -> str:
    """Return the name of a match band."""
    return {
        "101": QCoreApplication.translate("studies", "101 %, in context"),
        "100": "100 %",
        "95–99": "95–99 %",
        "85–94": "85–94 %",
        "70–84": "70–84 %",
        "repetitions": QCoreApplication.translate("studies", "Repetitions"),
        "new": QCoreApplication.translate("studies", "New"),
    }.get(band, band)


class AnalysisNotice(QDialog):
    """Shows the match bands of an article or several: segments, characters, words."""

    def __init__(self, parent: QWidget | None, analysis: Analysis) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Match analysis"))
        self.resize(560, 500)
        self.table = plain_table(4)
        self.table.setRowCount(len(analysis.bands) + 1)
        self.table.setAccessibleName(self.tr("Match analysis"))
        headings = [self.tr("Match"), self.tr("Segments"), self.tr("Characters"), self.tr("Words")]
        self.table.setHorizontalHeaderLabels(headings)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        amounts = [(amount.segments, amount.characters, amount.words) for amount in analysis.bands.values()]
        rows = [(say_band(str(band)), figures) for band, figures in zip(analysis.bands, amounts, strict=True)]
        rows.append((self.tr("Together"), tuple(map(sum, zip(*amounts, strict=True)))))  # type: ignore[arg-type]
        for row, (name, figures) in enumerate(rows):
            for column, text in enumerate((name, *(f"{figure:,}" for figure in figures))):
                self.table.setItem(row, column, QTableWidgetItem(text))
        lay_out_notice(self, self.tr("How much the memory knows"), self.table)
