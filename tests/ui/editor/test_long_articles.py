"""A key and a page cost the same in a long article as in a short one: counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.editor.fake_desk import ARTICLE, FakeDesk, sample_rows

from workbench.ui.editor import advice, beside, saving

NEVER_MS = 10**7
SHORT, LONG = 60, 6000
WORDS = "In the first quarter, imports rose. "


@pytest.fixture(autouse=True)
def without_pauses(monkeypatch):
    """Let nothing be saved or looked up by a clock: only what a key itself does is counted."""
    for module, names in (
        (saving, ("QUIET_MS", "LATEST_MS")),
        (advice, ("CHECK_MS", "CHECK_ALL_MS", "CHECK_OPENED_MS")),
        (beside, ("LOOK_UP_MS", "SIGHT_MS")),
    ):
        for name in names:
            monkeypatch.setattr(module, name, NEVER_MS)


def calls_of(act: Callable[[], object]) -> int:
    """Return how many functions this thread calls during an act and the painting after it."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        act()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    return count


def open_at(open_editor, rows: int):
    """Open an article with the caret in a row of its middle that is the same in every length."""
    editor = open_editor(FakeDesk(sample_rows(rows)))
    middle = rows // 2
    editor.screen.view.enter(middle - (middle - SHORT // 2) % len(ARTICLE))
    editor.type(WORDS)
    editor.settle()
    return editor


def test_a_key_calls_as_much_in_a_long_article_as_in_a_short_one(open_editor):
    counts = []
    for rows in (SHORT, LONG):
        editor = open_at(open_editor, rows)
        counts.append(calls_of(lambda editor=editor: editor.type(WORDS)))
    assert counts[1] <= counts[0] * 1.1, counts


def calls_of_turning(bar) -> int:
    """Return the calls of turning the first page."""
    bar.setValue(0)
    QApplication.processEvents()
    return calls_of(lambda: bar.setValue(bar.pageStep()))


def test_turning_pages_calls_as_much_in_a_long_article_as_in_a_short_one(open_editor):
    counts = []
    for rows in (SHORT, LONG):
        editor = open_at(open_editor, rows)
        bar = editor.screen.view.verticalScrollBar()
        counts.append(min(calls_of_turning(bar) for _ in range(3)))
    assert counts[1] <= counts[0] * 1.2, counts


def test_thousands_of_rows_that_change_at_once_are_taken_in_together(open_editor, qtbot):
    editor = open_at(open_editor, LONG)
    model = editor.screen.session.model
    changed = [row._replace(target="Filled in.", version=row.version + 1) for row in model.rows()]
    took = calls_of(lambda: editor.screen.session.take_rows(changed))
    assert took < 60 * LONG, took
    qtbot.waitUntil(
        lambda: editor.screen.status().words == 2 * LONG, timeout=20_000
    )  # counted beside the keys
    assert editor.edit.text() == model.text(editor.screen.view.active)
