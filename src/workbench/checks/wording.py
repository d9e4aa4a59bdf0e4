"""The sentences of the fact checks: what is wrong, in both readings, and what kind of slip it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from workbench.sentences import Sentence, say
from workbench.text.dates_english import MONTH_NAMES
from workbench.text.facts import Approximation, Fact, FactKind
from workbench.text.rendering import number, rendering
from workbench.text.units import chinese_unit_after, currency_before, dimension, english_unit_after

K = FactKind
_HAN = re.compile(r"[一-鿿]")
_POWERS = {
    1: say("ten times"),
    2: say("a hundred times"),
    3: say("a thousand times"),
    4: say("ten thousand times"),
}


def written(fact: Fact, text: str) -> str:
    """Return the characters of a fact as they stand in the text, its unit and currency sign included."""
    start, end = fact.start, fact.end
    if fact.kind is K.QUANTITY and fact.unit:
        if _HAN.search(text):
            unit, unit_end = chinese_unit_after(text, end)
            unit_end = unit_end if dimension(unit) == dimension(fact.unit) else end
        else:
            _, unit_end = english_unit_after(text, end)
            _, start = currency_before(text, start)
        end = max(end, unit_end)
    return text[start:end].strip(" .,")


def reading(fact: Fact, style: Mapping[str, str]) -> str:
    """Return the value of a Chinese fact in English, as the panel shows it."""
    return rendering(fact, style)


def slip_of(fact: Fact, item: Fact) -> tuple[str, Sentence]:
    """Name the kind of slip between a fact and the item in its place: a stable code and a phrase."""
    kinds = {fact.kind, item.kind}
    if fact.kind is K.MONTH:
        return "other-month", say("another month")
    if fact.kind is K.DAY:
        return "other-day", say("another day")
    if fact.kind is K.YEAR:
        return "other-year", _digit_phrase(fact.value, item.value)[1] or say("another year")
    if fact.kind is K.WEEKDAY:
        return "other-weekday", say("another weekday")
    if fact.kind is K.CLOCK:
        return "other-time", say("another time of day")
    if fact.kind is K.RATIO:
        return "other-ratio", say("another score or ratio")
    if fact.kind is K.CODE:
        return "other-code", say("another code")
    if fact.kind is K.URL:
        return "other-address", say("another address")
    if kinds == {K.PERCENT, K.QUANTITY} and fact.value in item.values:
        return "no-percent", say("the percent sign is lost")
    power = power_of_ten(item.value, fact.value)
    if power:
        return "times-ten", _size_phrase(power)
    code, phrase = _digit_phrase(fact.value, item.value)
    return code or "other-value", phrase or say("another value")


def _size_phrase(power: int) -> Sentence:
    size = _POWERS.get(abs(power), say("10^{power} times", power=abs(power)))
    return say("{size} too large", size=size) if power > 0 else say("{size} too small", size=size)


def power_of_ten(value: Fraction, reference: Fraction) -> int:
    """Return k when `value` is `reference` times 10^k, else 0."""
    if not value or not reference:
        return 0
    ratio = value / reference
    for power in range(1, 13):
        if ratio == 10**power:
            return power
        if ratio * 10**power == 1:
            return -power
    return 0


def _digit_phrase(first: Fraction, second: Fraction) -> tuple[str, Sentence | None]:
    left, right = (str(float(v)) if v.denominator != 1 else str(v.numerator) for v in (first, second))
    if len(left) != len(right) or len(left) < 2:
        return "", None
    places = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(places) == 1:
        return "one-digit", say("one digit differs")
    swapped = len(places) == 2 and left[places[0]] == right[places[1]] and left[places[1]] == right[places[0]]
    if swapped:
        return "digits-swapped", say("two digits are exchanged")
    return "", None


def contradiction(
    fact: Fact, item: Fact, source: str, target: str, style: Mapping[str, str]
) -> tuple[str, Sentence]:
    """Return slip code and sentence for a value that another one replaces."""
    slip, phrase = slip_of(fact, item)
    chinese, english = written(fact, source), written(item, target)
    meaning = reading(fact, style)
    values = {"chinese": chinese, "english": english, "phrase": phrase}
    if not meaning or meaning == chinese:
        return slip, say("{chinese}; the draft has {english}: {phrase}.", **values)
    said = say("{chinese} is {meaning}; the draft has {english}: {phrase}.", meaning=meaning, **values)
    return slip, said


def omission(fact: Fact, source: str, style: Mapping[str, str]) -> Sentence:
    """Return the sentence for a value without counterpart."""
    chinese, meaning = written(fact, source), reading(fact, style)
    if meaning == chinese:
        return say("{chinese} has no counterpart in the draft.", chinese=chinese)
    return say("{chinese} ({meaning}) has no counterpart in the draft.", chinese=chinese, meaning=meaning)


def addition(item: Fact, target: str) -> Sentence:
    """Return the sentence for a value that the source does not state."""
    english = written(item, target)
    if item.kind is K.MONTH:
        return say(
            "The draft adds {month}; the source names no such month.", month=MONTH_NAMES[int(item.value) - 1]
        )
    return say("The draft adds {english}; the source states no such value.", english=english)


_HEDGE_WORDS = {
    Approximation.OVER: say("more than"),
    Approximation.NEAR: say("nearly"),
    Approximation.ABOUT: say("about"),
    Approximation.UNDER: say("less than"),
}


def hedge(approximation: Approximation) -> Sentence:
    """Return the English word of an approximation."""
    return _HEDGE_WORDS[approximation]


def in_form_of(fact: Fact, item: Fact, target: str, style: Mapping[str, str]) -> str:
    """Return the rendering of `fact` in the form the draft chose for `item`, to replace its span."""
    old = target[item.start : item.end]
    if fact.kind in (K.PERCENT, K.POINT) and "%" in old:
        return f"{number(fact.value)}%"
    if fact.kind in (K.PERCENT, K.POINT) and item.kind in (K.PERCENT, K.POINT):
        return rendering(_bare(fact), style) if not old.replace(".", "").isdigit() else number(fact.value)
    if fact.kind is K.QUANTITY:
        return number(fact.value) if item.form == "digits" else rendering(_bare(fact), style)
    return rendering(_bare(fact), style)


def _bare(fact: Fact) -> Fact:
    """The fact without unit and hedge, which the draft already has outside the span."""
    return Fact(fact.kind, fact.values, fact.start, fact.end, fact.tier, form=fact.form, code=fact.code)
