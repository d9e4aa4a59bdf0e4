"""The house style is declared once for the library's settings and once for the checks: both say the same."""

from __future__ import annotations

from workbench.checks.style import StyleCheck
from workbench.checks.style_settings import STYLE_SETTINGS
from workbench.model.kinds import SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.settings import BY_NAME


def test_every_style_setting_of_the_checks_can_be_set_in_a_library():
    for style in STYLE_SETTINGS:
        declared = BY_NAME[style.name]
        assert (declared.default, declared.choices, declared.group) == (style.default, style.choices, "style")


def test_both_ends_of_a_range_stand_in_full_where_the_house_wants_it():
    passage = Passage("投资600万至1800万元", "an investment of 6 to 18 million yuan")
    (found,) = StyleCheck().check(passage, CheckContext(style={"range_in_full": "on"}))
    assert found.fixes[0].text == "6 million to 18 million"


def test_a_house_may_want_datelines_and_days_before_months():
    lead = Passage("会议开始。", "The meeting began on April 2, 2020.", kind=SegmentKind.LEAD)
    found = StyleCheck().check(lead, CheckContext(style={"dateline": "wire", "date_order": "2 April 2020"}))
    assert [(f.slip, [fix.text for fix in f.fixes]) for f in found] == [
        ("date_order", ["2 April 2020"]),
        ("dateline", []),
    ]


def test_a_house_may_want_no_weekdays_and_curly_apostrophes():
    wanted = CheckContext(style={"weekdays": "on", "apostrophes": "on"})
    row = Passage("2日，省政府召开会议。", "The province's government met on Thursday.")
    assert [f.slip for f in StyleCheck().check(row, wanted)] == ["apostrophes", "weekdays"]
    named = Passage("周四，会议召开。", "The meeting was held on Thursday.")
    assert list(StyleCheck().check(named, wanted)) == []


def test_captions_stand_in_the_present_tense():
    row = Passage("省长许达哲会见代表", "Governor Xu Dazhe met the delegates.", kind=SegmentKind.CAPTION)
    (found,) = StyleCheck().check(row, CheckContext())
    assert (found.slip, found.fixes[0].text) == ("caption_tense", "meets")
    shown = Passage("省长许达哲会见代表", "Governor Xu Dazhe meets delegates.", kind=SegmentKind.CAPTION)
    assert list(StyleCheck().check(shown, CheckContext())) == []
