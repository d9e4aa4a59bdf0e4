"""Looking selected words up in the memory without leaving the row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from tests.ui.editor.real import RealLibrary

from workbench.desk import editing
from workbench.ui.editor.side_panel import CONCORDANCE, SUGGESTIONS
from workbench.ui.editor.values import HitFilter, Mark, MarkedText, MemoryHit, Paint


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
    qtbot.waitUntil(lambda: asked == ["first"], timeout=20_000)
    qtbot.waitUntil(lambda: bool(panel.concordance._hits), timeout=20_000)
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


def test_filters_narrow_the_search_and_a_hit_leads_to_its_article(editor, qtbot):
    editor.desk.hits = lambda _words: [
        MemoryHit(MarkedText("友城"), MarkedText("friendship city"), "", "abcd1234")
    ]
    panel = editor.screen.panel.concordance
    editor.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel.field.setText("友城")  # as an input method would put it in
    editor.press(Qt.Key.Key_Return, widget=panel.field)
    panel.filters.person.setFocus()
    qtbot.keyClicks(panel.filters.person, "Translator A")
    editor.press(Qt.Key.Key_Return, widget=panel.filters.person)
    panel.filters.here.setFocus()
    editor.press(Qt.Key.Key_Space, widget=panel.filters.here)
    qtbot.waitUntil(lambda: bool(editor.desk.filtered) and editor.desk.filtered[-1].is_here, timeout=20_000)
    assert editor.desk.filtered[-1].person == "Translator A"
    qtbot.waitUntil(lambda: bool(panel._hits), timeout=20_000)
    with qtbot.waitSignal(editor.screen.articleAsked) as asked:
        (go,) = [each for each in panel.findChildren(QPushButton) if "article" in each.text().lower()]
        go.setFocus()
        editor.press(Qt.Key.Key_Space, widget=go)
    assert asked.args == ["abcd1234"]


def test_hits_are_exported_as_a_table(editor, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "hits.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    editor.desk.hits = lambda _words: [MemoryHit(MarkedText("友城"), MarkedText("friendship city"))]
    panel = editor.screen.panel.concordance
    panel.begin("友城")
    qtbot.waitUntil(panel.export.isEnabled, timeout=20_000)
    panel.export.setFocus()
    editor.press(Qt.Key.Key_Space, widget=panel.export)
    qtbot.waitUntil(path.exists, timeout=20_000)


def test_a_hit_of_the_desk_marks_its_likely_equivalent(tmp_path):
    real = RealLibrary(tmp_path)
    row = real.rows()[1]
    editing.save_text(real.library, real.person.id, row.target_id, "A meeting on friendship cities.")
    editing.confirm(real.library, real.person.id, [row.target_id])
    desk = real.desk()
    desk.open_edition(real.key, "en")
    (hit,) = desk.concordance("会议")
    (mark,) = hit.target.marks
    assert (hit.target.text[mark.start : mark.start + mark.length], mark.paint) == ("meeting", Paint.LIKELY)
    assert hit.article == real.key
    assert desk.concordance("会议", HitFilter(person="Nobody")) == []
    assert desk.export_hits("会议", HitFilter(), tmp_path / "hits.csv") == 1
    desk.close()
    real.library.close()
