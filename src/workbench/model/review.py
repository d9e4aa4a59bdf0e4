"""What is said and decided about an edition: comments, waivers, approvals, publications, events."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.model.base import Base, now


class Comment(Base):
    """A remark on an edition, on a target, or on chosen words of it; open until resolved."""

    __tablename__ = "comments"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str]
    target_id: Mapped[int | None] = mapped_column(ForeignKey("targets.id"), default=None)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id"), default=None)
    quoted: Mapped[str] = mapped_column(default="")
    start: Mapped[int | None] = mapped_column(default=None)
    end: Mapped[int | None] = mapped_column(default=None)
    at: Mapped[datetime] = mapped_column(default_factory=now)
    resolved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    resolved_at: Mapped[datetime | None] = mapped_column(default=None)


class Waiver(Base):
    """A gap or finding accepted with a reason.

    `what` is a field's name or a check's key; `signature` is the digest of the row's two texts (or
    of the field's value) at that moment: when either changes, the waiver no longer holds.
    """

    __tablename__ = "waivers"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    target_id: Mapped[int | None] = mapped_column(ForeignKey("targets.id"), default=None)
    signature: Mapped[str] = mapped_column(String(64), default="")
    at: Mapped[datetime] = mapped_column(default_factory=now)


class Approval(Base):
    """Who approved exactly which content (RULES.md, what an approval covers).

    `content` is the covered text itself, so that an approved version can be read, compared and
    restored for ever; `own_changes` are the row numbers the approver rewrote during the review.
    `signature` ("" for none) is made with the key `key_id` over the statement of `desk/statements.py`, which says
    when (`signed_at`) and after which event (`signed_after`, its digest) it was signed.
    """

    __tablename__ = "approvals"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    step: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    digest: Mapped[str] = mapped_column(String(64))
    content: Mapped[dict[str, Any]]
    own_changes: Mapped[list[Any]]
    step_name: Mapped[str] = mapped_column(default="")
    is_self_approval: Mapped[bool] = mapped_column(default=False)
    is_final: Mapped[bool] = mapped_column(default=True)
    at: Mapped[datetime] = mapped_column(default_factory=now)
    key_id: Mapped[int | None] = mapped_column(ForeignKey("signing_keys.id"), default=None)
    signed_at: Mapped[datetime | None] = mapped_column(default=None)
    signed_after: Mapped[str] = mapped_column(String(64), default="")
    signature: Mapped[str] = mapped_column(String(128), default="")


class Publication(Base):
    """A published version: what was approved, what the page said beside it, and the files."""

    __tablename__ = "publications"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]]
    files: Mapped[list[Any]]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    correction: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(default_factory=now)


class Event(Base):
    """Something that happened, for ever: append-only, each chained to the one before by digest."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    data: Mapped[dict[str, Any]]
    article_id: Mapped[int | None] = mapped_column(default=None, index=True)
    edition_id: Mapped[int | None] = mapped_column(default=None)
    person_id: Mapped[int | None] = mapped_column(default=None)
    at: Mapped[datetime] = mapped_column(default_factory=now)
    previous: Mapped[str] = mapped_column(String(64), default="")
    digest: Mapped[str] = mapped_column(String(64), default="")

    __table_args__ = (Index("ix_events_kind_at", "kind", "at"),)
