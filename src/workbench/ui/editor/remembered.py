"""From matches of the memory to the suggestions the panel shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from workbench.desk.remembering import ConcordanceHit, Match, Remembered
from workbench.model.kinds import Origin
from workbench.ui.editor.values import Mark, MarkedText, MemoryHit, Paint, Suggestion

CERTAIN = 100


def suggestions_of(matches: Sequence[Match]) -> list[Suggestion]:
    """Return matches best first: where only numbers or names differ, the mended text comes first."""
    found: list[Suggestion] = []
    for match in matches:
        if match.repaired is not None and match.repaired.text != match.target:
            label = QCoreApplication.translate("Suggestions", "memory, numbers and names mended")
            found.append(_suggestion(match, match.translations[0], match.repaired.text, label))
        for entry in match.translations:
            label = QCoreApplication.translate("Suggestions", "memory")
            found.append(_suggestion(match, entry, entry.target, label))
    return found


def hits_of(found: Sequence[ConcordanceHit], side: str) -> list[MemoryHit]:
    """Return the pairs in which words were found, the words marked in the side that was searched."""
    hits = []
    for hit in found:
        marks = tuple(Mark(start, end - start, Paint.FOUND) for start, end in hit.places)
        source = MarkedText(hit.entry.source, marks if side == "source" else ())
        target = MarkedText(hit.entry.target, marks if side == "target" else ())
        hits.append(MemoryHit(source, target, _detail(hit.entry)))
    return hits


def _detail(entry: Remembered) -> str:
    return " · ".join(piece for piece in (str(entry.published or ""), entry.creator) if piece)


def _suggestion(match: Match, entry: Remembered, text: str, label: str) -> Suggestion:
    return Suggestion(label, text, Origin.MEMORY, match.shown_score, match.source, _detail(entry))
