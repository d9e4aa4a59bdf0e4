"""What a check says: where, what, how sure, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.kinds import Family, Level

Span = tuple[int, int]
"""Start and end offsets in code points, half open, as in Python slices."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that settles a finding: put `text` in place of `span` of the target."""

    label: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of a check about one row.

    `check` is the key of the check ("numbers"), `slip` a stable code for the kind of mistake
    ("times-ten", "missing", "other-month"), `message` a whole sentence naming both readings.
    `number` is the row it belongs to, counted from 1.
    """

    check: str
    family: Family
    level: Level
    message: str
    number: int = 1
    source: Span | None = None
    target: Span | None = None
    slip: str = ""
    source_reading: str = ""
    target_reading: str = ""
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact of the source as the side panel shows it.

    `rendering` is the English the house would write; `is_matched` is None when there is no draft.
    """

    kind: str
    source: Span
    reading: str
    rendering: str
    is_matched: bool | None = None
    target: Span | None = None
