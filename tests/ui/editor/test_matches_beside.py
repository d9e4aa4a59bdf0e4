"""Matches beside the row: what was put in is marked, each translation has its own number, and nothing is cut off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.editor.real import RealLibrary

from workbench.desk.remembering import digests_around
from workbench.library.memory_intake import Intake
from workbench.model.kinds import Origin
from workbench.model.pairs import Background, NewEntry
from workbench.text.normalise import normalise
from workbench.ui.editor.cards import Card
from workbench.ui.editor.values import Suggestion

CTRL = Qt.KeyboardModifier.ControlModifier

GROWTH = "一季度，湖南实现进出口总额3.5亿元，同比增长12.6%。"
STRESSED = "会议强调，要坚持稳中求进的工作总基调。"


def taught(library, source, target, background, *, origin="confirmed"):
    intake = Intake(library)
    intake.add([NewEntry(source, target, normalise(source), origin, "Translator B", background=background)])
    intake.close()


def test_each_translation_has_its_own_number_and_what_was_put_in_is_marked(tmp_path):
    real = RealLibrary(tmp_path)
    around = digests_around("前一句。", "后一句。")
    here = Background(before=around.before, after=around.after, is_reviewed=True)
    taught(real.library, STRESSED, "Stability comes first.", here)
    taught(
        real.library, STRESSED, "Put stability first.", Background(published=date(2009, 3, 1)), origin="tmx"
    )
    taught(
        real.library,
        GROWTH.replace("3.5亿", "2.4亿"),
        "In the first quarter, imports and exports of Hunan reached 240 million yuan, up 12.6 percent.",
        Background(is_reviewed=True),
    )
    desk = real.desk()
    desk.open_edition(real.key, "en")
    found = desk.suggestions(STRESSED, before="前一句。", after="后一句。")
    assert [(each.score, each.text) for each in found] == [
        (101, "Stability comes first."),
        (91, "Put stability first."),
    ]
    mended, _ = desk.suggestions(GROWTH, before="", after="")
    (mark,) = mended.marks
    assert mended.text[mark.start : mark.start + mark.length] == "350 million"
    desk.close()
    real.library.close()


def test_a_match_with_much_to_say_about_it_is_shown_whole(editor, qtbot):
    text = "In the first quarter, imports and exports of Hunan reached 350 million yuan, up 12.6 percent."
    much = "2009-03-01 · Translator B · used 12 times · machine-made −10 · unreviewed −2 · old −2"
    editor.desk.memory = lambda _source: [Suggestion("memory", text, Origin.MEMORY, 86, detail=much)]
    panel = editor.screen.panel.suggestions
    editor.press(Qt.Key.Key_Down, CTRL)
    qtbot.waitUntil(lambda: bool(panel.suggestions), timeout=20_000)
    editor.settle()
    card = panel.findChild(Card)
    assert card.geometry().right() <= panel.viewport().width()
    labels = card.findChildren(QLabel)
    assert {much} <= {label.text() for label in labels}
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels if label.wordWrap())
