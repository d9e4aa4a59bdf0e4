"""What others did to one's articles: a page of the Library; what is new is marked, and seen when it was shown."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.noticing import Notice, mark_seen, read_notices
from workbench.library.library import Library
from workbench.ui.background import Background
from workbench.ui.empty_states import EmptyState
from workbench.ui.labels import ElidedLabel
from workbench.ui.sayings import said
from workbench.ui.tables import plain_table
from workbench.ui.theme import Theme

COLUMNS = 4


class NoticesPage(QWidget):
    """Shows notices newest first; `opened` carries the key of the article that one is about."""

    opened = Signal(str)

    def __init__(self, theme: Theme, background: Background, zone: Callable[[], ZoneInfo]) -> None:
        super().__init__()
        self._background, self._zone = background, zone
        self._notices: list[Notice] = []
        self.title = ElidedLabel(role="title")
        self.table = plain_table(COLUMNS)
        for column, width in ((0, 140), (1, 150)):
            self.table.setColumnWidth(column, width)
        for column in (2, 3):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._empty = EmptyState(theme, "inbox")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        bar = QFrame()
        bar.setProperty("role", "bar")
        bar.setFixedHeight(62)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        self.table.activated.connect(lambda index: self._open(index.row()))
        self._retranslate()

    def ask(self, library: Library, person_id: int) -> None:
        """Read what there is for a person, and note that they have seen it."""

        def show(notices: list[Notice]) -> None:
            self._notices = notices
            self._fill()
            if any(notice.is_new for notice in notices):
                self._background.write(lambda: mark_seen(library, person_id))

        self._background.look_up("notices", lambda: read_notices(library, person_id), show)

    def _fill(self) -> None:
        self.table.setRowCount(len(self._notices))
        zone = self._zone()
        for row, notice in enumerate(self._notices):
            moment = f"{notice.at.astimezone(zone):%Y-%m-%d %H:%M}"
            cells = (moment, notice.person, said(notice.said), notice.headline)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if notice.is_new:
                    font = QFont(self.table.font())
                    font.setWeight(QFont.Weight.DemiBold)
                    item.setFont(font)
                    spoken = self.tr("new: %1").replace("%1", text)
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                self.table.setItem(row, column, item)
        self._stack.setCurrentIndex(0 if self._notices else 1)
        if self._notices:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._notices):
            self.opened.emit(self._notices[row].key)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.title.set_text(self.tr("What others did"))
        self.table.setAccessibleName(self.tr("What others did"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Article")]
        )
        self._empty.show_words(
            self.tr("Nothing new"),
            self.tr(
                "What others do to the articles you work on is told here, also when an original changes."
            ),
        )
