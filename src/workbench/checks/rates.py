"""Amounts converted in brackets, checked by the house's exchange rates (FACTS.md 2.10).

The rates are a setting of the house: yuan for one unit, and the day they are of ("USD 7.10, EUR 7.70 (2026-11-01)").
Without a rate for both currencies nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from workbench.checks.matching import Comparison, comparison_of
from workbench.checks.wording import written
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Fact, FactKind
from workbench.text.numerals import decimal
from workbench.text.rendering import number
from workbench.text.units import dimension

KEY = "exchange-rates"
SETTING = "exchange_rates"
_RATE = re.compile(r"\b([A-Z]{3})\s*[:=]?\s*(\d+(?:\.\d+)?)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPENING = re.compile(
    r"[\s\w,.’']{0,24}?[(\[]\s?(?:(?:about|approximately|around|nearly|some|or|equal to|equivalent to|roughly)\s){0,2}(?:US|HK)?[$€£]?$"
)
_ALLOWED = Fraction(5, 100)
"""A conversion may be off by so much: rates move, and copy rounds."""


@dataclass(frozen=True, slots=True)
class RatesCheck:
    """Compares an amount with what stands in brackets behind it in another currency."""

    key: str = KEY
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the conversions of one row that the house's rates do not give."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the conversions of a comparison already made that the house's rates do not give."""
        written_rates = context.style.get(SETTING, "")
        if not written_rates:
            return
        rates = rates_of(written_rates)
        for amount, other in _conversions(comparison):
            if amount.unit not in rates or other.unit not in rates:
                continue
            right = amount.value * rates[amount.unit] / rates[other.unit]
            if abs(other.value - right) > _ALLOWED * right:
                yield self._finding(amount, other, right, comparison, _day_of(written_rates))

    def _finding(
        self, amount: Fact, other: Fact, right: Fraction, comparison: Comparison, day: str
    ) -> Finding:
        target = comparison.target.text
        return Finding(
            self.key,
            self.family,
            Level.WARNING,
            say(
                "{amount} is about {right} at the house's rate {day}; the draft has {other}.",
                amount=written(amount, target),
                right=f"{number(_rounded(right))} {other.unit}",
                day=f"({day})" if day else "",
                other=written(other, target),
            ),
            comparison.passage.number,
            None,
            (other.start, other.end),
            "conversion",
            f"{number(_rounded(right))} {other.unit}",
            written(other, target),
        )


@lru_cache(maxsize=8)
def rates_of(text: str) -> dict[str, Fraction]:
    """Return yuan for one unit by currency, as the setting says."""
    return {"CNY": Fraction(1)} | {
        match[1]: decimal(match[2]) for match in _RATE.finditer(text) if decimal(match[2])
    }


def _day_of(text: str) -> str:
    found = _DAY.search(text)
    return found[0] if found else ""


def _rounded(value: Fraction) -> Fraction:
    """Return a value with three digits, as copy gives a conversion."""
    step = Fraction(1)
    while value >= 1000 * step:
        step *= 10
    while value < 100 * step:
        step /= 10
    return round(value / step) * step


def _conversions(comparison: Comparison) -> Iterator[tuple[Fact, Fact]]:
    """Yield each amount of money of the draft with the one in another currency in brackets behind it."""
    money = [
        item
        for item in comparison.target.facts
        if item.kind is FactKind.QUANTITY and dimension(item.unit) == "money" and item.value
    ]
    for amount, other in pairwise(money):
        between = comparison.target.text[amount.end : other.start]
        if amount.unit != other.unit and _OPENING.fullmatch(between):
            yield amount, other


CHECK = RatesCheck()
