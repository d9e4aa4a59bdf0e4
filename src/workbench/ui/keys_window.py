"""The window of keys: every act with its keys, recorded by pressing them, with presets and conflicts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.actions import (
    ACTIONS,
    COMMENT,
    EDITOR,
    EVERYWHERE,
    FORBIDDEN_KEYS,
    LIBRARY,
    MENUS,
    PUBLISH,
    REVIEW,
    Action,
    Actions,
    spelled,
    translated,
    unmarked,
)
from workbench.ui.keymap import PRESETS, Keymap, Keys
from workbench.ui.labels import PlainLabel
from workbench.ui.theme import Theme
from workbench.ui.window_state import WindowState

ID = Qt.ItemDataRole.UserRole
MODIFIERS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
}
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyField(QLineEdit):
    """Shows a key and takes the next one that is pressed; Delete takes it away, Tab goes on."""

    recorded = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setPlaceholderText(self.tr("Press a key"))

    def event(self, event: QEvent) -> bool:
        """Keep every key from the window's own shortcuts while one is being recorded."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record a key."""
        key = Qt.Key(event.key())
        if key in MODIFIERS:
            return
        if (
            key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
            and not event.modifiers() & COMMANDS
        ):
            super().keyPressEvent(event)
            return
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.modifiers():
            self.recorded.emit("")
            return
        name = portable(event)
        if is_usable(event, name):
            self.recorded.emit(name)
        else:
            self.refused.emit(name)


def portable(event: QKeyEvent) -> str:
    """Return a key in the portable spelling of the table, without the mark of the number pad."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    combination = QKeyCombination(modifiers, Qt.Key(event.key()))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


def is_usable(event: QKeyEvent, name: str) -> bool:
    """Tell whether a key may be bound: not what is typed with, and nothing of the input method's."""
    is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    is_command = bool(event.modifiers() & COMMANDS)
    return bool(name) and name not in FORBIDDEN_KEYS and (is_command or is_function)


class KeysWindow(QDialog):
    """Changes take effect at once and are kept with the person's window settings."""

    def __init__(self, parent: QWidget | None, theme: Theme, actions: Actions, state: WindowState) -> None:
        super().__init__(parent)
        self._theme, self._actions, self._state = theme, actions, state
        self._keymap = state.keymap
        self._wanted: tuple[Action, Keys] | None = None
        self.setWindowTitle(self.tr("Keys"))
        self.resize(820, 640)
        self.presets = QComboBox()
        self.presets.setAccessibleName(self.tr("Preset"))
        for name, label in PRESETS.items():
            self.presets.addItem(label, name)
        self.presets.setCurrentIndex(self.presets.findData(self._keymap.preset))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find an act or a key"))
        self.search.setAccessibleName(self.tr("Find an act or a key"))
        self.list = self._make_list()
        self.first, self.second = KeyField(), KeyField()
        self.first.setAccessibleName(self.tr("Key"))
        self.second.setAccessibleName(self.tr("Second key"))
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setToolTip(self.tr("Give this act the keys of the preset again"))
        self.note = PlainLabel(role="note", wraps=True)
        self.note.setMinimumHeight(40)
        self.take = QPushButton(self.tr("Take it from there"))
        self.leave = QPushButton(self.tr("Leave it"))
        self._lay_out()
        self._connect()
        self._fill()
        self._ask_nothing()

    @property
    def keymap(self) -> Keymap:
        """The keys as they are now."""
        return self._keymap

    def done(self, result: int) -> None:
        """Close and be gone."""
        super().done(result)
        self.deleteLater()

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("Acts and their keys"))
        made.setColumnCount(4)
        made.setHeaderLabels([self.tr("Act"), self.tr("Menu"), self.tr("Key"), self.tr("Second key")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setStretchLastSection(False)
        for column, width in ((1, 110), (2, 150), (3, 150)):
            made.setColumnWidth(column, width)
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(PlainLabel(self.tr("Preset")))
        head.addWidget(self.presets)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        for label, field in ((self.tr("Key"), self.first), (self.tr("Second key"), self.second)):
            row.addWidget(PlainLabel(label))
            row.addWidget(field, 1)
        row.addWidget(self.reset)
        layout.addLayout(row)
        warning = QHBoxLayout()
        warning.addWidget(self.note, 1)
        warning.addWidget(self.take)
        warning.addWidget(self.leave)
        layout.addLayout(warning)
        buttons = QDialogButtonBox()
        self.reset_all = buttons.addButton(self.tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setProperty("role", "primary")
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        for button in (self.reset, self.take, self.leave, self.reset_all, close):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.presets.activated.connect(lambda _index: self._choose_preset())
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self.list.itemActivated.connect(lambda _item, _column: self.first.setFocus())
        self.first.recorded.connect(lambda key: self._record(0, key))
        self.second.recorded.connect(lambda key: self._record(1, key))
        for field in (self.first, self.second):
            field.refused.connect(self._refuse)
        self.reset.clicked.connect(self._reset_current)
        self.reset_all.clicked.connect(lambda: self._use(Keymap(self._keymap.preset)))
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._show_current)

    def _fill(self) -> None:
        menus = {name: unmarked(translated(label)) for name, label in MENUS}
        for action in ACTIONS:
            item = QTreeWidgetItem([spelled(action), menus.get(action.menu, menus["segment"]), "", ""])
            item.setData(0, ID, action.id)
            self.list.addTopLevelItem(item)
        self._write_keys()
        self.list.setCurrentItem(next(iter(self._items())))

    def _items(self) -> Iterable[QTreeWidgetItem]:
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return (item for item in items if item is not None)

    def _write_keys(self) -> None:
        keys = self._keymap.keys()
        for item in self._items():
            own = item.data(0, ID)
            for place in (0, 1):
                item.setText(2 + place, native(keys[own][place]) if len(keys[own]) > place else "")
            font = item.font(0)
            font.setBold(own in self._keymap.changed)
            item.setFont(0, font)
            item.setToolTip(0, self.tr("Changed by you") if own in self._keymap.changed else "")

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._items():
            said = " ".join(item.text(column) for column in range(4)).casefold()
            item.setHidden(not all(word in said for word in words))
        shown = next((item for item in self._items() if not item.isHidden()), None)
        current = self.list.currentItem()
        if shown is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(shown)

    def _current(self) -> Action | None:
        item = self.list.currentItem()
        return None if item is None else next(each for each in ACTIONS if each.id == item.data(0, ID))

    def _show_current(self) -> None:
        action = self._current()
        keys = self._keymap.keys()[action.id] if action is not None else ()
        for place, field in enumerate((self.first, self.second)):
            field.setText(native(keys[place]) if len(keys) > place else "")
        self._ask_nothing()

    def _ask_nothing(self) -> None:
        self._wanted = None
        self.note.set_tone("muted")
        self.note.setText(self.tr("Choose an act, then press its key in the field. Delete takes a key away."))
        self.take.hide()
        self.leave.hide()

    def _refuse(self, name: str) -> None:
        self.note.set_tone("warn")
        if name in FORBIDDEN_KEYS:
            words = self.tr("%1 belongs to the input method and stays free.")
        else:
            words = self.tr("%1 alone types something. Press it together with Ctrl or Alt.")
        self.note.setText("⚠ " + words.replace("%1", native(name)))

    def _record(self, place: int, key: str) -> None:
        action = self._current()
        if action is None:
            return
        keys = [*self._keymap.keys()[action.id]]
        keys[place : place + 1] = [key] if key else []
        wanted = tuple(dict.fromkeys(keys))
        others = self._keymap.taken_by(action.id, key) if key else []
        if not others:
            self._use(self._keymap.with_keys(action.id, wanted))
            return
        self._wanted = (action, wanted)
        (self.first, self.second)[place].setText(native(key))
        self.note.set_tone("warn")
        self.note.setText("⚠ " + self._say_taken(key, others))
        self.take.show()
        self.leave.show()

    def _say_taken(self, key: str, others: list[Action]) -> str:
        named = [
            self.tr("“%1” (%2)").replace("%1", spelled(each)).replace("%2", self._say_places(each))
            for each in others
        ]
        words = self.tr("%1 is taken by %2.")
        return words.replace("%1", native(key)).replace("%2", self.tr(", ").join(named))

    def _say_places(self, action: Action) -> str:
        names = {
            LIBRARY: self.tr("Library"),
            EDITOR: self.tr("Editor"),
            REVIEW: self.tr("Review"),
            PUBLISH: self.tr("Publish"),
            COMMENT: self.tr("Field of a comment"),
        }
        if action.places == EVERYWHERE:
            return self.tr("everywhere")
        return self.tr(", ").join(label for place, label in names.items() if place in action.places)

    def _take(self) -> None:
        if self._wanted is not None:
            action, keys = self._wanted
            self._use(self._keymap.take(action.id, keys))
            self.list.setFocus()

    def _reset_current(self) -> None:
        action = self._current()
        if action is not None:
            back = self._keymap.reset(action.id)
            self._use(back.take(action.id, back.keys()[action.id]))

    def _choose_preset(self) -> None:
        self._use(Keymap(str(self.presets.currentData()), self._keymap.changed))

    def _use(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self._state.keymap = keymap
        self._actions.use_keys(keymap.keys())
        self._write_keys()
        self._show_current()


def native(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
