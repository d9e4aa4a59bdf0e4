"""The office from the command line: queues, changes, answers, sheets, figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Prepared

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "sample_zh.txt"


@pytest.fixture(scope="module")
def returned(staffed_library, tmp_path_factory):
    """The sample drafted, submitted, and sent back with a reason and a change; made once."""
    made = Prepared(tmp_path_factory.mktemp("returned") / "cli.workbench")
    staffed_library.copy_to(made.library)
    key = json.loads(made.run("import", SAMPLE, "--json"))["added"][0]["key"]
    made.run("draft", key, "--engine", "sample", "--as", "Translator A")
    made.run("confirm", key, "--as", "Translator A")
    made.run("submit", key, "--as", "Translator A")
    made.run("edit", key, "3", "--text", "Wu Lan gave a speech.", "--as", "Reviewer A")
    made.run("return", key, "--reason", "wrong fact: see row 4", "--number", "4", "--as", "Reviewer A")
    return made, key


@pytest.fixture
def reviewed(shell, returned):
    """The key of the returned sample, in a library of the test's own."""
    made, key = returned
    made.copy_to(shell.library)
    return key


def test_what_came_back_is_listed_answered_and_told(shell, reviewed):
    stops = shell.lines("walk", reviewed)
    assert [(stop["kind"], stop["number"]) for stop in stops] == [("changed", 3), ("returned", 4)]
    assert stops[1]["said"] == "wrong fact: see row 4"
    shell.run("answer", str(stops[1]["comment_id"]), "--text", "Done.", "--as", "Translator A")
    assert shell.lines("walk", reviewed)[1]["answers"][0]["text"] == "Done."
    (notice,) = [n for n in shell.lines("notices", "--as", "Translator A") if "sent back" in n["said"]]
    assert notice["key"] == reviewed
    shell.run("notices", "--seen", "--as", "Translator A")
    assert not any(n["is_new"] for n in shell.lines("notices", "--as", "Translator A"))


def test_changes_are_compared_with_any_point(shell, reviewed):
    (change,) = shell.lines("compare", reviewed)
    assert (change["number"], change["after"]) == (3, "Wu Lan gave a speech.")
    points = [base["key"] for base in shell.lines("compare", reviewed, "--since", "list")]
    assert points[:2] == ["submitted", "draft"]
    assert shell.lines("compare", reviewed, "--since", points[-1]) == [change]
    assert "{+ gave+}" in shell.run("compare", reviewed)
    assert shell.lines("compare", reviewed, "--since", points[-1], "--until", "submitted") == []
    (back,) = shell.lines("compare", reviewed, "--since", "now", "--until", "submitted")
    assert (back["before"], back["after"]) == (change["after"], change["before"])
    shell.run("compare", reviewed, "--until", "event:999999")
    assert shell.status == 1


def test_queues_are_listed_for_whoever_asks(shell, reviewed):
    assert [row["key"] for row in shell.lines("list", "--queue", "returned", "--as", "Translator A")] == [
        reviewed
    ]
    assert shell.lines("list", "--queue", "free", "--as", "Reviewer A") == []
    shell.run(
        "assign", reviewed, "Translator A", "--role", "translator", "--due", "2026-12-01", "--as", "Editor A"
    )
    (row,) = shell.lines("list", "--queue", "given", "--as", "Translator A")
    assert (row["assignee"], row["due"]) == ("Translator A", "2026-12-01")
    shell.run("release", reviewed, "--role", "translator", "--as", "Reviewer A")
    assert shell.status == 1
    shell.run("release", reviewed, "--role", "translator", "--as", "Editor A")
    assert shell.status == 0


def test_only_an_admin_unlocks_by_force(shell, reviewed):
    shell.run("unlock", reviewed, "--reason", "In the way", "--as", "Reviewer A")
    assert shell.status == 1
    assert shell.json("unlock", reviewed, "--reason", "In the way", "--as", "Editor A") == {"segments": []}


def test_the_sheet_is_written_as_pdf_and_as_a_record(shell, reviewed, tmp_path):
    shell.run("sheet", reviewed, "--to", tmp_path / "sheet.json")
    record = json.loads((tmp_path / "sheet.json").read_text("utf-8"))
    assert "sent back: wrong fact: see row 4" in [act["said"] for act in record["acts"]]
    shell.run("sheet", reviewed, "--to", tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_an_approved_version_is_restored_and_figures_are_ones_own(shell, reviewed, tmp_path):
    shell.run("confirm", reviewed, "--as", "Translator A")
    shell.run("resolve", reviewed, "4", "--as", "Translator A")
    shell.run("submit", reviewed, "--as", "Translator A")
    assert shell.json("approve", reviewed, "--as", "Reviewer A")["stage"] == "approved"
    shell.run("edit", reviewed, "3", "--text", "Something else.", "--as", "Reviewer A")
    shell.run("restore-approved", reviewed, "--as", "Reviewer A")
    assert shell.json("show", reviewed)["segments"][2]["target"] == "Wu Lan gave a speech."
    assert {line["person"] for line in shell.lines("credits", "--as", "Reviewer A")} == {"Reviewer A"}
    assert len({line["person"] for line in shell.lines("credits")}) == 2
    shell.run("credits", "--file", tmp_path / "all.xlsx", "--as", "Editor A")
    assert (tmp_path / "all.xlsx").read_bytes()[:2] == b"PK"
