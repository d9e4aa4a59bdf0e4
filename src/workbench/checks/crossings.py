"""Numbers of two kinds that took each other's place, and days that no month has (FACTS.md 2.16)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from workbench.checks.matching import Comparison, Match, comparison_of
from workbench.checks.wording import written
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Fact, FactKind
from workbench.text.units import COUNT_DIMENSIONS, dimension

K = FactKind
_SHARES = frozenset({K.PERCENT, K.POINT, K.FRACTION})
_TIMES = frozenset({K.DAY, K.MONTH, K.CLOCK})
_NUMBER_AFTER = re.compile(r"\.?\s(\d{1,3}(?:,\d{3})+|\d+)(?!\d|[.,]\d|\s?(?:%|percent|[a-z]*illion))")


@dataclass(frozen=True, slots=True)
class CrossingCheck:
    """Compares what each value is a value of: 27日 … 5越盾 is not "on the 5th … 27 dong"."""

    key: str = "crossed"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the values of one row that stand for each other's kind."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the values of a comparison already made that stand for each other's kind."""
        del context
        crossed = list(_crossed(comparison.matches))
        if len(crossed) == 1:
            yield self._exchanged(*crossed[0], comparison)
        yield from self._impossible(comparison)

    def _exchanged(self, first: Match, second: Match, comparison: Comparison) -> Finding:
        source, target = comparison.source.text, comparison.target.text
        one, other = sorted((first.item, second.item), key=lambda item: item.start)
        return Finding(
            self.key,
            self.family,
            Level.WARNING,
            say(
                "{first} and {second} seem to be exchanged: the draft has {one} and {other}.",
                first=written(first.fact, source),
                second=written(second.fact, source),
                one=written(one, target),
                other=written(other, target),
            ),
            comparison.passage.number,
            (min(first.fact.start, second.fact.start), max(first.fact.end, second.fact.end)),
            (one.start, other.end),
            "exchanged",
            f"{written(first.fact, source)}, {written(second.fact, source)}",
            f"{written(one, target)}, {written(other, target)}",
        )

    def _impossible(self, comparison: Comparison) -> Iterator[Finding]:
        """Yield a warning where a month whose day the Chinese names is followed by no possible day."""
        target = comparison.target.text
        day_starts = {fact.start for fact in comparison.source.facts if fact.kind is K.DAY}
        with_day = {
            fact.value for fact in comparison.source.facts if fact.kind is K.MONTH and fact.end in day_starts
        }
        for item in comparison.target.facts:
            number = _NUMBER_AFTER.match(target, item.end) if item.kind is K.MONTH else None
            if number and item.value in with_day and _is_no_day(number[1]):
                yield Finding(
                    self.key,
                    self.family,
                    Level.WARNING,
                    say(
                        "{date} is no date: no month has such a day.", date=target[item.start : number.end()]
                    ),
                    comparison.passage.number,
                    None,
                    (item.start, number.end()),
                    "no-such-day",
                    "",
                    target[item.start : number.end()],
                )


def _is_no_day(figure: str) -> bool:
    value = int(figure.replace(",", "") or 0)
    return value > 31 and not ("," not in figure and 1000 <= value <= 2200)


def _crossed(matches: Iterable[Match]) -> Iterator[tuple[Match, Match]]:
    """Yield two matches of which each has the other's kind in the draft."""
    known = [(match, _kind(match.fact), _kind(match.item)) for match in matches if not match.is_shared]
    odd = [entry for entry in known if entry[1] and entry[2] and entry[1] != entry[2]]
    for (first, stated, drafted), (second, other, its_kind) in combinations(odd, 2):
        if stated == its_kind and other == drafted:
            yield first, second


def _kind(fact: Fact) -> str:
    """Return what a value is a value of: a day, a share, a currency, a dimension, a count; "" where that is open."""
    if fact.kind in _TIMES:
        return fact.kind
    if fact.kind in _SHARES:
        return K.PERCENT
    if fact.kind is not K.QUANTITY or fact.form == "cue" or len(fact.values) > 1:
        return ""
    kind = dimension(fact.unit)
    if kind == "money":
        return fact.unit
    if kind == "time":
        return ""
    return "count" if not kind or kind in COUNT_DIMENSIONS else kind


CHECK = CrossingCheck()
