"""The pieces by which a text is found in an index, in Chinese from one character on and in other scripts by the beginnings of words.

A text that holds what was typed has all the pieces of it; whether it really does is for the caller to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from operator import add

_SOLID = (
    r"\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters of scripts that are found anywhere: Chinese, Japanese, Korean."""
_RUNS = re.compile(rf"([{_SOLID}]+)|([^\W_{_SOLID}]+)")
_LETTER = re.compile(rf"[^\W_{_SOLID}]")
BEGINNING = 3
"""Letters at the beginning of a word that are a piece of their own; longer beginnings are looked up by the word."""
LONGEST = 40
"""Characters of a word that are kept: addresses and the like are found by how they begin."""

TOGETHER = 200
"""Texts that are taken apart in one call: no other thread runs during it, and an article may have a million."""


def pieces(texts: Iterable[str]) -> set[str]:
    """Return the pieces of texts: Chinese characters and pairs of them, words, and the beginnings of words."""
    found: set[str] = set()
    words: set[str] = set()
    rest = iter(texts)
    while part := list(islice(rest, TOGETHER)):
        for run, word in _RUNS.findall("\n".join(part)):
            if run:
                found.update(run)
                found.update(map(add, run, run[1:]))
            else:
                words.add(word)
    return found.union(*map(_word_pieces, words))


@lru_cache(maxsize=100_000)
def _word_pieces(word: str) -> frozenset[str]:
    word = word.casefold()[:LONGEST]
    return frozenset({word, *(word[:length] for length in range(1, BEGINNING + 1))})


def wanted(typed: str) -> list[tuple[str, bool]]:
    """Return the pieces a text must have to hold what was typed, each with whether it is but the beginning of one."""
    found: dict[tuple[str, bool], None] = {}
    for run, word in _RUNS.findall(typed):
        if run:
            parts = map(add, run, run[1:]) if len(run) > 1 else run
            found |= dict.fromkeys((part, False) for part in parts)
        else:
            said = word.casefold()[:LONGEST]
            found[said, len(said) > BEGINNING] = None
    return list(found)


@lru_cache(maxsize=64)
def _where(typed: str) -> re.Pattern[str]:
    inside = rf"(?<![^\W_{_SOLID}])" if _LETTER.match(typed) else ""
    return re.compile(inside + re.escape(typed), re.IGNORECASE)


def begins_with_letter(typed: str) -> bool:
    """Tell whether what was typed has to stand at the beginning of a word."""
    return _LETTER.match(typed) is not None


def stands_in(typed: str, text: str) -> bool:
    """Tell whether what was typed stands in a text: anywhere, but beginning with a letter at the beginning of a word."""
    return _where(typed).search(text) is not None
