"""The verbs of looking through many articles at once: rows with who changed them last, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, and_, select

from workbench.library.edition_rows import gathered, plain
from workbench.library.scope import Scope
from workbench.model.article import Article, Segment
from workbench.model.edition import Coverage, Edition, Revision, Target
from workbench.model.kinds import Origin, Standing, State
from workbench.model.person import Person
from workbench.model.review import Comment
from workbench.text.segmenting import join_sentences

BATCH = 200
"""Editions read with one question."""


class EditionHead(NamedTuple):
    """An edition to look through."""

    edition_id: int
    key: str
    headline: str
    language: str
    source_language: str


class Passed(NamedTuple):
    """A row as it is looked at: its texts, how far it is, and who changed it last."""

    head: EditionHead
    target_id: int
    number: int
    source: str
    target: str
    comments: tuple[str, ...]
    standing: Standing
    is_locked: bool
    origin: Origin | None
    version: int
    person: str
    at: datetime | None


class Passages:
    """What can be asked about the rows of many editions inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session

    def heads(self, language: str, *, article_id: int | None = None) -> list[EditionHead]:
        """Return all editions of a language (or the one of an article), newest change first."""
        query = (
            select(Edition.id, Article.key, Edition.headline, Article.headline, Article.language)
            .join(Article, Article.id == Edition.article_id)
            .where(Edition.language == language)
            .order_by(Edition.updated_at.desc(), Edition.id.desc())
        )
        if article_id is not None:
            query = query.where(Edition.article_id == article_id)
        return [
            EditionHead(edition_id, key, target or source, language, source_language)
            for edition_id, key, target, source, source_language in self._session.execute(query)
        ]

    def rows(self, heads: Sequence[EditionHead]) -> Iterator[Passed]:
        """Yield the rows of editions, each edition's in its own order."""
        by_id = {head.edition_id: head for head in heads}
        sources, comments = self._sources(list(by_id)), self._comments(list(by_id))
        number, before = 0, 0
        for edition_id, target_id, text, origin, version, is_locked, person, at, *marks in self._targets(
            by_id
        ):
            number, before = number + 1 if edition_id == before else 1, edition_id
            head, pieces = by_id[edition_id], [piece for _, piece in sources.get(target_id, ())]
            yield Passed(
                head=head,
                target_id=target_id,
                number=number,
                source=pieces[0] if len(pieces) == 1 else join_sentences(pieces, head.source_language),
                target=text,
                comments=tuple(comments.get(target_id, ())),
                standing=standing(text, *marks),
                is_locked=is_locked,
                origin=origin,
                version=version,
                person=person or "",
                at=at,
            )

    def _targets(self, edition_ids: Iterable[int]) -> Iterable[Row[*tuple[Any, ...]]]:
        query = (
            select(
                Target.edition_id, Target.id, Target.text, Target.origin, Target.version, Target.is_locked,
                Person.name, Revision.at, Target.state, Target.is_returned, Target.is_omitted,
            )
            .outerjoin(Revision, and_(Revision.target_id == Target.id, Revision.number == Target.revision))
            .outerjoin(Person, Person.id == Revision.person_id)
            .where(Target.edition_id.in_(list(edition_ids)), Target.is_retired.is_(False))
            .order_by(Target.edition_id, Target.position, Target.id)
        )  # fmt: skip
        return self._session.connection().execute(query).all()

    def _sources(self, edition_ids: list[int]) -> dict[int, list[tuple[int, str]]]:
        query = (
            select(Coverage.target_id, Segment.id, Segment.text)
            .join(Segment, Segment.id == Coverage.segment_id)
            .where(Coverage.edition_id.in_(edition_ids))
            .order_by(Coverage.target_id, Coverage.position)
        )
        return gathered(plain(self._session.connection().execute(query)))

    def _comments(self, edition_ids: list[int]) -> dict[int | None, list[str]]:
        query = (
            select(Comment.target_id, Comment.text)
            .where(Comment.edition_id.in_(edition_ids), Comment.target_id.is_not(None))
            .order_by(Comment.id)
        )
        found: dict[int | None, list[str]] = {}
        for target_id, text in self._session.connection().execute(query):
            found.setdefault(target_id, []).append(text)
        return found


def standing(text: str, state: State, is_returned: bool, is_omitted: bool) -> Standing:
    """Return how far a row is, as the screen says it (RULES.md, targets and source)."""
    if is_omitted:
        return Standing.OMITTED
    if state is State.INITIAL:
        return Standing.DRAFT if text else Standing.EMPTY
    return Standing.RETURNED if is_returned else STANDINGS[state]


STANDINGS = {
    State.TRANSLATED: Standing.CONFIRMED,
    State.REVIEWED: Standing.APPROVED,
    State.FINAL: Standing.PUBLISHED,
}
