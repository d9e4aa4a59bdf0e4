"""The rows of the editor put together from the columns of the database, fast enough for 10,000 at once.

The columns are asked for without their Python types: turning a word or a truth value of each of 10,000 rows one
by one through SQLAlchemy takes longer than reading them. What types mean is said here, in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from sqlalchemy import ColumnElement, CursorResult, type_coerce
from sqlalchemy.types import NullType

from workbench.model.edition import Target
from workbench.model.kinds import Origin, SegmentKind, State
from workbench.model.rows import EditionRow
from workbench.text.segmenting import join_sentences

Pieces = list[tuple[int, str]]
"""The segments a target stands for and their text, in order."""
Sources = dict[int, Pieces]
"""The segments of targets, by target id."""
AT_A_TIME = 1_000
"""So many lines are taken from the database at once."""


class StoredTarget(NamedTuple):
    """The columns the editor shows, as the driver gives them; times and bookkeeping stay in the database."""

    id: int
    kind: str
    text: str
    state: str
    version: int
    origin: str | None
    origin_detail: str
    is_returned: int
    is_omitted: int
    is_locked: int
    reason: str
    confirmed_by: int | None
    opens_paragraph: int
    photo_id: int | None
    position: int


SHOWN: tuple[ColumnElement[Any], ...] = tuple(
    type_coerce(Target.__table__.columns[name], NullType()).label(name) for name in StoredTarget._fields
)
_stored = partial(tuple.__new__, StoredTarget)  # `_make` runs Python for each of 10,000 rows
KINDS = {str(kind): kind for kind in SegmentKind}
STATES = {str(state): state for state in State}
ORIGINS: dict[str | None, Origin | None] = {None: None, **{str(origin): origin for origin in Origin}}
NOTHING: Pieces = []


def plain(found: CursorResult[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return what was found as the driver has it: making and taking apart rows of SQLAlchemy costs more each time."""
    return list(found.cursor.fetchall())


def streamed(found: CursorResult[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield what was found as the driver has it, without ever holding all of it."""
    cursor = found.cursor
    while part := cursor.fetchmany(AT_A_TIME):
        yield from part


def fetched(found: CursorResult[*tuple[Any, ...]]) -> list[StoredTarget]:
    """Return targets as they were found."""
    return list(map(_stored, plain(found)))


def paired(found: Iterable[tuple[Any, ...]]) -> Iterator[tuple[StoredTarget, Pieces]]:
    """Yield every target with the segments it stands for, from lines that end in a segment and its text (None: none)."""
    width = len(StoredTarget._fields)
    target: StoredTarget | None = None
    covered = NOTHING
    for line in found:
        if target is not None and line[0] == target.id:
            covered.append(line[width:])
            continue
        if target is not None:
            yield target, covered
        target = _stored(line[:width])
        covered = NOTHING if line[width] is None else [line[width:]]
    if target is not None:
        yield target, covered


class Opening(Protocol):
    """A row as far as its place is concerned."""

    @property
    def opens_paragraph(self) -> int:
        """Whether it begins a paragraph."""


def places_of(targets: Iterable[Opening]) -> Iterator[tuple[int, int]]:
    """Yield the number from 1 and the paragraph from 0 of every row of an edition."""
    paragraph = -1
    for number, target in enumerate(targets, start=1):
        if target.opens_paragraph or paragraph < 0:
            paragraph += 1
        yield number, paragraph


def gathered(found: Iterable[tuple[int, int, str]]) -> Sources:
    """Return segments by the target that stands for them, from (target id, segment id, text) in order."""
    sources: Sources = {}
    for target_id, segment_id, text in found:
        known = sources.get(target_id)
        if known is None:
            sources[target_id] = [(segment_id, text)]
        else:
            known.append((segment_id, text))
    return sources


def put_together(
    found: Iterable[tuple[StoredTarget, Pieces]],
    places: Iterable[tuple[int, int]],
    comments: Mapping[int, int],
    language: str,
) -> list[EditionRow]:
    """Put targets with what they stand for and their places together, all by position: names cost a look-up each."""
    rows: list[EditionRow] = []
    row: Callable[..., EditionRow] = partial(tuple.__new__, EditionRow)
    for (target, covered), (number, paragraph) in zip(found, places, strict=True):
        (target_id, kind, text, state, version, origin, detail, is_returned, is_omitted, is_locked, reason,
         confirmed_by, opens, photo_id, _) = target  # fmt: skip
        segments: tuple[int, ...]
        if len(covered) == 1:
            source, segments = covered[0][1], (covered[0][0],)
        else:
            source = join_sentences([piece for _, piece in covered], language)
            segments = tuple([segment_id for segment_id, _ in covered])
        rows.append(
            row((
                target_id, number, KINDS[kind], paragraph, source, text, STATES[state], version, ORIGINS[origin],
                detail, bool(is_returned), bool(is_omitted), not covered, bool(is_locked), reason, segments,
                comments.get(target_id, 0), confirmed_by, bool(opens), photo_id,
            ))
        )  # fmt: skip
    return rows
