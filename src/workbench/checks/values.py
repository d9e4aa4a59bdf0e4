"""Values lost, changed or added: quantities, dates, clock times, percentages, ordinals, codes (FACTS.md 2.1 to 2.15)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.compatibility import bare_address, significant
from workbench.checks.matching import Comparison, Contradiction, Match, comparison_of
from workbench.checks.wording import addition, contradiction, in_form_of, omission, reading, written
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Fact, FactKind, Tier
from workbench.text.numbers import MEASURES
from workbench.text.rendering import number
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
            if self.key == "multiples" and _is_ambiguous(match.fact):
                yield self._ambiguous(match, comparison)
            if (
                match.is_shared
                and not match.item.parts[1:]
                and match.fact.tier is Tier.SURE
                and self.owns(match.fact)
                and not _is_summed_up(match, comparison)
            ):
                yield self._fewer(match, comparison, context)

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
            (Fix(say("Write {text}", text=proposed), (item.start, item.end), proposed),),
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

    def _ambiguous(self, match: Match, comparison: Comparison) -> Finding:
        chinese = written(match.fact, comparison.source.text)
        low, high = (number(value) for value in match.fact.values[:2])
        return Finding(
            self.key,
            self.family,
            Level.NOTE,
            say(
                "{chinese} after a verb of growth may mean {low} times or {low} times more, which is {high} times: ask.",
                chinese=chinese,
                low=low,
                high=high,
            ),
            comparison.passage.number,
            (match.fact.start, match.fact.end),
            (match.item.start, match.item.end),
            "ambiguous",
            say("{low} or {high} times", low=low, high=high),
        )

    def _fewer(self, match: Match, comparison: Comparison, context: CheckContext) -> Finding:
        fact = match.fact
        chinese = written(fact, comparison.source.text)
        is_lost = (
            self.key not in ("dates", "clock")
            and not _is_conversion(fact, comparison)
            and _counts_another_thing(match, comparison)
        )
        return Finding(
            self.key,
            self.family,
            Level.WARNING if is_lost else Level.NOTE,
            say("The source states {chinese} more often than the draft.", chinese=chinese),
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


def _counts_another_thing(match: Match, comparison: Comparison) -> bool:
    """Whether the value is that of another thing (11个医疗队, 11辆救护车); of one thing, English need not say it twice."""
    own = _thing(match.fact, comparison.source.text)
    others = [
        _thing(other.fact, comparison.source.text)
        for other in comparison.matches
        if other.item is match.item and other.fact is not match.fact
    ]
    return bool(own) and any(other and not own & other for other in others)


def _thing(fact: Fact, source: str) -> frozenset[str]:
    """Return the characters of a measure word and of what it counts; none without a measure word."""
    counted = source[fact.end : fact.end + 4].lstrip()[:3]
    return frozenset(filter(str.isalpha, counted)) if counted[:1] in MEASURES else frozenset()


_SUMMING = re.compile(
    r"\b(?:all|each|both|every|respectively|equally|also|same|either|or (?:more|less|fewer|above|older)|after (?:this|that|which))\b",
    re.IGNORECASE,
)
_GLOSS = re.compile(r"[（(][^（）()]*$")


def _is_summed_up(match: Match, comparison: Comparison) -> bool:
    """Whether the English says a repeated value once on purpose: "are all 100%", or without the gloss in brackets."""
    start, end = match.item.start, match.item.end
    if _SUMMING.search(comparison.target.text, max(0, start - 40), end + 30):
        return True
    return any(
        _is_gloss(other, comparison) for other in comparison.source.facts if _states(other, match.fact)
    )


def _is_gloss(fact: Fact, comparison: Comparison) -> bool:
    """Whether a fact repeats in brackets what stands before them: 二十国集团（G20）."""
    opening = _GLOSS.search(comparison.source.text, 0, fact.start)
    return opening is not None and any(
        opening.start() - 40 <= other.start < opening.start() and _states(fact, other)
        for other in comparison.source.facts
    )


def _states(fact: Fact, other: Fact) -> bool:
    if fact.code or other.code:
        return fact.code == other.code or other.value in fact.parts
    return fact.value == other.value


def _is_ambiguous(fact: Fact) -> bool:
    """增长3倍 is three or four times as much, in Chinese as in English."""
    return fact.kind is K.MULTIPLE and len(fact.values) == 2 and fact.values[1] == fact.values[0] + 1


def contradiction_level(pair: Contradiction) -> Level:
    """A sure value replaced by figures is an error; small counts warn, vague ones are a note."""
    if pair.fact.kind is K.URL and _is_other_language(pair.fact.code, pair.item.code):
        return Level.NOTE
    if pair.fact.tier in (Tier.SURE, Tier.SET):
        return Level.ERROR
    if pair.fact.kind is K.VAGUE:
        return Level.WARNING if pair.item.value >= 10000 else Level.NOTE
    if pair.fact.kind is K.MULTIPLE is pair.item.kind:
        return Level.WARNING
    if pair.item.form == "cue" or pair.fact.form == "half":
        return Level.NOTE
    return Level.WARNING if pair.fact.tier is Tier.SMALL or significant(pair.item.value) > 1 else Level.NOTE


def _is_other_language(chinese: str, english: str) -> bool:
    """Whether two addresses differ only by the language of the site (hunan.gov.cn, enghunan.gov.cn)."""
    hosts = {
        re.sub(r"^(?:english|eng|en)[.]?", "", bare_address(code).split("/", 1)[0])
        for code in (chinese, english)
    }
    return len(hosts) == 1


def omission_level(fact: Fact, comparison: Comparison, context: CheckContext) -> Level:
    """Sure values warn when lost; small counts, vague ones, weekdays and set phrases are a note."""
    is_prominent = comparison.passage.kind in (SegmentKind.HEADLINE, SegmentKind.LEAD)
    if is_prominent and fact.kind is K.QUANTITY and fact.tier is Tier.SMALL and fact.value >= 3:
        return Level.WARNING
    if fact.tier is not Tier.SURE or fact.kind is K.WEEKDAY or _is_label(fact, comparison.source.text):
        return Level.NOTE
    if _is_conversion(fact, comparison) or _sums_up(fact, comparison.source.text):
        return Level.NOTE
    if _is_reporting_date(fact, comparison.source.text):
        chosen = context.style.get("reporting_date", "warning")
        return Level(chosen) if chosen in set(Level) else Level.WARNING
    return Level.WARNING


_BRACKET = re.compile(r"[（(]\s?(?:约合?|大约|合|即)?\s?$")


def _is_conversion(fact: Fact, comparison: Comparison) -> bool:
    """Whether the value only repeats the measure before its bracket in another unit: 130英里（210公里）."""
    bracket = _BRACKET.search(comparison.source.text, max(0, fact.start - 5), fact.start)
    kind = dimension(fact.unit)
    return bool(bracket and kind) and any(
        0 <= bracket.start() - other.end <= 4 and dimension(other.unit) == kind and other.unit != fact.unit
        for other in comparison.source.facts
        if bracket
    )


_LISTED = re.compile(r"(?:[^，。；：:、\d]{1,9}、)+[^，。；：:、\d]{1,9}?[和与及][^，。；：:、\d]{1,9}?$")


def _sums_up(fact: Fact, source: str) -> bool:
    """Whether a small number only counts the list before it: 甲、乙和丙3个城市."""
    if fact.kind is not K.QUANTITY or not 2 <= fact.value <= 9 or source[fact.end - 1] == "等":
        return False
    listed = _LISTED.search(source, max(0, fact.start - 60), fact.start)
    return listed is not None and listed[0].count("、") + 2 == fact.value


_CONGRESS = re.compile(r"\s(?:\w+\s){0,2}?(?:Congress|Committee|Session|CPC|NPC|CPPCC)\b", re.IGNORECASE)
_CONGRESS_IN_CHINESE = re.compile(r"全会|党代会|大会|党章|中央|人大|政协|会议")


def _is_of_congress(item: Fact, comparison: Comparison) -> bool:
    """Whether the draft only says which congress 全会 or 党代会 was: the source cannot tell if it is right."""
    return (
        item.kind is K.ORDINAL
        and _CONGRESS.match(comparison.target.text, item.end) is not None
        and _CONGRESS_IN_CHINESE.search(comparison.source.text) is not None
    )


_LABEL = re.compile(r"\s*(?:0\d(?![\d.:：])|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s))")


def _is_label(fact: Fact, source: str) -> bool:
    """Whether the number only counts pages or sections: 04说明书, "6.2 字符" at the head of a row."""
    label = _LABEL.match(source)
    return bool(label and fact.kind is K.QUANTITY and fact.start < label.end())


def addition_level(item: Fact, comparison: Comparison) -> Level:
    """An added value warns; an added address is a note unless the source has one too."""
    if item.form == "words" or _is_of_congress(item, comparison):
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
