"""One of several deputies of a row is told when the English makes the person whole."""

from __future__ import annotations

import pytest

from workbench.checks.titles import CHECK
from workbench.model.passage import CheckContext, Passage


def lost(source: str, target: str) -> list[str]:
    found = CHECK.check(Passage(source, target), CheckContext())
    return [source[f.source[0] : f.source[1]] for f in found if f.source and f.slip == "modifier-lost"]


@pytest.mark.parametrize(
    ("source", "target", "whom"),
    [
        (
            "副总统兼议长甲会见了副委员长乙。",
            "The president and Senate president, A, met with B, vice chairman of the committee.",
            "副总统",
        ),
        (
            "副总统兼议长甲会见了副委员长乙。",
            "The vice president and Senate president, A, met with B, chairman of the committee.",
            "副委员长",
        ),
        (
            "副处长甲与副秘书长乙在场。",
            "A, director of the office, and B, deputy secretary general, were present.",
            "副处长",
        ),
        (
            "副处长甲与副秘书长乙在场。",
            "The office's director A and the council's deputy director general B were present.",
            "副处长",
        ),
        (
            "副处长甲与副秘书长乙在场。",
            "A, deputy director of the office, and B, secretary general, were present.",
            "副秘书长",
        ),
        ("副厅长江航兰主持会议。", "Director Jiang Hanglan chaired the meeting.", "副厅长"),
        (
            "市长敬胜、副市长沙晓强会见了代表团。",
            "Mayor Jing Sheng and Mayor Sha Xiaoqiang met the guests.",
            "副市长",
        ),
    ],
)
def test_a_deputy_made_whole_beside_another_is_told(source, target, whom):
    assert lost(source, target) == [whom]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "副总统兼议长甲会见了副委员长乙。",
            "Vice President A, who is president of the Senate, met with Vice Chairman B.",
        ),
        ("副处长甲与副秘书长乙在场。", "A, deputy director, and B, deputy secretary general, were present."),
        ("副主任甲、副局长乙出席。", "A and B, deputy directors of the office and the bureau, attended."),
        ("湖南省长沙市副市长甲出席。", "A, vice mayor of Changsha in Hunan, attended."),
        ("县长江村的道路修好了。", "The road of the county's Changjiang Village has been mended."),
    ],
)
def test_deputies_that_are_all_there_say_nothing(source, target):
    assert lost(source, target) == []
