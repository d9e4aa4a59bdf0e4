"""How Chinese names are read and written in Latin letters: syllables, surnames, accepted spellings.

Readings come from pypinyin's dictionary, turned into a table without tones (tools/readings.py); surnames
have a table of their own, because dictionaries misread them (单 Shan, 仇 Qiu, 解 Xie). Spelling follows
GB/T 28039-2011: surname first, given name in one word, ü as YU after l and n; older spellings are accepted.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product

from workbench.text.tables import rows

_NOT_LETTERS = re.compile(r"['’ʼ`\-.\s]")
_VOWEL_START = ("a", "e", "o")


def spelling_key(word: str) -> str:
    """Return what two spellings of one name have in common: lower case, no apostrophe, blank or hyphen."""
    return _NOT_LETTERS.sub("", word.lower())


def is_pinyin(word: str) -> bool:
    """Tell whether a word is made of pinyin syllables only, such as "Dazhe" or "Xi'an"."""
    return _is_pinyin_key(spelling_key(word))


def syllable_count(word: str) -> int:
    """Return the smallest number of pinyin syllables a word can be cut into; 0 if it is no pinyin."""
    counts = [_syllable_count(part) for part in re.split("['’ʼ-]", word.lower())]
    return sum(counts) if all(counts) else 0


def readings(character: str) -> tuple[str, ...]:
    """Return the toneless readings of a character, the usual one first; () for anything unknown."""
    return _readings().get(character, ())


def surname_readings(surname: str) -> tuple[str, ...]:
    """Return the accepted English forms of a surname, best first; () if it is none."""
    return _surnames().get(surname, ())


def surname_length(text: str, start: int = 0) -> int:
    """Return how many characters of a surname begin at `start`: 2 for compounds, 1, or 0."""
    if text[start : start + 2] in _surnames():
        return 2
    return 1 if text[start : start + 1] in _surnames() else 0


def is_rare_surname(surname: str) -> bool:
    """Tell whether a surname is far more often an ordinary word (时, 从, 信)."""
    return surname in _rare_surnames()


def is_surname_spelling(word: str) -> bool:
    """Tell whether an English word can be a Chinese surname."""
    return spelling_key(word) in _surname_keys()


@lru_cache(maxsize=20_000)
def surname_keys(surname: str) -> frozenset[str]:
    """Return the spelling keys of a surname."""
    return frozenset(spelling_key(form) for form in surname_readings(surname))


@lru_cache(maxsize=50_000)
def given_keys(given: str) -> frozenset[str]:
    """Return the spelling keys of one or more characters in all their readings."""
    choices = [[form for reading in readings(c) for form in _spellings(reading)] for c in given]
    return frozenset("".join(parts) for parts in product(*choices)) if all(choices) else frozenset()


def name_readings(zh: str) -> list[str]:
    """Return every accepted English form of a personal name, best first; [] if it cannot be read.

    All readings of the surname and of each character count, ü as yu, v, u or ü, and an apostrophe before
    a, e, o is optional: 吕西安 → "Lyu Xi'an", "Lyu Xian", "Lü Xi'an", …
    """
    forms: list[str] = []
    for length in _possible_surname_lengths(zh):
        surnames = surname_readings(zh[:length]) or tuple(_capital(r) for r in _forms_of(zh[:length]))
        givens = _given_forms(zh[length:])
        forms += [f"{surname} {given}".strip() for surname in surnames for given in givens or [""]]
    return list(dict.fromkeys(forms))


def render_name(zh: str) -> str:
    """Return the best English form of a personal name (许达哲 → "Xu Dazhe"), or "" if it cannot be read."""
    return next(iter(name_readings(zh)), "")


def _possible_surname_lengths(zh: str) -> list[int]:
    length = surname_length(zh)
    if length == 2 and len(zh) == 3:
        return [2, 1]
    return [length or 1] if len(zh) > length else [1]


def _given_forms(given: str) -> list[str]:
    choices = [_forms_of(c) for c in given]
    forms: list[str] = []
    for parts in product(*choices) if given and all(choices) else ():
        marked = parts[0] + "".join(f"'{p}" if p.startswith(_VOWEL_START) else p for p in parts[1:])
        forms += [_capital(marked), _capital("".join(parts))]
    return list(dict.fromkeys(forms))


def _forms_of(character: str) -> list[str]:
    return [form for reading in readings(character) for form in _spellings(reading)]


def _spellings(reading: str) -> tuple[str, ...]:
    if "ü" not in reading:
        return (reading,)
    return tuple(reading.replace("ü", other) for other in ("yu", "ü", "u", "v"))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=20_000)
def _is_pinyin_key(key: str) -> bool:
    return _syllables_pattern().fullmatch(key) is not None


@lru_cache(maxsize=20_000)
def _syllable_count(key: str) -> int:
    best = [0] + [99] * len(key)
    for end in range(1, len(key) + 1):
        for start in range(max(0, end - 6), end):
            if best[start] + 1 < best[end] and key[start:end] in _syllables():
                best[end] = best[start] + 1
    return best[-1] if best[-1] < 99 else 0


@cache
def _syllables() -> frozenset[str]:
    return frozenset(form for row in rows("readings") for form in _spellings(row[0]))


@cache
def _syllables_pattern() -> re.Pattern[str]:
    longest_first = sorted(_syllables(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(longest_first)})+")


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for syllable, first, _ in rows("readings"):
        for character in first:
            table[character] = (syllable,)
    for syllable, _, also in rows("readings"):
        for character in also:
            table[character] = (*table.get(character, ()), syllable)
    return table


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in rows("surnames")}


@cache
def _rare_surnames() -> frozenset[str]:
    return frozenset(row[0] for row in rows("surnames") if row[2:] == ("rare",))


@cache
def _surname_keys() -> frozenset[str]:
    return frozenset(spelling_key(form) for forms in _surnames().values() for form in forms)
