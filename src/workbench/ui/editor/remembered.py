"""From matches of the memory to the suggestions the panel shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
            label = QCoreApplication.translate("Suggestions", "memory, mended")
            mended = _suggestion(match, match.translations[0], match.repaired.text, label)
            swaps = (Mark(swap.start, swap.end - swap.start, Paint.INSERTED) for swap in match.repaired.swaps)
            found.append(replace(mended, marks=tuple(swaps)))
        for entry in match.translations:
            label = QCoreApplication.translate("Suggestions", "memory")
            found.append(_suggestion(match, entry, entry.target, label))
    return found


def hits_of(found: Sequence[ConcordanceHit], side: str) -> list[MemoryHit]:
    """Return the pairs in which words were found: the words marked, and on the other side what likely stands for them."""
    hits = []
    for hit in found:
        marks = tuple(Mark(start, end - start, Paint.FOUND) for start, end in hit.places)
        likely = (
            () if hit.likely is None else (Mark(hit.likely[0], hit.likely[1] - hit.likely[0], Paint.LIKELY),)
        )
        source = MarkedText(hit.entry.source, marks if side == "source" else likely)
        target = MarkedText(hit.entry.target, marks if side == "target" else likely)
        article = hit.entry.article_key if hit.entry.origin == "confirmed" else ""
        hits.append(MemoryHit(source, target, _detail(hit.entry), article))
    return hits


def _detail(entry: Remembered) -> str:
    said = (str(entry.published or ""), entry.creator, _say_uses(entry.uses), *_say_doubts(entry))
    return " · ".join(piece for piece in said if piece)


def _say_uses(uses: int) -> str:
    return (
        QCoreApplication.translate("Suggestions", "used %1 times").replace("%1", str(uses))
        if uses > 1
        else ""
    )


def _say_doubts(entry: Remembered) -> list[str]:
    """Return what took points off the score that is shown."""
    words = {
        "machine": QCoreApplication.translate("Suggestions", "machine-made"),
        "unreviewed": QCoreApplication.translate("Suggestions", "unreviewed"),
        "old": QCoreApplication.translate("Suggestions", "old"),
        "foreign": QCoreApplication.translate("Suggestions", "from elsewhere"),
    }
    return [f"{words[name]} −{points}" for name, points in entry.doubts._asdict().items() if points]


def _suggestion(match: Match, entry: Remembered, text: str, label: str) -> Suggestion:
    return Suggestion(label, text, Origin.MEMORY, match.shown_score_of(entry), match.source, _detail(entry))
