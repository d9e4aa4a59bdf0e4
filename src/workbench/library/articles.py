"""The verbs of articles: finding, adding, listing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select

from workbench.errors import WorkbenchError
from workbench.library.article_filter import ArticleFilter, narrowed, not_given_to_others, stages_of
from workbench.library.article_lists import list_rows
from workbench.library.bulk import write_rows
from workbench.library.scope import ROWS_AT_ONCE, Scope, asked_once, in_parts
from workbench.model.article import Article, Photo, Segment
from workbench.model.edition import Edition
from workbench.model.incoming import SourcePiece
from workbench.model.kinds import Stage
from workbench.model.rows import ArticleRow
from workbench.sentences import say
from workbench.text.words import count_characters

GAP = 1024
"""Distance between neighbouring positions, so that something can be put between them."""


def between(position: int, follower: int | None) -> int | None:
    """Return a position behind `position` and before its follower, or None when there is no room."""
    if follower is None:
        return position + GAP
    middle = (position + follower) // 2
    return middle if middle > position else None


class Articles:
    """What can be asked of and done to articles inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record
        self._kept = scope.kept

    def get(self, article_id: int) -> Article:
        """Return an article by id."""
        return self._session.get_one(Article, article_id)

    def headlines(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the headlines of the articles that have these keys, by key."""
        found: dict[str, str] = {}
        for part in in_parts(keys):
            query = select(Article.key, Article.headline).where(Article.key.in_(part))
            found.update(self._session.execute(query).all())
        return found

    @asked_once
    def by_key(self, beginning: str) -> Article:
        """Return the article whose key begins so; raise when none or several do."""
        query = select(Article).where(Article.key.startswith(beginning, autoescape=True)).limit(5)
        found = list(self._session.scalars(query))
        exact = [article for article in found if article.key == beginning]
        if exact:
            return exact[0]
        if not found or not beginning:
            raise WorkbenchError(
                say(
                    "There is no article {beginning}. “workbench list” shows what there is.",
                    beginning=beginning,
                )
            )
        if len(found) > 1:
            keys = ", ".join(article.key for article in found)
            raise WorkbenchError(
                say(
                    "Several articles begin with {beginning}: {keys}. Give more of the key.",
                    beginning=beginning,
                    keys=keys,
                )
            )
        return found[0]

    def key_of(self, article_id: int) -> str:
        """Return the key of an article, "" when there is none of that id."""
        return self._session.scalar(select(Article.key).where(Article.id == article_id)) or ""

    def key_of_edition(self, edition_id: int) -> str:
        """Return the key of the article an edition is of, "" when there is no such edition."""
        query = (
            select(Article.key)
            .join(Edition, Edition.article_id == Article.id)
            .where(Edition.id == edition_id)
        )
        return self._session.scalar(query) or ""

    def by_fingerprint(self, fingerprint: str) -> Article | None:
        """Return the article with exactly this source text, if any."""
        return self._session.scalar(select(Article).where(Article.fingerprint == fingerprint).limit(1))

    def same_story(self, article: Article) -> Article | None:
        """Return an earlier import of the same page whose words have changed since, if any.

        The same page is one with the same address, or the same headline on the same day.
        """
        ways: list[ColumnElement[bool]] = []
        if article.source_address:
            ways.append(Article.source_address == article.source_address)
        if article.headline and article.published:
            ways.append(and_(Article.headline == article.headline, Article.published == article.published))
        if not ways:
            return None
        query = select(Article).where(Article.language == article.language, or_(*ways)).limit(1)
        return self._session.scalar(query)

    def add(self, article: Article) -> Article:
        """Save a new article and give it its id."""
        self._session.add(article)
        self._session.flush()
        self._record.articles.add(article.id)
        return article

    def add_photos(self, photos: Sequence[Photo]) -> None:
        """Save the pictures of an article."""
        self._session.add_all(photos)
        self._session.flush()

    def write_source(self, article_id: int, pieces: Sequence[SourcePiece], photos: Sequence[Photo]) -> None:
        """Save the whole source of a new article: plain rows through Core, for it may have hundreds of thousands."""
        for part in in_parts(enumerate(pieces), ROWS_AT_ONCE):
            rows = [
                {
                    "article_id": article_id,
                    "position": place * GAP,
                    "paragraph": piece.paragraph,
                    "kind": piece.kind,
                    "text": piece.text,
                    "characters": count_characters(piece.text),
                    "photo_id": None if piece.photo is None else photos[piece.photo].id,
                }
                for place, piece in part
            ]
            write_rows(self._session.connection(), Segment.__table__, rows)
        self._record.articles.add(article_id)

    def add_segments(self, segments: Sequence[Segment]) -> None:
        """Save segments and give them their ids."""
        for segment in segments:
            segment.characters = count_characters(segment.text)
        self._session.add_all(segments)
        self._session.flush()
        self._record.articles.update(segment.article_id for segment in segments)

    @asked_once
    def segments(self, article_id: int) -> list[Segment]:
        """Return the segments in reading order."""
        query = (
            select(Segment)
            .where(Segment.article_id == article_id, Segment.is_retired.is_(False))
            .order_by(Segment.position, Segment.id)
        )
        return list(self._session.scalars(query))

    def previous_texts(self, segment_ids: Iterable[int]) -> dict[int, str]:
        """Return what these segments said before their source changed."""
        query = select(Segment.id, Segment.previous)
        parts = (query.where(Segment.id.in_(part)) for part in in_parts(segment_ids))
        return {one: previous for part in parts for one, previous in self._session.execute(part)}

    def characters(self, article_id: int) -> int:
        """Return the Han characters and digits of an article's source."""
        query = select(func.sum(Segment.characters)).where(
            Segment.article_id == article_id, Segment.is_retired.is_(False)
        )
        return self._session.scalar(query) or 0

    def segment(self, segment_id: int) -> Segment:
        """Return one segment, also a retired one."""
        return self._session.get_one(Segment, segment_id)

    def position_after(self, segment: Segment) -> int | None:
        """Return a free position directly behind a segment, or None when there is no room."""
        return between(segment.position, self.position_of_next(segment))

    def position_of_next(self, segment: Segment) -> int | None:
        """Return where the segment behind one stands, None behind the last."""
        return self._session.scalar(
            select(func.min(Segment.position)).where(
                Segment.article_id == segment.article_id,
                Segment.is_retired.is_(False),
                Segment.position > segment.position,
            )
        )

    def reword(self, segment: Segment, text: str) -> None:
        """Give a segment another text."""
        segment.text, segment.characters = text, count_characters(text)
        self._record.articles.add(segment.article_id)

    @asked_once
    def photos(self, article_id: int) -> list[Photo]:
        """Return the pictures in order, without their bytes."""
        query = select(Photo).where(Photo.article_id == article_id).order_by(Photo.position)
        return list(self._session.scalars(query))

    def photo_data(self, photo_id: int) -> bytes:
        """Return the bytes of a picture."""
        return self._session.scalar(select(Photo.data).where(Photo.id == photo_id)) or b""

    def key_is_free(self, key: str) -> bool:
        """Return whether no article has this key."""
        return self._session.scalar(select(Article.id).where(Article.key == key)) is None

    def touch(self, article: Article, at: datetime) -> None:
        """Note that an article has changed."""
        article.updated_at = at
        self._record.articles.add(article.id)

    def rows(self, wanted: ArticleFilter) -> list[ArticleRow]:
        """Return the list of articles, newest change first."""
        return list_rows(self._session, wanted)

    def count_queue(self, wanted: ArticleFilter) -> int:
        """Return how many articles a queue holds."""
        here = and_(Edition.article_id == Article.id, Edition.language == wanted.language)
        query = select(func.count()).select_from(Article).join(Edition, here)
        asked = replace(wanted, stages=stages_of(wanted))
        on_server = self._session.get_bind().dialect.name != "sqlite"
        return self._session.scalar(narrowed(query, asked, on_server=on_server)) or 0

    def count_stages(
        self, language: str, *, waits_for: int | None = None, stages: Sequence[Stage] = ()
    ) -> dict[Stage, int]:
        """Return how many editions of a language stand in each of some stages, all or those that wait for somebody."""
        query = (
            select(Edition.stage, func.count()).where(Edition.language == language).group_by(Edition.stage)
        )
        if stages:
            query = query.where(Edition.stage.in_(stages))
        if waits_for is not None:
            query = query.where(not_given_to_others(waits_for))
        return dict(self._session.execute(query).all())

    def count_steps(self, language: str) -> dict[int, int]:
        """Return how many editions of a language stand in each step of a review."""
        query = (
            select(Edition.step, func.count())
            .where(Edition.language == language, Edition.stage == Stage.IN_REVIEW)
            .group_by(Edition.step)
        )
        return dict(self._session.execute(query).all())

    def count(self) -> int:
        """Return how many articles there are."""
        return self._session.scalar(select(func.count()).select_from(Article)) or 0

    def sections(self, language: str) -> list[str]:
        """Return the section paths in use in a language's editions."""
        query = select(Edition.section).where(Edition.language == language, Edition.section != "").distinct()
        return sorted(self._session.scalars(query))
