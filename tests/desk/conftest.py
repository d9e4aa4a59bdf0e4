"""An office for the tests: a library of its own with people, and the sample article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests import audit

from workbench.desk.demonstrating import import_sample
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm_all
from workbench.desk.reading import open_edition
from workbench.desk.staffing import add_person
from workbench.library.library import Library, open_library
from workbench.model.kinds import Role
from workbench.model.rows import EditionRow


@dataclass
class Office:
    """A library with one person for each role, and the key of the sample."""

    library: Library
    editor: int
    translator: int
    reviewer: int
    second_translator: int
    second_reviewer: int
    key: str = ""

    def rows(self, language: str = "en") -> tuple[EditionRow, ...]:
        """Return the rows of the sample as they stand."""
        return open_edition(self.library, self.key, language).rows

    def row(self, number: int) -> EditionRow:
        """Return one row of the sample."""
        return self.rows()[number - 1]

    @property
    def edition_id(self) -> int:
        """Return the sample's English edition."""
        return open_edition(self.library, self.key).edition_id

    def stage(self) -> str:
        """Return where the sample stands."""
        return str(open_edition(self.library, self.key).stage)

    def translate(self) -> None:
        """Draft and confirm the whole sample as the translator."""
        for _ in draft(self.library, self.translator, self.key, "sample", DraftReport()):
            pass
        confirm_all(self.library, self.translator, self.edition_id)


@contextmanager
def open_office(folder: Path) -> Iterator[Office]:
    """Open a new office in a folder, with the sample imported."""
    with open_library(folder / "office.workbench") as library:
        yield staffed(library)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with the sample imported."""
    with open_office(tmp_path) as made:
        yield made


@pytest.fixture(autouse=True)
def _accounted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail any test of the desk in which pay, rights, stages or decisions change without an entry in the account."""
    watch, commit = audit.Watch(), Library._commit
    monkeypatch.setattr(Library, "_commit", lambda *of: watch.look(of, commit))
    audit.start()
    yield
    audit.stop()
    assert watch.silent == []


def staffed(library: Library) -> Office:
    """Put people and the sample into an empty library."""
    editor = add_person(library, "Editor A").id
    made = Office(
        library=library,
        editor=editor,
        translator=add_person(library, "Translator A", [Role.TRANSLATOR], by=editor).id,
        reviewer=add_person(library, "Reviewer A", [Role.REVIEWER], by=editor).id,
        second_translator=add_person(library, "Translator B", [Role.TRANSLATOR, Role.REVIEWER], by=editor).id,
        second_reviewer=add_person(library, "Reviewer B", [Role.REVIEWER, Role.TRANSLATOR], by=editor).id,
    )
    made.key = import_sample(library, by=made.translator)
    return made
