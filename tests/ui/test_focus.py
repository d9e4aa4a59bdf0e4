"""The keyboard alone on every screen: Tab reaches everything in the order of reading, and one sees where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from tests.ui import focus
from tests.ui.test_accessible_names import controls_in

from workbench.ui.pictures import Look, Variant, show
from workbench.ui.scenes import SCENES

GOES_AWAY = {"editor-dictionary"}
"""A page that closes when it is left: its key opens it again, Tab need not."""


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_tab_goes_everywhere_in_the_order_of_reading_and_is_seen(scene, newsroom_file, qapp):
    wrong: list[str] = []

    def look_at(look: Look) -> None:
        top = look.dialog or look.window
        order = focus.walk(top)
        back = focus.walk(top, Qt.Key.Key_Backtab)
        wrong.extend(f"Tab never comes to {name}" for name in focus.unreached(top, order))
        wrong.extend(f"Shift+Tab never comes to {name}" for name in focus.unreached(top, back))
        if scene.name not in GOES_AWAY:
            wrong.extend(f"goes back: {jump}" for jump in focus.jumps(order))
        one_of_each = {type(widget): widget for widget in controls_in(top)}
        wrong.extend(
            f"nothing shows that the focus is on {focus.name(widget)}"
            for widget in one_of_each.values()
            if not focus.shows_focus(widget, top)
        )

    show(scene, newsroom_file, [Variant()], look_at)
    assert wrong == []


def test_a_control_that_is_never_reached_a_jump_and_a_focus_nobody_sees_are_found(qtbot):
    whole = QWidget()
    column = QVBoxLayout(whole)
    first, second, third = QPushButton("First"), QPushButton("Second"), QPushButton("Third")
    for button in (first, second, third):
        column.addWidget(button)
    qtbot.addWidget(whole)
    whole.show()
    assert focus.jumps([first, second, third]) == []
    assert len(focus.jumps([second, first, third])) == 2
    assert focus.unreached(whole, [first, third]) == ["QPushButton “Second”"]
    second.setStyleSheet("border: none; background: white;")
    assert not focus.shows_focus(second, whole)


def test_two_columns_are_read_one_after_the_other(qtbot):
    whole = QWidget()
    row = QHBoxLayout(whole)
    fields = []
    for _ in range(2):
        side = QWidget()
        column = QVBoxLayout(side)
        fields += [QLineEdit(), QLineEdit()]
        for field in fields[-2:]:
            column.addWidget(field)
        row.addWidget(side)
    qtbot.addWidget(whole)
    whole.show()
    assert focus.jumps(fields) == []
    assert focus.jumps([fields[0], fields[2], fields[1], fields[3]]) != []
