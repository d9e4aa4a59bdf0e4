"""The source side: an article, its segments and its pictures."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.model.base import Base, Word, now
from workbench.model.kinds import SegmentKind


class Article(Base):
    """A source text as it was brought in: its fields; the words are in its segments.

    `fingerprint` is the digest of all its source text, by which a second import is recognised;
    `headline` repeats the headline segment so that lists need no join.
    """

    __tablename__ = "articles"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    language: Mapped[str] = mapped_column(String(16))
    headline: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")
    published: Mapped[date | None] = mapped_column(default=None)
    outlet: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    translator: Mapped[str] = mapped_column(default="")
    photo_credit: Mapped[str] = mapped_column(default="")
    source_address: Mapped[str] = mapped_column(default="")
    path: Mapped[str] = mapped_column(default="")
    fingerprint: Mapped[str] = mapped_column(String(64), default="", index=True)
    imported_at: Mapped[datetime] = mapped_column(default_factory=now)
    updated_at: Mapped[datetime] = mapped_column(default_factory=now)
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        Index("ix_articles_published", "published"),
        Index("ix_articles_section", "section"),
        Index("ix_articles_updated_at", "updated_at"),
    )


class Segment(Base):
    """One unit of the source, in reading order.

    `paragraph` counts from 0 (the headline); `previous` keeps what stood here before the source
    was corrected or imported anew; `characters` are its Han characters and digits, as credits
    count them.
    """

    __tablename__ = "segments"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    paragraph: Mapped[int]
    kind: Mapped[SegmentKind] = mapped_column(Word(SegmentKind))
    text: Mapped[str]
    characters: Mapped[int] = mapped_column(default=0)
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("photos.id"), default=None)
    previous: Mapped[str] = mapped_column(default="")
    is_retired: Mapped[bool] = mapped_column(default=False)


class Photo(Base):
    """A picture of an article: its bytes (none when it was only linked), digest and credit."""

    __tablename__ = "photos"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(String(80), default="")
    data: Mapped[bytes] = mapped_column(LargeBinary, default=b"", deferred=True)
    digest: Mapped[str] = mapped_column(String(64), default="")
    address: Mapped[str] = mapped_column(default="")
    credit: Mapped[str] = mapped_column(default="")
