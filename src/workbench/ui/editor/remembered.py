"""From matches of the memory to the suggestions the panel shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from workbench.desk.remembering import Match, Remembered
from workbench.model.kinds import Origin
from workbench.ui.editor.values import Suggestion

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


def _suggestion(match: Match, entry: Remembered, text: str, label: str) -> Suggestion:
    detail = " · ".join(piece for piece in (str(entry.published or ""), entry.creator) if piece)
    return Suggestion(label, text, Origin.MEMORY, match.shown_score, match.source, detail)
