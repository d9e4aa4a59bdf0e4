"""Links made and broken by hand keep every sentence in exactly one link, in order."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from workbench.memory.align import Alignment, Link
from workbench.memory.align.editing import (
    accept,
    break_up,
    give_source_to_next,
    give_target_to_next,
    join_with_next,
    take_source_from_next,
    take_target_from_next,
)

Change = Callable[[Alignment, int], Alignment]

CASES: list[tuple[Change, list[Link], list[Link]]] = [
    (join_with_next, [((0,), (0,)), ((1,), ())], [((0, 1), (0,))]),
    (join_with_next, [((0,), (0,))], [((0,), (0,))]),
    (break_up, [((0, 1), (0,))], [((0,), (0,)), ((1,), ())]),
    (break_up, [((0,), (0, 1))], [((0,), (0,)), ((), (1,))]),
    (break_up, [((0,), (0,))], [((0,), ()), ((), (0,))]),
    (break_up, [((0,), ())], [((0,), ())]),
    (give_source_to_next, [((0, 1), (0,)), ((2,), (1,))], [((0,), (0,)), ((1, 2), (1,))]),
    (give_target_to_next, [((0,), (0, 1)), ((1,), ())], [((0,), (0,)), ((1,), (1,))]),
    (give_target_to_next, [((0,), (0,))], [((0,), ()), ((), (0,))]),
    (take_source_from_next, [((), (0,)), ((0,), ())], [((0,), (0,))]),
    (take_target_from_next, [((0,), (0,)), ((1,), (1, 2))], [((0,), (0, 1)), ((1,), (2,))]),
    (take_target_from_next, [((0,), (0,)), ((1,), ())], [((0,), (0,)), ((1,), ())]),
    (accept, [((0,), (0,))], [((0,), (0,))]),
]


@pytest.mark.parametrize(("change", "before", "after"), CASES)
def test_a_change_moves_what_it_says(change: Change, before: list[Link], after: list[Link]) -> None:
    assert change(Alignment("text", before, [0.2] * len(before)), 0).links == after


def test_what_a_person_decided_is_sure_and_the_rest_stays_as_it_was() -> None:
    alignment = Alignment("text", [((0,), (0,)), ((1,), (1,)), ((2,), (2,))], [0.3, 0.4, 0.5])
    assert join_with_next(alignment, 0).scores == [1.0, 0.5]
    assert accept(alignment, 1).scores == [0.3, 1.0, 0.5]


def test_no_series_of_changes_loses_or_disorders_a_sentence() -> None:
    chance = random.Random(3)
    changes = [case[0] for case in CASES]
    alignment = Alignment("text", [((n,), (n,)) for n in range(12)], [0.5] * 12)
    for _ in range(400):
        alignment = chance.choice(changes)(alignment, chance.randrange(len(alignment.links)))
        assert [n for link in alignment.links for n in link[0]] == list(range(12))
        assert [n for link in alignment.links for n in link[1]] == list(range(12))
        assert len(alignment.scores) == len(alignment.links)
