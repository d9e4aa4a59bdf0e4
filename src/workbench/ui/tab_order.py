"""The way of the Tab key: parts of a window that are made later stand at its end unless they are put in their place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, part: QWidget) -> None:
    """Let Tab go through a part, in the order in which it was made, right after another part of the same window."""
    _chain([before, *_inside(before)][-1], part)


def enter(area: QWidget, first: QWidget) -> None:
    """Let Tab go through the first part of an area, in the order in which it was made, right after the area itself."""
    _chain(area, first)


def _chain(last: QWidget, part: QWidget) -> None:
    itself = [part] if part.focusPolicy() is not Qt.FocusPolicy.NoFocus else []
    for widget in [*itself, *_inside(part)]:
        QWidget.setTabOrder(last, widget)
        last = widget


def _inside(part: QWidget) -> Iterator[QWidget]:
    """Yield what can be focused within a part, in the order in which it was put there.

    `nextInFocusChain` is not asked: PySide takes what it returns for a child of the widget that was asked,
    and forgets the one with the other. The list that a choice opens is a window of its own.
    Pages of a stack have no lasting order: name one of them.
    """
    for widget in part.findChildren(QWidget):
        if widget.window() is part.window() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            yield widget
