import shutil

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from tests.ui.fakes import FakeLibraryDesk

from workbench.errors import LibraryError, Reason, RefusedError
from workbench.model.changes import Changes
from workbench.model.kinds import Role
from workbench.model.rows import PersonRow
from workbench.ui.dialogs import Notice
from workbench.ui.first_start import FirstStart
from workbench.ui.palette import Palette
from workbench.ui.people_dialogs import WhoIsWorking
from workbench.ui.status_bar import Saving
from workbench.ui.tour import Tour
from workbench.ui.window_state import WindowState

EVERYTHING = frozenset(str(role) for role in Role)
TWO = [
    PersonRow(1, "Translator A", "译者甲", frozenset({"translator"}), True),
    PersonRow(2, "Reviewer B", "审校乙", frozenset({"reviewer", "admin"}), True),
]


def answer(qtbot, kind, act):
    """Do something in the dialog of a kind as soon as it is there."""

    def look():
        found = next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None
        )
        if found is None:
            QTimer.singleShot(10, look)
        else:
            act(found)

    QTimer.singleShot(10, look)


def test_the_status_line_says_who_works_and_where(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    qtbot.waitUntil(lambda: window.identity.person is not None)
    assert window.status._who.text() == "Signed in as Pang Yuehui · translator, reviewer, editor, admin"
    assert window.status._library.text() == "hunan.workbench"
    assert window.windowTitle().startswith("hunan.workbench")


def test_saved_is_said_only_when_the_database_has_it(open_window, qtbot):
    import threading

    window = open_window(FakeLibraryDesk())
    assert window.status.saving == Saving.SAVED
    gate = threading.Event()
    window.background.write(lambda: gate.wait(5))
    assert window.status.saving == Saving.SAVING
    gate.set()
    qtbot.waitUntil(lambda: window.status.saving == Saving.SAVED)


def test_the_list_stands_before_the_library_is_open_and_what_is_asked_waits_for_it(
    window, qtbot, newsroom_file, tmp_path, monkeypatch
):
    import threading

    from workbench.ui import library_access

    path = shutil.copy(newsroom_file, tmp_path / "newsroom.workbench")
    gate, original = threading.Event(), library_access.open_access
    monkeypatch.setattr(library_access, "open_access", lambda *given: (gate.wait(20), original(*given))[1])
    window.identity.wanted = "Pang Yuehui"
    window.open_place(str(path))
    table = window.library_screen.table
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    shown = [row.key for row in window.library_screen.articles()]
    assert window.identity.person.name == "Pang Yuehui"
    assert "Pang Yuehui" in window.status._who.text()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    chosen = window.library_screen.current.key
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.place("editor") is None
    gate.set()
    qtbot.waitUntil(lambda: window.place("editor") is not None, timeout=10_000)
    qtbot.waitUntil(lambda: window.place("editor").editor.edition is not None, timeout=10_000)
    assert window.place("editor").editor.edition.key == chosen
    assert [row.key for row in window.library_screen.articles()] == shown


def test_a_library_that_may_not_be_written_says_so(window, qtbot):
    desk = FakeLibraryDesk()
    desk.is_writable = False
    window.open(desk)
    assert window.status.saving == Saving.READ_ONLY


def test_the_first_start_asks_who_is_working_and_offers_the_sample(window, qtbot):
    desk = FakeLibraryDesk(0, people=[])

    def fill_in(dialog):
        assert dialog.answers.wants_sample
        assert dialog.answers.place == desk.place
        qtbot.keyClicks(dialog.findChildren(QLineEdit)[0], "Translator A")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    answer(qtbot, FirstStart, fill_in)
    window.open(desk)
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=20_000)
    assert desk.staff[0].roles == EVERYTHING
    qtbot.waitUntil(lambda: desk.imported == ["sample"], timeout=60_000)
    qtbot.waitUntil(lambda: window.findChild(Tour) is not None, timeout=20_000)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Tour) is None, timeout=20_000)


def test_the_first_start_does_not_close_without_a_name(qtbot):
    dialog = FirstStart(None, "office.workbench")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.result() == 0
    assert "name is needed" in dialog._problem.text()


def test_the_first_start_takes_a_file_and_no_folder(qtbot, tmp_path):
    dialog = FirstStart(None, str(tmp_path))
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog._name, "Translator A")
    dialog.accept()
    assert dialog.result() == 0
    assert "not a folder" in dialog._problem.text()


def test_a_library_kept_elsewhere_is_made_there_and_begun_as_one_s_work(window, qtbot, tmp_path):
    place = tmp_path / "elsewhere.workbench"

    def fill_in(dialog):
        qtbot.keyClicks(dialog._name, "Reviewer A")
        dialog._role.setCurrentIndex(1)
        dialog._place.setText(str(place))
        dialog._sample.setChecked(False)
        dialog.accept()

    answer(qtbot, FirstStart, fill_in)
    window.open_place(str(tmp_path / "first.workbench"))
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
    assert place.exists()
    assert window.library_place == str(place)
    assert window.identity.person.name == "Reviewer A"
    qtbot.waitUntil(lambda: window.library_screen.sidebar.current == "review", timeout=20_000)


def test_who_works_is_asked_once_and_remembered(window, qtbot):
    desk = FakeLibraryDesk(people=TWO)

    def choose_second(dialog):
        dialog._list.setCurrentRow(1)
        dialog.accept()

    answer(qtbot, WhoIsWorking, choose_second)
    window.open(desk)
    qtbot.waitUntil(lambda: window.identity.person == TWO[1], timeout=20_000)
    window.identity.person = None
    window.open(desk)
    qtbot.waitUntil(lambda: window.identity.person == TWO[1], timeout=20_000)


def test_the_interface_changes_its_language_without_restart(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    qtbot.waitUntil(lambda: window.identity.person is not None)
    window.actions_table["view.chinese"].trigger()
    qtbot.waitUntil(lambda: window.library_screen.filters.new.text() == "新建稿件")
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["文件(&F)", "稿件(&A)", "工具(&T)", "视图(&V)", "帮助(&H)"]
    assert window.status._saved.text() == "已保存"
    assert "译者、审校、编辑、管理员" in window.status._who.text()
    assert window.actions_table["view.chinese"].isChecked()
    window.actions_table["view.english"].trigger()
    qtbot.waitUntil(lambda: window.library_screen.filters.new.text() == "New article")


def test_menus_of_before_do_not_pile_up(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    for _ in range(5):
        window.actions_table.fill(window.menuBar())
    shown = len(window.menuBar().actions())
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    qtbot.waitUntil(lambda: len(window.menuBar().findChildren(QMenu, options=direct)) == shown)


def test_dark_and_light_change_at_once(open_window):
    window = open_window(FakeLibraryDesk())
    window.actions_table["view.dark"].trigger()
    assert window.theme.is_dark
    picture = window.grab().toImage()
    assert picture.pixelColor(5, picture.height() // 2).lightness() < 80
    window.actions_table["view.light"].trigger()
    assert window.grab().toImage().pixelColor(5, picture.height() // 2).lightness() > 200


def test_an_article_that_is_opened_leaves_the_library(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    qtbot.waitUntil(lambda: window.identity.person is not None)
    qtbot.waitUntil(lambda: window.library_screen.current is not None)
    assert window.library_screen.isVisible()


def test_a_change_in_another_process_refreshes_the_list(open_window, qtbot):
    desk = FakeLibraryDesk()
    open_window(desk)
    before = len(desk.asked)
    desk.listeners[0](Changes(articles=frozenset({1})))
    qtbot.waitUntil(lambda: len(desk.asked) > before)


def test_the_palette_finds_an_act_by_words_in_any_order(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    palette = Palette(window, window.theme, window.actions_table)
    qtbot.addWidget(palette)
    qtbot.keyClicks(palette._field, "address web")
    assert [palette._list.item(row).text() for row in range(palette._list.count())] == [
        "New article from a web address"
    ]
    qtbot.keyClick(palette._field, Qt.Key.Key_Escape)


def test_the_palette_does_what_is_chosen(open_window, qtbot):
    window = open_window(FakeLibraryDesk())
    palette = Palette(window, window.theme, window.actions_table)
    qtbot.addWidget(palette)
    qtbot.keyClicks(palette._field, "dark")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert window.theme.is_dark
    window.theme.set_mode("light")


def test_a_refusal_lists_every_reason(qtbot, theme):
    error = RefusedError(
        Reason("untranslated", "Rows 3 and 9 are empty."), Reason("missing-field", "The date is missing.")
    )
    notice = Notice(None, theme, error)
    qtbot.addWidget(notice)

    said = " ".join(label.text() for label in notice.findChildren(QLabel))
    assert "Rows 3 and 9 are empty." in said
    assert "The date is missing." in said


def test_a_library_that_cannot_be_opened_is_told_in_a_sentence(window, qtbot):
    seen = []

    def read(dialog):
        seen.append(dialog)
        dialog.reject()

    answer(qtbot, Notice, read)
    window.say_problem(LibraryError("The library is newer than this program. Update the program."))
    qtbot.waitUntil(lambda: seen != [])


@pytest.mark.parametrize("keys", ["Ctrl+K", "F3"])
def test_search_is_one_key_away(open_window, qtbot, keys):
    window = open_window(FakeLibraryDesk())
    window.activateWindow()
    window.actions_table["tools.concordance"].trigger()
    assert window.focusWidget() is window.library_screen.filters.search


def test_the_window_remembers_language_appearance_and_people(tmp_path):
    state = WindowState(tmp_path / "window.ini")
    state.language, state.mode, state.article_px = "zh_CN", "dark", 18
    state.remember_person("postgresql://host/库", 7)
    again = WindowState(tmp_path / "window.ini")
    assert (again.language, again.mode, again.article_px) == ("zh_CN", "dark", 18)
    assert again.person("postgresql://host/库") == 7
    assert again.person("elsewhere") is None


def test_closing_closes_the_library(open_window, qtbot):
    desk = FakeLibraryDesk()
    window = open_window(desk)
    window.close()
    assert desk.is_closed


def test_every_act_of_the_table_can_be_done_somewhere(window, qtbot, tmp_path, newsroom_file):
    from workbench.ui.actions import ACTIONS, EDITOR, PUBLISH, REVIEW
    from workbench.ui.library_access import open_access

    shutil.copy(newsroom_file, tmp_path / "newsroom.workbench")
    window.identity.wanted = "Pang Yuehui"
    window.open(open_access(str(tmp_path / "newsroom.workbench")))
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
    qtbot.waitUntil(lambda: window.library_screen.current is not None, timeout=30_000)
    for place in [EDITOR, REVIEW, PUBLISH]:
        window.open_article(window.library_screen.current.key, place)
        qtbot.wait(300)
    assert [action.id for action in ACTIONS if action.id not in window.actions_table._bound] == []


def test_a_file_that_is_no_library_is_refused_in_the_window(window, qtbot, tmp_path):
    path = tmp_path / "notes.workbench"
    path.write_text("this is not a database", "utf-8")
    window.open_place(str(path))
    empty = window.library_screen._empty
    qtbot.waitUntil(lambda: empty._heading.text() == "The library could not be opened", timeout=30_000)
    assert "notes.workbench" in empty._sentence.text()


def test_another_person_sits_down_and_the_old_places_are_left(window, qtbot, tmp_path, newsroom_file):
    """The old places still listened to the library once, and the next write failed."""
    from workbench.desk.editing import save_text
    from workbench.desk.reading import open_edition
    from workbench.ui.library_access import open_access

    shutil.copy(newsroom_file, tmp_path / "newsroom.workbench")
    window.identity.wanted = "Pang Yuehui"
    desk = open_access(str(tmp_path / "newsroom.workbench"))
    window.open(desk)
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
    qtbot.waitUntil(lambda: window.library_screen.current is not None, timeout=30_000)
    key = window.library_screen.current.key
    for place in ["editor", "review", "publish"]:
        window.open_article(key, place)
        qtbot.wait(400)

    def choose_editor(dialog):
        dialog._list.setCurrentRow(0)
        dialog.accept()

    answer(qtbot, WhoIsWorking, choose_editor)
    window.identity.ask()
    qtbot.waitUntil(lambda: window.identity.person.name == "Editor A", timeout=30_000)
    qtbot.wait(100)
    assert window.library_screen.isVisible()
    row = open_edition(desk.library, key).rows[-1]
    save_text(desk.library, window.identity.person.id, row.target_id, "A new sentence.", seen=row.version)
    assert open_edition(desk.library, key).rows[-1].target == "A new sentence."


def test_an_article_opened_while_people_are_still_read_stays_open(window, qtbot, tmp_path, newsroom_file):
    from workbench.ui.library_access import open_access

    shutil.copy(newsroom_file, tmp_path / "newsroom.workbench")
    window.identity.wanted = "Pang Yuehui"
    desk = open_access(str(tmp_path / "newsroom.workbench"))
    window.open(desk)
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
    qtbot.waitUntil(lambda: window.library_screen.current is not None, timeout=30_000)
    window.open_article(window.library_screen.current.key)
    shown = window.place("editor")
    window.identity.changed.emit(window.identity.person)
    assert window.place("editor") is shown
    qtbot.waitUntil(lambda: shown.editor.session.edition is not None, timeout=30_000)
