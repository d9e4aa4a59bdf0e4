"""The dialogs of an office: who gets an article until when, and how many articles are published at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.model.kinds import Role
from workbench.model.rows import PersonRow
from workbench.ui.dialogs import Question
from workbench.ui.icons import icon
from workbench.ui.labels import PlainLabel
from workbench.ui.publish.format_box import FormatBox
from workbench.ui.tables import framed_list
from workbench.ui.theme import Theme
from workbench.ui.words import say_list, say_role

NEVER = QDate(2000, 1, 1)
"""What the field for a day shows as “no date”."""
TURNS = (Role.TRANSLATOR, Role.REVIEWER, Role.EDITOR)


@dataclass(frozen=True, slots=True)
class Assigning:
    """What a person decided for a role: to whom ("" for nobody), until when, and why."""

    role: Role
    name: str
    due: date | None
    reason: str


class DayField(QDateEdit):
    """A day that Tab leaves at once: Qt goes through its parts, and never comes out of words that stand for no day."""

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go on to the next field."""
        parent = self.parentWidget()
        return parent is not None and parent.focusNextPrevChild(is_next)


class AssignQuestion(Question):
    """Asks who shall translate, review and publish, and until when; only what was changed is done."""

    def __init__(
        self,
        parent: QWidget | None,
        people: Sequence[PersonRow],
        held: Mapping[Role, tuple[str, date | None]],
        count: int,
    ) -> None:
        super().__init__(parent)
        words = self.tr("For %1 articles; what you leave as it is stays.").replace("%1", f"{count:,}")
        self.head(self.tr("Assign or hand over"), words if count > 1 else "", accept=self.tr("Assign"))
        self._held = held
        self.names: dict[Role, QComboBox] = {}
        self.days: dict[Role, DayField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for line, role in enumerate(TURNS):
            self._add(grid, line, role, [p for p in people if role in p.roles and p.is_active])
        self.body.addLayout(grid)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why it is handed over (kept in the history)"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.body.addWidget(self.reason)

    def decided(self) -> list[Assigning]:
        """Return what is to be changed."""
        found = []
        for role in TURNS:
            name, due = self.names[role].currentData(), self._day(role)
            if name is not None and (name, due) != self._held.get(role, ("", None)):
                found.append(Assigning(role, name, due, self.reason.text().strip()))
        return found

    def _day(self, role: Role) -> date | None:
        day = self.days[role].date()
        return None if day == NEVER else date(day.year(), day.month(), day.day())

    def _add(self, grid: QGridLayout, line: int, role: Role, people: Sequence[PersonRow]) -> None:
        name, due = self._held.get(role, ("", None))
        names = self.names[role] = QComboBox()
        names.setAccessibleName(say_role(role))
        names.addItem(self.tr("nobody"), "")
        for person in people:
            names.addItem(person.name, person.name)
        names.setCurrentIndex(max(names.findData(name), 0))
        day = self.days[role] = DayField(QDate(due.year, due.month, due.day) if due else NEVER)
        day.setMinimumDate(NEVER)
        day.setSpecialValueText(self.tr("no date"))
        day.setDisplayFormat("yyyy-MM-dd")
        day.setCalendarPopup(True)
        day.setMaximumHeight(names.sizeHint().height())
        day.setAccessibleName(self.tr("Due: %1").replace("%1", say_role(role)))
        label = PlainLabel(_as_label(say_role(role)))
        label.setBuddy(names)
        for column, widget in enumerate((label, names, day)):
            grid.addWidget(widget, line, column)
        grid.setColumnStretch(1, 1)


def _as_label(word: str) -> str:
    """Return a word as it begins a line of a form."""
    return word[:1].upper() + word[1:]


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What a person decided: which formats, by which template, into which folder."""

    formats: tuple[str, ...]
    template: str
    folder: Path


class BatchQuestion(Question):
    """Asks how the chosen articles shall be published; what is not ready is refused one by one, with its reasons."""

    def __init__(
        self, parent: QWidget | None, titles: Sequence[str], templates: Sequence[str], folder: str
    ) -> None:
        super().__init__(parent)
        title = self.tr("Publish %1 articles", "", len(titles)).replace("%1", f"{len(titles):,}")
        sentence = self.tr(
            "Every article goes through the checklist. What is not ready stays out, with its reasons."
        )
        self.head(title, sentence, accept=self.tr("Publish"))
        self.formats = FormatBox(("html", "docx"), (0, 0, 0, 6))
        self.formats.show_templates(templates, next(iter(templates), ""))
        self.formats.more.toggled.connect(self._fit)
        self.folder = QLineEdit(folder)
        self.folder.setAccessibleName(self.tr("Folder"))
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.folder, 1)
        line.addWidget(browse)
        self.body.addWidget(self.formats)
        self.add_fields([(self.tr("Folder"), line)])

    @property
    def order(self) -> BatchOrder:
        """What was decided."""
        return BatchOrder(
            tuple(self.formats.chosen()),
            self.formats.template.currentText(),
            Path(self.folder.text().strip()),
        )

    def accept(self) -> None:
        """Close only when there is a format and a folder."""
        if not self.order.formats:
            self.say_problem(self.tr("Tick at least one format."))
        elif not self.folder.text().strip():
            self.say_problem(self.tr("Choose a folder for the files."))
        else:
            super().accept()

    def _fit(self) -> None:
        """Grow or shrink with what is unfolded."""
        for widget in (self.formats, self):
            if (layout := widget.layout()) is not None:
                layout.invalidate()
                layout.activate()
        self.adjustSize()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the files"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)


class BatchNotice(QDialog):
    """Says how many articles were published and, for each of the others, every reason why not.

    `counts` are the articles published, those chosen, and the files written.
    """

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        counts: tuple[int, int, int],
        lines: Sequence[tuple[str, str]],
        folder: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Publish"))
        self.setMinimumSize(560, 240)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self._heading(*counts), role="title", wraps=True))
        words = self.tr("The files, their manifest and a report are in %1").replace("%1", folder)
        layout.addWidget(PlainLabel(words, tone="muted", wraps=True))
        if lines:
            self.list = framed_list(self.tr("Not published"))
            for title, why in lines:
                self.list.addItem(QListWidgetItem(icon(theme, "error", "accent"), f"{title}\n{why}"))
            layout.addWidget(self.list, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setProperty("role", "primary")
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons, 0, Qt.AlignmentFlag.AlignBottom)
        close.setFocus()

    def _heading(self, published: int, chosen: int, files: int) -> str:
        words = self.tr("%1 of %2 articles published", "", chosen)
        written = self.tr("%1 files written", "", files).replace("%1", f"{files:,}")
        return say_list([words.replace("%1", f"{published:,}").replace("%2", f"{chosen:,}"), written])
