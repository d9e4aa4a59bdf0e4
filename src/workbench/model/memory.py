"""Entries of the translation memory, and the signatures they are found by."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.model.base import Base, now


class MemoryEntry(Base):
    """A confirmed or imported pair.

    `source_digest` is the digest of the normalised source (for exact look-ups and to prevent silent
    duplicates); `before` and `after` are the digests of the neighbouring sources (context matches).
    `origin` says how it came here: confirmed, tmx, aligned; `creator` is the name it came with.
    `details` is a JSON object of what a TMX file said besides (identifier, properties, notes, markup), "" = nothing.
    The source and target of a stored entry never change: a change retires it and adds a new one, so that whatever
    was made from an entry (signature, full-text tokens) stays true for its id.
    """

    __tablename__ = "memory_entries"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    source: Mapped[str]
    target: Mapped[str]
    source_language: Mapped[str] = mapped_column(String(16), default="zh")
    target_language: Mapped[str] = mapped_column(String(16), default="en")
    source_digest: Mapped[str] = mapped_column(String(32), default="")
    before: Mapped[str] = mapped_column(String(32), default="")
    after: Mapped[str] = mapped_column(String(32), default="")
    origin: Mapped[str] = mapped_column(String(40), default="")
    creator: Mapped[str] = mapped_column(String(120), default="")
    domain: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(default="")
    details: Mapped[str] = mapped_column(default="")
    article_key: Mapped[str] = mapped_column(String(80), default="")
    target_id: Mapped[int | None] = mapped_column(
        ForeignKey("targets.id", ondelete="SET NULL"), default=None, index=True
    )
    published: Mapped[date | None] = mapped_column(default=None)
    is_machine: Mapped[bool] = mapped_column(default=False)
    is_reviewed: Mapped[bool] = mapped_column(default=False)
    is_retired: Mapped[bool] = mapped_column(default=False)
    uses: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default_factory=now)
    updated_at: Mapped[datetime] = mapped_column(default_factory=now)

    __table_args__ = (
        Index("ix_memory_entries_source_digest", "source_digest", "target_language"),
        Index(
            "ix_memory_entries_retired",
            "id",
            sqlite_where=text("is_retired IS 1"),
            postgresql_where=text("is_retired IS true"),
        ),
    )


class MemoryBlock(Base):
    """A piece of the kept match index, so that opening need not hash the entries again.

    The pieces of a language pair belong together in the order of their ids; `last_id` is the newest entry the whole
    index knows (the same in every piece), `count` the entries in this piece, `first_id` its lowest entry.
    """

    __tablename__ = "memory_blocks"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    source_language: Mapped[str] = mapped_column(String(16))
    target_language: Mapped[str] = mapped_column(String(16))
    first_id: Mapped[int]
    last_id: Mapped[int]
    count: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class DraftAnswer(Base):
    """What a draft server answered once, by the digest of what it was asked: so that nothing is paid for twice.

    `detail` is a JSON object of the draft's provenance; `characters` is what was billed for it.
    """

    __tablename__ = "draft_answers"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    engine: Mapped[str] = mapped_column(String(40))
    text: Mapped[str]
    detail: Mapped[str] = mapped_column(default="{}")
    characters: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default_factory=now)
