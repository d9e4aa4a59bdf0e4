"""What a translator finds when an article comes back: everything returned, changed or asked, one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.desk.comparing import SUBMITTED, base_texts
from workbench.desk.finding_editions import find_edition
from workbench.desk.reviewing import RETURNED
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Revision
from workbench.model.kinds import Stage
from workbench.model.rows import CommentRow, EditionRow
from workbench.text.diff import Hunk, hunks


class StopKind(StrEnum):
    """Why a stop is on the list."""

    ARTICLE = "article returned"
    RETURNED = "returned"
    CHANGED = "changed"
    REMARK = "remark"
    SOURCE = "source changed"


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to look at: where, who did it, why, and what was answered.

    `number` is 0 for the article as a whole. `before` and `hunks` are those of a change (of the source for a changed
    source); `comment_id` is what an answer goes to, None where nothing was said.
    """

    kind: StopKind
    target_id: int | None
    number: int
    person: str
    at: datetime | None
    said: str = ""
    before: str = ""
    after: str = ""
    hunks: tuple[Hunk, ...] = ()
    comment_id: int | None = None
    answers: tuple[CommentRow, ...] = ()
    is_settled: bool = False


def walk(library: Library, key: str, language: str = "en") -> list[Stop]:
    """Return an article's stops."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        return stops_of(tx, edition)


def read_walk(library: Library, edition_id: int) -> list[Stop]:
    """Return the stops of an edition in reading order, the article as a whole first."""
    with library.reading() as tx:
        return stops_of(tx, tx.editions.get(edition_id))


def stops_of(tx: Transaction, edition: Edition) -> list[Stop]:
    """Return the stops of an edition inside a transaction."""
    gathered = _Gathering(tx, edition)
    return [*_article(tx, edition), *(stop for row in gathered.rows for stop in gathered.stops_at(row))]


def _article(tx: Transaction, edition: Edition) -> list[Stop]:
    """Return why the article as a whole came back last, while it has not been handed in again."""
    if edition.stage is not Stage.CHANGES_REQUESTED:
        return []
    returned = tx.events.of_edition(edition, ["returned"])
    if not returned or returned[-1][0].data.get("number"):
        return []
    event, name = returned[-1]
    return [Stop(StopKind.ARTICLE, None, 0, name, event.at, str(event.data.get("reason", "")))]


@dataclass
class _Gathering:
    """An edition's rows with what happened to them since they were handed in."""

    tx: Transaction
    edition: Edition
    rows: list[EditionRow] = field(init=False)

    def __post_init__(self) -> None:
        self.rows = self.tx.editions.rows(self.edition.id)
        self._base = base_texts(self.tx, self.edition, SUBMITTED)
        self._names = self.tx.people.names()
        self._comments = self.tx.reviews.comments(self.edition.id)
        self._previous = {s.id: s.previous for s in self.tx.articles.segments(self.edition.article_id)}
        self._last: dict[int, Revision] = {}
        self._source: dict[int, Revision] = {}
        for revision in self.tx.editions.revisions(self.edition.id):
            if revision.stage is Stage.IN_REVIEW and revision.note != "approved":
                self._last[revision.target_id] = revision
            if revision.note == "source changed":
                self._source[revision.target_id] = revision

    def stops_at(self, row: EditionRow) -> list[Stop]:
        """Return the stops of one row: why it came back, what was changed, what else was said, its source."""
        return [*self._said(row), *self._changed(row), *self._other_source(row)]

    def _said(self, row: EditionRow) -> list[Stop]:
        stops = []
        for said in self._comments:
            is_return = said.text.startswith(RETURNED)
            if said.target_id != row.target_id or (said.parent_id is not None and not is_return):
                continue
            kind = StopKind.RETURNED if is_return else StopKind.REMARK
            thread = said.parent_id or said.id
            answers = tuple(
                one for one in self._comments if one.parent_id == thread and not one.text.startswith(RETURNED)
            )
            if said.is_resolved and not answers:
                continue
            stops.append(
                Stop(
                    kind,
                    row.target_id,
                    row.number,
                    said.person,
                    said.at,
                    said.text.removeprefix(RETURNED),
                    comment_id=said.id,
                    answers=answers,
                    is_settled=said.is_resolved,
                )
            )
        return stops

    def _changed(self, row: EditionRow) -> list[Stop]:
        old, revision = self._base.get(row.target_id), self._last.get(row.target_id)
        if old is None or old == row.target or revision is None:
            return []
        return [self._stop(StopKind.CHANGED, row, revision, before=old, after=row.target)]

    def _other_source(self, row: EditionRow) -> list[Stop]:
        revision = self._source.get(row.target_id)
        if revision is None or row.confirmed_by is not None:
            return []
        before = " ".join(self._previous.get(one, "") for one in row.segments).strip()
        return [self._stop(StopKind.SOURCE, row, revision, before=before, after=row.source)]

    def _stop(self, kind: StopKind, row: EditionRow, revision: Revision, *, before: str, after: str) -> Stop:
        """Return a stop at a row whose text was another before, with the differences."""
        who = self._names.get(revision.person_id or 0, "")
        changes = tuple(hunks(before, after))
        return Stop(
            kind, row.target_id, row.number, who, revision.at, before=before, after=after, hunks=changes
        )
