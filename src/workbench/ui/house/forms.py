"""The forms in which a name with its titles, or an exception, is written and changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workbench.model.house import ExceptionValue, KnownWord, NameValue
from workbench.model.passage import HeldTitle
from workbench.ui.dialogs import Question
from workbench.ui.labels import PlainLabel

Fields = tuple[tuple[str, QWidget], ...]


class TitlesTable(QWidget):
    """The offices somebody held: Chinese, English, from, to; a line can be added and taken out."""

    def __init__(self, titles: tuple[HeldTitle, ...]) -> None:
        super().__init__()
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Chinese"), self.tr("English"), self.tr("from"), self.tr("to")]
        )
        self.table.setAccessibleName(self.tr("Titles"))
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(130)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 110), (2, 100), (3, 100)):
            self.table.setColumnWidth(column, width)
        add, remove = QPushButton(self.tr("Add a title")), QPushButton(self.tr("Take out"))
        add.setAutoDefault(False)
        remove.setAutoDefault(False)
        add.clicked.connect(self._add)
        remove.clicked.connect(lambda: self.table.removeRow(self.table.currentRow()))
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(remove)
        buttons.addStretch(1)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addRow(self.table)
        layout.addRow(buttons)
        for title in titles:
            self._append(title.source, title.target, _iso(title.valid_from), _iso(title.valid_to))

    def titles(self) -> tuple[HeldTitle, ...]:
        """Return the titles as they stand; raises `ValueError` with a text that is no date."""
        lines = [self._texts(row) for row in range(self.table.rowCount())]
        return tuple(HeldTitle(zh, en, _day(start), _day(end)) for zh, en, start, end in lines if zh or en)

    def _texts(self, row: int) -> list[str]:
        items = (self.table.item(row, column) for column in range(4))
        return [item.text().strip() if item is not None else "" for item in items]

    def _add(self) -> None:
        self._append("", "", "", "")
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, 0)
        self.table.edit(self.table.currentIndex())

    def _append(self, *texts: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            self.table.setItem(row, column, QTableWidgetItem(text))


class NameForm(Question):
    """Asks for a name, its other forms and its titles over time."""

    def __init__(self, parent: QWidget | None, value: NameValue | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(620)
        known = value or NameValue("", "")
        self.source, self.target = QLineEdit(known.source), QLineEdit(known.target)
        self.also = QLineEdit(" | ".join(known.also))
        self.also.setPlaceholderText(self.tr("other accepted forms, with | between two"))
        self.titles = TitlesTable(known.titles)
        self.note = QLineEdit(known.note)
        fields: Fields = (
            (self.tr("Chinese"), self.source),
            (self.tr("English"), self.target),
            (self.tr("Also"), self.also),
            (self.tr("Titles"), self.titles),
            (self.tr("Note"), self.note),
        )
        title = known.target or self.tr("Add a name")
        self.head(title, accept=self.tr("Save"))
        self.add_fields(fields)
        hint = self.tr("Dates are written 2016-09-05; an empty one leaves that end open.")
        self.body.addWidget(PlainLabel(hint, tone="muted", wraps=True))
        self.value = known

    def accept(self) -> None:
        """Close only when both forms are there and the dates are dates."""
        source, target = self.source.text().strip(), self.target.text().strip()
        try:
            titles = self.titles.titles()
        except ValueError as error:
            self.say_problem(self.tr("%1 is no date. Write it as 2016-09-05.").replace("%1", str(error)))
            return
        if not source or not target:
            self.say_problem(self.tr("A name needs its Chinese and its English form."))
        elif any(not title.source or not title.target for title in titles):
            self.say_problem(self.tr("A title needs its Chinese and its English."))
        else:
            also = tuple(part.strip() for part in self.also.text().split("|") if part.strip())
            self.value = NameValue(source, target, also, titles, self.note.text().strip())
            super().accept()


class ExceptionForm(Question):
    """Asks for a pair that the checks accept for good, with the reason."""

    def __init__(self, parent: QWidget | None, value: ExceptionValue | None = None) -> None:
        super().__init__(parent)
        known = value or ExceptionValue("")
        self.source, self.target = QLineEdit(known.source), QLineEdit(known.target)
        self.reason = QLineEdit(known.reason)
        fields: Fields = (
            (self.tr("Chinese"), self.source),
            (self.tr("English"), self.target),
            (self.tr("Reason"), self.reason),
        )
        title = self.tr("Add an exception") if value is None else self.tr("Change an exception")
        self.head(title, accept=self.tr("Save"))
        self.add_fields(fields)
        hint = self.tr(
            "Both: the Chinese may stand as this English. Chinese alone: it is no number and needs no English. "
            "English alone: these words stand as they are."
        )
        self.body.addWidget(PlainLabel(hint, tone="muted", wraps=True))
        self.value = known

    def accept(self) -> None:
        """Close only when there are words."""
        source, target = self.source.text().strip(), self.target.text().strip()
        if not source and not target:
            self.say_problem(self.tr("Write the Chinese words, the English words, or both."))
            return
        self.value = ExceptionValue(source, target, self.reason.text().strip(), self.value.check)
        super().accept()


class WordForm(Question):
    """Asks for a word that spelling shall know everywhere, or puts one right."""

    def __init__(self, parent: QWidget | None, value: KnownWord | None = None) -> None:
        super().__init__(parent)
        self.value = value or KnownWord("")
        self.word = QLineEdit(self.value.word)
        title = self.tr("Add a word") if value is None else self.tr("Change a word")
        self.head(title, accept=self.tr("Save"))
        self.add_fields(((self.tr("Word"), self.word),))
        hint = self.tr("Spelling takes it as right, with a capital or without.")
        self.body.addWidget(PlainLabel(hint, tone="muted", wraps=True))

    def accept(self) -> None:
        """Close only when there is a word."""
        word = self.word.text().strip()
        if not word:
            self.say_problem(self.tr("Write the word."))
            return
        self.value = KnownWord(word, self.value.key)
        super().accept()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(text) from error
