"""Numbers of one kind that have changed places (FACTS.md 2.16)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.compatibility import EXACT, RELAXED
from workbench.checks.matching import Comparison, Match, comparison_of
from workbench.checks.turned import WITH_NOUNS, includes, is_turned_by_grammar
from workbench.checks.wording import written
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Fact, FactKind, Tier
from workbench.text.units import COUNT_DIMENSIONS, dimension

K = FactKind
_GROUPED = frozenset({K.PERCENT, K.POINT, K.QUANTITY, K.YEAR, K.DAY, K.MONTH, K.CLOCK, K.ORDINAL})
_DATED = frozenset({K.YEAR, K.DAY, K.MONTH, K.ORDINAL})


@dataclass(frozen=True, slots=True)
class OrderCheck:
    """Compares the order of like numbers in both languages."""

    key: str = "order"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the like numbers of one row that changed places."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the like numbers of a comparison already made that changed places."""
        del context
        groups = list(_groups(comparison.matches, comparison.source.text))
        inverted = [pair for group in groups for pair in _inverted(group, comparison)]
        if len(inverted) == 1:
            yield self._finding(*inverted[0], comparison)
        for group in groups:
            for pair in _part_above_whole(group, comparison):
                if pair not in inverted:
                    yield self._finding(*pair, comparison)

    def _finding(self, first: Match, second: Match, comparison: Comparison) -> Finding:
        source, target = comparison.source.text, comparison.target.text
        early, late = written(second.item, target), written(first.item, target)
        if first.fact.start < second.fact.start:
            message = say(
                "{first} stands before {second} in the source; the draft has {early} before {late}: "
                "are they exchanged?",
                first=written(first.fact, source),
                second=written(second.fact, source),
                early=early,
                late=late,
            )
        else:
            message = say(
                "The draft makes {early} a part of {late}: are they exchanged?", early=early, late=late
            )
        return Finding(
            self.key,
            self.family,
            Level.WARNING,
            message,
            comparison.passage.number,
            (min(first.fact.start, second.fact.start), max(first.fact.end, second.fact.end)),
            (second.item.start, first.item.end),
            "exchanged",
            f"{written(first.fact, source)}, {written(second.fact, source)}",
            f"{written(second.item, target)}, {written(first.item, target)}",
            (
                Fix(
                    say("Exchange the two"),
                    (second.item.start, first.item.end),
                    _exchanged(first, second, target),
                ),
            ),
        )


def _exchanged(first: Match, second: Match, target: str) -> str:
    early, late = second.item, first.item
    between = target[early.end : late.start]
    return target[late.start : late.end] + between + target[early.start : early.end]


_DATELINE = re.compile(r"(?:\d{1,2}日)?\s?(?:电|讯)")


def _is_dateline(fact: Fact, source: str) -> bool:
    """Whether the date is that of the report (8月12日电), which English may put last."""
    return fact.kind in (K.MONTH, K.DAY) and _DATELINE.match(source, fact.end) is not None


def _groups(matches: Sequence[Match], source: str) -> Iterator[list[Match]]:
    groups: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        if (
            match.fact.kind in _GROUPED
            and not _is_dateline(match.fact, source)
            and not match.is_shared
            and (match.fact.tier is Tier.SURE or (match.fact.tier is Tier.SET and match.fact.kind in _DATED))
            and match.item.form != "cue"
            and (match.how != RELAXED or match.item.form != "words" or match.fact.kind in _DATED)
        ):
            groups.setdefault(_likeness(match.fact), []).append(match)
    yield from (group for group in groups.values() if len(group) > 1)


def _likeness(fact: Fact) -> tuple[str, str]:
    """Return what like numbers share: kind and dimension; whatever is counted is alike, and 2019 is a year without 年, too."""
    kind = dimension(fact.unit)
    if fact.kind is not K.QUANTITY:
        return fact.kind, kind
    if not kind and fact.form == "digits" and 1900 <= fact.value <= 2100:
        return K.YEAR, ""
    return fact.kind, "" if kind in COUNT_DIMENSIONS else kind


def _inverted(group: Sequence[Match], comparison: Comparison) -> Iterator[tuple[Match, Match]]:
    """Yield the two that changed places; when more have moved, whole clauses have, which is grammar.

    A slip of the pen exchanges one pair: two pairs of different kinds that are turned round together, or a
    number that went along with its neighbour, tell of a clause that moved.
    """
    alike = _likeness(group[0].fact)
    stated = Counter(fact.value for fact in comparison.source.facts if _likeness(fact) == alike)
    drafted = Counter(match.item.value for match in group)
    other = Counter(item.value for item in comparison.target.facts if item.kind is group[0].item.kind)
    kept = [m for m in group if stated[m.fact.value] == drafted[m.item.value] == other[m.item.value]]
    items = sorted((match.item for match in kept), key=lambda item: item.start)
    moved = [
        (match.fact, item) for match, item in zip(kept, items, strict=True) if match.item.value != item.value
    ]
    if len(moved) == 2:
        (early, its_place), (late, last_place) = moved
        first, second = Match(early, last_place, EXACT), Match(late, its_place, EXACT)
        if _turns_range(first, second, comparison) or not is_turned_by_grammar(first, second, comparison):
            yield first, second


_FROM_ONE = re.compile(r"[从由自][^，。；、\d]{0,8}$")
_TO_OTHER = re.compile(r"^[^，。；、\d]{0,10}?[至到降增升减缩提扩为成]")
_ENGLISH_FROM = re.compile(r"\bfrom\s(?:[A-Za-z’']+\s){0,4}[$€£]?$", re.IGNORECASE)
_ENGLISH_TO = re.compile(r"^[^,;.]{0,32}?\bto\s(?:[A-Za-z’']+\s){0,4}[$€£]?$")


def _turns_range(first: Match, second: Match, comparison: Comparison) -> bool:
    """Whether 从a到b became "from b to a": no grammar explains that."""
    source, target = comparison.source.text, comparison.target.text
    between = target[second.item.end : first.item.start]
    if _DASH.fullmatch(between):
        return True
    return bool(
        _FROM_ONE.search(source, max(0, first.fact.start - 10), first.fact.start)
        and _TO_OTHER.match(source[first.fact.end : second.fact.start])
        and _ENGLISH_FROM.search(target, max(0, second.item.start - 40), second.item.start)
        and _ENGLISH_TO.match(between)
    )


_DASH = re.compile(r"\s?[–—-]\s?")


def _part_above_whole(group: Sequence[Match], comparison: Comparison) -> Iterator[tuple[Match, Match]]:
    """Yield two of which the draft makes the larger a part of the smaller ("20 of the 12")."""
    target = comparison.target.text
    for first, second in pairwise(sorted(group, key=lambda match: match.item.start)):
        between = target[first.item.end : second.item.start]
        if first.fact.kind not in WITH_NOUNS or first.item.value <= second.item.value:
            continue
        if _PART.search(between) and not includes(second, first, comparison.source.text, between):
            yield second, first


_PART = re.compile(r"^(?:\s[\w-]+){0,2}\s(?:out of|of the|of its|of all)\s(?:[\w’']+\s){0,1}$", re.IGNORECASE)


CHECK = OrderCheck()
