"""What a check, matcher or engine may see of an article: frozen values, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.model.kinds import SegmentKind, TermStatus


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of an edition: what is to be translated and what stands for it now.

    `number` counts the rows of the edition from 1; `paragraph` counts paragraphs from 0.
    `source` is "" for English added on purpose; a joined row carries its sources concatenated.
    `is_omitted` marks a source left out on purpose (its `target` is "").
    """

    source: str
    target: str
    number: int = 1
    paragraph: int = 0
    kind: SegmentKind = SegmentKind.BODY
    is_omitted: bool = False
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class TermForm:
    """One target form of a concept and its standing in the house."""

    text: str
    status: TermStatus = TermStatus.PREFERRED


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A concept of the term base: its source forms and its target forms, best first.

    `category` is the domain ("party", "title", "place", …); `is_fixed` marks a name whose forms
    are binding (FACTS.md 2.20). Dates bound its validity by the article's date.
    """

    sources: tuple[str, ...]
    targets: tuple[TermForm, ...]
    category: str = ""
    note: str = ""
    is_fixed: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    id: int = 0

    def holds_on(self, day: date | None) -> bool:
        """Return whether the term was valid on a day; one that is not known settles nothing."""
        if day is None:
            return True
        return not ((self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to))


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """An office somebody held: its Chinese and its English, and from when to when (None: open)."""

    source: str
    target: str
    valid_from: date | None = None
    valid_to: date | None = None

    def is_held_on(self, day: date) -> bool:
        """Tell whether the office was held on a day."""
        return not ((self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to))


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name the house has decided: its Chinese and its English form, and the offices held over time."""

    source: str
    target: str
    also: tuple[str, ...] = ()
    titles: tuple[HeldTitle, ...] = ()


@dataclass(frozen=True, slots=True)
class Equivalence:
    """An exception the house accepted for good: `source` may stand as `target`.

    Without a source the English words stand as they are, whatever the Chinese.
    """

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Precedent:
    """What the memory holds of another article: its Chinese, its English, and the article's key ("" if none)."""

    source: str
    target: str
    article_key: str = ""


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What surrounds a passage when it is checked.

    `published` is the article's date (relative dates are judged by it); `style` holds the
    library's house-style settings by name; `traps` adds strings to the shipped trap list;
    `precedents` are earlier renderings of sentences and people of the article, oldest first.
    """

    source_language: str = "zh"
    target_language: str = "en"
    published: date | None = None
    terms: tuple[TermEntry, ...] = ()
    names: tuple[KnownName, ...] = ()
    equivalences: tuple[Equivalence, ...] = ()
    traps: tuple[str, ...] = ()
    style: Mapping[str, str] = field(default_factory=dict)
    precedents: tuple[Precedent, ...] = ()

    @property
    def is_monolingual(self) -> bool:
        """Whether the edition is in the language of its source, where nothing is to be compared."""
        return self.source_language.split("-")[0] == self.target_language.split("-")[0]
