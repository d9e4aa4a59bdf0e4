"""What may complete the word being typed: facts, names, terms, the memory and the words of this article, ranked."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator

from workbench.text.completing import is_unspaced, starts_of, words_of

SHORTEST_OFFER = 2
"""Letters to type before terms and facts are offered; of a script without blanks one character."""
SHORTEST_PHRASE = 3
"""Letters to type before a phrase of the memory is offered; of a script without blanks two characters."""
SHORTEST_WORD = 4
"""Letters to type before words of the article are offered; two characters where they are syllables or words."""
MOST = 6


class Offers:
    """Phrases that may complete what is being typed, ranked.

    Facts, names and terms of the row come first, then phrases of the memory, then words of the article, the
    frequent ones before the rare.
    """

    def __init__(self) -> None:
        self._first: list[str] = []
        self._memory: list[tuple[str, str]] = []
        self._words: Counter[str] = Counter()
        self._sorted: list[tuple[str, str]] = []

    def set_phrases(self, phrases: Iterable[str]) -> None:
        """Take the renderings of facts, names and terms of the active row, best first."""
        self._first = list(dict.fromkeys(phrase for phrase in phrases if phrase))

    def set_memory(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take the phrases the memory has for the active row, best first (`phrases_of`)."""
        self._memory = list(phrases)

    def begin(self, words: Counter[str]) -> None:
        """Begin with the words of another article (`words_of`)."""
        self._words = words
        self._sorted = sorted((word.lower(), word) for word in words)

    def learn(self, texts: Iterable[str]) -> None:
        """Learn the longer words of a few more texts."""
        for word, times in words_of(texts).items():
            if word not in self._words:
                insort(self._sorted, (word.lower(), word))
            self._words[word] += times

    def find(self, before: str) -> list[tuple[str, int]]:
        """Return what completes the text before the caret, and how many characters of it are there."""
        starts = starts_of(before)
        if not starts:
            return []
        found: dict[str, int] = {}
        for start in starts:
            if len(start) >= _shortest(start, SHORTEST_OFFER):
                for phrase in self._phrases_from(start):
                    found.setdefault(_in_case(phrase, start), len(start))
        for start in starts:
            if len(start) >= _shortest(start, SHORTEST_PHRASE):
                for phrase in self._remembered_from(start):
                    found.setdefault(_in_case(phrase, start), len(start))
        for start in starts[-2:]:
            if " " not in start and len(start) >= _shortest(start, SHORTEST_WORD):
                for word in self._words_from(start):
                    found.setdefault(word, len(start))
        return list(found.items())[:MOST]

    def _phrases_from(self, start: str) -> list[str]:
        low = start.lower()
        return [each for each in self._first if each.lower().startswith(low) and len(each) > len(start)]

    def _remembered_from(self, start: str) -> Iterator[str]:
        low = start.lower()
        return (
            phrase for known, phrase in self._memory if known.startswith(low) and len(phrase) > len(start)
        )

    def _words_from(self, start: str) -> list[str]:
        low, longer = start.lower(), len(start) + (not is_syllabic(start[0]))
        at = bisect_left(self._sorted, (low, ""))
        found = []
        while at < len(self._sorted) and self._sorted[at][0].startswith(low):
            if len(self._sorted[at][1]) > longer:
                found.append(self._sorted[at][1])
            at += 1
        return sorted(found, key=lambda word: -self._words[word])[:MOST]


def is_syllabic(character: str) -> bool:
    """Tell whether a character is a syllable or a word, and so worth several letters."""
    return "가" <= character <= "힣" or is_unspaced(character)


def _shortest(start: str, letters: int) -> int:
    return letters if start.isascii() or not is_syllabic(start[0]) else (letters + 1) // 2


def _in_case(phrase: str, typed: str) -> str:
    """Begin a phrase with a capital where the first letter was typed as one."""
    return phrase[:1].upper() + phrase[1:] if typed[:1].isupper() and phrase[:1].islower() else phrase
