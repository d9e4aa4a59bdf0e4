"""Writes resources/checks/readings.tsv: which characters are read as which syllable, tones left out.

Run it after an update of pypinyin: `python tools/readings.py`. One line a syllable: the syllable, the
characters whose first reading it is, the characters that can also be read so.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict

TARGET = Path(__file__).parents[1] / "resources" / "checks" / "readings.tsv"
TONES = {"\u0300", "\u0301", "\u0304", "\u030c"}
INTERJECTIONS = {"hm", "hng", "m", "n", "ng", "ê"}


def without_tone(syllable: str) -> str:
    """Take the tone mark off a syllable and leave the two dots of ü."""
    kept = (c for c in unicodedata.normalize("NFD", syllable) if c not in TONES)
    return unicodedata.normalize("NFC", "".join(kept))


def is_written(code: int) -> bool:
    """Tell whether a character occurs in names today: the basic block and its first extension."""
    return 0x3400 <= code <= 0x9FFF


def main() -> None:
    """Turn the dictionary of readings around and write it."""
    first: dict[str, list[str]] = defaultdict(list)
    also: dict[str, list[str]] = defaultdict(list)
    for code, readings in sorted(pinyin_dict.items()):
        if not is_written(code):
            continue
        syllables = list(dict.fromkeys(without_tone(reading) for reading in readings.split(",")))
        first[syllables[0]].append(chr(code))
        for syllable in syllables[1:]:
            also[syllable].append(chr(code))
    lines = [
        f"{syllable}\t{''.join(first[syllable])}\t{''.join(also[syllable])}"
        for syllable in sorted(first.keys() | also.keys())
        if syllable not in INTERJECTIONS
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
