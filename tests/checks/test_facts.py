"""Every example of the catalogue gives exactly the finding it should."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from workbench.checks.run import check_passage
from workbench.model.finding import Finding
from workbench.model.kinds import Family
from workbench.model.passage import CheckContext, Passage

CASES = Path(__file__).parent / "cases" / "facts.tsv"


def cases():
    with CASES.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            pytest.param(row["zh"], row["en"], row["expect"] or "", id=f"{row['section']} {row['zh']}")
            for row in rows
        ]


def facts_found(source: str, target: str, context: CheckContext | None = None) -> list[Finding]:
    found = check_passage(Passage(source, target), context or CheckContext())
    return [finding for finding in found if finding.family is Family.FACT or finding.check == "number-form"]


@pytest.mark.parametrize(("source", "target", "expect"), cases())
def test_a_catalogue_example_gives_exactly_the_finding_it_should(source, target, expect):
    found = sorted(
        f"{finding.check} {finding.level} {finding.slip}" for finding in facts_found(source, target)
    )
    assert found == sorted(expect.split(";") if expect else [])
