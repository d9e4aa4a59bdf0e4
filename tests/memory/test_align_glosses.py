"""The lexicon in numbers says of thousands of words at once what the rows of text say of each."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.memory.align.glosses import Sense, glosses, known_stems
from workbench.text.lexicon import equivalents, row_number
from workbench.text.stems import stem

ENGLISH = {
    each: number
    for number, each in enumerate(["say", "novel", "banana", "state", "council", stem("economy")])
}


def told(words: list[str], sense: Sense) -> list[dict[str, float]]:
    rows = np.array([row_number(word) for word in words], np.int64)
    names, found = list(ENGLISH), [dict[str, float]() for _ in words]
    for place, number, strength in zip(*glosses(rows, sense, known_stems(ENGLISH)), strict=True):
        found[place][names[number]] = round(float(strength), 2)
    return found


@pytest.mark.parametrize("words", [["国务院", "國務院", "经济", "香蕉"], ["香蕉"], ["K歌", "一", "龟"]])
def test_numbers_say_what_the_lines_say(words: list[str]) -> None:
    names = list(ENGLISH)
    by_line = [
        {names[number]: strength for number, strength in zip(*equivalents(word, ENGLISH), strict=True)}
        for word in words
    ]
    assert told(words, Sense.WORD) == by_line


def test_a_character_brings_what_it_means_inside_words() -> None:
    (inside,) = told(["说"], Sense.INSIDE)
    assert set(inside) == {"say", "novel"}


def test_a_word_of_several_characters_has_nothing_inside() -> None:
    assert told(["国务院"], Sense.INSIDE) == [{}]


def test_no_words_have_no_glosses() -> None:
    assert [len(each) for each in glosses(np.zeros(0, np.int64), Sense.WORD, known_stems(ENGLISH))] == [
        0,
        0,
        0,
    ]


def test_a_word_without_a_row_has_no_number() -> None:
    assert row_number("龘龘龘") is None
    assert row_number("") is None
