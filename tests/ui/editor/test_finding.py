"""Find and replace in the window, on a real library of two articles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.ui.editor.conftest import Opened
from tests.ui.editor.real import RealLibrary

from workbench.desk.editing import confirm, save_text
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition

CTRL = Qt.KeyboardModifier.ControlModifier
TEXTS = {1: "Hunan governor chairs meeting", 2: "Xu of Hunan chaired it.", 4: "Hunan imports grew."}


@pytest.fixture
def real(qtbot, tmp_path):
    made = RealLibrary(tmp_path)
    for row in made.rows():
        if row.number in TEXTS:
            save_text(made.library, made.person.id, row.target_id, TEXTS[row.number])
    confirm(made.library, made.person.id, [made.rows()[3].target_id])
    report = ImportReport()
    import_pasted(made.library, "湖南开放\n\n湖南对外开放。", report, by=made.person.id)
    made.other = report.added[0].key
    first = open_edition(made.library, made.other).rows[1]
    save_text(made.library, made.person.id, first.target_id, "Hunan opens up.")
    yield made
    made.library.close()


@pytest.fixture
def editor(qtbot, real):
    opened = Opened(qtbot, real.desk(), real.key)
    yield opened
    opened.close()


def other_text(real):
    return open_edition(real.library, real.other).rows[1].target


def ask(editor, words, replacement=""):
    editor.press(Qt.Key.Key_H, CTRL)
    bar = editor.screen.find_bar
    if words.isascii():
        editor.qtbot.keyClicks(bar.find_field, words)
    else:
        bar.find_field.setText(words)  # as an input method commits it
    editor.qtbot.keyClicks(bar.replace_field, replacement)
    return bar


def test_only_ticked_changes_are_made(editor, real):
    bar = ask(editor, "hunan", "Hunan Province")
    bar._every.click()
    preview = editor.preview()
    assert preview.list.topLevelItemCount() == 3
    preview.list.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert preview.replace.text() == "Replace in 2 rows"
    preview.replace.click()
    editor.settle()
    targets = {row.number: row.target for row in real.rows()}
    assert targets[1] == "Hunan Province governor chairs meeting"
    assert targets[2] == "Xu of Hunan chaired it."
    assert targets[4] == "Hunan Province imports grew."
    assert other_text(real) == "Hunan opens up."


def test_replacing_over_the_library_is_one_undo_step(editor, real):
    before = [row.target for row in real.rows()]
    bar = ask(editor, "Hunan", "Hunan Province")
    bar.scope.setCurrentIndex(1)
    bar._every.click()
    preview = editor.preview()
    assert preview.list.topLevelItemCount() == 4
    editor.replace_ticked()
    assert other_text(real) == "Hunan Province opens up."
    assert editor.texts()[0] == "Hunan Province governor chairs meeting"
    editor.press(Qt.Key.Key_Z, CTRL)
    editor.settle()
    assert other_text(real) == "Hunan opens up."
    assert [row.target for row in real.rows()] == before


def test_a_cancelled_preview_changes_nothing(editor, real):
    before = [row.target for row in real.rows()]
    ask(editor, "Hunan", "X")._every.click()
    editor.qtbot.keyClick(editor.preview(), Qt.Key.Key_Escape)
    editor.settle()
    assert [row.target for row in real.rows()] == before


def shown(editor):
    view = editor.screen.view
    return [place + 1 for place in range(editor.model.rowCount()) if view.rowHeight(place)]


def test_rows_are_filtered_by_words_and_the_caret_moves_among_them(editor, qtbot):
    bar = ask(editor, "Hunan")
    bar.rows_button.click()
    qtbot.waitUntil(lambda: shown(editor) == [1, 2, 4])
    editor.screen.view.enter(1)
    editor.press(Qt.Key.Key_PageDown)
    assert editor.place == 3
    editor.press(Qt.Key.Key_PageUp)
    assert editor.place == 0
    bar.close_bar()
    assert len(shown(editor)) == editor.model.rowCount()


def test_rows_are_filtered_by_state(editor, qtbot):
    from workbench.model.kinds import Standing

    bar = ask(editor, "")
    bar.narrowing.standings[Standing.CONFIRMED].trigger()
    qtbot.waitUntil(lambda: shown(editor) == [4])
    bar.narrowing.clear()
    qtbot.waitUntil(lambda: len(shown(editor)) == editor.model.rowCount())


def test_going_to_a_hidden_row_shows_all_again(editor, qtbot):
    bar = ask(editor, "Hunan")
    bar.rows_button.click()
    qtbot.waitUntil(lambda: shown(editor) == [1, 2, 4])
    editor.screen.view.enter(2)
    assert editor.place == 2
    assert not bar.rows_button.isChecked()
    assert len(shown(editor)) == editor.model.rowCount()


def test_words_are_found_in_the_source_in_either_script(editor):
    bar = ask(editor, "進出口總額")
    bar.sides.setCurrentIndex(1)
    bar.searched.emit(1)
    assert editor.screen.view.source_view.selected_text() == "进出口总额"
    bar.exact.setChecked(True)
    bar.searched.emit(1)
    assert bar._answer.text() == "Not found"


def test_a_bad_pattern_is_said_beside_the_field(editor):
    bar = ask(editor, "(")
    bar.pattern.setChecked(True)
    editor.press(Qt.Key.Key_Return, widget=bar.find_field)
    assert "is not a pattern" in bar._answer.text()
