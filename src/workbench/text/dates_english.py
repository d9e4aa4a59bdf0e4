"""Years, months, days, decades and weekdays in English text."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan

MONTHS = {
    name: index // 2 + 1
    for index, name in enumerate(
        [
            "january",
            "jan",
            "february",
            "feb",
            "march",
            "mar",
            "april",
            "apr",
            "may",
            "may",
            "june",
            "jun",
            "july",
            "jul",
            "august",
            "aug",
            "september",
            "sep",
            "october",
            "oct",
            "november",
            "nov",
            "december",
            "dec",
        ]
    )
} | {"sept": 9}
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = {
    name: index
    for index, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], 1
    )
} | {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}

LONG_MONTHS = "|".join(MONTH_NAMES)
SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
"""Patterns of the months, in full and shortened; each check says itself which stop it wants behind."""

_NAME = rf"(?:{LONG_MONTHS}|(?:{SHORT_MONTHS})\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|(?:,000)|:\s?\d\d)"
_YEAR = r"(?:1[0-9]|20|21)\d{2}(?!\d|,\d|\s?%)"
_AND = r"\s?(?:-|–|—|/|,? ?and|to|through|till|until|or|,)\s?(?:the\s)?"

MONTH_DAY = re.compile(
    rf"(?<!Long[ -])\b({_NAME})\s?(?:the\s)?({_DAY}(?:{_AND}{_DAY}(?!\s?[a-z]{{4,}}|\s?[ap]\.?\s?m\b|\s(?:{_NAME})))*)(?:\s?,?\s?({_YEAR}))?"
)
DAY_MONTH = re.compile(
    rf"(?<![:.])\b({_DAY}(?:{_AND}{_DAY})*)\s?(?:-|of\s)?\s?({_NAME})(?![a-z])(?:\s?,?\s?({_YEAR}))?"
)
MONTH_YEAR = re.compile(rf"\b({_NAME})(?:\sof)?(?:\s?,)?\s?({_YEAR})")
ISO = re.compile(r"(?<![\d.])((?:19|20)\d\d)([-./])(0?[1-9]|1[0-2])\2(3[01]|[12]\d|0?[1-9])(?![\d]|[.]\d)")
NINE_ELEVEN = re.compile(r"(?<![\d/])9/11(?![\d/])")
SLASHED = re.compile(r"(?<![\d/])(3[01]|[12]\d|0?[1-9])/(3[01]|[12]\d|0?[1-9])/((?:19|20)\d\d|\d\d)(?![\d/])")
ALONE = re.compile(rf"(?<!Long[ -])\b({_NAME})(?![a-z])")
_MAY_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|early|late|mid|this|last|next|until|till|by|from|to|and|through|during|on|before|after|for"
    r"|between|every|both)|[-–,/]|(?:" + LONG_MONTHS + r"),?)[\s-]?$",
    re.IGNORECASE,
)
_MAY_AFTER = re.compile(rf"\s?(?:to|and|through|or|-|–|,)\s(?:{_NAME})|\s\d")
DECADE = re.compile(r"(?<![\d.,$])(?:((?:1\d|20)\d0)|['’‘]?(\d0))['’]?s\b")
DECADE_WORD = re.compile(
    r"\b(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b", re.IGNORECASE
)
YEARS = re.compile(
    r"(?<![\d.,$€£])((?:1[6-9]|20|21)\d\d)\s?[-–—/]\s?((?:1[6-9]|20|21)\d\d|\d\d)(?![\d%]|[,.:]\d)"
)
APOSTROPHE_YEAR = re.compile(r"(?<![\w])['’‘](\d\d)(?![\d'’s%])")
FISCAL_YEAR = re.compile(
    r"\b(?:FY|[Ff](?:iscal|inancial)\s[Yy]ear)\s?['’]?((?:19|20)\d\d|\d\d)(?![\d%])(?:[-/]\d\d)?"
)
WEEKDAY = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat)\b\.?"
)
_DAY_NAMES = frozenset(
    {"mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", *WEEKDAYS, *(name + "s" for name in WEEKDAYS)}
)
_DIGITS = re.compile(r"\d+")
_TENS_WORDS = {
    word: (index + 2) * 10
    for index, word in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    )
}


SEASONS = re.compile(r"(?<![A-Za-z])(?:SS|AW|FW|S/S|A/W|F/W)\s?['’]?(\d\d)(?!\d)")
"""SS19 is spring and summer of 2019."""


def _read_season_of_fashion(match: re.Match[str]) -> list[Fact]:
    return [Fact(FactKind.YEAR, (Fraction(2000 + int(match[1])), Fraction(int(match[1]))), *match.span())]


def take_english_dates(scan: Scan) -> None:
    """Take dates, month names, decades and weekdays; a year standing alone stays a number."""
    if scan.has_digits:
        _take_dates_with_digits(scan)
    scan.take(ALONE, _read_alone)
    scan.take(DECADE_WORD, _read_decade_word, "ties")
    scan.take_words(WEEKDAY, _read_weekday, _DAY_NAMES)


def _take_dates_with_digits(scan: Scan) -> None:
    scan.take(NINE_ELEVEN, _read_nine_eleven, "9/11")
    scan.take(SEASONS, _read_season_of_fashion, "ss", "aw", "fw", "s/s", "a/w", "f/w")
    scan.take(ISO, _read_iso)
    scan.take(SLASHED, _read_slashed, "/")
    scan.take(DAY_MONTH, lambda match: _read_day_month(match, days=1, month=2))
    scan.take(MONTH_DAY, lambda match: _read_day_month(match, days=2, month=1))
    scan.take(MONTH_YEAR, _read_month_year)
    scan.take(DECADE, _read_decade)
    scan.take(YEARS, _read_years)
    scan.take(APOSTROPHE_YEAR, _read_apostrophe_year)
    scan.take(FISCAL_YEAR, _read_apostrophe_year, "fy", "year")


def _fact(kind: FactKind, value: int, span: tuple[int, int], form: str = "digits") -> Fact:
    return Fact(kind, (Fraction(value),), *span, form=form)


def month_number(name: str) -> int:
    """Return 1 to 12 for an English month name or its abbreviation."""
    return MONTHS[name.rstrip(".").lower()]


def _read_iso(match: re.Match[str]) -> list[Fact]:
    return [
        _fact(FactKind.YEAR, int(match[1]), match.span(1)),
        _fact(FactKind.MONTH, int(match[3]), match.span(3)),
        _fact(FactKind.DAY, int(match[4]), match.span(4)),
    ]


def _read_slashed(match: re.Match[str]) -> list[Fact]:
    """Day and month are either way round: each number has both readings where it can."""
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    facts = [_fact(FactKind.YEAR, year if year > 99 else 2000 + year, match.span(3))]
    day_first = first > 12
    facts.append(_fact(FactKind.DAY if day_first else FactKind.MONTH, first, match.span(1)))
    facts.append(_fact(FactKind.MONTH if day_first else FactKind.DAY, second, match.span(2)))
    return facts


def _read_day_month(match: re.Match[str], *, days: int, month: int) -> list[Fact]:
    facts = [
        _fact(FactKind.DAY, int(found[0]), found.span())
        for found in _DIGITS.finditer(match.string, match.start(days), match.end(days))
    ]
    facts.append(_fact(FactKind.MONTH, month_number(match[month]), match.span(month), "month name"))
    if match[3]:
        facts.append(_fact(FactKind.YEAR, int(match[3]), match.span(3)))
    return sorted(facts, key=lambda fact: fact.start)


def _read_month_year(match: re.Match[str]) -> list[Fact]:
    return [
        _fact(FactKind.MONTH, month_number(match[1]), match.span(1), "month name"),
        _fact(FactKind.YEAR, int(match[2]), match.span(2)),
    ]


def _read_alone(match: re.Match[str]) -> list[Fact] | None:
    name = match[1]
    before = match.string[max(0, match.start() - 14) : match.start()]
    if name in ("May", "March", "Mar") and not (
        _MAY_BEFORE.search(before) or _MAY_AFTER.match(match.string, match.end())
    ):
        return None
    if len(name) == 3 and name != "May" and not _MAY_BEFORE.search(before):
        return None
    return [_fact(FactKind.MONTH, month_number(name), match.span(1), "month name")]


def _read_decade(match: re.Match[str]) -> list[Fact]:
    value = int(match[1] or match[2])
    return [_fact(FactKind.DECADE, value, match.span())]


def _read_decade_word(match: re.Match[str]) -> list[Fact]:
    return [_fact(FactKind.DECADE, _TENS_WORDS[match[1].lower()], match.span(), "words")]


def _read_years(match: re.Match[str]) -> list[Fact] | None:
    first, second = int(match[1]), int(match[2])
    if second < 100:
        if second != first % 100 + 1 and second <= first % 100:
            return None
        second += first - first % 100
    return [_fact(FactKind.YEAR, first, match.span(1)), _fact(FactKind.YEAR, second, match.span(2))]


def _read_apostrophe_year(match: re.Match[str]) -> list[Fact]:
    short = int(match[1])
    if short > 99:
        return [_fact(FactKind.YEAR, short, match.span())]
    values = (Fraction((2000 if short < 40 else 1900) + short), Fraction(short))
    return [Fact(FactKind.YEAR, values, *match.span())]


def _read_nine_eleven(match: re.Match[str]) -> list[Fact]:
    """The attacks of 2001 are 911 in Chinese, or 9·11."""
    return [Fact(FactKind.QUANTITY, (Fraction(911),), *match.span())]


def _read_weekday(match: re.Match[str]) -> list[Fact]:
    word = match[0].rstrip(".").lower().removesuffix("s") if match[1] else (match[2] or "").lower()
    return [_fact(FactKind.WEEKDAY, WEEKDAYS[word], match.span(), "words")]
