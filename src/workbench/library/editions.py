"""The verbs of editions and their targets: rows, revisions, coverage, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, tee
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    cast,
    delete,
    func,
    or_,
    select,
    tuple_,
)

from workbench.errors import WorkbenchError
from workbench.library.bulk import write_rows
from workbench.library.contents import whole_edition
from workbench.library.edition_rows import (
    NOTHING,
    SHOWN,
    Sources,
    StoredTarget,
    fetched,
    gathered,
    paired,
    places_of,
    plain,
    put_together,
    streamed,
)
from workbench.library.scope import ROWS_AT_ONCE, Scope, asked_once, in_parts
from workbench.model.article import Article, Segment
from workbench.model.base import now
from workbench.model.edition import Coverage, Edition, Revision, Target
from workbench.model.kinds import SegmentKind, State
from workbench.model.person import Person
from workbench.model.review import Comment
from workbench.model.rows import EditionRow, RevisionRow
from workbench.sentences import say
from workbench.text.words import count_words

COUNTED, ONE_IN = 30, 200
"""Up to so many rows, or one in so many of an edition, it costs less to count those before each than to read all."""

_PLACES = ("position", "target_id", "since_position", "since_id")
_UNTIL, _UNTIL_ID, _SINCE, _SINCE_ID = (bindparam(name, type_=Integer()) for name in _PLACES)
_ORDER = (Target.position, Target.id)
_UP_TO = (Target.position <= _UNTIL, tuple_(*_ORDER) <= tuple_(_UNTIL, _UNTIL_ID))
_BEHIND = (Target.position >= _SINCE, tuple_(*_ORDER) > tuple_(_SINCE, _SINCE_ID))
"""The rows up to one and behind another: asked with the same words again and again, so that they are put together once."""


class Editions:
    """What can be asked of and done to editions inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record
        self._kept = scope.kept
        self._locked = scope.locked
        self._newest: dict[int, Revision | None] = {}
        """The newest versions that were read together, by target id; kept right while this transaction writes."""

    def get(self, edition_id: int) -> Edition:
        """Return an edition by id."""
        self._lock(edition_id)
        return self._session.get_one(Edition, edition_id)

    def _lock(self, edition_id: int | None) -> None:
        """Keep colleagues out of an edition until this transaction ends, where no lock of the library does."""
        if self._locked is None or edition_id is None or edition_id in self._locked:
            return
        self._locked.add(edition_id)
        query = select(Edition).where(Edition.id == edition_id).with_for_update()
        self._session.execute(query.execution_options(populate_existing=True))

    @asked_once
    def find(self, article_id: int, language: str) -> Edition | None:
        """Return an article's edition in a language, if there is one."""
        query = select(Edition).where(Edition.article_id == article_id, Edition.language == language)
        found = self._session.scalar(query)
        self._lock(found.id if found else None)
        return found

    @asked_once
    def of_article(self, article_id: int) -> list[Edition]:
        """Return all editions of an article."""
        query = select(Edition).where(Edition.article_id == article_id).order_by(Edition.language)
        return list(self._session.scalars(query))

    def add(self, edition: Edition) -> Edition:
        """Save a new edition and give it its id."""
        self._session.add(edition)
        self._session.flush()
        self._record.editions.add(edition.id)
        return edition

    def touch(self, edition: Edition) -> None:
        """Note that an edition has changed: its time, and the announcement."""
        edition.updated_at = now()
        self._record.editions.add(edition.id)
        self._record.articles.add(edition.article_id)

    def recount(self, edition: Edition) -> None:
        """Bring an edition's counts and headline into line with its targets."""
        self._session.flush()
        here = (Target.edition_id == edition.id, Target.is_retired.is_(False))
        query = select(Target.kind, Target.text, Target.state, Target.is_omitted, Target.is_returned)
        begun = query.where(*here, or_(Target.text != "", Target.is_omitted, Target.state != State.INITIAL))
        edition.total = self._session.scalar(select(func.count()).select_from(Target).where(*here)) or 0
        edition.confirmed = edition.drafted = edition.words = 0
        edition.headline = ""
        for kind, text, state, is_omitted, is_returned in self._session.execute(
            begun.order_by(Target.position, Target.id)
        ):
            edition.words += count_words(text)
            if is_omitted or (state is not State.INITIAL and not is_returned):
                edition.confirmed += 1
            elif text:
                edition.drafted += 1
            if kind is SegmentKind.HEADLINE and not edition.headline:
                edition.headline = text

    def target(self, target_id: int) -> Target:
        """Return a target by id; raise when it was never there."""
        if self._locked is not None:
            self._lock(self._session.scalar(select(Target.edition_id).where(Target.id == target_id)))
        found = self._session.get(Target, target_id)
        if found is None:
            raise WorkbenchError(say("This segment is no longer in the article. Open the article again."))
        return found

    def targets_by_id(self, target_ids: Iterable[int]) -> dict[int, Target]:
        """Return these targets by id, in the order asked for; raise when one was never there."""
        wanted, found = list(dict.fromkeys(target_ids)), {}
        for part in in_parts(wanted):
            here = Target.id.in_(part)
            if self._locked is not None:
                for edition_id in self._session.scalars(select(Target.edition_id).where(here).distinct()):
                    self._lock(edition_id)
            found.update({one.id: one for one in self._session.scalars(select(Target).where(here))})
        return {target_id: found.get(target_id) or self.target(target_id) for target_id in wanted}

    @asked_once
    def targets(self, edition_id: int) -> list[Target]:
        """Return the targets of an edition in order."""
        query = (
            select(Target)
            .where(Target.edition_id == edition_id, Target.is_retired.is_(False))
            .order_by(Target.position, Target.id)
        )
        return list(self._session.scalars(query))

    def retired(self, edition_id: int) -> list[Target]:
        """Return the targets of an edition that were joined away or taken out, newest first."""
        query = select(Target).where(Target.edition_id == edition_id, Target.is_retired.is_(True))
        return list(self._session.scalars(query.order_by(Target.id.desc())))

    def add_empty_targets(self, edition: Edition) -> None:
        """Give a new edition one empty target a segment, and let it open a paragraph where its segment does.

        They go in as plain rows: an article may have hundreds of thousands of segments.
        """
        connection, order = self._session.connection(), (Segment.position, Segment.id)
        taken = select(Segment.id, Segment.position, Segment.kind, Segment.paragraph, Segment.photo_id)
        here = (Segment.article_id == edition.article_id, Segment.is_retired.is_(False))
        segments = connection.execute(taken.where(*here).order_by(*order)).all()
        paragraphs = [None, *(segment.paragraph for segment in segments)]
        for part in in_parts(zip(segments, paragraphs, strict=False), ROWS_AT_ONCE):
            rows = [
                {
                    "edition_id": edition.id,
                    "position": segment.position,
                    "kind": segment.kind,
                    "opens_paragraph": segment.paragraph != before,
                    "photo_id": segment.photo_id,
                }
                for segment, before in part
            ]
            write_rows(connection, Target.__table__, rows)
        own = select(Target.id).where(Target.edition_id == edition.id).order_by(Target.position, Target.id)
        targets = connection.scalars(own).all()
        for pairs in in_parts(zip(targets, segments, strict=True), ROWS_AT_ONCE):
            covered = [
                {"target_id": target, "segment_id": segment.id, "edition_id": edition.id}
                for target, segment in pairs
            ]
            write_rows(connection, Coverage.__table__, covered)
        self._record.targets.update(targets)

    def add_targets(self, targets: Sequence[Target]) -> None:
        """Save new targets and give them their ids."""
        self._session.add_all(targets)
        self._session.flush()
        self._record.targets.update(target.id for target in targets)

    @asked_once
    def coverage(
        self, edition_id: int, target_ids: Iterable[int] | None = None
    ) -> dict[int, tuple[int, ...]]:
        """Return the segments each target (or each of the given ones) stands for, in order, by target id."""
        query = select(Coverage.target_id, Coverage.segment_id).order_by(
            Coverage.target_id, Coverage.position
        )
        covered: dict[int, list[int]] = {}
        for part in _covering(edition_id, target_ids):
            for target_id, segment_id in self._session.execute(query.where(part)):
                covered.setdefault(target_id, []).append(segment_id)
        return {target_id: tuple(segments) for target_id, segments in covered.items()}

    def cover(self, edition_id: int, covered: dict[int, tuple[int, ...]]) -> None:
        """Set which segments the given targets stand for, all at once."""
        self._session.flush()
        for part in in_parts(covered):
            self._session.execute(delete(Coverage).where(Coverage.target_id.in_(part)))
        self._session.add_all(
            Coverage(target_id=target_id, segment_id=segment_id, edition_id=edition_id, position=position)
            for target_id, segments in covered.items()
            for position, segment_id in enumerate(segments)
        )
        self._session.flush()

    @asked_once
    def rows(
        self, edition_id: int, target_ids: Iterable[int] | None = None, *, first: int | None = None
    ) -> list[EditionRow]:
        """Return the rows of the editor in order, or those of the given targets alone, or (about) the `first`.

        Plain rows through Core: an edition of 10,000 segments opens at once, and a single row
        costs the same in a long edition as in a short one.
        """
        if target_ids is None:
            return self._rows_in_order(edition_id, whole_edition(edition_id).limit(first))
        wanted = list(dict.fromkeys(target_ids))
        language, comments = self._source_language(edition_id), self._open_comments(edition_id)
        found = self._target_rows(edition_id, wanted)
        sources = self._sources(wanted)
        covered = ((target, sources.get(target.id, NOTHING)) for target in found)
        return put_together(covered, self._places(edition_id, found), comments, language)

    def _rows_in_order(self, edition_id: int, lines: Select[*tuple[Any, ...]]) -> list[EditionRow]:
        """Return rows from the first on; nothing is kept of a million but the rows."""
        language, comments = self._source_language(edition_id), self._open_comments(edition_id)
        pairs, again = tee(paired(streamed(self._session.connection().execute(lines))))
        return put_together(pairs, places_of(target for target, _ in again), comments, language)

    def _source_language(self, edition_id: int) -> str:
        query = select(Article.language).join(Edition, Edition.article_id == Article.id)
        return self._session.scalar(query.where(Edition.id == edition_id)) or "zh"

    def _target_rows(self, edition_id: int, wanted: list[int]) -> list[StoredTarget]:
        query = select(*SHOWN).where(Target.edition_id == edition_id, Target.is_retired.is_(False))
        connection = self._session.connection()
        parts = (query.where(Target.id.in_(part)) for part in in_parts(wanted))
        found = [target for part in parts for target in fetched(connection.execute(part))]
        return sorted(found, key=lambda target: (target.position, target.id))

    def _places(self, edition_id: int, targets: Sequence[StoredTarget]) -> Iterator[tuple[int, int]]:
        """Yield each row's number from 1 and its paragraph from 0: a few are counted, many read off all rows."""
        here = (Target.edition_id == edition_id, Target.is_retired.is_(False))
        total = self._session.scalar(select(Edition.total).where(Edition.id == edition_id)) or 0
        if len(targets) > max(COUNTED, total // ONE_IN):
            every = select(Target.id, Target.opens_paragraph).where(*here).order_by(*_ORDER)
            found = self._session.execute(every).all()
            numbers = {
                target_id: place for (target_id, _), place in zip(found, places_of(found), strict=True)
            }
            yield from (numbers[target.id] for target in targets)
            return
        first = self._session.scalar(select(Target.opens_paragraph).where(*here).order_by(*_ORDER).limit(1))
        number, paragraph = 0, -int(bool(first))
        counted = select(func.count(), func.sum(cast(Target.opens_paragraph, Integer))).where(*here, *_UP_TO)
        counted_on = counted.where(*_BEHIND)
        since: tuple[int, ...] = ()
        connection = self._session.connection()
        for target in targets:
            until = (target.position, target.id)
            asked = dict(zip(_PLACES, (*until, *since), strict=False))
            count, opened = connection.execute(counted_on if since else counted, asked).one()
            number, paragraph = number + count, paragraph + int(opened or 0)
            since = until
            yield number, paragraph

    def at(self, edition_id: int, number: int, *, without: Target) -> Target:
        """Return the target of that number, from 1, when one is not counted; that one where there is no other."""
        here = (Target.edition_id == edition_id, Target.is_retired.is_(False), Target.id != without.id)
        query = select(Target).where(*here).order_by(Target.position, Target.id)
        return self._session.scalars(query.offset(number - 1).limit(1)).first() or without

    def next(self, target: Target) -> Target | None:
        """Return the target directly behind one, if any."""
        query = (
            select(Target)
            .where(
                Target.edition_id == target.edition_id,
                Target.is_retired.is_(False),
                Target.position > target.position,
            )
            .order_by(Target.position)
            .limit(1)
        )
        return self._session.scalar(query)

    def neighbours(self, target: Target) -> list[int]:
        """Return the ids of the targets directly before and behind one."""
        here = select(Target.id).where(Target.edition_id == target.edition_id, Target.is_retired.is_(False))
        before = here.where(Target.position < target.position).order_by(Target.position.desc()).limit(1)
        behind = here.where(Target.position > target.position).order_by(Target.position).limit(1)
        found = [self._session.scalar(before), self._session.scalar(behind)]
        return [target_id for target_id in found if target_id is not None]

    @asked_once
    def shares(self, edition_id: int, *, of_reviewers: bool = False) -> dict[int, int]:
        """Return the source characters each person last confirmed (or approved), by person id."""
        who = Target.reviewed_by if of_reviewers else Target.confirmed_by
        query = (
            select(who, func.sum(Segment.characters))
            .join(Coverage, Coverage.target_id == Target.id)
            .join(Segment, Segment.id == Coverage.segment_id)
            .where(
                Target.edition_id == edition_id,
                Target.is_retired.is_(False),
                Target.is_omitted.is_(False),
                Target.state != State.INITIAL,
                who.is_not(None),
            )
            .group_by(who)
        )
        return {person: int(total) for person, total in self._session.execute(query) if person is not None}

    def _sources(self, wanted: list[int]) -> Sources:
        query = (
            select(Coverage.target_id, Segment.id, Segment.text)
            .join(Segment, Segment.id == Coverage.segment_id)
            .order_by(Coverage.target_id, Coverage.position)
        )
        connection = self._session.connection()
        parts = (query.where(Coverage.target_id.in_(part)) for part in in_parts(wanted))
        return gathered(chain.from_iterable(plain(connection.execute(part)) for part in parts))

    def _open_comments(self, edition_id: int) -> dict[int, int]:
        query = (
            select(Comment.target_id, func.count())
            .where(
                Comment.edition_id == edition_id,
                Comment.resolved_at.is_(None),
                Comment.parent_id.is_(None),
                Comment.target_id.is_not(None),
            )
            .group_by(Comment.target_id)
        )
        return {target_id: n for target_id, n in self._session.execute(query) if target_id is not None}

    def add_revision(self, target: Target, revision: Revision) -> None:
        """Append a version of a target and make it the newest."""
        self._session.add(revision)
        if target.id in self._newest:
            self._newest[target.id] = revision
        target.revision = revision.number
        self._record.targets.add(target.id)
        self._record.editions.add(target.edition_id)

    def submitted(self, edition_id: int) -> dict[int, int]:
        """Return the revision of each target that was last submitted, also of retired targets."""
        query = select(Target.id, Target.submitted_revision).where(Target.edition_id == edition_id)
        return dict(self._session.execute(query).all())

    def submitted_texts(self, edition_id: int) -> dict[int, str]:
        """Return the text of each target that was last submitted, also of retired targets."""
        is_submitted = and_(
            Revision.target_id == Target.id, Revision.number == Target.submitted_revision, Revision.number > 0
        )
        query = select(Target.id, Revision.text).join(Revision, is_submitted)
        return dict(self._session.execute(query.where(Target.edition_id == edition_id)).all())

    def newest_revision(self, target: Target) -> Revision | None:
        """Return the newest saved version of a target, if any."""
        if target.id in self._newest:
            return self._newest[target.id]
        query = (
            select(Revision).where(Revision.target_id == target.id).order_by(Revision.number.desc()).limit(1)
        )
        return self._session.scalar(query)

    def read_newest_revisions(self, target_ids: Sequence[int]) -> None:
        """Read the newest versions of many targets together, before `newest_revision` asks for one after the other."""
        self._newest.update(dict.fromkeys(target_ids))
        newest = select(Revision).join(
            Target, and_(Target.id == Revision.target_id, Target.revision == Revision.number)
        )
        for part in in_parts(target_ids):
            found = self._session.scalars(newest.where(Target.id.in_(part)))
            self._newest.update((one.target_id, one) for one in found)

    def revision(self, target_id: int, number: int) -> Revision:
        """Return one saved version; raise when there is none of that number."""
        query = select(Revision).where(Revision.target_id == target_id, Revision.number == number)
        found = self._session.scalar(query)
        if found is None:
            raise WorkbenchError(say("There is no version {number} of this segment.", number=number))
        return found

    def revisions(self, edition_id: int) -> list[Revision]:
        """Return every version of every target of an edition, oldest first."""
        query = select(Revision).where(Revision.edition_id == edition_id).order_by(Revision.id)
        return list(self._session.scalars(query))

    def has_revision(self, edition_id: int, revision_id: int) -> bool:
        """Tell whether a version of that id was saved in an edition."""
        query = select(Revision.id).where(Revision.edition_id == edition_id, Revision.id == revision_id)
        return self._session.scalar(query) is not None

    def newest_revision_id(self, edition_id: int) -> int:
        """Return the id of the newest revision of an edition, 0 before the first: a mark in its history."""
        return (
            self._session.scalar(select(func.max(Revision.id)).where(Revision.edition_id == edition_id)) or 0
        )

    def texts_until(self, edition_id: int, revision_id: int) -> dict[int, str]:
        """Return the text each target had when that revision was the newest of the edition."""
        newest = (
            select(func.max(Revision.id))
            .where(Revision.edition_id == edition_id, Revision.id <= revision_id)
            .group_by(Revision.target_id)
        )
        query = select(Revision.target_id, Revision.text).where(Revision.id.in_(newest))
        return dict(self._session.execute(query).all())

    def history(self, target_id: int) -> list[RevisionRow]:
        """Return the saved versions of a target with who made them, newest first."""
        query = (
            select(Revision, Person.name)
            .outerjoin(Person, Person.id == Revision.person_id)
            .where(Revision.target_id == target_id)
            .order_by(Revision.number.desc())
        )
        return [
            RevisionRow(r.number, r.text, r.state, name or "", r.at, r.origin, r.detail, r.note, r.id)
            for r, name in self._session.execute(query)
        ]

    def flush(self) -> None:
        """Send what was changed to the database, so that the next question sees it."""
        self._session.flush()

    def changed_target(self, target: Target) -> None:
        """Note that a target has changed."""
        self._record.targets.add(target.id)
        self._record.editions.add(target.edition_id)


def _covering(edition_id: int, target_ids: Iterable[int] | None) -> list[ColumnElement[bool]]:
    """Return the conditions that find what targets cover, or all of an edition.

    Where targets are named nothing is said of the edition: a database could go through all of it instead.
    """
    if target_ids is None:
        return [Coverage.edition_id == edition_id]
    return [Coverage.target_id.in_(part) for part in in_parts(target_ids)]
