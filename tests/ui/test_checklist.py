"""The checklist on the Publish screen: what stands in the way, what is only advised, and doing it by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from workbench.desk.gate import Point
from workbench.sentences import say
from workbench.ui.publish.checklist import ChecklistView, say_point

ADVISED = ("alternatives", "link", "report", "preview")


def advice(key: str, *, is_met: bool, fault: str = "") -> Point:
    return Point(key, "", is_met=is_met, is_advice=True, value=fault)


@pytest.fixture
def view(qtbot, theme):
    made = ChecklistView(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(view: ChecklistView) -> dict[str, str]:
    """Return what a screen reader hears of each line: the words and their state."""
    named = [label.accessibleName() for label in view.findChildren(QLabel) if label.accessibleName()]
    return dict(name.rsplit(": ", 1) for name in named)


def test_advice_is_told_apart_from_what_stands_in_the_way(view):
    points = [
        Point("glyphs", "", is_met=False),
        advice("preview", is_met=False),
        advice("report", is_met=True),
        Point("field:caption", "", is_met=False, field="caption"),
    ]
    view.show_points(points, may_settle=True)
    assert lines(view) == {
        "Some characters cannot be shown": "not met",
        "Nobody has read the preview yet": "advised",
        "The report of findings is filed": "met",
        "A photo has no caption": "not met",
    }


@pytest.mark.parametrize("key", ADVISED[1:])
def test_what_is_advised_is_done_with_the_space_bar(view, qtbot, key):
    view.show_points([advice(key, is_met=False)], may_settle=True)
    (button,) = links(view)
    with qtbot.waitSignal(view.deed_asked) as asked:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == [key]


def test_who_may_not_settle_anything_is_offered_nothing(view):
    view.show_points([advice(key, is_met=False) for key in ADVISED], may_settle=False)
    assert links(view) == []


def test_every_point_is_said_in_both_languages(view, language):
    points = [
        advice(key, is_met=is_met, fault=fault)
        for key in ADVISED
        for is_met, fault in ((True, ""), (False, ""), (False, "404"))
    ]
    points += [Point("field:caption", "", is_met=is_met, field="caption") for is_met in (True, False)]
    english = [say_point(point) for point in points]
    language.use("zh_CN")
    chinese = [say_point(point) for point in points]
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in said) for said in chinese)
    assert len(set(chinese)) == len(set(english)) >= 10


def test_an_address_that_is_none_is_named(view):
    point = Point("field:source_address", "", is_met=False, field="source_address", value="见报纸")
    assert say_point(point) == "Chinese source is no web address: 见报纸"


TOPICS = [
    Point("topic:names", say("Names"), is_met=True, is_advice=True),
    Point(
        "topic:numbers",
        say("Numbers"),
        is_met=False,
        is_advice=True,
        said=say("2 findings are undecided: segments {shown}", shown="3, 5"),
        target_id=7,
    ),
    Point("topic:titles", say("Titles"), is_met=True, is_advice=True),
]


def test_what_the_checks_say_stands_topic_by_topic_and_what_is_settled_in_one_line(view, qtbot):
    view.show_points(TOPICS, may_settle=False)
    assert lines(view) == {
        "Nothing else the checks found is undecided": "met",
        "Numbers · 2 findings are undecided: segments 3, 5": "advised",
    }
    every, look = view.findChildren(QPushButton)
    with qtbot.waitSignal(view.look_asked) as asked:
        QTest.keyClick(look, Qt.Key.Key_Space)
    assert asked.args == [7]
    QTest.keyClick(every, Qt.Key.Key_Space)
    wanted = ["Names", "Numbers · 2 findings are undecided: segments 3, 5", "Titles"]
    qtbot.waitUntil(lambda: list(shown(view)) == wanted)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(shown(view)) == 2)


def links(view: ChecklistView) -> list[QPushButton]:
    """Return what settles a point, not the switch of the whole list."""
    return [button for button in view.findChildren(QPushButton) if button.text() != "Every point"]


def shown(view: ChecklistView) -> dict[str, str]:
    """Return the lines that are not hidden, in their order."""
    return {
        name.rsplit(": ", 1)[0]: name
        for label in view.findChildren(QLabel)
        if (name := label.accessibleName()) and label.isVisible()
    }


def test_accepted_findings_are_counted_in_their_line(view):
    view.show_points([Point("findings", "", is_met=True, value="2")], may_settle=True)
    assert lines(view) == {"No open findings (2 accepted with a reason)": "met"}


def met(*keys: str) -> list[Point]:
    return [Point(key, "", is_met=True) for key in keys]


def test_what_is_met_is_said_in_few_lines_and_what_is_not_by_itself(view, qtbot):
    view.show_points(
        met("approved", "unchanged", "translated", "confirmed", "findings", "comments", "glyphs"),
        may_settle=True,
    )
    wanted = [
        "Approved text is unchanged since approval",
        "Every segment has its text and is confirmed",
        "No open findings or comments",
    ]
    qtbot.waitUntil(lambda: list(shown(view)) == wanted)
    open_comments = Point("comments", "", is_met=False)
    view.show_points([*met("findings"), open_comments, Point("glyphs", "", is_met=False)], may_settle=True)
    wanted = ["No open findings", "Comments are open", "Some characters cannot be shown"]
    qtbot.waitUntil(lambda: list(shown(view)) == wanted)


def test_the_heading_says_how_many_points_are_left(view):
    words = lambda: [label.text() for label in view.findChildren(QLabel) if label.property("role") == "pill"]  # noqa: E731
    view.show_points([Point("comments", "", is_met=False), advice("preview", is_met=False)], may_settle=True)
    assert words() == ["1 to settle"]
    view.show_points(met("comments"), may_settle=True)
    assert words() == ["Yes"]
