"""Chinese words looked up in CC-CEDICT: for the meaning under the pointer, and for the sentence aligner.

Data: CC-CEDICT, CC BY-SA 4.0; see `resources/dictionary/ATTRIBUTION.md`. It is read once, on the first question
(about a quarter of a second), and answers from memory after that.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workbench.resources import resource

LONGEST_WORD = 12
"""Characters of the longest word looked for at a place; longer headwords are proverbs, found by `look_up`."""

TONE_MARKS = {
    "a": "āáǎàa",
    "e": "ēéěèe",
    "i": "īíǐìi",
    "o": "ōóǒòo",
    "u": "ūúǔùu",
    "ü": "ǖǘǚǜü",
}
SYLLABLE = re.compile(r"([A-Za-züÜ:]+?)([1-5])")


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """One sense group of a word: both spellings, pinyin with tone marks, and the English glosses."""

    simplified: str
    traditional: str
    pinyin: str
    glosses: tuple[str, ...]


@cache
def entry_lines() -> Mapping[str, tuple[str, ...]]:
    """Return the raw lines of the dictionary by headword, simplified and traditional alike.

    Read line by line: taken apart in one go, it would keep the interpreter from a window for a twentieth of a second.
    """
    lines: dict[str, tuple[str, ...]] = {}
    with gzip.open(resource("dictionary/cc-cedict.tsv.gz"), "rt", encoding="utf-8", newline="\n") as file:
        for row in file:
            line = row.rstrip("\n")
            simplified, traditional, _ = line.split("\t", 2)
            lines[simplified] = (*lines.get(simplified, ()), line)
            if traditional:
                lines[traditional] = (*lines.get(traditional, ()), line)
    return lines


def look_up(word: str) -> list[DictionaryEntry]:
    """Return the entries of one Chinese word, in simplified or traditional spelling; none is an empty list."""
    return [_entry(line) for line in entry_lines().get(word, ())]


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """Return start and end of the longest dictionary word that covers the character at `position`.

    Of words equally long the one that begins last is taken: at 会 in 召开会议 that is 会议, not 开会.
    None where no word stands.
    """
    if not 0 <= position < len(text):
        return None
    lines = entry_lines()
    for length in range(min(LONGEST_WORD, len(text)), 0, -1):
        for start in range(min(position, len(text) - length), max(0, position - length + 1) - 1, -1):
            if text[start : start + length] in lines:
                return start, start + length
    return None


def _entry(line: str) -> DictionaryEntry:
    simplified, traditional, pinyin, glosses = line.split("\t")
    return DictionaryEntry(
        simplified=simplified,
        traditional=traditional or simplified,
        pinyin=marked_pinyin(pinyin),
        glosses=tuple(gloss for gloss in glosses.split("/") if gloss),
    )


def marked_pinyin(numbered: str) -> str:
    """Return pinyin with tone marks for pinyin with tone numbers: `Bei3 jing1` becomes `Běi jīng`.

    The mark stands on a or e, else on the o of ou, else on the last vowel (GB/T 16159-2012, 6.6).
    """
    return SYLLABLE.sub(lambda match: _marked(match[1].replace("u:", "ü"), int(match[2])), numbered)


def _marked(syllable: str, tone: int) -> str:
    lower = syllable.lower()
    vowels = [place for place, letter in enumerate(lower) if letter in TONE_MARKS]
    if not vowels:
        return syllable
    place = next((i for i in vowels if lower[i] in "ae"), None)
    if place is None:
        place = lower.index("ou") if "ou" in lower else vowels[-1]
    mark = TONE_MARKS[lower[place]][tone - 1]
    return syllable[:place] + (mark.upper() if syllable[place].isupper() else mark) + syllable[place + 1 :]
