"""How the house writes a fact in English: 3.5亿元 is "350 million yuan", 4月2日 "April 2"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from workbench.text.dates_english import MONTH_NAMES
from workbench.text.facts import Approximation, Fact, FactKind
from workbench.text.numerals import ENGLISH_TENS, ENGLISH_UNITS
from workbench.text.units import units

K = FactKind
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS = {value: word for word, value in ENGLISH_UNITS.items()} | {v: w for w, v in ENGLISH_TENS.items()}
_FRACTIONS = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "one-third",
    Fraction(2, 3): "two-thirds",
    Fraction(1, 4): "one-quarter",
    Fraction(3, 4): "three-quarters",
}
_FRACTION_NAMES = {
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_HEDGES = {
    Approximation.OVER: "more than ",
    Approximation.NEAR: "nearly ",
    Approximation.ABOUT: "about ",
    Approximation.UNDER: "less than ",
}
_VAGUE = {
    1: "dozens",
    2: "hundreds",
    3: "thousands",
    4: "tens of thousands",
    5: "hundreds of thousands",
    6: "millions",
    7: "tens of millions",
    8: "hundreds of millions",
    9: "billions",
    10: "tens of billions",
    11: "hundreds of billions",
    12: "trillions",
}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def rendering(fact: Fact, style: Mapping[str, str] | None = None) -> str:
    """Return the English the house would write for one fact, its unit and hedge included.

    `style` holds the house settings `percent` ("percent", "%", "per cent") and `clock` ("24" or "12");
    what is "off" gets the default.
    """
    style = style or {}
    text = _plain(fact, style)
    hedge = _HEDGES.get(fact.approximation, "") if fact.kind not in (K.VAGUE, K.ESTIMATE) else ""
    return hedge + text


def date_rendering(facts: Sequence[Fact]) -> str:
    """Return year, month and day facts that stand together as one English date."""
    parts = {fact.kind: int(fact.value) for fact in facts}
    month, day, year = parts.get(K.MONTH), parts.get(K.DAY), parts.get(K.YEAR)
    text = MONTH_NAMES[month - 1] if month else ""
    if day:
        text = f"{text} {day}".strip()
    if year:
        text = f"{text}, {year}" if day and month else f"{text} {year}".strip()
    return text


def _plain(fact: Fact, style: Mapping[str, str]) -> str:
    value = fact.value
    if fact.kind is K.MONTH:
        return MONTH_NAMES[int(value) - 1] if 1 <= value <= 12 else number(value)
    if fact.kind in (K.YEAR, K.DAY):
        return str(int(value))
    if fact.kind is K.WEEKDAY:
        return WEEKDAY_NAMES[int(value) - 1]
    if fact.kind is K.DECADE:
        return f"{int(value) if value > 99 or fact.form != 'digits' else f'{int(value):02d}'}s"
    if fact.kind is K.CLOCK:
        return clock(value, style.get("clock", "12"))
    if fact.kind is K.RATIO:
        return "-".join(number(part) for part in fact.parts)
    if fact.kind is K.PERCENT:
        return percent(value, style)
    if fact.kind is K.POINT:
        return f"{number(value)} percentage point{'' if value == 1 else 's'}"
    if fact.kind is K.FRACTION:
        return fraction(value)
    if fact.kind is K.MULTIPLE:
        return "double" if value == 2 else f"{spelled(value)} times"
    if fact.kind is K.ORDINAL:
        return f"No. {int(value)}" if fact.form == "number" else ordinal(int(value))
    if fact.kind in (K.CODE, K.URL):
        return fact.code.upper() if fact.kind is K.CODE else fact.code
    if fact.kind is K.VAGUE:
        noun = unit_noun(fact.unit, 2)
        if fact.form == "teens":
            return f"more than {spelled(value) if value > 10 else 'ten'} {noun}".rstrip()
        return vague(value) + (f" of {noun}" if noun else "")
    return _quantity(fact, style)


def _quantity(fact: Fact, style: Mapping[str, str]) -> str:
    if fact.kind is K.ESTIMATE:
        low, high = fact.values[:2]
        if fact.unit == "%":
            return f"{number(low)} to {percent(high, style)}"
        return f"{spelled(low)} or {spelled(high)} {unit_noun(fact.unit, high)}".rstrip()
    if fact.form == "half" and fact.unit == "year":
        return "six months"
    if fact.value == Fraction(1, 2) and fact.unit:
        return f"half {'an' if fact.unit == 'hour' else 'a'} {unit_noun(fact.unit, 1)}"
    noun = unit_noun(fact.unit, fact.value)
    is_measure = fact.unit not in (
        "",
        "item",
        "people",
        "company",
        "case",
        "household",
        "time",
        "person-time",
    )
    figure = number(fact.value) if is_measure else spelled(fact.value)
    return f"{figure} {noun}".rstrip()


def number(value: Fraction) -> str:
    """Return figures with commas, or with million, billion and trillion from a million on."""
    for size, name in _SCALES:
        if value >= size and (value / size * 1000).denominator == 1:
            return f"{_decimal(value / size)} {name}"
    return _decimal(value)


def spelled(value: Fraction) -> str:
    """Return words below ten and figures from there (house style, numbers)."""
    return _WORDS[int(value)] if value.denominator == 1 and 0 <= value < 10 else number(value)


def _decimal(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    for places in range(1, 8):
        if (value * 10**places).denominator == 1:
            whole, part = divmod(int(abs(value) * 10**places), 10**places)
            return f"{'-' if value < 0 else ''}{whole:,}.{part:0{places}d}"
    return f"{value.numerator}/{value.denominator}"


def percent(value: Fraction, style: Mapping[str, str]) -> str:
    """Return a percentage in the house's form: "12.6 percent" by default."""
    word = style.get("percent") or style.get("facts.percent", "percent")
    word = "percent" if word == "off" else word
    return f"{_decimal(value)}%" if word == "%" else f"{_decimal(value)} {word}"


def clock(minutes: Fraction, hours: str) -> str:
    """Return a time of day as 2:30 p.m. (`hours` "12") or 14:30 ("24")."""
    hour, minute = divmod(int(minutes), 60)
    if hours == "24":
        return f"{hour:02d}:{minute:02d}"
    if minute == 0 and hour in (0, 12):
        return "midnight" if hour == 0 else "noon"
    half = "a.m." if hour < 12 else "p.m."
    return f"{(hour - 1) % 12 + 1}{f':{minute:02d}' if minute else ''} {half}"


def fraction(value: Fraction) -> str:
    """Return a fraction in words where English has them, else as a/b."""
    if value in _FRACTIONS:
        return _FRACTIONS[value]
    name = _FRACTION_NAMES.get(value.denominator)
    if name is None or value.numerator > 9:
        return f"{value.numerator}/{value.denominator}"
    return f"{_WORDS[value.numerator]}-{name}{'' if value.numerator == 1 else 's'}"


def ordinal(value: int) -> str:
    """Return first to ninth in words and 10th and on in figures."""
    words = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    if 0 <= value < 10:
        return words[value]
    suffix = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{suffix}"


def vague(value: Fraction) -> str:
    """Return the word for a power of ten: hundreds, tens of thousands."""
    return _VAGUE.get(len(str(int(value))) - 1, number(value))


def unit_noun(key: str, value: Fraction | int) -> str:
    """Return the English noun of a unit in the number that fits `value`; "" when there is none."""
    unit = units().get(key)
    if unit is None or key in ("item", "time"):
        return ""
    if key == "people":
        return "person" if value == 1 else "people"
    if unit.dimension == "temperature":
        return unit.english[0]
    if key in ("CNY", "mu", "li", "jin", "JPY", "KRW"):
        return {"CNY": "yuan", "JPY": "yen", "KRW": "won"}.get(key, key)
    singular = unit.english[0]
    if value == 1 or len(unit.english) < 2:
        return singular
    plural = unit.english[1]
    if key == "USD":
        return "US dollars"
    return {"HKD": "Hong Kong dollars"}.get(key, plural)
