"""Where the words of a final text came from: typed, memory, machine, a file; and how far drafts were edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from workbench.desk.tracing import Piece, trace
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition, Revision, Target
from workbench.model.kinds import Origin
from workbench.text.words import count_words

OFFERED = frozenset({Origin.ENGINE, Origin.MEMORY, Origin.IMPORT})
"""Origins of a text that nobody here typed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Words of final texts by who or what brought them in; `drafted` and `edited` are characters.

    `others` were typed by somebody else than the one who is credited. `edited` is Levenshtein's distance
    between the last draft that was offered and the final text, `drafted` the length of those drafts.
    """

    words: int = 0
    typed: int = 0
    memory: int = 0
    machine: int = 0
    imported: int = 0
    others: int = 0
    drafted: int = 0
    edited: int = 0

    def __add__(self, other: Figures) -> Figures:
        """Return both together."""
        return Figures(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Figures)))

    def __sub__(self, other: Figures) -> Figures:
        """Return what these have more than the others."""
        return Figures(*(getattr(self, f.name) - getattr(other, f.name) for f in fields(Figures)))


class SentenceOrigin(StrEnum):
    """Where a whole sentence came from."""

    TYPED = "typed"
    MACHINE = "machine"
    MACHINE_EDITED = "machine, edited"
    MEMORY = "memory"
    MEMORY_EDITED = "memory, edited"
    IMPORTED = "imported"
    IMPORTED_EDITED = "imported, edited"
    LEFT_OUT = "left out"


_KINDS = {Origin.ENGINE: "machine", Origin.MEMORY: "memory", Origin.IMPORT: "imported"}


def figures_by_confirmer(tx: Transaction, edition: Edition) -> dict[int, Figures]:
    """Return the figures of an edition by the person each target is credited to."""
    revisions = revisions_by_target(tx, edition)
    found: dict[int, Figures] = {}
    for target in tx.editions.targets(edition.id):
        if target.confirmed_by is not None and not target.is_omitted:
            mine = figures_of(target, revisions.get(target.id, []), target.confirmed_by)
            found[target.confirmed_by] = found.get(target.confirmed_by, Figures()) + mine
    return found


def words_of_reviewers(tx: Transaction, edition: Edition) -> dict[int, int]:
    """Return the words in the final text that somebody else than the credited translator typed, by person."""
    revisions = revisions_by_target(tx, edition)
    typed: Counter[int] = Counter()
    for target in tx.editions.targets(edition.id):
        for piece in trace(revisions.get(target.id, []), gives_back=True):
            is_other = piece.person_id is not None and piece.person_id != target.confirmed_by
            if is_other and piece.origin not in OFFERED:
                typed[piece.person_id or 0] += count_words(piece.text)
    return dict(typed)


def revisions_by_target(tx: Transaction, edition: Edition) -> dict[int, list[Revision]]:
    """Return every version of every target, oldest first, by target."""
    found: dict[int, list[Revision]] = {}
    for revision in tx.editions.revisions(edition.id):
        found.setdefault(revision.target_id, []).append(revision)
    return found


def figures_of(target: Target, revisions: Sequence[Revision], person_id: int) -> Figures:
    """Return the figures of one target, credited to a person."""
    counts: Counter[str] = Counter()
    for piece in trace(revisions, gives_back=True):
        counts[_kind_of(piece, person_id)] += count_words(piece.text)
    total = count_words(target.text)
    # A piece may cut a word in two; what is missing or too much belongs to what was typed.
    counts["typed"] += total - sum(counts.values())
    draft = _draft_of(revisions)
    edited = _distance(draft, target.text) if draft else 0
    return Figures(words=total, drafted=len(draft), edited=edited, **_not_negative(counts))


def _distance(draft: str, text: str) -> int:
    from rapidfuzz.distance import (
        Levenshtein,  # not needed until credits are counted; a start would wait for it
    )

    return Levenshtein.distance(draft, text)


def _kind_of(piece: Piece, person_id: int) -> str:
    if piece.origin in _KINDS:
        return _KINDS[piece.origin]
    return "typed" if piece.person_id == person_id else "others"


def _not_negative(counts: Counter[str]) -> dict[str, int]:
    """Move a deficit of the typed words to whatever has most, so that the parts still sum to the words."""
    if counts["typed"] < 0:
        most = max(counts, key=lambda name: counts[name])
        counts[most] += counts["typed"]
        counts["typed"] = 0
    return dict(counts)


def _draft_of(revisions: Sequence[Revision]) -> str:
    return next((r.text for r in reversed(revisions) if r.origin in OFFERED and not r.note), "")


def sentence_origin(target: Target, revisions: Sequence[Revision]) -> SentenceOrigin:
    """Return where a sentence came from, and whether anybody changed it since."""
    if target.is_omitted:
        return SentenceOrigin.LEFT_OUT
    offered = [r for r in revisions if r.origin in OFFERED and not r.note]
    left = [
        piece
        for piece in trace(revisions, gives_back=True)
        if piece.origin in OFFERED and count_words(piece.text)
    ]
    if not offered or not left:
        return SentenceOrigin.TYPED
    name = _KINDS[offered[-1].origin]
    return SentenceOrigin(name if offered[-1].text == target.text else f"{name}, edited")
