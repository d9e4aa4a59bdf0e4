"""What the verbs of one transaction share: its session, and the record of what they touched."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from workbench.model.changes import Changes


@dataclass(slots=True)
class Record:
    """What a transaction has touched so far."""

    articles: set[int] = field(default_factory=set)
    editions: set[int] = field(default_factory=set)
    targets: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def changes(self, asked_by: str) -> Changes:
        """Freeze the record into the one announcement of this transaction."""
        return Changes(
            articles=frozenset(self.articles),
            editions=frozenset(self.editions),
            targets=frozenset(self.targets),
            people=frozenset(self.people),
            nouns=frozenset(self.nouns),
            asked_by=asked_by,
        )


@dataclass(frozen=True, slots=True)
class Scope:
    """The inside of one transaction: for the verbs of `library` alone.

    `locked` is None where a lock keeps all other writers out; on a server it holds the editions this
    transaction has locked, so that colleagues who work in one article wait for each other.
    """

    session: Session
    record: Record
    locked: set[int] | None = None
