"""What goes to a draft engine and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.model.passage import KnownName, TermEntry


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """The article around the passages: context, terms, names, and how the house writes.

    `published` is the article's date, by which terms are valid.
    `options` are the engine's own settings by name (formality, model, server address …), the style of the house
    among them. `is_cancelled` tells an engine that waits for a server that nobody waits for it any more.
    `keep` takes all drafts of one answer as soon as it has been read, before anything else is done with them:
    what was paid for is in the library then.
    """

    source_language: str = "zh"
    target_language: str = "en"
    headline: str = ""
    context: str = ""
    terms: tuple[TermEntry, ...] = ()
    names: tuple[KnownName, ...] = ()
    published: date | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    is_cancelled: Callable[[], bool] = field(default=lambda: False, compare=False, repr=False)
    keep: Callable[[Sequence[Draft]], None] = field(default=lambda _: None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """One engine's text for the passage of that number.

    `detail` is provenance for the history: engine, model, score, glossary version.
    `is_scaffold` marks a draft made without a translation (rendered terms and facts only).
    """

    number: int
    text: str
    engine: str
    detail: Mapping[str, str] = field(default_factory=dict)
    is_scaffold: bool = False
    billed_characters: int = 0

    @property
    def provenance(self) -> str:
        """Return engine, model, glossary and what else is known, as every revision keeps it."""
        return ", ".join([self.engine, *(f"{name}: {value}" for name, value in self.detail.items())])
