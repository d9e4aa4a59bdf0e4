"""Dividing rows whose source is long beyond all measure: at good places, into as many rows as it takes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from workbench.desk.arranging import cover_in_sisters
from workbench.desk.editing import clean, edition_for_editing, finish, write_text
from workbench.desk.steps import Edit, Recorder
from workbench.errors import WorkbenchError
from workbench.library.articles import GAP
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.article import Segment
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Origin
from workbench.model.rows import EditionRow
from workbench.sentences import say
from workbench.text.shortening import ROUGHLY, VERY_LONG, shortened

_BREAK = re.compile(r"(?<=[。！？；，、])|(?<=\s)(?=\S)")
"""Where a translation may be cut: after a Chinese stop or pause, and before a word."""

Part = tuple[int, ...]
"""The segments of one row."""


def is_very_long(row: EditionRow) -> bool:
    """Tell whether a row is slow to edit, and better divided."""
    return len(row.source) > VERY_LONG and not row.is_locked and not row.is_omitted


def divide(library: Library, by: int, target_id: int, *, asked_by: str = "") -> Edit:
    """Divide a very long row into rows of some two thousand characters; all of it is one step to undo.

    A joined row comes apart between its segments, a long segment is cut at pauses and spaces in every edition of the
    article. What is translated is cut in proportion and has to be confirmed again. Raises when there is no good place.
    """
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        segments = tx.editions.coverage(edition.id, [target.id]).get(target.id, ())
        parts = _parts(tx, edition, recorder, segments)
        if len(parts) < 2:
            raise WorkbenchError(
                say("There is no good place to cut this row. Split it yourself where you want it.")
            )
        targets = [target, *_more_targets(tx, edition, target, recorder, len(parts) - 1)]
        tx.editions.cover(edition.id, {one.id: part for one, part in zip(targets, parts, strict=True)})
        lengths = [sum(len(tx.articles.segment(one).text) for one in part) for part in parts]
        for one, text in zip(targets, in_shares(target.text, lengths), strict=True):
            if text != one.text:
                write_text(tx, edition, one, text, by=by, origin=Origin.TYPED, detail="split")
        return finish(tx, edition, recorder, "split")


def in_shares(text: str, weights: Sequence[int]) -> list[str]:
    """Cut a text into pieces about as long as their weights say, between words or after a pause."""
    places, start, pieces = [0, *(match.start() for match in _BREAK.finditer(text)), len(text)], 0, []
    for sum_ in list(accumulate(weights))[:-1]:
        aim = len(text) * sum_ / (sum(weights) or 1)
        at = bisect_left(places, aim)
        end = min(places[max(at - 1, 0) : at + 1], key=lambda place: abs(place - aim))
        pieces.append(text[start : max(start, end)].strip())
        start = max(start, end)
    return [*pieces, text[start:].strip()]


def _parts(tx: Transaction, edition: Edition, recorder: Recorder, covered: Sequence[int]) -> list[Part]:
    """Return the segments of each row to be; short ones stay together, a very long one is cut."""
    parts: list[Part] = []
    room = 0
    for segment in [tx.articles.segment(one) for one in covered]:
        if len(segment.text) > VERY_LONG:
            parts += [(one,) for one in _cut(tx, edition, recorder, segment)]
            room = 0
        elif parts and len(segment.text) <= room:
            parts[-1] = (*parts[-1], segment.id)
            room -= len(segment.text)
        else:
            parts.append((segment.id,))
            room = ROUGHLY - len(segment.text)
    return parts


def _cut(tx: Transaction, edition: Edition, recorder: Recorder, segment: Segment) -> list[int]:
    language = tx.articles.get(segment.article_id).language
    pieces = [piece for each in shortened(segment.text, language) if (piece := clean(each).strip())]
    if len(pieces) < 2:
        return [segment.id]
    recorder.watch_segments([segment])
    further = [
        Segment(
            article_id=segment.article_id,
            position=position,
            paragraph=segment.paragraph,
            kind=segment.kind,
            text=piece,
            photo_id=segment.photo_id,
        )
        for piece, position in zip(
            pieces[1:], _room_for_segments(tx, recorder, segment, len(pieces) - 1), strict=True
        )
    ]
    tx.articles.reword(segment, pieces[0])
    tx.articles.add_segments(further)
    added = [one.id for one in further]
    for one in further:
        recorder.add_segment(one)
    cover_in_sisters(tx, edition, segment.id, *added)
    return [segment.id, *added]


def _room_for_segments(tx: Transaction, recorder: Recorder, segment: Segment, count: int) -> list[int]:
    """Return free positions behind a segment, moving all others apart when there are too few."""
    follower = tx.articles.position_of_next(segment)
    if follower is not None and follower - segment.position <= count:
        every = tx.articles.segments(segment.article_id)
        recorder.watch_segments(every)
        for place, one in enumerate(every):
            one.position = place * max(GAP, count + 1)
        follower = segment.position + max(GAP, count + 1)
    return spread(segment.position, follower, count)


def _more_targets(
    tx: Transaction, edition: Edition, after: Target, recorder: Recorder, count: int
) -> list[Target]:
    """Return so many new targets behind one, moving all others apart when there is no room."""
    follower = tx.editions.next(after)
    if follower is not None and follower.position - after.position <= count:
        every = tx.editions.targets(edition.id)
        recorder.watch(every)
        for place, one in enumerate(every):
            one.position = place * max(GAP, count + 1)
    positions = spread(after.position, None if follower is None else follower.position, count)
    made = [Target(edition_id=edition.id, position=position, kind=after.kind) for position in positions]
    for one in made:
        one.photo_id = after.photo_id
    tx.editions.add_targets(made)
    for one in made:
        recorder.add_target(one)
    return made


def spread(position: int, follower: int | None, count: int) -> list[int]:
    """Return so many positions between two, or behind the last one, as far apart as there is room."""
    step = GAP if follower is None else (follower - position) // (count + 1)
    return [position + step * n for n in range(1, count + 1)]
