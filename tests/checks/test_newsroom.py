"""Sentences as they come up in a newsroom, each with a right translation and a wrong one."""

from __future__ import annotations

import csv
from pathlib import Path

from workbench.checks.run import check_passage
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage

CASES = Path(__file__).parent / "cases" / "newsroom.tsv"
JUDGING = frozenset({Family.FACT, Family.NAME, Family.TERM, Family.TEXT})
RANK = {Level.NOTE: 0, Level.WARNING: 1, Level.ERROR: 2}


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def levels(source: str, target: str) -> dict[tuple[str, str], Level]:
    """Return the level of each slip found, form and length of the sentence left aside."""
    found = check_passage(Passage(source, target), CheckContext())
    return {
        (f.check, f.slip): f.level
        for f in found
        if f.family in JUDGING and f.check not in ("spacing", "coverage")
    }


def test_the_right_translation_is_left_in_peace():
    said = {f"{row['zh']} | {row['right']}": levels(row["zh"], row["right"]) for row in cases()}
    assert {pair: found for pair, found in said.items() if set(found.values()) - {Level.NOTE}} == {}


def test_the_wrong_translation_is_found_at_its_level():
    missed = []
    for row in cases():
        known = levels(row["zh"], row["right"])
        new = [level for slip, level in levels(row["zh"], row["wrong"]).items() if slip not in known]
        if max((RANK[level] for level in new), default=-1) != RANK[Level(row["level"])]:
            missed.append(f"{row['section']} {row['zh']} | {row['wrong']}: {new}")
    assert missed == []
