"""What one transaction touched, announced once to every view."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The identities touched by one committed transaction, by noun, and who asked for it.

    `asked_by` is the token the caller passed to the act (a view ignores its own echo);
    it is "" for changes noticed from another process.
    """

    articles: frozenset[int] = frozenset()
    editions: frozenset[int] = frozenset()
    targets: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    nouns: frozenset[str] = field(default_factory=frozenset)
    """Other tables touched: "memory", "terms", "settings", "comments", "waivers", "events" …"""
    asked_by: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was touched."""
        return not (self.articles or self.editions or self.targets or self.people or self.nouns)
