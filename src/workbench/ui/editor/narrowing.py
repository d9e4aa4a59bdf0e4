"""The button that narrows a search to rows of a state, an origin, a person or a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QMenu, QToolButton, QWidget, QWidgetAction

from workbench.desk.finding import Conditions
from workbench.model.kinds import Origin, Standing

K = TypeVar("K")


class Narrowing(QToolButton):
    """Opens a menu of conditions; `conditions` is what was chosen, `changed` says that it is another now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._people: tuple[str, ...] = ()
        self.standings: dict[Standing, QAction] = {}
        self.origins: dict[Origin, QAction] = {}
        self.people: dict[str, QAction] = {}
        self.since: _Day
        self.until: _Day
        self._build(Conditions())

    @property
    def conditions(self) -> Conditions:
        """What the rows are narrowed to."""
        chosen = [name for name, action in self.people.items() if action.isChecked()]
        return Conditions(
            frozenset(standing for standing, action in self.standings.items() if action.isChecked()),
            frozenset(origin for origin, action in self.origins.items() if action.isChecked()),
            chosen[0] if chosen else "",
            self.since.day,
            self.until.day,
        )

    def set_people(self, names: Sequence[str]) -> None:
        """Say who can be chosen."""
        if tuple(names) != self._people:
            self._people = tuple(names)
            self._build(self.conditions)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language; what was chosen stays."""
        if event.type() is QEvent.Type.LanguageChange:
            self._build(self.conditions)
        super().changeEvent(event)

    def _build(self, kept: Conditions) -> None:
        self._menu.clear()
        for menu in self._menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            menu.deleteLater()
        for day in self._menu.findChildren(_Day):
            day.deleteLater()
        self.since, self.until = _Day(self._menu, kept.since), _Day(self._menu, kept.until)
        self.standings = self._submenu(self.tr("State"), self._words_of_standings(), kept.standings)
        self.origins = self._submenu(self.tr("Origin"), self._words_of_origins(), kept.origins)
        people = {name: name for name in self._people}
        self.people = self._submenu(self.tr("Changed last by"), people, {kept.person})
        for action in self.people.values():
            action.toggled.connect(self._let_others_go)
        self._add_days()
        self._menu.addSeparator()
        self._menu.addAction(self.tr("All rows"), self.clear)
        self._say()

    def clear(self) -> None:
        """Narrow to nothing."""
        for action in [*self.standings.values(), *self.origins.values(), *self.people.values()]:
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self.since.forget()
        self.until.forget()
        self._tell()

    def _submenu(self, name: str, words: Mapping[K, str], chosen: Collection[K]) -> dict[K, QAction]:
        menu = self._menu.addMenu(name)
        menu.setEnabled(bool(words))
        actions = {}
        for key, word in words.items():
            action = actions[key] = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(key in chosen)
            action.toggled.connect(lambda _is_on: self._tell())
        return actions

    def _let_others_go(self, is_on: bool) -> None:
        """A row was changed last by one person only."""
        for action in self.people.values() if is_on else ():
            if action is not self.sender() and action.isChecked():
                action.blockSignals(True)
                action.setChecked(False)
                action.blockSignals(False)

    def _add_days(self) -> None:
        holder = QWidget()
        form = QFormLayout(holder)
        form.addRow(self.since.name(self.tr("Changed on or after")), self.since.field)
        form.addRow(self.until.name(self.tr("Changed on or before")), self.until.field)
        for day in (self.since, self.until):
            day.changed.connect(self._tell)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(holder)
        self._menu.addAction(action)

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        is_narrowed = self.conditions != Conditions()
        self.setText((self.tr("Narrowed") if is_narrowed else self.tr("All rows")) + "  ▾")
        self.setAccessibleName(self.tr("Which rows"))

    def _words_of_standings(self) -> dict[Standing, str]:
        return {
            Standing.EMPTY: self.tr("empty"),
            Standing.DRAFT: self.tr("draft"),
            Standing.CONFIRMED: self.tr("confirmed"),
            Standing.RETURNED: self.tr("returned"),
            Standing.APPROVED: self.tr("approved"),
            Standing.PUBLISHED: self.tr("published"),
            Standing.OMITTED: self.tr("left out on purpose"),
        }

    def _words_of_origins(self) -> dict[Origin, str]:
        return {
            Origin.TYPED: self.tr("typed"),
            Origin.MEMORY: self.tr("from the memory"),
            Origin.ENGINE: self.tr("machine draft"),
            Origin.IMPORT: self.tr("imported"),
            Origin.RESTORED: self.tr("put back"),
        }


class _Day(QObject):
    """A day that may be left open: a box to tick and the date beside it."""

    changed = Signal()

    def __init__(self, parent: QObject, day: date | None = None) -> None:
        super().__init__(parent)
        self._box, self.field = QCheckBox(), QDateEdit()
        self.field.setCalendarPopup(True)
        self.field.setDisplayFormat("yyyy-MM-dd")
        shown = day or date.today()  # noqa: DTZ011 - the day of the person at the keyboard
        self.field.setDate(QDate(shown.year, shown.month, shown.day))
        self.field.setEnabled(day is not None)
        self._box.setChecked(day is not None)
        self._box.toggled.connect(self.field.setEnabled)
        self._box.toggled.connect(lambda _is_on: self.changed.emit())
        self.field.dateChanged.connect(lambda _date: self.changed.emit())

    def name(self, words: str) -> QCheckBox:
        """Return the box, named."""
        self._box.setText(words)
        self.field.setAccessibleName(words)
        return self._box

    @property
    def day(self) -> date | None:
        """The day, None while it is open."""
        chosen = self.field.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self._box.isChecked() else None

    def forget(self) -> None:
        """Leave the day open."""
        self._box.blockSignals(True)
        self._box.setChecked(False)
        self._box.blockSignals(False)
        self.field.setEnabled(False)
