"""The memory's normal form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.normalise import normalise


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("　会议　强调  ", "会议 强调"),
        ("ＧＤＰ增长５％", "GDP增长5%"),
        ("“稳中求进”，（完）", "“稳中求进”,(完)"),
        ("line\r\nbreak\ttab\xa0end", "line break tab end"),
        ("Case Kept", "Case Kept"),
        ("", ""),
    ],
)
def test_width_and_white_space_are_folded_and_case_is_kept(text, normal):
    assert normalise(text) == normal


@given(st.text(alphabet=st.characters(), max_size=30))
def test_the_short_way_gives_what_nfkc_gives(text):
    assert normalise(text) == " ".join(unicodedata.normalize("NFKC", text).split())
    assert normalise(normalise(text)) == normalise(text)
