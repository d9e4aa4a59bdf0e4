"""What is looked up beside the text: suggestions, terms, facts, findings, comments; newest wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model.finding import FactView, Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import Passage
from workbench.model.progress import Progress
from workbench.model.rows import CommentRow, EditionRow
from workbench.text.completing import phrases_of
from workbench.ui.background import Background, Task
from workbench.ui.editor.desk_port import EditorDesk
from workbench.ui.editor.engine_advice import EngineAdvice
from workbench.ui.editor.highlighting import by_target, comment_marks, source_marks, target_marks, term_marks
from workbench.ui.editor.lanes import Lanes, ignore
from workbench.ui.editor.measured_rows import NO_MARKS, RowMarks
from workbench.ui.editor.model import EditionModel
from workbench.ui.editor.quiet import Quiet
from workbench.ui.editor.values import Mark, RowFinding, Suggestion, TermView

CHECK_MS = 60
"""A pause in typing after which the row is checked; the marks are to stand within 150 ms."""
CHECK_ALL_MS = 2500
"""A pause after a save until the whole article is checked again."""
CHECK_OPENED_MS = 120
"""The first check of an opened article begins when the article has been painted."""
CHECKED_WHOLE = 1500
"""Articles with more rows than this are checked as a whole only when opened and on demand."""
CHECKED_OPENED = 20_000
"""Articles with more rows than this are checked as a whole only on demand: it takes minutes and hundreds of megabytes."""


class Found(NamedTuple):
    """What the quick sources say about one row."""

    suggestions: Sequence[Suggestion]
    facts: Sequence[FactView]
    terms: Sequence[TermView]
    names: Sequence[str] = ()
    phrases: Sequence[tuple[str, str]] = ()
    """How the suggestions go on from each of their words, for completion."""


class Advice(QObject):
    """Asks in the background and keeps the answers, by target."""

    found = Signal(int, object)
    factsFound = Signal(int, list)
    historyFound = Signal(int, list)
    findingsChanged = Signal()
    commentsChanged = Signal()
    rowsMarked = Signal(list)
    """Rows whose marks are to be looked up again: their targets."""
    allMarked = Signal()

    def __init__(
        self, desk: EditorDesk, background: Background, model: EditionModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._lanes = Lanes(background, self, desk.asked_by)
        self._edition_id = 0
        self._findings: dict[int, list[Finding]] = {}
        self._judged: dict[int, str] = {}
        self._terms: dict[str, tuple[Mark, ...]] = {}
        self._marks: dict[int, RowMarks] = {}
        self._task: Task | None = None
        self.quiet = Quiet()
        self.engines = EngineAdvice(desk, self._lanes, self)
        self.comments: Sequence[CommentRow] = ()
        self._remarks: dict[int, list[CommentRow]] = {}
        self._place = -1
        self._unchecked: set[int] = set()
        self._row_timer = self._timer(CHECK_MS, self._check_rows)
        self._all_timer = self._timer(CHECK_ALL_MS, self._check_all_if_small)
        self._opened_timer = self._timer(CHECK_OPENED_MS, self._check_opened)

    def open(self, edition_id: int) -> None:
        """Begin with another edition."""
        if edition_id != self._edition_id:
            self._findings.clear()
            self._judged.clear()
            self.comments, self._remarks = (), {}
        self._edition_id = edition_id
        self._marks.clear()
        self._unchecked.clear()
        self._place = -1
        self.read_comments()
        self._opened_timer.start()

    def enter(self, place: int) -> None:
        """Look up everything about a row; engines answer later, in the places kept for them."""
        self._place = place
        self.quiet.disturb()
        row, rows = self._model.row(place), self._model.rows()
        before = rows[place - 1].source if place else ""
        after = rows[place + 1].source if place + 1 < len(rows) else ""
        desk, edition, passage = self._desk, self._edition_id, self._passage(place)

        def quick() -> Found:
            suggestions = desk.suggestions(row.source, before=before, after=after)
            return Found(
                suggestions,
                desk.facts_of(edition, passage),
                desk.terms_in(row.source),
                desk.names_in(row.source),
                phrases_of(each.text for each in suggestions),
            )

        def done(found: Found) -> None:
            self._terms[row.source] = term_marks(found.terms)
            self._mark(row.target_id)
            self.found.emit(row.target_id, found)

        self._lanes.look_up("row", quick, done, ignore)
        self.engines.enter(edition, row, passage)

    def typed(self, place: int) -> None:
        """The text of a row changed on the screen; it is checked after a short pause."""
        self._place = place
        self.quiet.disturb()
        target_id = self._model.row(place).target_id
        self._marks.pop(target_id, None)
        self._unchecked.add(target_id)
        self._row_timer.start()

    def saved(self, target_ids: Sequence[int]) -> None:
        """Rows changed in the library: their marks are computed anew, the article is checked later."""
        if target_ids:
            self._mark(*target_ids)
            self._all_timer.start()

    def read_history(self, target_id: int) -> None:
        """Read the saved versions of a row."""
        self._lanes.look_up(
            "history",
            lambda: self._desk.read_history(target_id),
            lambda rows: self.historyFound.emit(target_id, list(rows)),
            ignore,
        )

    def read_comments(self) -> None:
        """Read the comments of the edition."""
        edition = self._edition_id

        def done(comments: Sequence[CommentRow]) -> None:
            self.comments = comments
            self._remarks = by_target(comments)
            self._marks.clear()
            self.commentsChanged.emit()
            self.allMarked.emit()

        self._lanes.look_up("comments", lambda: self._desk.read_comments(edition), done, ignore)

    def check_all(self) -> None:
        """Check the whole article, in a thread of its own so that lookups go on."""
        if self._task is not None and not self._task.is_finished:
            self._all_timer.start()
            return
        edition, desk = self._edition_id, self._desk

        def work() -> Generator[Progress, None, Sequence[Finding]]:
            yield Progress(0, 1)
            return desk.check_edition(edition, self.quiet.wait)

        self._task = self._lanes.run(work, done=lambda found: self._take_all(edition, found), failed=ignore)

    def look_up_terms(self, places: Sequence[int]) -> None:
        """Find the terms in rows that came into sight."""
        sources = {self._model.row(place).source for place in places}
        unknown = [source for source in sources if source and source not in self._terms]
        if not unknown:
            return

        def done(found: dict[str, tuple[Mark, ...]]) -> None:
            self._terms.update(found)
            self._marks.clear()
            self.allMarked.emit()

        desk = self._desk
        self._lanes.look_up(
            "terms", lambda: {source: term_marks(desk.terms_in(source)) for source in unknown}, done, ignore
        )

    def forget_terms(self) -> None:
        """The term base changed: look terms up anew."""
        self._terms.clear()
        self._marks.clear()

    def marks_of(self, place: int) -> RowMarks:
        """Return the marks of a row's two texts."""
        row = self._model.row(place)
        known = self._marks.get(row.target_id)
        if known is not None:
            return known
        findings = self._findings.get(row.target_id, [])
        terms = self._terms.get(row.source, ())
        remarks = self._remarks.get(row.target_id, ())
        if not findings and not terms and not remarks:
            return NO_MARKS
        text = self._model.text(place)
        in_target = (*comment_marks(remarks, text), *target_marks(findings, text))
        marks = RowMarks(source_marks(findings, terms, row.source), in_target)
        self._marks[row.target_id] = marks
        return marks

    def findings(self) -> list[RowFinding]:
        """Return all findings in reading order."""
        found = []
        for target_id in sorted(self._findings, key=lambda key: self._model.place_of(key) or 0):
            if self._model.place_of(target_id) is not None:
                found += [RowFinding(target_id, finding) for finding in self._findings[target_id]]
        return found

    def is_of_this_text(self, target_id: int) -> bool:
        """Tell whether the findings of a row are about its text as it stands; places in another text mean nothing."""
        place = self._model.place_of(target_id)
        return place is not None and self._judged.get(target_id) == self._model.text(place)

    def counts(self) -> tuple[int, int]:
        """Return how many findings are errors, and how many there are in all."""
        every = [finding for findings in self._findings.values() for finding in findings]
        return sum(finding.level is Level.ERROR for finding in every), len(every)

    def forget_finding(self, found: RowFinding) -> None:
        """Drop a finding that was accepted."""
        rest = [each for each in self._findings.get(found.target_id, []) if each is not found.finding]
        self._findings[found.target_id] = rest
        self._mark(found.target_id)
        self.findingsChanged.emit()

    def _check_rows(self) -> None:
        """Check the rows typed in since the last answer; the active one's facts are read again too."""
        desk, edition = self._desk, self._edition_id
        places = [place for key in self._unchecked if (place := self._model.place_of(key)) is not None]
        passages = {self._model.row(place).target_id: self._passage(place) for place in places}
        active = self._passage(self._place) if 0 <= self._place < self._model.rowCount() else None

        def work() -> tuple[dict[int, Sequence[Finding]], Sequence[FactView]]:
            found = {key: desk.check_row(edition, passage) for key, passage in passages.items()}
            return found, desk.facts_of(edition, active) if active is not None else []

        def done(answer: tuple[dict[int, Sequence[Finding]], Sequence[FactView]]) -> None:
            found, facts = answer
            for target_id, findings in found.items():
                place = self._model.place_of(target_id)
                if place is not None and self._model.text(place) == passages[target_id].target:
                    self._unchecked.discard(target_id)
                    self._judged[target_id] = passages[target_id].target
                    self._take_row(target_id, findings)
            if active is not None and self._is_still(active):
                self.factsFound.emit(self._model.row(self._place).target_id, list(facts))

        self._lanes.look_up("check", work, done, ignore)

    def _is_still(self, passage: Passage) -> bool:
        is_there = 0 <= self._place < self._model.rowCount()
        return is_there and self._passage(self._place) == passage

    def _check_opened(self) -> None:
        if self._model.rowCount() <= CHECKED_OPENED:
            self.check_all()

    def _check_all_if_small(self) -> None:
        if self._model.rowCount() <= CHECKED_WHOLE:
            self.check_all()

    def _take_row(self, target_id: int, findings: Sequence[Finding]) -> None:
        known = self._findings.get(target_id, [])
        kept = [finding for finding in known if finding.family is Family.ARTICLE]
        if [*findings, *kept] == known:
            self._mark(target_id)
            return
        self._findings[target_id] = [*findings, *kept]
        self._mark(target_id)
        self.findingsChanged.emit()

    def _take_all(self, edition_id: int, findings: Sequence[Finding] | None) -> None:
        if edition_id != self._edition_id or findings is None:
            return
        by_target: defaultdict[int, list[Finding]] = defaultdict(list)
        rows = self._model.rows()
        for finding in findings:
            if 0 < finding.number <= len(rows):
                by_target[rows[finding.number - 1].target_id].append(finding)
        judged = {
            key: self._model.text(place)
            for key in by_target
            if (place := self._model.place_of(key)) is not None
        }
        active = rows[self._place].target_id if 0 <= self._place < len(rows) else 0
        if active and self._model.is_typed(self._place):
            by_target[active] = self._findings.get(active, [])
            judged[active] = self._judged.get(active, "")
        self._judged = judged
        self._findings = dict(by_target)
        self._marks.clear()
        self.allMarked.emit()
        self.findingsChanged.emit()

    def _mark(self, *target_ids: int) -> None:
        for target_id in target_ids:
            self._marks.pop(target_id, None)
        self.rowsMarked.emit(list(target_ids))

    def _passage(self, place: int) -> Passage:
        return passage_of(self._model.row(place), self._model.text(place))

    def _timer(self, pause_ms: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(act)
        return timer


def passage_of(row: EditionRow, text: str) -> Passage:
    """Return what a check may see of a row as it stands on the screen."""
    return Passage(
        source=row.source,
        target=text,
        number=row.number,
        paragraph=row.paragraph,
        kind=row.kind,
        is_omitted=row.is_omitted,
        is_added=row.is_added,
    )
