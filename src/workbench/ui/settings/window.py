"""The Settings window: a page a group of declarations, each value stored when it is left or chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.errors import WorkbenchError
from workbench.settings import DECLARED
from workbench.ui.background import Background
from workbench.ui.icons import icon
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.settings.desk import SettingsDesk, Told
from workbench.ui.settings.engine_box import EngineBox
from workbench.ui.settings.rows import SettingRow
from workbench.ui.settings.sent_card import SentCard
from workbench.ui.settings.signing_card import SigningCard
from workbench.ui.settings.words import PAGES, say_page
from workbench.ui.tab_order import follow
from workbench.ui.theme import Theme

ENGINES, REVIEW = "engines", "review"
LINE_PX = 30


class SettingsWindow(QDialog):
    """Shows every setting of the library; only an admin may change them, keys are everybody's own."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        background: Background,
        desk: SettingsDesk,
        *,
        may_change: bool,
        page: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(960, 660)
        self._theme, self._background, self._desk, self._may_change = theme, background, desk, may_change
        self._first = page
        self.rows: dict[str, SettingRow] = {}
        self.boxes: dict[str, EngineBox] = {}
        self.list = QListWidget()
        self.list.setObjectName("queues")
        self.list.setFixedWidth(196)
        self.list.setAccessibleName(self.tr("Pages"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.search.textChanged.connect(self._narrow)
        self.pages = QStackedWidget()
        self.list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self._lay_out()
        background.look_up("settings", desk.read, self._show, self._refuse_all)

    @property
    def is_ready(self) -> bool:
        """Whether the values have been read."""
        return bool(self.rows)

    def show_page(self, group: str) -> None:
        """Go to the page of a group."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == group:
                self.list.setCurrentRow(row)

    def done(self, result: int) -> None:
        """Close, and be gone: what is still asked has nobody to answer."""
        super().done(result)
        self.deleteLater()

    def _show(self, told: Told) -> None:
        engines = [(engine.key, engine.label) for engine in told.engines]
        self.rows = {setting.name: SettingRow(setting, engines) for setting in DECLARED}
        for name, row in self.rows.items():
            row.show_value(told.values[name])
            row.changed.connect(self._change)
            row.field.setEnabled(self._may_change)
            row.back.setEnabled(self._may_change)
        groups = dict.fromkeys([*(name for name, _ in PAGES), *(setting.group for setting in DECLARED)])
        icons = dict(PAGES)
        for group in groups:
            rows = [row for row in self.rows.values() if row.setting.group == group]
            if rows:
                self._add_page(group, icons.get(group, "settings"), self._cards(group, rows, told))
        last = self.pages.widget(self.pages.count() - 1)
        assert last is not None
        follow(last, self._close)
        self.show_page(self._first or next(iter(groups)))
        self.list.setFocus()

    def _cards(self, group: str, rows: Sequence[SettingRow], told: Told) -> list[QWidget]:
        if group == REVIEW:
            self.signing = SigningCard(self._desk, self._background, told.signing)
            return [*rows, self.signing]
        if group != ENGINES:
            return list(rows)
        for engine in told.engines:
            if engine.can_be_tried or engine.takes_key:
                own = [row for row in rows if row.setting.name.startswith(f"{engine.key}_")]
                self.boxes[engine.key] = EngineBox(self._desk, self._background, engine, own)
                self.boxes[engine.key].show_key(told.keys.get(engine.key))
        shared = [
            row for row in rows if not any(row.setting.name.startswith(f"{key}_") for key in self.boxes)
        ]
        return [*shared, *self.boxes.values(), SentCard(told.sent, told.figures)]

    def _add_page(self, group: str, icon_name: str, widgets: Sequence[QWidget]) -> None:
        item = QListWidgetItem(icon(self._theme, icon_name, "muted"), say_page(group))
        item.setData(Qt.ItemDataRole.UserRole, group)
        item.setSizeHint(QSize(0, LINE_PX))
        self.list.addItem(item)
        inside = QWidget()
        inside.setObjectName("cards")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        column.addWidget(PlainLabel(say_page(group), role="title"))
        if not self._may_change:
            words = self.tr("Only an admin may change settings; keys are kept for you alone.")
            column.addWidget(PlainLabel(words, tone="warn", wraps=True))
        for widget in widgets:
            column.addWidget(widget)
            if isinstance(widget, EngineBox | SentCard | SigningCard):
                column.addSpacing(10)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.pages.addWidget(area)

    def _change(self, name: str, value: str) -> None:
        row = self.rows[name]
        self._background.write(
            lambda: self._desk.change(name, value), row.show_value, lambda error: self._refuse(row, error)
        )

    def _refuse(self, row: SettingRow, error: WorkbenchError) -> None:
        row.say_problem(said(error.sentence))

    def _refuse_all(self, error: WorkbenchError) -> None:
        self.pages.addWidget(PlainLabel(said(error.sentence), tone="accent", wraps=True))

    def _narrow(self, words: str) -> None:
        """Show the settings in which the words stand, and the pages that have any."""
        found = set()
        for row in self.rows.values():
            is_found = row.matches(words)
            row.setVisible(is_found)
            if is_found:
                found.add(row.setting.group)
        for place in range(self.list.count()):
            self.list.item(place).setHidden(self.list.item(place).data(Qt.ItemDataRole.UserRole) not in found)
        if self.list.currentItem() is None or self.list.currentItem().isHidden():
            shown = (p for p in range(self.list.count()) if not self.list.item(p).isHidden())
            self.list.setCurrentRow(next(shown, self.list.currentRow()))

    def _lay_out(self) -> None:
        side = QWidget()
        side.setObjectName("sidebar")
        left = QVBoxLayout(side)
        left.setContentsMargins(12, 16, 12, 16)
        left.setSpacing(10)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        buttons = QDialogButtonBox()
        self._close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.setContentsMargins(24, 10, 24, 16)
        below.addWidget(PlainLabel(self.tr("Every change is kept at once."), tone="muted"), 1)
        below.addWidget(buttons)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addLayout(below)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addLayout(right, 1)
