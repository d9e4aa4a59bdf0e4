"""What a screen reader hears of tracked changes: colour, underline and strike-through as words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.ui.editor.values import MarkedText, Paint


def heard(marked: MarkedText) -> str:
    """Return a marked text with what was inserted and what was deleted said in words where it stands."""
    words = {
        Paint.DELETED: QCoreApplication.translate("tracked", "[deleted: %1]"),
        Paint.INSERTED: QCoreApplication.translate("tracked", "[inserted: %1]"),
    }
    pieces, at = [], 0
    for mark in sorted(marked.marks):
        if mark.start < at or mark.paint not in words:
            continue
        end = mark.start + mark.length
        inside = marked.text[mark.start : end].strip() or QCoreApplication.translate("tracked", "space")
        pieces += [marked.text[at : mark.start].strip(), words[mark.paint].replace("%1", inside)]
        at = end
    return " ".join(piece for piece in (*pieces, marked.text[at:].strip()) if piece)
