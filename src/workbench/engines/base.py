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


def is_waited_for(engine: Engine) -> bool:
    """Tell whether an engine takes seconds: it is asked in a thread of its own, so that one can cancel meanwhile."""
    return bool(getattr(engine, "is_remote", False) or getattr(engine, "is_slow", False))
