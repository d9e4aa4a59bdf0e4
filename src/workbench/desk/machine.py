"""What engines wrote and what people made of it: a note for the reviewer, and figures that are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Revision
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level, Origin, Stage, State
from workbench.model.rows import EditionRow
from workbench.sentences import say

UNCHANGED = "machine-unchanged"
"""The check that tells a reviewer which confirmed sentences are still a machine's, word for word."""
SCAFFOLD = "scaffold"


@dataclass(frozen=True, slots=True)
class MachineDraft:
    """A row an engine wrote, as the engine left it and as it stands; `distance` is in characters (Levenshtein)."""

    number: int
    engine: str
    draft: str
    text: str
    distance: int
    is_confirmed: bool

    @property
    def is_unchanged(self) -> bool:
        """Whether the row still says exactly what the engine wrote."""
        return self.draft == self.text


class EngineFigures(NamedTuple):
    """What became of one engine's drafts in approved editions: rows, rows left as they were, and characters.

    `distance` is how many of the `characters` people changed.
    """

    engine: str
    rows: int
    unchanged: int
    distance: int
    characters: int

    @property
    def percent_changed(self) -> int:
        """How much of the engine's text people changed, in per cent."""
        return round(100 * self.distance / self.characters) if self.characters else 0


def machine_drafts(tx: Transaction, edition: Edition) -> list[MachineDraft]:
    """Return the rows of an edition that an engine translated, in order; scaffolds are no translations."""
    drafts: dict[int, Revision] = {}
    for revision in tx.editions.revisions(edition.id):
        if revision.origin is Origin.ENGINE and revision.note not in {"confirmed", "approved"}:
            drafts[revision.target_id] = revision
    return [
        _compared(row, drafts[row.target_id])
        for row in tx.editions.rows(edition.id)
        if row.target_id in drafts and drafts[row.target_id].note != SCAFFOLD and row.target
    ]


def _compared(row: EditionRow, draft: Revision) -> MachineDraft:
    from rapidfuzz.distance import Levenshtein  # not needed where rows are only checked

    return MachineDraft(
        number=row.number,
        engine=draft.detail.partition(",")[0],
        draft=draft.text,
        text=row.target,
        distance=Levenshtein.distance(draft.text, row.target),
        is_confirmed=row.state is not State.INITIAL,
    )


def unchanged_notes(edition: Edition, rows: Sequence[EditionRow]) -> list[Finding]:
    """Return a note for each sentence that was confirmed as the machine wrote it, while a reviewer has the edition."""
    if edition.stage is not Stage.IN_REVIEW:
        return []
    return [
        Finding(
            UNCHANGED,
            Family.ARTICLE,
            Level.NOTE,
            say("Confirmed exactly as {engine} wrote it. Read it with care.", engine=_engine_of(row)),
            row.number,
            target=(0, len(row.target)),
            slip="unchanged",
        )
        for row in rows
        if row.origin is Origin.ENGINE and row.state is State.TRANSLATED and row.target
    ]


def _engine_of(row: EditionRow) -> str:
    return row.origin_detail.partition(",")[0]


def figures_of(tx: Transaction, edition: Edition) -> dict[str, list[int]]:
    """Return rows, unchanged rows, distance and characters by engine, as an approval keeps them."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in machine_drafts(tx, edition):
        counted = [1, int(one.is_unchanged), one.distance, len(one.draft)]
        sums[one.engine] = [old + new for old, new in zip(sums[one.engine], counted, strict=True)]
    return dict(sums)


def engine_figures(library: Library) -> list[EngineFigures]:
    """Return what became of each engine's drafts in all approved editions; of each the newest approval counts."""
    with library.reading() as tx:
        newest = {
            event.edition_id: event.data.get("machine") or {} for event in tx.events.of_kind("approved")
        }
    return _summed(newest.values())


def _summed(kept: Iterable[dict[str, list[int]]]) -> list[EngineFigures]:
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in kept:
        for engine, counted in one.items():
            sums[engine] = [old + new for old, new in zip(sums[engine], counted, strict=True)]
    return [EngineFigures(engine, *counted) for engine, counted in sorted(sums.items())]
