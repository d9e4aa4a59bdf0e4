"""What a draft engine is: passages in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from workbench.model.draft import Draft, DraftRequest
from workbench.model.passage import Passage


@runtime_checkable
class Engine(Protocol):
    """A way to get a first draft.

    `draft` yields drafts in any order, each for one passage by its number; a passage it has nothing
    for is simply not answered. Raises `EngineError` with one sentence when it cannot go on; what
    was yielded before that counts.
    """

    key: str
    label: str

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield drafts for the passages."""
        ...
