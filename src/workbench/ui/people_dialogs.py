"""People: who is working now, and the list of everybody with their roles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.model.kinds import Role
from workbench.model.rows import PersonRow
from workbench.ui.dialogs import Question
from workbench.ui.labels import PlainLabel
from workbench.ui.tables import framed_list
from workbench.ui.words import say_role, say_roles


class WhoIsWorking(Question):
    """Lets somebody say who they are."""

    def __init__(self, parent: QWidget | None, people: Sequence[PersonRow], current: int | None) -> None:
        super().__init__(parent)
        self.head(self.tr("Who is working?"), accept=self.tr("Continue"))
        self._list = framed_list(self.tr("Who is working?"))
        self._list.setMinimumHeight(200)
        for person in people:
            if person.is_active:
                item = QListWidgetItem(f"{say_name(person)} · {say_roles(person.roles)}")
                item.setData(Qt.ItemDataRole.UserRole, person.id)
                self._list.addItem(item)
                if person.id == current:
                    self._list.setCurrentItem(item)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        self.body.addWidget(self._list)
        self._list.setFocus()

    @property
    def person_id(self) -> int | None:
        """Who was chosen."""
        if self._list.currentRow() < 0:
            return None
        return int(self._list.currentItem().data(Qt.ItemDataRole.UserRole))


class PersonForm(Question):
    """Asks for a new person's names and roles, or changes them."""

    def __init__(self, parent: QWidget | None, person: PersonRow | None = None) -> None:
        super().__init__(parent)
        self.head(self.tr("Add a person") if person is None else person.name, accept=self.tr("Save"))
        self._name = QLineEdit(person.name if person else "")
        self._name.setEnabled(person is None)
        self._name_zh = QLineEdit(person.name_zh if person else "")
        self._roles = {role: QCheckBox(say_role(role)) for role in Role}
        for role, box in self._roles.items():
            box.setChecked(role in person.roles if person else role is Role.TRANSLATOR)
        self._is_active = QCheckBox(self.tr("works here"))
        self._is_active.setChecked(person.is_active if person else True)
        self._is_active.setVisible(person is not None)
        roles = QVBoxLayout()
        for box in self._roles.values():
            roles.addWidget(box)
        roles.addSpacing(6)
        roles.addWidget(self._is_active)
        self.add_fields(
            [
                (self.tr("Name"), self._name),
                (self.tr("Chinese name"), self._name_zh),
                (self.tr("Roles"), roles),
            ]
        )

    @property
    def name(self) -> str:
        """The name that was typed."""
        return " ".join(self._name.text().split())

    @property
    def name_zh(self) -> str:
        """The Chinese name that was typed."""
        return " ".join(self._name_zh.text().split())

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that were ticked."""
        return frozenset(role for role, box in self._roles.items() if box.isChecked())

    @property
    def is_active(self) -> bool:
        """Whether this person works here."""
        return self._is_active.isChecked()

    def accept(self) -> None:
        """Close only when there is a name and a role."""
        if not self.name:
            self.say_problem(self.tr("A person needs a name."))
        elif not self.roles:
            self.say_problem(self.tr("Tick at least one role."))
        else:
            super().accept()


class People(QDialog):
    """Everybody with their roles; `added` and `changed` ask the window to do it."""

    added = Signal(object)
    changed = Signal(object)

    def __init__(self, parent: QWidget | None, people: Sequence[PersonRow], *, may_change: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("People"))
        self.resize(680, 420)
        self._people: list[PersonRow] = []
        self._table = QTableWidget(0, 3)
        self._table.setAccessibleName(self.tr("People"))
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Chinese name"), self.tr("Roles")])
        self._table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._table.setColumnWidth(0, 180)
        self._table.setColumnWidth(1, 120)
        add = QPushButton(self.tr("Add a person"))
        add.clicked.connect(self._add)
        change = QPushButton(self.tr("Change…"))
        change.clicked.connect(self._change)
        self._table.doubleClicked.connect(self._change)
        for button in [add, change]:
            button.setEnabled(may_change)
        close = QDialogButtonBox()
        close.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(add)
        below.addWidget(change)
        below.addStretch(1)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self.tr("People"), role="title"))
        layout.addWidget(self._table, 1)
        if not may_change:
            layout.addWidget(PlainLabel(self.tr("Only an admin may change people."), tone="muted"))
        layout.addLayout(below)
        self.show_people(people)

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Show the list as it is now."""
        self._people = list(people)
        self._table.setRowCount(len(people))
        for row, person in enumerate(people):
            roles = say_roles(person.roles) if person.is_active else self.tr("no longer works here")
            for column, text in enumerate([person.name, person.name_zh, roles]):
                self._table.setItem(row, column, QTableWidgetItem(text))

    def _add(self) -> None:
        form = PersonForm(self)
        if form.exec():
            self.added.emit(form)

    def _change(self) -> None:
        row = self._table.currentRow()
        if 0 <= row < len(self._people):
            form = PersonForm(self, self._people[row])
            if form.exec():
                self.changed.emit(form)


def say_name(person: PersonRow) -> str:
    """Return a person's names, the Chinese one behind."""
    has_other = person.name_zh and person.name_zh != person.name
    return f"{person.name} {person.name_zh}" if has_other else person.name
