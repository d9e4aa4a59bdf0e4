"""What the Editor asks of the desk, with the library and the person already bound."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from workbench.desk.comparing import Base
from workbench.desk.consulting import Consulted
from workbench.desk.finding import Change, Finding, Found, Replacing, Search
from workbench.desk.versions import Compared
from workbench.desk.walking import Stop
from workbench.errors import Problem
from workbench.model.changes import Changes
from workbench.model.finding import FactView
from workbench.model.finding import Finding as CheckFinding
from workbench.model.house import Always
from workbench.model.kinds import Origin, Stage
from workbench.model.page import Page
from workbench.model.passage import Passage
from workbench.model.progress import Progress
from workbench.model.rows import CommentRow, EditionRow, OpenEdition, RevisionRow
from workbench.ui.editor.values import (
    NO_FILTER,
    EngineAnswer,
    EngineName,
    HitFilter,
    MemoryHit,
    Suggestion,
    TermView,
)

Step = Any
"""What undoes an act; opaque to the screen, which only keeps it and hands it back."""


class Edit(Protocol):
    """What an act did: the rows as they are now, and the step that undoes it.

    `edition_changed` says that rows came, went or moved, so that the edition must be read again.
    """

    @property
    def rows(self) -> Sequence[EditionRow]:
        """The changed rows, as they are now."""

    @property
    def edition_changed(self) -> bool:
        """Whether rows were added, removed or moved."""

    @property
    def to_fill(self) -> Mapping[int, Sequence[int]]:
        """The rows that repeat a confirmed one, by that one, and have yet to be filled."""

    @property
    def step(self) -> Step:
        """What undoes the act."""


class SearchDesk(Protocol):
    """Looking through the article and the library, and changing many rows at once."""

    def save_texts(self, texts: Sequence[tuple[int, str, int]]) -> Edit:
        """Save the texts of several rows (target id, text, version it was based on) in one go."""

    def find(self, search: Search) -> Finding:
        """Look for words in the article or the library; the generator returns what was found."""

    def find_now(self, search: Search) -> list[Found]:
        """Look for words to the end."""

    def replace(self, changes: Sequence[Change], problems: list[Problem]) -> Replacing:
        """Make changes that were looked at; the generator returns the edits."""

    def read_page(self, edition_id: int) -> Page:
        """Return the finished page as it stands."""

    @property
    def types_smartly(self) -> bool:
        """Whether straight quotes and hyphens become curly ones and dashes; known once an edition is open."""

    def list_versions(self, edition_id: int) -> Sequence[Base]:
        """Return the versions of the article that can be compared."""

    def compare_versions(self, edition_id: int, older: str, newer: str) -> Sequence[Compared]:
        """Return the rows of two versions."""

    def people(self) -> list[str]:
        """Return the names of everybody."""


class EngineDesk(Protocol):
    """What the Editor asks draft engines beside the text."""

    def engines_beside(self) -> Sequence[EngineName]:
        """Return the engines that are asked beside the text, the preferred first."""

    def ask_engine(
        self, edition_id: int, passage: Passage, engine: EngineName
    ) -> Generator[Progress, None, EngineAnswer]:
        """Ask one engine about one row, which may take seconds."""


class CommentDesk(Protocol):
    """What is said about the article, in threads."""

    def comment(self, target_id: int | None, text: str, *, span: tuple[int, int] | None) -> None:
        """Remark on a row, or on chosen words of it."""

    def reply(self, comment_id: int, text: str) -> None:
        """Answer in the thread of a comment."""

    def resolve(self, comment_id: int) -> None:
        """Close a comment."""

    def reopen_comment(self, comment_id: int) -> None:
        """Open a comment again."""

    def read_comments(self, edition_id: int) -> Sequence[CommentRow]:
        """Read all comments of the edition."""


class SpellingDesk(Protocol):
    """Better words, and words to be known."""

    def why_not_spelt(self) -> str:
        """Return why spelling is not judged in this article, "" where it is."""

    def spelling_suggestions(self, word: str) -> list[str]:
        """Return what may have been meant, likelier words first."""

    def add_word(self, word: str, *, of_article: bool) -> None:
        """Let spelling know a word, in this article or in the whole library."""


class ArrangingDesk(Protocol):
    """What rearranges rows; each act may raise `WorkbenchError`."""

    def split(self, target_id: int, *, source_at: int | None, target_at: int) -> Edit:
        """Cut a row in two."""

    def divide(self, target_id: int) -> Edit:
        """Divide a row that is long beyond all measure."""

    def join(self, target_id: int) -> Edit:
        """Join a row with the next."""

    def omit(self, target_id: int, reason: str) -> Edit:
        """Leave the source of a row out on purpose."""

    def restore_omitted(self, target_id: int) -> Edit:
        """Take back that a row was left out."""

    def add_after(self, target_id: int, text: str, reason: str) -> Edit:
        """Add text without a source behind a row."""

    def take_out(self, target_id: int) -> Edit:
        """Take a row out again that was added without a source."""

    def move(self, target_id: int, to_number: int) -> Edit:
        """Move a row so that it becomes the one of that number."""

    def set_paragraph(self, target_id: int, *, opens: bool) -> Edit:
        """Let a row open a paragraph, or go on with the one before."""

    def set_locked(self, target_id: int, *, is_locked: bool) -> Edit:
        """Lock a row against editing, or unlock it."""

    def correct_source(self, segment_id: int, text: str) -> Edit:
        """Put a mistake in the source right."""


class EditorDesk(ArrangingDesk, SearchDesk, EngineDesk, CommentDesk, SpellingDesk, Protocol):
    """The acts and questions of the Editor; every act raises `WorkbenchError` with a sentence."""

    def open_edition(self, key: str, language: str) -> OpenEdition:
        """Read everything the Editor shows."""

    def read_rows(self, target_ids: Sequence[int]) -> Sequence[EditionRow]:
        """Read rows again after somebody else changed them."""

    def save_text(self, target_id: int, text: str, *, seen: int, origin: Origin, detail: str) -> Edit:
        """Save the text of a row; `seen` is the version it was based on."""

    def confirm(self, target_ids: Sequence[int]) -> Edit:
        """Stand by the text of these rows; a few rows that repeat them are filled."""

    def fill_more(self, confirmed: int, target_ids: Sequence[int]) -> Edit:
        """Fill further rows that repeat a confirmed one."""

    def restore(self, target_id: int, revision: int) -> Edit:
        """Put an earlier version of a row back."""

    def undo(self, step: Step) -> Edit:
        """Undo an act; the step in the answer redoes it."""

    def read_history(self, target_id: int) -> Sequence[RevisionRow]:
        """Read the saved versions of a row, newest first."""

    def check_edition(self, edition_id: int, pause: Callable[[], None]) -> Sequence[CheckFinding]:
        """Check the whole edition; `pause` waits between rows while somebody types."""

    def check_row(self, edition_id: int, passage: Passage) -> Sequence[CheckFinding]:
        """Check one row as it stands on the screen."""

    def accept(self, target_id: int, finding: CheckFinding, reason: str, *, in_article: bool = False) -> None:
        """Accept a finding as right in its row, or wherever its words stand in the article."""

    def accept_always(self, kind: Always, source: str, target: str, reason: str, check: str) -> None:
        """Accept words for good: a trap, an equivalence, a name or a term."""

    def facts_of(self, edition_id: int, passage: Passage) -> Sequence[FactView]:
        """Read the facts of a row's source with the English the house would write."""

    def suggestions(self, source: str, *, before: str, after: str) -> Sequence[Suggestion]:
        """Look a source up in the memory; `before` and `after` are the sources around it."""

    def concordance(self, words: str, only: HitFilter = NO_FILTER) -> Sequence[MemoryHit]:
        """Find words in the memory: Chinese in its sources, others in its targets."""

    def export_hits(self, words: str, only: HitFilter, path: Path) -> int:
        """Write what a search of the memory finds as a table; returns how many hits."""

    def terms_in(self, source: str) -> Sequence[TermView]:
        """Find the terms of the term base in a source."""

    def names_in(self, source: str) -> list[str]:
        """Return how the house writes the names in a source."""

    def consult(self, text: str, position: int) -> Consulted | None:
        """Look up the Chinese word at a place: what the house writes, then the dictionary."""

    def consult_next(self, text: str, span: tuple[int, int], step: int) -> Consulted | None:
        """Look up the next word (step 1) or the one before (-1)."""

    def add_term(self, source: str, target: str) -> bool:
        """Add a term from a selection; tell whether it holds, or is a proposal."""

    def listen(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told, in the writing thread, of every committed change; returns how to stop."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the library shows times; known once an edition is open."""

    @property
    def asked_by(self) -> str:
        """The token under which this screen's own acts are announced."""


class StageDesk(Protocol):
    """The acts that take an edition from stage to stage, and what a reviewer does to rows."""

    def submit(self) -> Stage:
        """Hand the edition to the reviewers."""

    def approve(self) -> Stage:
        """Approve exactly this text."""

    def return_edition(self, reason: str) -> Stage:
        """Send the edition back with a reason."""

    def reopen(self) -> Stage:
        """Take an approved edition back to in review."""

    def correct(self, reason: str) -> Stage:
        """Begin a correction of a published edition."""

    def withdraw(self, reason: str) -> Stage:
        """Withdraw a published edition."""

    def mark_reviewed(self, target_ids: Sequence[int]) -> None:
        """Approve single rows."""

    def mark_returned(self, target_ids: Sequence[int], reason: str) -> None:
        """Send single rows back with a reason."""

    def bases(self) -> Sequence[Base]:
        """Return everything the edition can be compared with."""

    def base_texts(self, key: str) -> Mapping[int, str]:
        """Return the text of every target at a base."""

    def stops(self, since: str) -> Sequence[Stop]:
        """Return everything that was returned, asked, or changed since a base."""

    def accept_changes(self, target_id: int, numbers: Sequence[int], since: str) -> None:
        """Settle some changes of a row since a base, or all of them."""

    def put_back(self, target_id: int) -> Edit:
        """Take back how a row was arranged in the review: added, left out, or moved."""

    def undo_changes(self, target_id: int, base: str, numbers: Sequence[int], *, seen: int) -> Edit:
        """Take changes of a row back to what the base says there."""

    def answer(self, comment_id: int, text: str) -> None:
        """Answer a remark."""

    def return_reasons(self) -> Sequence[str]:
        """Return the reasons the library offers for sending text back."""
