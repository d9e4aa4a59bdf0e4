"""Arranging rows: split, join, leave out, add, move, paragraphs, locks, and the source itself."""

from __future__ import annotations

from workbench.desk.editing import (
    add_revision,
    clean,
    edition_for_editing,
    finish,
    take_mark_off,
    write_text,
)
from workbench.desk.lapsing import back_to_review
from workbench.desk.rights import Act, require
from workbench.desk.steps import Edit, Recorder
from workbench.errors import Reason, RefusedError, WorkbenchError
from workbench.library.articles import GAP, between
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.article import Segment
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Origin, SegmentKind
from workbench.sentences import Sentence, say
from workbench.text.segmenting import join_sentences


def split(
    library: Library,
    by: int,
    target_id: int,
    *,
    target_at: int,
    source_at: int | None = None,
    asked_by: str = "",
) -> Edit:
    """Cut a row in two at offsets into its draft and its source (code points).

    A joined row comes apart between its segments, nearest to `source_at`; a single segment is cut
    itself, in every edition of the article. Without `source_at` the source is cut in proportion,
    after a punctuation mark where there is one near. Raises when there is nothing to cut.
    """
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        recorder = Recorder(tx, edition.id)
        covered = tx.editions.coverage(edition.id, [target.id]).get(target.id, ())
        if not covered:
            raise WorkbenchError(
                say("Text added on purpose has no source to split. Add another piece instead.")
            )
        recorder.watch([target])
        if len(covered) > 1:
            kept, given = _parted(tx, covered, source_at)
        else:
            kept, given = (
                covered,
                (_cut_segment(tx, edition, recorder, covered[0], source_at, target, target_at).id,),
            )
        text = target.text
        second = _new_target(tx, edition, target, recorder)
        tx.editions.cover(edition.id, {target.id: kept, second.id: given})
        write_text(tx, edition, target, text[:target_at].rstrip(), by=by, origin=Origin.TYPED, detail="split")
        write_text(tx, edition, second, text[target_at:].lstrip(), by=by, origin=Origin.TYPED, detail="split")
        return finish(tx, edition, recorder, "split")


def _parted(
    tx: Transaction, covered: tuple[int, ...], source_at: int | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    lengths = [len(tx.articles.segment(one).text) for one in covered]
    aim = sum(lengths) / 2 if source_at is None else source_at
    cuts = range(1, len(covered))
    best = min(cuts, key=lambda n: abs(sum(lengths[:n]) - aim))
    return covered[:best], covered[best:]


def _cut_segment(
    tx: Transaction,
    edition: Edition,
    recorder: Recorder,
    segment_id: int,
    source_at: int | None,
    target: Target,
    target_at: int,
) -> Segment:
    segment = tx.articles.segment(segment_id)
    place = _place_to_cut(segment.text, source_at, target.text, target_at)
    if not 0 < place < len(segment.text):
        raise WorkbenchError(
            say("The source is too short to split there. Put the caret inside the sentence.")
        )
    recorder.watch_segments([segment])
    position = tx.articles.position_after(segment)
    if position is None:
        raise WorkbenchError(say("There is no room for another segment here. Join two neighbours first."))
    second = Segment(
        article_id=segment.article_id,
        position=position,
        paragraph=segment.paragraph,
        kind=segment.kind,
        text=segment.text[place:].lstrip(),
        photo_id=segment.photo_id,
    )
    tx.articles.reword(segment, segment.text[:place].rstrip())
    tx.articles.add_segments([second])
    recorder.add_segment(second)
    cover_in_sisters(tx, edition, segment.id, second.id)
    return second


def cover_in_sisters(tx: Transaction, edition: Edition, first: int, *others: int) -> None:
    """In the article's other editions the row that had the whole segment now has all its pieces."""
    for sister in tx.editions.of_article(edition.article_id):
        if sister.id == edition.id:
            continue
        for target_id, covered in tx.editions.coverage(sister.id).items():
            if first in covered:
                place = covered.index(first) + 1
                tx.editions.cover(sister.id, {target_id: (*covered[:place], *others, *covered[place:])})


def _place_to_cut(source: str, source_at: int | None, target: str, target_at: int) -> int:
    if source_at is not None:
        return source_at
    share = target_at / len(target) if target else 0.5
    aim = round(len(source) * share)
    marks = [i + 1 for i, char in enumerate(source[:-1]) if char in "，；：。！？、,;:"]
    return min(marks, key=lambda place: abs(place - aim)) if marks else aim


def _new_target(tx: Transaction, edition: Edition, after: Target, recorder: Recorder) -> Target:
    second = Target(edition_id=edition.id, position=room_after(tx, edition, after, recorder), kind=after.kind)
    second.photo_id = after.photo_id
    tx.editions.add_targets([second])
    recorder.add_target(second)
    return second


def room_after(tx: Transaction, edition: Edition, after: Target, recorder: Recorder) -> int:
    """Return a free position behind a target, spreading all positions out when there is none."""
    follower = tx.editions.next(after)
    position = between(after.position, None if follower is None else follower.position)
    if position is not None:
        return position
    targets = tx.editions.targets(edition.id)
    recorder.watch(targets)
    for place, target in enumerate(targets):
        target.position = place * GAP
    return after.position + GAP // 2


def join(library: Library, by: int, target_id: int, *, asked_by: str = "") -> Edit:
    """Join a row with the next one: one target that covers the segments of both."""
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        second = tx.editions.next(target)
        if second is None:
            raise WorkbenchError(say("This is the last segment; there is none to join it with."))
        _refuse_unlike(target, second)
        recorder = Recorder(tx, edition.id)
        recorder.watch([target, second])
        covered = tx.editions.coverage(edition.id, [target.id, second.id])
        both = (*covered.get(target.id, ()), *covered.get(second.id, ()))
        text = join_sentences([target.text, second.text], edition.language)
        origin = target.origin if target.origin is second.origin and target.origin else Origin.TYPED
        second.is_retired = True
        tx.editions.cover(edition.id, {second.id: ()})
        tx.editions.cover(edition.id, {target.id: both})
        target.is_omitted = False
        if text != target.text:
            write_text(tx, edition, target, text, by=by, origin=origin, detail="joined")
        else:
            take_mark_off(edition, target)
            back_to_review(tx, edition, by)
        tx.editions.changed_target(target)
        return finish(tx, edition, recorder, "join")


def _refuse_unlike(first: Target, second: Target) -> None:
    if first.kind is not second.kind and {first.kind, second.kind} != {SegmentKind.LEAD, SegmentKind.BODY}:
        raise WorkbenchError(
            say("A {first} and a {second} cannot be joined.", first=first.kind, second=second.kind)
        )
    if second.is_locked:
        raise RefusedError(Reason("locked", say("The next segment is locked. Unlock it before joining.")))


def omit(library: Library, by: int, target_id: int, reason: str, *, asked_by: str = "") -> Edit:
    """Leave the source of a row out on purpose, with a reason; its text is taken out and kept in history."""
    _need(reason, say("Say why it is left out; reviewers see the reason."))
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        if target.kind is SegmentKind.HEADLINE:
            raise WorkbenchError(say("A headline cannot be left out."))
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        if target.text:
            write_text(tx, edition, target, "", by=by, origin=Origin.TYPED, detail="left out")
        take_mark_off(edition, target)
        target.is_omitted, target.is_returned, target.reason = True, False, reason.strip()
        target.confirmed_by = by
        back_to_review(tx, edition, by)
        _tell(tx, edition, by, "left out", target, reason)
        return finish(tx, edition, recorder, "leave out")


def take_back(library: Library, by: int, target_id: int, *, asked_by: str = "") -> Edit:
    """Take a row that was left out back in, with the text it had."""
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        earlier = [row for row in tx.editions.history(target.id) if row.text]
        target.is_omitted, target.reason, target.confirmed_by = False, "", None
        if earlier:
            write_text(
                tx, edition, target, earlier[0].text, by=by, origin=Origin.RESTORED, detail="taken back in"
            )
        back_to_review(tx, edition, by)
        return finish(tx, edition, recorder, "take back in")


def add_after(
    library: Library,
    by: int,
    target_id: int,
    text: str,
    reason: str,
    *,
    kind: SegmentKind = SegmentKind.BODY,
    opens_paragraph: bool = False,
    asked_by: str = "",
) -> Edit:
    """Add English without a source on purpose, behind a row, with a reason."""
    _need(reason, say("Say why it is added; reviewers see the reason."))
    text = clean(text)
    with library.writing(asked_by=asked_by) as tx:
        before = tx.editions.target(target_id)
        edition = edition_for_editing(tx, before, by)
        recorder = Recorder(tx, edition.id)
        target = Target(
            edition_id=edition.id,
            position=room_after(tx, edition, before, recorder),
            kind=kind,
            reason=reason.strip(),
            opens_paragraph=opens_paragraph,
        )
        tx.editions.add_targets([target])
        recorder.add_target(target)
        write_text(tx, edition, target, text, by=by, origin=Origin.TYPED, detail="added on purpose")
        _tell(tx, edition, by, "added", target, reason)
        return finish(tx, edition, recorder, "add")


def move(library: Library, by: int, target_id: int, to_number: int, *, asked_by: str = "") -> Edit:
    """Move a row so that it becomes the one of that number, counted from 1."""
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        if not 1 <= to_number <= edition.total:
            raise WorkbenchError(
                say(
                    "There is no place {to_number}; the rows go from 1 to {count}.",
                    to_number=to_number,
                    count=edition.total,
                )
            )
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        was = tx.editions.rows(edition.id, [target.id])[0].number
        behind = 0 if was == 1 else tx.editions.at(edition.id, was - 1, without=target).id
        before = tx.editions.at(edition.id, max(to_number - 1, 1), without=target)
        if to_number == 1:
            target.position = before.position - GAP
        else:
            target.position = before.position  # out of the way while room is found
            target.position = room_after(tx, edition, before, recorder)
        take_mark_off_if_needed(tx, edition, target, by)
        _tell(tx, edition, by, "moved", target, "", was=was, now=to_number, behind=behind)
        return finish(tx, edition, recorder, "move")


def set_paragraph(library: Library, by: int, target_id: int, *, opens: bool, asked_by: str = "") -> Edit:
    """Let a row open a paragraph, or go on with the one before it."""
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        target.opens_paragraph = opens
        take_mark_off_if_needed(tx, edition, target, by)
        return finish(tx, edition, recorder, "paragraph")


def take_mark_off_if_needed(tx: Transaction, edition: Edition, target: Target, by: int) -> None:
    """Moving and paragraph breaks keep the words confirmed but undo an approval of the article."""
    tx.editions.changed_target(target)
    back_to_review(tx, edition, by)


def set_locked(library: Library, by: int, target_id: int, *, is_locked: bool, asked_by: str = "") -> Edit:
    """Lock a row against editing, or unlock it; both leave a trace."""
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = tx.editions.get(target.edition_id)
        require(tx, Act.EDIT, edition, by)
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        target.is_locked = is_locked
        _tell(tx, edition, by, "locked" if is_locked else "unlocked", target, "")
        return finish(tx, edition, recorder, "lock" if is_locked else "unlock")


def correct_source(library: Library, by: int, segment_id: int, text: str, *, asked_by: str = "") -> Edit:
    """Put a mistake in the source right; recorded as such, and its row has to be confirmed again."""
    text = clean(text)
    _need(text, say("The source cannot be empty. Leave the segment out instead."))
    with library.writing(asked_by=asked_by) as tx:
        segment = tx.articles.segment(segment_id)
        editions = tx.editions.of_article(segment.article_id)
        if not editions:
            raise WorkbenchError(say("This article has no edition yet."))
        step: Edit | None = None
        for edition in editions:
            require(tx, Act.EDIT, edition, by)
            targets = [
                tx.editions.target(one)
                for one, covered in tx.editions.coverage(edition.id).items()
                if segment_id in covered
            ]
            recorder = Recorder(tx, edition.id)
            recorder.watch(targets)
            recorder.watch_segments([segment])
            if edition is editions[0]:
                segment.previous = segment.text
                tx.articles.reword(segment, text)
            for target in targets:
                take_mark_off(edition, target)
                add_revision(
                    tx, edition, target, by=by, origin=target.origin or Origin.TYPED, note="source corrected"
                )
                back_to_review(tx, edition, by)
            step = step or finish(tx, edition, recorder, "correct source")
        article = tx.articles.get(segment.article_id)
        if segment.kind is SegmentKind.HEADLINE:
            article.headline = text
        tx.events.add(
            "source corrected", article_id=article.id, person_id=by, before=segment.previous, after=text
        )
        assert step is not None
        return step


def _need(text: str, sentence: Sentence) -> None:
    if not text.strip():
        raise WorkbenchError(sentence)


def _tell(
    tx: Transaction, edition: Edition, by: int, kind: str, target: Target, reason: str, **said: object
) -> None:
    tx.events.add(
        kind,
        article_id=edition.article_id,
        edition_id=edition.id,
        person_id=by,
        target=target.id,
        reason=reason,
        **said,
    )
