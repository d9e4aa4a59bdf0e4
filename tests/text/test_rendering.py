"""Facts are written as the house writes them."""

from __future__ import annotations

import pytest

from workbench.text.extraction import chinese_facts
from workbench.text.rendering import date_rendering, rendering


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3.5亿元", "350 million yuan"),
        ("12.6%", "12.6 percent"),
        ("6.1万户", "61,000 households"),
        ("近300家企业", "nearly 300 companies"),
        ("2.3个百分点", "2.3 percentage points"),
        ("三分之一", "one-third"),
        ("第十四届", "14th"),
        ("第三", "third"),
        ("5号线", "No. 5"),
        ("下午2点半", "2:30 p.m."),
        ("数百人", "hundreds of people"),
        ("两三天", "two or three days"),
        ("一点二万亿元", "1.2 trillion yuan"),
        ("35亿美元", "3.5 billion US dollars"),
        ("100公里", "100 kilometers"),
        ("三家", "three"),
        ("周五", "Friday"),
        ("半年", "six months"),
        ("2030万元", "20.3 million yuan"),
        ("11万7015人", "117,015 people"),
    ],
)
def test_a_fact_is_rendered_in_house_style(source, expected):
    assert rendering(chinese_facts(source).facts[0]) == expected


def test_a_date_is_rendered_as_one():
    assert date_rendering(chinese_facts("2020年4月3日").facts) == "April 3, 2020"
    assert date_rendering(chinese_facts("4月2日").facts) == "April 2"
    assert date_rendering(chinese_facts("2020年4月").facts) == "April 2020"


def test_the_percent_sign_is_a_setting():
    fact = chinese_facts("12.6%").facts[0]
    assert rendering(fact, {"percent": "%"}) == "12.6%"
    assert rendering(fact, {"percent": "per cent"}) == "12.6 per cent"


def test_the_clock_is_a_setting():
    fact = chinese_facts("14时30分").facts[0]
    assert rendering(fact, {"clock": "24"}) == "14:30"
