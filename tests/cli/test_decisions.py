"""Names, exceptions, acceptances and the report of findings, by commands."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Shell


@pytest.fixture
def office(shell: Shell) -> Shell:
    """A library with one person."""
    shell.run("people", "add", "Editor A")
    return shell


def test_names_are_set_listed_and_exchanged(office, tmp_path):
    title = "省长 = governor [2016-09-05 - 2020-11-24]"
    office.run("names", "set", "许达哲", "Xu Dazhe", "--title", title)
    (shown,) = office.lines("names", "list")
    assert shown["titles"] == [{"zh": "省长", "en": "governor", "from": "2016-09-05", "to": "2020-11-24"}]
    table = tmp_path / "names.csv"
    assert office.json("names", "export", table)["count"] == 1
    assert office.json("names", "remove", "许达哲") == {"removed": 1}
    assert office.json("names", "import", table) == {"count": 1, "problems": []}
    office.run("names", "set", "乌兰", "Wu Lan", "--title", "nonsense")
    assert office.status == 1
    assert "is no title" in office.errors


def test_an_exception_settles_a_pair_and_is_taken_back(office, tmp_path):
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("今年增加2030万元。\tThis year it rose by 203 million yuan.\n", "utf-8")
    assert office.lines("check", "--pairs", pairs)[0]["findings"][0]["slip"] == "times-ten"
    number = office.json("exceptions", "add", "2030万元", "203 million yuan", "--reason", "so printed")["id"]
    assert office.lines("check", "--pairs", pairs) == [{"row": 1, "findings": []}]
    assert office.json("exceptions", "remove", number) == {"removed": 1}
    assert office.lines("check", "--pairs", pairs)[0]["findings"]


def test_the_report_is_written_as_a_page_a_table_and_json(office, tmp_path):
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        "增加2030万元。\tIt rose by 203 million yuan.\n会议开始了。\tThe meeting began.\n", "utf-8"
    )
    for ending in ("html", "csv", "json"):
        office.run("check", "--pairs", pairs, "--report", tmp_path / f"report.{ending}")
        assert office.status == 1
    (line,) = json.loads((tmp_path / "report.json").read_text("utf-8"))["findings"]
    assert (line["row"], line["level"], line["slip"], line["decision"]) == (1, "error", "times-ten", "open")
    assert "203 million" in (tmp_path / "report.html").read_text("utf-8")
    office.run("check", "--pairs", pairs, "--report", tmp_path / "report.doc")
    assert "has to end in one of" in office.errors
