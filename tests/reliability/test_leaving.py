"""What leaves the program as a table is never a formula, and comes back as it was (RELIABILITY.md, X3)."""

from __future__ import annotations

import csv

import pytest

from workbench.errors import Problem
from workbench.formats.memory_tables import read_memory_table, write_memory_table
from workbench.formats.term_tables import read_table, write_csv, write_xlsx
from workbench.formats.tmx_units import TmxUnit
from workbench.formats.writing import harmless_cell, plain_cell
from workbench.model.concept import ConceptValue, FormValue

CELLS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "＝1+1", "＋1", "－1", "＠1", "'=1+1", "''=1+1", '=HYPERLINK("http://127.0.0.1:9/","x")',
    "=cmd|'/c calc'!A1", "-3 degrees", "+86 731", "@handle", "'quoted'", "'tis", "plain", "1+1", "a=b",
]  # fmt: skip


@pytest.mark.parametrize("cell", [*CELLS, "", "'", "''"])
def test_an_apostrophe_is_put_before_a_formula_and_taken_away_again(cell):
    assert plain_cell(harmless_cell(cell)) == cell
    assert harmless_cell(cell)[:1] not in set("=+-@＝＋－＠")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_memory_comes_back_from_a_table_whatever_its_texts_begin_with(tmp_path, ending):
    path = tmp_path / f"memory{ending}"
    units = [TmxUnit(cell, cell) for cell in CELLS]
    write_memory_table(path, units)
    problems: list[Problem] = []
    found = list(read_memory_table(path, source="zh", target="en", on_problem=problems.append))
    assert problems == []
    assert [(unit.source, unit.target) for unit in found] == [(cell, cell) for cell in CELLS]


@pytest.mark.parametrize(("write", "name"), [(write_csv, "terms.csv"), (write_xlsx, "terms.xlsx")])
def test_terms_come_back_from_a_table_whatever_they_begin_with(write, name):
    concepts = [
        ConceptValue((FormValue("zh", cell), FormValue("en", cell))) for cell in CELLS if "|" not in cell
    ]
    problems: list[Problem] = []
    assert [each.forms for each in read_table(write(concepts), name, problems.append)] == [
        each.forms for each in concepts
    ]


def test_no_cell_of_a_csv_file_begins_as_a_formula_does(tmp_path):
    path = tmp_path / "memory.csv"
    write_memory_table(path, [TmxUnit(cell, cell) for cell in CELLS])
    concepts = [ConceptValue((FormValue("zh", cell), FormValue("en", cell))) for cell in CELLS]
    texts = [path.read_text("utf-8-sig"), write_csv(concepts).decode("utf-8-sig")]
    cells = [cell for text in texts for row in csv.reader(text.splitlines()) for cell in row]
    assert [cell for cell in cells if cell[:1] in set("=+-@＝＋－＠") and cell] == []
