"""Currencies, units of measure, and percent against percentage points (FACTS.md 2.4, 2.10, 2.11)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.compatibility import EXACT, SLIPPED
from workbench.checks.matching import Comparison, Match, comparison_of
from workbench.checks.wording import reading, written
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Fact, FactKind, Tier
from workbench.text.rendering import number, unit_noun
from workbench.text.units import COUNT_DIMENSIONS, DOLLARS, converted, dimension, english_unit_after, units

K = FactKind
_HARD = frozenset({"length", "area", "volume", "mass", "power", "energy", "money", "temperature"})
_YUAN_ELSEWHERE = re.compile(r"港|澳|台|新加坡|加拿大|日本|美|韩|华裔|华人|州")
_AMOUNT = r"\s?\d[\d,.]*(?:\s?(?:thousand|million|billion|trillion|m|bn))?\s"
_TWO_CURRENCIES = re.compile(
    rf"(?:(?:\b(?:RMB|CNY)|CN?¥){_AMOUNT}(?:U\.?S\.? )?(?:dollars|euros|pounds|rubles)"
    rf"|(?:US|HK)?\${_AMOUNT}(?:yuan|RMB|euros|pounds|yen)|€{_AMOUNT}(?:yuan|(?:US )?dollars|pounds)"
    rf"|£{_AMOUNT}(?:yuan|(?:US )?dollars|euros))\b"
)
_VISITING = re.compile(
    r"\b(?:visit|travel|trip|touris|passenger|attend|transport|carr|receiv|journe|ride|rode)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MeasureCheck:
    """Judges the unit of values that agree: `key` is "currency", "units" or "percentage-points"."""

    key: str
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the slips of unit in one row."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the slips of unit in a comparison already made."""
        for match in comparison.matches:
            if match.is_shared:
                continue
            slip = slip_of_unit(match, comparison)
            if slip and _KEYS[slip[0]] == self.key:
                yield self._finding(match, slip[0], slip[1], comparison, context)
        if self.key == "currency":
            yield from self._in_contradictions(comparison, context)
            yield from self._named_twice(comparison)

    def _named_twice(self, comparison: Comparison) -> Iterable[Finding]:
        """Yield the amounts that name one currency before the figure and another behind it."""
        for match in _TWO_CURRENCIES.finditer(comparison.target.text):
            yield Finding(
                self.key,
                self.family,
                Level.WARNING,
                say("“{text}” names two currencies.", text=match[0]),
                comparison.passage.number,
                None,
                match.span(),
                "two-currencies",
                "",
                match[0],
            )

    def _in_contradictions(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the other currency of an amount whose value is wrong, too: it is a second mistake."""
        for pair in comparison.contradictions:
            if dimension(pair.fact.unit) == "money" == dimension(pair.item.unit):
                match = Match(pair.fact, pair.item, EXACT)
                slip = slip_of_unit(match, comparison)
                if slip and slip[0] == "other-currency":
                    yield self._finding(match, slip[0], slip[1], comparison, context)

    def _finding(
        self, match: Match, slip: str, level: Level, comparison: Comparison, context: CheckContext
    ) -> Finding:
        source, target = comparison.source.text, comparison.target.text
        chinese = written(match.fact, source)
        meaning = reading(match.fact, context.style)
        english = _english_with_unit(match, target)
        fixes = _fixes(match, target)
        return Finding(
            self.key,
            self.family,
            level,
            say(
                "{chinese} is {meaning}; the draft has {english}: {phrase}.",
                chinese=chinese,
                meaning=meaning,
                english=english,
                phrase=_PHRASES[slip],
            ),
            comparison.passage.number,
            (match.fact.start, match.fact.end),
            (match.item.start, max(match.item.end, fixes[0].span[1] if fixes else 0)),
            slip,
            meaning,
            english,
            fixes,
        )


_KEYS = {
    "other-currency": "currency",
    "other-dimension": "units",
    "other-unit": "units",
    "person-times": "units",
    "percent-for-points": "percentage-points",
    "points-for-percent": "percentage-points",
    "duration-for-date": "units",
    "sign-lost": "units",
}
_PHRASES = {
    "other-currency": say("another currency"),
    "other-dimension": say("a unit of another kind"),
    "other-unit": say("the figure is the same but the unit is another"),
    "person-times": say("人次 counts visits or trips, not people"),
    "percent-for-points": say("percent is not percentage points"),
    "points-for-percent": say("percentage points are not percent"),
    "sign-lost": say("the degrees below zero became degrees above it"),
    "duration-for-date": say("a day of the month became a length of time"),
}


def slip_of_unit(match: Match, comparison: Comparison) -> tuple[str, Level] | None:
    """Return the kind of unit slip of a matched pair and its level, None when the units agree."""
    fact, item = match.fact, match.item
    if match.how == SLIPPED:
        if fact.kind is K.DAY:
            return ("duration-for-date", Level.WARNING) if _is_of_calendar(fact, comparison) else None
        if fact.kind is K.POINT:
            return "percent-for-points", Level.WARNING
        return "points-for-percent", Level.ERROR
    if _has_lost_its_sign(fact, item, comparison):
        return "sign-lost", Level.ERROR
    if fact.kind not in (K.QUANTITY, K.VAGUE) or not item.unit or fact.unit == item.unit:
        return None
    if not fact.unit:
        return _invented_currency(match, comparison)
    first, second = dimension(fact.unit), dimension(item.unit)
    if not first or not second:
        return None
    if {fact.unit, item.unit} == {"lb", "GBP"} or (fact.value == 1 and len(_currencies(comparison)) != 1):
        return None
    if first == second:
        return _same_dimension(match, first, comparison)
    if {first, second} == {"visit", "people"} and first == "visit":
        return None if _VISITING.search(comparison.target.text) else ("person-times", Level.WARNING)
    if first in COUNT_DIMENSIONS and second in COUNT_DIMENSIONS:
        return None
    if fact.tier is not Tier.SURE and not (first in _HARD and second in _HARD):
        return None
    if {first, second} == {"length", "speed"}:
        return None
    if first == "angle" or second == "angle" or item.unit == "CNY/JPY":
        return None
    if item.unit == "m2" and _SQUARE_OR_CUBIC.search(comparison.source.text, 0, fact.end + 1):
        return None
    if first in _HARD and second in _HARD:
        return "other-dimension", Level.ERROR
    if first in _HARD or second in _HARD:
        return "other-dimension", Level.WARNING
    return (
        ("other-dimension", Level.WARNING) if fact.unit != "item" and "count" not in (first, second) else None
    )


_SQUARE_OR_CUBIC = re.compile(r"[\d余多万亿]方$")
"""40万方: of a building, square meters; of earth, cubic ones."""

_REPORTED = re.compile(r"\s?日?(?:电|讯|报道|消息|称|获悉)")


def _is_of_calendar(day: Fact, comparison: Comparison) -> bool:
    """Whether 11日 is surely a date: behind a month, or the day of a report (11日电)."""
    return _REPORTED.match(comparison.source.text, day.end) is not None or any(
        fact.kind is K.MONTH and fact.end == day.start for fact in comparison.source.facts
    )


_BELOW_ZERO = re.compile(r"(?:零下|负)\s?$")
_MINUS = re.compile(
    r"minus|negative|below|sub-?zero|under (?:zero|freezing)|[-−–‑]\s?\d|freezing", re.IGNORECASE
)


def _has_lost_its_sign(fact: Fact, item: Fact, comparison: Comparison) -> bool:
    """Whether 零下20度 is said as degrees above zero: no sign and no word of it anywhere in the draft."""
    return (
        item.unit in ("C", "F", "degree")
        and _BELOW_ZERO.search(comparison.source.text, max(0, fact.start - 3), fact.start) is not None
        and _MINUS.search(comparison.target.text) is None
    )


def _currencies(comparison: Comparison) -> set[str]:
    """The currencies that the source states; a rate (1美元 = …) states more than one."""
    return {fact.unit for fact in comparison.source.facts if dimension(fact.unit) == "money"}


def _invented_currency(match: Match, comparison: Comparison) -> tuple[str, Level] | None:
    """A bare amount that the draft gives in a currency the source does not name, though it names another."""
    item, source = match.item, comparison.source.text
    if dimension(item.unit) != "money" or item.unit == "CNY/JPY":
        return None
    if _COLLOQUIAL.match(source, match.fact.end):
        return None if item.unit == "CNY" else ("other-currency", Level.ERROR)
    stated = _currencies(comparison)
    named = any(word in source for word in units()[item.unit].chinese)
    return ("other-currency", Level.WARNING) if stated and item.unit not in stated and not named else None


_COLLOQUIAL = re.compile(r"(?:多|余|几)?块(?=[，。；！？、,的/每]|$)")


def _same_dimension(match: Match, kind: str, comparison: Comparison) -> tuple[str, Level] | None:
    fact, item = match.fact, match.item
    if kind in COUNT_DIMENSIONS:
        return None
    if kind == "money" and {fact.unit, item.unit} <= _YUAN_AND_PARTS:
        return None
    if kind == "money":
        if fact.unit in DOLLARS and item.unit == "USD":
            sign = comparison.target.text[max(0, item.start - 2) : item.start]
            word = comparison.target.text[item.end : item.end + 24].lower()
            if "us" not in word.split(" ") and not sign.upper().startswith("S$") and "u.s" not in word:
                return None
        if fact.unit == "CNY" and item.unit in _ALSO_YUAN and _is_bare_yuan(fact, comparison):
            return "other-currency", Level.NOTE
        if fact.unit == "CNY" and _YUAN_ELSEWHERE.search(comparison.source.text):
            return "other-currency", Level.WARNING
        return "other-currency", Level.ERROR
    value = converted(fact.value, fact.unit, item.unit)
    if value is None or not value or abs(value - item.value) * 100 <= abs(value) * 3:
        return None
    if {fact.unit, item.unit} <= {"year", "age"} or fact.kind is K.VAGUE:
        return None
    return "other-unit", Level.ERROR


_YUAN_AND_PARTS = frozenset({"CNY", "jiao", "fen"})
_ALSO_YUAN = frozenset({"HKD", "TWD", "MOP"})


def _is_bare_yuan(fact: Fact, comparison: Comparison) -> bool:
    """Whether the amount is in 元, as Hong Kong, Macao and Taiwan call their own money, and not in 人民币."""
    return "人民币" not in comparison.source.text[max(0, fact.start - 5) : fact.end + 6]


def _english_with_unit(match: Match, target: str) -> str:
    _, end = english_unit_after(target, match.item.end)
    return written(match.item, target) if end <= match.item.end else target[match.item.start : end].strip()


def _fixes(match: Match, target: str) -> tuple[Fix, ...]:
    fact, item = match.fact, match.item
    if fact.kind is K.POINT:
        text = f"{number(fact.value)} percentage point{'' if fact.value == 1 else 's'}"
        return (Fix(say("Write {text}", text=text), (item.start, item.end), text),)
    if fact.kind is K.PERCENT:
        text = f"{number(fact.value)} percent"
        return (Fix(say("Write {text}", text=text), (item.start, item.end), text),)
    noun = unit_noun(fact.unit, fact.value)
    unit, end = english_unit_after(target, item.end)
    if not noun or unit != item.unit:
        return ()
    text = f"{target[item.start : item.end]} {noun}"
    return (Fix(say("Write {text}", text=text), (item.start, end), text),)


CHECKS = (MeasureCheck("currency"), MeasureCheck("units"), MeasureCheck("percentage-points"))
