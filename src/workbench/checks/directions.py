"""Rise taken for fall, and year on year for month on month (FACTS.md 2.28)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.matching import Comparison, Match, comparison_of
from workbench.checks.wording import written
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.directions import (
    Direction,
    chinese_direction,
    english_direction,
    has_month_on_month,
    has_year_on_year,
    names_year_on_year,
)
from workbench.text.facts import FactKind

K = FactKind
_MOVING = frozenset({K.PERCENT, K.POINT, K.QUANTITY, K.MULTIPLE, K.FRACTION})


@dataclass(frozen=True, slots=True)
class DirectionCheck:
    """Compares the verbs of increase and decrease next to the same number."""

    key: str = "direction"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the reversed directions of one row."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the reversed directions of a comparison already made."""
        del context
        for match in comparison.matches:
            if match.fact.kind in _MOVING and not match.is_shared:
                yield from self._reversed(match, comparison)
            if match.fact.kind in (K.POINT, K.PERCENT):
                yield from self._beside(match, comparison)
        yield from self._other_base(comparison)

    def _reversed(self, match: Match, comparison: Comparison) -> Iterable[Finding]:
        source, target = comparison.source.text, comparison.target.text
        stated = chinese_direction(source, match.fact.start, match.fact.end)
        if stated is None or _is_said_twice(match, comparison):
            return
        found = english_direction(target, match.item.start, match.item.end)
        if found is None or found[0] is stated:
            return
        words = {Direction.UP: say("rises"), Direction.DOWN: say("falls"), Direction.FLAT: say("stays")}
        yield Finding(
            self.key,
            self.family,
            Level.ERROR,
            say(
                "In the source the value {moves} ({fact}); the draft has “{target}” next to {item}.",
                moves=words[stated],
                fact=written(match.fact, source),
                target=target[slice(*found[1])],
                item=written(match.item, target),
            ),
            comparison.passage.number,
            (match.fact.start, match.fact.end),
            found[1],
            "reversed",
            stated.value,
            found[0].value,
        )

    def _beside(self, match: Match, comparison: Comparison) -> Iterable[Finding]:
        """Yield a value that lies above another in one language and below it in the other."""
        source, target = comparison.source.text, comparison.target.text
        stated = _STANDS.search(source, max(0, match.fact.start - 20), match.fact.start)
        drafted = _LIES.match(target, match.item.end)
        if stated is None or drafted is None or stated.lastgroup == drafted.lastgroup:
            return
        yield Finding(
            self.key,
            self.family,
            Level.ERROR,
            say(
                "In the source it is “{source}”; the draft has “{target}” next to {item}.",
                source=stated[str(stated.lastgroup)],
                target=drafted[str(drafted.lastgroup)],
                item=written(match.item, target),
            ),
            comparison.passage.number,
            (match.fact.start, match.fact.end),
            drafted.span(str(drafted.lastgroup)),
            "reversed",
        )

    def _other_base(self, comparison: Comparison) -> Iterable[Finding]:
        source, target = comparison.source.text, comparison.target.text
        by_year, by_month = "同比" in source, "环比" in source and "年率" not in source
        if by_year == by_month:
            return
        if by_year:
            wrong = has_month_on_month(target) and not has_year_on_year(target)
        else:
            wrong = names_year_on_year(target) and not has_month_on_month(target)
            wrong = wrong or (_YEAR_ON_YEAR.search(target) is not None and not _A_YEAR_AGO.search(source))
        if not wrong:
            return
        word, right = (
            ("同比", say("year on year")) if by_year else ("环比", say("month (or quarter) on month"))
        )
        at = source.index(word)
        yield Finding(
            self.key,
            self.family,
            Level.ERROR,
            say("{word} compares {right}; the draft compares with another period.", word=word, right=right),
            comparison.passage.number,
            (at, at + 2),
            None,
            "other-base",
            right,
        )


_YEAR_ON_YEAR = re.compile(r"\byear[- ](?:on|over)[- ]year\b|\by-?o-?y\b", re.IGNORECASE)
_A_YEAR_AGO = re.compile(r"[去上]年|同期|同比")
_STANDS = re.compile(r"(?:(?P<up>高于|高出|快于)|(?P<down>低于|慢于))(?!\d{4}|[去上前])[^，。；\d]{1,14}$")
_LIES = re.compile(
    r"\s?(?:(?P<up>above|higher than|faster than|more than)|(?P<down>below|lower than|slower than|less than))\b"
)


def _is_said_twice(match: Match, comparison: Comparison) -> bool:
    """Whether the value is stated twice, so that nobody knows which English one is meant."""
    same = [f for f in comparison.source.facts if f.kind is match.fact.kind and f.value == match.fact.value]
    return len({chinese_direction(comparison.source.text, fact.start, fact.end) for fact in same}) > 1


CHECK = DirectionCheck()
