"""What stands beside the score of a match: context, and penalties that warn but never rank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

CONTEXT = 101
"""The mark of an exact match whose neighbours match too."""


class Neighbours(NamedTuple):
    """The digests of the sources before and after a unit; "" where there is none or it is unknown."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Penalties:
    """How many points each doubt about an entry takes off the number shown; settings of the house.

    They stand beside the score, which alone decides threshold and rank (RULES.md, memory scores).
    `old_after_years` is the age from which an entry counts as old; 0 means never.
    """

    machine: int = 10
    unreviewed: int = 2
    old: int = 2
    foreign: int = 5
    old_after_years: int = 10


class Doubts(NamedTuple):
    """What is to be said against an entry, apart from its score; each is a number of points, 0 = nothing."""

    machine: int = 0
    unreviewed: int = 0
    old: int = 0
    foreign: int = 0

    @property
    def total(self) -> int:
        """All points together."""
        return sum(self)


def is_context_match(score: int, entry: Neighbours, here: Neighbours) -> bool:
    """Return whether an exact match stands between the same neighbours as the text being translated.

    At least one neighbour must be known, and every neighbour known on either side must agree.
    """
    if score != 100 or not (entry.before or entry.after):
        return False
    return entry == here


def doubts(
    *,
    is_machine: bool,
    is_reviewed: bool,
    is_foreign: bool,
    dated: date | None,
    today: date,
    penalties: Penalties,
) -> Doubts:
    """Return what is to be said against an entry: made by a machine, unreviewed, old, or from elsewhere."""
    years = penalties.old_after_years
    is_old = bool(years) and dated is not None and _age(dated, today) >= years
    return Doubts(
        machine=penalties.machine if is_machine else 0,
        unreviewed=0 if is_reviewed else penalties.unreviewed,
        old=penalties.old if is_old else 0,
        foreign=penalties.foreign if is_foreign else 0,
    )


def _age(dated: date, today: date) -> int:
    """Return the full years between two days."""
    return today.year - dated.year - ((today.month, today.day) < (dated.month, dated.day))
