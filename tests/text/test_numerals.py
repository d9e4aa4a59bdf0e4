"""Numerals of both languages are read as exact rationals."""

from __future__ import annotations

from fractions import Fraction

import pytest

from workbench.text.numerals import chinese_number, decimal, english_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三千五百二十一", 3521),
        ("三千五", 3500),
        ("一万二", 12000),
        ("二百五", 250),
        ("一点二万亿", 1_200_000_000_000),
        ("三点五", Fraction(7, 2)),
        ("十", 10),
        ("十四", 14),
        ("二十", 20),
        ("一百零五", 105),
        ("一千零五十", 1050),
        ("两亿", 200_000_000),
        ("二〇二〇", 2020),
        ("二零一七", 2017),
        ("3亿5000万", 350_000_000),
        ("11万7015", 117_015),
        ("1万2千", 12_000),
        ("101.5万亿", 101_500_000_000_000),
        ("2510 亿", 251_000_000_000),
        ("七万八千", 78_000),
        ("一千零九十七万", 10_970_000),
    ],
)
def test_a_chinese_numeral_has_its_exact_value(text, value):
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["", "人民", "三个"])
def test_what_is_no_numeral_has_no_value(text):
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sixty-one thousand", 61_000),
        ("three hundred and twenty-one", 321),
        ("one million two hundred thousand", 1_200_000),
        ("a hundred", 100),
        ("twenty-first", 21),
        ("five hundred million", 500_000_000),
        ("two dozen", 24),
    ],
)
def test_english_number_words_have_their_exact_value(text, value):
    assert english_number(text) == value


def test_thousands_commas_and_decimals_are_exact():
    assert decimal("1,234.50") == Fraction(12345, 10)
    assert decimal("0.1922") == Fraction(1922, 10000)
