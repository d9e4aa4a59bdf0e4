"""Words that stand for a value without stating it: "the next day", "both", "last year", "and six other provinces"."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.checks.compatibility import bare_address
from workbench.model.passage import CheckContext
from workbench.text.codes import comparable
from workbench.text.extraction import Extraction
from workbench.text.facts import Fact, FactKind, Tier

K = FactKind

_NEXT_DAY = re.compile(
    r"\b(?:next day|following day|day after|day before|previous day|same day|day later|overnight)\b",
    re.IGNORECASE,
)
_DAY_WORDS = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|weekend)\b",
    re.IGNORECASE,
)
_SOURCE_DAY_WORDS = re.compile(r"[今昨明]\s?[日(（]|[今昨明]天|今晚|昨晚|周[一二三四五六日末]|星期")
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
_SAID_YEAR = re.compile(r"[今去明前后]年\s?[(（即]+$")
"""明年（2020年） may be "next year"."""

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


def without_excused(
    missing: list[Fact], source: Extraction, target: Extraction, context: CheckContext
) -> tuple[list[Fact], list[Fact]]:
    """Return the facts that stay missing and those that a form without a number accounts for."""
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
        return bool(fact.code) and (fact.code in compact or _is_shop(fact, source.text, text))
    if fact.kind is K.URL:
        return bool(
            re.search(
                rf"(?<![\w-])(?<!\w\.){re.escape(bare_address(fact.code))}|www\.{re.escape(bare_address(fact.code))}",
                text.lower(),
            )
        )
    if fact.kind is K.DAY:
        return _day_is_excused(fact, source.text, text)
    if fact.kind is K.YEAR and _is_year_before(fact, source.text, text):
        return True
    if fact.kind is K.YEAR and _SAID_YEAR.search(source.text, 0, fact.start):
        return bool(_YEAR_WORDS.search(text))
    if fact.kind is K.YEAR:
        return bool(_YEAR_WORDS.search(text)) and not _SOURCE_YEAR_WORDS.search(source.text)
    if fact.kind is K.MONTH and fact.value == 12 and source.text.startswith(("底", "末"), fact.end):
        return bool(_YEAR_END.search(text) or _MONTH_WORDS.search(text))
    if (
        fact.kind is K.MONTH
        and fact.value in _UNCERTAIN_MONTHS
        and _UNCERTAIN_MONTHS[fact.value].search(text)
    ):
        return True
    if fact.kind is K.MONTH and fact.form == "range" and fact.value == 1 and _FIRST_MONTHS.search(text):
        return True
    if fact.kind is K.MONTH and _has_its_day_excused(fact, source, text):
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
    if fact.kind is K.FRACTION and fact.value == Fraction(1, 4) and _QUARTER_FINAL.search(text):
        return True
    if fact.kind is K.VAGUE and any(item.kind is K.VAGUE for item in target.facts):
        return False
    if fact.kind in (K.VAGUE, K.ESTIMATE):
        return bool(_FEW_WORDS.search(text))
    if fact.kind is K.QUANTITY and fact.value in _BARE_SCALES and _BARE_SCALES[fact.value].search(text):
        return True
    if fact.value == 1 and fact.kind is K.QUANTITY:
        return bool(_ONE_WORDS.search(text))
    if fact.kind is K.ORDINAL and fact.value == 1 and _OPENER.search(text):
        return True
    if fact.kind is K.ORDINAL and fact.value == 4 and _is_quarter(fact, source.text):
        return bool(_LAST_QUARTER.search(text))
    if fact.value == 2 and fact.tier is not Tier.SURE:
        return bool(_TWO_WORDS.search(text))
    if fact.kind is K.QUANTITY and _is_in_greek(fact, source.text, text):
        return True
    if fact.value == 24 and fact.unit == "hour":
        return bool(_AROUND_THE_CLOCK.search(text))
    if fact.kind is K.WEEKDAY:
        return "weekend" in text or "week" in text
    return _is_remainder(fact, source, target)


_DEALER = re.compile(r"\b(?:dealers?|dealerships?|showrooms?)\b", re.IGNORECASE)


def _is_shop(fact: Fact, source: str, target: str) -> bool:
    """Whether 4S店 is simply a dealer's."""
    return source.startswith("店", fact.end) and _DEALER.search(target) is not None


_OPENER = re.compile(r"\b(?:opener|opening|maiden|inaugural)\b", re.IGNORECASE)
"""第1球 is "the opener"."""

_YEAR_END = re.compile(r"\byear[- ]end\b|\bend[- ](?:of )?(?:the year|(?:19|20)\d\d)\b", re.IGNORECASE)
"""12月底 may be "at year-end" or "as at end-2020"."""

_LAST_QUARTER = re.compile(
    r"\b(?:last|final|closing|remaining)\s(?:and \w+ )?(?:quarter|three months)|\byear[- ]end\b|\bend of the year\b",
    re.IGNORECASE,
)
"""第四季度 may be "the last quarter"."""


def _is_quarter(fact: Fact, source: str) -> bool:
    return fact.form == "quarter" or source.startswith("季", fact.end)


_SIDES = re.compile(r"\b(?:[Ff]ives|[Ss]evens|[Tt]ens)\b|-a-side\b")
"""7人制橄榄球 is "rugby sevens"."""


def _is_in_greek(fact: Fact, source: str, target: str) -> bool:
    """Whether the English has a word that holds the number: rugby sevens, icosahedral."""
    if source.startswith(("制", "人制"), fact.end):
        return _SIDES.search(target) is not None
    return source.startswith("面体", fact.end) and "hedr" in target


_UNCERTAIN_MONTHS = {Fraction(3): re.compile(r"\bMarch\b"), Fraction(5): re.compile(r"\bMay\b")}
"""Two months whose English names are words as well, and are read as months only beside a cue."""

_BARE_SCALES = {
    Fraction(10) ** power: re.compile(rf"\b(?:per|every|a|the)\s{word}\b(?!s)", re.IGNORECASE)
    for power, word in ((2, "hundred"), (3, "thousand"), (6, "million"), (9, "billion"))
}
"""每100万次 may become "per million"."""

_QUARTER_FINAL = re.compile(r"\bquarter-?\s?finals?", re.IGNORECASE)
_COMPARED = re.compile(r"(?:比|较|与|同|相比)$")
_YEAR_ON_YEAR = re.compile(
    r"\byear[- ](?:on|over|to)[- ]year\b|\bannual(?:ly)?\b|\b(?:past|previous|last|preceding|prior) year\b|\byear (?:earlier|before|ago)\b",
    re.IGNORECASE,
)


def _is_year_before(fact: Fact, source: str, target: str) -> bool:
    """比2016年增长 may become "year on year"."""
    return bool(_COMPARED.search(source, max(0, fact.start - 2), fact.start) and _YEAR_ON_YEAR.search(target))


def _day_is_excused(fact: Fact, source: str, target: str) -> bool:
    """A day may become "the next day", a weekday in wire style, or a holiday's name."""
    if _NEXT_DAY.search(target) and not _SOURCE_NEXT_DAY.search(source):
        return True
    if _DAY_WORDS.search(target) and not _SOURCE_DAY_WORDS.search(source):
        return True
    holiday = _HOLIDAYS.get(int(fact.value))
    return bool(holiday and holiday.search(target) and not re.search(r"国庆|元旦|五一|圣诞", source))


def _has_its_day_excused(month: Fact, source: Extraction, target: str) -> bool:
    """Whether 4月12日下午 became "Friday afternoon": what stands for the day stands for its month, too."""
    if not _WEEKDAY_NAMES.search(target) or _SOURCE_DAY_WORDS.search(source.text):
        return False
    return any(fact.kind is K.DAY and fact.start == month.end for fact in source.facts)


_WEEKDAY_NAMES = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_AROUND_THE_CLOCK = re.compile(
    r"around[ -]the[ -]clock|round[ -]the[ -]clock|day and night|24/7|\bday\b", re.IGNORECASE
)
_OTHERS = re.compile(r"\b(?:other|others|more|another)\b", re.IGNORECASE)


def _is_remainder(fact: Fact, source: Extraction, target: Extraction) -> bool:
    """等8省 after named items may become "and six other provinces": 8 minus the names listed."""
    if fact.kind is not K.QUANTITY:
        return False
    return any(
        item.kind is K.QUANTITY and is_rest_of(item, fact, source, target.text) for item in target.facts
    )


def is_rest_of(item: Fact, fact: Fact, source: Extraction, target: str) -> bool:
    """Whether an English number counts the others: those beside the ones named, or beside another number stated."""
    around = target[max(0, item.start - 12) : item.end + 22]
    if fact.kind is not K.QUANTITY or fact.value <= item.value or not _OTHERS.search(around):
        return False
    if any(fact.value - item.value in other.values for other in source.facts if other.value > 10):
        return True
    before = source.text[max(0, fact.start - 40) : fact.start]
    return before.endswith("等") and fact.value - item.value == before.count("、") + 1


def _is_equivalent(fact: Fact, source: Extraction, target: Extraction, context: CheckContext) -> bool:
    """Whether the house has accepted for good how this string is rendered."""
    if not context.equivalences:
        return False
    written = source.text[fact.start : fact.end]
    return any(
        written in rule.source and rule.source in source.text and rule.target in target.text
        for rule in context.equivalences
    )
