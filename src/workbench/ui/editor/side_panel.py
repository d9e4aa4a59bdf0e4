"""The right panel: four tabs, each its own widget."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from workbench.ui.editor.look import Look
from workbench.ui.editor.panel_comments import CommentsPanel
from workbench.ui.editor.panel_concordance import ConcordancePanel
from workbench.ui.editor.panel_findings import FindingsPanel
from workbench.ui.editor.panel_history import HistoryPanel
from workbench.ui.editor.panel_stops import StopsPanel
from workbench.ui.editor.panel_suggestions import SuggestionsPanel

WIDTH = 372
SUGGESTIONS, FINDINGS, COMMENTS, HISTORY, CONCORDANCE, STOPS = range(6)

NARROW_TABS = "QTabBar::tab { margin-left: 2px; margin-right: 2px; padding-left: 6px; padding-right: 6px; }"
"""Five tabs find room beside each other."""


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
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take over other colours and fonts."""
        for panel in self._panels:
            panel.set_look(look)

    def set_zone(self, zone: ZoneInfo) -> None:
        """Show times in the library's zone."""
        self.suggestions.zone = self.comments.zone = self.history.zone = self.stops.zone = zone

    def set_count(self, tab: int, count: int) -> None:
        """Write a number beside the name of a tab; 0 writes none."""
        if self._counts[tab] != count:
            self._counts[tab] = count
            if tab == STOPS:
                self.tabs.setTabVisible(STOPS, count > 0 or self.tab == STOPS)
                self.tabs.setStyleSheet(NARROW_TABS if self.tabs.isTabVisible(STOPS) else "")
            self.retranslate()

    def open_tab(self, tab: int) -> None:
        """Show one of the panels; the concordance has its tab only while it is used."""
        self.tabs.setTabVisible(CONCORDANCE, tab == CONCORDANCE)
        self.tabs.setCurrentIndex(tab)

    @property
    def tab(self) -> int:
        """Which panel is shown."""
        return self.tabs.currentIndex()

    def retranslate(self) -> None:
        """Write the tabs in the language of the interface."""
        names = [
            self.tr("Suggestions"),
            self.tr("Findings"),
            self.tr("Comments"),
            self.tr("History"),
            self.tr("Concordance"),
            "↩",
        ]
        for tab, (name, count) in enumerate(zip(names, self._counts, strict=True)):
            self.tabs.setTabText(tab, f"{name} {count}" if count else name)
        self.tabs.setTabToolTip(STOPS, self.tr("Returned and changed"))
        self.tabs.setAccessibleTabName(STOPS, self.tr("Returned and changed"))
        self.tabs.setAccessibleName(self.tr("Side panel"))
        self.comments.retranslate()
        self.concordance.retranslate()
