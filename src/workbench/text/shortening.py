"""Cutting what has no end of a sentence for thousands of characters, so that it can be edited.

Only places are taken at which `segmenting.join_sentences` puts the pieces together again as they were.
"""

from __future__ import annotations

import re

from workbench.text.segmenting import is_unspaced
from workbench.text.words import HAN

VERY_LONG = 10_000
"""Characters from which a sentence is offered to be cut: an editor is slow in it, and it is hardly a sentence."""
ROUGHLY = 2_000
"""About so many characters the pieces have."""

_SPACE = re.compile(r"\s+")
_PAUSE = re.compile(r"[，、；：…—）】”’》]+(?=\S)")
_BETWEEN_SIGNS = re.compile(rf"[{HAN}](?=[{HAN}])")


def shortened(text: str, language: str) -> list[str]:
    """Cut a text at pauses, else between Chinese characters, else at spaces; what offers no place stays in one piece."""
    kinds = (_PAUSE, _BETWEEN_SIGNS) if is_unspaced(language) else (_SPACE,)
    pieces, start = [], 0
    while len(text) - start > ROUGHLY:
        end = _place(text, start, kinds)
        if end == len(text):
            break
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]


def _place(text: str, start: int, kinds: tuple[re.Pattern[str], ...]) -> int:
    """Return the last good place of the next piece, or the first one behind it, or the end of the text."""
    for kind in kinds:
        found = [match.end() for match in kind.finditer(text, start + ROUGHLY // 2, start + ROUGHLY)]
        if found:
            return found[-1]
    later = [match.end() for kind in kinds if (match := kind.search(text, start + ROUGHLY))]
    return min(later, default=len(text))
