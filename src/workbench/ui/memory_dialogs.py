"""Questions about entries of the memory: another target, words to replace, a domain; and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from workbench.ui.dialogs import Question, lay_out_notice
from workbench.ui.labels import PlainLabel
from workbench.ui.tables import framed_list
from workbench.ui.words import say_language

if TYPE_CHECKING:
    from workbench.desk.remembering import Remembered
    from workbench.library.memory_upkeep import MemoryFigures


class EntryQuestion(Question):
    """Asks for another target of an entry, and a note."""

    def __init__(self, parent: QWidget | None, entry: Remembered, language: str = "en") -> None:
        super().__init__(parent)
        self.head(self.tr("Edit an entry of the memory"), accept=self.tr("Save"))
        self.resize(620, 380)
        self._target = QPlainTextEdit(entry.target)
        self._target.setTabChangesFocus(True)
        self._note = QLineEdit(entry.note)
        for key in ["Ctrl+Return", "Ctrl+Enter"]:
            QShortcut(QKeySequence(key), self, self.accept)
        self.body.addWidget(PlainLabel(entry.source, wraps=True))
        self.add_fields([(say_language(language), self._target), (self.tr("Note"), self._note)])

    @property
    def target(self) -> str:
        """The target as it stands now."""
        return self._target.toPlainText().strip()

    @property
    def note(self) -> str:
        """The note as it stands now."""
        return self._note.text().strip()

    def accept(self) -> None:
        """Close only with a target."""
        if self.target:
            super().accept()
        else:
            self.say_problem(self.tr("An entry needs a target. Retire it if it should not be used."))


class ReplaceQuestion(Question):
    """Asks which words to replace in the chosen targets, and shows what would become of them."""

    def __init__(self, parent: QWidget | None, entries: Sequence[Remembered]) -> None:
        super().__init__(parent)
        self.head(self.tr("Replace words in the chosen entries"), accept="")
        self.resize(680, 460)
        self._entries = entries
        self._find, self._put = QLineEdit(), QLineEdit()
        self._list = framed_list(self.tr("What would change"))
        self.add_fields([(self.tr("Find"), self._find), (self.tr("Replace with"), self._put)])
        self.body.addWidget(self._list, 1)
        for field in (self._find, self._put):
            field.textChanged.connect(lambda _: self._preview())
        self._preview()

    def planned(self) -> list[tuple[Remembered, str]]:
        """Return the entries that would change, with what would become of their targets."""
        find, put = self._find.text(), self._put.text()
        if not find:
            return []
        changed = [(entry, entry.target.replace(find, put)) for entry in self._entries]
        return [(entry, target) for entry, target in changed if target != entry.target and target.strip()]

    def _preview(self) -> None:
        planned = self.planned()
        self._list.clear()
        self._list.addItems([target for _, target in planned[:200]])
        words = self.tr("Change %1 entries", "", len(planned)).replace("%1", f"{len(planned):,}")
        self.confirm.setText(words if planned else self.tr("Change entries"))
        self.confirm.setEnabled(bool(planned))


class DomainQuestion(Question):
    """Asks for the domain of the chosen entries."""

    def __init__(self, parent: QWidget | None, known: Sequence[str]) -> None:
        super().__init__(parent)
        words = self.tr("Choose one or write a new one; leave it empty to take it away.")
        self.head(self.tr("Domain of the chosen entries"), words, accept=self.tr("Save"))
        self._domain = QComboBox()
        self._domain.setEditable(True)
        self._domain.addItems(["", *known])
        self._domain.setAccessibleName(self.tr("Domain"))
        self.body.addWidget(self._domain)
        self._domain.setFocus()

    @property
    def domain(self) -> str:
        """The domain that was typed or chosen."""
        return self._domain.currentText().strip()


class PairQuestion(Question):
    """Asks which of several languages are the source and the target of an import or export."""

    def __init__(self, parent: QWidget | None, languages: Sequence[str], *, accept: str) -> None:
        from workbench.desk.exchanging import usual_pair

        super().__init__(parent)
        words = self.tr("There are several languages. Other pairs are left out.")
        self.head(self.tr("Which pair of languages?"), words, accept=accept)
        self._source, self._target = QComboBox(), QComboBox()
        for box, usual in zip((self._source, self._target), usual_pair(languages), strict=True):
            for language in dict.fromkeys(languages):
                box.addItem(say_language(language), language)
            box.setCurrentIndex(max(box.findData(usual), 0))
        self.add_fields(
            [(self.tr("Source language"), self._source), (self.tr("Target language"), self._target)]
        )

    @property
    def pair(self) -> tuple[str, str]:
        """The languages of source and target as they are chosen now."""
        return self._source.currentData(), self._target.currentData()

    def accept(self) -> None:
        """Close only with two languages."""
        if len(set(self.pair)) == 2:
            super().accept()
        else:
            self.say_problem(self.tr("Choose two different languages."))


class FiguresNotice(QDialog):
    """Says how much there is in the memory and where it comes from."""

    def __init__(self, parent: QWidget | None, found: MemoryFigures) -> None:
        super().__init__(parent)
        from workbench.ui.memory_page import say_origin

        self.setWindowTitle(self.tr("Figures of the memory"))
        self.setMinimumWidth(440)
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        every = [
            (self.tr("Entries in use"), found.entries),
            (self.tr("Different sources"), found.sources),
            (self.tr("Source characters"), found.source_characters),
            (self.tr("Reviewed"), found.reviewed),
            (self.tr("Machine-made"), found.machine),
            (self.tr("Retired"), found.retired),
        ]
        every += [(say_origin(word), count) for word, count in found.origins]
        every += [(year or self.tr("no date"), count) for year, count in found.years[-12:]]
        for words, count in every:
            form.addRow(PlainLabel(words, tone="muted"), PlainLabel(f"{count:,}"))
        lay_out_notice(self, self.tr("Figures of the memory"), body)
