"""Draft engines as the Editor asks them: which stand beside the text, and what each says about a row."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from workbench.model.draft import Draft
from workbench.model.finding import Finding
from workbench.model.kinds import Level, Origin
from workbench.model.passage import Passage
from workbench.model.progress import Progress
from workbench.ui.editor.bound_arranging import BoundArranging
from workbench.ui.editor.values import EngineAnswer, EngineName, Mark, Paint, Suggestion
from workbench.ui.sayings import said
from workbench.ui.settings.words import say_engine


class BoundEngines(BoundArranging):
    """Asks engines in the name of one person; what was paid for stands in the account under them."""

    def engines_beside(self) -> Sequence[EngineName]:
        """Return the engines that can be asked as they are, the preferred first."""
        from workbench.desk.engaging import (
            engines_beside,
        )  # loads the engines, which the first row does not need

        found = engines_beside(self._library)
        return [EngineName(engine.key, say_engine(engine.key, engine.label)) for engine in found]

    def ask_engine(
        self, edition_id: int, passage: Passage, engine: EngineName
    ) -> Generator[Progress, None, EngineAnswer]:
        """Ask one engine about one row; closing the generator ends the waiting."""
        from workbench.desk.engaging import engine_of
        from workbench.desk.suggesting import suggest

        made = engine_of(self._library, engine.key)
        told = yield from suggest(self._library, self._by, edition_id, passage, made, asked_by=self._asked_by)
        if told.draft is None:
            return EngineAnswer(engine.key, None, said(told.problem or ""))
        return EngineAnswer(engine.key, _suggestion(engine, told.draft, told.findings))


def _suggestion(engine: EngineName, draft: Draft, findings: Sequence[Finding]) -> Suggestion:
    wrong = [finding for finding in findings if finding.level is Level.ERROR]
    spans = [finding.target for finding in wrong if finding.target is not None]
    return Suggestion(
        label=engine.label,
        text=draft.text,
        origin=Origin.ENGINE,
        detail=draft.detail.get("model", ""),
        provenance=draft.provenance,
        marks=tuple(Mark(start, end - start, Paint.ERROR) for start, end in spans),
        doubts=tuple(said(finding.message) for finding in wrong),
    )
