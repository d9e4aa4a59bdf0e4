"""Counting words and characters, which credits and coverage rest on."""

from __future__ import annotations

import pytest

from workbench.text.words import count_characters, count_words, has_han


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Xu Dazhe met the ambassador.", 5),
        ("It rose 6.1% to 1,200.5 billion yuan.", 7),
        ("well-known U.S. firms in Xi'an", 5),
        ("the G20, COVID-19 and 5G", 5),
        ("a 30-year-old farmer — “the first”", 5),
        ("省长", 0),
    ],
)
def test_english_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("", 0),
        ("4月2日，省长许达哲。", 9),
        ("GDP增长6.1%", 4),
        ("二〇二〇年", 5),
        ("１２个", 3),
    ],
)
def test_characters_are_han_and_digits(text: str, characters: int) -> None:
    assert count_characters(text) == characters


def test_han_is_found_anywhere() -> None:
    assert has_han("Governor 许 said")
    assert not has_han("Governor Xu, ok。")
