"""Titles on record for a person, judged by the article's date."""

from __future__ import annotations

from datetime import date

from workbench.checks.run import check_passage
from workbench.model.passage import CheckContext, HeldTitle, KnownName, Passage

XU = KnownName(
    "许达哲",
    "Xu Dazhe",
    titles=(
        HeldTitle("省长", "governor", date(2016, 9, 5), date(2020, 11, 24)),
        HeldTitle("省委书记", "Party secretary", date(2020, 11, 20), None),
    ),
)


def said(source: str, target: str, day: date) -> list[str]:
    context = CheckContext(published=day, names=(XU,))
    return [
        f"{f.level}/{f.slip}"
        for f in check_passage(Passage(source, target), context)
        if f.check == "held-titles"
    ]


def test_a_title_of_its_time_in_the_english_of_the_house_says_nothing():
    assert said("省长许达哲出席。", "Governor Xu Dazhe was present.", date(2020, 4, 2)) == []


def test_a_title_out_of_its_time_is_a_warning():
    assert said("省长许达哲出席。", "Governor Xu Dazhe was present.", date(2021, 4, 2)) == [
        "warning/title-expired"
    ]
    assert said("时任省长许达哲出席。", "Xu Dazhe, then governor, was present.", date(2021, 4, 2)) == []


def test_a_title_in_other_english_is_noted():
    assert said("省长许达哲出席。", "Chairman Xu Dazhe was present.", date(2020, 4, 2)) == ["note/title-form"]


def test_english_with_the_title_of_another_time_is_a_warning():
    english = "Governor Xu Dazhe, Party secretary, was present."
    assert said("省委书记许达哲出席。", english, date(2021, 4, 2)) == ["warning/title-of-another-time"]
