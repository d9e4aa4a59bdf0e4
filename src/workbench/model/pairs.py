"""Pairs on their way into the translation memory, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import NamedTuple


class Background(NamedTuple):
    """What is known of a pair that comes from an article."""

    article_key: str = ""
    published: date | None = None
    before: str = ""
    after: str = ""
    note: str = ""
    is_machine: bool = False
    is_reviewed: bool = False


class NewEntry(NamedTuple):
    """A pair on its way into the memory.

    `normal` is the normalised source (`text.normalise`), `digest` the digest of that where it is known already.
    """

    source: str
    target: str
    normal: str
    origin: str = ""
    creator: str = ""
    domain: str = ""
    details: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    background: Background | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class EntryColumns:
    """Many pairs on their way into the memory, a list a field of `NewEntry`; the n-th of all lists are one pair.

    A million pairs are moved a column at a time: making an object of each would take longer than storing it.
    """

    source: Sequence[str]
    target: Sequence[str]
    normal: Sequence[str]
    origin: Sequence[str]
    creator: Sequence[str]
    domain: Sequence[str]
    details: Sequence[str]
    created_at: Sequence[datetime | None]
    updated_at: Sequence[datetime | None]
    background: Sequence[Background | None]
    digest: Sequence[str]

    @classmethod
    def of(cls, entries: Sequence[NewEntry]) -> EntryColumns:
        """Return entries column by column."""
        columns = map(list, zip(*entries, strict=True)) if entries else ([] for _ in NewEntry._fields)
        return cls(*columns)

    def __len__(self) -> int:
        return len(self.source)

    def columns(self) -> list[Sequence[object]]:
        """Return the columns in the order of the fields of `NewEntry`."""
        return [getattr(self, name) for name in NewEntry._fields]

    def rows(self) -> list[NewEntry]:
        """Return the pairs one by one."""
        return list(map(NewEntry._make, zip(*self.columns(), strict=True)))

    def picked(self, places: Sequence[int]) -> EntryColumns:
        """Return the pairs at some places."""
        if len(places) < 2:
            return EntryColumns.of([NewEntry._make(column[at] for column in self.columns()) for at in places])
        return EntryColumns(*map(itemgetter(*places), self.columns()))
