"""The lexicon tells which English stems may stand for a Chinese word."""

from __future__ import annotations

import pytest

from workbench.text.lexicon import equivalents, is_word, longest_word, syllables
from workbench.text.stems import stem


def meanings(word: str, *stems: str) -> dict[str, float]:
    numbers = {each: number for number, each in enumerate(stems)}
    places, strengths = equivalents(word, numbers)
    return {stems[place]: strength for place, strength in zip(places, strengths, strict=True)}


@pytest.mark.parametrize("word", ["国务院", "國務院"])
def test_both_spellings_have_the_same_equivalents(word: str) -> None:
    found = meanings(word, stem("state"), stem("council"), stem("banana"))
    assert set(found) == {stem("state"), stem("council")}
    assert all(0 < strength <= 1 for strength in found.values())


def test_a_gloss_of_one_word_is_stronger_than_a_part_of_a_long_one() -> None:
    found = meanings("大使馆", stem("embassy"))
    council = meanings("国务院", stem("council"))
    assert found[stem("embassy")] > council[stem("council")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("中华人民共和国成立", "中华人民共和国"),
        ("中华人民", "中华"),
        ("长沙市委", "长沙市"),
        ("龘龘", "龘"),
        ("％％", ""),
        ("", ""),
        ("G点十", "G点"),
    ],
)
def test_the_longest_word_from_the_left_is_found(text: str, word: str) -> None:
    assert longest_word(text) == word


def test_an_unknown_word_has_nothing() -> None:
    assert not is_word("龘龘龘")
    assert equivalents("龘龘龘", {"say": 0}) == ([], [])


def test_characters_have_their_readings_without_tones() -> None:
    assert set(syllables("长")) == {"chang", "zhang"}
    assert syllables("女")[0] in {"nu", "ru"}


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("went", "go"),
        ("children", "child"),
        ("cities", "city"),
        ("agreements", "agreement"),
        ("planning", "plan"),
        ("quickly", "quick"),
        ("premier's", "premier"),
        ("classes", "class"),
    ],
)
def test_inflections_share_the_stem_of_the_base(word: str, base: str) -> None:
    assert stem(word) == stem(base)


@pytest.mark.parametrize(("one", "other"), [("state", "station"), ("sing", "single"), ("as", "ass")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)
