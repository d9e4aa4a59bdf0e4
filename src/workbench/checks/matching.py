"""Matching the facts of a source with those of its English: pairs, omissions, additions, contradictions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from workbench.checks.compatibility import CONVERTED, EXACT, RELAXED, ROUNDED, SLIPPED, bare_address, meets
from workbench.checks.explanations import is_explained, source_values, trap_values
from workbench.model.passage import CheckContext, Passage
from workbench.text.codes import comparable
from workbench.text.extraction import Extraction, chinese_facts, english_facts
from workbench.text.facts import Fact, FactKind, Tier
from workbench.text.traps import TrapPlace
from workbench.text.units import COUNT_DIMENSIONS, dimension

K = FactKind
_WORTH = {EXACT: 6, CONVERTED: 5, RELAXED: 4, ROUNDED: 3, SLIPPED: 2}
_WEIGHT = {Tier.SURE: 0, Tier.SET: 1, Tier.SMALL: 2, Tier.VAGUE: 3}


@dataclass(frozen=True, slots=True)
class Match:
    """A fact and the English item that stands for it; `is_shared` when another fact has it too."""

    fact: Fact
    item: Fact
    how: str
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact without counterpart and the unexplained English item that stands in its place."""

    fact: Fact
    item: Fact


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything the fact checks need to know about one row."""

    passage: Passage
    source: Extraction
    target: Extraction
    matches: tuple[Match, ...] = ()
    missing: tuple[Fact, ...] = ()
    extra: tuple[Fact, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    silent_traps: tuple[TrapPlace, ...] = ()
    excused: tuple[Fact, ...] = ()


@dataclass(slots=True)
class _Latest:
    """The last comparison made, so that the checks of one row share it."""

    passage: Passage | None = None
    context: CheckContext | None = None
    comparison: Comparison | None = field(default=None)


_latest = _Latest()


def comparison_of(passage: Passage, context: CheckContext) -> Comparison:
    """Return the comparison of one row; asked again for the same row, it is not made anew."""
    latest = _latest
    if latest.passage is passage and latest.context is context and latest.comparison is not None:
        made = latest.comparison
        if made.passage is passage:
            return made
    made = compare(passage, context)
    latest.passage, latest.context, latest.comparison = passage, context, made
    return made


def compare(passage: Passage, context: CheckContext) -> Comparison:
    """Match the facts of one row.

    A fact whose item another fact has taken already, too, is matched only for want of better: where the
    English has an unexplained item of its class, that item is taken to stand for it.
    """
    source = chinese_facts(passage.source, context.traps)
    target = english_facts(passage.target)
    if not source.facts and not target.facts and not source.traps:
        return Comparison(passage, source, target)
    matches, missing = _assigned(source, target)
    missing, excused = _without_excused(missing, source, target, context)
    used = {id(match.item) for match in matches}
    values = source_values(source)
    extra = [
        item
        for item in target.facts
        if id(item) not in used and not is_explained(item, source, values, target.text, context.published)
    ]
    doubtful = [match.fact for match in matches if match.is_shared] if extra else []
    soft = [fact for fact in excused if fact.tier is not Tier.SURE]
    contradictions, unpaired, extra = pair_up([*missing, *doubtful, *soft], extra, source.text, target.text)
    refuted = {id(pair.fact) for pair in contradictions}
    kept = {id(fact) for fact in unpaired}
    return Comparison(
        passage,
        source,
        target,
        tuple(match for match in matches if id(match.fact) not in refuted),
        tuple(fact for fact in missing if id(fact) in kept),
        tuple(item for item in extra if is_addition(item)),
        tuple(sorted(contradictions, key=lambda pair: pair.fact.start)),
        tuple(_silent_traps(source, target)),
        tuple(fact for fact in excused if id(fact) not in refuted),
    )


def _assigned(source: Extraction, target: Extraction) -> tuple[list[Match], list[Fact]]:
    """Give each fact its best item: the surest facts choose first, a free item before a used one."""
    order = sorted(range(len(source.facts)), key=lambda i: (_WEIGHT[source.facts[i].tier], i))
    length, width = max(len(source.text), 1), max(len(target.text), 1)
    used: set[int] = set()
    found: dict[int, Match] = {}
    missing: list[int] = []
    options: dict[int, list[tuple[float, int, str]]] = {}
    for i in order:
        fact = source.facts[i]
        options[i] = [
            (_score(fact, item, how, fact.start / length - item.start / width), j, how)
            for j, item in enumerate(target.facts)
            if (how := meets(fact, item))
        ]
    for i in sorted(order, key=lambda i: (_WEIGHT[source.facts[i].tier], len(options[i]))):
        fact = source.facts[i]
        free = [option for option in options[i] if option[1] not in used]
        if not free and not options[i]:
            missing.append(i)
            continue
        _, j, how = max(free or options[i], key=lambda option: option[0])
        found[i] = Match(fact, target.facts[j], how, is_shared=not free)
        used.add(j)
    return [found[i] for i in sorted(found)], [source.facts[i] for i in sorted(missing)]


def _score(fact: Fact, item: Fact, how: str, distance: float) -> float:
    score = float(_WORTH[how]) - 2 * abs(distance)
    if fact.kind is item.kind:
        score += 1
    if fact.unit and item.unit:
        first, second = dimension(fact.unit), dimension(item.unit)
        if fact.unit == item.unit:
            score += 3
        elif first == second and first != "money":
            score += 2
        elif not {first, second} & COUNT_DIMENSIONS:
            score -= 2
    if fact.approximation and fact.approximation is item.approximation:
        score += 1
    return score


_NEXT_DAY = re.compile(
    r"\b(?:next day|following day|day after|day before|previous day|same day|day later|overnight)\b",
    re.IGNORECASE,
)
_DAY_WORDS = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|weekend)\b",
    re.IGNORECASE,
)
_SOURCE_DAY_WORDS = re.compile(r"[今昨明]日|[今昨明]天|今晚|昨晚|周[一二三四五六日末]|星期")
_SOURCE_NEXT_DAY = re.compile(r"次日|翌日|第二天|隔天|当天|当日|前一天|同日|同一天")
_HOLIDAYS = {
    1: re.compile(r"National Day|New Year|May Day|Labou?r Day|Army Day|Children's Day|Party"),
    4: re.compile(r"Youth Day|Independence Day"),
    8: re.compile(r"Women.s Day"),
    11: re.compile(r"Singles|Double"),
    14: re.compile(r"Valentine"),
    24: re.compile(r"Christmas Eve"),
    25: re.compile(r"Christmas"),
    31: re.compile(r"New Year|the end of|end-"),
    30: re.compile(r"the end of|end-"),
}
_YEAR_WORDS = re.compile(
    r"\b(?:this year|last year|next year|same year|that year|following year|year earlier|a year|previous year|"
    r"current year|coming year|the year)\b",
    re.IGNORECASE,
)
_SOURCE_YEAR_WORDS = re.compile(r"[今去明前同当次本]年|一年")
_MONTH_WORDS = re.compile(
    r"\b(?:this month|last month|next month|same month|that month|of the month|quarter|half of|half-year|"
    r"New Year|Christmas|May Day|Labor Day|National Day|Women's Day|Independence Day|Fools)\b|\d/\d",
    re.IGNORECASE,
)
_SOURCE_MONTH_WORDS = re.compile(r"[本上当下同次]个?月|季度|半年|国庆|元旦|新年|圣诞|春节")
_FIRST_MONTHS = re.compile(r"\bfirst (?:\w+ )?(?:months|quarters?|half)\b", re.IGNORECASE)
_HALF_WORDS = re.compile(
    r"\b(?:majority|most|six[- ]month|half|semi\w*|mid\w*|mostly|halfway|bulk|50|30[- ]minute|six)\b",
    re.IGNORECASE,
)
_TWO_WORDS = re.compile(
    r"\b(?:both|two|pair|couple|twin|double|bilateral|cross[- ]strait|sino-\w+|[A-Z]\w+-[A-Z]\w+|each other|respective(?:ly)?|either|mutual|between|dual|second|again|parents|spouses?|together|joint(?:ly)?|sides|other|another|few|several)\b",
)
_ONE_WORDS = re.compile(r"\b(?:an?|one|single|every|each|per|the)\b", re.IGNORECASE)
_FEW_WORDS = re.compile(
    r"\b(?:few|several|couple|handful|some|many|teens?|dozens?|numerous|number of|multiple|various|hundreds|thousands|millions|countless)\b",
    re.IGNORECASE,
)


def _without_excused(
    missing: list[Fact], source: Extraction, target: Extraction, context: CheckContext
) -> tuple[list[Fact], list[Fact]]:
    kept: list[Fact] = []
    excused: list[Fact] = []
    compact = ""
    for fact in missing:
        if fact.kind in (K.CODE, K.URL) and not compact:
            compact = comparable(target.text)
        if _is_excused(fact, source, target, compact) or _is_equivalent(fact, source, target, context):
            excused.append(fact)
        else:
            kept.append(fact)
    return kept, excused


def _is_excused(fact: Fact, source: Extraction, target: Extraction, compact: str) -> bool:
    text = target.text
    if fact.kind is K.CODE:
        return bool(fact.code) and fact.code in compact
    if fact.kind is K.URL:
        return bare_address(fact.code) in text.lower()
    if fact.kind is K.DAY:
        return _day_is_excused(fact, source.text, text)
    if fact.kind is K.YEAR:
        return bool(_YEAR_WORDS.search(text)) and not _SOURCE_YEAR_WORDS.search(source.text)
    if fact.kind is K.MONTH and fact.form == "range" and fact.value == 1 and _FIRST_MONTHS.search(text):
        return True
    if fact.kind is K.MONTH:
        return bool(_MONTH_WORDS.search(text)) and not _SOURCE_MONTH_WORDS.search(source.text)
    if fact.kind is K.CLOCK and len(fact.parts) > 1:
        present = {value for item in target.facts for value in (*item.values, *item.parts)}
        return ":" in source.text[fact.start : fact.end] and present.issuperset(fact.parts)
    if fact.kind is K.RATIO:
        present = {value for item in target.facts for value in (*item.values, *item.parts)}
        return present.issuperset(fact.parts)
    if fact.kind in (K.FRACTION, K.QUANTITY) and fact.value == Fraction(1, 2):
        return bool(_HALF_WORDS.search(text))
    if fact.kind in (K.VAGUE, K.ESTIMATE):
        return bool(_FEW_WORDS.search(text))
    if fact.value == 1 and fact.kind is K.QUANTITY:
        return bool(_ONE_WORDS.search(text))
    if fact.value == 2 and fact.tier is not Tier.SURE:
        return bool(_TWO_WORDS.search(text))
    if fact.kind is K.WEEKDAY:
        return "weekend" in text or "week" in text
    return _is_remainder(fact, source, target)


def _day_is_excused(fact: Fact, source: str, target: str) -> bool:
    """A day may become "the next day", a weekday in wire style, or a holiday's name."""
    if _NEXT_DAY.search(target) and not _SOURCE_NEXT_DAY.search(source):
        return True
    if _DAY_WORDS.search(target) and not _SOURCE_DAY_WORDS.search(source):
        return True
    holiday = _HOLIDAYS.get(int(fact.value))
    return bool(holiday and holiday.search(target) and not re.search(r"国庆|元旦|五一|圣诞", source))


_OTHERS = re.compile(r"\b(?:other|others|more|another)\b", re.IGNORECASE)


def _is_remainder(fact: Fact, source: Extraction, target: Extraction) -> bool:
    """等8省 after named items may become "and six other provinces": 8 minus the names listed."""
    if fact.kind is not K.QUANTITY or fact.value > 60:
        return False
    before = source.text[max(0, fact.start - 40) : fact.start]
    if not before.endswith("等") or not _OTHERS.search(target.text):
        return False
    named = before.count("、") + 1
    return any(item.kind is K.QUANTITY and fact.value - item.value == named for item in target.facts)


def _is_equivalent(fact: Fact, source: Extraction, target: Extraction, context: CheckContext) -> bool:
    """Whether the house has accepted for good how this string is rendered."""
    if not context.equivalences:
        return False
    written = source.text[fact.start : fact.end]
    return any(
        written in rule.source and rule.source in source.text and rule.target in target.text
        for rule in context.equivalences
    )


_DATE_KINDS = frozenset({K.YEAR, K.MONTH, K.DAY, K.WEEKDAY, K.DECADE})
_CLASSES: dict[FactKind, frozenset[FactKind]] = {
    K.YEAR: frozenset({K.YEAR}),
    K.MONTH: frozenset({K.MONTH}),
    K.DAY: frozenset({K.DAY, K.ORDINAL}),
    K.WEEKDAY: frozenset({K.WEEKDAY}),
    K.DECADE: frozenset({K.DECADE}),
    K.CLOCK: frozenset({K.CLOCK, K.RATIO}),
    K.RATIO: frozenset({K.RATIO, K.CLOCK}),
    K.PERCENT: frozenset({K.PERCENT, K.POINT, K.FRACTION, K.QUANTITY}),
    K.POINT: frozenset({K.POINT, K.PERCENT, K.QUANTITY}),
    K.FRACTION: frozenset({K.FRACTION, K.PERCENT, K.QUANTITY}),
    K.MULTIPLE: frozenset({K.MULTIPLE, K.PERCENT, K.QUANTITY}),
    K.ORDINAL: frozenset({K.ORDINAL, K.QUANTITY}),
    K.QUANTITY: frozenset(
        {K.QUANTITY, K.ORDINAL, K.MULTIPLE, K.FRACTION, K.PERCENT, K.CLOCK, K.DECADE, K.YEAR}
    ),
    K.CODE: frozenset({K.CODE, K.QUANTITY}),
    K.URL: frozenset({K.URL}),
    K.VAGUE: frozenset({K.VAGUE, K.QUANTITY}),
    K.ESTIMATE: frozenset({K.QUANTITY, K.PERCENT}),
}


def pair_up(
    missing: Sequence[Fact], extra: Sequence[Fact], source: str, target: str
) -> tuple[list[Contradiction], list[Fact], list[Fact]]:
    """Pair facts without counterpart with unexplained items of their class, likeliest pair first.

    Returns the pairs, the facts still missing and the items still unexplained.
    """
    length, width = max(len(source), 1), max(len(target), 1)
    options = sorted(
        (
            (_unlikeness(fact, item) + abs(fact.start / length - item.start / width), i, j)
            for i, fact in enumerate(missing)
            for j, item in enumerate(extra)
            if _may_replace(fact, item)
        ),
    )
    pairs: dict[int, int] = {}
    for cost, i, j in options:
        if cost < 2.0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    found = [Contradiction(missing[i], extra[j]) for i, j in sorted(pairs.items())]
    rest = [fact for i, fact in enumerate(missing) if i not in pairs]
    taken = set(pairs.values())
    return found, rest, [item for j, item in enumerate(extra) if j not in taken]


def _may_replace(fact: Fact, item: Fact) -> bool:
    if item.kind in _CLASSES.get(fact.kind, frozenset()):
        if item.form == "cue" and item.kind is not K.MULTIPLE:
            return fact.tier is Tier.SMALL and 2 <= item.value <= 4
        return not (item.form == "words" and item.value == 1 and item.kind is K.QUANTITY)
    return item.kind is K.QUANTITY and fact.kind in (K.YEAR, K.DAY, K.DECADE, K.CODE) and not item.unit


def _unlikeness(fact: Fact, item: Fact) -> float:
    cost = 0.0 if fact.kind is item.kind else 0.6
    if fact.unit and fact.unit == item.unit:
        cost -= 0.3
    elif fact.unit and item.unit and dimension(fact.unit) != dimension(item.unit):
        cost += 0.5
    if fact.tier is Tier.SURE and item.form == "words":
        cost += 0.4
    if fact.value and item.value:
        first, second = _digits(fact.value), _digits(item.value)
        same = sum(a == b for a, b in zip(first, second, strict=False))
        cost += 0.6 * (1 - same / max(len(first), len(second)))
        if fact.tier is Tier.VAGUE:
            cost += 0.5
    return cost


def _digits(value: Fraction) -> str:
    text = str(float(value)) if value.denominator != 1 else str(value.numerator)
    return text.replace(".", "").strip("0") or "0"


def is_addition(item: Fact) -> bool:
    """Whether an unexplained item alone is worth a finding: figures, codes and months are, words not."""
    if item.kind is K.MONTH:
        return True
    if item.kind in (K.CODE, K.URL):
        return item.kind is K.URL or any(c.isdigit() for c in item.code)
    return item.form == "digits" or (item.form == "words" and item.kind is K.QUANTITY and item.value > 1)


def _silent_traps(source: Extraction, target: Extraction) -> list[TrapPlace]:
    """Traps with a value of their own of which the English has no trace."""
    if not any(place.trap.expect for place in source.traps):
        return []
    present = {value for fact in target.facts for value in (*fact.values, *fact.parts)}
    lowered = target.text.lower()
    return [
        place
        for place in source.traps
        if place.trap.expect
        and not any(fact.start < place.end and place.start < fact.end for fact in source.facts)
        and not any(form.lower() in lowered for form in place.trap.expect)
        and not trap_values(place.trap.expect) & present
    ]
