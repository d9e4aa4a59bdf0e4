"""The controls of a window that take the focus, and the names by which a screen reader calls them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from tests.ui.audit import shown_in


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
