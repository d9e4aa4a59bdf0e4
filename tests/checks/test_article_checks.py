"""What only shows when an article is read as a whole."""

from __future__ import annotations

import pytest

from workbench.checks.run import check_passages
from workbench.model.kinds import SegmentKind, TermStatus
from workbench.model.passage import CheckContext, Passage, TermEntry, TermForm

HEADLINE, CAPTION, LEAD, BODY = SegmentKind.HEADLINE, SegmentKind.CAPTION, SegmentKind.LEAD, SegmentKind.BODY


def article(*rows: tuple[SegmentKind, str, str]) -> list[Passage]:
    return [
        Passage(source, target, number=number, paragraph=number, kind=kind)
        for number, (kind, source, target) in enumerate(rows, start=1)
    ]


def said(key: str, *rows: tuple[SegmentKind, str, str], **context) -> list[tuple[int, str]]:
    found = check_passages(article(*rows), CheckContext(**context))
    return [(f.number, f"{f.level}/{f.slip}") for f in found if f.check == key]


def test_the_same_chinese_in_another_english_is_a_warning():
    rows = [
        (BODY, "要全面抓好工作落实。", "Work must be done well."),
        (BODY, "要全面抓好工作落实。", "We must do it."),
    ]
    assert said("consistency", *rows) == [(2, "warning/same-source")]


def test_the_same_english_for_other_chinese_is_noted():
    english = "The governor chaired a meeting on friendship cities."
    rows = [
        (BODY, "省长主持召开友好城市工作会议。", english),
        (BODY, "省长参加了关于友好城市的会议。", english),
    ]
    assert said("consistency", *rows) == [(2, "note/same-target")]


def test_a_person_spelt_in_two_ways_is_a_warning_at_the_rarer_spelling():
    rows = [
        (LEAD, "市长吕思清说。", "Mayor Lyu Siqing spoke."),
        (BODY, "吕思清表示，很好。", "Lyu Siqing said it was good."),
        (BODY, "吕思清强调，很好。", "Lu Siqing stressed it was good."),
    ]
    assert said("consistency", *rows) == [(3, "warning/name")]


def test_a_term_in_two_admitted_forms_is_noted_but_a_short_form_is_not():
    belt = TermEntry(
        ("友好交流",), (TermForm("friendly exchanges"), TermForm("amicable contacts", TermStatus.ADMITTED))
    )
    party = TermEntry(
        ("中国共产党",), (TermForm("Communist Party of China"), TermForm("CPC", TermStatus.ADMITTED))
    )
    rows = [
        (LEAD, "中国共产党重视友好交流。", "The Communist Party of China values friendly exchanges."),
        (BODY, "中国共产党推动友好交流。", "The CPC promotes amicable contacts."),
        (BODY, "要友好交流。", "There must be friendly exchanges."),
    ]
    assert said("consistency", *rows, terms=(belt, party)) == [(2, "note/term")]


def test_a_person_named_by_the_surname_only_is_a_warning():
    rows = [
        (HEADLINE, "许达哲出席会议", "Governor Xu Attends Meeting"),
        (LEAD, "省长许达哲出席会议。", "Governor Xu attended."),
    ]
    assert ("warning/never-in-full") in {slip for _, slip in said("agreement", *rows)}


def test_a_caption_names_people_in_full():
    rows = [
        (CAPTION, "省长许达哲出席会议。", "Xu attends a meeting."),
        (LEAD, "省长许达哲出席会议。", "Governor Xu Dazhe attended a meeting."),
    ]
    assert said("agreement", *rows) == [(1, "warning/caption-name")]


def test_a_headline_and_caption_agree_with_the_text_on_the_day():
    rows = [
        (CAPTION, "4月3日，会议召开。", "The meeting is held on April 3."),
        (LEAD, "4月2日，会议召开。", "The meeting was held on April 2."),
    ]
    assert said("agreement", *rows) == [(1, "warning/other-day")]


def test_a_number_of_the_headline_should_be_in_the_text():
    rows = [
        (HEADLINE, "出口增长35%", "Exports Up 53 Percent"),
        (LEAD, "出口增长35%。", "Exports rose by 35 percent."),
    ]
    assert said("agreement", *rows) == [(1, "note/other-number")]


def test_an_abbreviation_is_introduced_once():
    rows = [
        (LEAD, "国家发改委表示。", "The National Development and Reform Commission (NDRC) said so."),
        (BODY, "发改委和工信部", "the NDRC and the MIIT and the GDP"),
    ]
    assert said("abbreviations", *rows) == [(2, "note/not-introduced")]


def test_a_quotation_may_run_over_rows_but_not_stay_open():
    opened = Passage("他说：“我们会来。", "He said, “We will come.", number=1, paragraph=1)
    closed = Passage("你们也来。”", "Come too.”", number=2, paragraph=1)
    left_open = Passage("你们也来。”", "Come too.", number=2, paragraph=1)
    assert [f.slip for f in check_passages([opened, closed], CheckContext()) if "quotes" in f.check] == []
    found = check_passages([opened, left_open], CheckContext())
    assert "unpaired" in [f.slip for f in found if f.check == "quotes-of-article"]


def test_a_quotation_runs_over_paragraphs_only_where_the_next_one_takes_it_up():
    opened = (BODY, "他说：“我们会来。", 'He said: "We will come.')
    closed = (BODY, "你们也来。”", 'Come too."')
    apart = (BODY, "会议结束。", "The meeting ended.")
    assert said("quotes-of-article", opened, closed) == []
    assert said("quotes-of-article", opened, apart) == [(1, "warning/unpaired")]
    assert said("quotes-of-article", opened, (BODY, "会议“圆满”结束。", '"Success" was the word.')) == [
        (1, "warning/unpaired")
    ]


def test_quotation_marks_are_of_one_kind():
    rows = [(LEAD, "“一”", "“one”"), (BODY, "“二”", "“two”"), (BODY, "“三”", '"three"')]
    assert said("quotes-of-article", *rows) == [(3, "warning/mixed")]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Governor Xu Chairs Meeting on Friendship Cities", []),
        ("Governor Xu Chaired Meeting on Friendship Cities", ["note/past-tense"]),
        ("Agreement Signed in Changsha", []),
        ("Newly Opened Road Boosts Trade", []),
        ("Governor Xu chairs meeting on friendship cities", ["note/case"]),
        ("Governor Xu Chairs Meeting.", ["note/final-stop"]),
        (
            "Governor Xu Chairs Meeting on the Work of Friendship Cities in Hunan Province and Beyond",
            ["note/too-long"],
        ),
        ("Xu Meets NDRC Leaders", ["note/abbreviation"]),
    ],
)
def test_a_headline_keeps_the_rules_of_the_house(headline, expected):
    assert [slip for _, slip in said("headline", (HEADLINE, "标题", headline))] == expected


def test_the_rules_are_settings_of_the_house():
    row = (HEADLINE, "标题", "Governor Xu chairs meeting on friendship cities")
    assert said("headline", row, style={"headline_case": "off"}) == []
    assert said("style", (BODY, "增长5%", "It grew 5%."), style={"percent": "%"}) == []
    assert said("spelling", (BODY, "中心", "the center"), style={"spelling": "uk"}) == [(1, "note/variety")]


def test_a_large_number_written_in_two_ways_is_noted_at_the_later_one():
    rows = [
        (LEAD, "投资2030万元。", "The investment is 20.3 million yuan."),
        (BODY, "这2030万元已到位。", "The 20,300,000 yuan have arrived."),
    ]
    assert said("consistency", *rows) == [(2, "note/number-form")]
    rows[1] = (BODY, "这2030万元已到位。", "The 20.3 million yuan have arrived.")
    assert said("consistency", *rows) == []


def test_years_and_small_figures_are_no_large_numbers():
    rows = [(LEAD, "2030年", "In 2030"), (BODY, "2030人", "There were 2,030 people.")]
    assert said("consistency", *rows) == []


def test_two_sessions_stand_in_quotation_marks_where_they_first_stand():
    bare = (BODY, "两会召开。", "The Two Sessions opened.")
    marked = (LEAD, "两会开幕。", "The “Two Sessions” began.")
    assert said("first-use", bare, bare) == [(1, "note/not-marked")]
    assert said("first-use", marked, bare) == []
    assert said("first-use", bare, style={"quoted_first": "off"}) == []
