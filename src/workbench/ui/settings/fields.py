"""The control for one setting, made from its declaration: a tick, a list, a folder, an order or a line of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.settings import Setting
from workbench.ui.settings.words import say_choice, say_engine

SWITCHES = ({"on", "off"}, {"yes", "no"})


class Field(QWidget):
    """A control that shows a value and tells of another one when it is left or chosen."""

    changed = Signal(str)

    def show_value(self, value: str) -> None:
        """Show a value without telling of it."""
        raise NotImplementedError

    def name(self, words: str) -> None:
        """Give the control its name for screen readers."""
        raise NotImplementedError


class SwitchField(Field):
    """A tick for what is on or off."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self._on, self._off = ("yes", "no") if "yes" in choices else ("on", "off")
        self.box = QCheckBox()
        self.box.clicked.connect(lambda is_on: self.changed.emit(self._on if is_on else self._off))
        layout = _line(self)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.setFocusProxy(self.box)

    def show_value(self, value: str) -> None:
        """Tick it when the value is the one for “on”."""
        self.box.setChecked(value == self._on)

    def name(self, words: str) -> None:
        """Name the tick."""
        self.box.setAccessibleName(words)


class ChoiceField(Field):
    """A list of the values there are."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.box = QComboBox()
        for value in setting.choices:
            self.box.addItem(say_choice(setting.name, value), value)
        self.box.installEventFilter(_StillWheel(self))
        self.box.activated.connect(lambda _: self.changed.emit(str(self.box.currentData())))
        _line(self).addWidget(self.box, 1)
        self.setFocusProxy(self.box)

    def show_value(self, value: str) -> None:
        """Choose the value."""
        self.box.setCurrentIndex(max(self.box.findData(value), 0))

    def name(self, words: str) -> None:
        """Name the list."""
        self.box.setAccessibleName(words)


class TextField(Field):
    """A line of text, told of when it is left or Return is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.editingFinished.connect(self._leave)
        self._shown = ""
        self.box = _line(self)
        self.box.addWidget(self.line, 1)
        self.setFocusProxy(self.line)

    def show_value(self, value: str) -> None:
        """Show the value from its beginning."""
        self._shown = value
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def name(self, words: str) -> None:
        """Name the line."""
        self.line.setAccessibleName(words)

    def _leave(self) -> None:
        if self.line.text() != self._shown:
            self._shown = self.line.text()
            self.changed.emit(self._shown)


class FolderField(TextField):
    """A folder, typed or chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.box.addWidget(self.choose)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self.line.text())
        if found:
            self.line.setText(found)
            self._leave()


class OrderField(Field):
    """Keys in an order: ticked ones count, and Alt+Up and Alt+Down or the arrows move them."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._labels = {key: say_engine(key, label) for key, label in keys}
        self.list = QListWidget()
        self.list.setProperty("role", "field")
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.installEventFilter(self)
        self.up, self.down = QToolButton(), QToolButton()
        for button, text, step, words in (
            (self.up, "↑", -1, self.tr("Earlier")),
            (self.down, "↓", 1, self.tr("Later")),
        ):
            button.setText(text)
            button.setProperty("role", "button")
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(lambda _=False, step=step: self._move(step))
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        layout = _line(self)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)

    def show_value(self, value: str) -> None:
        """Show the chosen keys in their order, then those that are not chosen."""
        chosen = [key.strip() for key in value.split(",") if key.strip()]
        current = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for key in dict.fromkeys([*chosen, *self._labels]):
            item = QListWidgetItem(self._labels.get(key, key))
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(max(current, 0))
        self.list.blockSignals(False)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * self.list.count() + 16)

    def name(self, words: str) -> None:
        """Name the list."""
        self.list.setAccessibleName(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the current line with Alt and an arrow."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if not 0 <= row + step < self.list.count():
            return
        self.list.blockSignals(True)
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)
        self.list.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        chosen = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        self.changed.emit(",".join(str(item.data(Qt.ItemDataRole.UserRole)) for item in chosen))


def field_for(setting: Setting, engines: Sequence[tuple[str, str]]) -> Field:
    """Return the control that fits a setting."""
    if setting.name == "engine_order":
        return OrderField(engines)
    if set(setting.choices) in SWITCHES:
        return SwitchField(setting.choices)
    if setting.choices:
        return ChoiceField(setting)
    return FolderField() if setting.name.endswith("_folder") else TextField()


class _StillWheel(QObject):
    """Keeps the wheel for scrolling: a list that is rolled over does not change."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page."""
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _line(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return layout
