"""Comparing versions in the window."""

from __future__ import annotations

import pytest
from tests.ui.editor.conftest import Opened
from tests.ui.editor.real import RealLibrary

from workbench.desk.editing import save_text
from workbench.model.kinds import Origin


@pytest.fixture
def real(qtbot, tmp_path):
    made = RealLibrary(tmp_path)
    for number, text in ((1, "Meeting on friendship cities"), (2, "Xu chaired it.")):
        target = made.rows()[number - 1].target_id
        save_text(made.library, made.person.id, target, text, origin=Origin.ENGINE)
    save_text(made.library, made.person.id, made.rows()[0].target_id, "Meeting on twin cities")
    yield made
    made.library.close()


@pytest.fixture
def editor(qtbot, real):
    opened = Opened(qtbot, real.desk(), real.key)
    yield opened
    opened.close()


def test_two_versions_are_shown_word_by_word_and_lead_to_the_rows(editor, qtbot):
    editor.actions["article.compare"].trigger()
    qtbot.waitUntil(lambda: editor.screen.commands.versions is not None)
    dialog = editor.screen.commands.versions
    qtbot.waitUntil(lambda: dialog.older.count() > 0)
    offered = [dialog.older.itemData(place) for place in range(dialog.older.count())]
    assert offered == ["now", "draft"]  # it was never handed in: there is no submission to offer
    assert (dialog.older.currentData(), dialog.newer.currentData()) == ("draft", "now")
    qtbot.waitUntil(lambda: dialog.head.text() == "1 of 2 rows differ")
    assert "Meeting on friendshiptwin cities" in dialog.page.toPlainText()
    assert "Xu chaired it." not in dialog.page.toPlainText()
    dialog.only_changed.click()
    assert "Xu chaired it." in dialog.page.toPlainText()
    editor.screen.view.enter(3)
    dialog.rowChosen.emit(editor.model.row(0).target_id)
    assert editor.place == 0
    dialog.close()
