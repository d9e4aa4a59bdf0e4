"""No trap string is ever taken for a number; one with a value of its own asks for it quietly."""

from __future__ import annotations

import json

from workbench.checks.run import check_passage
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.resources import resource

TRAPS = json.loads(resource("traps.json").read_text("utf-8"))
CARRIERS = (("{}", "It is so."), ("会议强调，要{}，推动工作。", "The meeting called for work to move on."))


def facts(source: str, target: str) -> list[Finding]:
    return [f for f in check_passage(Passage(source, target), CheckContext()) if f.family is Family.FACT]


def test_no_trap_gives_an_error_or_a_warning():
    loud = [
        (source, finding.message)
        for row in TRAPS
        for carrier, target in CARRIERS
        for source in [carrier.format(row["zh"])]
        for finding in facts(source, target)
        if finding.level is not Level.NOTE
    ]
    assert len(TRAPS) == 340
    assert loud == []


def test_a_trap_without_a_value_gives_nothing_at_all():
    noisy = [
        row["zh"]
        for row in TRAPS
        if not row["expect"]
        for carrier, target in CARRIERS
        if facts(carrier.format(row["zh"]), target)
    ]
    assert noisy == []


def test_a_trap_with_a_value_asks_for_it_with_a_note():
    silent = [
        row["zh"]
        for row in TRAPS
        if row["expect"]
        for carrier, target in CARRIERS
        if not facts(carrier.format(row["zh"]), target)
    ]
    assert silent == []


def test_the_proper_english_of_a_trap_settles_it():
    proper = [
        (row["zh"], finding.message)
        for row in TRAPS
        if len(row["expect"]) == 1
        for finding in facts(f"会议提到{row['zh']}。", f"The meeting mentioned {row['expect'][0]}.")
    ]
    assert proper == []


def test_a_trap_glued_to_a_number_is_no_trap():
    assert facts("装机250余万千瓦", "More than 25 million kilowatts installed")[0].slip == "times-ten"


def test_the_house_may_add_a_trap():
    passage = Passage("他住在三进院。", "He lives there.")
    assert check_passage(passage, CheckContext(traps=("三进院",))) == []
