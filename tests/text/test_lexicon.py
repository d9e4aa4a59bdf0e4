"""The lexicon tells which English stems may stand for a Chinese word."""

from __future__ import annotations

import pytest

from workbench.text.lexicon import equivalents, inner_equivalents, is_word, syllables
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


def test_a_character_brings_what_it_means_inside_words() -> None:
    places, _ = inner_equivalents("说", {"say": 0, "novel": 1, "banana": 2})
    assert set(places) == {0, 1}


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
