"""Ordinals, Roman numerals and numbered names in English text."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan
from workbench.text.numerals import ENGLISH_ORDINALS, ENGLISH_TENS, english_number

DIGITS = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)[\s-]?(?:st|nd|rd|th)\b")
_TENS = "|".join(ENGLISH_TENS)
_NTH = "|".join(word for word in ENGLISH_ORDINALS if word != "zeroth")
WORDS = re.compile(rf"\b(?:(?:{_TENS})[\s-])?(?:{_NTH})(?:ly)?\b|\bhundredth\b|\bthousandth\b", re.IGNORECASE)
_SPELT = frozenset(
    word + end for word in (*ENGLISH_ORDINALS, "hundredth", "thousandth") for end in ("", "ly")
)
_ROMAN_LETTER = re.compile(r"[IVX]")
NUMBERED = re.compile(r"\b(?:No|no|NO|Nos|Number|number)\s?\.?\s?(\d+)\b(?![.,]\d)|#\s?(\d+)")
ROMAN = re.compile(
    r"(?<![A-Za-z])(?:(?<=War )|(?<=Phase )|(?<=Level )|(?<=Class )|(?<=Type )|(?<=Category )|(?<=Grade )|)(X{0,2}(?:IX|IV|VI{1,3}|V(?=\b)|I{2,3})|XX?|(?<=War )I|(?<=Phase )I|(?<=Level )I)(?![A-Za-z])"
)
_ANNIVERSARY = re.compile(r"\s(?:\w+\s)?(?:anniversary|birthday)", re.IGNORECASE)
_ROMAN_BEFORE = re.compile(
    r"(?:War|Phase|Level|Class|Type|Category|Grade|Part|Tier|Volume|Chapter|Elizabeth|John|Paul|Henry|Tier|Stage|Area|Group|Category)\s$"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
UNEQUALLED = re.compile(r"\bsecond to none\b", re.IGNORECASE)


def take_english_ordinals(scan: Scan) -> None:
    """Take 14th, fourteenth, No. 3, World War II."""
    if scan.has_digits:
        scan.take(DIGITS, lambda match: [_fact(Fraction(int(match[1].replace(",", ""))), match, "digits")])
    scan.take(UNEQUALLED, lambda match: [_fact(Fraction(1), match, "words")], "second to none")
    scan.take_words(WORDS, _read_words, _SPELT)
    if scan.has_digits:
        scan.take(NUMBERED, lambda match: [_fact(Fraction(int(match[1] or match[2])), match, "digits")])
    if _ROMAN_LETTER.search(scan.text):
        scan.take(ROMAN, _read_roman)


def _fact(value: Fraction, match: re.Match[str], form: str) -> Fact:
    unit = "anniversary" if _ANNIVERSARY.match(match.string, match.end()) else ""
    return Fact(FactKind.ORDINAL, (value,), *match.span(), unit=unit, form=form)


_ARTICLE = re.compile(r"\b(?:a|per|each|every|one)\s$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[,.;:)(]|$|\s(?:and|or|if|when|while|until|before|after|to|in|at|as)\b)")


def _is_time(match: re.Match[str]) -> bool:
    """Whether "second" is the sixtieth of a minute: "for a second.", "a second if it rings"."""
    text, start = match.string, match.start()
    return bool(
        match[0] == "second"
        and _ARTICLE.search(text, max(0, start - 6), start)
        and _CLOSED.match(text, match.end())
    )


def _read_words(match: re.Match[str]) -> list[Fact] | None:
    if _is_time(match):
        return None
    word = match[0].lower()
    word = word.removesuffix("ly") if word not in ENGLISH_ORDINALS else word
    value = {"hundredth": Fraction(100), "thousandth": Fraction(1000)}.get(word) or english_number(word)
    return None if value is None else [_fact(value, match, "words")]


def _read_roman(match: re.Match[str]) -> list[Fact] | None:
    text = match[1]
    if len(text) < 2 and not _ROMAN_BEFORE.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    total = 0
    for index, letter in enumerate(text):
        value = _ROMAN[letter]
        following = _ROMAN[text[index + 1]] if index + 1 < len(text) else 0
        total += -value if value < following else value
    return [Fact(FactKind.ORDINAL, (Fraction(total),), *match.span(), form="roman")]
