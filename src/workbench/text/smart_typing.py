"""What a key types when straight quotes and hyphens are to become curly quotes and dashes (English)."""

from __future__ import annotations

from typing import NamedTuple

OPENING = frozenset("([{—–“‘/-")


class Typed(NamedTuple):
    """What a key puts in: `length` characters before the caret go, `text` comes."""

    length: int
    text: str


def typed(before: str, key: str) -> Typed | None:
    """Return what a key types behind the text `before`; None where it types itself.

    A double quote opens at the start and after a blank or bracket, else it closes; behind a figure with
    nothing open it stays an inch mark. A single one between letters is an apostrophe, also in ’90s. Two
    hyphens are a dash: – behind a figure (10–12), else —.
    """
    if key == '"':
        return _double(before)
    if key == "'":
        return Typed(0, "‘" if _opens(before) else "’")
    if key == "-" and before.endswith("-") and not before.endswith("--"):
        return Typed(1, "–" if before[:-1][-1:].isdigit() else "—")
    if key.isdigit() and before.endswith("‘"):
        return Typed(1, "’" + key)
    return None


def _double(before: str) -> Typed | None:
    is_open = before.count("“") > before.count("”")
    if before[-1:].isdigit() and not is_open:
        return None
    return Typed(0, "“" if _opens(before) else "”")


def _opens(before: str) -> bool:
    last = before[-1:]
    return not last or last.isspace() or last in OPENING
