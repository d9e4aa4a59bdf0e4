"""Asking how empty segments shall be filled, and saying what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.errors import Problem
from workbench.sentences import Sentence, counted, say
from workbench.ui.background import Background
from workbench.ui.dialogs import Question
from workbench.ui.icons import icon
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.settings.words import say_engine
from workbench.ui.tables import framed_list
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.desk.accounts import Waiting
    from workbench.desk.engaging import Offer
    from workbench.library.library import Library

SHOWN = 6
"""Engines that are seen without scrolling."""
FRAME_PX = 12
"""What the list needs above and below its lines."""


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What a person decided: which engine, for which articles, how far, and whether text may leave for it."""

    engine: str
    keys: tuple[str, ...]
    most_characters: int | None = None
    allows_host: str = ""


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """What came of a draft, in figures; `usage` is what the account says afterwards."""

    filled: int
    articles: int
    kept: int = 0
    characters: int = 0
    contradictions: int = 0
    usage: str = ""
    is_stopped: bool = False
    problems: tuple[Problem, ...] = field(default=())


def say_offer(offer: Offer) -> str:
    """Return a line about an engine: its name, and under it what it does and whether text leaves the computer."""
    about = {
        "memory": QCoreApplication.translate("drafting", "Exact sentences, from this library alone"),
        "offline": QCoreApplication.translate(
            "drafting", "Memory, then terms, names and figures to fill in between"
        ),
        "deepl": QCoreApplication.translate(
            "drafting", "Whole paragraphs with your terms; the text leaves this computer"
        ),
        "chat": QCoreApplication.translate(
            "drafting", "Told your terms and style; an OpenAI-compatible address"
        ),
        "ctranslate2": QCoreApplication.translate("drafting", "A CTranslate2 model; the text stays here"),
        "sample": QCoreApplication.translate("drafting", "The sample article’s own English"),
    }
    other = QCoreApplication.translate("drafting", "From another package")
    return f"{say_engine(offer.key, offer.label)}\n{about.get(offer.key, other)}"


class DraftQuestion(Question):
    """Asks which engine shall fill the empty rows of one article or many, and what it may cost."""

    settings_asked = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        background: Background,
        library: Library,
        keys: Sequence[str],
        *,
        may_allow: bool,
    ) -> None:
        super().__init__(parent)
        self._background, self._library, self._keys = background, library, tuple(keys)
        self._may_allow = may_allow
        self._offers: list[Offer] = []
        title = self.tr("Fill empty segments")
        if len(keys) > 1:
            title = self.tr("Draft %1 articles").replace("%1", f"{len(keys):,}")
        sentence = self.tr(
            "Only empty rows are filled. What is filled stays a draft until a person confirms it."
        )
        self.head(title, sentence, accept=self.tr("Fill"))
        self.list = framed_list(self.tr("Engine"))
        self.list.currentRowChanged.connect(lambda _: self._tell())
        self.list.itemActivated.connect(self.accept)
        self.amount = PlainLabel(self.tr("Counting…"), tone="muted", wraps=True)
        self.usage = PlainLabel(tone="muted", wraps=True)
        self.missing = PlainLabel(tone="warn", wraps=True)
        self.settings = QPushButton(self.tr("Open the settings of engines"))
        self.settings.setProperty("role", "link")
        self.settings.setAutoDefault(False)
        self.settings.clicked.connect(self._to_settings)
        self.leaving = PlainLabel(tone="warn", wraps=True)
        self.allow = QCheckBox(self.tr("Texts of this library may be sent to draft servers"))
        self.allow.toggled.connect(lambda _: self._tell())
        self.limit = QLineEdit()
        self.limit.setValidator(QIntValidator(0, 999_999_999, self.limit))
        self.limit.setFixedWidth(120)
        self.limit.setAccessibleName(self.tr("Characters at most"))
        self._limit_line = QWidget()
        self._lay_out()
        self.confirm.setEnabled(False)
        self._ask()

    @property
    def order(self) -> DraftOrder:
        """What was decided."""
        offer = self._offers[self.list.currentRow()]
        text = self.limit.text().replace(",", "")
        is_limited = offer.is_remote and text.isdigit() and int(text) > 0
        host = offer.sending.host if offer.sending is not None and self.allow.isChecked() else ""
        return DraftOrder(offer.key, self._keys, int(text) if is_limited else None, host)

    @property
    def is_ready(self) -> bool:
        """Whether the engines are listed."""
        return bool(self._offers)

    def choose(self, key: str) -> None:
        """Choose an engine."""
        keys = [offer.key for offer in self._offers]
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)

    def accept(self) -> None:
        """Close only when the chosen engine can be used."""
        if self.confirm.isEnabled():
            super().accept()

    def _ask(self) -> None:
        library, keys = self._library, self._keys

        def read() -> tuple[list[Offer], str]:
            from workbench.desk.engaging import offers
            from workbench.desk.settling import read_settings

            return offers(library), read_settings(library)["draft_limit"]

        def count() -> Waiting:
            from workbench.desk.accounts import waiting_for_draft

            return waiting_for_draft(library, keys)

        self._background.look_up("drafts.engines", read, self._show)
        self._background.look_up("drafts.amount", count, self._show_amount)

    def _show(self, found: tuple[list[Offer], str]) -> None:
        self._offers, limit = found
        for offer in self._offers:
            self.list.addItem(QListWidgetItem(say_offer(offer)))
        heights = [self.list.sizeHintForRow(row) for row in range(min(len(self._offers), SHOWN))]
        self.list.setFixedHeight(sum(heights) + FRAME_PX)
        self.limit.setText("" if limit == "0" else limit)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _show_amount(self, waiting: Waiting) -> None:
        self.amount.setText(_say_waiting(waiting))
        self.adjustSize()  # what was looked up arrives in any order; the dialog fits all of it

    def _tell(self) -> None:
        if not 0 <= self.list.currentRow() < len(self._offers):
            return
        offer = self._offers[self.list.currentRow()]
        self.missing.setText(
            self.tr("This engine has to be set up first: it needs a key, a server or a model.")
        )
        for widget in (self.missing, self.settings):
            widget.setVisible(not offer.is_ready)
        self._tell_leaving(offer)
        self._limit_line.setVisible(offer.is_remote and len(self._keys) > 1)
        is_allowed = offer.sending is None or self.allow.isChecked()
        self.confirm.setEnabled(offer.is_ready and is_allowed)
        self.usage.hide()
        if offer.key == "deepl" and offer.is_ready:
            self._ask_usage(offer.key)

    def _tell_leaving(self, offer: Offer) -> None:
        self.leaving.setVisible(offer.sending is not None)
        self.allow.setVisible(offer.sending is not None and self._may_allow)
        if offer.sending is None:
            return
        words = self.tr("Nothing has left this library so far. The text would be sent to %1.")
        if not self._may_allow:
            words += " " + self.tr("An admin has to allow that, here or under Settings.")
        self.leaving.setText(words.replace("%1", offer.sending.host))

    def _ask_usage(self, key: str) -> None:
        library = self._library

        def read() -> str:
            from workbench.desk.accounts import usage_of

            return usage_of(library, key) or ""

        self._background.look_up("drafts.usage", read, self._show_usage)

    def _show_usage(self, sentence: str) -> None:
        self.usage.setText(said(sentence))
        self.usage.setVisible(bool(sentence))

    def _to_settings(self) -> None:
        self.reject()
        self.settings_asked.emit()

    def _lay_out(self) -> None:
        self.setMinimumWidth(560)
        line = QHBoxLayout(self._limit_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(PlainLabel(self.tr("Characters at most (empty: no limit)")))
        line.addWidget(self.limit)
        line.addStretch(1)
        self.body.addWidget(self.list)
        link = QHBoxLayout()
        link.addWidget(self.settings)
        link.addStretch(1)
        self.body.addWidget(self.amount)
        self.body.addWidget(self.usage)
        self.body.addWidget(self._limit_line)
        self.body.addWidget(self.missing)
        self.body.addLayout(link)
        self.body.addWidget(self.leaving)
        self.body.addWidget(self.allow)
        for widget in (self.usage, self._limit_line, self.missing, self.settings, self.leaving, self.allow):
            widget.hide()


def _say_waiting(waiting: Waiting) -> Sentence:
    if not waiting.rows:
        return say("There is no empty row.")
    rows = counted("{count:,} empty row", "{count:,} empty rows", waiting.rows)
    articles = counted("{count:,} article", "{count:,} articles", waiting.articles)
    return say(
        "Empty in {articles}: {rows} with {characters:,} characters.",
        articles=articles,
        rows=rows,
        characters=waiting.characters,
    )


class DraftNotice(QDialog):
    """Says how much was filled, what it cost, what to look at, and what went wrong; a stopped queue can go on."""

    def __init__(self, parent: QWidget | None, theme: Theme, outcome: DraftOutcome) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fill empty segments"))
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(self._heading(outcome), role="title", wraps=True))
        for words, tone in self._lines(outcome):
            layout.addWidget(PlainLabel(words, tone=tone, wraps=True))
        if outcome.problems:
            layout.addWidget(_problems(theme, outcome.problems, self.tr("Problems")), 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        if outcome.is_stopped:
            again = buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
            buttons.accepted.connect(self.accept)
            close.setAutoDefault(False)
            again.setProperty("role", "primary")
        else:
            close.setProperty("role", "primary")
        layout.addWidget(buttons)
        (again if outcome.is_stopped else close).setFocus()

    def done(self, result: int) -> None:
        """Close, and be gone."""
        super().done(result)
        self.deleteLater()

    def _heading(self, outcome: DraftOutcome) -> str:
        if not outcome.filled:
            return self.tr("No row was filled")
        words = self.tr("%1 rows were filled", "", outcome.filled)
        if outcome.articles > 1:
            words = self.tr("%1 rows were filled in %2 articles")
        return words.replace("%1", f"{outcome.filled:,}").replace("%2", f"{outcome.articles:,}")

    def _lines(self, outcome: DraftOutcome) -> list[tuple[str, str]]:
        lines = []
        if outcome.is_stopped:
            words = self.tr("It was stopped. What is done stays; going on asks nothing twice.")
            lines.append((words, ""))
        if outcome.contradictions:
            words = self.tr(
                "%1 of them contradict their source. They are underlined in the text.",
                "",
                outcome.contradictions,
            )
            lines.append((words.replace("%1", f"{outcome.contradictions:,}"), "warn"))
        if outcome.kept:
            words = self.tr("%1 came from earlier answers and cost nothing.")
            lines.append((words.replace("%1", f"{outcome.kept:,}"), "muted"))
        if outcome.characters:
            words = self.tr("%1 characters were sent.", "", outcome.characters).replace(
                "%1", f"{outcome.characters:,}"
            )
            lines.append((f"{words} {outcome.usage}".strip(), "muted"))
        return lines


def _problems(theme: Theme, problems: Sequence[Problem], name: str) -> QListWidget:
    listed = framed_list(name)
    listed.setMinimumHeight(120)
    for problem in problems[:200]:
        words = "\n".join(filter(None, [problem.path, said(problem.message)]))
        listed.addItem(QListWidgetItem(icon(theme, "error", "accent"), words))
    return listed
