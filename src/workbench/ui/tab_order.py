"""The way of the Tab key: parts of a window that are made later stand at its end unless they are put in their place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, part: QWidget) -> None:
    """Let Tab go through a part, in the order it has, right after another part of the same window."""
    last = [before, *_inside(before)][-1]
    for widget in _inside(part):
        QWidget.setTabOrder(last, widget)
        last = widget


def _inside(part: QWidget) -> Iterator[QWidget]:
    """Yield what can be focused within a part, as Tab goes through it now."""
    at = part.nextInFocusChain()
    chain = []
    while at is not None and at is not part:
        chain.append(at)
        at = at.nextInFocusChain()
    yield from (w for w in chain if part.isAncestorOf(w) and w.focusPolicy() is not Qt.FocusPolicy.NoFocus)
