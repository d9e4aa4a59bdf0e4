import shutil

import pytest
from PySide6.QtCore import Qt
from tests.ui.fakes import FakeLibraryDesk

from workbench.model.kinds import Role, Stage
from workbench.model.rows import PersonRow
from workbench.ui.library_desk import PAGE
from workbench.ui.library_model import Column


def headlines(screen):
    model = screen.table.model()
    return [str(model.index(row, Column.ARTICLE).data()) for row in range(model.rowCount())]


def statuses(screen):
    model = screen.table.model()
    return [str(model.index(row, Column.STATUS).data()) for row in range(model.rowCount())]


@pytest.fixture
def screen(open_window, qtbot):
    desk = FakeLibraryDesk()
    window = open_window(desk)
    window.library_screen.show_queue("all")
    qtbot.waitUntil(lambda: len(headlines(window.library_screen)) == 7)
    window.library_screen.desk = desk
    return window.library_screen


@pytest.mark.parametrize(
    ("queue", "expected"),
    [
        ("drafts", {"Drafting", "Changes requested"}),
        ("review", {"In review"}),
        ("ready", {"Approved"}),
        ("published", {"Published"}),
    ],
)
def test_a_queue_shows_its_stages(screen, qtbot, queue, expected):
    screen.show_queue(queue)
    qtbot.waitUntil(lambda: set(statuses(screen)) == expected)


def test_the_steps_of_a_review_are_lines_below_it_and_stand_beside_the_stage(screen, qtbot):
    desk = screen.desk
    desk.steps = [("一审", None), ("二审", Role.EDITOR)]
    place = next(n for n, row in enumerate(desk.rows) if row.stage is Stage.IN_REVIEW)
    desk.rows[place] = desk.rows[place]._replace(step=1, review_step="二审", review_steps=2)
    screen.ask()
    view = screen.sidebar._view
    lines = lambda: [str(view.model().index(n, 0).data()) for n in range(view.model().rowCount())]  # noqa: E731
    qtbot.waitUntil(lambda: lines()[2:5] == ["Waiting for review", "一审", "二审 · editor"])
    assert screen.sidebar.current == "all"
    assert "In review\n二审 2/2" in statuses(screen)
    view.setFocus()
    screen.sidebar.choose("review")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: statuses(screen) == [])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: statuses(screen) == ["In review\n二审 2/2"])
    assert screen.filters.title.text().startswith("二审")
    desk.steps = []
    screen.ask()
    qtbot.waitUntil(lambda: screen.sidebar.current == "review")
    assert "二审 · editor" not in lines()


def test_both_headlines_progress_and_people_are_told(screen):
    model = screen.table.model()
    assert (
        headlines(screen)[1]
        == "Hunan’s Foreign Trade Grows 12.6% in First Quarter · 一季度湖南外贸进出口同比增长12.6%"
    )
    assert model.index(0, Column.PROGRESS).data() == "7 of 24 confirmed"
    assert model.index(0, Column.TRANSLATOR).data() == "Pang Yuehui"
    assert model.index(0, Column.REVIEWER).data() == "—"
    assert model.index(0, Column.UPDATED).data() == "2 min ago"


@pytest.mark.parametrize(("typed", "count"), [("国际友城", 3), ("nairobi", 1), ("nothing like it", 0)])
def test_typing_searches_in_chinese_and_english(screen, qtbot, typed, count):
    screen.search_for()
    qtbot.keyClicks(screen.filters.search, typed) if typed.isascii() else screen.filters.search.insert(typed)
    qtbot.waitUntil(lambda: len(headlines(screen)) == count)
    assert screen.desk.asked[-1].text == typed


def test_a_filter_narrows_the_list_and_says_so(screen, qtbot):
    screen.filters.status._pick(str(Stage.IN_REVIEW))
    qtbot.waitUntil(lambda: statuses(screen) == ["In review"])
    assert screen.filters.status.text() == "In review"
    assert screen.filters.status.accessibleName() == "Status: In review"


def test_people_and_sections_of_the_library_can_be_filtered_by(screen, qtbot):
    qtbot.waitUntil(lambda: len(screen.filters.person._choices) == 1)
    screen.filters.section._pick("Home > Photo News")
    screen.filters.person._pick("Pang Yuehui")
    qtbot.waitUntil(lambda: screen.desk.asked[-1].person == "Pang Yuehui")
    assert screen.desk.asked[-1].section == "Home > Photo News"


def test_the_list_can_be_reached_and_an_article_opened_by_keyboard_alone(screen, qtbot):
    opened = []
    screen.opened.disconnect()
    screen.opened.connect(opened.append)
    screen.search_for()
    qtbot.keyClick(screen.filters.search, Qt.Key.Key_Down)
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened == ["00000001"]


def test_what_was_just_brought_in_has_the_keyboard(screen, qtbot):
    screen.filters.search.setFocus()
    screen.welcome([screen.desk.rows[3].key, screen.desk.rows[4].key])
    qtbot.waitUntil(lambda: screen.current is not None and screen.current.key == screen.desk.rows[3].key)
    assert screen.window().focusWidget() is screen.table


def test_return_goes_from_a_queue_to_its_list(screen, qtbot):
    screen.sidebar.take_focus()
    screen.show_queue("review")
    qtbot.waitUntil(lambda: statuses(screen) == ["In review"])
    qtbot.keyClick(screen.sidebar._view, Qt.Key.Key_Return)
    assert screen.window().focusWidget() is screen.table


def test_a_list_that_empties_leaves_the_keyboard_at_the_queues(screen, qtbot):
    screen.table.setFocus()
    screen.desk.rows.clear()
    screen.ask()
    qtbot.waitUntil(lambda: screen.window().focusWidget() is screen.sidebar._view)
    qtbot.keyClick(screen.sidebar._view, Qt.Key.Key_Up)
    assert screen.sidebar.current == "published"


@pytest.mark.parametrize(
    ("queue", "roles", "place"),
    [
        ("review", {"reviewer"}, "review"),
        ("ready", {"editor"}, "publish"),
        ("review", {"translator"}, "editor"),
        ("all", {"reviewer", "editor"}, "editor"),
    ],
)
def test_an_article_opens_where_its_queue_is_worked_on(screen, queue, roles, place):
    screen.set_person(PersonRow(1, "Somebody", "", frozenset(roles), True))
    screen.show_queue(queue)
    assert screen.fitting_place == place


def test_escape_empties_the_search(screen, qtbot):
    screen.filters.search.setText("nairobi")
    qtbot.keyClick(screen.filters.search, Qt.Key.Key_Escape)
    assert screen.filters.search.text() == ""


def test_counts_stand_in_the_sidebar_and_are_read_to_screen_readers(screen, qtbot):
    model = screen.sidebar._model
    role = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: model.index_of("memory").data(role) == "Translation memory, 58,310")
    assert model.index_of("drafts").data(role) == "My drafts, 4"


def test_a_large_library_is_read_page_by_page_and_wholly(open_window, qtbot):
    desk = FakeLibraryDesk(3 * PAGE + 5)
    window = open_window(desk)
    screen = window.library_screen
    screen.show_queue("all")
    model = screen.table.model()
    qtbot.waitUntil(lambda: model.rowCount() >= PAGE)
    for _ in range(5):
        screen.table.scrollToBottom()
        qtbot.wait(60)
    qtbot.waitUntil(lambda: model.rowCount() == 3 * PAGE + 5)
    assert len({model.article(row).key for row in range(model.rowCount())}) == 3 * PAGE + 5


def test_a_change_elsewhere_keeps_place_and_choice(screen, qtbot):
    screen.table.selectRow(3)
    screen.desk.rows[0] = screen.desk.rows[0]._replace(confirmed=8)
    screen.refresh_soon()
    model = screen.table.model()
    qtbot.waitUntil(lambda: model.index(0, Column.PROGRESS).data() == "8 of 24 confirmed")
    assert screen.table.currentIndex().row() == 3


def test_an_empty_library_says_what_to_do_next(open_window, qtbot):
    window = open_window(FakeLibraryDesk(0))
    screen = window.library_screen
    qtbot.waitUntil(lambda: screen._empty._heading.text() == "Bring in the first article")
    assert screen._stack.currentWidget() is screen._empty


def test_a_search_without_hits_says_so(screen, qtbot):
    screen.filters.search.setText("zzz")
    qtbot.waitUntil(lambda: screen._empty._heading.text() == "Nothing found")


def test_every_control_has_a_name_for_screen_readers(screen):
    filters = screen.filters
    controls = [screen.table, filters.search, filters.status, filters.section, filters.person]
    assert [control for control in controls if not control.accessibleName()] == []
    assert filters.new.text() == "New article"


@pytest.fixture
def newsroom(tmp_path, qtbot, window, newsroom_file):
    from workbench.ui.library_access import open_access

    shutil.copy(newsroom_file, tmp_path / "newsroom.workbench")
    window.identity.wanted = "Pang Yuehui"
    window.open(open_access(str(tmp_path / "newsroom.workbench")))
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
    return window.library_screen


def cells(screen):
    table = screen.assets.table
    return [[table.item(row, column).text() for column in range(2)] for row in range(table.rowCount())]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("恢复开放", "Zhangjiajie Reopens Major Scenic Spots"),
        ("scenic spots", "Zhangjiajie Reopens Major Scenic Spots"),
    ],
)
def test_the_memory_is_searched_in_either_language(newsroom, qtbot, words, found):
    newsroom.show_queue("memory")
    newsroom.assets.search.setText(words)
    qtbot.waitUntil(lambda: ["张家界主要景区恢复开放", found] in cells(newsroom), timeout=30_000)


def test_the_term_base_is_listed_and_searched(newsroom, qtbot):
    newsroom.show_queue("terms")
    qtbot.waitUntil(lambda: len(cells(newsroom)) > 200, timeout=30_000)
    newsroom.assets.search.setText("一带一路")
    qtbot.waitUntil(
        lambda: len(cells(newsroom)) < 10 and "Belt and Road" in cells(newsroom)[0][1], timeout=30_000
    )


def test_statistics_name_who_was_credited(newsroom, qtbot):
    newsroom.show_queue("statistics")
    page = newsroom.statistics
    qtbot.waitUntil(lambda: page.table.rowCount() > 0, timeout=30_000)
    assert page.table.item(0, 1).text() == "Pang Yuehui"
    assert "typed" in page.words.accessibleDescription()
    assert [page.scope.itemData(n) for n in range(page.scope.count())] == ["mine"]


def test_an_editor_sees_totals_and_files_hold_what_the_page_may_show(newsroom, qtbot, tmp_path):
    page = newsroom.statistics
    page.open(newsroom._desk.library, newsroom._desk.people()[0])
    qtbot.waitUntil(lambda: page.table.rowCount() > 0, timeout=30_000)
    assert page.scope.currentData() == "totals"
    assert {page.table.item(row, 1).text() for row in range(page.table.rowCount())} == {"—"}
    page.write_table(tmp_path / "all.xlsx")
    page.write_statement(tmp_path / "statement.pdf")
    assert (tmp_path / "all.xlsx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "statement.pdf").read_bytes()[:4] == b"%PDF"


def test_a_memory_goes_out_and_comes_in_as_a_file(newsroom, qtbot, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QApplication, QFileDialog

    from workbench.ui.dialogs import ExchangeNotice

    path = tmp_path / "memory.tmx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    newsroom.show_queue("memory")
    newsroom.assets.take_out.click()
    qtbot.waitUntil(path.exists, timeout=30_000)
    assert "张家界主要景区恢复开放" in path.read_text("utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    newsroom.assets.bring_in.click()

    def notices():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, ExchangeNotice)]

    qtbot.waitUntil(lambda: len(notices()) == 2, timeout=30_000)
    for notice in notices():
        notice.close()


def test_real_articles_stand_in_the_list_with_their_stages(newsroom, qtbot):
    newsroom.show_queue("all")
    qtbot.waitUntil(lambda: len(headlines(newsroom)) == 5, timeout=30_000)
    assert set(statuses(newsroom)) == {"Drafting", "In review", "Approved", "Changes requested"}


def test_an_address_that_is_pasted_is_imported(screen, qtbot):
    from PySide6.QtGui import QGuiApplication

    pasted = []
    screen.dropped.disconnect()
    screen.dropped.connect(pasted.append)
    QGuiApplication.clipboard().setText(" https://example.org/news.html\n")
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted == [["https://example.org/news.html"]]
