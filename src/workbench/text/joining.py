"""How pieces of a paragraph are put together again in each language."""

from __future__ import annotations

from collections.abc import Iterable

UNSPACED = frozenset({"zh", "ja"})


def joiner(language: str) -> str:
    """Return what stands between two sentences: nothing in Chinese and Japanese, else a space."""
    return "" if language.split("-")[0] in UNSPACED else " "


def join_pieces(pieces: Iterable[str], language: str) -> str:
    """Join sentences of one paragraph as the language does, leaving out empty ones."""
    between = joiner(language)
    kept = [piece.strip() if between else piece for piece in pieces]
    return between.join(piece for piece in kept if piece)
