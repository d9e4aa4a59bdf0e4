"""Who or what introduced each word of a text: its revisions replayed, word by word (RULES.md, credits)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.edition import Revision
from workbench.model.kinds import Origin
from workbench.text.diff import differences


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text with the person who wrote it (None: nobody, a machine or a file) and its origin."""

    text: str
    person_id: int | None
    origin: Origin


def trace(revisions: Iterable[Revision], *, gives_back: bool = False) -> list[Piece]:
    """Return the newest text in pieces by who introduced them, from all its revisions, oldest first.

    With `gives_back` a text that is put back belongs to whom it belonged to, not to who put it back.
    """
    pieces: list[Piece] = []
    had: dict[str, list[Piece]] = {}
    for revision in revisions:
        before = "".join(piece.text for piece in pieces)
        if gives_back and revision.origin is Origin.RESTORED and revision.text in had:
            pieces = had[revision.text]
        elif revision.text != before:
            pieces = _replayed(pieces, before, revision)
        had[revision.text] = pieces
    return pieces


def _replayed(pieces: list[Piece], before: str, revision: Revision) -> list[Piece]:
    person = revision.person_id if revision.origin in {Origin.TYPED, Origin.RESTORED, Origin.MEMORY} else None
    made: list[Piece] = []
    place = 0
    for change in differences(before, revision.text):
        if change.kind == "insert":
            made.append(Piece(change.text, person, revision.origin))
            continue
        if change.kind == "equal":
            made += _cut(pieces, place, place + len(change.text))
        place += len(change.text)
    return made


def _cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """Return the part of a text between two offsets, in its pieces."""
    found, place = [], 0
    for piece in pieces:
        first, last = max(start, place), min(end, place + len(piece.text))
        if first < last:
            found.append(Piece(piece.text[first - place : last - place], piece.person_id, piece.origin))
        place += len(piece.text)
    return found


def writers(revisions: list[Revision]) -> set[int]:
    """Return everybody whose words stand in the newest text, and who confirmed exactly that text."""
    if not revisions:
        return set()
    wrote = {piece.person_id for piece in trace(revisions) if any(map(str.isalnum, piece.text))}
    newest = revisions[-1].text
    stood_by = {r.person_id for r in revisions if r.note == "confirmed" and r.text == newest}
    return {person for person in wrote | stood_by if person is not None}
