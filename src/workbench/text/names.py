"""Finding personal names: in Chinese by what stands around them, in English by their syllables.

A Chinese name is believed when a title, a list, a byline or a verb of speaking anchors it (FACTS.md
2.17); everything else is found only by looking for the pinyin names that the English has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from workbench.text.lexicon import is_word
from workbench.text.pinyin import (
    given_keys,
    is_pinyin,
    is_rare_surname,
    is_surname_spelling,
    spelling_key,
    surname_keys,
    surname_length,
)
from workbench.text.places import find_places
from workbench.text.tables import rows
from workbench.text.titles import find_titles


class Anchor(StrEnum):
    """What makes us believe that a stretch of Chinese is a name."""

    TITLE = "title"
    LIST = "list"
    BYLINE = "byline"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A Chinese name: where it begins, where it may end (best first), what anchors it.

    One end only means that the extent is sure.
    """

    start: int
    ends: tuple[int, ...]
    surname: int
    anchor: Anchor

    @property
    def is_sure(self) -> bool:
        """Tell whether the end of the name is certain."""
        return len(self.ends) == 1


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """A capitalised English word with its place; `key` is its spelling key."""

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class EnglishName:
    """Two neighbouring capitalised words that can be a Chinese name."""

    surname: EnglishWord
    given: EnglishWord

    @property
    def start(self) -> int:
        """Return where the name begins."""
        return self.surname.start

    @property
    def end(self) -> int:
        """Return where the name ends."""
        return self.given.end

    @property
    def text(self) -> str:
        """Return the name as it is written."""
        return f"{self.surname.text} {self.given.text}"


_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPEECH = re.compile(
    r"表示|强调|指出|说[，：“道]|说$|认为|介绍|告诉|透露|坦言|[称道][，：]|出席|主持|会见|率|宣布|解释|回忆|建议|呼吁|分析|补充|感叹|写道"
)
_CLAUSE_START = re.compile(r"[，。；：！？、\s“”‘’（）()《》—…]")
_BYLINE = re.compile(
    r"(?:(?:记者|通讯员|译者|作者|编辑|摄影|审校|校对|责编|编译|撰文)[：:\s／/|丨]*|(?<![\u4e00-\u9fff])[文图][：:／/|丨]\s*)"
)
_ALSO_WORDS = frozenset(
    ("He", "She", "You", "An", "So", "Long", "Can", "Me", "Ran", "Dan", "Pan", "Men", "Are", "Die")
)
_WORD = re.compile(r"[A-ZÜ][A-Za-zÀ-ž]*(?:['’‘`](?!s\b)[A-Za-zü]+)*(?:-[A-Za-zü]+)*")


@lru_cache(maxsize=64)
def find_names(text: str) -> tuple[NameSpan, ...]:
    """Return the names that something anchors, in order, none overlapping another."""
    found: dict[int, NameSpan] = {}
    for title in find_titles(text):
        _add(found, candidate(text, title.end, Anchor.TITLE))
    for byline in _BYLINE.finditer(text):
        _add(found, candidate(text, byline.end(), Anchor.BYLINE))
    for name in list(found.values()):
        _follow_list(found, text, name)
    for start in _clause_starts(text):
        spoken = candidate(text, start, Anchor.SPEECH)
        if spoken and any(_SPEECH.match(text, end) for end in spoken.ends):
            _add(found, spoken)
    return tuple(found[start] for start in sorted(found))


def candidate(text: str, start: int, anchor: Anchor) -> NameSpan | None:
    """Return the name that may begin at `start`, judged by its surname and by what follows."""
    surname = surname_length(text, start)
    if not surname or _starts_with_word(text, start):
        return None
    if anchor is not Anchor.TITLE and is_rare_surname(text[start : start + surname]):
        return None
    short, long = start + surname + 1, start + surname + 2
    can_be = [end for end in (long, short) if end <= len(text) and _is_han(text, start + surname, end)]
    bounded = [end for end in can_be if _is_boundary(text, end)]
    ends = bounded or can_be
    if anchor is Anchor.SPEECH:
        ends = [end for end in can_be if _SPEECH.match(text, end)]
    return NameSpan(start, tuple(ends), surname, anchor) if ends else None


def is_plausible(text: str, name: NameSpan) -> bool:
    """Tell whether a stretch is a name even where the English has nothing like it.

    It is not when a dictionary reads it otherwise: 代表陆续, 在高死亡率, 教师参加校外.
    """
    end = name.ends[0]
    given = text[name.start + name.surname : end]
    if not name.is_sure or is_rare_surname(text[name.start : name.start + name.surname]):
        return False
    if any(place.start < end and name.start < place.end for place in find_places(text)):
        return False
    reads_otherwise = name.surname == 1 and is_word(text[name.start : name.start + 2])
    return not reads_otherwise and not (len(given) == 2 and is_word(given))


@lru_cache(maxsize=64)
def english_words(text: str) -> tuple[EnglishWord, ...]:
    """Return the capitalised words of an English text, possessive endings left out."""
    return tuple(
        EnglishWord(m.start(), m.end(), m.group(), spelling_key(m.group())) for m in _WORD.finditer(text)
    )


@lru_cache(maxsize=64)
def english_names(text: str) -> tuple[EnglishName, ...]:
    """Return pairs of neighbouring capitalised words that read as surname and given name in pinyin."""
    words = english_words(text)
    return tuple(
        EnglishName(first, second)
        for first, second in pairwise(words)
        if text[first.end : second.start] == " " and is_pinyin(second.key) and is_pinyin(first.key)
    )


def has_surname(text: str, keys: frozenset[str]) -> bool:
    """Tell whether a surname stands in an English text, alone or not; the pronoun He is none."""
    return any(word.key in keys and word.text not in _ALSO_WORDS for word in english_words(text))


def is_name_of(english: EnglishName, text: str, start: int, surname: int, end: int) -> bool:
    """Tell whether an English pair spells the Chinese name between two offsets."""
    return english.surname.key in surname_keys(
        text[start : start + surname]
    ) and english.given.key in given_keys(text[start + surname : end])


def occurrences(english: EnglishName, text: str) -> list[tuple[int, int, int]]:
    """Return where in a Chinese text the name may stand: start, length of the surname, end."""
    if not is_surname_spelling(english.surname.text):
        return []
    found: list[tuple[int, int, int]] = []
    for surname in surnames_spelt(english.surname.key):
        start = text.find(surname)
        while start >= 0:
            for length in (3, 2, 1):  # three: 韩白乙拉 Han Baiyila
                end = start + len(surname) + length
                if end <= len(text) and english.given.key in given_keys(text[start + len(surname) : end]):
                    found.append((start, len(surname), end))
                    break
            start = text.find(surname, start + 1)
    return sorted(found)


def surnames_spelt(key: str) -> tuple[str, ...]:
    """Return the Chinese surnames that an English spelling key can stand for."""
    return _surnames_by_key().get(key, ())


def _add(found: dict[int, NameSpan], name: NameSpan | None) -> None:
    if name and not any(other.start <= name.start < max(other.ends) for other in found.values()):
        found[name.start] = name


def _follow_list(found: dict[int, NameSpan], text: str, name: NameSpan) -> None:
    """Add the names that follow in a list: 许达哲、乌兰和谢建辉."""
    while name is not None:
        following = None
        for end in name.ends:
            if text[end : end + 1] in {"、", "和", "及"} or text[end : end + 2] == "以及":
                start = end + (2 if text[end : end + 2] == "以及" else 1)
                following = candidate(text, start, Anchor.LIST)
                break
        if following is None or not following.is_sure:
            return
        _add(found, following)
        name = following


def _clause_starts(text: str) -> list[int]:
    return [0, *(m.end() for m in _CLAUSE_START.finditer(text))]


def _is_han(text: str, start: int, end: int) -> bool:
    return all(_HAN.match(c) for c in text[start:end])


def _is_boundary(text: str, end: int) -> bool:
    return (
        end >= len(text)
        or not _HAN.match(text[end])
        or any(text.startswith(w, end) for w in _after(text[end]))
    )


def _starts_with_word(text: str, start: int) -> bool:
    return any(text.startswith(word, start) for word in _stops().get(text[start], ()))


@cache
def _after(first: str) -> tuple[str, ...]:
    return tuple(word for word in _words("after") if word.startswith(first))


@cache
def _stops() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in _words("stop"):
        if len(word) > 1:
            table.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in table.items()}


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(word for row in rows("name-words") if row[0] == kind for word in row[1].split())


@cache
def _surnames_by_key() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in rows("surnames"):
        for form in row[1].split():
            table.setdefault(spelling_key(form), []).append(row[0])
    return {key: tuple(dict.fromkeys(surnames)) for key, surnames in table.items()}
