"""Values lost, changed or added: quantities, dates, clock times, percentages, ordinals, codes (FACTS.md 2.1 to 2.15)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.compatibility import significant
from workbench.checks.matching import Comparison, Contradiction, comparison_of
from workbench.checks.wording import addition, contradiction, in_form_of, omission, reading, written
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.text.facts import Fact, FactKind, Tier
from workbench.text.units import dimension

K = FactKind


@dataclass(frozen=True, slots=True)
class ValueCheck:
    """One family of values compared by value; `belongs` says which facts are its own."""

    key: str
    kinds: frozenset[FactKind]
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield what is contradicted, omitted or added in one row."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the findings of a comparison already made."""
        for pair in comparison.contradictions:
            if self.owns(pair.fact):
                yield self._contradicted(pair, comparison, context)
        for fact in comparison.missing:
            if self.owns(fact) and not _is_switched_off(fact, comparison, context):
                yield self._omitted(fact, comparison, context)
        for item in comparison.extra:
            if self.owns(item):
                yield self._added(item, comparison)
        for match in comparison.matches:
            if (
                match.is_shared
                and not match.item.parts[1:]
                and match.fact.tier is Tier.SURE
                and self.owns(match.fact)
            ):
                yield self._fewer(match.fact, comparison, context)

    def owns(self, fact: Fact) -> bool:
        """Whether a fact or item is this check's business."""
        return check_key(fact) == self.key

    def _contradicted(self, pair: Contradiction, comparison: Comparison, context: CheckContext) -> Finding:
        fact, item = pair.fact, pair.item
        source, target = comparison.source.text, comparison.target.text
        slip, message = contradiction(fact, item, source, target, context.style)
        proposed = in_form_of(fact, item, target, context.style)
        return Finding(
            self.key,
            self.family,
            contradiction_level(pair),
            message,
            comparison.passage.number,
            (fact.start, fact.end),
            (item.start, item.end),
            slip,
            reading(fact, context.style),
            written(item, target),
            (Fix(f"Write {proposed}", (item.start, item.end), proposed),),
        )

    def _omitted(self, fact: Fact, comparison: Comparison, context: CheckContext) -> Finding:
        return Finding(
            self.key,
            self.family,
            omission_level(fact, comparison, context),
            omission(fact, comparison.source.text, context.style),
            comparison.passage.number,
            (fact.start, fact.end),
            None,
            "missing",
            reading(fact, context.style),
        )

    def _fewer(self, fact: Fact, comparison: Comparison, context: CheckContext) -> Finding:
        chinese = written(fact, comparison.source.text)
        return Finding(
            self.key,
            self.family,
            Level.NOTE if self.key in ("dates", "clock") else Level.WARNING,
            f"The source states {chinese} more often than the draft.",
            comparison.passage.number,
            (fact.start, fact.end),
            None,
            "fewer",
            reading(fact, context.style),
        )

    def _added(self, item: Fact, comparison: Comparison) -> Finding:
        return Finding(
            self.key,
            self.family,
            addition_level(item, comparison),
            addition(item, comparison.target.text),
            comparison.passage.number,
            None,
            (item.start, item.end),
            "added",
            "",
            written(item, comparison.target.text),
        )


def contradiction_level(pair: Contradiction) -> Level:
    """A sure value replaced by figures is an error; small counts warn, vague ones are a note."""
    if pair.fact.tier in (Tier.SURE, Tier.SET):
        return Level.ERROR
    if pair.fact.kind is K.VAGUE and pair.item.value >= 10000:
        return Level.WARNING
    if pair.item.form == "cue" or pair.fact.form == "half":
        return Level.NOTE
    return Level.WARNING if pair.fact.tier is Tier.SMALL or significant(pair.item.value) > 1 else Level.NOTE


def omission_level(fact: Fact, comparison: Comparison, context: CheckContext) -> Level:
    """Sure values warn when lost; small counts, vague ones, weekdays and set phrases are a note."""
    if fact.tier is not Tier.SURE or fact.kind is K.WEEKDAY:
        return Level.NOTE
    if _is_reporting_date(fact, comparison.source.text):
        chosen = context.style.get("reporting_date", "warning")
        return Level(chosen) if chosen in set(Level) else Level.WARNING
    return Level.WARNING


def addition_level(item: Fact, comparison: Comparison) -> Level:
    """An added value warns; an added address is a note unless the source has one too."""
    if item.form == "words":
        return Level.NOTE
    if item.kind is not K.URL or any(fact.kind is K.URL for fact in comparison.source.facts):
        return Level.WARNING
    return Level.NOTE


_REPORTING = (
    "日电",
    "日讯",
    "日称",
    "日说",
    "日表示",
    "日获悉",
    "日报道",
    "日消息",
    "日宣布",
    "日披露",
    "日透露",
    "日发布",
)


def _is_switched_off(fact: Fact, comparison: Comparison, context: CheckContext) -> bool:
    """Whether the house does not ask for the date of a report (setting `reporting_date`: "off")."""
    return context.style.get("reporting_date") == "off" and _is_reporting_date(fact, comparison.source.text)


def _is_reporting_date(fact: Fact, source: str) -> bool:
    return fact.kind is K.DAY and source[fact.end - 1 : fact.end + 3].startswith(_REPORTING)


_KEYS: dict[FactKind, str] = {
    K.YEAR: "dates",
    K.MONTH: "dates",
    K.DAY: "dates",
    K.WEEKDAY: "dates",
    K.DECADE: "dates",
    K.CLOCK: "clock",
    K.RATIO: "ratios",
    K.PERCENT: "percentages",
    K.POINT: "percentages",
    K.FRACTION: "percentages",
    K.MULTIPLE: "multiples",
    K.ORDINAL: "ordinals",
    K.CODE: "codes",
    K.URL: "codes",
    K.VAGUE: "vague-numbers",
    K.ESTIMATE: "estimates",
}


def check_key(fact: Fact) -> str:
    """Return the key of the check to which a fact or item belongs."""
    if fact.kind is not K.QUANTITY:
        return _KEYS[fact.kind]
    if fact.tier is Tier.SMALL:
        return "small-counts"
    kind = dimension(fact.unit)
    return {"time": "durations", "money": "money"}.get(kind, "numbers")


CHECKS = tuple(
    ValueCheck(key, frozenset(kind for kind, own in _KEYS.items() if own == key))
    for key in ("numbers", "money", "durations", "small-counts", *dict.fromkeys(_KEYS.values()))
)
