"""Widgets die on the main thread, whoever finds that nobody holds them."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout

from workbench.ui.app import collect_later
from workbench.ui.garbage import YOUNG, Collector, collect_here


class Knotted(QDialog):
    """A dialog that nothing holds but itself, as closed ones are: with a timer and a page, so that its end is felt."""

    died_on: list[int]

    def __init__(self):
        super().__init__()
        QVBoxLayout(self).addWidget(QTextBrowser())
        self.itself, self.timer = self, QTimer(self, interval=5)
        self.timer.start()
        weakref.finalize(self, lambda: Knotted.died_on.append(threading.get_ident()))


@pytest.fixture(autouse=True)
def _nobody_died():
    Knotted.died_on = []


def make_garbage():
    """Make so many objects that Python would look for cycles many times over."""
    return [[number] for number in range(4 * YOUNG)] and [{} for _ in range(4 * YOUNG)]


def test_a_lane_that_makes_many_objects_does_not_end_widgets(qtbot, background):
    for _ in range(20):
        Knotted().show()
    done = []
    background.look_up("many", lambda: len(make_garbage()), done.append)
    qtbot.waitUntil(lambda: done != [])
    kept = make_garbage()
    qtbot.waitUntil(lambda: len(Knotted.died_on) == 20)
    assert set(Knotted.died_on) == {threading.get_ident()}
    del kept


def test_what_a_lane_was_given_is_let_go_on_the_main_thread(qtbot, background):
    """Its work, its callbacks, and what these speak of: whichever thread comes last."""
    for round_ in range(50):
        for ask in (lambda *given: background.look_up("row", *given), background.write):
            one, two = Knotted(), Knotted()
            del one.itself, two.itself  # the last who lets go ends it, not the search for garbage
            ask(lambda one=one: str(one), lambda _, two=two: str(two))
        del one, two
        if round_ % 10 == 9:
            qtbot.waitUntil(lambda: background.is_idle)
    qtbot.waitUntil(lambda: len(Knotted.died_on) == 200)
    assert set(Knotted.died_on) == {threading.get_ident()}


def test_the_oldest_are_looked_through_too(qtbot, background):
    collector = collect_here()
    assert isinstance(collector, Collector)
    assert collect_here() is collector
    Knotted().show()
    gc.collect(1)  # by now it would be among the old, had it been held
    kept = []
    for _ in range(3000):
        kept.append(make_garbage() if not kept else None)
        collector.look()
        if Knotted.died_on:
            break
        if gc.get_count()[0] < YOUNG:
            kept.append([[number] for number in range(YOUNG + 10)])
    assert Knotted.died_on == [threading.get_ident()]


def test_garbage_is_looked_for_again_once_the_window_can_be_used(qtbot, qapp):
    class Opened(QObject):
        usable = Signal()

    for known in qapp.findChildren(Collector):
        known.setParent(None)
    window = Opened()
    gc.disable()  # as the command line does before it loads the window
    try:
        collector = collect_here()
        assert collector is not None
        collect_later(window, window.usable)
        before = collector.has_begun
        window.usable.emit()
        assert [before, collector.has_begun, gc.isenabled()] == [False, True, False]
    finally:
        gc.unfreeze()
