"""The undo stack: what is one step, and what ends it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from workbench.ui.editor.undo import UndoStack, end_of_change


@pytest.mark.parametrize(
    ("texts", "acts"),
    [
        (["", "t", "th", "the"], 1),
        (["", "the ", "the c", "the ca"], 2),
        (["the", "th", "t"], 2),
        (["a b", "a xb", "a xyb"], 1),
        (["", "one two"], 1),
        (["", "end.", "end.X"], 2),
    ],
)
def test_letters_of_one_word_are_one_step(texts, acts):
    stack = UndoStack()
    for before, after in pairwise(texts):
        stack.add_typing(1, object(), before=before, after=after)
    assert stack.depth == acts


def test_another_row_or_a_moved_caret_begins_a_new_step():
    stack = UndoStack()
    stack.add_typing(1, "a", before="", after="a")
    stack.add_typing(2, "b", before="", after="b")
    stack.seal()
    stack.add_typing(2, "c", before="b", after="bc")
    assert stack.depth == 3


def test_a_new_act_ends_what_could_be_redone():
    stack = UndoStack()
    stack.add(1, "a")
    done = stack.take_done()
    assert done is not None
    stack.push_undone(done)
    assert stack.can_redo
    stack.add(1, "b")
    assert not stack.can_redo


@pytest.mark.parametrize(
    ("before", "after", "caret"),
    [
        ("ab", "aXb", 2),
        ("aXb", "ab", 1),
        ("", "abc", 3),
        ("abc", "", 0),
        ("same", "same", 4),
        ("aa", "aaa", 3),
    ],
)
def test_the_caret_goes_behind_what_changed(before, after, caret):
    assert end_of_change(before, after) == caret
