"""Which Chinese word stands over a character."""

from __future__ import annotations

import pytest

from workbench.text.word_finding import next_word, word_over

SENTENCE = "昨天国务院召开会议，研究国际友城工作。"


@pytest.mark.parametrize(
    ("position", "word"),
    [
        (0, "昨天"),
        (2, "国务院"),
        (4, "国务院"),
        (5, "召开"),
        (8, "会议"),
        (9, None),
        (12, "国际"),
        (99, None),
    ],
)
def test_the_word_over_a_character_is_found(position, word):
    found = word_over(SENTENCE, position)
    assert (SENTENCE[slice(*found)] if found else None) == word


def test_a_character_in_no_word_stands_alone():
    assert word_over("龘", 0) == (0, 1)


def test_latin_letters_and_digits_are_no_chinese_words():
    assert word_over("GDP增长", 1) is None


def test_words_follow_each_other_over_punctuation_in_both_directions():
    words, span = [], word_over(SENTENCE, 0)
    while span is not None:
        words.append(SENTENCE[slice(*span)])
        span = next_word(SENTENCE, span, 1)
    assert words[:5] == ["昨天", "国务院", "召开", "会议", "研究"]
    assert next_word(SENTENCE, (10, 12), -1) == (7, 9)
    assert next_word(SENTENCE, (0, 2), -1) is None
