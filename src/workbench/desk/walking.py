"""What a translator finds when an article comes back: everything returned, changed or asked, one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from workbench.desk.comparing import SUBMITTED, base_texts
from workbench.desk.finding_editions import find_edition
from workbench.desk.reviewing import RETURNED
from workbench.desk.telling import sentence_of
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Revision
from workbench.model.kinds import Stage
from workbench.model.review import Event
from workbench.model.rows import CommentRow, EditionRow
from workbench.text.diff import Hunk, hunks


class StopKind(StrEnum):
    """Why a stop is on the list."""

    ARTICLE = "article returned"
    RETURNED = "returned"
    CHANGED = "changed"
    ARRANGED = "arranged anew"
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


ARRANGED = ("added", "left out", "moved")
"""The events at which a row got another place or came without a source, or its source was left out."""


def walk(library: Library, key: str, language: str = "en", since: str = SUBMITTED) -> list[Stop]:
    """Return an article's stops, with what changed since a base (`comparing`)."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        return stops_of(tx, edition, since)


def read_walk(library: Library, edition_id: int, since: str = SUBMITTED) -> list[Stop]:
    """Return the stops of an edition in reading order, the article as a whole first."""
    with library.reading() as tx:
        return stops_of(tx, tx.editions.get(edition_id), since)


def stops_of(tx: Transaction, edition: Edition, since: str = SUBMITTED) -> list[Stop]:
    """Return the stops of an edition inside a transaction."""
    gathered = _Gathering(tx, edition, since)
    of_article = [*_article(tx, edition), *gathered.said_of(None, 0)]
    return [*of_article, *(stop for row in gathered.rows for stop in gathered.stops_at(row))]


def _article(tx: Transaction, edition: Edition) -> list[Stop]:
    """Return why the article as a whole came back last, while it has not been handed in again."""
    if edition.stage is not Stage.CHANGES_REQUESTED:
        return []
    returned = tx.events.of_edition(edition, ["returned"])
    if not returned or returned[-1][0].data.get("number"):
        return []
    event, name = returned[-1]
    return [Stop(StopKind.ARTICLE, None, 0, name, event.at, str(event.data.get("reason", "")))]


class Arranged(NamedTuple):
    """The last event at which a row was arranged anew, by whom, and the first one, which knows where it stood."""

    last: Event
    person: str
    first: Event


def arranged_in_review(tx: Transaction, edition: Edition) -> dict[int, Arranged]:
    """Return how each row was arranged anew since the text was handed in."""
    found: dict[int, Arranged] = {}
    is_in_review = False
    for event, person in tx.events.of_edition(edition, ["submitted", "returned", *ARRANGED]):
        if event.kind == "submitted":
            found.clear()
        if event.kind in {"submitted", "returned"}:
            is_in_review = event.kind == "submitted"
        elif is_in_review:
            row = int(event.data.get("target", 0))
            found[row] = Arranged(event, person, found[row].first if row in found else event)
    return found


@dataclass
class _Gathering:
    """The rows of an edition to which something happened since they were handed in, with what it was."""

    tx: Transaction
    edition: Edition
    since: str
    rows: list[EditionRow] = field(init=False)

    def __post_init__(self) -> None:
        editions = self.tx.editions
        self._base = base_texts(self.tx, self.edition, self.since)
        self._names = self.tx.people.names()
        self._comments = self.tx.reviews.comments(self.edition.id)
        self._last: dict[int, Revision] = {}
        self._source: dict[int, Revision] = {}
        read = self.tx.reviews.revisions if self.since == SUBMITTED else editions.revisions
        for revision in read(self.edition.id):
            if self._tells_of(revision):
                self._last[revision.target_id] = revision
            if revision.note == "source changed":
                self._source[revision.target_id] = revision
        self._arranged = arranged_in_review(self.tx, self.edition)
        said_of = {comment.target_id for comment in self._comments if comment.target_id is not None}
        self.rows = editions.rows(self.edition.id, {*said_of, *self._last, *self._source, *self._arranged})

    def _tells_of(self, revision: Revision) -> bool:
        """Since the submission, only what was written in the review counts as a change to go over."""
        is_in_time = self.since != SUBMITTED or revision.stage is Stage.IN_REVIEW
        return is_in_time and revision.note != "approved"

    def stops_at(self, row: EditionRow) -> list[Stop]:
        """Return the stops of one row: why it came back, what was changed, what else was said, its source."""
        said = self.said_of(row.target_id, row.number)
        return [*said, *self._changed(row), *self._moved(row), *self._other_source(row)]

    def said_of(self, target_id: int | None, number: int) -> list[Stop]:
        """Return what was said of a row, or of the article as a whole (None, 0), with its answers."""
        stops = []
        for said in self._comments:
            is_return = said.text.startswith(RETURNED)
            if said.target_id != target_id or (said.parent_id is not None and not is_return):
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
                    target_id,
                    number,
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

    def _moved(self, row: EditionRow) -> list[Stop]:
        """Return that a row was added, left out or moved in the review; a text that went is a change already."""
        found = self._arranged.get(row.target_id)
        if found is None or (found.last.kind == "left out") is not row.is_omitted:
            return []
        event, person, first = found
        if self._is_home(row, first):
            return []
        said = sentence_of(event)
        return [Stop(StopKind.ARRANGED, row.target_id, row.number, person, event.at, said, after=row.target)]

    def _is_home(self, row: EditionRow, moved: Event) -> bool:
        """Tell whether a row was put back where it stood: behind the same row, since numbers change with other rows."""
        if "behind" not in moved.data:
            return moved.data.get("was") == row.number
        neighbours = self.tx.editions.neighbours(self.tx.editions.target(row.target_id))
        return bool(moved.data["behind"] == (neighbours[0] if row.number > 1 else 0))

    def _other_source(self, row: EditionRow) -> list[Stop]:
        revision = self._source.get(row.target_id)
        if revision is None or row.confirmed_by is not None:
            return []
        previous = self.tx.articles.previous_texts(row.segments)
        before = " ".join(previous.get(one, "") for one in row.segments).strip()
        return [self._stop(StopKind.SOURCE, row, revision, before=before, after=row.source)]

    def _stop(self, kind: StopKind, row: EditionRow, revision: Revision, *, before: str, after: str) -> Stop:
        """Return a stop at a row whose text was another before, with the differences."""
        who = self._names.get(revision.person_id or 0, "")
        changes = tuple(hunks(before, after))
        return Stop(
            kind, row.target_id, row.number, who, revision.at, before=before, after=after, hunks=changes
        )
