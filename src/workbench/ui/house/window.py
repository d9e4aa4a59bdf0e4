"""The window of names, exceptions and known words, over a page for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from workbench.desk import deciding, spelling
from workbench.errors import Problem, WorkbenchError
from workbench.library.library import Library
from workbench.model.house import (
    Always,
    ExceptionValue,
    KnownWord,
    NameValue,
    StoredException,
    StoredWord,
    says_titles,
)
from workbench.ui.background import Background
from workbench.ui.house.forms import ExceptionForm, NameForm, WordForm
from workbench.ui.house.page import HousePage, Stored, Subject
from workbench.ui.labels import PlainLabel
from workbench.ui.theme import Theme


class HouseWindow(QDialog):
    """Names with their titles over time, what the checks accept for good, and the words spelling knows."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, background: Background, library: Library, by: int | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names and exceptions"))
        self.resize(900, 600)
        self.names = HousePage(theme, background, library, by, _names())
        self.exceptions = HousePage(theme, background, library, by, _exceptions())
        self.words = HousePage(theme, background, library, by, _words())
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Names and exceptions"))
        self.tabs.addTab(self.names, self.tr("Names"))
        self.tabs.addTab(self.exceptions, self.tr("Exceptions"))
        self.tabs.addTab(self.words, self.tr("Known words"))
        self.notice = PlainLabel(tone="muted", wraps=True)
        close = QDialogButtonBox()
        close.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(self.tr("Names and exceptions"), role="title"))
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.notice)
        layout.addWidget(close)
        for page in (self.names, self.exceptions, self.words):
            page.told.connect(self._tell)
            page.failed.connect(self._fail)
            page.ask()
        self.names.search.setFocus()

    def _tell(self, words: str) -> None:
        self.notice.set_tone("muted")
        self.notice.setText(words)

    def _fail(self, error: WorkbenchError) -> None:
        self.notice.set_tone("accent")
        self.notice.setText(error.sentence)


def _names() -> Subject[NameValue]:
    def cells(stored: Stored[NameValue]) -> tuple[str, ...]:
        value = stored.value
        return value.source, value.target, " | ".join(value.also), says_titles(value.titles), value.note

    def save(library: Library, by: int, value: NameValue, number: int) -> int:
        return deciding.save_name(library, by, value, name_id=number)

    def bring_in(library: Library, path: Path, by: int) -> tuple[int, list[Problem]]:
        return deciding.import_names(library, path, by=by)

    return Subject(
        "names",
        (
            QCoreApplication.translate("house", "Chinese"),
            QCoreApplication.translate("house", "English"),
            QCoreApplication.translate("house", "Also"),
            QCoreApplication.translate("house", "Titles"),
            QCoreApplication.translate("house", "Note"),
        ),
        frozenset({3}),
        (
            QCoreApplication.translate("house", "No names yet"),
            QCoreApplication.translate(
                "house", "Add people and places as the house writes them, with the titles they held and when."
            ),
        ),
        deciding.list_names,
        cells,
        NameForm,
        save,
        deciding.remove_names,
        bring_in,
        deciding.export_names,
    )


def _exceptions() -> Subject[ExceptionValue]:
    def read(library: Library, text: str) -> Sequence[StoredException]:
        return deciding.list_exceptions(library, text)

    def cells(stored: Stored[ExceptionValue]) -> tuple[str, ...]:
        value = stored.value
        kind = (
            QCoreApplication.translate("house", "trap")
            if value.kind is Always.TRAP
            else QCoreApplication.translate("house", "equivalence")
        )
        assert isinstance(stored, StoredException)
        day = stored.at.date().isoformat()
        return kind, value.source, value.target, value.reason, stored.person, day

    def save(library: Library, by: int, value: ExceptionValue, number: int) -> int:
        return deciding.save_exception(library, by, value, exception_id=number)

    def bring_in(library: Library, path: Path, by: int) -> tuple[int, list[Problem]]:
        return deciding.import_exceptions(library, path, by=by)

    return Subject(
        "exceptions",
        (
            QCoreApplication.translate("house", "Kind"),
            QCoreApplication.translate("house", "Chinese"),
            QCoreApplication.translate("house", "English"),
            QCoreApplication.translate("house", "Reason"),
            QCoreApplication.translate("house", "Person"),
            QCoreApplication.translate("house", "Date"),
        ),
        frozenset({3}),
        (
            QCoreApplication.translate("house", "No exceptions yet"),
            QCoreApplication.translate(
                "house",
                "Accept a finding “always” in the Editor, or add words that the checks shall pass over.",
            ),
        ),
        read,
        cells,
        ExceptionForm,
        save,
        deciding.remove_exceptions,
        bring_in,
        deciding.export_exceptions,
    )


def _words() -> Subject[KnownWord]:
    def cells(stored: Stored[KnownWord]) -> tuple[str, ...]:
        assert isinstance(stored, StoredWord)
        everywhere = QCoreApplication.translate("house", "the whole library")
        return stored.value.word, stored.article or everywhere, stored.person, stored.at.date().isoformat()

    def bring_in(library: Library, path: Path, by: int) -> tuple[int, list[Problem]]:
        return spelling.import_known(library, path, by=by)

    return Subject(
        "words",
        (
            QCoreApplication.translate("house", "Word"),
            QCoreApplication.translate("house", "Known in"),
            QCoreApplication.translate("house", "Person"),
            QCoreApplication.translate("house", "Date"),
        ),
        frozenset({1}),
        (
            QCoreApplication.translate("house", "No words yet"),
            QCoreApplication.translate(
                "house", "Add a word to a dictionary from the menu of a misspelt word in the Editor, or here."
            ),
        ),
        spelling.list_known,
        cells,
        WordForm,
        spelling.save_known,
        spelling.remove_known,
        bring_in,
        spelling.export_known,
    )
