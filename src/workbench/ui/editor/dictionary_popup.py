"""The little page of the dictionary beside a Chinese word: the house's words first, then the glosses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.desk.consulting import Consulted, HouseWord
from workbench.text.dictionary import DictionaryEntry
from workbench.ui.labels import PlainLabel

WORDS = Qt.ItemDataRole.UserRole
WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 360, 60, 300
GAP = 6


class DictionaryPopup(QFrame):
    """Lies over the rows. Enter inserts, Ctrl+C copies, Left and Right go to the next word, Esc closes.

    Shown for the pointer it takes no focus; shown for a key it does, and gives it back.
    """

    chosen = Signal(str)
    left = Signal()
    wordAsked = Signal(int)
    """The next (1) or the previous (-1) word of the sentence is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._shown: tuple[Consulted, QRect, bool] | None = None
        self.setProperty("role", "card")
        self.setObjectName("dictionary")
        self.head = PlainLabel(role="heading", wraps=True)
        self.list = _Meanings(self)
        self.hint = PlainLabel(tone="muted", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        for widget in (self.head, self.list, self.hint):
            layout.addWidget(widget)
        self.setFixedWidth(WIDTH)
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self.leave)
        self.list.wordAsked.connect(self.wordAsked)
        self.hide()

    def show_word(self, found: Consulted, beside: QRect, *, takes_focus: bool) -> None:
        """Show a word beside its place, in the coordinates of the parent."""
        self._shown = (found, beside, takes_focus)
        self._write(found, takes_focus=takes_focus)
        self._select_first()
        self._place(beside)
        self.show()
        self.raise_()
        if takes_focus:
            self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Write the word anew when the language of the interface changes."""
        if event.type() is QEvent.Type.LanguageChange and self._shown is not None and self.isVisible():
            found, beside, takes_focus = self._shown
            row = self.list.currentRow()
            self._write(found, takes_focus=takes_focus)
            self.list.setCurrentRow(row)
            self._place(beside)
        super().changeEvent(event)

    def _write(self, found: Consulted, *, takes_focus: bool) -> None:
        self.head.setText(_head(found))
        self.list.clear()
        for word in found.house:
            self._add_house(word)
        is_many = len(found.entries) > 1
        for entry in found.entries:
            if is_many:
                self._add_reading(entry)
            for gloss in entry.glosses:
                self._add(gloss, gloss)
        if not self.list.count():
            self._add_reading_text(self.tr("The dictionary does not know this word."))
        self.list.setAccessibleName(self.tr("Meanings of %1").replace("%1", found.word))
        self.list.setAccessibleDescription(_head(found))
        keys = self.tr("Enter inserts · Ctrl+C copies · ← → next word · Esc closes")
        self.hint.setText((keys + "\n" if takes_focus else "") + "CC-CEDICT · CC BY-SA 4.0")

    def leave(self) -> None:
        """Close and give the focus back."""
        had_focus = self.list.hasFocus()
        self.hide()
        if had_focus:
            self.left.emit()

    def _choose(self, words: str) -> None:
        self.leave()
        self.chosen.emit(words)

    def _add_house(self, word: HouseWord) -> None:
        kind = self.tr("name") if word.is_name else self.tr("term")
        for target in word.targets:
            said = self.tr("%1 %2: %3").replace("%1", kind).replace("%2", word.source).replace("%3", target)
            item = self._add(f"★ {target}", target, said)
            item.setToolTip(word.note or said)

    def _add_reading(self, entry: DictionaryEntry) -> None:
        self._add_reading_text(f"{_written(entry)} · {entry.pinyin}")

    def _add_reading_text(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add(self, shown: str, words: str, said: str = "") -> QListWidgetItem:
        item = QListWidgetItem(shown)
        item.setData(WORDS, words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said or words)
        self.list.addItem(item)
        return item

    def _select_first(self) -> None:
        rows = range(self.list.count())
        first = next((row for row in rows if self.list.item(row).data(WORDS)), -1)
        self.list.setCurrentRow(first)

    def _place(self, beside: QRect) -> None:
        """Stand below the word, or above it where there is no room."""
        self.list.setFixedHeight(self.list.wanted_height(WIDTH - 26))
        self.layout().activate()  # type: ignore[union-attr]  # it was set above
        self.resize(WIDTH, self.sizeHint().height())
        room = self._over.rect()
        x = min(max(beside.left() - 14, 4), room.width() - WIDTH - 4)
        y = beside.bottom() + GAP
        if y + self.height() > room.height() and beside.top() - GAP - self.height() >= 0:
            y = beside.top() - GAP - self.height()
        self.move(QPoint(x, y))


class _Meanings(QListWidget):
    """The meanings, to be walked through by arrow keys."""

    chosen = Signal(str)
    left = Signal()
    wordAsked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.itemClicked.connect(self._take)

    def wanted_height(self, width: int) -> int:
        """Return the height of all meanings at a width, within reason."""
        self.setFixedWidth(width)
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 4
        return min(max(height, LEAST_HEIGHT), MOST_HEIGHT)

    def sizeHint(self) -> QSize:
        """Return no more than the meanings need."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert, copy, go to the next word, close."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(self.currentItem())
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.wordAsked.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self._copy()
            case _:
                super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(WORDS):
            self.chosen.emit(str(item.data(WORDS)))

    def _copy(self) -> None:
        item = self.currentItem()
        if item.data(WORDS):
            QGuiApplication.clipboard().setText(str(item.data(WORDS)))


def _head(found: Consulted) -> str:
    """Write the word with its traditional form and its reading."""
    whole = [entry for entry in found.entries if found.word in {entry.simplified, entry.traditional}]
    if not whole:
        return found.word
    readings = " / ".join(dict.fromkeys(entry.pinyin for entry in whole))
    return f"{_written(whole[0])}   {readings}"


def _written(entry: DictionaryEntry) -> str:
    is_alike = entry.simplified == entry.traditional
    return entry.simplified if is_alike else f"{entry.simplified}（{entry.traditional}）"
