"""The verbs of comments, waivers, approvals and publications."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, or_, select

from workbench.errors import WorkbenchError
from workbench.library.scope import Scope, asked_once
from workbench.model.edition import Revision
from workbench.model.kinds import Stage
from workbench.model.person import Person
from workbench.model.review import Approval, Comment, Publication, Waiver
from workbench.model.rows import CommentRow
from workbench.sentences import say


class Reviews:
    """What can be asked of and done to remarks and decisions inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record
        self._kept = scope.kept

    def revisions(self, edition_id: int) -> list[Revision]:
        """Return the versions of an edition that were written in a review or tell of another source, oldest first."""
        is_told = or_(Revision.stage == Stage.IN_REVIEW, Revision.note == "source changed")
        query = select(Revision).where(Revision.edition_id == edition_id, is_told)
        return list(self._session.scalars(query.order_by(Revision.id)))

    def comment(self, comment_id: int) -> Comment:
        """Return a comment; raise when there is none of that number."""
        found = self._session.get(Comment, comment_id)
        if found is None:
            raise WorkbenchError(say("There is no comment {comment_id}.", comment_id=comment_id))
        return found

    @asked_once
    def comments(self, edition_id: int) -> list[CommentRow]:
        """Return all comments of an edition, oldest first."""
        query = (
            select(Comment, Person.name)
            .join(Person, Person.id == Comment.person_id)
            .where(Comment.edition_id == edition_id)
            .order_by(Comment.id)
        )
        return [_comment_row(comment, name) for comment, name in self._session.execute(query)]

    @asked_once
    def count_open_comments(self, edition_id: int) -> int:
        """Return how many threads of an edition are not resolved."""
        query = select(func.count()).where(
            Comment.edition_id == edition_id, Comment.resolved_at.is_(None), Comment.parent_id.is_(None)
        )
        return self._session.scalar(query) or 0

    def answers(self, thread: Comment) -> list[Comment]:
        """Return what was said in a thread after its first comment, oldest first."""
        query = select(Comment).where(Comment.parent_id == thread.id).order_by(Comment.id)
        return list(self._session.scalars(query))

    def add_comment(self, comment: Comment) -> Comment:
        """Save a comment and give it its id."""
        self._session.add(comment)
        self._session.flush()
        self.changed_comment(comment)
        return comment

    def changed_comment(self, comment: Comment) -> None:
        """Note that a comment was added, resolved or reopened."""
        self._record.nouns.add("comments")
        self._record.editions.add(comment.edition_id)
        if comment.target_id is not None:
            self._record.targets.add(comment.target_id)

    @asked_once
    def waivers(self, edition_id: int) -> list[Waiver]:
        """Return what was accepted with a reason, oldest first."""
        return list(
            self._session.scalars(select(Waiver).where(Waiver.edition_id == edition_id).order_by(Waiver.id))
        )

    def add_waiver(self, waiver: Waiver) -> Waiver:
        """Save a waiver and give it its id."""
        self._session.add(waiver)
        self._session.flush()
        self._record.nouns.add("waivers")
        self._record.editions.add(waiver.edition_id)
        return waiver

    @asked_once
    def approvals(self, edition_id: int) -> list[Approval]:
        """Return every approval of an edition, oldest first."""
        query = select(Approval).where(Approval.edition_id == edition_id).order_by(Approval.id)
        return list(self._session.scalars(query))

    def all_approvals(self) -> Iterator[Approval]:
        """Yield every approval of the library, oldest first, without holding all of them."""
        query = select(Approval).order_by(Approval.id).execution_options(yield_per=200)
        yield from self._session.scalars(query)

    def all_publications(self) -> Iterator[Publication]:
        """Yield every publication of the library, oldest first, without holding all of them."""
        query = select(Publication).order_by(Publication.id).execution_options(yield_per=200)
        yield from self._session.scalars(query)

    @asked_once
    def final_approval(self, edition_id: int, number: int) -> Approval | None:
        """Return the newest approval that completed the review of this version, if any."""
        query = (
            select(Approval)
            .where(Approval.edition_id == edition_id, Approval.number == number, Approval.is_final.is_(True))
            .order_by(Approval.id.desc())
            .limit(1)
        )
        return self._session.scalar(query)

    def add_approval(self, approval: Approval) -> Approval:
        """Save an approval and give it its id."""
        self._session.add(approval)
        self._session.flush()
        self._record.editions.add(approval.edition_id)
        return approval

    @asked_once
    def publications(self, edition_id: int) -> list[Publication]:
        """Return the published versions of an edition, oldest first."""
        query = select(Publication).where(Publication.edition_id == edition_id).order_by(Publication.id)
        return list(self._session.scalars(query))

    def add_publication(self, publication: Publication) -> Publication:
        """Save what was published."""
        self._session.add(publication)
        self._session.flush()
        self._record.editions.add(publication.edition_id)
        return publication


def _comment_row(comment: Comment, name: str) -> CommentRow:
    span = None if comment.start is None or comment.end is None else (comment.start, comment.end)
    return CommentRow(
        comment.id,
        comment.target_id,
        comment.parent_id,
        name,
        comment.at,
        comment.text,
        span,
        comment.quoted,
        comment.resolved_at is not None,
    )
