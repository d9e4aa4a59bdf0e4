"""Reading numerals: Chinese, Arabic and mixed ones, and English number words, as exact rationals."""

from __future__ import annotations

import re
from fractions import Fraction

CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
}
CHINESE_DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SMALL_SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE_SCALES = (("亿", 10**8), ("万", 10**4))
_PIECE = re.compile(r"\d[\d,]*(?:\.\d+)?|[十百千拾佰仟]|[^\d,.\s]")
_POINT = re.compile(r"(.+?)点([零〇○一二三四五六七八九]+)(.*)$")


def decimal(text: str) -> Fraction:
    """Return the value of ASCII digits with optional thousands commas and a decimal point."""
    whole, _, part = text.replace(",", "").replace(" ", "").partition(".")
    value = Fraction(int(whole or "0"))
    return value + Fraction(int(part), 10 ** len(part)) if part else value


def chinese_number(text: str) -> Fraction | None:
    """Return the value of a Chinese, Arabic or mixed numeral, None when it is not one.

    Understands 三千五百二十一, 三千五 (3,500), 一万二 (12,000), 一点二万亿, 3亿5000万, 11万7015,
    二〇二〇 and blanks inside. Hedges (余 多 几) must have been taken out before.
    """
    text = text.replace(" ", "")
    if not text:
        return None
    point = _POINT.match(text)
    if point:
        return _with_point(point[1], point[2], point[3])
    return _scaled(text)


def _with_point(whole: str, digits: str, scales: str) -> Fraction | None:
    base = _scaled(whole)
    if base is None:
        return None
    tail = "".join(str(CHINESE_DIGITS[c]) for c in digits)
    value = base + Fraction(int(tail), 10 ** len(tail))
    for scale in scales:
        factor = _SMALL_SCALES.get(scale) or dict(_LARGE_SCALES).get(scale)
        if factor is None:
            return None
        value *= factor
    return value


def _scaled(text: str) -> Fraction | None:
    for scale, factor in _LARGE_SCALES:
        at = text.rfind(scale)
        if at < 0:
            continue
        left = _scaled(text[:at]) if at else Fraction(1)
        right = _rest(text[at + 1 :], factor)
        return None if left is None or right is None else left * factor + right
    return _below_ten_thousand(text)


def _rest(text: str, factor: int) -> Fraction | None:
    """What follows a scale: nothing, a full numeral, or one digit for the next place (一万二)."""
    if not text:
        return Fraction(0)
    if len(text) == 1 and text in CHINESE_DIGITS and CHINESE_DIGITS[text]:
        return Fraction(CHINESE_DIGITS[text] * factor, 10)
    return _scaled(text)


def _below_ten_thousand(text: str) -> Fraction | None:
    pieces = _PIECE.findall(text)
    if all(piece in CHINESE_DIGITS for piece in pieces):
        return Fraction(int("".join(str(CHINESE_DIGITS[piece]) for piece in pieces)))
    total, current, last_scale = Fraction(0), None, 0
    for piece in pieces:
        if piece in _SMALL_SCALES:
            last_scale = _SMALL_SCALES[piece]
            total += (Fraction(1) if current is None else current) * last_scale
            current = None
        elif piece in CHINESE_DIGITS:
            current = Fraction(CHINESE_DIGITS[piece])
            if not current:
                last_scale = 1
        elif piece[0].isdigit():
            current, last_scale = decimal(piece), 1
        else:
            return None
    if current is None:
        return total
    return total + (current * last_scale / 10 if last_scale > 10 else current)


ENGLISH_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
ENGLISH_TENS = {
    word: (index + 2) * 10
    for index, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    )
}
ENGLISH_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "dozen": 12,
}
_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ENGLISH_ORDINALS = {word: value for value, word in enumerate(_ORDINAL_UNITS.split())} | {
    word[:-1] + "ieth": value for word, value in ENGLISH_TENS.items()
}
_WORD = re.compile(r"[a-z]+")


def english_number(text: str) -> Fraction | None:
    """Return the value of English number words ("sixty-one thousand"), None when they are none.

    "a" and "an" count as one before a scale; "and" is skipped; an ordinal may end the phrase.
    """
    total, current = Fraction(0), Fraction(0)
    seen = False
    for written in _WORD.findall(text.lower()):
        word = written.removesuffix("s") if written.endswith(("illions", "dozens")) else written
        small = ENGLISH_UNITS.get(word, ENGLISH_TENS.get(word, ENGLISH_ORDINALS.get(word)))
        if small is not None:
            current += small
        elif word in ("a", "an"):
            current += 1
        elif word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            current = (current or Fraction(1)) * scale
            if scale >= 1000:
                total, current = total + current, Fraction(0)
        elif word != "and":
            return None
        seen = True
    return total + current if seen else None
