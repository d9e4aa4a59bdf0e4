"""What a rule of the house style says about a place in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbench.model.passage import Passage
from workbench.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """A place where the text departs from a rule, what is said about it, and what would stand there."""

    start: int
    end: int
    message: Sentence
    instead: str | None = None


Rule = Callable[[Passage, str], Iterator[Remark]]
"""Takes a row and what the house has chosen; yields where the row departs from it."""
