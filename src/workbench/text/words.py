"""Counting what translators are paid for: English words, Chinese characters."""

from __future__ import annotations

import re
from functools import lru_cache

HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The inside of a character class that matches Han characters, with 々 and 〇."""

_HAN_OR_DIGIT = re.compile(rf"[{HAN}0-9０-９]")
_HAN_CHARACTER = re.compile(rf"[{HAN}]")
_WORD = re.compile(
    rf"[$€£¥]?[0-9]+(?:[.,:/][0-9]+)*%?(?:-?[^\W\d_{HAN}]+)*"
    rf"|[^\W\d_{HAN}][^\W_{HAN}]*(?:['’.&-][^\W_{HAN}]+)*"
)


@lru_cache(maxsize=2_000)  # a sentence is counted as it was and as it is, and may stand in thousands of rows
def count_words(text: str) -> int:
    """Count English words: "U.S.", "well-known", "Xi'an" and "1,200.5" are one word each."""
    return sum(1 for _ in _WORD.finditer(text))


def count_characters(text: str) -> int:
    """Count source characters as credits do: every Han character and every digit (RULES.md, credits)."""
    return len(_HAN_OR_DIGIT.findall(text))


def has_han(text: str) -> bool:
    """Tell whether any Han character stands in the text."""
    return _HAN_CHARACTER.search(text) is not None


def is_han(character: str) -> bool:
    """Tell whether this one character is a Han character."""
    return _HAN_CHARACTER.match(character) is not None
