"""What the two languages state is taken out in a fixed order, trap strings excepted."""

from __future__ import annotations

import pytest

from workbench.text.extraction import chinese_facts, english_facts
from workbench.text.facts import Approximation, Tier


def chinese(text: str) -> list[tuple[str, str]]:
    return [(fact.kind.value, str(fact.value)) for fact in chinese_facts(text).facts]


def english(text: str) -> list[tuple[str, str]]:
    return [(fact.kind.value, str(fact.value)) for fact in english_facts(text).facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年4月3日", [("year", "2020"), ("month", "4"), ("day", "3")]),
        ("二〇二〇年四月三日", [("year", "2020"), ("month", "4"), ("day", "3")]),
        ("2020-04-03", [("year", "2020"), ("month", "4"), ("day", "3")]),
        ("26日至27日", [("day", "26"), ("day", "27")]),
        ("12月8日至10日", [("month", "12"), ("day", "8"), ("day", "10")]),
        ("2018-19年", [("year", "2018"), ("year", "2019")]),
        ("1-9月", [("month", "1"), ("month", "9")]),
        ("上世纪90年代", [("decade", "90")]),
        ("第十四届", [("ordinal", "14")]),
        ("十九届四中全会", [("ordinal", "19"), ("ordinal", "4")]),
        ("14时30分", [("clock", "870")]),
        ("下午3点半", [("clock", "930")]),
        ("百分之三十五点六", [("percent", "178/5")]),
        ("近7成", [("percent", "70")]),
        ("2.3个百分点", [("percentage point", "23/10")]),
        ("三分之一", [("fraction", "1/3")]),
        ("翻两番", [("multiple", "4")]),
        ("数百人", [("vague", "100")]),
        ("两三天", [("estimate", "2")]),
        ("3至5万元", [("quantity", "30000"), ("quantity", "50000")]),
        ("零下20度", [("quantity", "20")]),
        ("15年来", [("quantity", "15")]),
        ("一带一路", []),
        ("千方百计", []),
        ("三一重工", []),
        ("一名工人", []),
    ],
)
def test_chinese_facts_are_taken_with_their_kind_and_value(text, expected):
    assert chinese(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("April 3, 2020", [("month", "4"), ("day", "3"), ("year", "2020")]),
        ("3 April 2020", [("day", "3"), ("month", "4"), ("year", "2020")]),
        ("in May", [("month", "5")]),
        ("You may go", []),
        ("the 1990s", [("decade", "1990")]),
        ("2:30 p.m.", [("clock", "870")]),
        ("US$3.5bn", [("quantity", "3500000000")]),
        ("half a million", [("quantity", "500000")]),
        ("a million and a half", [("quantity", "1500000")]),
        ("3, 4 and 5 percent", [("percent", "3"), ("percent", "4"), ("percent", "5")]),
        ("one-third", [("fraction", "1/3")]),
        ("tens of thousands of people", [("vague", "10000")]),
        ("the twenty-first floor", [("ordinal", "21")]),
        ("World War II", [("ordinal", "2")]),
        ("COVID-19", [("code", "0")]),
        ("two decades", [("quantity", "20")]),
    ],
)
def test_english_facts_are_taken_with_their_kind_and_value(text, expected):
    assert english(text) == expected


def test_a_shared_scale_gives_the_low_end_a_second_reading():
    low, high = english_facts("3 to 5 million yuan").facts
    assert high.value == 5_000_000
    assert 3_000_000 in low.values


def test_offsets_are_those_of_the_text_as_typed():
    source = "约１５８万人参加"
    fact = chinese_facts(source).facts[0]
    assert source[fact.start : fact.end] == "１５８万"


def test_hedges_and_units_are_read_around_the_number():
    fact = chinese_facts("近300公里").facts[0]
    assert (fact.approximation, fact.unit) == (Approximation.NEAR, "km")
    item = english_facts("more than 300 square kilometers").facts[0]
    assert (item.approximation, item.unit) == (Approximation.OVER, "km2")


def test_the_house_may_add_traps():
    assert chinese_facts("三件套公司").facts
    assert chinese_facts("三件套公司", ("三件套",)).facts == ()


def test_a_small_count_weighs_less_than_a_measure():
    assert chinese_facts("三家公司").facts[0].tier is Tier.SMALL
    assert chinese_facts("三公里").facts[0].tier is Tier.SURE
