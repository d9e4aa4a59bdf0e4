"""Small questions: text to paste, a web address, a reason; and what came of an import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from workbench.errors import RefusedError, WorkbenchError
from workbench.sentences import verbatim
from workbench.ui.icons import icon, pixmap
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said, say_place
from workbench.ui.tables import framed_list
from workbench.ui.theme import Theme
from workbench.ui.words import say_list

if TYPE_CHECKING:
    from workbench.desk.importing import ImportReport
    from workbench.ui.assets import ExchangeResult


FIELDS = (QLineEdit, QPlainTextEdit, QListWidget, QComboBox, QAbstractSpinBox)
"""What a question is answered with first; ticks and tables have the focus only when a dialog gives it to them."""


BODY = 100
"""How much rather the body of a question grows than the room below it."""


class Question(QDialog):
    """A dialog with a title, a sentence, room for fields, and its buttons."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(480)
        self._title, self._sentence = (
            PlainLabel(role="title", wraps=True),
            PlainLabel(tone="muted", wraps=True),
        )
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._problem = PlainLabel(tone="accent", wraps=True)
        self._problem.hide()
        self.buttons = QDialogButtonBox()
        self.confirm = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setProperty("role", "primary")
        cancel = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addLayout(self.body, BODY)
        layout.addWidget(self._problem)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        cancel.setAutoDefault(False)
        self.confirm.setDefault(True)

    def head(self, title: str, sentence: str = "", *, accept: str) -> None:
        """Say what is asked, a sentence about it, and what the button that agrees is called."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.confirm.setText(accept)

    def add_fields(self, fields: Sequence[tuple[str, QWidget | QLayout]]) -> QFormLayout:
        """Put labelled fields below each other; each label names its field to a screen reader too."""
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        for words, field in fields:
            label = PlainLabel(words)
            if isinstance(field, QWidget):
                label.setBuddy(field)
                field.setAccessibleName(words)
            form.addRow(label, field)
        self.body.addLayout(form)
        return form

    def showEvent(self, event: QShowEvent) -> None:
        """Put the caret into the first field."""
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            width = max(
                self.width(), self.minimumSizeHint().width()
            )  # fields ask for more once they are styled
            self.resize(width, self.heightForWidth(width))  # wrapped lines ask for too much height
        for widget in self.findChildren(QWidget):
            is_field = isinstance(widget, FIELDS)
            is_part = isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
            if is_field and not is_part and widget.isVisibleTo(self) and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def done(self, result: int) -> None:
        """Close, and be gone once the answer has been read."""
        super().done(result)
        self.deleteLater()

    def say_problem(self, sentence: str) -> None:
        """Say what is missing, without closing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


class PasteQuestion(Question):
    """Asks for the text of a new article."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.head(self.tr("New article from pasted text"), accept=self.tr("Import"))
        self.resize(640, 460)
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("The first line is the headline."))
        self._text.setAccessibleName(self.tr("Text of the article"))
        for key in ["Ctrl+Return", "Ctrl+Enter"]:
            QShortcut(QKeySequence(key), self, self.accept)
        clipboard = QGuiApplication.clipboard()
        if len(clipboard.text()) > len("https://example.org") and not clipboard.text().startswith("http"):
            self._text.setPlainText(clipboard.text())
        self.body.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """What was pasted."""
        return self._text.toPlainText()

    def accept(self) -> None:
        """Close only when there is text."""
        if self.text.strip():
            super().accept()
        else:
            self.say_problem(self.tr("There is no text yet. Paste the article, headline first."))


class AddressQuestion(Question):
    """Asks for the web address of a new article."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        words = self.tr("The address of the Chinese page; headline, date and text are taken from it.")
        self.head(self.tr("New article from a web address"), words, accept=self.tr("Import"))
        self._address = QLineEdit()
        self._address.setPlaceholderText("https://")
        self._address.setAccessibleName(self.tr("Web address"))
        offered = QGuiApplication.clipboard().text().strip()
        if offered.startswith(("http://", "https://")) and len(offered.split()) == 1:
            self._address.setText(offered)
        self.body.addWidget(self._address)

    @property
    def address(self) -> str:
        """The address that was typed."""
        return self._address.text().strip()

    def accept(self) -> None:
        """Close only when it is an address of the web."""
        if self.address.lower().startswith(("http://", "https://")):
            super().accept()
        else:
            self.say_problem(self.tr("A web address begins with http:// or https://."))


class ReasonQuestion(Question):
    """Asks for a reason, from a short list or in the person's own words."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, reasons: list[str] | None = None
    ) -> None:
        super().__init__(parent)
        self.head(title, sentence, accept=title)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._list = framed_list(self.tr("Reasons that are often given"))
        self._list.addItems(reasons or [])
        self._list.setVisible(bool(reasons))
        self._list.setMaximumHeight(150)
        self._list.currentTextChanged.connect(self._reason.setText)
        self.body.addWidget(self._list)
        self.body.addWidget(self._reason)
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """The reason that was given."""
        return self._reason.text().strip()

    def accept(self) -> None:
        """Close only when there is a reason."""
        if self.reason:
            super().accept()
        else:
            self.say_problem(self.tr("A reason is needed; it is kept in the history."))


def number_field(least: int, most: int, value: int) -> QSpinBox:
    """Return a field for a whole number, its figures set in like the words of other fields."""
    field = QSpinBox()
    field.setRange(least, most)
    field.setValue(value)
    field.lineEdit().setTextMargins(6, 0, 0, 0)
    return field


def lay_out_notice(dialog: QDialog, title: str, body: QWidget) -> None:
    """Lay a notice out: its title, its body, and the button that closes it."""
    buttons = QDialogButtonBox()
    words = QCoreApplication.translate("dialogs", "Close")
    close = buttons.addButton(words, QDialogButtonBox.ButtonRole.RejectRole)
    close.setProperty("role", "primary")
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 22, 24, 20)
    layout.setSpacing(14)
    layout.addWidget(PlainLabel(title, role="title"))
    layout.addWidget(body, 1)
    layout.addWidget(buttons)


class Outcome(QDialog):
    """What came of bringing something in.

    `meant` is emitted when somebody wants what was held back, `splitAsked` when long sentences are to be cut,
    `undoAsked` when all is to be as before.
    """

    meant = Signal()
    splitAsked = Signal()
    undoAsked = Signal()

    def _end_with(
        self, layout: QVBoxLayout, *, meant: str, undo: str, split: str = "", copies: bool = True
    ) -> None:
        """Add the buttons below; those without words are left out."""
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setProperty("role", "primary")
        buttons.rejected.connect(self.reject)
        cut = self.tr("Cuts at commas and spaces. The paragraph stays whole when it is published.")
        for words, signal, hint in (
            (split, self.splitAsked, cut),
            (meant, self.meant, self.tr("A copy of the library is made first.") if copies else ""),
            (undo, self.undoAsked, ""),
        ):
            if words:
                button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
                button.setToolTip(hint)
                button.setAutoDefault(False)
                button.clicked.connect(self.accept)
                button.clicked.connect(signal.emit)
        close.setDefault(True)
        layout.addWidget(buttons)


class ImportResult(Outcome):
    """Lists what an import added, what was there already, what could not be read, and what was held back."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, report: ImportReport, *, may_undo: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.resize(680, 460)
        self._theme = theme
        self._list = framed_list(self.tr("Import"))
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        for one in report.added:
            self._add("check", "ok", one.headline or one.key, self.tr("added"))
        for one, _ in report.merged:
            self._add(
                "replace",
                "info",
                one.headline or one.key,
                self.tr("the original changed; finished work was kept"),
            )
        for one in report.unchanged:
            self._add("circle-dot", "muted", one.headline or one.key, self.tr("was here already"))
        for held in (*report.held, *report.long):
            self._add("warning", "warn", say_place(held) or self.tr("Pasted text"), said(held.message))
        for problem in report.problems:
            self._add("error", "accent", say_place(problem), said(problem.message))
        for path, dropped in report.dropped[:200]:
            words = self.tr("left out: %1").replace("%1", said(verbatim(dropped.reason)))
            self._add("minus", "muted", dropped.text[:120], f"{path} · {words}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self._heading(report), role="heading", wraps=True))
        layout.addWidget(self._list, 1)
        self._end_with(
            layout,
            meant=self.tr("Import it all the same") if report.held or report.long else "",
            split=self.tr("Split and import") if report.long else "",
            copies=bool(report.held),
            undo=self.tr("Undo the updates") if report.merged and may_undo else "",
        )

    def _heading(self, report: ImportReport) -> str:
        counts = (
            (len(report.added), self.tr("%1 added")),
            (len(report.merged), self.tr("%1 updated")),
            (len(report.unchanged), self.tr("%1 unchanged")),
            (len(report.held) + len(report.long), self.tr("%1 held back")),
            (len(report.problems), self.tr("%1 problems", "", len(report.problems))),
        )
        said = [words.replace("%1", f"{count:,}") for count, words in counts if count]
        return say_list(said) or self.tr("Nothing was found to import")

    def _add(self, name: str, tone: str, what: str, words: str) -> None:
        item = QListWidgetItem(icon(self._theme, name, tone), f"{what}\n{words}")
        self._list.addItem(item)


class ExchangeNotice(Outcome):
    """Says how much went in or out of the memory or the term base, and what was left out or held back."""

    def __init__(self, parent: QWidget | None, theme: Theme, name: str, result: ExchangeResult) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        problems = len(result.problems)
        counts = [self.tr("%1 entries", "", result.count).replace("%1", f"{result.count:,}")]
        if result.known:
            known = self.tr("%1 were there already", "", result.known)
            counts.append(known.replace("%1", f"{result.known:,}"))
        if problems:
            counts.append(self.tr("%1 problems", "", problems).replace("%1", f"{problems:,}"))
        heading = said(result.held) if result.held else say_list(counts)
        layout.addWidget(PlainLabel(heading, role="heading", wraps=True))
        if result.problems:
            listed = framed_list(self.tr("Problems"))
            for problem in result.problems[:200]:
                words = f"{say_place(problem)}\n{said(problem.message)}"
                listed.addItem(QListWidgetItem(icon(theme, "error", "accent"), words))
            layout.addWidget(listed, 1)
        self._end_with(
            layout,
            meant=self.tr("Take it in all the same") if result.again else "",
            undo=self.tr("Undo") if result.undo else "",
        )


class Notice(QDialog):
    """Says what happened, to what, and what to do; several reasons stand in a list."""

    def __init__(self, parent: QWidget | None, theme: Theme, error: WorkbenchError) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This did not work"))
        self.setMinimumWidth(460)
        reasons = (
            [said(reason.message) for reason in error.reasons] if isinstance(error, RefusedError) else []
        )
        mark = PlainLabel()
        mark.setPixmap(pixmap(theme, "warning", "warn", size=28, scale=self.devicePixelRatioF()))
        words = QVBoxLayout()
        heading = self.tr("This cannot be done yet:") if len(reasons) > 1 else error.sentence
        words.addWidget(PlainLabel(heading, role="heading", wraps=True))
        for reason in reasons if len(reasons) > 1 else []:
            words.addWidget(PlainLabel(f"• {reason}", wraps=True))
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setProperty("role", "primary")
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(buttons)


def ask_yes_no(parent: QWidget | None, title: str, sentence: str, yes: str, no: str) -> bool:
    """Ask a question with two answers; the careful one is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, title, sentence, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(no, QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is agreed
