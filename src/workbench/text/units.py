"""Units of measure and currencies: how each is written, its dimension and its size."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from workbench.resources import resource


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `factor` is its size in the base unit of its dimension (`units.json`)."""

    key: str
    dimension: str
    factor: Fraction
    chinese: tuple[str, ...]
    english: tuple[str, ...]


COUNT_DIMENSIONS = frozenset({"count", "people", "visit"})
"""Dimensions of counted things: translators are free among their nouns."""


@cache
def units() -> dict[str, Unit]:
    """Return the unit table by key."""
    rows = json.loads(resource("checks/units.json").read_text("utf-8"))
    return {
        row["key"]: Unit(
            row["key"], row["dimension"], Fraction(row["factor"]), tuple(row["zh"]), tuple(row["en"])
        )
        for row in rows
    }


@cache
def _by_chinese() -> dict[str, str]:
    return {form: unit.key for unit in units().values() for form in unit.chinese}


@cache
def _by_english() -> dict[str, str]:
    return {form.replace(".", ""): unit.key for unit in units().values() for form in unit.english}


_NOT_UNITS = re.compile(
    r"年代|年级|年段|米兰|米其林|分之|里[程面约昂斯]|位于|人民[^币]|人均|人大|元首|元旦|元宵|元月|克里|升级|天津|天空|天然|(?<=非[一二三多])元|元(?:论|化|性|对立)"
)
_HEDGE = re.compile(r"\s?(?:多|余|几|来|的)?\s?")
_LATIN_UNIT = re.compile(r"[A-Za-z/°℃][A-Za-z0-9/²³]*")


_STATED_CURRENCY = re.compile(r"元\s?[（(]([^，,)）]{1,4}[元镑圆币])")


def chinese_unit_after(text: str, at: int) -> tuple[str, int]:
    """Return the key of the unit written in `text` at `at` and where it ends; ("", at) if none.

    A hedge between number and unit (300多公里) is skipped; longest form first.
    """
    hedge = _HEDGE.match(text, at)
    start = hedge.end() if hedge else at
    if _NOT_UNITS.match(text, start) or (text[start - 1] == "的" and text[start : start + 1] in "年月日"):
        return "", at
    latin = _LATIN_UNIT.match(text, start)
    if latin:
        key = _by_chinese().get(latin[0], "")
        return (key, latin.end()) if key else ("", at)
    stated = _STATED_CURRENCY.match(text, start)
    if stated and stated[1] in _by_chinese():
        return _by_chinese()[stated[1]], start + 1
    table = _by_chinese()
    for size in (6, 5, 4, 3, 2, 1):
        key = table.get(text[start : start + size], "")
        if key and start + size <= len(text):
            return key, start + size
    return "", at


_NOT_AFTER = re.compile(r"[\s-](?:on|over)[\s-](?:year|month|quarter|week)|-for-|[\s-](?:earlier|ago)|-to-")
_TOKEN = re.compile(r"[\s\-‑]*([A-Za-z$.]+(?:/[A-Za-z]+)?[²³23]?|[°℃%][CF]?)")
_SKIPPED = frozenset(
    {"more", "chinese", "new", "additional", "full", "whole", "consecutive", "straight", "extra"}
)


def english_unit_after(text: str, at: int) -> tuple[str, int]:
    """Return the key of the unit written in `text` at `at` and where it ends; ("", at) if none.

    Looks at up to three words ("square kilometers"), and past one adjective ("more", "consecutive").
    """
    words: list[tuple[str, int]] = []
    table = _by_english()
    place = at
    while len(words) < 4:
        token = _TOKEN.match(text, place)
        if token is None:
            break
        words.append(_unit_word(token[1], token.start(1)))
        place = token.end()
    for skip in (0, 1):
        for size in (3, 2, 1):
            chosen = words[skip : skip + size]
            key = table.get(" ".join(word for word, _ in chosen), "") if len(chosen) == size else ""
            if key and not _NOT_AFTER.match(text, chosen[-1][1]):
                return key, chosen[-1][1]
        if not words or words[0][0] not in _SKIPPED:
            break
    return "", at


def _unit_word(written: str, start: int) -> tuple[str, int]:
    """Return a word as the table spells it and where it ends; of "yuan/liter" only the yuan, unlike "km/h"."""
    word = written.lower().replace(".", "")
    if "/" in word and word not in _by_english():
        head = written.split("/", 1)[0]
        return head.lower().replace(".", ""), start + len(head)
    return word, start + len(written)


_PREFIXES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "hk$": "HKD",
    "hkd": "HKD",
    "nt$": "TWD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "s$": "SGD",
    "nz$": "NZD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "rmb": "CNY",
    "rmb¥": "CNY",
    "cny": "CNY",
    "yuan": "CNY",
    "cn¥": "CNY",
    "jpy": "JPY",
    "₩": "KRW",
    "krw": "KRW",
    "₹": "INR",
    "chf": "CHF",
    "mop": "MOP",
    "aud": "AUD",
    "cad": "CAD",
    "sgd": "SGD",
}
_PREFIX = re.compile(
    r"(?:(?:US|HK|NT|AU|CA|NZ|A|C|S)\$|\$|€|£|CN¥|RMB ?¥?|¥|￥|₩|₹|\b(?:USD|CNY|HKD|EUR|GBP|JPY|KRW|CHF|MOP|AUD|CAD|SGD|TWD))\s?$"
)


def currency_before(text: str, at: int) -> tuple[str, int]:
    """Return the key of a currency sign ending at `at` ("US$", "RMB") and where it starts.

    A bare ¥ says yuan or yen and gives the key "CNY/JPY".
    """
    sign = _PREFIX.search(text, max(0, at - 6), at)
    if sign is None:
        return "", at
    word = sign[0].strip().lower().replace(" ", "")
    if word in ("¥", "￥"):
        return "CNY/JPY", sign.start()
    return _PREFIXES.get(word, ""), sign.start()


DOLLARS = frozenset({"USD", "HKD", "AUD", "CAD", "NZD", "SGD", "TWD"})
"""Currencies that English may call dollars for short."""


def converted(value: Fraction, source: str, target: str) -> Fraction | None:
    """Return `value` of unit `source` expressed in unit `target`; None across dimensions."""
    table = units()
    first, second = table.get(source), table.get(target)
    if first is None or second is None or first.dimension != second.dimension:
        return None
    if first.dimension == "temperature":
        return _temperature(value, source, target)
    return value * first.factor / second.factor


def _temperature(value: Fraction, source: str, target: str) -> Fraction:
    if source == target:
        return value
    return value * 9 / 5 + 32 if target == "F" else (value - 32) * 5 / 9


def dimension(key: str) -> str:
    """Return the dimension of a unit key, "" when it is unknown."""
    unit = units().get(key)
    return unit.dimension if unit else ""
