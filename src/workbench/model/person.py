"""People, what they may do, what they work on, and what they are credited for."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.model.base import Base, Word, now
from workbench.model.kinds import CreditRole, Role


class Person(Base):
    """Somebody who works with the library, by the names they are credited with."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    name_zh: Mapped[str] = mapped_column(String(120), default="")
    is_active: Mapped[bool] = mapped_column(default=True)


class PersonRole(Base):
    """One role of one person."""

    __tablename__ = "person_roles"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(Word(Role), primary_key=True)


class SigningKey(Base):
    """The public half of a person's signing key; a revoked one is kept, for what was signed with it before.

    `public` is the Ed25519 key in hexadecimal; the private half is never in a library.
    """

    __tablename__ = "signing_keys"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    public: Mapped[str] = mapped_column(String(64), unique=True)
    added_at: Mapped[datetime] = mapped_column(default_factory=now)
    revoked_at: Mapped[datetime | None] = mapped_column(default=None)
    revoked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    reason: Mapped[str] = mapped_column(default="")


class Assignment(Base):
    """An edition given to a person in a role, with the day it is due."""

    __tablename__ = "assignments"

    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(Word(Role), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    due: Mapped[date | None] = mapped_column(default=None)
    at: Mapped[datetime] = mapped_column(default_factory=now)


class Credit(Base):
    """A name on the page that was set by an editor or came with the article.

    Where none stands for a role, the line follows from the work (RULES.md, credits). A line that
    was put right keeps its predecessors with `is_current` off.
    """

    __tablename__ = "credits"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"), index=True)
    role: Mapped[CreditRole] = mapped_column(Word(CreditRole))
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    reason: Mapped[str] = mapped_column(default="")
    set_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    at: Mapped[datetime] = mapped_column(default_factory=now)
    is_current: Mapped[bool] = mapped_column(default=True)


class LedgerEntry(Base):
    """One line of the append-only account of who did how much; a correction is a new line.

    `words` of the text are told apart by origin (typed by the person, memory, machine, a file, somebody else);
    `edited` of `drafted` characters were changed from what was offered.
    """

    __tablename__ = "ledger"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id"), index=True)
    role: Mapped[CreditRole] = mapped_column(Word(CreditRole))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    characters: Mapped[int] = mapped_column(default=0)
    words: Mapped[int] = mapped_column(default=0)
    typed: Mapped[int] = mapped_column(default=0)
    memory: Mapped[int] = mapped_column(default=0)
    machine: Mapped[int] = mapped_column(default=0)
    imported: Mapped[int] = mapped_column(default=0)
    others: Mapped[int] = mapped_column(default=0)
    drafted: Mapped[int] = mapped_column(default=0)
    edited: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(default_factory=now)
    reason: Mapped[str] = mapped_column(default="")
