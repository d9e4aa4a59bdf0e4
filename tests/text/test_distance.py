"""How far apart two words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from workbench.text.distance import is_within

WORDS = st.text(alphabet="abc", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "slips"), [("zhaokui", "zhoukui", 2), ("hunan", "hainan", 2), ("", "a", 1)]
)
def test_words_are_this_far_apart(one, other, slips):
    assert is_within(one, other, slips)
    assert not is_within(one, other, slips - 1)


@given(WORDS, WORDS, st.integers(0, 3))
def test_the_answer_is_levenshteins(one, other, slips):
    assert is_within(one, other, slips) is (Levenshtein.distance(one, other) <= slips)
