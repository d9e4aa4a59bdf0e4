"""The window of names and exceptions, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from workbench.desk.deciding import (
    Proposal,
    accept_always,
    export_exceptions,
    export_names,
    import_exceptions,
    import_names,
    list_exceptions,
    list_names,
    save_exception,
)
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.spelling import add_word, list_words
from workbench.desk.staffing import add_person, list_people
from workbench.desk.terming import export_terms, import_terms, list_concepts
from workbench.library.library import open_library
from workbench.model.house import Always, ExceptionValue
from workbench.ui.editor.accepting import AlwaysQuestion
from workbench.ui.house.forms import NameForm
from workbench.ui.house.window import HouseWindow


@pytest.fixture
def opened(qtbot, theme, background, tmp_path):
    with open_library(tmp_path / "office.workbench") as library:
        by = add_person(library, "Editor A").id
        save_exception(library, by, ExceptionValue("五洲", reason="no number"))
        window = HouseWindow(None, theme, background, library, by)
        qtbot.addWidget(window)
        window.show()
        yield library, window
        background.close()


def test_a_name_is_added_by_keyboard_and_stands_in_the_table(opened, qtbot):
    library, window = opened

    def fill_in() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, NameForm)
        form.source.setText("许达哲")
        qtbot.keyClick(form.confirm, Qt.Key.Key_Space)
        assert form.isVisible()  # the English is missing
        qtbot.keyClicks(form.target, "Xu Dazhe")
        qtbot.keyClick(form.confirm, Qt.Key.Key_Space)

    QTimer.singleShot(0, fill_in)
    qtbot.keyClick(window.names.buttons["add"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.names.table.rowCount() == 1, timeout=20_000)
    assert window.names.table.item(0, 1).text() == "Xu Dazhe"
    assert [each.value.source for each in list_names(library)] == ["许达哲"]


def test_an_exception_is_taken_back_with_the_delete_key(opened, qtbot):
    library, window = opened
    window.tabs.setCurrentWidget(window.exceptions)
    table = window.exceptions.table
    qtbot.waitUntil(lambda: table.rowCount() == 1, timeout=20_000)
    table.setFocus()
    table.setCurrentCell(0, 0)
    window.activateWindow()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: list_exceptions(library) == [], timeout=20_000)


def test_tables_go_out_and_what_is_wrong_with_one_is_said(opened, qtbot, tmp_path):
    _, window = opened
    window.exceptions.take_out(tmp_path / "exceptions.csv")
    qtbot.waitUntil(lambda: "exceptions.csv" in window.notice.text(), timeout=20_000)
    window.exceptions.bring_in(tmp_path / "missing.csv")
    qtbot.waitUntil(lambda: "cannot be read" in window.notice.text(), timeout=20_000)


def test_known_words_are_seen_with_where_they_are_known_and_taken_out_with_the_delete_key(opened, qtbot):
    library, window = opened
    report = ImportReport()
    import_pasted(library, "友城会议\n\n会议召开。", report, by=1)
    key = report.added[0].key
    add_word(library, 1, "Changsha")
    add_word(library, 1, "Yuelu", key)
    window.tabs.setCurrentWidget(window.words)
    window.words.ask()
    table = window.words.table
    qtbot.waitUntil(lambda: table.rowCount() == 2, timeout=20_000)
    assert [[table.item(row, column).text() for column in (0, 1, 2)] for row in (0, 1)] == [
        ["Changsha", "the whole library", "Editor A"],
        ["Yuelu", "友城会议", "Editor A"],
    ]
    table.setFocus()
    table.setCurrentCell(1, 0)
    window.activateWindow()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: table.rowCount() == 1, timeout=20_000)
    assert (list_words(library), list_words(library, key)) == (["Changsha"], [])
    assert [each.value.source for each in list_exceptions(library)] == ["五洲"]


@pytest.mark.parametrize("kind", list(Always), ids=str)
def test_a_finding_is_kept_for_good_as_each_kind_and_goes_to_another_library(kind, opened, qtbot, tmp_path):
    library, window = opened
    question = AlwaysQuestion(window, Proposal(Always.EQUIVALENCE, "九佳公司", "Jiujia"), "our spelling")
    qtbot.addWidget(question)
    question.show()
    question.kind.setFocus()
    qtbot.keyClick(question.kind, Qt.Key.Key_Home)
    for _ in range(list(Always).index(kind)):
        qtbot.keyClick(question.kind, Qt.Key.Key_Down)
    assert question.target.isEnabled() == (kind is not Always.TRAP)
    qtbot.keyClick(question, Qt.Key.Key_Return)
    kept, by = question.kept, list_people(library)[0].id
    accept_always(library, by, kept.kind, kept.source, kept.target, reason=question.reason)
    table = tmp_path / "kept.csv"
    with open_library(tmp_path / "other.workbench") as other:
        there = add_person(other, "Editor B").id
        if kind is Always.NAME:
            export_names(library, table)
            import_names(other, table, by=there)
            assert [(n.value.source, n.value.target) for n in list_names(other)] == [("九佳公司", "Jiujia")]
        elif kind is Always.TERM:
            export_terms(library, table)
            import_terms(other, table, by=there)
            assert len(list_concepts(other, "九佳公司")) == 1
        else:
            export_exceptions(library, table)
            import_exceptions(other, table, by=there)
            assert kind in {each.value.kind for each in list_exceptions(other, "九佳公司")}
