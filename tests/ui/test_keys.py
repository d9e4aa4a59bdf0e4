"""Keys: presets, changes, conflicts, and the window in which they are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from workbench.ui.actions import ACTIONS, EDITOR, FORBIDDEN_KEYS, Actions, conflicts
from workbench.ui.keymap import PRESETS, WORKBENCH, Keymap, keymap_of, preset_keys
from workbench.ui.keys_page import keys_markdown
from workbench.ui.keys_window import KeysWindow
from workbench.ui.labels import PlainLabel
from workbench.ui.library_filters import Search
from workbench.ui.shortcuts import Shortcuts
from workbench.ui.window_state import WindowState

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def actions(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    return Actions(window, theme)


@pytest.fixture
def state(tmp_path):
    return WindowState(tmp_path / "window.ini")


@pytest.fixture
def keys(qtbot, theme, actions, state):
    window = KeysWindow(None, theme, actions, state)
    qtbot.addWidget(window)
    window.show()
    return window


def choose(window, label):
    """Type the name of an act and go to its field, by keyboard alone."""
    window.search.setText(label)
    assert window.list.currentItem().text(0) == label


@pytest.mark.parametrize("name", PRESETS)
def test_no_preset_binds_what_an_input_method_uses(name):
    bound = {key for keys in preset_keys(name).values() for key in keys}
    assert not bound & (FORBIDDEN_KEYS | {"Tab", "Esc", "Backspace", "Meta+Space", "Shift+Space"})
    assert not [key for key in bound if len(key) == 1]


@pytest.mark.parametrize("name", PRESETS)
def test_in_no_preset_do_two_acts_of_one_place_share_a_key(name):
    assert conflicts(dict(preset_keys(name))) == []


@pytest.mark.parametrize("name", PRESETS)
def test_every_key_of_a_preset_is_one_that_qt_knows(name, qapp):
    for keys in preset_keys(name).values():
        for key in keys:
            assert QKeySequence(key).toString() == key


@pytest.mark.parametrize("name", PRESETS)
def test_the_main_acts_have_a_key_in_every_preset(name):
    main = ["confirm", "confirm_next", "next_open", "copy_source", "split", "join", "comment", "add_term"]
    assert [act for act in main if not preset_keys(name)[f"segment.{act}"]] == []


@pytest.mark.parametrize(
    ("preset", "identity", "key"),
    [
        ("memoq", "segment.next_open", "Ctrl+G"),
        ("memoq", "tools.concordance", "Ctrl+K"),
        ("trados", "segment.split", "Alt+Shift+T"),
        ("trados", "segment.copy_source", "Ctrl+Ins"),
        ("omegat", "segment.next_open", "Ctrl+U"),
        ("omegat", "edit.replace", "Ctrl+K"),
        ("omegat", "segment.add_term", "Ctrl+Shift+G"),
    ],
)
def test_a_preset_has_the_keys_its_hands_know(preset, identity, key):
    assert key in preset_keys(preset)[identity]


def test_what_was_changed_lies_over_the_preset_and_survives_a_start(state):
    state.keymap = Keymap("memoq").with_keys("segment.split", ("Ctrl+Alt+X",))
    again = keymap_of(state.keymap.as_text())
    assert again.keys()["segment.split"] == ("Ctrl+Alt+X",)
    assert again.keys()["segment.next_open"] == ("Ctrl+G",)


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"preset": 3}', '{"preset": "x", "changed": {"no.such": ["F9"]}}']
)
def test_a_damaged_file_of_keys_means_the_defaults(kept):
    assert keymap_of(kept).keys() == dict(preset_keys(WORKBENCH))


def test_keys_of_the_input_method_in_the_file_are_left_out():
    kept = '{"preset": "workbench", "changed": {"segment.split": ["Ctrl+Space", "Return", "Ctrl+B"]}}'
    assert keymap_of(kept).keys()["segment.split"] == ("Ctrl+B",)


def test_a_pressed_key_holds_at_once_and_is_kept(keys, actions, state, qtbot):
    choose(keys, "Split at the caret")
    keys.first.setFocus()
    qtbot.keyClick(keys.first, Qt.Key.Key_Y, CTRL | Qt.KeyboardModifier.AltModifier)
    assert [key.toString() for key in actions["segment.split"].shortcuts()] == ["Ctrl+Alt+Y"]
    assert state.keymap.keys()["segment.split"] == ("Ctrl+Alt+Y",)
    assert keys.list.currentItem().text(2) == "Ctrl+Alt+Y"


def test_a_second_key_stands_beside_the_first(keys, actions, qtbot):
    choose(keys, "Split at the caret")
    qtbot.keyClick(keys.second, Qt.Key.Key_F11)
    assert [key.toString() for key in actions["segment.split"].shortcuts()] == ["Ctrl+T", "F11"]
    qtbot.keyClick(keys.second, Qt.Key.Key_Delete)
    assert [key.toString() for key in actions["segment.split"].shortcuts()] == ["Ctrl+T"]


def test_a_taken_key_names_the_other_act_and_place_and_changes_nothing_until_asked(keys, actions, qtbot):
    choose(keys, "Split at the caret")
    qtbot.keyClick(keys.first, Qt.Key.Key_J, CTRL)
    assert "“Join with next” (Editor, Review)" in keys.note.text()
    assert actions["segment.split"].shortcut().toString() == "Ctrl+T"
    qtbot.mouseClick(keys.leave, Qt.MouseButton.LeftButton)
    assert keys.first.text() == "Ctrl+T"
    qtbot.keyClick(keys.first, Qt.Key.Key_J, CTRL)
    qtbot.mouseClick(keys.take, Qt.MouseButton.LeftButton)
    assert actions["segment.split"].shortcut().toString() == "Ctrl+J"
    assert actions["segment.join"].shortcut().isEmpty()


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Return, NONE), (Qt.Key.Key_Space, CTRL), (Qt.Key.Key_A, NONE)]
)
def test_what_types_or_belongs_to_an_input_method_is_refused_with_a_sentence(
    keys, actions, qtbot, key, modifiers
):
    choose(keys, "Split at the caret")
    qtbot.keyClick(keys.first, key, modifiers)
    assert keys.note.text().startswith("⚠")
    assert actions["segment.split"].shortcut().toString() == "Ctrl+T"


def test_one_act_or_all_of_them_go_back_to_the_preset(keys, actions, qtbot):
    choose(keys, "Split at the caret")
    qtbot.keyClick(keys.first, Qt.Key.Key_J, CTRL)
    qtbot.mouseClick(keys.take, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(keys.reset, Qt.MouseButton.LeftButton)
    assert actions["segment.split"].shortcut().toString() == "Ctrl+T"
    assert actions["segment.join"].shortcut().isEmpty()
    qtbot.mouseClick(keys.reset_all, Qt.MouseButton.LeftButton)
    assert actions["segment.join"].shortcut().toString() == "Ctrl+J"


def test_a_preset_is_chosen_by_keyboard_and_holds_at_once(keys, actions, state, qtbot):
    keys.presets.setFocus()
    qtbot.keyClick(keys.presets, Qt.Key.Key_Down)
    assert keys.presets.currentText() == "memoQ"
    assert actions["segment.next_open"].shortcut().toString() == "Ctrl+G"
    qtbot.keyClicks(keys.presets, "Om")
    assert keys.presets.currentText() == "OmegaT"
    assert actions["segment.next_open"].shortcut().toString() == "Ctrl+U"
    assert state.keymap.preset == "omegat"


@pytest.mark.parametrize("words", ["Ctrl+J", "join"])
def test_acts_are_found_by_name_and_by_key(keys, words):
    keys.search.setText(words)
    shown = [item.text(0) for item in keys._items() if not item.isHidden()]
    assert "Join with next" in shown
    assert len(shown) < 4


def test_a_changed_key_works_in_the_editor_without_a_restart(editor_with_keys):
    opened = editor_with_keys
    opened.actions.use_keys(Keymap().take("segment.next_open", ("Ctrl+B",)).keys())
    before = opened.place
    opened.press(Qt.Key.Key_B, CTRL)
    assert opened.place != before


def test_the_key_that_sends_a_comment_is_an_act_of_the_table_too(editor_with_keys):
    opened = editor_with_keys
    field = opened.screen.panel.comments.field
    assert field.placeholderText().endswith("; send it with Ctrl+Enter")
    opened.actions.use_keys(Keymap().take("comment.send", ("Ctrl+Alt+S",)).keys())
    opened.press(Qt.Key.Key_M, CTRL)
    assert field.placeholderText().endswith("; send it with Ctrl+Alt+S")
    opened.qtbot.keyClicks(field, "Which year?")
    opened.press(Qt.Key.Key_Return, CTRL, widget=field)
    opened.settle()
    assert opened.desk.comments == []
    opened.press(Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.AltModifier, widget=field)
    opened.settle()
    assert [each.text for each in opened.desk.comments] == ["Which year?"]


def test_plain_enter_does_nothing_in_the_editor_in_any_preset(editor_with_keys):
    opened = editor_with_keys
    for name in PRESETS:
        opened.actions.use_keys(dict(preset_keys(name)))
        before, text = opened.place, opened.edit.text()
        opened.press(Qt.Key.Key_Return)
        opened.press(Qt.Key.Key_Space, CTRL)
        assert (opened.place, opened.edit.text()) == (before, text)


@pytest.fixture
def editor_with_keys(qtbot):
    from tests.ui.editor.conftest import Opened
    from tests.ui.editor.fake_desk import FakeDesk

    opened = Opened(qtbot, FakeDesk())
    yield opened
    opened.close()


def test_the_page_of_the_documents_is_what_the_table_says():
    page = Path(__file__).parents[2] / "docs" / "keys.md"
    assert page.read_text("utf-8") == keys_markdown(), "run python tools/keys_page.py"


def test_the_list_is_saved_as_a_web_page_and_as_a_pdf(qtbot, theme, actions, tmp_path):
    actions.enter(EDITOR)
    dialog = Shortcuts(None, theme, actions)
    qtbot.addWidget(dialog)
    dialog.save(tmp_path / "keys.html")
    dialog.save(tmp_path / "keys.pdf")
    assert "Ctrl+T" in (tmp_path / "keys.html").read_text("utf-8")
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    assert len(ACTIONS) > 60


def test_the_library_search_names_the_key_of_the_chosen_preset(qtbot, theme):
    top = QWidget()
    qtbot.addWidget(top)
    actions = Actions(top, theme)
    search = Search(theme, actions)
    qtbot.addWidget(search)
    shown = [label.text() for label in search.findChildren(PlainLabel)]
    actions.use_keys(preset_keys("omegat"))
    assert shown == ["Ctrl+K"]
    assert [label.text() for label in search.findChildren(PlainLabel)] == ["F3"]
