"""Which English item may stand for which Chinese fact, and how well it does."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from workbench.text.facts import Approximation, Fact, FactKind
from workbench.text.units import converted, dimension

EXACT, RELAXED, ROUNDED, CONVERTED, SLIPPED = "exact", "relaxed", "rounded", "converted", "slipped"
"""How an item meets a fact; "slipped" is met by value, but a unit check must look at it."""

K = FactKind
_NUMERIC = frozenset({K.QUANTITY, K.ORDINAL, K.YEAR, K.DAY, K.MULTIPLE, K.FRACTION, K.DECADE})


def meets(fact: Fact, item: Fact) -> str:
    """Return how `item` of the English meets `fact` of the Chinese, "" when it does not."""
    rule = _RULES.get(fact.kind)
    return rule(fact, item) if rule else ""


def _equal(fact: Fact, item: Fact) -> bool:
    values = item.values
    return any(value in values for value in fact.values)


def _in_parts(fact: Fact, item: Fact) -> bool:
    return any(value in item.parts for value in fact.values)


def _plain(fact: Fact, item: Fact, kinds: frozenset[FactKind]) -> str:
    if item.kind in kinds and _equal(fact, item):
        return EXACT if item.kind in (fact.kind, K.QUANTITY) else RELAXED
    if item.kind is K.CODE and _in_parts(fact, item):
        return RELAXED
    return ""


def _year(fact: Fact, item: Fact) -> str:
    return _plain(fact, item, frozenset({K.YEAR, K.QUANTITY, K.DECADE, K.ORDINAL}))


def _month(fact: Fact, item: Fact) -> str:
    if item.kind is K.MONTH and _equal(fact, item):
        return EXACT
    if item.value in fact.parts:
        return RELAXED
    is_count = item.kind is K.QUANTITY and fact.form == "range" and _equal(fact, item)
    return RELAXED if is_count and dimension(item.unit) == "time" else ""


def _day(fact: Fact, item: Fact) -> str:
    if item.value in fact.parts:
        return RELAXED
    if item.unit == "anniversary":
        return ""
    if dimension(item.unit) == "time" and item.kind is K.QUANTITY:
        return SLIPPED if _equal(fact, item) and item.unit == "day" else ""
    return _plain(fact, item, frozenset({K.DAY, K.ORDINAL, K.QUANTITY}))


def _weekday(fact: Fact, item: Fact) -> str:
    return EXACT if item.kind is K.WEEKDAY and _equal(fact, item) else ""


def _clock(fact: Fact, item: Fact) -> str:
    if item.kind is K.RATIO:
        return RELAXED if fact.parts in (item.parts, item.parts[::-1]) else ""
    if item.kind is K.CLOCK:
        if len(fact.parts) == 3 == len(item.parts):
            return EXACT if fact.parts == item.parts else ""
        same = (fact.value - item.value) % 720 == 0 and not _is_other_twelve(fact, item)
        halves = {fact.code, item.code} - {""}
        return EXACT if same and len(halves) < 2 else ""
    if item.kind not in (K.QUANTITY, K.ORDINAL, K.FRACTION):
        return ""
    hour, minute = divmod(fact.value, 60)
    return RELAXED if minute == 0 and item.value in (hour, hour - 12, hour + 12) else ""


def _is_other_twelve(fact: Fact, item: Fact) -> bool:
    """Whether 零时 became noon, or 12时 midnight; 晚12时 is midnight."""
    if item.form != "words" or fact.value not in (0, 720):
        return False
    return fact.value != item.value if fact.code != "pm" else item.value != 0


def _ratio(fact: Fact, item: Fact) -> str:
    if item.kind not in (K.RATIO, K.CLOCK, K.FRACTION):
        return ""
    if fact.parts == item.parts[:2]:
        return EXACT
    return RELAXED if fact.parts == item.parts[1::-1] else ""


def _decade(fact: Fact, item: Fact) -> str:
    return _plain(fact, item, frozenset({K.DECADE, K.QUANTITY, K.YEAR, K.ORDINAL}))


def _percent(fact: Fact, item: Fact) -> str:
    if item.kind is K.PERCENT:
        if fact.form == "折" and item.code == "off":
            return EXACT if item.value == fact.value else ""
        return EXACT if _equal(fact, item) else _rounded(fact, item)
    if item.kind is K.POINT:
        return SLIPPED if _equal(fact, item) else ""
    if item.kind is K.FRACTION:
        share = item.value * 100
        if share in fact.values or (fact.parts and fact.parts == item.parts[:1]):
            return RELAXED
        hedged = fact.approximation or item.approximation or fact.form == "成"
        return ROUNDED if abs(share - fact.value) < (5 if hedged else 1) else ""
    if item.kind is K.MULTIPLE:
        return RELAXED if item.value * 100 in fact.values or (item.value - 1) * 100 in fact.values else ""
    if item.kind is K.QUANTITY and fact.parts and item.value in fact.parts:
        return RELAXED
    return ""


def _point(fact: Fact, item: Fact) -> str:
    if item.kind is K.POINT:
        return EXACT if _equal(fact, item) else ""
    if item.kind is K.PERCENT:
        return SLIPPED if _equal(fact, item) else ""
    if item.kind in (K.QUANTITY, K.FRACTION):
        return RELAXED if _equal(fact, item) or item.value in fact.parts else ""
    return ""


def _fraction(fact: Fact, item: Fact) -> str:
    if item.kind is K.FRACTION and _equal(fact, item):
        return EXACT
    if item.kind is K.PERCENT:
        return RELAXED if abs(fact.value * 100 - item.value) < 1 else ""
    if item.kind is K.QUANTITY:
        return RELAXED if _equal(fact, item) or item.value in fact.parts else ""
    if item.kind is K.ORDINAL and item.value in fact.parts:
        return RELAXED
    return RELAXED if item.kind is K.MULTIPLE and fact.value * item.value == 1 else ""


def _multiple(fact: Fact, item: Fact) -> str:
    if item.kind in (K.MULTIPLE, K.QUANTITY, K.FRACTION):
        if _equal(fact, item):
            return EXACT if item.kind is K.MULTIPLE else RELAXED
        return ""
    if item.kind is K.PERCENT:
        shares = {share for value in fact.values for share in (value * 100, (value - 1) * 100)}
        return RELAXED if item.value in shares else ""
    return ""


def _ordinal(fact: Fact, item: Fact) -> str:
    kinds = frozenset({K.ORDINAL, K.QUANTITY, K.DAY, K.DECADE, K.YEAR, K.FRACTION, K.MULTIPLE})
    return _plain(fact, item, kinds)


def _quantity(fact: Fact, item: Fact) -> str:
    if fact.form == "coins" and item.unit == "CNY" and item.value != fact.value:
        return ""
    if fact.kind is item.kind or item.kind in _NUMERIC:
        if _equal(fact, item):
            return EXACT if item.kind is K.QUANTITY else RELAXED
        if item.kind is K.FRACTION and item.value < 1 and fact.value in item.parts:
            return RELAXED
        if item.kind is not K.QUANTITY:
            return ""
        return _converted(fact, item) or _rounded(fact, item)
    if item.kind in (K.CODE, K.CLOCK, K.RATIO) and _in_parts(fact, item):
        return RELAXED
    if item.kind is K.PERCENT and item.parts == item.values and _equal(fact, item):
        return RELAXED  # "up 90.09 or 0.9%": only a sign seen behind the next figure makes it a share
    return ""


def _converted(fact: Fact, item: Fact) -> str:
    if not fact.unit or not item.unit or fact.unit == item.unit:
        return ""
    kind = dimension(fact.unit)
    if kind in ("money", "count", "people", "visit", ""):
        return ""
    value = converted(fact.value, fact.unit, item.unit)
    if value is None or value == 0:
        return ""
    return CONVERTED if abs(value - item.value) * 100 <= abs(value) * 3 else ""


def _rounded(fact: Fact, item: Fact) -> str:
    """Rounding is accepted only with a hedge on either side, and only to fewer digits."""
    if not fact.approximation and not item.approximation:
        return ""
    fine, coarse = significant(fact.value), significant(item.value)
    if coarse >= fine or not fact.value:
        return ""
    step = _step(item.value)
    low = fact.value // step * step
    if low == item.value:
        ok = item.approximation is not Approximation.NEAR
    elif low + step == item.value:
        ok = item.approximation is not Approximation.OVER
    else:
        ok = False
    return ROUNDED if ok and abs(item.value - fact.value) * 10 <= abs(fact.value) else ""


def _step(value: Fraction) -> Fraction:
    """The size of the last significant digit of a decimal value."""
    step = Fraction(1)
    while value % (step * 10) == 0 and value:
        step *= 10
    while value % step:
        step /= 10
        if step < Fraction(1, 10**6):
            break
    return step


def significant(value: Fraction) -> int:
    """Return how many digits a decimal value needs without leading and trailing zeros."""
    return len(str(abs(value / _step(value)).__floor__())) if value else 1


def _vague(fact: Fact, item: Fact) -> str:
    if item.kind is K.VAGUE:
        ratio = item.value / fact.value
        return EXACT if ratio == 1 else RELAXED if Fraction(1, 10) <= ratio <= 10 else ""
    if item.kind is K.PERCENT:
        return RELAXED if _equal(fact, item) else ""
    if item.kind in (K.QUANTITY, K.MULTIPLE, K.ORDINAL):
        if fact.form in ("teens", "just over"):
            return RELAXED if fact.value <= item.value < 2 * fact.value else ""
        is_round = significant(item.value) == 1
        return RELAXED if is_round and fact.value <= item.value < fact.value * 10 else ""
    return ""


def _estimate(fact: Fact, item: Fact) -> str:
    if fact.unit == "%":
        return EXACT if item.kind is K.PERCENT and _equal(fact, item) else ""
    if item.kind in (K.QUANTITY, K.DECADE, K.ORDINAL, K.MULTIPLE) and _equal(fact, item):
        return EXACT
    return RELAXED if item.kind is K.VAGUE and item.value * 10 >= fact.value else ""


def _code(fact: Fact, item: Fact) -> str:
    if item.kind is K.CODE:
        if fact.code == item.code:
            return EXACT
        return RELAXED if fact.parts and fact.parts == item.parts else ""
    if item.kind in (K.QUANTITY, K.ORDINAL, K.YEAR, K.CLOCK) and fact.parts:
        return RELAXED if item.value in fact.parts else ""
    return ""


def _url(fact: Fact, item: Fact) -> str:
    return EXACT if item.kind is K.URL and bare_address(fact.code) == bare_address(item.code) else ""


def bare_address(address: str) -> str:
    """Return an address without scheme, "www." and a closing slash."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


_RULES: dict[FactKind, Callable[[Fact, Fact], str]] = {
    K.YEAR: _year,
    K.MONTH: _month,
    K.DAY: _day,
    K.WEEKDAY: _weekday,
    K.CLOCK: _clock,
    K.RATIO: _ratio,
    K.DECADE: _decade,
    K.PERCENT: _percent,
    K.POINT: _point,
    K.FRACTION: _fraction,
    K.MULTIPLE: _multiple,
    K.ORDINAL: _ordinal,
    K.QUANTITY: _quantity,
    K.VAGUE: _vague,
    K.ESTIMATE: _estimate,
    K.CODE: _code,
    K.URL: _url,
}
