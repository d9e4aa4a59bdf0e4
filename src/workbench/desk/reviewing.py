"""Stages: submit, return, approve, reopen, correct, withdraw (RULES.md, stages and four eyes)."""

from __future__ import annotations

from workbench.desk.checking import open_errors
from workbench.desk.content import content_of, digest_of
from workbench.desk.crediting import account_for, refresh_lines
from workbench.desk.editing import add_revision
from workbench.desk.finding_editions import find_edition
from workbench.desk.learning import learn
from workbench.desk.machine import figures_of
from workbench.desk.rights import Act, refusal, require
from workbench.desk.tracing import writers
from workbench.errors import Reason, RefusedError, WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Revision, Target
from workbench.model.kinds import Origin, Stage, State
from workbench.model.review import Approval, Comment
from workbench.sentences import Sentence, counted, listed, say


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
    for number, target in enumerate(tx.editions.targets(edition.id), start=1):
        if target.is_omitted:
            continue
        if not target.text.strip():
            empty.append(number)
        elif target.state is State.INITIAL or target.is_returned:
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
                    shown=_shown(empty),
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
                    shown=_shown(drafts),
                ),
            )
        )
    return reasons


def _shown(numbers: list[int]) -> Sentence:
    shown = listed(numbers[:12])
    return say("{shown} …", shown=shown) if len(numbers) > 12 else shown


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
    """Mark segments as wanting changes while the review goes on; the reason becomes an open comment."""
    if not reason.strip():
        raise WorkbenchError(say("Say what should change; the translator sees the reason."))
    with library.writing(asked_by=asked_by) as tx:
        for target_id in target_ids:
            target = tx.editions.target(target_id)
            edition = tx.editions.get(target.edition_id)
            require(tx, Act.RETURN, edition, by)
            _return_target(tx, edition, target, by, reason)
            tx.editions.recount(edition)
            tx.editions.touch(edition)


def _return_target(tx: Transaction, edition: Edition, target: Target, by: int, reason: str) -> None:
    target.state, target.is_returned, target.reviewed_by = State.TRANSLATED, True, None
    tx.editions.changed_target(target)
    tx.reviews.add_comment(
        Comment(edition_id=edition.id, target_id=target.id, person_id=by, text=f"Returned: {reason.strip()}")
    )


def mark_reviewed(library: Library, by: int, target_ids: list[int], *, asked_by: str = "") -> None:
    """Approve single segments during the review (optional: approving the article marks all)."""
    with library.writing(asked_by=asked_by) as tx:
        for target_id in target_ids:
            target = tx.editions.target(target_id)
            edition = tx.editions.get(target.edition_id)
            require(tx, Act.APPROVE, edition, by)
            _refuse([_own_work(tx, edition, by, [target])])
            if target.text.strip():
                target.state, target.is_returned, target.reviewed_by = State.REVIEWED, False, by
                tx.editions.changed_target(target)
            tx.editions.recount(edition)
            tx.editions.touch(edition)


def approve(library: Library, by: int, key: str, language: str = "en", *, asked_by: str = "") -> Stage:
    """Approve exactly this text: the current step of the review, and with the last step the edition.

    Refused, with every reason, for one's own work, empty targets, open errors and open comments.
    """
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        targets = tx.editions.targets(edition.id)
        own = own_changes(tx, edition, by)
        self_approval = _own_work(tx, edition, by, targets)
        is_allowed = tx.options.is_on("allow_self_approval")
        reasons = [
            refusal(tx, Act.APPROVE, edition, by),
            None if is_allowed else self_approval,
            *[reason for reason in unfinished(tx, edition) if reason.code == "untranslated"],
            _returned(targets),
            open_errors(tx, edition),
            open_comments(tx, edition),
            _strict(tx, own),
            _same_person_twice(tx, edition, by),
        ]
        _refuse(reasons)
        return _approve(tx, edition, by, targets, own, is_self=self_approval is not None)


def _approve(
    tx: Transaction, edition: Edition, by: int, targets: list[Target], own: list[int], *, is_self: bool
) -> Stage:
    steps = [name.strip() for name in tx.options.get("review_steps").split(";")]
    is_final = edition.step + 1 >= len(steps)
    if is_final:
        for target in targets:
            _mark_reviewed(tx, edition, target, by)
        learn(tx, edition, targets, None)
    content = content_of(tx, edition)
    approval = tx.reviews.add_approval(
        Approval(
            edition_id=edition.id,
            number=edition.number,
            step=edition.step,
            step_name=steps[min(edition.step, len(steps) - 1)],
            person_id=by,
            digest=digest_of(content),
            content=content,
            own_changes=list(own),
            is_self_approval=is_self,
            is_final=is_final,
        )
    )
    said: dict[str, object] = {
        "step": approval.step_name,
        "digest": approval.digest,
        "own_changes": own,
        "own_work": is_self,
    }
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


def authors_as_submitted(tx: Transaction, edition: Edition) -> dict[int, set[int]]:
    """Return who wrote each target as it was submitted, also of rows that were joined away since.

    Authors are those whose words stand in the submitted text and those who confirmed it. What a
    reviewer changes while the edition is in review is told apart by the stage each revision was
    made at (RULES.md, four eyes).
    """
    submitted = tx.editions.submitted(edition.id)
    until: dict[int, list[Revision]] = {target_id: [] for target_id in submitted}
    for revision in tx.editions.revisions(edition.id):
        if revision.number <= submitted.get(revision.target_id, 0):
            until[revision.target_id].append(revision)
    return {target_id: _outside_review(revisions) for target_id, revisions in until.items()}


def _outside_review(revisions: list[Revision]) -> set[int]:
    reviewers = {revision.person_id for revision in revisions if revision.stage is Stage.IN_REVIEW}
    drafters = {revision.person_id for revision in revisions if revision.stage is not Stage.IN_REVIEW}
    return {person for person in writers(revisions) if person in drafters or person not in reviewers}


def own_changes(tx: Transaction, edition: Edition, by: int) -> list[int]:
    """Return the numbers of the targets this person rewrote since they were submitted."""
    numbers = {target.id: n for n, target in enumerate(tx.editions.targets(edition.id), start=1)}
    submitted = tx.editions.submitted(edition.id)
    before: dict[int, Revision] = {}
    changed = set()
    for revision in tx.editions.revisions(edition.id):
        last = before.get(revision.target_id)
        is_rewrite = revision.text != (last.text if last else "")
        before[revision.target_id] = revision
        is_later = revision.number > submitted.get(revision.target_id, 0)
        if is_rewrite and revision.person_id == by and (is_later or revision.stage is Stage.IN_REVIEW):
            changed.add(revision.target_id)
    return sorted(numbers[one] for one in changed if one in numbers)


def _own_work(tx: Transaction, edition: Edition, by: int, targets: list[Target]) -> Reason | None:
    authors = authors_as_submitted(tx, edition)
    numbers = {target.id: n for n, target in enumerate(tx.editions.targets(edition.id), start=1)}
    asked = {target.id for target in targets}
    is_whole = len(asked) >= len(numbers)
    own = {one for one, people in authors.items() if by in people and (one in asked or is_whole)}
    if not own:
        return None
    name = tx.people.get(by).name
    shown = sorted(numbers[one] for one in own if one in numbers)
    if not shown:
        said = say("{name} wrote a segment that was joined since: somebody else has to approve.", name=name)
        return Reason("own-work", said)
    said = counted(
        "{name} wrote segment {shown}: somebody else has to approve.",
        "{name} wrote segments {shown}: somebody else has to approve.",
        len(shown),
        name=name,
        shown=_shown(shown),
    )
    return Reason("own-work", said)


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
            shown=_shown(numbers),
        ),
    )


def _strict(tx: Transaction, own: list[int]) -> Reason | None:
    if not own or not tx.options.is_on("strict_four_eyes"):
        return None
    return Reason(
        "own-changes",
        counted(
            "Segment {shown} is rewritten by this reviewer; another reviewer has to approve.",
            "Segments {shown} are rewritten by this reviewer; another reviewer has to approve.",
            len(own),
            shown=_shown(own),
        ),
    )


def _same_person_twice(tx: Transaction, edition: Edition, by: int) -> Reason | None:
    """In a chain of steps every step needs another pair of eyes."""
    newest = [a for a in tx.reviews.approvals(edition.id) if a.number == edition.number][-edition.step :]
    if edition.step and any(approval.person_id == by for approval in newest):
        return Reason(
            "same-reviewer",
            say("This reviewer has approved an earlier step; the next one takes somebody else."),
        )
    return None


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
        edition.number += 1
        edition.step = 0
        for target in tx.editions.targets(edition.id):
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
        **said,
    )
    return stage
