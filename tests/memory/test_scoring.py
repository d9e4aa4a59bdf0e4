"""Context and penalties stand beside the score."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.memory.scoring import Doubts, Neighbours, Penalties, doubts, is_context_match


@pytest.mark.parametrize(
    ("score", "entry", "here", "is_context"),
    [
        (100, Neighbours("a", "b"), Neighbours("a", "b"), True),
        (100, Neighbours("", "b"), Neighbours("", "b"), True),
        (100, Neighbours("a", "b"), Neighbours("a", "c"), False),
        (100, Neighbours("a", "b"), Neighbours("", "b"), False),
        (100, Neighbours(), Neighbours(), False),
        (99, Neighbours("a", "b"), Neighbours("a", "b"), False),
    ],
)
def test_an_exact_match_between_the_same_neighbours_is_a_match_in_context(score, entry, here, is_context):
    assert is_context_match(score, entry, here) is is_context


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, Doubts()),
        ({"is_machine": True}, Doubts(machine=10)),
        ({"is_reviewed": False}, Doubts(unreviewed=2)),
        ({"is_foreign": True}, Doubts(foreign=5)),
        ({"dated": date(2016, 11, 24)}, Doubts(old=2)),
        ({"dated": date(2016, 11, 25)}, Doubts()),
        ({"dated": date(2016, 2, 29), "is_machine": True}, Doubts(machine=10, old=2)),
    ],
)
def test_doubts_are_told_one_by_one(said, expected):
    settled = {"is_machine": False, "is_reviewed": True, "is_foreign": False, "dated": None} | said
    found = doubts(**settled, today=date(2026, 11, 24), penalties=Penalties())
    assert found == expected
    assert found.total == sum(expected)


def test_an_age_of_zero_years_means_never_old():
    penalties = Penalties(old_after_years=0)
    said = {"is_machine": False, "is_reviewed": True, "is_foreign": False}
    assert doubts(**said, dated=date(1990, 1, 1), today=date(2026, 1, 1), penalties=penalties).old == 0
