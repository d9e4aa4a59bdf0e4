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
