"""The memory, the term base and aligned articles looked after from the window, by keyboard."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from threading import Event

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
)

from workbench.desk.aligning import AlignedText
from workbench.desk.archiving import keep_work, kept_work
from workbench.desk.maintaining import browse, contradictions, duplicates
from workbench.desk.terming import add_term, list_concepts
from workbench.formats.tmx import TmxUnit, write_units
from workbench.library.library import open_library
from workbench.memory.align import Alignment, DocumentPair
from workbench.model.memory import MemoryEntry
from workbench.model.progress import Progress
from workbench.ui import memory_page
from workbench.ui.assets import bring_in_memory
from workbench.ui.dialogs import ExchangeNotice, Question


@pytest.fixture
def library_file(tmp_path, newsroom_file):
    path = tmp_path / "newsroom.workbench"
    shutil.copy(newsroom_file, path)
    with open_library(path) as library, library.writing() as tx:
        for target in ("(End)", "(End)", "(The end)"):
            tx.memories.save(
                MemoryEntry(source="（完）", target=target, origin="tmx", creator="Translator A")
            )
    return path


@pytest.fixture
def screen(qtbot, window, library_file):
    from workbench.ui.library_access import open_access

    window.identity.wanted = "Editor A"
    window.open(open_access(str(library_file)))
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
    return window.library_screen


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


def answer(qtbot, fill):
    """Fill in the question that comes up, and accept it with Ctrl+Return or its button."""

    def act():
        question = next(
            (
                each
                for each in QApplication.topLevelWidgets()
                if isinstance(each, Question) and each.isVisible()
            ),
            None,
        )
        if question is None:
            QTimer.singleShot(30, act)
            return
        fill(question)
        question.confirm.click()

    QTimer.singleShot(30, act)


def column(page, place):
    return [page.table.item(row, place).text() for row in range(page.table.rowCount())]


def choose(qtbot, page, row):
    page.window().activateWindow()  # a dialog may just have been closed
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus, timeout=20_000)
    flags = QItemSelectionModel.SelectionFlag  # a key of the test before may count as held down
    page.table.setCurrentCell(row, 0, flags.ClearAndSelect | flags.Rows)
    qtbot.waitUntil(lambda: page.chosen_rows() == [row], timeout=20_000)


def test_an_entry_is_edited_and_retired_by_keyboard(screen, qtbot, library_file):
    screen.show_queue("memory")
    page = screen.assets
    qtbot.waitUntil(lambda: "(The end)" in column(page, 1), timeout=30_000)
    choose(qtbot, page, column(page, 1).index("(The end)"))

    def fill(question):
        field = question.findChild(QPlainTextEdit)
        field.selectAll()
        qtbot.keyClicks(field, "(The very end)")

    answer(qtbot, fill)
    press(qtbot, page.table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: "(The very end)" in column(page, 1), timeout=10_000)
    choose(qtbot, page, column(page, 1).index("(The very end)"))
    press(qtbot, page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "(The very end)" not in column(page, 1), timeout=10_000)
    page.view.setCurrentIndex(3)
    qtbot.waitUntil(lambda: "(The very end)" in column(page, 1), timeout=10_000)
    choose(qtbot, page, column(page, 1).index("(The very end)"))
    press(qtbot, page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "(The very end)" not in column(page, 1), timeout=10_000)
    with open_library(library_file) as library:
        assert "(The very end)" in [entry.target for entry in browse(library, "（完）")]


def test_the_keyboard_comes_from_the_search_to_a_chosen_line(screen, qtbot, library_file):
    screen.show_queue("memory")
    page = screen.assets
    qtbot.waitUntil(lambda: page.table.rowCount() > 1, timeout=30_000)
    first = column(page, 1)[0]
    press(qtbot, page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert [entry.target for entry in page.chosen()] == [first]
    press(qtbot, page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: column(page, 1)[0] != first, timeout=10_000)
    assert [entry.target for entry in page.chosen()] == column(page, 1)[:1]


def test_an_entry_of_no_article_shows_the_day_it_was_written_where_the_library_is(
    screen, qtbot, library_file
):
    late = datetime(2026, 1, 31, 17, 30, tzinfo=UTC)  # the next day in Changsha
    with open_library(library_file) as library, library.writing() as tx:
        tx.options.set("time_zone", "Asia/Shanghai")
        tx.memories.save(MemoryEntry(source="（图）", target="(Photo)", updated_at=late))
    screen.show_queue("memory")
    page = screen.assets
    qtbot.waitUntil(lambda: "(Photo)" in column(page, 1), timeout=30_000)
    assert column(page, 4)[column(page, 1).index("(Photo)")] == "2026-02-01"


def test_what_stands_twice_is_merged_and_what_contradicts_itself_is_listed(screen, qtbot, library_file):
    screen.show_queue("memory")
    page = screen.assets
    page.view.setCurrentIndex(1)
    qtbot.waitUntil(lambda: column(page, 1) == ["(End)", "(End)"], timeout=30_000)
    page.merge.setFocus()
    press(qtbot, page.merge, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.table.rowCount() == 0, timeout=10_000)
    page.view.setCurrentIndex(2)
    qtbot.waitUntil(lambda: set(column(page, 1)) == {"(End)", "(The end)"}, timeout=10_000)
    with open_library(library_file) as library:
        assert duplicates(library) == []
        assert len(contradictions(library)) == 1


def test_words_are_replaced_in_the_chosen_entries_after_a_look(screen, qtbot, library_file):
    screen.show_queue("memory")
    page = screen.assets
    page.search.setText("（完）")
    qtbot.waitUntil(lambda: page.table.rowCount() == 3, timeout=30_000)
    page.table.setFocus()
    page.table.selectAll()

    def fill(question):
        find, put = question.findChildren(QLineEdit)[:2]
        qtbot.keyClicks(find, "end")
        qtbot.keyClicks(put, "close")
        assert [target for _, target in question.planned()] == ["(The close)"]

    answer(qtbot, fill)
    press(qtbot, page.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "(The close)" in column(page, 1), timeout=10_000)
    qtbot.waitUntil(lambda: "Ctrl+Z" in page.said.text(), timeout=10_000)
    choose(qtbot, page, 0)
    press(qtbot, page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "(The end)" in column(page, 1), timeout=10_000)
    assert "(The close)" not in column(page, 1)
    choose(qtbot, page, 0)
    press(qtbot, page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.table.rowCount() == 2, timeout=10_000)
    press(qtbot, page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.table.rowCount() == 3, timeout=10_000)


def test_a_proposal_is_accepted_and_a_term_edited(screen, qtbot, library_file):
    with open_library(library_file) as library:
        translator = next(row.id for row in screen._desk.people() if row.name == "Pang Yuehui")
        add_term(library, translator, "望岳书屋", ["Wangyue Bookroom"])
    screen.show_queue("terms")
    page = screen.assets
    page.view.setCurrentIndex(1)
    qtbot.waitUntil(lambda: column(page, 0) == ["望岳书屋"], timeout=30_000)
    choose(qtbot, page, 0)
    page.accept.setFocus()
    press(qtbot, page.accept, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.table.rowCount() == 0, timeout=10_000)
    page.view.setCurrentIndex(0)
    page.search.setText("望岳书屋")
    qtbot.waitUntil(lambda: column(page, 0) == ["望岳书屋"], timeout=10_000)
    choose(qtbot, page, 0)

    def fill(question):
        question._fields["forbidden"].setFocus()
        qtbot.keyClicks(question._fields["forbidden"], "Wangyue Hut")
        qtbot.keyClicks(question._fields["from"], "2020-01-01")

    answer(qtbot, fill)
    press(qtbot, page.table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: "forbidden" in "".join(column(page, 1)), timeout=10_000)
    with open_library(library_file) as library:
        (stored,) = list_concepts(library, "望岳书屋")
    assert str(stored.value.valid_from) == "2020-01-01"


def test_candidates_are_ticked_with_space_and_become_terms(screen, qtbot, library_file):
    with open_library(library_file) as library, library.writing() as tx:
        for number in range(6):
            source = f"第{number}期湘江流域综合治理工程{'开工完工停工'[number % 3 * 2 :][:2]}。"
            tx.memories.save(MemoryEntry(source=source, target=f"Phase {number} of the River Basin project."))
    screen.show_queue("terms")
    page = screen.assets
    qtbot.waitUntil(lambda: page.table.rowCount() > 100, timeout=30_000)

    def fill(question):
        table = question.findChild(QTableWidget)
        names = [table.item(row, 0).text() for row in range(table.rowCount())]
        table.setFocus()
        table.setCurrentCell(names.index("湘江流域综合治理工程"), 0)
        press(qtbot, table, Qt.Key.Key_Space)
        assert [source for source, _ in question.chosen()] == ["湘江流域综合治理工程"]

    answer(qtbot, fill)
    page.candidates.setFocus()
    press(qtbot, page.candidates, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "湘江流域综合治理工程" in column(page, 0), timeout=30_000)


TEXT = AlignedText(
    DocumentPair("one", ("甲句。", "乙句。", "丙句。"), ("First.", "Second.", "Third.")),
    Alignment("one", [((0,), (0, 1)), ((1,), ()), ((2,), (2,))], [0.4, 0.3, 0.95]),
)


def test_doubtful_links_are_mended_by_keyboard_kept_half_done_and_remembered(screen, qtbot, library_file):
    with open_library(library_file) as library:
        keep_work(library, [TEXT])
    screen.show_queue("alignment")
    page = screen.assets
    qtbot.waitUntil(lambda: column(page, 1) == ["甲句。", "乙句。", "丙句。"], timeout=30_000)
    page.table.setFocus()
    assert page.table.currentRow() == 0, "the first doubtful link is gone to"
    press(qtbot, page.table, Qt.Key.Key_3)
    assert column(page, 2) == ["First.", "Second.", "Third."]
    press(qtbot, page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert column(page, 2) == ["First. Second.", "—", "Third."]
    press(qtbot, page.table, Qt.Key.Key_3)
    with open_library(library_file) as library:
        qtbot.waitUntil(lambda: kept_work(library)[0].alignment.links[0] == ((0,), (0,)), timeout=10_000)
        press(qtbot, page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not kept_work(library), timeout=10_000)
        pairs = {(entry.source, entry.target) for entry in browse(library, "句")}
    assert pairs == {("甲句。", "First."), ("乙句。", "Second."), ("丙句。", "Third.")}


def test_links_are_joined_broken_and_accepted_by_keyboard(screen, qtbot, library_file):
    with open_library(library_file) as library:
        keep_work(library, [TEXT])
    screen.show_queue("alignment")
    page = screen.assets
    qtbot.waitUntil(lambda: page.table.rowCount() == 3, timeout=30_000)
    page.table.setFocus()
    press(qtbot, page.table, Qt.Key.Key_J)
    assert column(page, 1) == ["甲句。乙句。", "丙句。"]
    press(qtbot, page.table, Qt.Key.Key_B)
    assert column(page, 2) == ["First.", "Second.", "Third."]
    press(qtbot, page.table, Qt.Key.Key_A)
    assert column(page, 0)[0].endswith("decided")


def test_memory_is_built_from_a_folder_chosen_in_the_tools_menu(screen, qtbot, window, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "one.zh").write_text(
        "国务院总理会见记者。双方签署了十二项协议。\n贸易额达到789亿美元。\n", "utf-8"
    )
    (folder / "one.en").write_text(
        "The premier met the press. The two sides signed 12 agreements.\nTrade reached $78.9 billion.\n",
        "utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.actions_table["tools.build_memory"].trigger()

    def notices():
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, ExchangeNotice)]

    qtbot.waitUntil(lambda: bool(notices()), timeout=30_000)
    for notice in notices():
        notice.close()
    assert "12 agreements" in " ".join(entry.target for entry in browse(screen._desk.library, "协议"))


def test_an_article_is_analysed_and_its_candidates_are_offered(screen, qtbot, window):
    from workbench.ui.studying import AnalysisNotice

    screen.show_queue("all")
    qtbot.waitUntil(lambda: bool(screen.articles()), timeout=30_000)
    screen.table.selectRow(0)
    window.actions_table["article.analyse"].trigger()

    def notices():
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, AnalysisNotice)]

    qtbot.waitUntil(lambda: bool(notices()), timeout=30_000)
    table = notices()[0].table
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert names[0] == "101 %, in context"
    counts = [int(table.item(row, 1).text()) for row in range(table.rowCount())]
    assert sum(counts[:-1]) == counts[-1] == screen.current.segments
    notices()[0].close()
    met: list[QDialog] = []

    def reject_questions() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, Question) and each.isVisible():
                met.append(each)
                each.reject()

    answer_with = QTimer(window)
    answer_with.timeout.connect(reject_questions)
    answer_with.start(50)
    window.actions_table["article.candidates"].trigger()
    qtbot.waitUntil(lambda: bool(met), timeout=30_000)
    answer_with.stop()


def test_of_a_file_in_several_languages_the_chosen_pair_comes_in_and_goes_out(
    screen, qtbot, tmp_path, monkeypatch
):
    from PySide6.QtWidgets import QComboBox, QFileDialog

    from workbench.library.memories import EntryFilter

    def notices():
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, ExchangeNotice)]

    def choose_korean(question):
        source, target = question.findChildren(QComboBox)
        assert [source.currentText(), target.currentText()] == ["Chinese", "English"]
        target.setFocus()
        press(qtbot, target, Qt.Key.Key_End)
        assert target.currentText() == "Korean"

    variants = {"zh": "新华社北京4月2日电", "en": "BEIJING, April 2", "ko": "베이징 4월 2일"}
    unit = "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in variants.items())
    path = tmp_path / "three.tmx"
    path.write_text(f'<tmx version="1.4"><header/><body><tu>{unit}</tu></body></tmx>', "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    screen.show_queue("memory")
    answer(qtbot, choose_korean)
    screen.assets.bring_in.click()
    qtbot.waitUntil(lambda: len(notices()) == 1, timeout=30_000)
    library = screen._desk.library
    with library.reading() as tx:
        assert [row.target for row in tx.memories.exported(EntryFilter("zh", "ko"))] == ["베이징 4월 2일"]
        assert "BEIJING, April 2" not in [row.target for row in tx.memories.exported(EntryFilter("zh", "en"))]
    page = screen.assets
    qtbot.waitUntil(page.language.isVisible, timeout=10_000)
    assert page.table.horizontalHeaderItem(1).text() == "English"
    page.language.setFocus()
    press(qtbot, page.language, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: column(page, 1) == ["베이징 4월 2일"], timeout=10_000)
    assert page.table.horizontalHeaderItem(1).text() == "Korean"
    written = tmp_path / "korean.tmx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(written), ""))
    answer(qtbot, choose_korean)
    screen.assets.take_out.click()
    qtbot.waitUntil(lambda: len(notices()) == 2, timeout=30_000)
    for notice in notices():
        notice.close()
    assert written.read_text("utf-8").count("<tu ") + written.read_text("utf-8").count("<tu>") == 1
    assert "베이징 4월 2일" in written.read_text("utf-8")


def test_an_import_that_is_cancelled_says_so_shows_what_came_and_goes_on_when_run_again(
    screen, window, qtbot, tmp_path, monkeypatch
):
    half, file = tmp_path / "half.tmx", tmp_path / "office.tmx"
    pairs = [TmxUnit(f"第{n}句话说了第{n * 7}件事。", f"Sentence {n} said {n * 7}.") for n in range(4)]
    write_units(half, pairs[:2])
    write_units(file, pairs)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    screen.show_queue("memory")
    page, strip, may_go_on = screen.assets, window.strip, Event()
    qtbot.waitUntil(lambda: page.table.rowCount() > 0)

    def bring_in(library, path, *words):
        if not may_go_on.is_set():  # the first time it comes to the half of the file
            yield from bring_in_memory(library, half, *words)
            yield Progress(1, 2, path.name)
            may_go_on.wait(30)
            yield Progress(1, 2, path.name)  # cancelled by now, it goes no further
        return (yield from bring_in_memory(library, path, *words))

    monkeypatch.setattr(memory_page, "bring_in_memory", bring_in)

    def notice():
        return next((each for each in window.findChildren(ExchangeNotice) if each.isVisible()), None)

    def words():
        return " ".join(label.text() for label in notice().findChildren(QLabel))

    page.bring_in.setFocus()
    press(qtbot, page.bring_in, Qt.Key.Key_Space)
    qtbot.waitUntil(strip._bar.isVisible, timeout=30_000)
    strip._cancel.setFocus()
    press(qtbot, strip._cancel, Qt.Key.Key_Space)
    assert page.bring_in.hasFocus()
    may_go_on.set()
    qtbot.waitUntil(lambda: notice() is not None, timeout=30_000)
    assert "Stopped before the end" in words()
    qtbot.waitUntil(lambda: page.table.item(0, 1).text().startswith("Sentence"))
    assert len(browse(window._desk.library, "Sentence")) == 2
    notice().reject()
    press(qtbot, page.bring_in, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: notice() is not None, timeout=60_000)
    assert "were there already" in words()
    assert len(browse(window._desk.library, "Sentence")) == 4
    notice().reject()
