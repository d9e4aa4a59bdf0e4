"""People and places of a row in the side panel."""

from __future__ import annotations

from workbench.checks.name_panel import names_of
from workbench.model.passage import CheckContext, KnownName, Passage

SOURCE = "4月2日，省长许达哲在长沙会见大使欧阳文。"


def test_people_and_places_come_in_order_with_the_english_to_insert():
    views = names_of(Passage(SOURCE, ""), CheckContext())
    assert [(v.kind, v.rendering, v.is_matched) for v in views] == [
        ("name", "Xu Dazhe", None),
        ("place", "Changsha", None),
        ("name", "Ouyang Wen", None),
    ]


def test_what_the_draft_has_is_marked():
    target = "Governor Xu Dazhe met in Changsha with the ambassador."
    views = {v.rendering: v for v in names_of(Passage(SOURCE, target), CheckContext())}
    assert views["Xu Dazhe"].is_matched
    assert views["Xu Dazhe"].target == (9, 17)
    assert not views["Ouyang Wen"].is_matched


def test_a_decided_name_has_the_form_of_the_house():
    known = (KnownName("布小林", "Bu Xiaolin"), KnownName("特朗普", "Trump"))
    (view,) = names_of(Passage("特朗普说", "Trump said"), CheckContext(names=known))
    assert (view.rendering, view.target) == ("Trump", (0, 5))
