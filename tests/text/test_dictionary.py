"""The dictionary finds words in both spellings and under the pointer."""

from __future__ import annotations

import pytest

from workbench.text.dictionary import look_up, marked_pinyin, word_at


@pytest.mark.parametrize("word", ["国务院", "國務院"])
def test_a_word_is_found_in_simplified_and_in_traditional_spelling(word: str) -> None:
    entry = look_up(word)[0]
    assert (entry.simplified, entry.traditional) == ("国务院", "國務院")
    assert entry.pinyin == "Guó wù yuàn"
    assert "(PRC) State Council" in entry.glosses


def test_a_word_with_two_readings_has_an_entry_for_each() -> None:
    assert {entry.pinyin for entry in look_up("长")} >= {"cháng", "zhǎng"}


def test_an_unknown_word_has_no_entries() -> None:
    assert look_up("龘龘龘") == []


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("昨天国务院召开会议", 2, "国务院"),
        ("昨天国务院召开会议", 4, "国务院"),
        ("昨天国务院召开会议", 7, "会议"),
        ("。", 0, None),
        ("会议", 5, None),
    ],
)
def test_the_longest_word_over_a_place_is_found(text: str, position: int, word: str | None) -> None:
    found = word_at(text, position)
    assert (text[slice(*found)] if found else None) == word


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("Zhong1 guo2", "Zhōng guó"),
        ("lu:4 shi1", "lǜ shī"),
        ("liu2 dou4 dui4", "liú dòu duì"),
        ("ma5", "ma"),
        ("E2 luo2 si1", "É luó sī"),
        ("yi1 hui4 r5", "yī huì r"),
    ],
)
def test_tone_numbers_become_marks_on_the_right_vowel(numbered: str, marked: str) -> None:
    assert marked_pinyin(numbered) == marked
