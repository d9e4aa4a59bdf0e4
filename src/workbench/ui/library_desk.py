"""What the Library screen asks of the desk, and the desk that answers; nothing heavy is imported early."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workbench.errors import WorkbenchError
from workbench.model.changes import Changes
from workbench.model.kinds import Role, Stage
from workbench.model.progress import Progress
from workbench.model.rows import ArticleRow, PersonRow
from workbench.sentences import Sentence

if TYPE_CHECKING:
    from workbench.desk.importing import ImportReport
    from workbench.library.library import Library

Importing = Generator[Progress, None, "ImportReport"]
"""An import under way; it returns its report at the end."""

PAGE = 200
"""Articles read at a time."""


@dataclass(frozen=True, slots=True)
class Query:
    """What the list is narrowed to; empty fields do not narrow."""

    stages: tuple[Stage, ...] = ()
    text: str = ""
    person: str = ""
    section: str = ""
    language: str = "en"
    waits_for: int | None = None
    queue: str = ""
    person_id: int | None = None
    step: str = ""


class LibraryDesk(Protocol):
    """The questions and acts of the Library screen; each may raise `WorkbenchError`."""

    @property
    def name(self) -> str:
        """What the status bar calls the library."""

    @property
    def place(self) -> str:
        """Where it is, for window settings and tips."""

    @property
    def is_writable(self) -> bool:
        """Whether anything can be changed."""

    def list_articles(self, query: Query, after: ArticleRow | None) -> list[ArticleRow]:
        """Return the next `PAGE` articles behind `after`, newest change first."""

    def queue_counts(self, person_id: int | None, language: str = "en") -> Mapping[str, int]:
        """Return the counts the sidebar shows."""

    def review_steps(self) -> Sequence[tuple[str, Role | None]]:
        """Return the steps of a review with the role each takes besides; none while there is only one step."""

    def sections(self) -> list[str]:
        """Return the section paths in use."""

    def people(self) -> list[PersonRow]:
        """Return everybody."""

    def signed_in(self) -> int | None:
        """Return the person a server takes us for; None for a library in a file, where people say who they are."""

    def add_person(
        self, name: str, roles: Iterable[Role], *, name_zh: str = "", by: int | None = None
    ) -> PersonRow:
        """Add somebody; the first person gets all roles."""

    def set_person(
        self, by: int, name: str, *, roles: Iterable[Role], name_zh: str, is_active: bool
    ) -> PersonRow:
        """Change what somebody may do."""

    def import_paths(
        self,
        paths: Iterable[str],
        *,
        section: str = "",
        by: int | None = None,
        force: bool = False,
        split: bool = False,
    ) -> Importing:
        """Import files, folders and addresses; the generator returns an `ImportReport`."""

    def import_text(
        self, text: str, *, by: int | None = None, force: bool = False, split: bool = False
    ) -> Importing:
        """Import pasted text; the generator returns an `ImportReport`."""

    def undo_merges(self, by: int, report: ImportReport) -> Iterator[Progress]:
        """Put back the earlier versions of what an import brought up to date."""

    def import_sample(self, *, by: int | None = None) -> Importing:
        """Import the sample article; the generator returns an `ImportReport`."""

    def listen(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call back in the writing thread after every change; returns how to stop."""

    def follow(
        self, trouble: Callable[[WorkbenchError], None], reached: Callable[[bool], None]
    ) -> Iterator[None]:
        """Tell the listeners what other programs change, and keep copies when they are due, until cancelled."""

    def left_out(self) -> Sentence | None:
        """Say what could not be read of the log when the library was opened."""

    def time_zone(self) -> str:
        """Return the name of the library's time zone."""

    def close(self) -> None:
        """Close the library."""

    @property
    def library(self) -> Library:
        """The open library itself, for the other places."""
