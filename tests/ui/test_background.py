import threading
import time

import pytest

from workbench.errors import WorkbenchError
from workbench.model.progress import Progress
from workbench.ui.background import UNEXPECTED


def test_answers_arrive_on_the_main_thread(qtbot, background):
    seen = []
    background.write(threading.get_ident, lambda lane: seen.append((lane, threading.get_ident())))
    qtbot.waitUntil(lambda: seen != [])
    lane, here = seen[0]
    assert lane != here
    assert here == threading.get_ident()


def test_writes_happen_in_the_order_they_were_handed_in(qtbot, background):
    done = []
    for number in range(50):
        background.write(lambda number=number: number, done.append)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_the_newest_question_wins(qtbot, background):
    gate, answers = threading.Event(), []
    background.look_up("blocker", gate.wait, lambda _: None)
    for number in range(5):
        background.look_up("row", lambda number=number: number, answers.append)
    gate.set()
    qtbot.waitUntil(lambda: answers != [])
    qtbot.wait(50)
    assert answers == [4]


def test_a_stale_answer_is_dropped(qtbot, background):
    gate, answers = threading.Event(), []
    background.look_up("row", lambda: (gate.wait(5), "old")[1], answers.append)
    qtbot.wait(30)
    background.look_up("row", lambda: "new", answers.append)
    gate.set()
    qtbot.waitUntil(lambda: answers != [])
    qtbot.wait(50)
    assert answers == ["new"]


def test_a_forgotten_question_is_not_answered(qtbot, background):
    gate, answers = threading.Event(), []
    background.look_up("row", lambda: gate.wait(5), answers.append)
    background.forget("row")
    gate.set()
    qtbot.wait(80)
    assert answers == []


def test_a_failure_to_expect_reaches_whoever_asked(qtbot, background):
    def fail():
        raise WorkbenchError("The disk is full. Make room and try again.")

    told = []
    background.write(fail, None, told.append)
    qtbot.waitUntil(lambda: told != [])
    assert str(told[0]).startswith("The disk is full")


def test_a_mistake_of_ours_is_told_in_a_sentence_and_does_not_end_the_lane(qtbot, background, caplog):
    told, done = [], []
    background.failed.connect(lambda error: told.append(str(error)))
    background.write(lambda: 1 / 0)
    background.write(lambda: "still here", done.append)
    qtbot.waitUntil(lambda: done == ["still here"])
    assert told == [UNEXPECTED]
    assert "ZeroDivisionError" in caplog.text


def test_long_work_tells_its_progress_and_its_result(qtbot, background):
    def work():
        yield Progress(0, 2, "one")
        yield Progress(1, 2, "two")
        return "report"

    steps, results = [], []
    background.run(work, steps.append, results.append)
    qtbot.waitUntil(lambda: results == ["report"])
    assert [step.what for step in steps] == ["one", "two"]


def test_cancelling_stops_between_steps_and_lets_the_work_clean_up(qtbot, background):
    go, cleaned, results = threading.Event(), [], []

    def work():
        try:
            for number in range(1000):
                yield Progress(number, 1000)
                go.wait(5)
        finally:
            cleaned.append(number)

    task = background.run(work, None, results.append)
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: results == [None])
    assert task.is_cancelled
    assert cleaned[0] < 5


def test_waiting_writes_are_told_from_saved_ones(qtbot, background):
    gate, told = threading.Event(), []
    background.busy_changed.connect(told.append)
    background.write(lambda: gate.wait(5))
    background.write(lambda: None)
    assert told == [True]
    gate.set()
    qtbot.waitUntil(lambda: told == [True, False])


def test_an_answer_for_a_deleted_widget_is_dropped(qtbot, background):
    from PySide6.QtWidgets import QLabel

    gate, label, after = threading.Event(), QLabel(), []
    background.look_up("text", lambda: (gate.wait(5), "late")[1], label.setText)
    label.deleteLater()
    del label
    qtbot.wait(20)
    gate.set()
    background.look_up("next", lambda: "next", after.append)
    qtbot.waitUntil(lambda: after == ["next"])


def test_an_answer_that_goes_on_to_a_deleted_object_is_dropped(qtbot, background):
    """A callback may hold a method of what is gone, as `lambda answer: then()` does."""
    from PySide6.QtWidgets import QLabel

    label, after = QLabel(), []

    def handed_to(then):
        return lambda answer: then(f"{answer}!")

    gate = threading.Event()
    background.look_up("text", lambda: (gate.wait(5), "late")[1], handed_to(label.setText))
    label.deleteLater()
    del label
    qtbot.wait(20)
    gate.set()
    background.look_up("next", lambda: "next", after.append)
    qtbot.waitUntil(lambda: after == ["next"])


def test_closing_finishes_every_write(qapp):
    from workbench.ui.background import Background

    lanes, done = Background(), []
    for number in range(20):
        lanes.write(lambda number=number: done.append(number))
    lanes.close()
    assert done == list(range(20))


@pytest.mark.parametrize("times", [1, 2])
def test_closing_twice_is_harmless(qapp, times):
    from workbench.ui.background import Background

    lanes = Background()
    for _ in range(times):
        lanes.close()


def test_a_watch_leaves_the_lanes_idle_and_ends_when_cancelled(qtbot, background):
    seen = []

    def steps():
        while True:
            seen.append(None)
            time.sleep(0.01)
            yield

    task = background.watch(steps)
    qtbot.waitUntil(lambda: len(seen) > 3, timeout=20_000)
    assert background.is_idle
    task.cancel()
    qtbot.waitUntil(lambda: "watch" not in {thread.name for thread in threading.enumerate()}, timeout=20_000)
