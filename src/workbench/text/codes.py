"""Addresses, letter-digit codes, phone and document numbers, in either language."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan
from workbench.text.numerals import decimal

ADDRESS = re.compile(
    r"https?://[^\s，。；、）》”一-鿿]+|www\.[A-Za-z0-9_.\-/]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]+\.)+(?:com|cn|gov|org|net|edu)(?:\.[a-z]{2})?(?:/[A-Za-z0-9_\-./?=&%#]*)?(?![A-Za-z0-9])",
)
DOCUMENT = re.compile(r"[〔\[【(（](\d{4})[〕\]】)）]\s?第?\s?(\d+)\s?号")
STANDARD = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}/T\s?\d+(?:-\d+)?")
VERSION = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d])")
PHONE = re.compile(
    r"(?<![\d-])(?:\+?\d{1,3}[- ])?\(?\d{3,4}\)?[- ]\d{3,4}[- ]?\d{4}(?![\d-])|(?<![\d-])\d{3}-\d{4}-\d{4}(?!\d)|(?<![\d.,])\d{3,4}-\d{7,8}(?!\d)"
)
LETTERS_FIRST = re.compile(
    r"(?<![A-Za-z0-9/])(?![mk]m?[23]\b)[A-Za-z]{1,12}[-–.·/]?\d+[A-Za-z0-9]*(?:[-.]\d+[A-Za-z0-9]*|-[A-Z]{1,3}\b)*(?!,\d{3}|\.\d)"
)
DIGITS_FIRST = re.compile(
    r"(?<![A-Za-z0-9.,])\d+(?:\.\d+)?-?[A-Z][A-Za-z]{0,5}\d*(?:-\d+)?(?![A-Za-z0-9])|(?<![A-Za-z0-9.,])\d{1,4}[a-z]{1,2}\d*(?![A-Za-z0-9])"
)
TIME_ZONE = re.compile(r"\b(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?[03]0)?\b")
HEXADECIMAL = re.compile(r"(?<![A-Za-z0-9])0x[0-9A-Fa-f]{2,}(?![A-Za-z0-9])")
LONG = re.compile(r"(?<![\d.,])\d{8,}(?![\d.,]\d|\s?[万亿])")
_LONG_RUN = re.compile(r"\d{3}[- ]?\d{4}")
"""What every phone number and every long number has."""

_MONEY = re.compile(
    r"(?:RMB|USD|CNY|HKD|EUR|GBP|JPY|AUD|CAD|SGD|KRW|CHF|TWD|RUB|INR|MYR|THB|VND|PHP|IDR|TRY|BRL|NZD|MOP|US|HK|NT|No|NO|no|Nos|Rs|INR|approx|about|over)[-.]?$"
)
_UNIT = re.compile(
    r"(?:st|nd|rd|th|[mk]m2?|km/h|kg|kgs|mg|ml|mm|cm|nm|GW|MW|kW|KW|GWh|MWh|kWh|KG|KM|Km|Kg|ha|hm|mu|sqm|[mkbMKB]|[mb]n|MN|BN|tn|trn|"
    r"mln|bln|am|pm|AM|PM|hr|hrs|min|mins|sec|s|h|ft|in|yd|lb|lbs|oz|mph|MPH|kph|pc|pct|g|t|yr|yrs|L|C|F|TB|GB|MB|KB|Hz|MHz|GHz|V|W|A|dB|"
    r"RMB|USD|CNY|HKD|EUR|GBP|JPY|KRW|yuan|Yuan|hours|days|years|people|x|X|-year|-day)$"
)
_WORD_BEFORE = re.compile(
    r"(?:the|in|of|to|at|by|on|is|was|and|or|for|from|tons?|up|some|with|age|aged)\d|[a-z]{3,}[-–]\d"
)
_GLUE = re.compile(r"[\s\-–·./]")
_DIGIT_RUNS = re.compile(r"\d+(?:\.\d+)?")


def comparable(code: str) -> str:
    """Return a code without case, hyphens and blanks: COVID-19 and Covid 19 are one."""
    return _GLUE.sub("", code).lower()


def take_addresses(scan: Scan) -> None:
    """Take web and mail addresses."""
    scan.take(ADDRESS, _read_address, "http", "www.", "@", ".c", ".gov", ".org", ".net", ".edu")


def take_codes(scan: Scan) -> None:
    """Take standards, document numbers, versions, phones and letter-digit codes."""
    if not scan.has_digits:
        return
    scan.take(TIME_ZONE, lambda _: [], "gmt", "utc")
    scan.take(
        HEXADECIMAL, lambda match: [Fact(FactKind.CODE, (), *match.span(), code=match[0].lower())], "0x"
    )
    scan.take(DOCUMENT, _read_document)
    has_long_runs = _LONG_RUN.search(scan.text) is not None
    scan.take(VERSION, _read_version)
    for pattern in (STANDARD, PHONE, LETTERS_FIRST, DIGITS_FIRST, LONG):
        if has_long_runs or pattern not in (PHONE, LONG):
            scan.take(pattern, _read_code)


def _read_address(match: re.Match[str]) -> list[Fact]:
    text = match[0].rstrip(".,;:!?")
    if "(" not in text:
        text = text.split(")", 1)[0]
    return [Fact(FactKind.URL, (), match.start(), match.start() + len(text), code=text.lower())]


def _read_version(match: re.Match[str]) -> list[Fact]:
    """A version is compared as it stands; 1.57.05 may also be the 1分57秒05 of a race."""
    time = _RACE_TIME.fullmatch(match[0])
    parts = (decimal(time[1]), decimal(time[2])) if time else ()
    return [Fact(FactKind.CODE, (), *match.span(), code=match[0], parts=parts)]


_RACE_TIME = re.compile(r"(\d{1,2})\.([0-5]\d\.\d\d)")


def _read_document(match: re.Match[str]) -> list[Fact]:
    return [
        Fact(FactKind.YEAR, (Fraction(int(match[1])),), match.start(1), match.end(1)),
        Fact(FactKind.ORDINAL, (Fraction(int(match[2])),), match.start(2), match.end()),
    ]


def _read_code(match: re.Match[str]) -> list[Fact] | None:
    text = match[0]
    letters = text.rstrip("0123456789.,-–/")
    if text[0].isalpha() and _MONEY.match(re.split(r"\d", text, maxsplit=1)[0]):
        return None
    if _WORD_BEFORE.match(text):
        return None
    tail = text.lstrip("0123456789.")
    is_shop = match.string.startswith("店", match.end())
    if (
        text[0].isdigit()
        and not is_shop
        and letters
        and _UNIT.match(tail.lstrip("-"))
        and not text.startswith("0")
    ):
        return None
    parts = tuple(decimal(run) for run in _DIGIT_RUNS.findall(text))
    return [Fact(FactKind.CODE, (), *match.span(), code=comparable(text), parts=parts)]
