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


def test_an_exception_is_put_right_by_its_number(office):
    number = office.json("exceptions", "add", "九佳", "--reason", "a company")["id"]
    changed = office.json("exceptions", "set", number, "九佳", "Jiujia")
    assert (changed["kind"], changed["reason"]) == ("equivalence", "a company")
    (shown,) = office.lines("exceptions", "list")
    assert (shown["zh"], shown["en"]) == ("九佳", "Jiujia")
    office.run("exceptions", "set", "99", "九佳")
    assert office.status == 1
    assert "There is no exception 99" in office.errors


def test_a_finding_is_accepted_for_good_as_each_of_the_four_kinds(office, tmp_path):
    (tmp_path / "a.txt").write_text("标题\n\n九佳公司今年增加2030万元。\n", "utf-8")
    key = office.json("import", tmp_path / "a.txt")["added"][0]["key"]
    for kind, zh, en in (
        ("trap", "九佳公司", ""),
        ("name", "九佳公司", "Jiujia Company"),
        ("term", "九佳公司", "Jiujia Co."),
        ("equivalence", "2030万元", "2.03 million yuan"),
    ):
        office.run("edit", key, "2", "--text", "Jiujia added 2.03 million yuan.")
        words = ["accept", key, "money", "--number", "2", "--reason", "as printed", "--for", "always"]
        kept = office.json(*words, "--kind", kind, "--zh", zh, *(["--en", en] if en else []))
        assert (kept["kind"], kept["zh"]) == (kind, zh)
    assert {line["kind"] for line in office.lines("exceptions", "list")} == {"trap", "equivalence"}
    assert office.lines("names", "list")[0]["en"] == "Jiujia Company"
    assert "Jiujia Co." in office.run("terms", "find", "九佳公司")
    assert not any(f["check"] == "money" for line in office.lines("check", key) for f in line["findings"])


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
