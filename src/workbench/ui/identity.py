"""Who is working: remembered for each library, asked at the first start, changed at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.errors import WorkbenchError
from workbench.model.kinds import Role
from workbench.model.rows import PersonRow
from workbench.sentences import say
from workbench.ui.background import Background
from workbench.ui.library_desk import LibraryDesk
from workbench.ui.window_state import WindowState

if TYPE_CHECKING:
    from workbench.ui.first_start import Newcomer
    from workbench.ui.people_dialogs import People, PersonForm


class Identity(QObject):
    """The person at the keyboard; `changed` carries their `PersonRow`, `sample_wanted` asks for the sample.

    `begun` carries the answers of a library's first person (`Newcomer`), `place_wanted` where they want it kept.
    """

    changed = Signal(object)
    sample_wanted = Signal()
    refused = Signal(WorkbenchError)
    place_wanted = Signal(str)
    begun = Signal(object)

    def __init__(self, window: QWidget, background: Background, state: WindowState) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._state = state
        self._desk: LibraryDesk | None = None
        self._people: list[PersonRow] = []
        self._dialog: People | None = None
        self.person: PersonRow | None = None
        self.wanted = ""
        self._signed_in: int | None = None
        self._newcomer: Newcomer | None = None

    def open(self, desk: LibraryDesk) -> None:
        """Find out who works in a library that has just been opened."""
        self._desk = desk
        self._background.look_up("identity", lambda: (desk.people(), desk.signed_in()), self._settle)

    def preview(self, people: list[PersonRow], person: PersonRow) -> None:
        """Show who will be working before the library itself is open."""
        self._people, self.person = people, person
        self.changed.emit(person)

    def known(self, place: str, people: list[PersonRow]) -> PersonRow | None:
        """Return who works there: whom a server knows, who was asked for, who was there last, or the only person."""
        active = [person for person in people if person.is_active]
        if self._signed_in is not None:
            return next((person for person in active if person.id == self._signed_in), None)
        kept = self._state.person(place)
        named = next((person for person in active if self.wanted in {person.name, person.name_zh}), None)
        found = named or next((person for person in active if person.id == kept), None)
        return active[0] if found is None and len(active) == 1 else found

    def others(self) -> tuple[list[PersonRow], int | None]:
        """Return everybody but whoever works here, and the one to offer first."""
        here = self.person.id if self.person is not None else None
        people = [person for person in self._people if person.is_active and person.id != here]
        return people, people[0].id if people else None

    def ask(self) -> None:
        """Let somebody else sit down; on a server that takes their own account."""
        if self._desk is None:
            return
        if self._signed_in is not None and self.person is not None:
            self.refused.emit(
                WorkbenchError(
                    say(
                        "The server knows you as {name}. To be somebody else, open the library with their account.",
                        name=self.person.name,
                    )
                )
            )
            return
        if not self._people:
            self._first_start()
            return
        from workbench.ui.people_dialogs import WhoIsWorking

        question = WhoIsWorking(self._window, self._people, self.person.id if self.person else None)
        if question.exec() and question.person_id is not None:
            self._become(next(person for person in self._people if person.id == question.person_id))

    def show_people(self) -> None:
        """Show everybody with their roles."""
        from workbench.ui.people_dialogs import People

        may_change = self.person is not None and Role.ADMIN in self.person.roles
        dialog = People(self._window, self._people, may_change=may_change)
        dialog.added.connect(self._add)
        dialog.changed.connect(self._change)
        self._dialog = dialog
        dialog.exec()
        self._dialog = None

    def refresh(self) -> None:
        """Read the people again after they changed."""
        if self._desk is not None:
            self._background.look_up("identity.people", self._desk.people, self._take)

    def _settle(self, found: tuple[list[PersonRow], int | None]) -> None:
        assert self._desk is not None
        people, self._signed_in = found
        self._people = people
        known = self.known(self._desk.place, people)
        if known is not None:
            self._newcomer = None
            self._become(known)
        elif not people and self._newcomer is not None and self._desk.is_writable:
            self._welcome(self._newcomer)
        elif self._desk.is_writable:
            self.ask()

    def _first_start(self) -> None:
        from workbench.ui.first_start import FirstStart

        assert self._desk is not None
        question = FirstStart(self._window, self._desk.place)
        if not question.exec():
            return
        self._newcomer = question.answers
        if self._newcomer.place == self._desk.place:
            self._welcome(self._newcomer)
        else:
            self.place_wanted.emit(self._newcomer.place)

    def _welcome(self, newcomer: Newcomer) -> None:
        assert self._desk is not None
        desk, self._newcomer = self._desk, None

        def begin(person: PersonRow) -> None:
            self._people = [person]
            self._become(person)
            self.begun.emit(newcomer)
            if newcomer.wants_sample:
                self.sample_wanted.emit()

        self._background.write(
            lambda: desk.add_person(newcomer.name, list(Role), name_zh=newcomer.name_zh), begin
        )

    def _become(self, person: PersonRow) -> None:
        assert self._desk is not None
        self.person = person
        self._state.remember_person(self._desk.place, person.id)
        self.changed.emit(person)

    def _add(self, form: PersonForm) -> None:
        if self._desk is not None and self.person is not None:
            desk, by, name, roles, name_zh = self._desk, self.person.id, form.name, form.roles, form.name_zh
            self._background.write(lambda: desk.add_person(name, roles, name_zh=name_zh, by=by), self._reread)

    def _change(self, form: PersonForm) -> None:
        if self._desk is not None and self.person is not None:
            desk, by, name = self._desk, self.person.id, form.name
            roles, name_zh, is_active = form.roles, form.name_zh, form.is_active
            self._background.write(
                lambda: desk.set_person(by, name, roles=roles, name_zh=name_zh, is_active=is_active),
                self._reread,
            )

    def _reread(self, _: PersonRow) -> None:
        self.refresh()

    def _take(self, people: list[PersonRow]) -> None:
        self._people = people
        if self._dialog is not None:
            self._dialog.show_people(people)
        if self.person is not None:
            mine = next((person for person in people if person.id == self.person.id), None)
            if mine is not None and mine != self.person:
                self.person = mine
                self.changed.emit(mine)
