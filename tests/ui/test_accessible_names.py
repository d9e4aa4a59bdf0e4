"""A control without a name for a screen reader is found; `test_scenes.py` looks for them on every screen."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from tests.ui.controls import nameless


def test_a_control_without_a_name_is_found(qtbot):
    top = QWidget()
    QVBoxLayout(top).addWidget(QLineEdit())
    qtbot.addWidget(top)
    top.show()
    assert nameless(top) == ["QLineEdit “” in QWidget"]


def test_a_control_without_a_name_is_found_inside_a_scroll_area(qtbot):
    top, inside = QScrollArea(), QWidget()
    top.setAccessibleName("All")
    QVBoxLayout(inside).addWidget(QLineEdit())
    top.setWidget(inside)
    qtbot.addWidget(top)
    top.show()
    assert nameless(top) == ["QLineEdit “” in QWidget"]
