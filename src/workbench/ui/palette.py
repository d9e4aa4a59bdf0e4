"""The command palette: every act by name, in either language, with its key beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.ui.actions import Action, Actions, spelled
from workbench.ui.labels import PlainLabel
from workbench.ui.theme import Theme

ID = Qt.ItemDataRole.UserRole
ROWS, ROW_HEIGHT = 10, 34


class Palette(QDialog):
    """Lists the acts that can be done now; typing narrows, Return does the first or chosen one."""

    def __init__(self, window: QWidget, theme: Theme, actions: Actions) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Command palette"))
        self._actions = actions
        self._theme = theme
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("What do you want to do?"))
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._blank = _blank_icon()
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Command palette"))
        self._list.setUniformItemSizes(True)
        self._list.itemClicked.connect(lambda _: self._do())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        frame = 2 * self._list.frameWidth()
        self.setFixedSize(560, 26 + self._field.sizeHint().height() + ROWS * ROW_HEIGHT + frame)
        middle = window.mapToGlobal(window.rect().topLeft())
        self.move(middle.x() + (window.width() - 560) // 2, middle.y() + 90)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up, Down and Return work from the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                count = self._list.count()
                self._list.setCurrentRow((self._list.currentRow() + step) % count if count else -1)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do()
                return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Close and be gone, so that the keyboard goes back to the window."""
        super().done(result)
        self.deleteLater()

    def _narrow(self, text: str) -> None:
        self._list.clear()
        words = text.casefold().split()
        offered = [
            action
            for action, made in self._actions
            if made.isEnabled() and action.id != "tools.palette" and action.menu != "suggestions"
        ]
        found = [action for action in offered if all(word in _searched(action) for word in words)]
        for action in sorted(found, key=lambda action: not _begins(action, text.casefold().strip())):
            self._add(action)
        self._list.setCurrentRow(0 if self._list.count() else -1)

    def _add(self, action: Action) -> None:
        drawn = self._actions[action.id].icon()
        item = QListWidgetItem(self._blank if drawn.isNull() else drawn, spelled(action).rstrip("…"))
        item.setData(ID, action.id)
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self._list.addItem(item)
        key = PlainLabel(self._actions.shortcut(action.id), tone="muted")
        key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        key.setContentsMargins(0, 0, 12, 0)
        self._list.setItemWidget(item, key)

    def _do(self) -> None:
        if self._list.currentRow() >= 0:
            identity = str(self._list.currentItem().data(ID))
            self.accept()
            self._actions[identity].trigger()


def _blank_icon() -> QIcon:
    """An icon that shows nothing, so that names without one stand below the others."""
    drawn = QPixmap(16, 16)
    drawn.fill(Qt.GlobalColor.transparent)
    return QIcon(drawn)


def _searched(action: Action) -> str:
    return f"{spelled(action)} {action.label} {action.id}".casefold()


def _begins(action: Action, text: str) -> bool:
    return any(label.casefold().startswith(text) for label in (spelled(action), action.label))
