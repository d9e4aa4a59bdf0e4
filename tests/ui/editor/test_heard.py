"""What a screen reader hears of the rows: texts, number, kind and state in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from workbench.ui.keymap import preset_keys


def heard_cells(editor) -> list[tuple[str, str]]:
    """Return name and description of every cell, as a screen reader walks them."""
    table = QAccessible.queryAccessibleInterface(editor.screen.view)
    assert table.role() is QAccessible.Role.Table
    children = (table.child(place) for place in range(table.childCount()))
    return [
        (cell.text(QAccessible.Text.Name), cell.text(QAccessible.Text.Description))
        for cell in children
        if cell.role() is QAccessible.Role.Cell
    ]


def test_every_row_is_heard_with_its_number_kind_state_and_both_texts(editor):
    cells = heard_cells(editor)
    for place, row in enumerate(editor.model.rows()):
        number, source, target, state = cells[place * 4 : place * 4 + 4]
        assert number[0] == str(row.number)
        assert source[0] == row.source
        assert target[0] == row.target
        assert state[0] in {"confirmed", "approved", "draft", "empty", "returned", "published"}
        assert target[1].startswith(f"Row {row.number}, ")
        assert state[0] in target[1]
    assert "headline" in cells[2][1]


def test_what_is_typed_is_heard_at_once(editor):
    editor.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    editor.type(" today")
    assert heard_cells(editor)[editor.place * 4 + 2][0].endswith(" today")


def test_the_findings_panel_names_the_key_that_is_bound_now(editor):
    editor.screen.panel.findings.show_findings([], {})
    editor.actions.use_keys(preset_keys("trados"))
    editor.screen.panel.findings.show_findings([], {})
    words = " ".join(label.text() for label in editor.screen.panel.findings.findChildren(QLabel))
    assert "Shift+F8 goes to the next one" in words
