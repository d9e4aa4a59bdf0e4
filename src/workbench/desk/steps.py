"""Images of rows before and after an edit: what an undo puts back, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from workbench.errors import ConflictError
from workbench.library.transaction import Transaction
from workbench.model.article import Segment
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Origin, SegmentKind, State
from workbench.model.rows import EditionRow
from workbench.sentences import say
from workbench.text.words import count_words


@dataclass(frozen=True, slots=True)
class TargetImage:
    """Everything an edit can change about a target, at one moment."""

    id: int
    position: int
    kind: SegmentKind
    text: str
    state: State
    is_returned: bool
    is_omitted: bool
    is_locked: bool
    is_retired: bool
    opens_paragraph: bool
    reason: str
    origin: Origin | None
    origin_detail: str
    confirmed_by: int | None
    confirmed_at: datetime | None
    reviewed_by: int | None
    segments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SegmentImage:
    """Everything an edit can change about a segment, at one moment."""

    id: int
    position: int
    kind: SegmentKind
    paragraph: int
    text: str
    previous: str
    is_retired: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable edit: the rows it touched, before and after."""

    edition_id: int
    label: str
    before: tuple[TargetImage, ...] = ()
    after: tuple[TargetImage, ...] = ()
    segments_before: tuple[SegmentImage, ...] = ()
    segments_after: tuple[SegmentImage, ...] = ()

    def reversed(self) -> Step:
        """Return the step that undoes this one."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            segments_before=self.segments_after,
            segments_after=self.segments_before,
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit did: the rows after it, whether rows came, went or moved, and how to undo it.

    `to_fill` are the rows that a confirmed one, by which they stand, has yet to be put into.
    """

    step: Step
    rows: list[EditionRow] = field(default_factory=list)
    edition_changed: bool = False
    to_fill: Mapping[int, Sequence[int]] = field(default_factory=dict)


class Recorder:
    """Takes images of what an edit is about to touch, and afterwards makes the step of them."""

    def __init__(self, tx: Transaction, edition_id: int) -> None:
        self._tx = tx
        self._edition_id = edition_id
        self._targets: dict[int, TargetImage] = {}
        self._segments: dict[int, SegmentImage] = {}
        self._touched: dict[int, Target] = {}
        """The targets themselves: let go, each would have to be read again for its image afterwards."""
        self._new_targets: list[int] = []
        self._new_segments: list[int] = []

    def watch(self, targets: Iterable[Target]) -> None:
        """Take the images of targets before they change."""
        watched = list(targets)
        covered = self._tx.editions.coverage(self._edition_id, [target.id for target in watched])
        for target in watched:
            self._targets.setdefault(target.id, image_of(target, covered.get(target.id, ())))
            self._touched[target.id] = target

    def watch_segments(self, segments: Iterable[Segment]) -> None:
        """Take the images of segments before they change."""
        for segment in segments:
            self._segments.setdefault(segment.id, segment_image_of(segment))

    def add_target(self, target: Target) -> None:
        """Note a target that the edit made."""
        self._new_targets.append(target.id)
        self._touched[target.id] = target

    def add_segment(self, segment: Segment) -> None:
        """Note a segment that the edit made."""
        self._new_segments.append(segment.id)

    def step(self, label: str) -> Step:
        """Take the images after the edit; what was made counts as retired before it."""
        touched = [*self._targets, *self._new_targets]
        covered = self._tx.editions.coverage(self._edition_id, touched)
        segment = self._tx.articles.segment
        after = {one: image_of(self._touched[one], covered.get(one, ())) for one in touched}
        segments = {one: segment_image_of(segment(one)) for one in [*self._segments, *self._new_segments]}
        gone = [replace(after[one], is_retired=True, segments=()) for one in self._new_targets]
        gone_segments = [replace(segments[one], is_retired=True) for one in self._new_segments]
        return Step(
            edition_id=self._edition_id,
            label=label,
            before=(*self._targets.values(), *gone),
            after=tuple(after.values()),
            segments_before=(*self._segments.values(), *gone_segments),
            segments_after=tuple(segments.values()),
        )


def image_of(target: Target, segments: tuple[int, ...]) -> TargetImage:
    """Return the image of a target as it stands."""
    return TargetImage(
        id=target.id,
        position=target.position,
        kind=target.kind,
        text=target.text,
        state=target.state,
        is_returned=target.is_returned,
        is_omitted=target.is_omitted,
        is_locked=target.is_locked,
        is_retired=target.is_retired,
        opens_paragraph=target.opens_paragraph,
        reason=target.reason,
        origin=target.origin,
        origin_detail=target.origin_detail,
        confirmed_by=target.confirmed_by,
        confirmed_at=target.confirmed_at,
        reviewed_by=target.reviewed_by,
        segments=segments,
    )


def segment_image_of(segment: Segment) -> SegmentImage:
    """Return the image of a segment as it stands."""
    return SegmentImage(
        segment.id,
        segment.position,
        segment.kind,
        segment.paragraph,
        segment.text,
        segment.previous,
        segment.is_retired,
    )


def put_back(tx: Transaction, step: Step) -> list[Target]:
    """Bring every row of a step from its `before` to its `after`; return the targets touched.

    Raises `ConflictError` when somebody has changed one of them since.
    """
    covered = tx.editions.coverage(step.edition_id, [image.id for image in step.before])
    targets = tx.editions.targets_by_id([image.id for image in step.before])
    for image in step.before:
        _refuse_if_changed(targets[image.id], image, covered.get(image.id, ()))
    _put_back_segments(tx, step)
    _follow_in_sisters(tx, step)
    for image in step.after:
        target = targets[image.id]
        for name in _FIELDS:
            setattr(target, name, getattr(image, name))
        tx.editions.changed_target(target)
    wanted = {image.id: () if image.is_retired else image.segments for image in step.after}
    changed = {one: segments for one, segments in wanted.items() if segments != covered.get(one, ())}
    if changed:  # it sends every row to the database, which the revisions will do once more
        tx.editions.cover(step.edition_id, changed)
    return list(targets.values())


_FIELDS = tuple(name for name in TargetImage.__slots__ if name not in {"id", "segments"})


def _put_back_segments(tx: Transaction, step: Step) -> None:
    for image in step.segments_after:
        segment = tx.articles.segment(image.id)
        tx.articles.reword(segment, image.text)
        segment.position, segment.previous = image.position, image.previous
        segment.kind, segment.paragraph = image.kind, image.paragraph
        segment.is_retired = image.is_retired


def _follow_in_sisters(tx: Transaction, step: Step) -> None:
    """Let the rows of other editions lose segments that are gone again, and have those that are back."""
    pairs = list(zip(step.segments_before, step.segments_after, strict=True))
    gone = {now.id for was, now in pairs if now.is_retired and not was.is_retired}
    back = {now.id for was, now in pairs if was.is_retired and not now.is_retired}
    if not gone and not back:
        return
    behind = _standing_behind(step, back)
    article = tx.articles.segment(step.segments_after[0].id).article_id
    for sister in tx.editions.of_article(article):
        if sister.id == step.edition_id:
            continue
        changed = {}
        for target_id, covered in tx.editions.coverage(sister.id).items():
            left = [one for one in covered if one not in gone] or covered  # a row of its own keeps its source
            wanted = tuple(piece for one in left for piece in (one, *behind.get(one, ())))
            if wanted != covered:
                changed[target_id] = wanted
        if changed:
            tx.editions.cover(sister.id, changed)


def _standing_behind(step: Step, wanted: set[int]) -> dict[int, list[int]]:
    """Return some segments of a step by the other segment behind which they stand."""
    behind: dict[int, list[int]] = {}
    anchor = 0
    for image in sorted(step.segments_after, key=lambda image: (image.position, image.id)):
        if image.id in wanted:
            behind.setdefault(anchor, []).append(image.id)
        elif not image.is_retired:
            anchor = image.id
    return behind


def recount(edition: Edition, step: Step) -> None:
    """Bring an edition's counts and headline up to date with a step, without reading its other rows."""
    for sign, images in ((-1, step.before), (1, step.after)):
        for image in images:
            if image.is_retired:
                continue
            edition.total += sign
            edition.words += sign * count_words(image.text)
            if image.is_omitted or (image.state is not State.INITIAL and not image.is_returned):
                edition.confirmed += sign
            elif image.text:
                edition.drafted += sign
            if image.kind is SegmentKind.HEADLINE and sign > 0:
                edition.headline = image.text


def changes_shares(step: Step) -> bool:
    """Tell whether a step changes who did how much: who stands by which segments, or the segments themselves."""
    return bool(step.segments_after) or [*map(_share, step.before)] != [*map(_share, step.after)]


def _share(image: TargetImage) -> tuple[object, ...] | None:
    counts = image.state is not State.INITIAL and not image.is_omitted and not image.is_retired
    return (image.id, image.confirmed_by, image.segments) if counts else None


def _refuse_if_changed(target: Target, image: TargetImage, segments: tuple[int, ...]) -> None:
    same_text = (target.text, target.is_retired) == (image.text, image.is_retired)
    if same_text and (image.is_retired or segments == image.segments):
        return
    raise ConflictError(
        say("This cannot be undone: somebody has changed the segment since. Its history has both versions."),
        mine=image.text,
        theirs=target.text,
        by="",
    )
