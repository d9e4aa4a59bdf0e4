"""Looking selected words up in the memory without leaving the row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from tests.ui.editor.real import RealLibrary

from workbench.desk import editing
from workbench.ui.editor.side_panel import CONCORDANCE, SUGGESTIONS
from workbench.ui.editor.values import Mark, MarkedText, MemoryHit, Paint


def test_selected_words_are_looked_up_and_a_hit_is_put_in(editor, qtbot):
    asked = []

    def hits(words):
        asked.append(words)
        return [MemoryHit(MarkedText("进出口"), MarkedText("total imports"), "2019")]

    editor.desk.hits = hits
    editor.edit.select(7, 12)
    editor.press(Qt.Key.Key_F3)
    panel = editor.screen.panel
    assert panel.tab == CONCORDANCE
    assert panel.concordance.field.hasFocus()
    qtbot.waitUntil(lambda: asked == ["first"], timeout=3000)
    qtbot.waitUntil(lambda: bool(panel.concordance._hits), timeout=3000)
    panel.concordance.wordsChosen.emit("total imports")
    assert "total imports" in editor.edit.text()
    assert editor.edit.hasFocus()


def test_escape_goes_back_to_the_row(editor):
    editor.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = editor.screen.panel.concordance.field
    assert field.hasFocus()
    editor.press(Qt.Key.Key_Escape, widget=field)
    assert editor.edit.hasFocus()
    assert editor.screen.panel.tab == SUGGESTIONS


def test_the_desk_finds_chinese_in_sources_and_english_in_targets(tmp_path):
    real = RealLibrary(tmp_path)
    row = real.rows()[1]
    editing.save_text(real.library, real.person.id, row.target_id, "A meeting on friendship cities.")
    editing.confirm(real.library, real.person.id, [row.target_id])
    desk = real.desk()
    desk.open_edition(real.key, "en")
    assert desk.concordance("友城")[0].source.marks[0].paint is Paint.FOUND
    hit = desk.concordance("friendship")[0]
    assert hit.target == MarkedText("A meeting on friendship cities.", (Mark(13, 10, Paint.FOUND),))
    assert desk.concordance("nothing such") == []
    desk.close()
    real.library.close()
