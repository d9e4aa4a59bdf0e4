"""Rows on the screen: measured when seen, standing still, the same text active or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from tests.ui.editor.fake_desk import FakeDesk, sample_rows

from workbench.model.kinds import SegmentKind
from workbench.ui.editor.layouts import code_offset, lay_out, unit_offset
from workbench.ui.editor.look import plain_look
from workbench.ui.editor.target_edit import PlainRow
from workbench.ui.editor.values import MarkedText

LONG = (
    "On April 2, Xu Dazhe, deputy secretary of the CPC Hunan Provincial Committee and governor, chaired a "
    "meeting on 国际友城工作 to discuss “friendship city” work; 350 million yuan, up 12.6% year-on-year."
)


@pytest.mark.parametrize("kind", [SegmentKind.HEADLINE, SegmentKind.BODY, SegmentKind.CAPTION])
@pytest.mark.parametrize("width", [180, 333, 480])
def test_a_text_breaks_and_stands_the_same_whether_painted_or_edited(qtbot, kind, width):
    look = plain_look()
    shape = look.target_shape(kind)
    painted = lay_out(MarkedText(LONG), shape, width, look).layout
    edit = PlainRow()
    qtbot.addWidget(edit)
    edit.dress(look, shape, "surface")
    edit.set_text_width(width)
    edit.fill(LONG)
    edited = edit.document().firstBlock().layout()
    edit.document().size()
    assert painted.lineCount() == edited.lineCount()
    for at in range(painted.lineCount()):
        one, other = painted.lineAt(at), edited.lineAt(at)
        assert (one.textStart(), one.textLength()) == (other.textStart(), other.textLength())
        assert one.y() == pytest.approx(other.y(), abs=0.6)
    assert edit.text_height() == pytest.approx(lay_out(MarkedText(LONG), shape, width, look).height, abs=1)


@pytest.mark.parametrize("text", ["plain", "𠮷野家 beside 𠮷", "国际 a", ""])
def test_offsets_go_to_qt_and_back(text):
    for at in range(len(text) + 1):
        assert code_offset(text, unit_offset(text, at)) == at


def test_entering_a_row_does_not_move_the_rows_above(open_editor):
    editor = open_editor(FakeDesk(sample_rows(60)))
    view = editor.screen.view
    view.enter(20)
    tops = {place: view.rowViewportPosition(place) for place in view.places_in_sight()}
    view.enter(18)
    assert {place: view.rowViewportPosition(place) for place in tops if place <= 18} == {
        place: top for place, top in tops.items() if place <= 18
    }


def test_scrolling_up_into_rows_never_seen_keeps_what_was_in_sight(open_editor):
    editor = open_editor(FakeDesk(sample_rows(400)))
    view = editor.screen.view
    view.enter(390)
    bar = view.verticalScrollBar()
    for _ in range(30):
        known = view.rowAt(120)
        before = view.rowViewportPosition(known)
        bar.setValue(bar.value() - 40)
        assert view.rowViewportPosition(known) == before + 40


def test_only_rows_that_were_seen_are_measured(open_editor):
    editor = open_editor(FakeDesk(sample_rows(5000)))
    assert sum(editor.screen.view._measured) < 60


def test_a_click_puts_the_caret_where_it_points(editor):
    view = editor.screen.view
    top = view.rowViewportPosition(2)
    point = QPoint(view.columns.target_text + 2, top + 45)
    editor.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor.place == 2
    assert 0 < editor.edit.caret() < len(editor.edit.text())
    assert editor.edit.hasFocus()


def test_typing_over_the_line_grows_the_row_and_shows_all_of_it(editor):
    view = editor.screen.view
    before = view.rowHeight(3)
    editor.type(" and so on and on" * 8)
    assert view.rowHeight(3) > before
    assert editor.edit.height() >= editor.edit.text_height()
    assert editor.edit.verticalScrollBar().value() == 0


def test_a_row_higher_than_the_window_scrolls_with_the_caret(editor):
    editor.edit.put(" a very long paragraph" * 300)
    caret = editor.edit.cursorRect().translated(editor.edit.pos())
    assert 0 <= caret.top() <= editor.screen.view.viewport().height()


def test_the_active_row_is_marked_by_a_bar_and_a_border_not_by_colour_alone(editor):
    view = editor.screen.view
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(image)
    top = view.rowViewportPosition(3)
    bar = image.pixelColor(1, top + 20).name()
    assert bar == editor.theme.tokens.accent
    assert image.pixelColor(1, top - 20).name() != bar


def test_a_dark_theme_is_taken_over_at_once(editor):
    editor.theme.set_mode("dark")
    view = editor.screen.view
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(image)
    assert image.pixelColor(view.columns.target + 5, view.viewport().height() - 3).name() == (
        editor.theme.tokens.surface
    )
    editor.type("x")
    assert editor.edit.text().endswith("x")


def test_the_caret_stays_when_somebody_else_changes_the_edition(editor):
    editor.edit.set_caret(7)
    editor.desk.somebody_else_saves(7, "Theirs.")
    editor.screen.session.reread()
    editor.settle()
    assert editor.model.text(6) == "Theirs."
    assert (editor.place, editor.edit.caret()) == (3, 7)


def test_rows_that_come_from_elsewhere_wait_for_the_end_of_a_composition(editor):
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendEvent(editor.edit, QInputMethodEvent("guo", []))
    editor.desk.join(1)
    editor.screen.session.reread()
    editor.qtbot.waitUntil(lambda: editor.background.waiting_writes == 0)
    assert editor.model.rowCount() == 8
    event = QInputMethodEvent("", [])
    event.setCommitString("国")
    QApplication.sendEvent(editor.edit, event)
    editor.settle()
    editor.settle()
    assert editor.model.rowCount() == 7
    assert editor.edit.text().endswith("国")


def shown(view) -> QImage:
    """Return the rows as they stand on the screen, not painted anew."""
    corner = view.viewport().mapToGlobal(QPoint(0, 0))
    area = view.viewport().size()
    return view.screen().grabWindow(0, corner.x(), corner.y(), area.width(), area.height()).toImage()


@pytest.mark.parametrize("place", [0, 3, 20, 59])
def test_a_row_that_grows_and_shrinks_leaves_the_rows_below_as_if_painted_anew(open_editor, place):
    editor = open_editor(FakeDesk(sample_rows(60)))
    view = editor.screen.view
    view.enter(place)
    editor.edit.setCursorWidth(0)
    for text in ("A word and another one. " * 9, "A word and another one. " * 7):
        editor.type(text)
        editor.screen.completion.hide()
        editor.settle()
        seen = shown(view)
        view.viewport().repaint()
        assert seen == shown(view)
    for _ in range(250):
        editor.press(Qt.Key.Key_Backspace)
    editor.screen.completion.hide()
    editor.settle()
    seen = shown(view)
    view.viewport().repaint()
    assert seen == shown(view)


def test_going_through_rows_leaves_all_of_them_as_if_painted_anew(open_editor):
    editor = open_editor(FakeDesk(sample_rows(60)))
    view = editor.screen.view
    editor.edit.setCursorWidth(0)
    for step in range(24):
        if step % 3 == 0:
            editor.type("A few words more. ")
            editor.screen.completion.hide()
        if step % 2:
            editor.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            view.enter((view.active + (17 if step == 10 else 1)) % 60)
        editor.settle()
        seen = shown(view)
        view.viewport().repaint()
        assert seen == shown(view), step
