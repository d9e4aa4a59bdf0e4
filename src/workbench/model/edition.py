"""The target side: an edition, its own sequence of targets, and every saved version of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.model.base import Base, Word, now
from workbench.model.kinds import Origin, SegmentKind, Stage, State


class Edition(Base):
    """An article in one target language: its stage and the page details an editor keeps.

    `number` counts published versions (1 is the first); `step` is the review step now running;
    the counts repeat what the targets say, for lists and the sidebar.
    """

    __tablename__ = "editions"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)
    language: Mapped[str] = mapped_column(String(16))
    stage: Mapped[Stage] = mapped_column(Word(Stage), default=Stage.DRAFTING)
    step: Mapped[int] = mapped_column(default=0)
    number: Mapped[int] = mapped_column(default=1)
    headline: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")
    published: Mapped[date | None] = mapped_column(default=None)
    outlet: Mapped[str] = mapped_column(default="")
    slug: Mapped[str] = mapped_column(default="")
    keywords: Mapped[str] = mapped_column(default="")
    source_address: Mapped[str] = mapped_column(default="")
    photo_credit: Mapped[str] = mapped_column(default="")
    embargo: Mapped[datetime | None] = mapped_column(default=None)
    confirmed: Mapped[int] = mapped_column(default=0)
    drafted: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    words: Mapped[int] = mapped_column(default=0)
    translator_line: Mapped[str] = mapped_column(default="")
    reviewer_line: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(default_factory=now)
    updated_at: Mapped[datetime] = mapped_column(default_factory=now)
    version: Mapped[int] = mapped_column(default=1, init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy
    __table_args__ = (
        UniqueConstraint("article_id", "language"),
        Index("ix_editions_stage_updated_at", "stage", "updated_at"),
        Index("ix_editions_updated_at", "updated_at"),
        Index("ix_editions_language_updated_at_article_id", "language", "updated_at", "article_id"),
        Index(
            "ix_editions_language_stage_updated_at_article_id",
            "language",
            "stage",
            "updated_at",
            "article_id",
        ),
        Index(
            "ix_editions_language_stage_step_updated_at_article_id",
            "language",
            "stage",
            "step",
            "updated_at",
            "article_id",
        ),
        Index("ix_editions_language_section", "language", "section"),
        Index("ix_editions_translator_line", "translator_line"),
        Index("ix_editions_reviewer_line", "reviewer_line"),
    )


class Target(Base):
    """An edition's text covering one segment, several (joined), or none (added on purpose).

    `is_omitted` marks its segments as left out on purpose, `reason` says why (also for added text).
    `revision` is the number of its newest revision; `submitted_revision` the one last submitted.
    """

    __tablename__ = "targets"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[SegmentKind] = mapped_column(Word(SegmentKind))
    text: Mapped[str] = mapped_column(default="")
    state: Mapped[State] = mapped_column(Word(State), default=State.INITIAL)
    is_returned: Mapped[bool] = mapped_column(default=False)
    is_omitted: Mapped[bool] = mapped_column(default=False)
    is_locked: Mapped[bool] = mapped_column(default=False)
    is_retired: Mapped[bool] = mapped_column(default=False)
    opens_paragraph: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")
    origin: Mapped[Origin | None] = mapped_column(Word(Origin), default=None)
    origin_detail: Mapped[str] = mapped_column(default="")
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("photos.id"), default=None)
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None)
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    revision: Mapped[int] = mapped_column(default=0)
    submitted_revision: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1, init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy
    __table_args__ = (Index("ix_targets_edition_id_position", "edition_id", "position"),)


class Coverage(Base):
    """Which segments a target stands for, in order; a segment is covered once an edition."""

    __tablename__ = "coverage"

    target_id: Mapped[int] = mapped_column(ForeignKey("targets.id", ondelete="CASCADE"), primary_key=True)
    segment_id: Mapped[int] = mapped_column(ForeignKey("segments.id", ondelete="CASCADE"), primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(default=0)

    __table_args__ = (UniqueConstraint("edition_id", "segment_id"),)


class Revision(Base):
    """One saved version of a target; append-only, except that one sitting of typing folds.

    `stage` is where the edition stood at that moment: what was written during the review is told
    apart from what was submitted (RULES.md, four eyes).
    """

    __tablename__ = "revisions"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("targets.id", ondelete="CASCADE"))
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    text: Mapped[str]
    state: Mapped[State] = mapped_column(Word(State))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    at: Mapped[datetime] = mapped_column(default_factory=now)
    origin: Mapped[Origin] = mapped_column(Word(Origin), default=Origin.TYPED)
    stage: Mapped[Stage] = mapped_column(Word(Stage), default=Stage.DRAFTING)
    detail: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    __table_args__ = (UniqueConstraint("target_id", "number"), Index("ix_revisions_note_at", "note", "at"))
