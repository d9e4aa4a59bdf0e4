"""Going through a window with the Tab key: what is reached, in which order, and whether one sees where one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from tests.ui.controls import controls_in

MOST = 300
SLACK = 4
"""Pixels that two controls of one line may be apart."""


def name(widget: QWidget) -> str:
    """Return how a control is called in a finding."""
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else widget.accessibleName()
    return f"{type(widget).__name__} “{words[:40] or widget.objectName()}”"


def walk(top: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab (or Shift+Tab) until a control comes again, and return the controls in their order.

    A page of links takes Tab for each of them before it lets go.
    """
    order = [at] if (at := QApplication.focusWidget()) is not None and top.isAncestorOf(at) else []
    for _ in range(MOST):
        last = order[-1] if order else None
        QTest.keyClick(last or top, key)
        at = QApplication.focusWidget()
        if at is None or (at in order and at is not last):
            break
        if at is not last:
            order.append(at)
    return order


def unreached(top: QWidget, order: Sequence[QWidget]) -> list[str]:
    """Return the controls that Tab never came to; of ticks that exclude each other one is enough."""
    missing = [widget for widget in controls_in(top) if widget not in order and not _is_within(widget, order)]
    return [name(widget) for widget in missing]


def _is_within(widget: QWidget, order: Sequence[QWidget]) -> bool:
    """A part of a reached control, such as the line of a list to choose from."""
    return any(other.isAncestorOf(widget) and isinstance(other, QComboBox) for other in order)


def jumps(order: Sequence[QWidget]) -> list[str]:
    """Return the steps of Tab that go against the order of reading; one of them, from the end to the beginning, is none.

    Of two controls, the parts of the screen that hold them are compared: the next may not lie above, nor to the
    left in the same line.
    """
    steps = pairwise([*order, *order[:1]])
    found = [f"{name(one)} → {name(other)}" for one, other in steps if _goes_back(one, other)]
    return found if len(found) > 1 else []


def _goes_back(one: QWidget, other: QWidget) -> bool:
    common = _common(one, other)
    if common is None or one in (common, other) or other is common:
        return False
    before, after = _within(common, one), _within(common, other)
    if before.bottom() < after.top() + SLACK or before.intersects(after):
        return False
    is_above = after.bottom() < before.top() + SLACK
    is_beside = before.top() < after.bottom() and after.top() < before.bottom()
    if is_above:
        return not after.left() > before.right() - SLACK  # the top of the next column
    return is_beside and after.right() < before.left() + SLACK


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = widget
    while at is not None:
        yield at
        at = at.parentWidget()


def _common(one: QWidget, other: QWidget) -> QWidget | None:
    mine = list(_ancestors(one))
    return next((each for each in _ancestors(other) if each in mine), None)


def _within(common: QWidget, widget: QWidget) -> QRect:
    """Return the place of the child of `common` that holds a control."""
    holder = next(each for each in _ancestors(widget) if each.parentWidget() is common)
    return holder.geometry()


def shows_focus(widget: QWidget, top: QWidget) -> bool:
    """Tell whether one sees that a control has the focus: drawn with it and without it, the window differs."""
    other = next(
        (each for each in controls_in(top) if each is not widget and not widget.isAncestorOf(each)), None
    )
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    for area in (each for each in _ancestors(widget) if isinstance(each, QScrollArea)):
        area.ensureWidgetVisible(widget)
    with_it = _drawn(top)
    if other is not None:
        other.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        widget.clearFocus()
    place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    return with_it.copy(place) != _drawn(top).copy(place)


def faults_of_keyboard(top: QWidget, *, is_ordered: bool = True) -> list[str]:
    """Return what is wrong for somebody who has the keyboard alone; where it `is_ordered`, the order of reading too."""
    order = walk(top)
    back = walk(top, Qt.Key.Key_Backtab)
    wrong = [f"Tab never comes to {name}" for name in unreached(top, order)]
    wrong += [f"Shift+Tab never comes to {name}" for name in unreached(top, back)]
    wrong += [f"goes back: {jump}" for jump in (jumps(order) if is_ordered else [])]
    one_of_each = {type(widget): widget for widget in controls_in(top)}
    wrong += [
        f"nothing shows that the focus is on {name(widget)}"
        for widget in one_of_each.values()
        if not shows_focus(widget, top)
    ]
    return wrong


def _drawn(top: QWidget) -> QImage:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    picture = QImage(top.size(), QImage.Format.Format_RGB32)
    top.render(picture)
    return picture
