"""Terms of the house against what the English says."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.checks.run import check_passage
from workbench.checks.terms import CHECK, preferred
from workbench.model.kinds import TermStatus
from workbench.model.passage import CheckContext, Equivalence, KnownName, Passage, TermEntry, TermForm

BELT = TermEntry(
    ("一带一路",),
    (
        TermForm("Belt and Road"),
        TermForm("Belt and Road Initiative", TermStatus.ADMITTED),
        TermForm("New Silk Road", TermStatus.DEPRECATED),
        TermForm("silk belt", TermStatus.FORBIDDEN),
    ),
)
OLD_MINISTRY = TermEntry(
    ("生态环境部",),
    (TermForm("Ministry of Ecology and Environment"),),
    valid_from=date(2018, 3, 1),
    is_fixed=True,
)
CONGRESS = TermEntry(
    ("全国人大",),
    (TermForm("National People's Congress"), TermForm("People's Congress", TermStatus.DEPRECATED)),
)
TERMS = (BELT, OLD_MINISTRY, CONGRESS)


def said(source: str, target: str, **context) -> list[str]:
    found = CHECK.check(Passage(source, target), CheckContext(terms=TERMS, **context))
    return [f"{f.level}/{f.slip}" for f in found]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("共建“一带一路”", "jointly build the Belt and Road", []),
        ("共建“一带一路”", "the belt-and-road initiative’s projects", []),
        ("共建“一带一路”", "jointly build the New Silk Road", ["error/deprecated", "note/house-form"]),
        ("共建“一带一路”", "One Belt, One Road", ["error/outdated"]),
        ("共建“一带一路”", "OBOR", ["error/outdated"]),
        ("共建“一带一路”", "joint building", ["note/house-form"]),
        ("共建", "the silk belt", ["error/forbidden"]),
        ("全国人大代表", "deputies to the National People’s Congress", []),
        ("全国人大代表", "deputies to the People's Congress", ["error/deprecated", "note/house-form"]),
        ("生态环境部表示", "the environment ministry said", ["warning/fixed-form"]),
        ("省委宣传部", "the Propaganda Department of the provincial committee", ["error/outdated"]),
        ("美国某部", "the Propaganda Department", []),
        ("中国共产党", "the CCP", ["error/outdated"]),
    ],
)
def test_forms_are_judged_by_their_standing(source, target, expected):
    assert said(source, target) == expected


def test_an_entry_counts_only_in_its_time():
    assert said("生态环境部表示", "the ministry said", published=date(2017, 5, 1)) == []


def test_an_accepted_equivalence_silences_the_suggestion():
    accepted = (Equivalence("一带一路", "the initiative"),)
    assert said("共建一带一路", "build the initiative", equivalences=accepted) == []


def test_outdated_forms_can_be_switched_off():
    assert said("中国共产党", "the CCP", style={"outdated_forms": "off"}) == []


def test_a_house_that_accepts_an_outdated_form_keeps_it():
    party = TermEntry(("中国共产党",), (TermForm("CCP"),))
    found = CHECK.check(Passage("中国共产党", "the CCP"), CheckContext(terms=(party,)))
    assert list(found) == []


def test_the_fix_of_a_wrong_form_is_the_preferred_one():
    (finding, *_) = CHECK.check(Passage("一带一路", "the New Silk Road"), CheckContext(terms=TERMS))
    assert finding.fixes[0].text == "Belt and Road" == preferred(BELT)


@pytest.mark.parametrize(
    ("source", "target", "equivalence"),
    [
        ("长沙的企业", "local companies", Equivalence("长沙", "local")),
        ("副省长何报翔出席。", "Governor He Baoxiang was present.", Equivalence("副省长", "Governor")),
        ("省长许达哲主持会议。", "The governor chaired the meeting.", Equivalence("许达哲", "")),
        ("会议没有讨论。", "The meeting passed over it.", Equivalence("没有", "")),
        ("鼓乐", "The zxqvdrum sounds.", Equivalence("", "zxqvdrum")),
    ],
)
def test_what_the_house_accepted_for_good_is_not_said_again(source, target, equivalence):
    def said_with(*accepted):
        findings = check_passage(Passage(source, target), CheckContext(equivalences=accepted))
        return [f.check for f in findings if f.check in {"places", "titles", "names", "negation", "spelling"}]

    assert said_with() != []
    assert said_with(equivalence) == []


def test_a_decided_name_is_right_though_no_reading_says_so():
    known = (KnownName("孙瑞哲", "Sui Ruizhe"),)
    passage = Passage(
        "会长孙瑞哲表示，产业将升级。", "President Sui Ruizhe said the industry would be upgraded."
    )
    assert [f for f in check_passage(passage, CheckContext(names=known)) if f.check == "names"] == []


def test_a_decided_name_must_stand_in_the_english():
    known = (KnownName("特朗普", "Donald Trump", ("the US president",)),)
    found = [
        check_passage(Passage("特朗普说", en), CheckContext(names=known)) for en in ("He said", "Trump said")
    ]
    assert [[f.slip for f in findings if f.check == "names"] for findings in found] == [["known-name"], []]
