"""The right panel: four tabs, each its own widget."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from workbench.ui.editor.look import Look
from workbench.ui.editor.panel_comments import CommentsPanel
from workbench.ui.editor.panel_concordance import ConcordancePanel
from workbench.ui.editor.panel_findings import FindingsPanel
from workbench.ui.editor.panel_history import HistoryPanel
from workbench.ui.editor.panel_stops import StopsPanel
from workbench.ui.editor.panel_suggestions import SuggestionsPanel
from workbench.ui.icons import icon
from workbench.ui.theme import Theme

WIDTH = 372
SUGGESTIONS, FINDINGS, COMMENTS, HISTORY, CONCORDANCE, STOPS = range(6)

SPACES = ("", "margin: 0 2px; padding: 10px 6px 8px 6px;", "margin: 0; padding: 10px 4px 8px 4px;")
"""How far tabs stand apart, the widest first: as many of them as are shown find room."""


class SidePanel(QWidget):
    """Holds the four panels and writes their counts on the tabs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidepanel")
        self.suggestions = SuggestionsPanel(look)
        self.findings = FindingsPanel(look)
        self.comments = CommentsPanel(look)
        self.history = HistoryPanel(look)
        self.concordance = ConcordancePanel(look)
        self.stops = StopsPanel(look)
        self._panels = (
            self.suggestions,
            self.findings,
            self.comments,
            self.history,
            self.concordance,
            self.stops,
        )
        self._counts = [0] * len(self._panels)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._stack = QStackedWidget()
        for panel in self._panels:
            self.tabs.addTab("")
            self._stack.addWidget(panel)
        self.tabs.setTabVisible(CONCORDANCE, False)
        self.tabs.setTabVisible(STOPS, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._draw_lens()
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take over other colours and fonts."""
        for panel in self._panels:
            panel.set_look(look)
        self._draw_lens()

    def _draw_lens(self) -> None:
        self.tabs.setTabIcon(CONCORDANCE, icon(Theme.current(), "search", "muted"))

    def set_zone(self, zone: ZoneInfo) -> None:
        """Show times in the library's zone."""
        self.suggestions.zone = self.comments.zone = self.history.zone = self.stops.zone = zone

    def set_count(self, tab: int, count: int) -> None:
        """Write a number beside the name of a tab; 0 writes none."""
        if self._counts[tab] != count:
            self._counts[tab] = count
            if tab == STOPS:
                self.tabs.setTabVisible(STOPS, count > 0 or self.tab == STOPS)
            self._name(tab)
            self._fit()

    def open_tab(self, tab: int) -> None:
        """Show one of the panels; the concordance has its tab only while it is used."""
        self.tabs.setTabVisible(CONCORDANCE, tab == CONCORDANCE)
        self.tabs.setCurrentIndex(tab)
        self._fit()

    @property
    def tab(self) -> int:
        """Which panel is shown."""
        return self.tabs.currentIndex()

    def retranslate(self) -> None:
        """Write the tabs in the language of the interface."""
        for tab in range(len(self._panels)):
            self._name(tab)
        for tab, words in ((CONCORDANCE, self.tr("Concordance")), (STOPS, self.tr("Returned and changed"))):
            self.tabs.setTabToolTip(tab, words)
            self.tabs.setAccessibleTabName(tab, words)
        self.tabs.setAccessibleName(self.tr("Side panel"))
        self.comments.retranslate()
        self.concordance.retranslate()
        self._fit()

    def _name(self, tab: int) -> None:
        name, count = self._names()[tab], self._counts[tab]
        self.tabs.setTabText(tab, f"{name} {count}" if count else name)

    def _names(self) -> list[str]:
        return [
            self.tr("Suggestions"),
            self.tr("Findings"),
            self.tr("Comments"),
            self.tr("History"),
            "",
            "↩",
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tabs as much room as there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Set the tabs as far apart as they find room beside each other."""
        for space in SPACES:
            sheet = f"QTabBar::tab {{ {space} }}" if space else ""
            if self.tabs.styleSheet() != sheet:
                self.tabs.setStyleSheet(sheet)
            if self.tabs.sizeHint().width() <= self.width():
                return
