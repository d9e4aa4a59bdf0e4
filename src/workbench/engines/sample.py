"""The engine of the demonstration: it knows the sample article alone, and needs no network."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from workbench.model.draft import Draft, DraftRequest
from workbench.model.passage import Passage
from workbench.resources import resource
from workbench.sentences import say
from workbench.text.normalise import normalise


class SampleEngine:
    """Drafts the sample from the published page it came with; other sentences stay empty."""

    key = "sample"
    label = say("Sample")

    def __init__(self) -> None:
        pairs = json.loads(resource("sample/drafts.json").read_text("utf-8"))
        self._drafts: dict[str, str] = {normalise(pair["zh"]): pair["en"] for pair in pairs}

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield the drafts of the sample's sentences; English is the only language it has."""
        if request.target_language.split("-")[0] != "en":
            return
        for passage in passages:
            text = self._drafts.get(normalise(passage.source))
            if text:
                yield Draft(passage.number, text, self.key, {"page": "published sample"})


def make_engine() -> SampleEngine:
    """Return the engine."""
    return SampleEngine()
