"""Units are told apart by dimension and converted exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from workbench.text.units import chinese_unit_after, converted, currency_before, dimension, english_unit_after


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("万亩", ""),
        ("亩果园", "mu"),
        ("平方米的展馆", "m2"),
        ("多公里", "km"),
        ("人次", "person-time"),
        ("元(美元，下同)", "USD"),
    ],
)
def test_the_longest_chinese_unit_is_found(text, key):
    assert chinese_unit_after(text, 0)[0] == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (" square kilometers", "km2"),
        ("-meter pavilion", "m"),
        (" yuan/liter", "CNY"),
        (" km/h", "km/h"),
        (" U.S. dollars", "USD"),
        (" more people", "people"),
        (" year on year", ""),
    ],
)
def test_the_longest_english_unit_is_found(text, key):
    assert english_unit_after(text, 0)[0] == key


def test_a_currency_sign_stands_before_the_number():
    assert currency_before("HK$300", 3)[0] == "HKD"
    assert currency_before("RMB 300", 4)[0] == "CNY"
    assert currency_before("¥300", 1)[0] == "CNY/JPY"


def test_conversion_is_exact_within_a_dimension_and_refused_across():
    assert converted(Fraction(150), "mu", "ha") == 10
    assert converted(Fraction(1000), "jin", "kg") == 500
    assert converted(Fraction(37), "C", "F") == Fraction(493, 5)
    assert converted(Fraction(1), "mu", "km") is None
    assert dimension("mu") == "area"
