"""What replacing would change, with a tick before each change; nothing is changed before somebody says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.finding import Change
from workbench.model.progress import Progress
from workbench.ui.editor.cards import marked_html
from workbench.ui.editor.highlighting import tracked
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import Mark, MarkedText
from workbench.ui.labels import PlainLabel
from workbench.ui.words import say_list

MOST = 2000
"""Changes that are listed one by one; more are counted and made with them."""
AROUND = 36
"""Characters shown before the first change of a row."""
MARKED = Qt.ItemDataRole.UserRole + 1


class ReplacePreview(QDialog):
    """Lists changes; `chosen` are those that are ticked. Opened without blocking, and filled when they are known."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setWindowTitle(self.tr("Replace all"))
        self.resize(860, 520)
        self._changes: Sequence[Change] = ()
        self.is_ready = False
        self.head = PlainLabel(self.tr("Looking through the articles…"), tone="muted", wraps=True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Changes"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Where"), self.tr("Change")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setColumnWidth(0, 240)
        self.list.setItemDelegateForColumn(1, _ChangeDelegate(look, self))
        self.list.itemChanged.connect(lambda _item, _column: self._count())
        self.everything, self.nothing = QPushButton(self.tr("Tick all")), QPushButton(self.tr("Tick none"))
        self.replace, cancel = QPushButton(), QPushButton(self.tr("Cancel"))
        self.everything.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.nothing.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.replace.clicked.connect(self.accept)
        self.replace.setProperty("role", "primary")
        self.replace.setDefault(True)
        cancel.clicked.connect(self.reject)
        self._count()
        buttons = QHBoxLayout()
        for button in (self.everything, self.nothing):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Replace all"), role="title"))
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def show_progress(self, progress: Progress) -> None:
        """Tell how far the search is."""
        words = self.tr("Looking through the articles: %1 of %2")
        self.say(words.replace("%1", f"{progress.done:,}").replace("%2", f"{progress.total:,}"))

    def say(self, sentence: str) -> None:
        """Say a sentence above the list."""
        self.head.setText(sentence)

    def show_changes(self, changes: Sequence[Change], edition_id: int) -> None:
        """List changes, all ticked; those of the open edition are named by their row alone."""
        self._changes, self.is_ready = changes, True
        self.list.blockSignals(True)
        self.list.clear()
        for change in changes[:MOST]:
            self.list.addTopLevelItem(_item(change, is_here=change.head.edition_id == edition_id))
        self.list.blockSignals(False)
        for first in self._items()[:1]:
            self.list.setCurrentItem(first)
        self.list.setFocus()
        self._say_how_many()
        self._count()

    def chosen(self) -> list[Change]:
        """Return the changes that are ticked; those too many to list follow when all listed are."""
        listed = [change for change, item in zip(self._changes, self._items(), strict=False) if _is_on(item)]
        is_whole = len(listed) == min(len(self._changes), MOST)
        return [*listed, *self._changes[MOST:]] if is_whole else listed

    def _say_how_many(self) -> None:
        if not self._changes:
            self.say(self.tr("Nothing to replace: not found, or only in rows that are locked or published."))
        elif len(self._changes) > MOST:
            words = self.tr(
                "%1 rows would change; the first %2 are listed. The others follow if all are ticked."
            )
            self.say(words.replace("%1", f"{len(self._changes):,}").replace("%2", f"{MOST:,}"))
        else:
            articles = len({change.head.edition_id for change in self._changes})
            rows = self.tr("%1 rows would change", "", len(self._changes))
            places = self.tr("in %1 articles", "", articles).replace("%1", f"{articles:,}")
            self.say(say_list([rows.replace("%1", f"{len(self._changes):,}"), places]))

    def _count(self) -> None:
        count = len(self.chosen())
        words = self.tr("Replace in %1 rows", "", count).replace("%1", f"{count:,}")
        self.replace.setText(words if count else self.tr("Replace"))
        self.replace.setEnabled(count > 0)

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(0, state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._count()

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]


def _is_on(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked


def _item(change: Change, *, is_here: bool) -> QTreeWidgetItem:
    where = str(change.number) if is_here else f"{change.head.headline} · {change.number}"
    marked = near_change(tracked(change.before, change.after))
    item = QTreeWidgetItem([where, ""])
    item.setToolTip(0, where)
    item.setCheckState(0, Qt.CheckState.Checked)
    item.setData(1, MARKED, marked)
    item.setData(1, Qt.ItemDataRole.AccessibleTextRole, f"{change.before} → {change.after}")
    item.setToolTip(1, change.after)
    return item


def near_change(marked: MarkedText) -> MarkedText:
    """Return the text from shortly before its first mark, so that the change is in sight."""
    first = min((mark.start for mark in marked.marks), default=0)
    cut = max(first - AROUND, 0)
    if not cut:
        return marked
    marks = tuple(Mark(mark.start - cut + 1, mark.length, mark.paint) for mark in marked.marks)
    return MarkedText(f"…{marked.text[cut:]}", marks)


class _ChangeDelegate(QStyledItemDelegate):
    """Paints a changed text in one line, what goes struck through and what comes underlined."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as usual and the text as rich text."""
        super().paint(painter, option, index)
        marked = index.data(MARKED)
        if not isinstance(marked, MarkedText):
            return
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setHtml(marked_html(marked, self._look))
        painter.save()
        rect = option.rect
        painter.setClipRect(rect)
        painter.translate(rect.left() + 6, rect.top() + (rect.height() - document.size().height()) / 2)
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for a line of room."""
        return QSize(super().sizeHint(option, index).width(), 30)
