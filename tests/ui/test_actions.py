import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar

from workbench.resources import resource
from workbench.ui.actions import ACTIONS, EDITOR, FORBIDDEN_KEYS, LIBRARY, Actions, conflicts, spelled
from workbench.ui.shortcuts import shortcuts_html

BY_ID = {action.id: action for action in ACTIONS}

# UX.md, keys: act, key, second key
AGREED = [
    ("segment.confirm", "Ctrl+Return"),
    ("segment.confirm_next", "Ctrl+Alt+Return"),
    ("segment.insert_1", "Ctrl+1"),
    ("segment.insert_9", "Ctrl+9"),
    ("segment.copy_source", "Ctrl+Ins"),
    ("segment.copy_source", "Ctrl+Shift+S"),
    ("tools.concordance", "F3"),
    ("tools.concordance", "Ctrl+K"),
    ("segment.add_term", "Ctrl+E"),
    ("segment.next_open", "Ctrl+Down"),
    ("segment.previous_open", "Ctrl+Up"),
    ("segment.split", "Ctrl+T"),
    ("segment.join", "Ctrl+J"),
    ("edit.find", "Ctrl+F"),
    ("edit.replace", "Ctrl+H"),
    ("segment.comment", "Ctrl+M"),
    ("segment.comment", "Ctrl+Shift+N"),
    ("tools.next_finding", "F8"),
    ("tools.check", "Shift+F8"),
    ("article.preview", "F5"),
    ("tools.palette", "Ctrl+Shift+P"),
]


@pytest.fixture
def actions(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    return Actions(window, theme)


@pytest.mark.parametrize(("identity", "key"), AGREED)
def test_the_agreed_keys_are_bound(identity, key):
    assert key in BY_ID[identity].keys


def test_every_key_is_one_that_qt_knows(qapp):
    for action in ACTIONS:
        for key in action.keys:
            assert QKeySequence(key).toString() == key, action.id


def test_no_two_acts_of_one_place_share_a_key():
    assert conflicts({}) == []


def test_a_conflict_names_both_acts():
    assert conflicts({"segment.split": ("Ctrl+J",)}) == [("Ctrl+J", "segment.split", "segment.join")]


def test_the_keys_of_the_input_method_are_never_bound(actions):
    assert not [action.id for action in ACTIONS if FORBIDDEN_KEYS & set(action.keys)]
    actions.set_keys("segment.confirm", ("Return", "Ctrl+Space", "Ctrl+G"))
    assert [key.toString() for key in actions["segment.confirm"].shortcuts()] == ["Ctrl+G"]


def test_every_icon_of_the_table_exists():
    assert [a.id for a in ACTIONS if a.icon and not resource(f"icons/{a.icon}.svg").exists()] == []


def test_identities_are_unique():
    assert len(BY_ID) == len(ACTIONS)


def test_only_what_is_bound_and_belongs_to_the_place_can_be_done(actions):
    done = []
    actions.bind("segment.split", lambda: done.append("split"))
    assert not actions["segment.split"].isEnabled()
    actions.enter(EDITOR)
    assert actions["segment.split"].isEnabled()
    actions["segment.split"].trigger()
    actions.allow("segment.split", is_allowed=False)
    actions["segment.split"].trigger()
    assert done == ["split"]
    assert not actions["segment.join"].isEnabled()


def test_the_menus_show_what_belongs_to_the_place(actions, qtbot):
    bar = QMenuBar()
    qtbot.addWidget(bar)

    def titles():
        return [action.text().replace("&", "") for action in bar.actions()]

    actions.fill(bar)
    assert titles() == ["File", "Article", "Tools", "View", "Help"]
    actions.enter(EDITOR)
    actions.fill(bar)
    assert titles() == ["File", "Edit", "Segment", "Article", "Tools", "View", "Help"]
    actions.enter(LIBRARY)


def test_suggestions_are_numbered():
    assert [spelled(BY_ID[f"segment.insert_{n}"]) for n in (1, 9)] == [
        "Insert suggestion 1",
        "Insert suggestion 9",
    ]


def test_the_page_of_shortcuts_holds_every_key(actions):
    page = shortcuts_html(actions, muted="#000000", line="#000000")
    for text in ["Confirm, go to next unconfirmed", "Ctrl+Return", "Insert suggestion 9", "Ctrl+Shift+P"]:
        assert text in page
