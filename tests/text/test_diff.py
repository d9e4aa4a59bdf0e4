"""The word-level difference shown in the history, the review and beside memory matches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.diff import Change, differences


def test_a_changed_word_is_one_delete_and_one_insert() -> None:
    assert differences("Xu met the ambassador.", "Xu met the consul.") == [
        Change("equal", "Xu met the "),
        Change("delete", "ambassador"),
        Change("insert", "consul"),
        Change("equal", "."),
    ]


def test_neighbouring_changed_words_read_as_one_change() -> None:
    assert differences("He said he was glad.", "He stressed that growth was glad.") == [
        Change("equal", "He "),
        Change("delete", "said he"),
        Change("insert", "stressed that growth"),
        Change("equal", " was glad."),
    ]


def test_chinese_changes_character_by_character() -> None:
    assert differences("省长许达哲出席", "副省长许达哲出席") == [
        Change("insert", "副"),
        Change("equal", "省长许达哲出席"),
    ]


def test_a_number_changes_as_a_whole() -> None:
    kinds = [(c.kind, c.text) for c in differences("of 20.3 million yuan", "of 203 million yuan")]
    assert ("delete", "20.3") in kinds
    assert ("insert", "203") in kinds


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "a b"), ("a b", ""), ("same", "same")])
def test_empty_and_equal_texts_are_no_special_case(old: str, new: str) -> None:
    changes = differences(old, new)
    assert all(change.text for change in changes)


TEXTS = st.text(alphabet="ab 省长1,.\n’", max_size=30)


@given(TEXTS, TEXTS)
def test_the_parts_spell_both_versions(old: str, new: str) -> None:
    changes = differences(old, new)
    assert "".join(c.text for c in changes if c.kind != "insert") == old
    assert "".join(c.text for c in changes if c.kind != "delete") == new
