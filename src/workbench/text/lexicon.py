"""A compact Chinese–English lexicon made from CC-CEDICT: words, readings, and the stems of their English glosses.

Where `dictionary` answers people, this answers programs that compare a text with its translation: it loads in a
twentieth of a second, and knows for a single character also what it tends to mean inside longer words.
Made by `tools/dictionary.py`; CC BY-SA 4.0, see `resources/dictionary/ATTRIBUTION.md`.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from workbench.resources import resource

NOTHING = ("", "", "")


@cache
def _rows() -> list[bytes]:
    """Return the sorted rows as UTF-8, which sorts as the characters do: only what is asked for is decoded."""
    return gzip.decompress(resource("dictionary/lexicon.tsv.gz").read_bytes()).splitlines()


@lru_cache(maxsize=100_000)
def _row(word: str) -> str:
    """Return what stands behind a word, or an empty string."""
    rows, wanted = _rows(), f"{word}\t".encode()
    place = bisect_left(rows, wanted)
    if place < len(rows) and rows[place].startswith(wanted):
        return rows[place][len(wanted) :].decode()
    return ""


def is_word(word: str) -> bool:
    """Tell whether the dictionary has the word, in simplified or traditional spelling."""
    return _row(word) != ""


def longest_word(text: str) -> str:
    """Return the longest dictionary word that `text` begins with, "" when there is none.

    Words are sorted, so whatever begins the text stands at or before its place: what the word found there shares
    with the text is all that can begin it, and the search goes on with that.
    """
    rows, rest = _rows(), text.encode()
    while rest:
        row = rows[bisect_left(rows, rest + b"\n") - 1]
        word = row[: row.index(b"\t")]
        if rest.startswith(word):
            return word.decode()
        shared = 0
        while shared < min(len(word), len(rest)) and word[shared] == rest[shared]:
            shared += 1
        rest = rest[:shared]
    return ""


def equivalents(word: str, numbers: Mapping[str, int]) -> tuple[list[int], list[float]]:
    """Return the English stems that may translate a Chinese word: their numbers, and a strength of 0 to 1 for each.

    Stems that have no number in `numbers` are passed over.
    """
    return _numbered(_fields(word)[0], numbers)


def inner_equivalents(character: str, numbers: Mapping[str, int]) -> tuple[list[int], list[float]]:
    """Return, as `equivalents`, the stems a single character tends to stand for inside longer words."""
    return _numbered(_fields(character)[2], numbers)


@lru_cache(maxsize=20_000)
def syllables(character: str) -> tuple[str, ...]:
    """Return the readings of a single character without tones, as names are spelt in English."""
    return tuple(_fields(character)[1].split())


def _fields(word: str) -> Sequence[str]:
    """Return stems, syllables and inner stems of a word, in either spelling; all empty for an unknown one."""
    row = _row(word)
    if row.startswith("="):
        row = _row(row[1:])
    return row.split("\t") if row else NOTHING


def _numbered(items: str, numbers: Mapping[str, int]) -> tuple[list[int], list[float]]:
    """Read `45speak 30say`: the strength in hundredths, then the stem."""
    known = [item for item in items.split() if item[2:] in numbers]
    return [numbers[item[2:]] for item in known], [int(item[:2]) / 100 for item in known]
