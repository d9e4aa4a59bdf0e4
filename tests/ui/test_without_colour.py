"""Nothing is told by colour alone, and nothing moves: shapes, marks and words differ where colours do."""

from __future__ import annotations

import ast
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTextCharFormat
from PySide6.QtWidgets import QProgressBar
from tests.ui.audit import shown_in

from workbench.model.kinds import Level, SegmentKind, Stage, State
from workbench.model.rows import EditionRow
from workbench.ui.editor.look import plain_look
from workbench.ui.editor.panel_findings import SIGNS
from workbench.ui.editor.state_marks import SIDE, paint_state
from workbench.ui.editor.values import Paint
from workbench.ui.plots import HATCHES, TONES, Bar, BarPlot
from workbench.ui.words import STAGE_ICONS, say_stage

UI = Path(__file__).parents[2] / "src" / "workbench" / "ui"
PAPER = 250
"""What is darker than this, of 255, is drawn; how dark it is may be colour."""


def shape_of(picture: QImage) -> bytes:
    """Return which pixels are drawn, whatever their colour."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(
        grey.pixelColor(x, y).lightness() < PAPER for y in range(grey.height()) for x in range(grey.width())
    )


def row(*, is_returned: bool = False, is_omitted: bool = False) -> EditionRow:
    """Return a row in a state."""
    return EditionRow(
        1,
        1,
        SegmentKind.BODY,
        0,
        "原文",
        "Text",
        State.INITIAL,
        1,
        is_returned=is_returned,
        is_omitted=is_omitted,
    )


def test_every_state_of_a_row_has_a_shape_of_its_own(qapp):
    look = plain_look()
    states = {
        "empty": (row(), State.INITIAL, ""),
        "draft": (row(), State.INITIAL, "Text"),
        "confirmed": (row(), State.TRANSLATED, "Text"),
        "returned": (row(is_returned=True), State.TRANSLATED, "Text"),
        "approved": (row(), State.REVIEWED, "Text"),
        "left out": (row(is_omitted=True), State.TRANSLATED, ""),
    }
    shapes = {}
    for name, (one, state, text) in states.items():
        picture = QImage(int(SIDE) * 3, int(SIDE) * 3, QImage.Format.Format_RGB32)
        picture.fill(look.colour("surface"))
        painter = QPainter(picture)
        paint_state(painter, QPointF(SIDE, SIDE), one, state, text, look)
        painter.end()
        shapes[name] = shape_of(picture)
    alike = [(a, b) for a, b in combinations(shapes, 2) if shapes[a] == shapes[b]]
    assert alike == []


def without_colour(shape: QTextCharFormat) -> tuple[object, ...]:
    """Return what is left of a mark in the text when its colours are not seen."""
    return (
        shape.underlineStyle(),
        shape.fontUnderline(),
        shape.fontStrikeOut(),
        shape.background().style(),
    )


def test_marks_in_the_text_differ_in_their_line_and_not_in_their_colour_alone():
    look = plain_look()
    marks = {paint: without_colour(look.format(paint)) for paint in Paint if paint is not Paint.MUTED}
    alike = [(a, b) for a, b in combinations(marks, 2) if marks[a] == marks[b]]
    assert alike == []


def test_every_stage_has_a_word_and_a_picture_of_its_own(qapp):
    assert len({say_stage(stage) for stage in Stage}) == len(Stage)
    assert len({STAGE_ICONS[stage] for stage in Stage}) == len(Stage)


def test_the_parts_of_a_bar_are_hatched_each_in_its_way(theme):
    assert len(set(HATCHES)) == len(HATCHES) == len(TONES)
    plot = BarPlot(theme)
    plot.resize(400, 190)
    plot.show_bars("Words", tuple("abcde"), [Bar("2026-11", (5.0,) * 5)])
    picture = QImage(plot.size(), QImage.Format.Format_RGB32)
    picture.fill(theme.color("background"))
    plot.render(picture)
    assert "a 5, b 5" in plot.accessibleDescription()


def test_every_level_of_a_finding_has_a_sign_of_its_own_beside_its_word():
    assert set(SIGNS) == set(Level)
    assert len(set(SIGNS.values())) == len(Level)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_on_the_screen_moves_by_itself(path):
    """Who is made ill by motion needs no setting here: there are no animations and no bars that run to and fro."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not {name for name in names if name.endswith("Animation") or name in {"QMovie", "QTimeLine"}}
    endless = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setRange"
        and [getattr(part, "value", None) for part in node.args] == [0, 0]
    ]
    assert endless == []


def test_work_whose_end_is_not_known_shows_no_running_bar(window, qtbot):
    from workbench.model.progress import Progress

    shown = []

    def work():
        yield Progress(0, 0, "reading")
        shown.append([bar for bar in shown_in(window) if isinstance(bar, QProgressBar)])
        yield Progress(1, 2, "writing")

    with qtbot.waitSignal(window.strip.ended, timeout=10_000):
        window.strip.run("Importing", work)
    assert shown == [[]]
