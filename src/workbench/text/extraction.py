"""The order in which facts are taken from a text: each step consumes what it has understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbench.text.approximation import chinese_approximation, english_approximation
from workbench.text.clock import (
    take_chinese_clock,
    take_chinese_ratios,
    take_english_clock,
    take_english_ratios,
)
from workbench.text.codes import take_addresses, take_codes
from workbench.text.dates import take_chinese_dates
from workbench.text.dates_english import take_english_dates
from workbench.text.facts import FILLER, Fact, FactKind, Scan, Tier, half_width
from workbench.text.numbers import take_chinese_numbers
from workbench.text.numbers_english import share_between_neighbours, take_english_numbers
from workbench.text.ordinals import take_chinese_ordinals
from workbench.text.ordinals_english import take_english_ordinals
from workbench.text.percent import take_chinese_percents
from workbench.text.percent_english import take_english_percents
from workbench.text.traps import TrapPlace, find_idioms, find_traps

_CHINESE_CARRIERS = re.compile(
    r"[\d零〇一二两三四五六七八九十百千万亿俩半廿翻倍ⅠⅡⅢⅣⅤⅥ]|星期日|周日|星期天|www|http|@|\.c(?:om|n)"
)
_HEDGED = frozenset({FactKind.PERCENT, FactKind.POINT, FactKind.MULTIPLE, FactKind.FRACTION})


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of one text in reading order; for Chinese also the traps that were passed over."""

    text: str
    facts: tuple[Fact, ...]
    traps: tuple[TrapPlace, ...] = ()


def chinese_facts(source: str, own_traps: tuple[str, ...] = ()) -> Extraction:
    """Return the facts of a Chinese text; `own_traps` are the house's additions to the trap list."""
    text = _decimal_dots(half_width(source))
    if not _CHINESE_CARRIERS.search(text):
        return Extraction(text, ())
    scan = Scan(text)
    idioms = find_idioms(text, own_traps)
    _mask(scan, idioms)
    take_addresses(scan)
    take_chinese_dates(scan)
    take_chinese_clock(scan)
    take_chinese_percents(scan)
    take_chinese_ordinals(scan)
    take_chinese_ratios(scan)
    take_codes(scan)
    traps = find_traps(text, scan.left, own_traps)
    _mask(scan, traps)
    take_chinese_numbers(scan)
    set_phrases = [place for place in find_traps(text, text, own_traps) if place.trap.expect]
    facts = [_settled(fact, text, set_phrases) for fact in scan.facts]
    facts.sort(key=lambda fact: (fact.start, fact.end))
    return Extraction(text, tuple(facts), (*traps, *(p for p in set_phrases if p not in traps)))


def _decimal_dots(text: str) -> str:
    """Return the text with 24·3分 as 24.3分; 3·15 and 8·11, which are days, keep their dots."""
    return _DECIMAL_DOT.sub(".", text) if "·" in text else text


_DECIMAL_DOT = re.compile(
    r"(?<=\d)·(?=\d+(?:[万亿%级分吨倍米秒斤]|个?百分点|公[里斤顷]|平方|立方|千米|[美欧日港]?元|英镑))"
)


def _mask(scan: Scan, places: list[TrapPlace]) -> None:
    for place in places:
        scan.left = scan.left[: place.start] + FILLER * (place.end - place.start) + scan.left[place.end :]


def _settled(fact: Fact, text: str, set_phrases: list[TrapPlace]) -> Fact:
    if any(place.start <= fact.start and fact.end <= place.end for place in set_phrases):
        return replace(fact, tier=Tier.SET)
    if fact.kind in _IN_NAMES and _is_of_title(fact, text):
        return replace(fact, tier=Tier.SET)
    if fact.kind in _HEDGED:
        return replace(fact, approximation=chinese_approximation(text, fact.start, fact.end))
    return fact


_IN_NAMES = frozenset({FactKind.MONTH, FactKind.DAY, FactKind.QUANTITY})


def _is_of_title(fact: Fact, text: str) -> bool:
    """Whether a number in 《》 is a numeral, or the part of a series (《哈利波特5》): such follow the English title."""
    if text[fact.start].isdigit() and not (text.startswith("》", fact.end) and fact.value < 20):
        return False
    return text.rfind("《", 0, fact.start) > text.rfind("》", 0, fact.start)


def english_facts(target: str) -> Extraction:
    """Return the facts of an English text."""
    text = _DOLLAR_FIRST.sub(r"\1$", half_width(target)) if "$" in target else half_width(target)
    scan = Scan(text)
    take_addresses(scan)
    take_english_dates(scan)
    take_english_clock(scan)
    take_english_percents(scan)
    take_english_ordinals(scan)
    take_english_ratios(scan)
    take_codes(scan)
    take_english_numbers(scan)
    facts = sorted((_hedged(fact, text) for fact in scan.facts), key=lambda fact: (fact.start, fact.end))
    return Extraction(text, tuple(share_between_neighbours(facts, text)))


_DOLLAR_FIRST = re.compile(r"\$(US|AU?|NZ|HK|NT|CA?|S)(?=\d)")
"""$US5 is US$5, as Australian papers write it."""


def _hedged(item: Fact, text: str) -> Fact:
    """Return an item with its hedge: numbers have theirs already."""
    if item.kind not in _HEDGED:
        return item
    return replace(item, approximation=english_approximation(text, item.start, item.end))
