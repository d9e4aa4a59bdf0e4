"""Filling an article's empty rows from the window: which engine, how far, and what came of it."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.model.progress import Progress
from workbench.ui.activity_strip import ActivityStrip
from workbench.ui.assets import ExchangeResult
from workbench.ui.dialogs import ExchangeNotice, Question
from workbench.ui.labels import PlainLabel
from workbench.ui.library_desk import LibraryDesk
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.library.library import Library


def engines() -> list[tuple[str, str]]:
    """Return the engines a person may choose from: key and name."""
    return [
        ("memory", QCoreApplication.translate("engines", "Translation memory (exact sentences)")),
        (
            "offline",
            QCoreApplication.translate("engines", "Without network: memory, then terms, names and figures"),
        ),
        (
            "deepl",
            QCoreApplication.translate("engines", "DeepL (needs a key; the text leaves this computer)"),
        ),
        ("chat", QCoreApplication.translate("engines", "A language model with an OpenAI-compatible address")),
        ("ctranslate2", QCoreApplication.translate("engines", "A model on this computer (CTranslate2)")),
        ("sample", QCoreApplication.translate("engines", "The sample article’s own English")),
    ]


class EngineQuestion(Question):
    """Asks which engine shall fill the empty rows."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "", "", "")
        self.setWindowTitle(self.tr("Fill empty segments"))
        self._list = QListWidget()
        self._list.setMinimumHeight(180)
        self._list.setAccessibleName(self.tr("Engine"))
        for key, name in engines():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        sentence = self.tr(
            "Only empty rows are filled. What is filled stays a draft until a person confirms it."
        )
        self.body.addWidget(PlainLabel(self.tr("Fill empty segments"), role="title"))
        self.body.addWidget(PlainLabel(sentence, tone="muted", wraps=True))
        self.body.addWidget(self._list)
        self.confirm.setText(self.tr("Fill"))

    @property
    def engine(self) -> str:
        """The key of the chosen engine."""
        return str(self._list.currentItem().data(Qt.ItemDataRole.UserRole))


class Drafts(QObject):
    """Asks for an engine and runs it in the strip."""

    def __init__(self, window: QWidget, theme: Theme, strip: ActivityStrip) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._strip = strip

    def ask(self, desk: LibraryDesk, key: str, by: int | None) -> None:
        """Fill the empty rows of an article."""
        question = EngineQuestion(self._window)
        if question.exec():
            engine, library = question.engine, desk.library
            self._strip.run(
                self.tr("Filling empty rows"), lambda: _fill(library, by, key, engine), self._tell
            )

    def _tell(self, result: ExchangeResult) -> None:
        if result.problems or not result.count:
            ExchangeNotice(self._window, self._theme, self.tr("Fill empty segments"), result).open()


def _fill(
    library: Library, by: int | None, key: str, engine: str
) -> Generator[Progress, None, ExchangeResult]:
    from workbench.desk.drafting import DraftReport, draft

    report = DraftReport()
    yield from draft(library, by, key, engine, report)
    return ExchangeResult(report.filled, tuple(report.problems))
