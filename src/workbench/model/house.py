"""What the house has decided for good: names with their titles over time, and exceptions, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.model.passage import HeldTitle


class Always(StrEnum):
    """What accepting something for good makes of it."""

    TRAP = "trap"
    EQUIVALENCE = "equivalence"
    NAME = "name"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class NameValue:
    """A person or place of the news: Chinese and English form, other forms, offices held, a note."""

    source: str
    target: str
    also: tuple[str, ...] = ()
    titles: tuple[HeldTitle, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoredName:
    """A name as the library has it."""

    id: int
    value: NameValue


@dataclass(frozen=True, slots=True)
class ExceptionValue:
    """A pair accepted for good.

    Without `target` the Chinese is a trap: no number. Without `source` the English words stand as they are.
    """

    source: str
    target: str = ""
    reason: str = ""
    check: str = ""

    @property
    def kind(self) -> Always:
        """Whether it is a trap or an equivalence."""
        return Always.EQUIVALENCE if self.target else Always.TRAP


@dataclass(frozen=True, slots=True)
class StoredException:
    """An exception as the library has it, with who decided it and when."""

    id: int
    value: ExceptionValue
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word that spelling knows: in the article of `key`, or without one everywhere."""

    word: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class StoredWord:
    """A known word as the library has it: the headline of its article, who added it and when."""

    id: int
    value: KnownWord
    article: str
    person: str
    at: datetime


def says_titles(titles: tuple[HeldTitle, ...]) -> str:
    """Return titles as a table's cell has them: "省长 = governor [2016-09-05 - 2020-11-24]", a bar between two."""
    return " | ".join(_says_title(title) for title in titles)


def _says_title(title: HeldTitle) -> str:
    said = f"{title.source} = {title.target}"
    if title.valid_from is None and title.valid_to is None:
        return said
    start, end = (each.isoformat() if each else "" for each in (title.valid_from, title.valid_to))
    return f"{said} [{start} - {end}]"


def reads_titles(cell: str) -> tuple[HeldTitle, ...]:
    """Return the titles of a cell as `says_titles` writes them; raises `ValueError` for anything else."""
    return tuple(_read_title(part.strip()) for part in cell.split("|") if part.strip())


def _read_title(text: str) -> HeldTitle:
    said, _, dates = text.partition("[")
    source, equals, target = said.partition("=")
    if not equals or not source.strip() or not target.strip():
        raise ValueError(text)
    start, _, end = dates.removesuffix("]").partition(" - ") if dates else ("", "", "")
    return HeldTitle(source.strip(), target.strip(), _day(start), _day(end))


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None
