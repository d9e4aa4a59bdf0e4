"""Relative dates are judged by the article's date."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.checks.relative_dates import CHECK
from workbench.model.passage import CheckContext, Passage

CONTEXT = CheckContext(published=date(2020, 4, 3))


@pytest.mark.parametrize(
    ("source", "target", "slips"),
    [
        ("去年增长5%", "It grew 5 percent in 2019.", []),
        ("去年增长5%", "It grew 5 percent last year.", []),
        ("去年增长5%", "It grew 5 percent in 2018.", ["other-year"]),
        ("去年增长5%", "It grew 5 percent this year.", ["other-year"]),
        ("今年增长5%", "It grew 5 percent in 2020.", []),
        ("2日举行会议", "The meeting was held on Thursday.", []),
        ("2日举行会议", "The meeting was held on Friday.", ["other-weekday"]),
        ("3月31日举行会议", "The meeting was held on Tuesday.", []),
        ("周五举行会议", "The meeting was held on Friday.", []),
    ],
)
def test_the_articles_date_decides(source, target, slips):
    assert [finding.slip for finding in CHECK.check(Passage(source, target), CONTEXT)] == slips


def test_without_a_date_nothing_is_judged():
    assert list(CHECK.check(Passage("去年增长", "It grew in 2018."), CheckContext())) == []
