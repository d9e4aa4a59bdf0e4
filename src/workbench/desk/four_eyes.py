"""Four eyes: who wrote what was handed in, what a reviewer rewrote, and who may therefore not approve it."""

from __future__ import annotations

from workbench.desk.tracing import writers
from workbench.errors import Reason
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Revision, Target
from workbench.model.kinds import Stage
from workbench.sentences import Sentence, counted, listed, say


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


def own_work(tx: Transaction, edition: Edition, by: int, targets: list[Target]) -> Reason | None:
    """Return why this person may not approve these targets: they wrote some of them; None when they did not."""
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
        shown=shown_numbers(shown),
    )
    return Reason("own-work", said)


def strict_refusal(tx: Transaction, own: list[int]) -> Reason | None:
    """Return why rewritten rows need another reviewer, where the library is strict about it."""
    if not own or not tx.options.is_on("strict_four_eyes"):
        return None
    return Reason(
        "own-changes",
        counted(
            "Segment {shown} is rewritten by this reviewer; another reviewer has to approve.",
            "Segments {shown} are rewritten by this reviewer; another reviewer has to approve.",
            len(own),
            shown=shown_numbers(own),
        ),
    )


def same_person_twice(tx: Transaction, edition: Edition, by: int) -> Reason | None:
    """Return why this person may not approve once more: every step of a chain needs another pair of eyes."""
    newest = [a for a in tx.reviews.approvals(edition.id) if a.number == edition.number][-edition.step :]
    if edition.step and any(approval.person_id == by for approval in newest):
        return Reason(
            "same-reviewer",
            say("This reviewer has approved an earlier step; the next one takes somebody else."),
        )
    return None


def shown_numbers(numbers: list[int]) -> Sentence:
    """Return the numbers of rows for a sentence, the first twelve of them."""
    shown = listed(numbers[:12])
    return say("{shown}, …", shown=shown) if len(numbers) > 12 else shown
