"""The fact record: what a number, date or code in either language stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

_DIGIT = re.compile(r"\d")
_LATIN_WORD = re.compile(r"[a-z]+")
FILLER = "\x00"
"""Stands in for characters that an earlier step of an extraction has consumed."""


class FactKind(StrEnum):
    """What a fact is about; the matcher says which kinds may stand for which."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    CLOCK = "clock"
    RATIO = "ratio"
    DECADE = "decade"
    PERCENT = "percent"
    POINT = "percentage point"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    QUANTITY = "quantity"
    CODE = "code"
    URL = "url"
    VAGUE = "vague"
    ESTIMATE = "estimate"


class Tier(StrEnum):
    """How much the absence of a fact weighs."""

    SURE = "sure"
    SET = "set phrase"
    SMALL = "small count"
    VAGUE = "vague"


class Approximation(StrEnum):
    """How a value is hedged: 余 is over, 近 is near (from below), 约 is about."""

    NONE = ""
    OVER = "over"
    UNDER = "under"
    NEAR = "near"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Fact:
    """One value found in a text, with its place.

    `values` are the exact readings, best first (a clock in minutes, a percent as its number);
    `unit` is a key of the unit table; `code` the comparable form of a code or address; `parts`
    the numbers inside a composite (21:15 may be a score); `form` how it is written.
    """

    kind: FactKind
    values: tuple[Fraction, ...]
    start: int
    end: int
    tier: Tier = Tier.SURE
    unit: str = ""
    approximation: Approximation = Approximation.NONE
    form: str = "digits"
    code: str = ""
    parts: tuple[Fraction, ...] = ()

    @property
    def value(self) -> Fraction:
        """The best reading; 0 for a code."""
        return self.values[0] if self.values else Fraction(0)


Reader = Callable[[re.Match[str]], list[Fact] | None]
"""Turns a match into facts; None leaves the characters to later steps."""


@dataclass(slots=True)
class Scan:
    """A text on its way through the ordered steps of an extraction.

    `text` is the whole text, `left` the same with consumed characters filled; offsets agree.
    """

    text: str
    left: str = ""
    facts: list[Fact] = field(default_factory=list)
    lowered: str = ""
    has_digits: bool = False
    words: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.left = self.text
        self.lowered = self.text.lower()
        self.has_digits = bool(_DIGIT.search(self.text))
        self.words = frozenset(_LATIN_WORD.findall(self.lowered))

    def take_words(self, pattern: re.Pattern[str], read: Reader, words: frozenset[str]) -> None:
        """Read every match of `pattern`, of which each has one of these lower-case `words`, as `take` does."""
        if not words.isdisjoint(self.words):
            self.take(pattern, read)

    def take(self, pattern: re.Pattern[str], read: Reader, *needs: str) -> None:
        """Read every match of `pattern` in what is left and consume what `read` understood.

        `needs` are lower-case strings of which any match has one: without them nothing is searched.
        """
        if needs and not self._has_one(needs):
            return

        def step(match: re.Match[str]) -> str:
            facts = read(match)
            if facts is None:
                return match[0]
            self.facts += facts
            return FILLER * len(match[0])

        self.left = pattern.sub(step, self.left)

    def _has_one(self, needs: tuple[str, ...]) -> bool:
        lowered = self.lowered
        # A loop, since any() with a generator takes twice as long, a hundred times a row.
        for need in needs:  # noqa: SIM110
            if need in lowered:
                return True
        return False


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF_WIDTH[0xFF0C] = 0xFF0C
_HALF_WIDTH |= {0x3000: 0x20, 0x00A0: 0x20, 0x202F: 0x20, 0x2009: 0x20, 0x2011: 0x2D, 0x2010: 0x2D}
_THOUSANDS = re.compile(r"(?<=\d)，(?=000(?!\d))")
_LETTER_ZERO = re.compile(r"(?<=[一二三四五六七八九])O(?=[一二三四五六七八九〇○])")
"""六O二厂: a letter typed for the Chinese zero."""

_FIGURE_ZERO = re.compile(r"(?<=[一二三四五六七八九])0{1,3}(?=[一二三四五六七八九年号])")
"""二００五年: the figure zero among Chinese numerals, as Taiwan's agencies write it."""


def half_width(text: str) -> str:
    """Return `text` with full-width digits, letters and signs made half-width, offsets kept.

    The full-width comma stays (it separates two numbers), except as a thousands mark before 000.
    """
    if text.isascii():
        return text
    narrow = _THOUSANDS.sub(",", text.translate(_HALF_WIDTH))
    if "0" in narrow:
        narrow = _FIGURE_ZERO.sub(lambda zeros: "〇" * len(zeros[0]), narrow)
    return _LETTER_ZERO.sub("〇", narrow)
