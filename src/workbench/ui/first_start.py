"""The first start: three questions, and the sample article on request."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from workbench.model.kinds import Role
from workbench.ui.dialogs import Question

QUEUES = {Role.TRANSLATOR: "drafts", Role.REVIEWER: "review", Role.EDITOR: "ready"}
"""The queue that each kind of work begins in."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What the first person of a library answered; `place` is where it shall be kept."""

    name: str
    name_zh: str
    role: Role
    place: str
    wants_sample: bool

    @property
    def queue(self) -> str:
        """The queue their work begins in."""
        return QUEUES[self.role]


class FirstStart(Question):
    """Asks who is working, as what mostly, and where the library shall be kept."""

    def __init__(self, parent: QWidget | None, place: str) -> None:
        super().__init__(parent)
        words = self.tr(
            "Everything you do is kept in a library, one file on this computer. The first person may do everything; "
            "others can be added later under Tools, People."
        )
        self.head(self.tr("Welcome to Translation Workbench"), words, accept=self.tr("Start"))
        self._name, self._name_zh = QLineEdit(), QLineEdit()
        self._name.setPlaceholderText(self.tr("as it stands under an article"))
        self._role = QComboBox()
        for role, label in (
            (Role.TRANSLATOR, self.tr("I translate")),
            (Role.REVIEWER, self.tr("I review")),
            (Role.EDITOR, self.tr("I edit and publish")),
        ):
            self._role.addItem(label, role)
        self._place = QLineEdit(place)
        self._place.setCursorPosition(0)
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._ask_place)
        self._sample = QCheckBox(self.tr("Put the sample article into the library, to try things out"))
        self._sample.setChecked(True)
        self._lay_out()
        self._name.setFocus()

    @property
    def answers(self) -> Newcomer:
        """What was answered."""
        name_zh = " ".join(self._name_zh.text().split())
        return Newcomer(
            name=" ".join(self._name.text().split()) or name_zh,
            name_zh=name_zh,
            role=Role(self._role.currentData()),
            place=self._place.text().strip(),
            wants_sample=self._sample.isChecked(),
        )

    def accept(self) -> None:
        """Close only when there are a name and a place."""
        if not self.answers.name:
            self.say_problem(self.tr("A name is needed: it is credited for what you translate."))
        elif not self.answers.place or Path(self.answers.place).is_dir():
            self.say_problem(self.tr("Name a file for the library, not a folder."))
        else:
            super().accept()

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._place, 1)
        where.addWidget(self._choose)
        self.add_fields(
            [
                (self.tr("Name"), self._name),
                (self.tr("Chinese name"), self._name_zh),
                (self.tr("Your work"), self._role),
                (self.tr("Library"), where),
            ]
        )
        self._place.setAccessibleName(self.tr("Library"))
        self._choose.setAccessibleName(self.tr("Choose where the library is kept"))
        self.body.addSpacing(6)
        self.body.addWidget(self._sample)

    def _ask_place(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to keep the library"),
            self._place.text(),
            self.tr("Libraries") + " (*.workbench)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self._place.setText(path if Path(path).suffix else f"{path}.workbench")
