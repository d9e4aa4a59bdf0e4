"""Amounts converted in brackets are checked by the rates the house has set, and by them alone."""

from __future__ import annotations

import pytest

from workbench.checks.run import check_passage
from workbench.model.passage import CheckContext, Passage

RATES = "USD 7.10, EUR 7.70 (2026-11-01)"
SOURCE = "投资3亿元。"


def said(target: str, rates: str = RATES, source: str = SOURCE) -> list[str]:
    found = check_passage(Passage(source, target), CheckContext(style={"exchange_rates": rates}))
    return [str(f.message) for f in found if f.check == "exchange-rates"]


@pytest.mark.parametrize(
    "target",
    [
        "The investment is 300 million yuan (about 42 million US dollars).",
        "The investment is 300 million yuan (about 42.3 million US dollars).",
        "The investment is 300 million yuan ($42 million).",
        "The investment is 300 million yuan (39 million euros).",
        "The investment is 300 million yuan.",
    ],
)
def test_a_conversion_within_five_percent_is_right(target):
    assert said(target) == []


def test_a_conversion_ten_times_too_small_is_told_with_the_rate_s_day():
    (message,) = said("The investment is 300 million yuan (about 4.2 million US dollars).")
    assert "42.3 million USD" in message
    assert "2026-11-01" in message


def test_without_rates_nothing_is_said():
    assert said("The investment is 300 million yuan (about 4.2 million US dollars).", "") == []
    assert said("The investment is 300 million yuan (about 4.2 million pounds).") == []


def test_two_amounts_that_do_not_convert_each_other_are_left_alone():
    assert said("It invests 300 million yuan and (later) 5 million US dollars.") == []
