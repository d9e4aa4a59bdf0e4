"""A compact Chinese–English lexicon made from CC-CEDICT: words, readings, and the stems of their English glosses.

Where `dictionary` answers people, this answers programs that compare a text with its translation: nothing is loaded
beforehand, and it knows for a single character also what it tends to mean inside longer words.
Made by `tools/dictionary.py`; CC BY-SA 4.0, see `resources/dictionary/ATTRIBUTION.md`.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from workbench.resources import resource

NOTHING = ("", "", "")
LONGEST_WORD = 8
"""Characters of the longest word in the lexicon."""
_HUNDREDTHS = {f"{number:02d}": number / 100 for number in range(100)}


@cache
def _sorted_rows() -> mmap.mmap:
    """Return the file of sorted rows; as UTF-8 they sort as the characters do, and only what is asked for is read."""
    with resource("dictionary/lexicon.tsv").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def _beginnings() -> dict[str, tuple[int, int, int]]:
    """Return for every character a word begins with where its rows begin and end, and the number of the first."""
    characters, places, lines = resource("dictionary/lexicon-index.txt").read_text("utf-8").split("\n")
    starts = [*map(int, places.split()), len(_sorted_rows())]
    return dict(zip(characters, zip(starts, starts[1:], map(int, lines.split()), strict=False), strict=True))


@lru_cache(maxsize=20_000)
def _rows_of(character: str) -> list[bytes]:
    """Return the rows of all words that begin with a character, sorted."""
    start, end, _ = _beginnings().get(character, (0, 0, 0))
    return _sorted_rows()[start:end].splitlines()


@lru_cache(maxsize=100_000)
def row_number(word: str) -> int | None:
    """Return the number of a word's row, from 0, as in the numbered lexicon; None when it has none."""
    rows = _rows_of(word[:1])
    wanted = f"{word}\t".encode()
    place = bisect_left(rows, wanted)
    is_there = place < len(rows) and rows[place].startswith(wanted)
    return _beginnings()[word[0]][2] + place if is_there else None


def _found(word: str, rows: list[bytes]) -> bytes | None:
    """Return what stands behind a word in its row; None when it has none."""
    wanted = f"{word}\t".encode()
    place = bisect_left(rows, wanted)
    is_there = place < len(rows) and rows[place].startswith(wanted)
    return rows[place][len(wanted) :] if is_there else None


@lru_cache(maxsize=100_000)
def _row(word: str) -> str:
    """Return what stands behind a word, or an empty string."""
    return (_found(word, _rows_of(word[:1])) or b"").decode()


def is_word(word: str) -> bool:
    """Tell whether the dictionary has the word, in simplified or traditional spelling."""
    return _row(word) != ""


def longest_word(text: str) -> str:
    """Return the longest dictionary word that `text` begins with, "" when there is none."""
    rows, text = _rows_of(text[:1]), text[:LONGEST_WORD]
    while text:
        wanted = f"{text}\t".encode()
        place = bisect_left(rows, wanted)
        if place < len(rows) and rows[place].startswith(wanted):
            break
        before = rows[place - 1].partition(b"\t")[0].decode() if place else ""
        text = _in_common(
            text, before
        )  # a word that `text` begins with sorts before it: this is all it may be
    return text


def _in_common(one: str, other: str) -> str:
    """Return what both begin with."""
    for end in range(min(len(one), len(other)), 0, -1):
        if one[:end] == other[:end]:
            return one[:end]
    return ""


def equivalents(word: str, numbers: Mapping[str, int]) -> tuple[list[int], list[float]]:
    """Return the English stems that may translate a Chinese word: their numbers, and a strength of 0 to 1 for each.

    Stems that have no number in `numbers` are passed over.
    """
    return _numbered(_fields(word)[0], numbers)


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
    places, strengths = [], []
    for item in items.split():
        number = numbers.get(item[2:])
        if number is not None:
            places.append(number)
            strengths.append(_HUNDREDTHS[item[:2]])
    return places, strengths
