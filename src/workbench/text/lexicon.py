"""A compact Chinese–English lexicon made from CC-CEDICT: words, readings, and the stems of their English glosses.

Where `dictionary` answers people, this answers programs that compare a text with its translation: it loads in a
twentieth of a second, and knows for a single character also what it tends to mean inside longer words.
Made by `tools/dictionary.py`; CC BY-SA 4.0, see `resources/dictionary/ATTRIBUTION.md`.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.resources import resource


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """What the lexicon knows of one word.

    `stems` and `inner_stems` give English stems with a strength of 0 to 1; the latter are what a single character
    tends to stand for inside longer words. `syllables` are the readings of a single character without tones.
    """

    stems: tuple[tuple[str, float], ...]
    inner_stems: tuple[tuple[str, float], ...]
    syllables: tuple[str, ...]


_HUNDREDTHS = {f"{number:02d}": number / 100 for number in range(100)}
NOTHING = LexiconEntry((), (), ())


@cache
def _rows() -> list[str]:
    raw = gzip.decompress(resource("dictionary/lexicon.tsv.gz").read_bytes()).decode("utf-8")
    return raw.splitlines()


@lru_cache(maxsize=100_000)
def _row(word: str) -> str:
    """Return what stands behind a word, or an empty string."""
    rows = _rows()
    place = bisect_left(rows, word + "\t")
    if place < len(rows) and rows[place].startswith(word + "\t"):
        return rows[place][len(word) + 1 :]
    return ""


def is_word(word: str) -> bool:
    """Tell whether the dictionary has the word, in simplified or traditional spelling."""
    return _row(word) != ""


@lru_cache(maxsize=50_000)
def equivalents(word: str) -> LexiconEntry:
    """Return what is known of a Chinese word; of an unknown one, nothing."""
    row = _row(word)
    if row.startswith("="):
        row = _row(row[1:])
    if not row:
        return NOTHING
    stems, syllables, inner = row.split("\t")
    return LexiconEntry(_strengths(stems), _strengths(inner), tuple(syllables.split()))


def _strengths(items: str) -> tuple[tuple[str, float], ...]:
    """Read `45speak 30say`: the strength in hundredths, then the stem."""
    return tuple((item[2:], _HUNDREDTHS[item[:2]]) for item in items.split())
