"""The desk as the Editor asks it: every act with the library and the person already in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from workbench.desk import checking, commenting, deciding, editing, reading, remembering, terming
from workbench.desk.consulting import Consulted, consult
from workbench.desk.maintaining import export_hits
from workbench.desk.steps import Edit, Step
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.memories import EntryFilter
from workbench.model.changes import Changes
from workbench.model.finding import FactView, Finding
from workbench.model.house import Always
from workbench.model.kinds import Origin
from workbench.model.passage import CheckContext, Passage, TermEntry
from workbench.model.rows import CommentRow, EditionRow, OpenEdition, RevisionRow
from workbench.sentences import say
from workbench.text.segmenting import is_unspaced
from workbench.text.terms import TermFinder
from workbench.text.word_finding import next_word
from workbench.text.words import has_han
from workbench.ui.editor.bound_engines import BoundEngines
from workbench.ui.editor.bound_finding import BoundFinding
from workbench.ui.editor.bound_spelling import BoundSpelling
from workbench.ui.editor.filling import FILLED_AT_ONCE
from workbench.ui.editor.remembered import hits_of, suggestions_of
from workbench.ui.editor.values import NO_FILTER, HitFilter, MemoryHit, Suggestion, TermView

_NUMBERS = count(1)
VOCABULARY = frozenset({"terms", "names", "accepted", "settings"})
"""What a check knows beside the article; when one of these changes it is read again."""


class BoundDesk(BoundFinding, BoundEngines, BoundSpelling):
    """One person at one edition of one library. Thread-safe: the lanes of the window call it."""

    def __init__(self, library: Library, person_id: int) -> None:
        super().__init__(library, person_id, f"editor-{next(_NUMBERS)}")
        self._edition: OpenEdition | None = None
        self._context: CheckContext | None = None
        self._finder: TermFinder[TermEntry] | None = None
        self._zone = ZoneInfo("UTC")
        self.types_smartly = False
        self._unlisten = library.listen(self._notice)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the library shows times."""
        return self._zone

    @property
    def asked_by(self) -> str:
        """The token under which this screen's own acts are announced."""
        return self._asked_by

    def close(self) -> None:
        """Listen no longer."""
        self._unlisten()

    def open_edition(self, key: str, language: str) -> OpenEdition:
        """Read everything the Editor shows."""
        edition = reading.open_edition(self._library, key, language)
        self._edition, self._context, self._finder = edition, None, None
        with self._library.reading() as tx:
            self._zone = ZoneInfo(tx.options.get("time_zone"))
            self.types_smartly = tx.options.is_on("smart_quotes") and not is_unspaced(edition.language)
        return edition

    def read_rows(self, target_ids: Sequence[int]) -> Sequence[EditionRow]:
        """Read rows again after somebody else changed them."""
        return reading.read_rows(self._library, self._open().edition_id, list(target_ids))

    def save_text(self, target_id: int, text: str, *, seen: int, origin: Origin, detail: str) -> Edit:
        """Save the text of a row."""
        return editing.save_text(
            self._library,
            self._by,
            target_id,
            text,
            seen=seen,
            origin=origin,
            detail=detail,
            asked_by=self._asked_by,
        )

    def confirm(self, target_ids: Sequence[int]) -> Edit:
        """Stand by the text of these rows; a few rows that repeat them are filled."""
        return editing.confirm(
            self._library, self._by, target_ids, at_once=FILLED_AT_ONCE, asked_by=self._asked_by
        )

    def fill_more(self, confirmed: int, target_ids: Sequence[int]) -> Edit:
        """Fill further rows that repeat a confirmed one."""
        return editing.fill_more(self._library, self._by, confirmed, target_ids, asked_by=self._asked_by)

    def restore(self, target_id: int, revision: int) -> Edit:
        """Put an earlier version of a row back."""
        return editing.restore(self._library, self._by, target_id, revision, asked_by=self._asked_by)

    def undo(self, step: Step) -> Edit:
        """Undo an act; the step in the answer redoes it."""
        return editing.undo(self._library, self._by, step, asked_by=self._asked_by)

    def comment(self, target_id: int | None, text: str, *, span: tuple[int, int] | None) -> None:
        """Remark on a row, or on chosen words of it."""
        commenting.comment(
            self._library,
            self._by,
            self._open().edition_id,
            text,
            target_id=target_id,
            span=span,
            asked_by=self._asked_by,
        )

    def reply(self, comment_id: int, text: str) -> None:
        """Answer in the thread of a comment."""
        commenting.reply(self._library, self._by, comment_id, text, asked_by=self._asked_by)

    def resolve(self, comment_id: int) -> None:
        """Close a comment."""
        commenting.resolve(self._library, self._by, comment_id, asked_by=self._asked_by)

    def reopen_comment(self, comment_id: int) -> None:
        """Open a comment again."""
        commenting.reopen_comment(self._library, self._by, comment_id, asked_by=self._asked_by)

    def read_comments(self, edition_id: int) -> Sequence[CommentRow]:
        """Read all comments of the edition."""
        return commenting.read_comments(self._library, edition_id)

    def read_history(self, target_id: int) -> Sequence[RevisionRow]:
        """Read the saved versions of a row, newest first."""
        return reading.read_history(self._library, target_id)

    def check_edition(self, edition_id: int, pause: Callable[[], None]) -> Sequence[Finding]:
        """Check the whole edition."""
        return checking.check_edition(self._library, edition_id, pause)

    def check_row(self, edition_id: int, passage: Passage) -> Sequence[Finding]:
        """Check one row as it stands on the screen."""
        return checking.check_row(passage, self._read_context(edition_id))

    def accept(self, target_id: int, finding: Finding, reason: str, *, in_article: bool = False) -> None:
        """Accept a finding as right in its row, or wherever its words stand in the article."""
        edition = self._open()
        row = self.read_rows([target_id])[0]
        checking.accept(
            self._library,
            self._by,
            edition.key,
            finding.check,
            reason,
            edition.language,
            number=row.number,
            in_article=in_article,
            finding=finding,
            asked_by=self._asked_by,
        )

    def accept_always(self, kind: Always, source: str, target: str, reason: str, check: str) -> None:
        """Accept words for good: a trap, an equivalence, a name or a term."""
        deciding.accept_always(
            self._library,
            self._by,
            kind,
            source,
            target,
            reason=reason,
            check=check,
            language=self._open().language,
            asked_by=self._asked_by,
        )

    def facts_of(self, edition_id: int, passage: Passage) -> Sequence[FactView]:
        """Read the facts, people and places of a row's source with the English the house would write."""
        return checking.facts_beside(passage, self._read_context(edition_id))

    def suggestions(self, source: str, *, before: str, after: str) -> Sequence[Suggestion]:
        """Look a source up in the memory; `before` and `after` are the sources around it."""
        edition = self._open()
        if not source:
            return []
        context = self._read_context(edition.edition_id)
        return suggestions_of(
            remembering.suggest(
                self._library,
                source,
                language=edition.language,
                source_language=edition.source_language,
                neighbours=remembering.digests_around(before, after),
                names=context.names,
            )
        )

    def concordance(self, words: str, only: HitFilter = NO_FILTER) -> Sequence[MemoryHit]:
        """Find words in the memory: Chinese in its sources, others in its targets."""
        return hits_of(self._found(words, only), _side(words))

    def export_hits(self, words: str, only: HitFilter, path: Path) -> int:
        """Write what a search of the memory finds, up to ten thousand hits, as a table."""
        return export_hits(path, self._found(words, only, limit=10_000))

    def _found(self, words: str, only: HitFilter, limit: int = 50) -> list[remembering.ConcordanceHit]:
        edition, side = self._open(), _side(words)
        wanted = EntryFilter(
            source_language=edition.source_language,
            target_language=edition.language,
            origin=only.origin,
            creator=only.person,
            article_key=edition.key if only.is_here else "",
            since=_day(only.since),
            until=_day(only.until),
        )
        found = remembering.concordance(self._library, words, side=side, limit=limit, only=wanted)
        return remembering.with_equivalents(self._library, words, found, side=side)

    def terms_in(self, source: str) -> Sequence[TermView]:
        """Find the terms of the term base in a source, those within longer ones behind them."""
        hits = self._terms().overlaps(source)
        return [
            TermView(
                hit.start,
                hit.end,
                source[hit.start : hit.end],
                tuple(form.text for form in hit.entry.targets if _is_offered(form.status)),
                hit.entry.note,
            )
            for hit in hits
        ]

    def names_in(self, source: str) -> list[str]:
        """Return how the house writes the names in a source."""
        names = self._read_context(self._open().edition_id).names
        return [name.target for name in names if name.source and name.source in source]

    def consult(self, text: str, position: int) -> Consulted | None:
        """Look up the Chinese word at a place: what the house writes, then the dictionary."""
        return consult(text, position, self._read_context(self._open().edition_id), self._terms())

    def consult_next(self, text: str, span: tuple[int, int], step: int) -> Consulted | None:
        """Look up the next word (step 1) or the one before (-1)."""
        found = next_word(text, span, step)
        return None if found is None else self.consult(text, found[0])

    def _terms(self) -> TermFinder[TermEntry]:
        """Return what finds the terms that hold on the article's day."""
        if self._finder is None:
            context = self._read_context(self._open().edition_id)
            entries = (entry for entry in context.terms if entry.holds_on(context.published))
            self._finder = TermFinder(entries)
        return self._finder

    def add_term(self, source: str, target: str) -> bool:
        """Add a term from a selection; tell whether it holds, or is a proposal."""
        terming.add_term(
            self._library, self._by, source, [target], language=self._open().language, asked_by=self._asked_by
        )
        return terming.decides(self._library, self._by)

    def listen(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told, in the writing thread, of every committed change; returns how to stop."""
        return self._library.listen(callback)

    def _open(self) -> OpenEdition:
        assert self._edition is not None, "an edition is opened before anything is asked about it"
        return self._edition

    def _read_context(self, edition_id: int) -> CheckContext:
        context = self._context
        if context is None:
            context = self._context = checking.read_context(self._library, edition_id)
        return context

    def _notice(self, changes: Changes) -> None:
        if changes.nouns & VOCABULARY:
            self._context = self._finder = None


def _is_offered(status: str) -> bool:
    return status not in {"deprecated", "forbidden"}


def _side(words: str) -> str:
    return "source" if has_han(words) else "target"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise WorkbenchError(say("{text} is not a date. Write it as 2020-04-03.", text=text)) from error
