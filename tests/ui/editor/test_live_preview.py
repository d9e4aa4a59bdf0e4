"""The finished page beside the rows: the same page as the export, following and leading back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from tests.ui.editor.conftest import Opened
from tests.ui.editor.real import RealLibrary

from workbench.desk.editing import save_text
from workbench.desk.publishing import read_page
from workbench.model.kinds import SegmentKind, State
from workbench.model.page import Page, PageBlock, PageRow
from workbench.ui.editor.live_preview import around, inside_of
from workbench.ui.publish.preview import page_markup


@pytest.fixture
def real(qtbot, tmp_path):
    made = RealLibrary(tmp_path)
    for row in made.rows():
        text = f"Sentence <{row.number}> & more."
        save_text(made.library, made.person.id, row.target_id, text)
    yield made
    made.library.close()


@pytest.fixture
def editor(qtbot, real):
    opened = Opened(qtbot, real.desk(), real.key)
    yield opened
    opened.close()


@pytest.fixture
def page(editor, qtbot):
    """The preview, opened with its key."""
    editor.press(Qt.Key.Key_F5)
    shown = editor.screen.previewing.page
    qtbot.waitUntil(lambda: "Sentence" in shown.browser.toPlainText(), timeout=20_000)
    return shown


def words_marked(page):
    return [selection.cursor.selectedText() for selection in page.browser.extraSelections()]


def test_the_preview_is_the_page_of_the_export_with_links_in_it(real, page):
    from workbench.desk.reading import open_edition

    finished = read_page(real.library, open_edition(real.library, real.key).edition_id)
    plain, linked = QTextDocument(), QTextDocument()
    plain.setHtml(page_markup(finished, missing="missing"))
    linked.setHtml(page_markup(finished, missing="missing", inside=inside_of(finished)))
    assert inside_of(finished)
    assert linked.toPlainText() == plain.toPlainText() == page.browser.toPlainText()


def test_it_takes_the_place_of_the_panel_and_gives_it_back(editor, page):
    assert editor.screen.panel.isHidden()
    assert page.width() > 320
    editor.press(Qt.Key.Key_F5)
    assert page.isHidden()
    assert not editor.screen.panel.isHidden()


def test_it_follows_the_active_row(editor, page):
    editor.screen.view.enter(2)
    assert words_marked(page) == ["Sentence <3> & more."]
    editor.screen.view.enter(0)
    assert words_marked(page) == ["Sentence <1> & more."]


def test_the_row_stays_marked_when_the_colours_change(editor, page):
    editor.screen.view.enter(2)
    editor.theme.set_mode("dark")
    assert words_marked(page) == ["Sentence <3> & more."]


def test_a_click_on_words_goes_to_their_row(editor, page, qtbot):
    document = page.browser.document()
    cursor = document.find("Sentence <4>")
    page.browser.setTextCursor(cursor)
    spot = page.browser.cursorRect(cursor).center() - QPoint(6, 0)
    QTest.mouseClick(page.browser.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: editor.place == 3)
    assert editor.edit.hasFocus()


def test_what_is_typed_appears_after_a_pause(editor, page, qtbot):
    editor.type(" Typed")
    assert "Typed" not in page.browser.toPlainText()
    qtbot.waitUntil(lambda: "Typed" in page.browser.toPlainText(), timeout=20_000)


def test_nothing_is_loaded_from_anywhere(page):
    for address in ("https://example.org/a.png", "file:///etc/hostname", "qrc:/a.png"):
        assert (
            page.browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)) is None
        )
        assert page.browser.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl(address)) is None


def long_page(paragraphs: int) -> Page:
    rows = tuple(
        PageRow(f"t{at + 1}", at + 1, SegmentKind.BODY, at, (), "", f"Text {at}.", State.INITIAL)
        for at in range(paragraphs)
    )
    blocks = tuple(PageBlock(SegmentKind.BODY, row.target) for row in rows)
    return Page("k", "en", "zh", "Headline", "", "", None, "", blocks, rows=rows)


def test_of_a_long_article_the_part_around_the_row_is_drawn():
    page = long_page(1000)
    part = around(page, 501, 100)
    assert len(part.blocks) == 100
    assert PageBlock(SegmentKind.BODY, "Text 500.") in part.blocks
    assert [row.target for row in part.rows] == [block.text for block in part.blocks]
    assert around(page, 1000, 100).blocks[-1].text == "Text 999."
    assert around(page, 1, 100).blocks[0].text == "Text 0."
    short = replace(page, blocks=page.blocks[:50], rows=page.rows[:50])
    assert around(short, 1, 100) is short
