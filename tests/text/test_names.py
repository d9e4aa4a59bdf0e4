"""Finding personal names, titles and places in Chinese."""

from __future__ import annotations

import pytest

from workbench.text.names import Anchor, english_names, find_names, occurrences
from workbench.text.places import find_places
from workbench.text.titles import find_titles


def names_in(text: str) -> list[str]:
    return [text[name.start : name.ends[0]] for name in find_names(text) if name.is_sure]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省委副书记乌兰，省委常委、常务副省长谢建辉，副省长何报翔等出席", ["乌兰", "谢建辉", "何报翔"]),
        ("许达哲强调，", ["许达哲"]),
        ("省领导许达哲、乌兰和谢建辉参加", []),
        ("省长许达哲、乌兰和谢建辉参加", ["许达哲", "乌兰", "谢建辉"]),
        ("新华社记者李明、张千千报道", ["李明", "张千千"]),
        ("周一强调，查询单位高速安全", []),
        ("湖南省长沙市市长安排", []),
        ("总统候选人说", []),
        ("校长欧阳文表示", ["欧阳文"]),
        ("马上表示，于是说，高度强调", []),
    ],
)
def test_names_are_found_where_something_anchors_them(text, names):
    assert names_in(text) == names


def test_the_anchor_is_told():
    (name,) = find_names("省长许达哲说")
    assert (name.anchor, name.surname) == (Anchor.TITLE, 1)


def test_english_pinyin_names_are_found_without_possessives():
    (name,) = english_names("Governor Xu Dazhe’s speech in Hunan was long.")
    assert (name.surname.text, name.given.text) == ("Xu", "Dazhe")
    assert occurrences(name, "省长许达哲的讲话") == [(2, 1, 5)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("外交部长会见", [("外交部长", ())]),
        ("常务副省长谢建辉", [("常务副省长", ("常务副",))]),
        ("省委副书记", [("副书记", ("副",))]),
        ("原副市长", [("原副市长", ("原", "副"))]),
        ("湖南省长沙市", []),
        ("替代主任", [("主任", ())]),
    ],
)
def test_titles_carry_their_modifiers(text, titles):
    assert [(text[t.start : t.end], t.modifiers) for t in find_titles(text)] == titles


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("湖南省长沙市岳麓区", ["Hunan", "Changsha", "Yuelu"]),
        ("陕西和山西", ["Shaanxi", "Shanxi"]),
        ("和平与朝阳", []),
        ("重庆、厦门、六安、乐清市", ["Chongqing", "Xiamen", "Lu'an", "Yueqing"]),
        ("湘西土家族苗族自治州与湘西州", ["Xiangxi"]),
        ("香港和澳门", ["Hong Kong", "Macao"]),
    ],
)
def test_places_are_found_by_their_longest_form(text, places):
    assert [span.place.english[0] for span in find_places(text)][: len(places)] == places
