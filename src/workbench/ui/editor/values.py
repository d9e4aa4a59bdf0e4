"""The small frozen values that the parts of the Editor hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from workbench.model.finding import Finding
from workbench.model.kinds import Origin, Stage


class Saved(StrEnum):
    """What the status bar says about typed text; `SAVED` only after the database answered."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not saved"


class Paint(StrEnum):
    """How a stretch of text is shown; `look.py` turns each into a character format."""

    TERM = "term"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    INSERTED = "inserted"
    DELETED = "deleted"
    FOUND = "found"
    LIKELY = "likely"
    COMMENTED = "commented"
    SPELLING = "spelling"
    MUTED = "muted"


class Mark(NamedTuple):
    """A painted stretch of a text: start and length in code points."""

    start: int
    length: int
    paint: Paint


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with its marks, in the order in which they are laid over each other."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One offer for the active row: from the memory, an engine, or anything that yields a text.

    `score` is a percentage (0 where none applies); `source` is the remembered source, `""` for engines.
    `provenance` is kept with the row when the offer is taken; `doubts` say what is surely wrong in it, `marks` where.
    An offer without a text is a place kept for an engine that has not answered.
    """

    label: str
    text: str
    origin: Origin
    score: int = 0
    source: str = ""
    detail: str = ""
    provenance: str = ""
    marks: tuple[Mark, ...] = ()
    doubts: tuple[str, ...] = ()


class EngineName(NamedTuple):
    """An engine that is asked beside the text: its key, and what the panel calls it."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """What an engine said about a row, or why it said nothing."""

    key: str
    suggestion: Suggestion | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class MemoryHit:
    """A pair of the memory in which words were found; the marks show where, and what likely stands for them.

    `article` is the key of the article it was confirmed in, "" where there is none to go to.
    """

    source: MarkedText
    target: MarkedText
    detail: str = ""
    article: str = ""


class HitFilter(NamedTuple):
    """Which pairs of the memory may answer a search; empty fields do not limit. Days are written as 2020-04-03."""

    origin: str = ""
    person: str = ""
    since: str = ""
    until: str = ""
    is_here: bool = False


NO_FILTER = HitFilter()


@dataclass(frozen=True, slots=True)
class TermView:
    """A term found in the source of the active row: its place there, and its preferred renderings."""

    start: int
    end: int
    source: str
    targets: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowFinding:
    """A finding with the row it belongs to, by the identity of the target."""

    target_id: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class EditorStatus:
    """What the bottom of the window shows while an edition is open."""

    saved: Saved
    confirmed: int
    drafted: int
    total: int
    words: int
    errors: int
    findings: int
    stage: Stage
    translators: tuple[str, ...] = ()
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two texts for one row: mine as typed here, theirs as saved by somebody else."""

    target_id: int
    mine: str
    theirs: str
    by: str
    number: int = 0
    """The row in which it stands, 0 where it is not shown."""
