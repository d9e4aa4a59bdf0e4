"""Arithmetic inside a sentence: from a to b, grown by c percent (FACTS.md 2.4, source slips)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from workbench.checks.matching import Comparison, comparison_of
from workbench.checks.wording import written
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Approximation, Fact, FactKind
from workbench.text.rendering import number

K = FactKind
_FROM = re.compile(r"(?:从|由)[^，。；\d]{0,12}$")
_TO = re.compile(
    r"^[^，。；\d]{0,14}?(?:增|升|涨|提高|上升|增长|增加|扩大|降|减|跌|下降|减少|回落|下调|上调)[^，。；\d]{0,4}(?:至|到|为)[^，。；\d]{0,4}$"
)
_CHANGE = re.compile(
    r"^[^。；\d]{0,10}?(?:增长|增加|提高|上升|上涨|增幅|涨幅|下降|减少|降低|降幅|跌幅|增|升|降|跌)[^，。；\d]{0,6}$"
)


@dataclass(frozen=True, slots=True)
class ArithmeticCheck:
    """Recomputes "from a to b, up c percent" in the source; a slip there is worth a word to the editor."""

    key: str = "arithmetic"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the changes of one row that do not follow from their two ends."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the changes of a comparison already made that do not follow from their two ends."""
        del context
        source = comparison.source.text
        for low, high, change in _triples(comparison.source.facts, source):
            true = abs(high.value - low.value) * 100 / low.value
            stated = change.value if change.kind is K.PERCENT else change.value * 100
            if abs(true - stated) <= max(Fraction(1), stated / 20):
                continue
            shown = number(Fraction(round(true * 10), 10))
            yield Finding(
                self.key,
                self.family,
                Level.NOTE,
                say(
                    "From {low} to {high} is a change of {shown} percent; the source says {change}.",
                    low=written(low, source),
                    high=written(high, source),
                    shown=shown,
                    change=written(change, source),
                ),
                comparison.passage.number,
                (low.start, change.end),
                None,
                "arithmetic",
                f"{shown} percent",
                written(change, source),
            )


def _triples(facts: tuple[Fact, ...], source: str) -> Iterator[tuple[Fact, Fact, Fact]]:
    plain = [fact for fact in facts if fact.kind in (K.QUANTITY, K.PERCENT, K.MULTIPLE)]
    for (low, high), (_, change) in zip(pairwise(plain), pairwise(plain[1:]), strict=False):
        if low.kind is not K.QUANTITY or high.kind is not K.QUANTITY or change.kind is K.QUANTITY:
            continue
        if not low.value or low.unit != high.unit or low.approximation or high.approximation:
            continue
        if change.approximation is not Approximation.NONE or len(change.values) > 2:
            continue
        if not _FROM.search(source[: low.start]):
            continue
        if _TO.search(_gap(low, high, source)) and _CHANGE.search(_gap(high, change, source)):
            yield low, high, change


def _gap(first: Fact, second: Fact, source: str) -> str:
    return source[first.end : second.start]


CHECK = ArithmeticCheck()
