"""The house vocabulary: concepts with their forms, known names, and accepted exceptions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.model.base import Base, Word, now
from workbench.model.kinds import TermStatus


class Concept(Base):
    """One thing the house has words for; `is_proposed` until somebody approves it."""

    __tablename__ = "concepts"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    domain: Mapped[str] = mapped_column(String(80), default="")
    definition: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    authority: Mapped[str] = mapped_column(default="")
    is_fixed: Mapped[bool] = mapped_column(default=False)
    is_proposed: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    updated_at: Mapped[datetime] = mapped_column(default_factory=now)


class Term(Base):
    """One form of a concept in one language."""

    __tablename__ = "terms"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id", ondelete="CASCADE"), index=True)
    language: Mapped[str] = mapped_column(String(16))
    text: Mapped[str]
    status: Mapped[TermStatus] = mapped_column(Word(TermStatus), default=TermStatus.PREFERRED)
    position: Mapped[int] = mapped_column(default=0)

    __table_args__ = (Index("ix_terms_language_text", "language", "text"),)


class Name(Base):
    """A person or place as the house writes it, with titles over time."""

    __tablename__ = "names"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    source: Mapped[str] = mapped_column(String(120), unique=True)
    target: Mapped[str]
    also: Mapped[list[Any]]
    titles: Mapped[list[Any]]
    note: Mapped[str] = mapped_column(default="")


class AcceptedPair(Base):
    """An exception accepted for good: `source` may stand as `target`; "" makes it a trap."""

    __tablename__ = "accepted_pairs"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    check: Mapped[str] = mapped_column(String(60))
    source: Mapped[str]
    target: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    at: Mapped[datetime] = mapped_column(default_factory=now)
