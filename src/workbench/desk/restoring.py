"""Bringing an approved version of an edition back: the text, the order and the marks it was approved with."""

from __future__ import annotations

from typing import Any

from workbench.desk.editing import add_revision, finish
from workbench.desk.finding_editions import find_edition
from workbench.desk.lapsing import back_to_review
from workbench.desk.rights import Act, require
from workbench.desk.steps import Edit, Recorder
from workbench.errors import WorkbenchError
from workbench.library.articles import GAP
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Origin, SegmentKind, Stage, State
from workbench.model.review import Approval
from workbench.sentences import say


def restore_approved(
    library: Library,
    by: int,
    key: str,
    approval_id: int | None = None,
    language: str = "en",
    *,
    asked_by: str = "",
) -> Edit:
    """Bring back the text exactly as it was approved (None: last), as one edit that can be undone.

    Whoever confirmed these words before stands by them again; the review has to be held anew. Refused
    when the source has changed since.
    """
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.EDIT, edition, by)
        approval = _approval(tx, edition, approval_id)
        _refuse_other_source(tx, edition, approval)
        recorder = Recorder(tx, edition.id)
        recorder.watch(tx.editions.targets(edition.id))
        _Restoration(tx, edition, by, approval, recorder).run()
        back_to_review(tx, edition, by)
        tx.events.add(
            "approved version restored",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            digest=approval.digest,
        )
        return finish(tx, edition, recorder, "restore")


def _approval(tx: Transaction, edition: Edition, approval_id: int | None) -> Approval:
    known = [one for one in tx.reviews.approvals(edition.id) if approval_id in {None, one.id}]
    if not known:
        raise WorkbenchError(say("No such version was ever approved, so it cannot be restored."))
    return known[-1]


def _refuse_other_source(tx: Transaction, edition: Edition, approval: Approval) -> None:
    segments = [[str(one.kind), one.text] for one in tx.articles.segments(edition.article_id)]
    if segments != approval.content["segments"]:
        raise WorkbenchError(
            say(
                "The source has changed since this version was approved. Compare with it and take over what still fits."
            )
        )


class _Restoration:
    """One approved version on its way back into the rows of its edition."""

    def __init__(
        self, tx: Transaction, edition: Edition, by: int, approval: Approval, recorder: Recorder
    ) -> None:
        self._tx, self._edition, self._by, self._recorder = tx, edition, by, recorder
        self._wanted: list[dict[str, Any]] = approval.content["targets"]
        self._segments = [segment.id for segment in tx.articles.segments(edition.article_id)]
        self._standing = {target.id: target for target in tx.editions.targets(edition.id)}
        self._retired = {target.id: target for target in tx.editions.retired(edition.id)}
        self._covered = tx.editions.coverage(edition.id)
        self._revisions = tx.editions.revisions(edition.id)

    def run(self) -> None:
        """Give every approved row its target, and retire the targets that were not there then."""
        chosen = [self._take(one) for one in self._wanted]
        for left in self._standing.values():
            left.is_retired = True
            self._tx.editions.changed_target(left)
        self._tx.editions.cover(self._edition.id, dict.fromkeys(self._standing, ()))
        pairs = list(zip(chosen, self._wanted, strict=True))
        self._tx.editions.cover(self._edition.id, {target.id: self._covers(one) for target, one in pairs})
        for number, (target, one) in enumerate(pairs):
            target.position, target.is_retired = number * GAP, False
            self._dress(target, one)

    def _covers(self, one: dict[str, Any]) -> tuple[int, ...]:
        return tuple(self._segments[place] for place in one["covers"])

    def _take(self, one: dict[str, Any]) -> Target:
        """Return the row that stands for the same segments (added text: for the same words), as it is or retired."""
        place = self._covers(one)
        for target_id, target in self._standing.items():
            if self._covered.get(target_id, ()) == place and (place or target.text == one["text"]):
                return self._standing.pop(target_id)
        had = {r.target_id for r in self._revisions if r.text == one["text"]}
        gone = next((each for each in self._retired if each in had), None)
        if gone is not None:
            self._recorder.watch([self._retired[gone]])
            return self._retired.pop(gone)
        made = Target(edition_id=self._edition.id, position=0, kind=SegmentKind(one["kind"]))
        self._tx.editions.add_targets([made])
        self._recorder.add_target(made)
        return made

    def _dress(self, target: Target, one: dict[str, Any]) -> None:
        target.kind, target.opens_paragraph = SegmentKind(one["kind"]), one["opens"]
        target.is_omitted, target.reason = one["omitted"], one["reason"]
        if target.text != one["text"]:
            target.text, target.reviewed_by = one["text"], None
            target.origin, target.origin_detail = Origin.RESTORED, "approved version"
            self._stand_by(target)
            add_revision(
                self._tx,
                self._edition,
                target,
                by=self._by,
                origin=Origin.RESTORED,
                detail="approved version",
            )
        self._tx.editions.changed_target(target)

    def _stand_by(self, target: Target) -> None:
        """Let whoever confirmed exactly these words before the review stand by them again."""
        stood = [
            r
            for r in self._revisions
            if r.target_id == target.id and r.text == target.text and r.note == "confirmed"
        ]
        before = [r for r in stood if r.stage is not Stage.IN_REVIEW] or stood
        target.state = State.TRANSLATED if before else State.INITIAL
        target.confirmed_by = before[-1].person_id if before else None
