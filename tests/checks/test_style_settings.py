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
