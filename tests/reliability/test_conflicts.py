"""Four programs edit the same rows of a library in a file at once: nothing is overwritten in silence."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from tests.reliability.conflicts import change_at_once, edit_at_once, silently_gone, tell_pairs

from workbench.desk import editing
from workbench.desk.demonstrating import import_sample
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.model.kinds import Role

EDITS = int(os.environ.get("WORKBENCH_CONFLICTS", "200")) // 4
"""Edits of each of four programs; the full run has 10,000 conflicting pairs."""
RETURNED = int(os.environ.get("WORKBENCH_RETURNED", "1"))
"""So often an edition is sent out and comes back while others type and replace; each reads the file in a process of its own."""
MANY = 20
"""From so many on both outcomes have to be met."""


def office(library, number=4):
    first = add_person(library, "Editor A").id
    people = [add_person(library, f"Translator {n}", [Role.TRANSLATOR], by=first).id for n in range(number)]
    key = import_sample(library, by=people[0])
    return people, [row.target_id for row in open_edition(library, key).rows[:5]]


def test_four_programs_on_one_file_overwrite_nothing_in_silence(tmp_path):
    place = tmp_path / "office.workbench"
    with open_library(place) as library:
        people, targets = office(library)
        outcomes = edit_at_once([str(place)] * 4, people, targets, EDITS)
        counts = Counter(one["outcome"] for one in outcomes)
        tell_pairs(outcomes)
        assert set(counts) <= {"saved", "conflict"}, counts
        assert counts["conflict"] >= EDITS // 20
        assert silently_gone(library, outcomes) == []


@pytest.mark.timeout(3600)
def test_files_that_come_back_and_words_replaced_everywhere_overwrite_nothing_in_silence(tmp_path):
    place = tmp_path / "office.workbench"
    with open_library(place) as library:
        people, _ = office(library, 3)
        (article,) = list_articles(library)
        ways = [("type", 15), ("replace", 5), ("return", 1)]
        writers = [(str(place), by, way, n * RETURNED) for by, (way, n) in zip(people, ways, strict=True)]
        outcomes = change_at_once(article.key, writers)
        tell_pairs(outcomes)
        counts = Counter((one["way"], one["outcome"]) for one in outcomes)
        assert {outcome for _, outcome in counts} <= {"saved", "conflict"}, counts
        assert RETURNED < MANY or all(counts[way, "saved"] and counts[way, "conflict"] for way, _ in ways), (
            counts
        )
        assert silently_gone(library, outcomes) == []


def test_without_the_version_seen_texts_would_go(tmp_path, monkeypatch):
    """The control: the oracle notices a history that lacks a saved text."""
    place = tmp_path / "office.workbench"
    with open_library(place) as library:
        people, targets = office(library, 1)
        editing.save_text(library, people[0], targets[0], "kept")
        said = {"target": targets[0], "person": people[0], "text": "never written", "outcome": "saved"}
        assert silently_gone(library, [said]) == ["never written"]
