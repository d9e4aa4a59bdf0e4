"""The verbs of going through all that an edition says, row by row, without keeping it: it may be a million rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Select, select, type_coerce
from sqlalchemy.types import NullType

from workbench.library.edition_rows import SHOWN, paired, streamed
from workbench.library.scope import Scope, asked_once, in_parts
from workbench.model.article import Segment
from workbench.model.edition import Coverage, Target
from workbench.model.kinds import SegmentKind, State


class SourceText(NamedTuple):
    """A segment as an approval covers it."""

    segment_id: int
    kind: str
    text: str


class TargetText(NamedTuple):
    """A target as an approval covers it, with the segments it stands for."""

    text: str
    kind: str
    segments: tuple[int, ...]
    opens_paragraph: bool
    is_omitted: bool
    reason: str


class Progressed(NamedTuple):
    """How far a target is."""

    text: str
    is_initial: bool
    is_returned: bool
    is_omitted: bool


class Contents:
    """What can be asked of all rows of an edition in order; every answer is read while it is used."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._kept = scope.kept

    def sources(self, article_id: int) -> Iterator[SourceText]:
        """Yield the segments of an article in reading order."""
        columns = (Segment.id, type_coerce(Segment.kind, NullType()), Segment.text)
        query = select(*columns).where(Segment.article_id == article_id, Segment.is_retired.is_(False))
        return map(SourceText._make, self._stream(query.order_by(Segment.position, Segment.id)))

    def targets(self, edition_id: int) -> Iterator[TargetText]:
        """Yield the targets of an edition in order."""
        for target, covered in paired(self._stream(whole_edition(edition_id))):
            segments = tuple([segment_id for segment_id, _ in covered])
            opens, omitted = bool(target.opens_paragraph), bool(target.is_omitted)
            yield TargetText(target.text, target.kind, segments, opens, omitted, target.reason)

    def progress(self, edition_id: int) -> Iterator[Progressed]:
        """Yield how far every target of an edition is, in order."""
        state = type_coerce(Target.state, NullType())
        query = _in_order(edition_id, select(Target.text, state, Target.is_returned, Target.is_omitted))
        initial = str(State.INITIAL)
        for text, state_now, is_returned, is_omitted in self._stream(query):
            yield Progressed(text, state_now == initial, bool(is_returned), bool(is_omitted))

    def texts(self, edition_id: int) -> Iterator[str]:
        """Yield the texts of an edition in order."""
        return (text for (text,) in self._stream(_in_order(edition_id, select(Target.text))))

    @asked_once
    def of_kind(self, edition_id: int, kind: SegmentKind) -> list[tuple[int | None, str]]:
        """Return the targets of a kind in order, each by its photo and its text."""
        query = _in_order(edition_id, select(Target.photo_id, Target.text)).where(Target.kind == kind)
        return [(photo_id, text) for photo_id, text in self._session.execute(query)]

    def target_at(self, edition_id: int, number: int) -> int:
        """Return the target of a number, counted from 1."""
        query = _in_order(edition_id, select(Target.id)).offset(number - 1).limit(1)
        found: int = self._session.scalars(query).one()
        return found

    def wordings(self, segment_ids: Iterable[int]) -> dict[int, str]:
        """Return the texts of segments by id."""
        query = select(Segment.id, Segment.text)
        parts = (query.where(Segment.id.in_(part)) for part in in_parts(segment_ids))
        return {one: text for part in parts for one, text in self._session.execute(part)}

    def earlier_wordings(self, article_id: int) -> dict[int, str]:
        """Return what those segments said before whose source has changed."""
        query = select(Segment.id, Segment.previous).where(Segment.article_id == article_id)
        return dict(self._session.execute(query.where(Segment.previous != "")).all())

    def retired(self, article_id: int) -> set[int]:
        """Return the segments that the source no longer has."""
        query = select(Segment.id).where(Segment.article_id == article_id, Segment.is_retired.is_(True))
        return set(self._session.scalars(query))

    def of_kinds(self, edition_id: int, kinds: Collection[SegmentKind]) -> list[int]:
        """Return the targets of some kinds in order."""
        query = _in_order(edition_id, select(Target.id)).where(Target.kind.in_(kinds))
        return [target_id for (target_id,) in self._session.execute(query)]

    def _stream(self, query: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        self._session.flush()
        return streamed(self._session.connection().execute(query))


def whole_edition(edition_id: int) -> Select[*tuple[Any, ...]]:
    """Return the question for all rows of an edition in order, a line for each segment that one stands for."""
    query = select(*SHOWN, Segment.id.label("segment_id"), Segment.text.label("segment_text"))
    joined = query.outerjoin(Coverage, Coverage.target_id == Target.id).outerjoin(
        Segment, Segment.id == Coverage.segment_id
    )
    return _in_order(edition_id, joined).order_by(Coverage.position)


def _in_order(edition_id: int, query: Select[*tuple[Any, ...]]) -> Select[Any]:
    here = query.where(Target.edition_id == edition_id, Target.is_retired.is_(False))
    return here.order_by(Target.position, Target.id)
