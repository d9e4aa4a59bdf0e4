"""Each example of the catalogue (FACTS.md section 2), by its number, gives exactly the findings it should."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from workbench.checks.run import check_passages
from workbench.model.kinds import SegmentKind
from workbench.model.passage import CheckContext, Passage

CASES = Path(__file__).parent / "cases" / "catalogue.tsv"
SECTIONS = {f"2.{section}" for section in range(1, 31)}


def examples() -> list[dict[str, str]]:
    """Return the lines of the table; paragraphs of an example are parted by ¶."""
    with CASES.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def said_of(example: dict[str, str]) -> list[str]:
    """Return what the checks say of an example: check, level and slip of each finding of any family."""
    kind = SegmentKind(example["kind"] or "body")
    day = date.fromisoformat(example["published"]) if example["published"] else None
    sides = zip(example["zh"].split("¶"), example["en"].split("¶"), strict=True)
    rows = [Passage(zh, en, n, n, kind) for n, (zh, en) in enumerate(sides, start=1)]
    found = check_passages(rows, CheckContext(published=day))
    return sorted(f"{finding.check} {finding.level} {finding.slip}" for finding in found)


@pytest.mark.parametrize("example", [pytest.param(e, id=f"{e['number']} {e['en'][:50]}") for e in examples()])
def test_an_example_of_the_catalogue_gives_exactly_the_findings_it_should(example):
    if "spelling" in example["expect"]:
        pytest.importorskip("hunspell")
    assert said_of(example) == sorted(filter(None, example["expect"].split("; ")))


def test_every_section_of_the_catalogue_has_examples():
    numbers = {example["number"].rsplit(".", 1)[0] for example in examples()}
    assert numbers == SECTIONS
