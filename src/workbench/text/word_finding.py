"""The Chinese word at a place in a sentence: what a segmenter parts off, as far as the dictionary has it."""

from __future__ import annotations

from itertools import pairwise

from workbench.text.dictionary import LONGEST_WORD, entry_lines, word_at
from workbench.text.words import is_han

Span = tuple[int, int]


def word_over(text: str, position: int) -> Span | None:
    """Return start and end of the word over the character at `position`; None where no Chinese stands.

    The longest dictionary word made of whole pieces of the segmenter (rjieba) is taken; else the longest
    inside its piece; else the longest anywhere, and at last the character alone.
    """
    if not 0 <= position < len(text) or not is_han(text[position]):
        return None
    lines = entry_lines()
    cuts = _cuts(text)
    spans = [
        (start, end)
        for start in cuts
        if position - LONGEST_WORD < start <= position
        for end in cuts
        if position < end <= start + LONGEST_WORD and text[start:end] in lines
    ]
    if spans:
        return max(spans, key=lambda span: span[1] - span[0])
    piece = next(((start, end) for start, end in pairwise(cuts) if start <= position < end), (0, len(text)))
    inside = word_at(text[slice(*piece)], position - piece[0])
    if inside is not None:
        return piece[0] + inside[0], piece[0] + inside[1]
    return word_at(text, position) or (position, position + 1)


def next_word(text: str, span: Span, step: int) -> Span | None:
    """Return the next Chinese word behind a span (step 1) or before it (step -1), None at the end."""
    at = span[1] if step > 0 else span[0] - 1
    while 0 <= at < len(text):
        if is_han(text[at]):
            return word_over(text, at)
        at += step
    return None


def _cuts(text: str) -> list[int]:
    """Return where the segmenter cuts, with 0 and the end; only these where there is no segmenter."""
    try:
        from rjieba import cut
    except ImportError:  # no wheel on Windows for Arm
        return [0, len(text)]
    cuts = [0]
    for piece in cut(text):
        cuts.append(cuts[-1] + len(piece))
    return cuts
