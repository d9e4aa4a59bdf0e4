"""Every control that takes the focus has a name for a screen reader, on every screen and in every dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontDatabase
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QScrollArea, QScrollBar, QVBoxLayout, QWidget
from tests.ui.audit import Content, has_english, shown_in
from tests.ui.test_scenes import EXAMPLES

from workbench.ui.fonts import load_fonts
from workbench.ui.pictures import Look, compared_variants, show
from workbench.ui.scenes import SCENES


def nameless(top: QWidget) -> list[str]:
    """Return the focusable controls of a window that a screen reader could not name."""
    return [
        f"{type(widget).__name__} “{widget.objectName()}” in {type(widget.parent()).__name__}"
        for widget in controls_in(top)
        if not heard_of(widget).strip()
    ]


def controls_in(top: QWidget) -> list[QWidget]:
    """Return what takes the focus in a window, inside scroll areas too; their own parts are no controls."""
    return [
        widget
        for widget in shown_in(top)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not _is_part_of_an_area(widget)
    ]


def _is_part_of_an_area(widget: QWidget) -> bool:
    area = widget.parent()
    if isinstance(widget, QScrollBar):
        return True
    return isinstance(area, QAbstractScrollArea) and widget is area.viewport()


def heard_of(widget: QWidget) -> str:
    """Return the name that a screen reader says for a control."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_every_control_that_takes_the_focus_has_a_name_in_the_language_of_the_interface(
    scene, newsroom_file, qapp
):
    wrong: list[str] = []
    load_fonts()
    content = Content(newsroom_file, *EXAMPLES, *QFontDatabase.families())

    def look_at(look: Look) -> None:
        top = look.dialog or look.window
        wrong.extend(nameless(top))
        if look.variant.language != "en":
            wrong.extend(name for name in map(heard_of, controls_in(top)) if has_english(name, content))

    show(scene, newsroom_file, [v for v in compared_variants() if v.mode == "light"], look_at)
    assert wrong == []


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
