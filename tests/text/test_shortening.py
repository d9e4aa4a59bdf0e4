"""Very long sentences are cut where they can be put together again."""

from __future__ import annotations

import random

import pytest

from workbench.text.segmenting import join_sentences
from workbench.text.shortening import ROUGHLY, shortened

CHINESE = "会议强调，要坚持稳中求进；"
ENGLISH = "the meeting of 1,200 people and "


@pytest.mark.parametrize(("text", "language"), [
    (CHINESE * 8_000, "zh"), ("长沙" * 50_000, "zh"), ("长沙 Changsha 2020 年 " * 5_000, "zh"), (ENGLISH * 4_000, "en"),
    ("《" * 30_000 + "》", "zh"), ("x" * 30_000, "en"), ("\U00020000" * 30_000, "zh"), ("短句。", "zh"), ("", "zh"),
])  # fmt: skip
def test_the_pieces_joined_are_the_paragraph(text, language):
    pieces = shortened(text, language)
    assert "".join(pieces) == text
    assert join_sentences([piece.strip() for piece in pieces], language) == text.strip()


def test_any_mixture_of_signs_is_joined_again():
    dice = random.Random(1)
    for language in ("zh", "en", "ja"):
        for _ in range(20):
            text = "".join(
                dice.choice(["长沙", "，", "a", " b", "1,2", "”", "é", "い"]) for _ in range(6_000)
            )
            assert (
                join_sentences([piece.strip() for piece in shortened(text, language)], language)
                == text.strip()
            )


def test_a_cut_stands_behind_a_comma_and_pieces_are_short():
    pieces = shortened(CHINESE * 8_000, "zh")
    assert max(map(len, pieces)) <= ROUGHLY
    assert all(piece[-1] in "，；" for piece in pieces)


def test_a_million_characters_are_cut_at_once():
    assert len(shortened("长" * 1_000_000, "zh")) >= 500
