"""A row that is long beyond all measure is offered to be divided when the caret comes into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.ui.editor.conftest import Opened
from tests.ui.editor.real import RealLibrary

from workbench.desk.importing import ImportReport, import_pasted

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "各地各部门要抓好落实，" * 1_000 + "完成全年任务。"


@pytest.fixture
def real(tmp_path):
    made = RealLibrary(tmp_path)
    report = ImportReport()
    import_pasted(
        made.library, f"全省会议召开\n\n{LONG}\n\n会议在长沙举行。", report, by=made.person.id, force=True
    )
    made.key = report.added[0].key
    yield made
    made.library.close()


@pytest.fixture
def editor(qtbot, real):
    opened = Opened(qtbot, real.desk(), real.key)
    yield opened
    opened.close()


def test_the_offer_comes_with_the_caret_and_its_button_divides_the_row(editor, qtbot):
    notice = editor.screen.notice
    assert notice.isHidden()
    editor.screen.view.enter(1)
    assert "11,007" in notice.accessibleName()
    notice.button.click()
    qtbot.waitUntil(lambda: editor.model.rowCount() > 3, timeout=20_000)
    assert "".join(row.source for row in editor.model.rows()[1:-1]) == LONG
    assert notice.isHidden()
    editor.press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: editor.model.rowCount() == 3, timeout=20_000)


def test_the_offer_goes_with_the_caret_and_is_made_once(editor):
    notice = editor.screen.notice
    editor.screen.view.enter(1)
    editor.screen.view.enter(2)
    assert notice.isHidden()
    editor.screen.view.enter(1)
    assert notice.isHidden()


def test_the_act_says_when_a_row_is_not_too_long(editor):
    editor.screen.view.enter(2)
    editor.screen.long_rows.divide()
    assert "not too long" in editor.screen.notice.accessibleName()
    assert editor.screen.notice.button.isHidden()
