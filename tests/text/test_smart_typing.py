"""Straight quotes and hyphens become what a copy editor would set."""

from __future__ import annotations

import pytest

from workbench.text.smart_typing import typed

TYPED = [
    ('He said, "Hello."', "He said, “Hello.”"),
    ('"A" and ("B")', "“A” and (“B”)"),
    ("Hunan's 'new' port isn't", "Hunan’s ‘new’ port isn’t"),
    ("the '90s and rock 'n' roll", "the ’90s and rock ‘n’ roll"),
    ("\"'Yes,' he said\"", "“‘Yes,’ he said”"),
    ('a 12" screen', 'a 12" screen'),
    ('born in "1949"', "born in “1949”"),
    ("trade--and more", "trade—and more"),
    ("pages 10--12", "pages 10–12"),
    ("well-known", "well-known"),
    ("a ---- b", "a —— b"),
    ('—"so it went"', "—“so it went”"),
]


@pytest.mark.parametrize(("keys", "expected"), TYPED)
def test_what_the_keys_make(keys, expected):
    text = ""
    for key in keys:
        change = typed(text, key)
        text = text + key if change is None else text[: len(text) - change.length] + change.text
    assert text == expected
