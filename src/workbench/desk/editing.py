"""Editing: typing, confirming, and putting text back. Every verb is one transaction and one undo step."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from workbench.desk.crediting import refresh_lines
from workbench.desk.lapsing import back_to_review
from workbench.desk.learning import learn
from workbench.desk.rights import Act, require
from workbench.desk.steps import Edit, Recorder, Step, TargetImage, changes_shares, put_back, recount
from workbench.errors import ConflictError, Reason, RefusedError, WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.edition import Edition, Revision, Target
from workbench.model.kinds import Origin, Stage, State
from workbench.sentences import say

SITTING = timedelta(minutes=5)
"""Typing by one person in one segment folds into one revision until they pause this long."""

UNSAVABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no database, file or page carries safely."""
LONGEST_TARGET = 1_000_000
"""Characters in one segment beyond which text is refused on entry."""


def save_text(
    library: Library,
    by: int,
    target_id: int,
    text: str,
    *,
    seen: int | None = None,
    origin: Origin = Origin.TYPED,
    detail: str = "",
    asked_by: str = "",
) -> Edit:
    """Set the text of a target; a confirmed or approved one becomes a draft again.

    `seen` is the version the writer had before them (None: whatever stands there). Raises
    `ConflictError` with both texts when somebody else has changed it since, `RefusedError` when
    the rules forbid it, `WorkbenchError` when the text cannot be stored.
    """
    text = clean(text)
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        refuse_stale(tx, target, seen, text)
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        if text != target.text:
            write_text(tx, edition, target, text, by=by, origin=origin, detail=detail)
        return finish(tx, edition, recorder, "typing")


def save_texts(
    library: Library,
    by: int,
    texts: Sequence[tuple[int, str, int]],
    *,
    asked_by: str = "",
) -> Edit:
    """Set several targets of one edition, given as (target id, text, version seen): all of them or none.

    Raises like `save_text` when any of them cannot be set.
    """
    texts = [(target_id, clean(text), seen) for target_id, text, seen in texts]
    with library.writing(asked_by=asked_by) as tx:
        targets = tx.editions.targets_by_id(target_id for target_id, _, _ in texts)
        edition = _edition_of_all(tx, list(targets.values()), by)
        tx.editions.read_newest_revisions(list(targets))
        recorder = Recorder(tx, edition.id)
        recorder.watch(targets.values())
        for target_id, text, seen in texts:
            target = targets[target_id]
            refuse_stale(tx, target, seen, text)
            if text != target.text:
                write_text(tx, edition, target, text, by=by, origin=Origin.TYPED, detail="")
        return finish(tx, edition, recorder, "replacing")


def _edition_of_all(tx: Transaction, targets: Sequence[Target], by: int) -> Edition:
    """Return the edition of targets that are about to be edited; raise when any of them may not be."""
    edition = edition_for_editing(tx, targets[0], by)
    for target in targets:
        _refuse_closed(target)
    if any(target.edition_id != edition.id for target in targets):
        raise ValueError("the targets are of several editions")
    return edition


def confirm(
    library: Library, by: int, target_ids: Sequence[int], *, at_once: int | None = None, asked_by: str = ""
) -> Edit:
    """Confirm targets that have text: the person stands by them, and the memory learns the pairs.

    Empty targets are left as they are; an empty selection does nothing. Of the rows that repeat them no more than
    `at_once` are filled, so that others can write in between; the edit tells which are left `to_fill`.
    """
    with library.writing(asked_by=asked_by) as tx:
        targets = list(tx.editions.targets_by_id(target_ids).values())
        if not targets:
            raise WorkbenchError(say("There is nothing to confirm."))
        edition = edition_for_editing(tx, targets[0], by)
        recorder = Recorder(tx, edition.id)
        ready = [target for target in targets if target.text.strip() and not target.is_omitted]
        recorder.watch(ready)
        for target in ready:
            confirm_target(tx, edition, target, by)
        left = fill_repetitions(tx, edition, recorder, ready, by, at_once)
        learn(tx, edition, ready, by)
        return replace(finish(tx, edition, recorder, "confirm"), to_fill=left)


def fill_repetitions(
    tx: Transaction,
    edition: Edition,
    recorder: Recorder,
    confirmed: Sequence[Target],
    by: int,
    at_once: int | None = None,
) -> Mapping[int, Sequence[int]]:
    """Put confirmed texts into the rows with the very same source that nobody has written yet.

    They stay drafts: a person has to stand by each of them. Text that somebody typed is left alone. Returns what is
    left beyond so many `at_once`: the targets by the one that they repeat.
    """
    is_on = tx.options.is_on("fill_repetitions")
    if not is_on or edition.stage not in {Stage.DRAFTING, Stage.CHANGES_REQUESTED}:
        return {}
    texts = {target.id: target.text for target in confirmed}
    waiting = tx.repetitions.waiting(edition.id, texts)
    _fill(tx, edition, recorder, {one: texts[waiting[one]] for one in list(waiting)[:at_once]}, by)
    left: defaultdict[int, list[int]] = defaultdict(list)
    for one in list(waiting)[at_once:] if at_once is not None else ():
        left[waiting[one]].append(one)
    return left


def _fill(tx: Transaction, edition: Edition, recorder: Recorder, texts: Mapping[int, str], by: int) -> None:
    targets = tx.editions.targets_by_id(texts)
    recorder.watch(targets.values())
    for target_id, target in targets.items():
        write_text(tx, edition, target, texts[target_id], by=by, origin=Origin.MEMORY, detail="same sentence")


def fill_more(
    library: Library, by: int, confirmed_id: int, target_ids: Sequence[int], *, asked_by: str = ""
) -> Edit:
    """Fill further rows that repeat a confirmed one: those that still do, and that nobody has written meanwhile."""
    with library.writing(asked_by=asked_by) as tx:
        confirmed = tx.editions.target(confirmed_id)
        edition = tx.editions.get(confirmed.edition_id)
        require(tx, Act.EDIT, edition, by)
        recorder = Recorder(tx, edition.id)
        if confirmed.state is not State.INITIAL and not confirmed.is_retired:
            still = tx.repetitions.still_waiting(confirmed, target_ids)
            _fill(tx, edition, recorder, dict.fromkeys(still, confirmed.text), by)
        return finish(tx, edition, recorder, "confirm")


def confirm_all(library: Library, by: int, edition_id: int, *, asked_by: str = "") -> Edit:
    """Confirm every target of an edition that has text and is not confirmed yet."""
    with library.reading() as tx:
        waiting = [
            target.id
            for target in tx.editions.targets(edition_id)
            if target.text.strip() and (target.state is State.INITIAL or target.is_returned)
        ]
    if not waiting:
        return Edit(Step(edition_id, "confirm"))
    return confirm(library, by, waiting, asked_by=asked_by)


def restore(library: Library, by: int, target_id: int, number: int, *, asked_by: str = "") -> Edit:
    """Bring back the text of an earlier revision, as a new one."""
    with library.reading() as tx:
        text = tx.editions.revision(target_id, number).text
    return save_text(
        library, by, target_id, text, origin=Origin.RESTORED, detail=f"version {number}", asked_by=asked_by
    )


def undo(library: Library, by: int, step: Step, *, asked_by: str = "") -> Edit:
    """Take a step back; the returned edit's own step does it again.

    Raises `ConflictError` when somebody has changed one of its rows since.
    """
    with library.writing(asked_by=asked_by) as tx:
        edition = tx.editions.get(step.edition_id)
        require(tx, Act.EDIT, edition, by)
        back = step.reversed()
        texts = {image.id: image.text for image in back.before}
        targets = put_back(tx, back)
        back_to_review(tx, edition, by)
        for target in targets:
            if not target.is_retired and target.text != texts[target.id]:
                add_revision(tx, edition, target, by=by, origin=Origin.RESTORED, detail="undo")
        recount(edition, back)
        if changes_shares(back):
            refresh_lines(tx, edition)
        tx.editions.touch(edition)
        return Edit(back, tx.editions.rows(edition.id, [t.id for t in targets]), _moved(back))


def clean(text: str) -> str:
    """Return text as it can be stored; raise when it cannot be, naming the place.

    Line ends become spaces: a target is one stretch of a paragraph. NUL, lone surrogates and
    other unsavable characters are refused (RELIABILITY.md, D21).
    """
    if len(text) > LONGEST_TARGET:
        raise WorkbenchError(
            say(
                "This text has {count:,} characters; a segment holds {longest:,}. Split it.",
                count=len(text),
                longest=LONGEST_TARGET,
            )
        )
    lines = text.splitlines()
    text = " ".join(line.strip() for line in lines) if len(lines) > 1 else "".join(lines)
    if found := UNSAVABLE.search(text):
        raise WorkbenchError(
            say(
                "Character {place} (U+{char:04X}) cannot be stored in a segment. Delete it and try again.",
                place=found.start() + 1,
                char=ord(found[0]),
            )
        )
    return text


def edition_for_editing(tx: Transaction, target: Target, by: int) -> Edition:
    """Return the edition a person is about to edit; raise when they may not, or it is locked."""
    edition = tx.editions.get(target.edition_id)
    require(tx, Act.EDIT, edition, by)
    _refuse_closed(target)
    return edition


def _refuse_closed(target: Target) -> None:
    if target.is_locked:
        raise RefusedError(Reason("locked", say("This segment is locked. Unlock it before editing.")))
    if target.is_retired:
        raise WorkbenchError(say("This segment was joined or taken out by somebody. Open the article again."))


def refuse_stale(tx: Transaction, target: Target, seen: int | None, mine: str) -> None:
    """Raise `ConflictError` with both texts when the target has a newer version than the one seen."""
    if seen is None or target.version == seen or target.text == mine:
        return
    newest = tx.editions.newest_revision(target)
    who = "" if newest is None or newest.person_id is None else tx.people.get(newest.person_id).name
    raise ConflictError(
        say(
            "{who} changed this segment while you were typing. Both texts are kept: choose one.",
            who=who or say("Somebody"),
        ),
        mine=mine,
        theirs=target.text,
        by=who,
    )


def write_text(
    tx: Transaction, edition: Edition, target: Target, text: str, *, by: int, origin: Origin, detail: str
) -> None:
    """Put text into a target with a revision that says who, when and from where."""
    target.text = text
    target.origin = origin if text else None
    target.origin_detail = detail
    take_mark_off(edition, target)
    add_revision(tx, edition, target, by=by, origin=origin, detail=detail)
    back_to_review(tx, edition, by)


def take_mark_off(edition: Edition, target: Target) -> None:
    """Make a target a draft again; in review its translator stays the one who confirmed it."""
    target.state = State.INITIAL
    target.reviewed_by = None
    if edition.stage is not Stage.IN_REVIEW:
        target.confirmed_by = target.confirmed_at = None


def add_revision(
    tx: Transaction,
    edition: Edition,
    target: Target,
    *,
    by: int | None,
    origin: Origin,
    detail: str = "",
    note: str = "",
) -> None:
    """Save a version of a target; typing of one sitting folds into the newest one."""
    newest = _newest_of_sitting(tx, edition, target, by, origin)
    if newest is not None:
        newest.text, newest.at, newest.state = target.text, now(), target.state
        tx.editions.changed_target(target)
        return
    tx.editions.add_revision(
        target,
        Revision(
            target_id=target.id,
            edition_id=edition.id,
            number=target.revision + 1,
            text=target.text,
            state=target.state,
            person_id=by,
            origin=origin,
            stage=edition.stage,
            detail=detail,
            note=note,
        ),
    )


def _newest_of_sitting(
    tx: Transaction, edition: Edition, target: Target, by: int | None, origin: Origin
) -> Revision | None:
    """Return the revision that typing goes on with; nothing else is asked for it, or many rows would ask one by one."""
    if origin is not Origin.TYPED or target.state is not State.INITIAL:
        return None
    newest = tx.editions.newest_revision(target)
    goes_on = (
        newest is not None
        and newest.origin is Origin.TYPED
        and newest.person_id == by
        and newest.state is State.INITIAL
        and newest.stage is edition.stage
        and newest.number > target.submitted_revision
        and timedelta(0) <= now() - newest.at < SITTING  # a clock that was set back does not join sittings
    )
    return newest if goes_on else None


def confirm_target(tx: Transaction, edition: Edition, target: Target, by: int) -> None:
    """Mark one target as stood by; during the review the translator's share stays theirs."""
    target.state = State.TRANSLATED
    target.is_returned = False
    target.reviewed_by = None
    if edition.stage is not Stage.IN_REVIEW or target.confirmed_by is None:
        target.confirmed_by = by
        target.confirmed_at = now()
    origin = target.origin or Origin.TYPED
    add_revision(tx, edition, target, by=by, origin=origin, detail=target.origin_detail, note="confirmed")
    back_to_review(tx, edition, by)


def finish(tx: Transaction, edition: Edition, recorder: Recorder, label: str) -> Edit:
    """Bring counts and lines into agreement and return what the edit did."""
    step = recorder.step(label)
    recount(edition, step)
    if changes_shares(step):
        refresh_lines(tx, edition)
    tx.editions.touch(edition)
    return Edit(step, tx.editions.rows(edition.id, [image.id for image in step.after]), _moved(step))


def _moved(step: Step) -> bool:
    """Tell whether rows came, went, moved or changed their source or paragraph."""
    before = {image.id: _place(image) for image in step.before}
    return bool(step.segments_after) or any(_place(image) != before[image.id] for image in step.after)


def _place(image: TargetImage) -> tuple[object, ...]:
    return (image.is_retired, image.position, image.segments, image.opens_paragraph)
