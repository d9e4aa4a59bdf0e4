"""Damage anywhere in a library is reported where it changes anything, and mended from a copy (RELIABILITY.md, D10, D11).

200 kinds of damage by default; `WORKBENCH_FLIPS=2000` tries as many.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest
from tests.reliability.processes import answer_of

from workbench.desk.demonstrating import demonstrate
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.repairing import repair
from workbench.library.backups import altered_in, damage_in
from workbench.library.library import open_library
from workbench.library.rotation import keep_copy

FLIPS = int(os.environ.get("WORKBENCH_FLIPS", "200"))
REPAIRS = 10


@pytest.mark.timeout(3600)
def test_damage_that_changes_anything_is_reported_and_mended(tmp_path):
    tally = answer_of("tests.reliability.flipping", str(FLIPS), str(max(REPAIRS, FLIPS // 20)))
    assert tally["tried"] == FLIPS
    assert tally["changed"] > FLIPS / 10, "the damage has to hit something"
    assert tally["missed"] == []
    assert tally["not_repaired"] == []
    assert tally["repaired"] > 0


def test_a_letter_that_fell_over_goes_back_and_is_named(tmp_path):
    path = demonstrate(tmp_path).library
    with open_library(path) as library:
        keep_copy(library)
        key = list_articles(library)[0].key
        before = [row.target for row in open_edition(library, key).rows]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE targets SET text = replace(text, 'Xu', 'Yu') WHERE position = 0")
        connection.commit()
    assert damage_in(path) == []
    (said,) = altered_in(path)
    assert "targets" in said
    told = repair(str(path))
    assert [(one.key, one.number) for one in told.went_back] == [(key, 1)]
    with open_library(path) as library:
        assert [row.target for row in open_edition(library, key).rows] == before
