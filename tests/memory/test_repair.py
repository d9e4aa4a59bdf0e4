"""Only the number differs: the match is offered with the new one put in, or not at all."""

from __future__ import annotations

import pytest

from workbench.memory.repair import Swap, repair
from workbench.model.passage import KnownName


@pytest.mark.parametrize(
    ("query", "source", "target", "mended"),
    [
        (
            "全省新增确诊病例12例。",
            "全省新增确诊病例3例。",
            "The province reported 3 new confirmed cases.",
            "The province reported 12 new confirmed cases.",
        ),
        (
            "去年出口增长5.6%，达到3.2亿元。",
            "去年出口增长4.1%，达到2.8亿元。",
            "Exports grew by 4.1 percent to 280 million yuan last year.",
            "Exports grew by 5.6 percent to 320 million yuan last year.",
        ),
        ("出口增长5.6%", "出口增长4.1%", "Exports grew by 4.1%", "Exports grew by 5.6%"),
        (
            "5月6日，会议召开。",
            "4月2日，会议召开。",
            "The meeting was held on April 2.",
            "The meeting was held on May 6.",
        ),
        (
            "超过300人参加",
            "超过200人参加",
            "More than 200 people took part.",
            "More than 300 people took part.",
        ),
        (
            "投资总额达3.5亿元。",
            "投资总额达8000万元。",
            "Total investment reached 80 million yuan.",
            "Total investment reached 350 million yuan.",
        ),
        (
            "参会人员有3000人。",
            "参会人员有5万人。",
            "50,000 people attended the meeting.",
            "3,000 people attended the meeting.",
        ),
        (
            "进口增长9%，出口增长3%。",
            "进口增长2%，出口增长8%。",
            "Exports rose 8% and imports rose 2%.",
            "Exports rose 3% and imports rose 9%.",
        ),
        (
            "进口增长7%，出口增长7%。",
            "进口增长2%，出口增长2%。",
            "Exports rose 2 percent and imports rose 2 percent.",
            "Exports rose 7 percent and imports rose 7 percent.",
        ),
        (
            "2024年，出口增长7%。",
            "2023年，出口增长9%。",
            "Exports rose 9 percent in 2023.",
            "Exports rose 7 percent in 2024.",
        ),
        ("2021年至2025年", "2016年至2020年", "from 2016 to 2020", "from 2021 to 2025"),
        (
            "气温降至零下5度。",
            "气温降至零下3度。",
            "The temperature dropped to minus 3 degrees Celsius.",
            "The temperature dropped to minus 5 degrees Celsius.",
        ),
        ("共有三个项目。", "共有两个项目。", "There are two projects.", "There are three projects."),
    ],
)
def test_new_values_are_written_as_the_house_writes_them(query, source, target, mended):
    found = repair(query, source, target)
    assert found is not None
    assert found.text == mended
    assert all(found.text[swap.start : swap.end] != swap.was for swap in found.swaps)


def test_swaps_mark_what_was_put_in():
    found = repair("新增12例。", "新增30例。", "There were 30 new cases.")
    assert found is not None
    assert found.swaps == (Swap(11, 13, "30"),)


@pytest.mark.parametrize(
    ("query", "source", "target"),
    [
        ("新增12例。", "新增12例。", "There were 12 new cases."),
        ("减少12例。", "新增30例。", "There were 30 new cases."),
        ("新增12例。", "新增30例。", "There were many new cases."),
        ("新增12例。", "新增30例。", "There were 30 new cases, 30 in all."),
        ("新增1例。", "新增30例。", "There were 30 new cases."),
        ("新增12例，出院3例。", "新增30例。", "There were 30 new cases."),
        ("新增12例。", "新增12例", "There were 12 new cases"),
        (
            "进口增长7%，出口增长8%。",
            "进口增长2%，出口增长2%。",
            "Exports rose 2 percent and imports rose 2 percent.",
        ),
        (
            "进口增长2%，出口增长8%。",
            "进口增长2%，出口增长2%。",
            "Exports rose 2 percent and imports rose 2 percent.",
        ),
        ("2024年有2024人。", "2023年有2023人。", "There were 2023 people in 2023."),
    ],
)
def test_nothing_is_guessed(query, source, target):
    assert repair(query, source, target) is None


def test_known_names_are_swapped_too():
    names = [KnownName("张三", "Zhang San"), KnownName("李四", "Li Si")]
    found = repair("李四出席会议。", "张三出席会议。", "Zhang San attended the meeting.", names=names)
    assert found is not None
    assert found.text == "Li Si attended the meeting."
    assert repair("李四出席会议。", "张三出席会议。", "He attended the meeting.", names=names) is None
