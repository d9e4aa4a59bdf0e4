"""The office's engine: it knows the one sentence that every release ends with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.model.draft import Draft, DraftRequest
from workbench.model.passage import Passage

LAST = "（完）"


class OfficeEngine:
    """Drafts the last line and nothing else."""

    key = "office"
    label = "Office"

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield the draft of the last line."""
        for passage in passages:
            if passage.source.strip() == LAST:
                yield Draft(passage.number, "(End)", self.key)
