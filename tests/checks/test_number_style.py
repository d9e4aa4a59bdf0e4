"""House style for numbers is a note with a fix, and every item can be switched off."""

from __future__ import annotations

import pytest

from workbench.checks.number_style import CHECK
from workbench.model.kinds import Level, SegmentKind
from workbench.model.passage import CheckContext, Passage


def notes(target: str, style: dict[str, str] | None = None, kind: SegmentKind = SegmentKind.BODY):
    return list(CHECK.check(Passage("", target, kind=kind), CheckContext(style=style or {})))


def mended(target: str, style: dict[str, str] | None = None) -> str:
    for note in reversed(notes(target, style)):
        for fix in note.fixes:
            target = target[: fix.span[0]] + fix.text + target[fix.span[1] :]
    return target


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Output rose 12.6% in May.", "Output rose 12.6 percent in May."),
        ("Output rose 12.6 per cent.", "Output rose 12.6 percent."),
        ("On April 2nd the meeting began.", "On April 2 the meeting began."),
        ("They named 3 companies.", "They named three companies."),
        ("They named 13 companies.", "They named 13 companies."),
        ("A 3-kilometer road and No. 3 people", "A 3-kilometer road and No. 3 people"),
    ],
)
def test_the_fix_gives_the_house_form(target, expected):
    assert mended(target) == expected


@pytest.mark.parametrize(
    "target", ["500 people came.", "It costs 3 hundred million yuan.", "They gave 5 ten thousand."]
)
def test_some_forms_are_only_noted(target):
    assert [(note.level, note.fixes) for note in notes(target)] == [(Level.NOTE, ())]


def test_the_united_nations_profile_wants_per_cent():
    assert mended("Output rose 12.6%.", {"numbers.percent": "per cent"}) == "Output rose 12.6 per cent."


def test_items_can_be_switched_off():
    style = {"numbers.percent": "off", "numbers.under_ten": "off", "numbers.first": "off"}
    assert notes("500 people in 3 companies, 5%.", style) == []


def test_a_headline_may_use_figures():
    assert notes("5 Cities Grow 12%", kind=SegmentKind.HEADLINE) == []
