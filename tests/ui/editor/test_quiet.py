"""Checking a whole article stands still while somebody types, and comes to its end all the same."""

from __future__ import annotations

import pytest

from workbench.ui.editor import quiet


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    monkeypatch.setattr(quiet, "time", made)
    return made


def test_work_goes_on_at_once_while_nobody_types(clock):
    quiet.Quiet().wait()
    assert clock.now == 100.0


def test_work_waits_after_a_key_until_it_has_been_quiet(clock):
    made = quiet.Quiet()
    made.disturb()
    while clock.now < 100.0 + quiet.QUIET_S:
        before = clock.now
        made.wait()
        assert clock.now > before
    before = clock.now
    made.wait()
    assert clock.now == before


def test_work_goes_on_a_little_however_long_somebody_types(clock):
    made = quiet.Quiet()
    for _ in range(20):
        made.disturb()
        before = clock.now
        made.wait()
        assert clock.now - before <= quiet.LONGEST_S + quiet.GLANCE_S


def test_the_window_tells_of_keys_and_the_check_asks(editor, monkeypatch):
    told = []
    monkeypatch.setattr(quiet.Quiet, "disturb", lambda _self: told.append("key"))
    monkeypatch.setattr(quiet.Quiet, "wait", lambda _self: told.append("asked"))
    editor.type("a")
    assert "key" in told
    editor.screen.advice.check_all()
    editor.qtbot.waitUntil(lambda: "asked" in told, timeout=20_000)
