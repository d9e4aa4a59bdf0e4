"""The tour points at real controls, goes by key, and is left at any time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from tests.ui.fakes import FakeLibraryDesk

from workbench.ui.tour import Tour


def tour_of(window, qtbot):
    window.tools.take_tour()
    made = window.findChild(Tour)
    assert made is not None
    return made


def test_every_stop_points_at_a_control_that_is_there(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    tour = tour_of(window, qtbot)
    assert len(tour._stops) == 5
    for number in range(len(tour._stops)):
        assert tour.stop == number
        assert tour.lit().isValid()
        assert tour.rect().contains(tour._bubble.geometry())
        if number + 1 < len(tour._stops):
            tour._bubble.next.click()


def test_it_goes_on_back_and_out_by_key(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    tour = tour_of(window, qtbot)
    qtbot.keyClick(tour, Qt.Key.Key_Right)
    assert tour.stop == 1
    qtbot.keyClick(tour, Qt.Key.Key_Left)
    assert tour.stop == 0
    with qtbot.waitSignal(tour.left):
        qtbot.keyClick(tour, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Tour) is None)


def test_the_last_stop_ends_it(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    tour = tour_of(window, qtbot)
    with qtbot.waitSignal(tour.left):
        for _ in range(5):
            tour._bubble.next.click()


def test_its_words_are_chinese_in_the_chinese_interface(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    window.language.use("zh_CN")
    tour = tour_of(window, qtbot)
    assert "待办" in tour._bubble.title.text()


def test_it_names_the_keys_as_they_are_now(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    window.actions_table["tools.palette"].setShortcuts(["Ctrl+Alt+Y"])
    tour = tour_of(window, qtbot)
    for _ in range(4):
        qtbot.keyClick(tour, Qt.Key.Key_Right)
    assert tour._bubble.words.text().startswith("Any act is found by its name with Ctrl+Alt+Y")
