"""The find bar: what is looked for, where and in which rows; replace one, or all after a preview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.finding import Search, Side
from workbench.errors import WorkbenchError
from workbench.text.searching import Finder, Words
from workbench.ui.editor.narrowing import Narrowing
from workbench.ui.labels import PlainLabel

SIDES = (frozenset({Side.TARGET}), frozenset({Side.SOURCE}), frozenset({Side.COMMENTS}), frozenset(Side))


class FindBar(QFrame):
    """Asks; the search itself walks the rows in `find_commands.py`."""

    searched = Signal(int)
    """+1 forwards, -1 backwards."""
    replaced = Signal()
    allReplaced = Signal()
    filtered = Signal(bool)
    """Whether only the rows in which something is found shall be shown."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.find_field, self.replace_field = _Field(), _Field()
        self.case, self.whole, self.pattern, self.exact = QCheckBox(), QCheckBox(), QCheckBox(), QCheckBox()
        self.sides, self.scope = QComboBox(), QComboBox()
        self.narrowing = Narrowing()
        self.rows_button = QToolButton()
        self._back, self._forth, self._close = QToolButton(), QToolButton(), QToolButton()
        self._one, self._every = QPushButton(), QPushButton()
        self._answer = PlainLabel(tone="muted")
        self._replacing = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Write the labels in the language of the interface."""
        self.find_field.set_name(self.tr("Find"))
        self.replace_field.set_name(self.tr("Replace with"))
        self.case.setText(self.tr("Case"))
        self.whole.setText(self.tr("Whole words"))
        self.pattern.setText(self.tr("Pattern"))
        self.exact.setText(self.tr("Exact characters"))
        self.exact.setToolTip(
            self.tr("Tell full-width from half-width characters, and Simplified from Traditional.")
        )
        self.rows_button.setText(self.tr("Only these rows"))
        self._one.setText(self.tr("Replace"))
        self._every.setText(self.tr("Replace all…"))
        self._name(self.sides, self.tr("Where to look"), self._words_of_sides())
        self._name(self.scope, self.tr("How far"), [self.tr("This article"), self.tr("Whole library")])
        names = {self._back: self.tr("Previous"), self._forth: self.tr("Next"), self._close: self.tr("Close")}
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def open(self, words: str, *, replaces: bool = False) -> None:
        """Show the bar with the selected words in it."""
        self._replacing.setVisible(replaces)
        if words:
            self.find_field.setText(words)
        self.show()
        self.find_field.setFocus()
        self.find_field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar, show all rows and go back to the text."""
        self.rows_button.setChecked(False)
        self.hide()
        self.left.emit()

    @property
    def words(self) -> Words:
        """What is looked for."""
        is_exact = self.exact.isChecked()
        return Words(
            self.find_field.text(),
            is_pattern=self.pattern.isChecked(),
            is_whole=self.whole.isChecked(),
            keeps_case=self.case.isChecked(),
            keeps_width=is_exact,
            keeps_script=is_exact,
        )

    @property
    def is_for_library(self) -> bool:
        """Whether all articles are meant, and not only the one that is open."""
        return self.scope.currentIndex() == 1

    def search(self, *, key: str, language: str) -> Search:
        """Return the whole question, for the article of that key or ("") the library."""
        sides = SIDES[self.sides.currentIndex()]
        return Search(self.words, sides, self.narrowing.conditions, language, key)

    def finder(self) -> Finder | None:
        """Return what finds the words; None, and the reason said, for a pattern that is not one."""
        try:
            return Finder(self.words)
        except WorkbenchError as error:
            self.say(error.sentence)
            return None

    def say(self, sentence: str) -> None:
        """Say something beside the field."""
        self._answer.setText(sentence)

    def say_nothing_found(self) -> None:
        """Tell that there is no such text."""
        self.say(self.tr("Not found"))

    def say_replaced(self, count: int) -> None:
        """Tell in how many rows something was replaced."""
        self.say(self.tr("Replaced in %1 rows", "", count).replace("%1", f"{count:,}"))

    def say_shown(self, count: int) -> None:
        """Tell how many rows are left."""
        self.say(self.tr("%1 rows", "", count).replace("%1", f"{count:,}"))

    def _words_of_sides(self) -> list[str]:
        return [
            self.tr("In the draft"),
            self.tr("In the source"),
            self.tr("In comments"),
            self.tr("Everywhere"),
        ]

    def _name(self, box: QComboBox, name: str, items: Sequence[str]) -> None:
        chosen = max(box.currentIndex(), 0)
        box.blockSignals(True)
        box.clear()
        box.addItems(list(items))
        box.setCurrentIndex(chosen)
        box.blockSignals(False)
        box.setAccessibleName(name)

    def _connect(self) -> None:
        self.find_field.entered.connect(self.searched)
        self.find_field.left.connect(self.close_bar)
        self.find_field.textChanged.connect(lambda _text: self._answer.setText(""))
        self.replace_field.entered.connect(lambda _step: self.replaced.emit())
        self.replace_field.left.connect(self.close_bar)
        self.rows_button.toggled.connect(self.filtered)
        for box in (self.case, self.whole, self.pattern, self.exact):
            box.toggled.connect(self._ask_again)
        self.sides.currentIndexChanged.connect(self._ask_again)
        self.narrowing.changed.connect(lambda: self.rows_button.setChecked(True))
        self.narrowing.changed.connect(self._ask_again)
        self.find_field.textChanged.connect(self._ask_again)
        self._back.clicked.connect(lambda: self.searched.emit(-1))
        self._forth.clicked.connect(lambda: self.searched.emit(1))
        self._close.clicked.connect(self.close_bar)
        self._one.clicked.connect(self.replaced)
        self._every.clicked.connect(self.allReplaced)

    def _ask_again(self) -> None:
        if self.rows_button.isChecked():
            self.filtered.emit(True)

    def _lay_out(self) -> None:
        self._back.setText("↑")
        self._forth.setText("↓")
        self._close.setText("✕")
        self.sides.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rows_button.setCheckable(True)
        self.rows_button.setProperty("role", "button")
        self.narrowing.setProperty("role", "button")
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(self._replacing)
        third.setContentsMargins(0, 0, 0, 0)
        _fill(first, self.find_field, self._back, self._forth, self.sides, self._answer)
        first.addWidget(self._close)
        _fill(second, self.case, self.whole, self.pattern, self.exact, self.narrowing, self.rows_button)
        _fill(third, self.replace_field, self._one, self.scope, self._every)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._replacing)


def _fill(line: QHBoxLayout, *widgets: QWidget) -> None:
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)


class _Field(QLineEdit):
    """A line: Enter goes on, Shift+Enter goes back, Esc leaves."""

    entered = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(220)

    def set_name(self, name: str) -> None:
        """Say what belongs here."""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search, leave, or type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
