"""Matching the facts of a source with those of its English: pairs, omissions, additions, contradictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from workbench.checks.compatibility import CONVERTED, EXACT, RELAXED, ROUNDED, SLIPPED, meets
from workbench.checks.excuses import is_rest_of, without_excused
from workbench.checks.explanations import is_explained, source_values, trap_values
from workbench.model.passage import CheckContext, Passage
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
    if not context.source_language.startswith("zh") or not context.target_language.startswith("en"):
        return Comparison(passage, Extraction(passage.source, ()), Extraction(passage.target, ()))
    source = _limited(chinese_facts(passage.source, context.traps))
    target = _limited(english_facts(passage.target))
    if not source.facts and not target.facts and not source.traps:
        return Comparison(passage, source, target)
    matches, missing = _assigned(source, target)
    missing, excused = without_excused(missing, source, target, context)
    used = {id(match.item) for match in matches}
    values = source_values(source)
    extra = [
        item
        for item in target.facts
        if id(item) not in used
        and (item.code == "off" or not is_explained(item, source, values, target.text, context.published))
        and not any(is_rest_of(item, fact, source, target.text) for fact in excused)
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


_MOST_FACTS = 300
"""More values than any row of prose has; matching takes the square of it."""


def _limited(extraction: Extraction) -> Extraction:
    if len(extraction.facts) <= _MOST_FACTS:
        return extraction
    return replace(extraction, facts=extraction.facts[:_MOST_FACTS])


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
    if item.kind is K.CLOCK and item.form == "words" and fact.unit:
        return False
    if item.kind in _CLASSES.get(fact.kind, frozenset()):
        if fact.tier is Tier.SMALL and fact.value <= 10 and (item.value >= 1000 or item.kind is K.FRACTION):
            return fact.value.denominator != 1 and item.value < 1000
        if item.form == "cue" and item.kind is not K.MULTIPLE:
            return fact.tier is Tier.SMALL and 2 <= item.value <= 4
        return not (item.form == "words" and item.value == 1 and item.kind is K.QUANTITY)
    is_plain = item.kind is K.QUANTITY and not item.unit and item.form == "digits"
    return is_plain and fact.kind in (K.YEAR, K.DAY, K.DECADE, K.CODE)


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
