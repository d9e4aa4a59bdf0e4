"""When a page is imported again with other words: what changed, and only that is opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from workbench.desk.crediting import refresh_lines
from workbench.desk.editing import add_revision, take_mark_off
from workbench.desk.guarding import APPROVED, TakenAway, refuse_much
from workbench.desk.rights import Act, require
from workbench.desk.steps import Recorder, Step, put_back
from workbench.library.articles import GAP
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.article import Article, Segment
from workbench.model.edition import Edition, Target
from workbench.model.incoming import SourcePiece
from workbench.model.kinds import Origin, SegmentKind, Stage

LEAST_IN_COMMON = 0.5
"""A page that shares less than this with its earlier import is a new article, not a new version."""


@dataclass(frozen=True, slots=True)
class Undo:
    """What a new version of a source changed: by edition, with the segments in the first of them, and in the article."""

    article_id: int
    fingerprint: str
    headline: str
    steps: tuple[Step, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Merge:
    """How many segments of the source stayed, changed, came and went; `undo` is what takes that back."""

    kept: int
    changed: int
    added: int
    removed: int
    undo: Undo


def _matcher(old: Sequence[Segment], new: Sequence[SourcePiece]) -> SequenceMatcher[tuple[str, str]]:
    return SequenceMatcher(
        None, [(s.kind, s.text) for s in old], [(s.kind, s.text) for s in new], autojunk=False
    )


def is_same_story(tx: Transaction, earlier: Article, pieces: Sequence[SourcePiece]) -> bool:
    """Tell whether enough of an earlier import stands in the new text to call it a new version."""
    return _matcher(tx.articles.segments(earlier.id), pieces).ratio() >= LEAST_IN_COMMON


def merge_source(
    tx: Transaction,
    article: Article,
    pieces: Sequence[SourcePiece],
    fingerprint: str,
    *,
    by: int | None,
    is_meant: bool = False,
) -> Merge:
    """Bring an article's source up to date; finished sentences stay, touched ones are opened again.

    Editions that were in review or approved go back to their translators; a published page stands
    until somebody starts a correction. Raises `MassChangeError` unless it `is_meant` to take much away.
    """
    old = tx.articles.segments(article.id)
    before = (article.fingerprint, article.headline)
    editions = tx.editions.of_article(article.id)
    recorders = [_recorder(tx, edition) for edition in editions]
    for recorder in recorders[:1]:
        recorder.watch_segments(old)
    kept = changed = added = removed = 0
    touched: set[int] = set()
    retired: set[int] = set()
    new: list[Segment] = []
    ordered: list[Segment] = []
    for tag, i1, i2, j1, j2 in _matcher(old, pieces).get_opcodes():
        olds, news = old[i1:i2], pieces[j1:j2]
        pairs = min(len(olds), len(news))
        for have, want in zip(olds, news, strict=False):
            have.paragraph = want.paragraph
            ordered.append(have)
            if tag == "equal":
                kept += 1
                continue
            have.previous, have.kind = have.text, want.kind
            tx.articles.reword(have, want.text)
            touched.add(have.id)
            changed += 1
        for gone in olds[pairs:]:
            gone.is_retired = True
            retired.add(gone.id)
            removed += 1
        for want in news[pairs:]:
            fresh = Segment(
                article_id=article.id, position=0, paragraph=want.paragraph, kind=want.kind, text=want.text
            )
            new.append(fresh)
            ordered.append(fresh)
            added += 1
    tx.articles.add_segments(new)
    for place, segment in enumerate(ordered):
        segment.position = place * GAP
    if not is_meant:
        for edition in editions:
            refuse_much(_taken(tx, edition, touched, retired), article.headline or article.key)
    article.fingerprint = fingerprint
    article.headline = next((s.text for s in ordered if s.kind is SegmentKind.HEADLINE), article.headline)
    for recorder in recorders[:1]:
        for segment in new:
            recorder.add_segment(segment)
    for edition, recorder in zip(editions, recorders, strict=True):
        _reopen(tx, edition, recorder, touched, retired, new, by)
        _reorder(tx, edition, ordered)
        _send_back(tx, edition)
        tx.editions.recount(edition)
        tx.editions.touch(edition)
    undo = Undo(article.id, *before, tuple(recorder.step("source changed") for recorder in recorders))
    merge = Merge(kept, changed, added, removed, undo)
    tx.events.add(
        "source changed",
        article_id=article.id,
        person_id=by,
        kept=kept,
        changed=changed,
        added=added,
        removed=removed,
    )
    return merge


def undo_merge(library: Library, by: int, undo: Undo, *, asked_by: str = "") -> None:
    """Put an earlier version of a source back, with every text and mark; stages stay as they are.

    Raises `ConflictError` when somebody has worked on what changed since, `RefusedError` when the rules forbid it.
    """
    with library.writing(asked_by=asked_by) as tx:
        for step in undo.steps:
            edition = tx.editions.get(step.edition_id)
            require(tx, Act.EDIT, edition, by)
            put_back(tx, step.reversed())
            tx.editions.recount(edition)
            tx.editions.touch(edition)
            refresh_lines(tx, edition)
        article = tx.articles.get(undo.article_id)
        article.fingerprint, article.headline = undo.fingerprint, undo.headline
        tx.events.add("source change undone", article_id=article.id, person_id=by)


def _recorder(tx: Transaction, edition: Edition) -> Recorder:
    recorder = Recorder(tx, edition.id)
    recorder.watch(tx.editions.targets(edition.id))
    return recorder


def _taken(tx: Transaction, edition: Edition, touched: set[int], retired: set[int]) -> TakenAway:
    """Return what an edition loses: an approval as a whole lapses with any change of the source."""
    targets, covered = tx.editions.targets(edition.id), tx.editions.coverage(edition.id)
    stands = {target.id: covered.get(target.id, ()) for target in targets}
    removed = {
        target.id
        for target in targets
        if target.text and stands[target.id] and retired >= {*stands[target.id]}
    }
    opened = touched | retired if edition.stage is not Stage.APPROVED else None
    unapproved = [
        target
        for target in targets
        if target.id not in removed
        and target.state in APPROVED
        and (opened is None or opened & {*stands[target.id]})
    ]
    return TakenAway(len(targets), removed=len(removed), unapproved=len(unapproved))


def _reopen(
    tx: Transaction,
    edition: Edition,
    recorder: Recorder,
    touched: set[int],
    retired: set[int],
    new: list[Segment],
    by: int | None,
) -> None:
    for target_id, covered in tx.editions.coverage(edition.id).items():
        target = tx.editions.target(target_id)
        left = tuple(one for one in covered if one not in retired)
        if left != covered:
            target.is_retired = not left
            tx.editions.cover(edition.id, {target_id: left})
        if touched & set(covered) or (left and left != covered):
            take_mark_off(edition, target)
            target.confirmed_by = None
            add_revision(
                tx, edition, target, by=by, origin=target.origin or Origin.IMPORT, note="source changed"
            )
    targets = [
        Target(edition_id=edition.id, position=s.position, kind=s.kind, photo_id=s.photo_id) for s in new
    ]
    tx.editions.add_targets(targets)
    for target in targets:
        recorder.add_target(target)
    tx.editions.cover(edition.id, {t.id: (s.id,) for t, s in zip(targets, new, strict=True)})


def _reorder(tx: Transaction, edition: Edition, ordered: list[Segment]) -> None:
    """Put the new targets where their segments stand, and let rows open paragraphs as the source does."""
    places = {segment.id: segment for segment in ordered}
    paragraph: int | None = None
    covered = tx.editions.coverage(edition.id)
    for target in tx.editions.targets(edition.id):
        first = next((places[one] for one in covered.get(target.id, ()) if one in places), None)
        if first is not None:
            target.position = first.position
    for target in sorted(tx.editions.targets(edition.id), key=lambda t: t.position):
        first = next((places[one] for one in covered.get(target.id, ()) if one in places), None)
        if first is not None:
            target.opens_paragraph = target.opens_paragraph or first.paragraph != paragraph
            paragraph = first.paragraph


def _send_back(tx: Transaction, edition: Edition) -> None:
    if edition.stage in {Stage.IN_REVIEW, Stage.APPROVED}:
        before, edition.stage, edition.step = edition.stage, Stage.CHANGES_REQUESTED, 0
        tx.events.add(
            "returned",
            article_id=edition.article_id,
            edition_id=edition.id,
            before=str(before),
            stage=str(edition.stage),
            reason="the source changed",
        )
