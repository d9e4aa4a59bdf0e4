"""The sidebar of the Library: queues with their counts, language assets, people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.model.kinds import Role, Stage
from workbench.ui.fonts import interface_font
from workbench.ui.labels import PlainLabel
from workbench.ui.theme import Theme
from workbench.ui.words import say_role

Index = QModelIndex | QPersistentModelIndex
WIDTH = 226
ENTRY_HEIGHT = 33
HEADING_HEIGHT = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sidebar: a queue, an asset, a page about people, or (without a name) a heading.

    `stages` narrow the list to a queue; `is_mine` narrows it to whoever is working. `step` names the step of a review
    that a line below a queue holds, `role` what its approver has to be besides a reviewer.
    """

    name: str
    label: str
    stages: tuple[Stage, ...] = ()
    is_mine: bool = False
    step: str = ""
    role: Role | None = None

    @property
    def is_heading(self) -> bool:
        """Whether this line is only a heading."""
        return not self.name


def _t(context: str, text: str) -> str:  # noqa: ARG001 - the mark that lupdate looks for
    return text


ENTRIES: tuple[Entry, ...] = (
    Entry("", _t("sidebar", "Articles")),
    Entry("drafts", _t("sidebar", "My drafts"), (Stage.DRAFTING, Stage.CHANGES_REQUESTED), is_mine=True),
    Entry("review", _t("sidebar", "Waiting for review"), (Stage.IN_REVIEW,)),
    Entry("ready", _t("sidebar", "Ready to publish"), (Stage.APPROVED,)),
    Entry("published", _t("sidebar", "Published"), (Stage.PUBLISHED,)),
    Entry("all", _t("sidebar", "All articles")),
    Entry("", _t("sidebar", "For you")),
    Entry("given", _t("sidebar", "Given to you"), is_mine=True),
    Entry("free", _t("sidebar", "Waiting for anybody"), is_mine=True),
    Entry("returned", _t("sidebar", "Sent back to you"), is_mine=True),
    Entry("notices", _t("sidebar", "What others did"), is_mine=True),
    Entry("", _t("sidebar", "Language assets")),
    Entry("memory", _t("sidebar", "Translation memory")),
    Entry("alignment", _t("sidebar", "Alignment")),
    Entry("terms", _t("sidebar", "Term base")),
    Entry("", _t("sidebar", "People")),
    Entry("people", _t("sidebar", "Translators & credits")),
    Entry("statistics", _t("sidebar", "Statistics")),
    Entry("dashboard", _t("sidebar", "Dashboard")),
)
QUEUES = frozenset({"drafts", "review", "ready", "published", "all", "given", "free", "returned"})
OWN_QUEUES = frozenset({"given", "free", "returned"})
"""The queues that are different for everybody."""
STEP_QUEUE = "step:"
"""How the name of a line begins that holds one step of the review (`desk.reading.STEP_QUEUE`)."""
BY_NAME = {entry.name: entry for entry in ENTRIES if entry.name}


def say_entry(entry: Entry) -> str:
    """Return a line's label in the language of the interface; a step is called as the library calls it."""
    if not entry.step:
        return QCoreApplication.translate("sidebar", entry.label)
    return f"{entry.step} · {say_role(entry.role)}" if entry.role is not None else entry.step


def step_entries(steps: Sequence[tuple[str, Role | None]]) -> list[Entry]:
    """Return the lines below “Waiting for review”, one a step."""
    return [
        Entry(f"{STEP_QUEUE}{place}", "", (Stage.IN_REVIEW,), step=name, role=role)
        for place, (name, role) in enumerate(steps)
    ]


class Sidebar(QWidget):
    """The lines of the sidebar; `chosen` carries the name of the one a person picks, `left` that Return goes on to it."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._title = PlainLabel(role="heading")
        self._model = _Entries()
        self._view = QListView()
        self._view.setObjectName("queues")
        self._view.setModel(self._model)
        self._view.setItemDelegate(_Painter(theme, self._view))
        self._view.setMouseTracking(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 18, 1, 8)
        layout.setSpacing(4)
        self._title.setContentsMargins(22, 0, 8, 4)
        layout.addWidget(self._title)
        layout.addWidget(self._view, 1)
        self._view.selectionModel().currentChanged.connect(self._tell)
        self._view.activated.connect(lambda _: self.left.emit())
        theme.changed.connect(self._model.retranslate)
        self._retranslate()

    @property
    def current(self) -> str:
        """The name of the chosen line."""
        return self._model.entry(self._view.currentIndex()).name

    def choose(self, name: str) -> None:
        """Pick a line as if a person had."""
        index = self._model.index_of(name)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._view.selectionModel().setCurrentIndex(index, flag)

    def entry(self, name: str) -> Entry:
        """Return the line of a name; the queue it stood below where a step is there no longer."""
        return self._model.named(name) or BY_NAME["review"]

    def take_focus(self) -> None:
        """Put the keyboard on the chosen line."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much is in each queue."""
        self._model.set_counts(counts)

    def set_steps(self, steps: Sequence[tuple[str, Role | None]]) -> None:
        """Show the steps of a review below the articles that wait for one."""
        is_lost = self._model.set_steps(step_entries(steps), self.current)
        if is_lost:
            self.choose("review")

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.entry(index).name)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Workbench"))
        self._view.setAccessibleName(self.tr("Queues and places of the library"))
        self._model.retranslate()


class _Entries(QAbstractListModel):
    """The lines with their counts."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self._entries = list(ENTRIES)

    def entry(self, index: Index) -> Entry:
        return self._entries[index.row()] if index.isValid() else Entry("", "")

    def named(self, name: str) -> Entry | None:
        return next((entry for entry in self._entries if entry.name == name), None)

    def index_of(self, name: str) -> QModelIndex:
        return self.index(next(n for n, entry in enumerate(self._entries) if entry.name == name), 0)

    def set_steps(self, steps: Sequence[Entry], current: str) -> bool:
        """Put other steps below their queue, and tell whether the current line went."""
        first = self.index_of("review").row() + 1
        old = [entry for entry in self._entries if entry.step]
        if old == steps:
            return False
        if old:
            self.beginRemoveRows(QModelIndex(), first, first + len(old) - 1)
            del self._entries[first : first + len(old)]
            self.endRemoveRows()
        if steps:
            self.beginInsertRows(QModelIndex(), first, first + len(steps) - 1)
            self._entries[first:first] = steps
            self.endInsertRows()
        return any(entry.name == current for entry in old)

    def count(self, index: Index) -> int | None:
        return self._counts.get(self.entry(index).name)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = dict(counts)
        self.retranslate()

    def retranslate(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index).is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = 0) -> Any:
        entry = self.entry(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return say_entry(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = self._counts.get(entry.name)
            return say_entry(entry) if count is None else f"{say_entry(entry)}, {count:,}"
        return None


def entry_of(index: Index) -> Entry:
    """Return the line that an index of the sidebar stands for."""
    model = index.model()
    assert isinstance(model, _Entries)
    return model.entry(index)


class _Painter(QStyledItemDelegate):
    """Paints a heading, or a line with its count at the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = entry_of(index).is_heading
        return QSize(WIDTH - 20, HEADING_HEIGHT if is_heading else ENTRY_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry_of(index).is_heading:
            self._heading(painter, rect, str(index.data()))
        else:
            self._entry(painter, rect, option.state, index)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        font = interface_font(11, QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(rect.adjusted(22, 0, -12, -7), Qt.AlignmentFlag.AlignBottom, text)

    def _entry(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index) -> None:
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        box = QRectF(rect.adjusted(10, 1, -10, -1))
        if is_chosen or is_over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_tint" if is_chosen else "neutral_tint"))
            painter.drawRoundedRect(box, 6, 6)
        if has_focus:
            painter.setPen(self._theme.color("info"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font = interface_font(13, QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
        painter.setFont(font)
        count = index.model().count(index)  # type: ignore[attr-defined]
        written = "" if count is None else f"{count:,}"
        inside = rect.adjusted(40 if entry_of(index).step else 22, 0, -22, 0)
        painter.setPen(self._theme.color("accent" if is_chosen else "muted"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, written)
        metrics = QFontMetrics(font)
        room = inside.width() - metrics.horizontalAdvance(written) - (8 if written else 0)
        painter.setPen(self._theme.color("accent" if is_chosen else "ink"))
        label = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
