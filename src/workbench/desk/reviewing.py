"""Stages: submit, return, approve, reopen, correct, withdraw (RULES.md, stages and four eyes)."""

from __future__ import annotations

from workbench.desk.anchoring import keep_seal
from workbench.desk.checking import open_errors
from workbench.desk.content import content_of, digest_of
from workbench.desk.crediting import account_for, refresh_lines
from workbench.desk.editing import add_revision
from workbench.desk.finding_editions import find_edition
from workbench.desk.four_eyes import own_changes, own_work, same_person_twice, shown_numbers, strict_refusal
from workbench.desk.lapsing import back_to_review
from workbench.desk.learning import learn
from workbench.desk.machine import figures_of
from workbench.desk.review_chain import chain_of, current_step, step_refusal
from workbench.desk.rights import Act, refusal, require
from workbench.desk.signing_keys import Signer, signer_for
from workbench.errors import Reason, RefusedError, WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Origin, Stage, State
from workbench.model.review import Approval, Comment
from workbench.sentences import counted, say

RETURNED = "Returned: "
"""How a comment begins that says why a segment came back."""


def submit(library: Library, by: int, key: str, language: str = "en", *, asked_by: str = "") -> Stage:
    """Hand an edition to the reviewers; refused while targets are empty or unconfirmed."""
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        reasons = [refusal(tx, Act.SUBMIT, edition, by), *unfinished(tx, edition)]
        _refuse(reasons)
        for target in tx.editions.targets(edition.id):
            target.submitted_revision = target.revision
        return _move(tx, edition, by, Stage.IN_REVIEW, "submitted")


def unfinished(tx: Transaction, edition: Edition) -> list[Reason]:
    """Return what keeps an edition from being handed on: empty and unconfirmed targets by number."""
    empty, drafts = [], []
    for number, target in enumerate(tx.contents.progress(edition.id), start=1):
        if target.is_omitted:
            continue
        if not target.text.strip():
            empty.append(number)
        elif target.is_initial or target.is_returned:
            drafts.append(number)
    reasons = []
    if empty:
        reasons.append(
            Reason(
                "untranslated",
                counted(
                    "Segment {shown} is empty. Translate it or leave it out with a reason.",
                    "Segments {shown} are empty. Translate or leave them out with a reason.",
                    len(empty),
                    shown=shown_numbers(empty),
                ),
            )
        )
    if drafts:
        reasons.append(
            Reason(
                "unconfirmed",
                counted(
                    "Segment {shown} is not confirmed. Read and confirm it.",
                    "Segments {shown} are not confirmed. Read and confirm them.",
                    len(drafts),
                    shown=shown_numbers(drafts),
                ),
            )
        )
    return reasons


def return_edition(
    library: Library,
    by: int,
    key: str,
    reason: str,
    language: str = "en",
    *,
    number: int | None = None,
    asked_by: str = "",
) -> Stage:
    """Send an edition back with a reason; with `number`, that segment is marked as returned too."""
    if not reason.strip():
        raise WorkbenchError(say("Say why it is sent back; the translator sees the reason."))
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.RETURN, edition, by)
        if number is not None:
            _return_target(tx, edition, numbered_target(tx, edition, number), by, reason)
        edition.step = 0
        return _move(tx, edition, by, Stage.CHANGES_REQUESTED, "returned", reason=reason, number=number)


def mark_returned(
    library: Library, by: int, target_ids: list[int], reason: str, *, asked_by: str = ""
) -> None:
    """Mark a segment or a stretch as wanting changes while the review goes on.

    The reason becomes one open thread: it begins at the first segment, the others refer to it.
    """
    if not reason.strip():
        raise WorkbenchError(say("Say what should change; the translator sees the reason."))
    with library.writing(asked_by=asked_by) as tx:
        targets = [tx.editions.target(target_id) for target_id in target_ids]
        edition = tx.editions.get(targets[0].edition_id)
        require(tx, Act.RETURN, edition, by)
        thread = None
        for target in targets:
            thread = _return_target(tx, edition, target, by, reason, thread)
        back_to_review(tx, edition, by)
        _note_judged(tx, edition, by, "segments returned", targets, reason=reason.strip())


def _return_target(
    tx: Transaction, edition: Edition, target: Target, by: int, reason: str, thread: int | None = None
) -> int:
    """Mark a target as returned and say why; return the thread in which it is said."""
    target.state, target.is_returned, target.reviewed_by = State.TRANSLATED, True, None
    tx.editions.changed_target(target)
    said = Comment(
        edition_id=edition.id,
        target_id=target.id,
        person_id=by,
        text=f"{RETURNED}{reason.strip()}",
        parent_id=thread,
    )
    saved = tx.reviews.add_comment(said)
    return thread or saved.id


def mark_reviewed(library: Library, by: int, target_ids: list[int], *, asked_by: str = "") -> None:
    """Approve single segments during the review (optional: approving the article marks all)."""
    with library.writing(asked_by=asked_by) as tx:
        targets = [tx.editions.target(target_id) for target_id in target_ids]
        edition = tx.editions.get(targets[0].edition_id)
        require(tx, Act.APPROVE, edition, by)
        _refuse([own_work(tx, edition, by, targets)])
        ready = [target for target in targets if target.text.strip()]
        for target in ready:
            target.state, target.is_returned, target.reviewed_by = State.REVIEWED, False, by
            tx.editions.changed_target(target)
        _note_judged(tx, edition, by, "segments approved", ready)


def _note_judged(
    tx: Transaction, edition: Edition, by: int, kind: str, targets: list[Target], **said: object
) -> None:
    numbers = {target.id: n for n, target in enumerate(tx.editions.targets(edition.id), start=1)}
    tx.editions.recount(edition)
    tx.editions.touch(edition)
    tx.events.add(
        kind,
        article_id=edition.article_id,
        edition_id=edition.id,
        person_id=by,
        segments=sorted(numbers[target.id] for target in targets if target.id in numbers),
        **said,
    )


def approve(library: Library, by: int, key: str, language: str = "en", *, asked_by: str = "") -> Stage:
    """Approve exactly this text: the current step of the review, and with the last step the edition.

    Refused, with every reason, for one's own work, empty targets, open errors and open comments.
    """
    signs = signer_for(library, by)
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        targets = tx.editions.targets(edition.id)
        own = own_changes(tx, edition, by)
        self_approval = own_work(tx, edition, by, targets)
        is_allowed = tx.options.is_on("allow_self_approval")
        reasons = [
            refusal(tx, Act.APPROVE, edition, by),
            step_refusal(tx, edition, by),
            None if is_allowed else self_approval,
            *[reason for reason in unfinished(tx, edition) if reason.code == "untranslated"],
            _returned(targets),
            open_errors(tx, edition),
            open_comments(tx, edition),
            strict_refusal(tx, own),
            same_person_twice(tx, edition, by),
        ]
        _refuse(reasons)
        stage = _approve(tx, edition, by, targets, own, is_self=self_approval is not None, signs=signs)
    keep_seal(library)
    return stage


def _approve(
    tx: Transaction,
    edition: Edition,
    by: int,
    targets: list[Target],
    own: list[int],
    *,
    is_self: bool,
    signs: Signer,
) -> Stage:
    is_final = edition.step + 1 >= len(chain_of(tx))
    if is_final:
        for target in targets:
            _mark_reviewed(tx, edition, target, by)
        learn(tx, edition, targets, None)
    content = content_of(tx, edition)
    approval = Approval(
        edition_id=edition.id,
        number=edition.number,
        step=edition.step,
        step_name=current_step(tx, edition).name,
        person_id=by,
        digest=digest_of(content),
        content=content,
        own_changes=list(own),
        is_self_approval=is_self,
        is_final=is_final,
    )
    signs(tx, approval)
    tx.reviews.add_approval(approval)
    said: dict[str, object] = {
        "step": approval.step_name,
        "digest": approval.digest,
        "own_changes": own,
        "own_work": is_self,
    }
    if approval.signature:
        said["signature"] = approval.signature
    if not is_final:
        edition.step += 1
        return _move(tx, edition, by, Stage.IN_REVIEW, "approved a step", **said)
    said["machine"] = figures_of(tx, edition)
    stage = _move(tx, edition, by, Stage.APPROVED, "approved", **said)
    account_for(tx, edition, f"approval of version {edition.number}")
    return stage


def _mark_reviewed(tx: Transaction, edition: Edition, target: Target, by: int) -> None:
    if target.is_omitted or not target.text.strip():
        return
    if target.state is State.INITIAL and target.confirmed_by is None:
        target.confirmed_by = by
    if target.state is not State.REVIEWED:
        target.state, target.reviewed_by = State.REVIEWED, by
        add_revision(tx, edition, target, by=by, origin=target.origin or Origin.TYPED, note="approved")
    target.is_returned = False
    tx.editions.changed_target(target)


def _returned(targets: list[Target]) -> Reason | None:
    numbers = [n for n, target in enumerate(targets, start=1) if target.is_returned]
    if not numbers:
        return None
    return Reason(
        "returned",
        counted(
            "Segment {shown} is marked as returned. Approve it by itself or send the edition back.",
            "Segments {shown} are marked as returned. Approve them one by one or send the edition back.",
            len(numbers),
            shown=shown_numbers(numbers),
        ),
    )


def open_comments(tx: Transaction, edition: Edition) -> Reason | None:
    """Return why open comments stand in the way, or None when there are none."""
    count = tx.reviews.count_open_comments(edition.id)
    if not count:
        return None
    return Reason(
        "open-comments",
        counted(
            "{count} comment is open. Answer and resolve it.",
            "{count} comments are open. Answer and resolve them.",
            count,
        ),
    )


def reopen(library: Library, by: int, key: str, language: str = "en", *, asked_by: str = "") -> Stage:
    """Take an approved edition back to in review; the approval is kept and no longer counts."""
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.REOPEN, edition, by)
        edition.step = 0
        return _move(tx, edition, by, Stage.IN_REVIEW, "reopened")


def correct(
    library: Library, by: int, key: str, language: str = "en", *, reason: str = "", asked_by: str = ""
) -> Stage:
    """Begin a correction: a new version goes through review while the published one stands."""
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.CORRECT, edition, by)
        targets = tx.editions.targets(edition.id)
        edition.number += 1  # together with the stage in `_move`: a shared library takes the two as one step
        edition.step = 0
        for target in targets:
            if target.state is State.FINAL:
                target.state = State.REVIEWED
        return _move(
            tx, edition, by, Stage.IN_REVIEW, "correction begun", reason=reason, version=edition.number
        )


def withdraw(
    library: Library, by: int, key: str, reason: str, language: str = "en", *, asked_by: str = ""
) -> Stage:
    """Withdraw a published edition, with a reason."""
    if not reason.strip():
        raise WorkbenchError(say("Say why the page is withdrawn; the reason is kept."))
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.WITHDRAW, edition, by)
        return _move(tx, edition, by, Stage.WITHDRAWN, "withdrawn", reason=reason)


def numbered_target(tx: Transaction, edition: Edition, number: int) -> Target:
    """Return the target of a number counted from 1; raise with the range there is."""
    targets = tx.editions.targets(edition.id)
    if not 1 <= number <= len(targets):
        raise WorkbenchError(
            say(
                "There is no segment {number}; the edition has 1 to {count}.",
                number=number,
                count=len(targets),
            )
        )
    return targets[number - 1]


def _refuse(reasons: list[Reason | None]) -> None:
    given = [reason for reason in reasons if reason is not None]
    if given:
        raise RefusedError(*given)


def _move(tx: Transaction, edition: Edition, by: int, stage: Stage, kind: str, **said: object) -> Stage:
    before = edition.stage
    edition.stage = stage
    tx.editions.recount(edition)
    refresh_lines(tx, edition)
    tx.editions.touch(edition)
    tx.events.add(
        kind,
        article_id=edition.article_id,
        edition_id=edition.id,
        person_id=by,
        before=str(before),
        stage=str(stage),
        revision=tx.editions.newest_revision_id(edition.id),
        **said,
    )
    return stage
