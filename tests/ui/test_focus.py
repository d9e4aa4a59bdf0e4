"""What is wrong with a walk by Tab is found; `test_scenes.py` walks every screen."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from tests.ui import focus


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
