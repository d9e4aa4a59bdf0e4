"""Going over a review change by change from the command line."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Prepared

TEXT = "友城工作会议\n\n4月2日，会议研究友城工作。\n\n要扩大经贸合作。\n"
ENGLISH = (
    "Meeting on Friendship City Work",
    "On April 2, a meeting discussed sister city work.",
    "Trade is to grow.",
)


@pytest.fixture(scope="module")
def in_review(staffed_library, tmp_path_factory):
    """A short article in review, in whose second segment a reviewer changed two places; made once."""
    folder = tmp_path_factory.mktemp("in_review")
    made = Prepared(folder / "cli.workbench")
    staffed_library.copy_to(made.library)
    (folder / "article.txt").write_text(TEXT, "utf-8")
    key = json.loads(made.run("import", folder / "article.txt", "--json"))["added"][0]["key"]
    for number, text in enumerate(ENGLISH, start=1):
        made.run("edit", key, number, "--text", text, "--confirm", "--as", "Translator A")
    made.run("submit", key, "--as", "Translator A")
    changed = ENGLISH[1].replace("April 2", "2 April").replace("sister", "friendship")
    made.run("edit", key, 2, "--text", changed, "--as", "Reviewer A")
    return made, key


@pytest.fixture
def reviewed(staffed, in_review):
    """The key of the article in review, in a library of the test's own."""
    made, key = in_review
    made.copy_to(staffed.library)
    return key


def changes(shell, key):
    return [
        (row["number"], [(one["number"], one["before"], one["after"]) for one in row["changes"]])
        for row in shell.lines("review", "list", key)
    ]


def text_of(shell, key, number):
    return shell.json("show", key)["segments"][number - 1]["target"]


def test_changes_are_listed_by_numbers_and_one_is_undone(staffed, reviewed):
    (row,) = changes(staffed, reviewed)
    *_, last = row[1]
    assert (row[0], last[1:]) == (2, ("sister", "friendship"))
    answer = staffed.json("review", "undo", reviewed, 2, last[0], "--as", "Reviewer A")
    assert answer["changes"] == staffed.lines("review", "list", reviewed)[0]["changes"]
    assert text_of(staffed, reviewed, 2) == ENGLISH[1].replace("April 2", "2 April")
    staffed.run("review", "undo", reviewed, 2, "--as", "Reviewer A")
    assert text_of(staffed, reviewed, 2) == ENGLISH[1]
    assert staffed.run("review", "list", reviewed) == ""


def test_an_accepted_change_is_settled_and_the_others_stay_listed(staffed, reviewed):
    (row,) = changes(staffed, reviewed)
    count = len(row[1])
    text = text_of(staffed, reviewed, 2)
    left = staffed.json("review", "accept", reviewed, 2, count, "--as", "Reviewer A")["changes"]
    assert [one["after"] for one in left] == [after for _, _, after in row[1][:-1]]
    staffed.run("review", "accept", reviewed, 2, "--as", "Reviewer A")
    assert changes(staffed, reviewed) == []
    assert text_of(staffed, reviewed, 2) == text


def test_what_is_not_there_or_not_allowed_is_said(staffed, reviewed):
    for words, said in (
        (("undo", reviewed, 3), "Nothing was changed in segment 3"),
        (("undo", reviewed, 2, 9), "not there any more"),
        (("accept", reviewed, 2, 0), "counted from 1"),
    ):
        staffed.run("review", *words, "--as", "Reviewer A")
        assert (staffed.status, said in staffed.errors) == (1, True), staffed.errors
    staffed.run("review", "accept", reviewed, 2, "--as", "Translator A")
    assert staffed.status == 1
    staffed.run("review", "return", reviewed, 2, "--reason", " ", "--as", "Reviewer A")
    assert staffed.status == 1


def test_single_segments_are_approved_and_returned(staffed, reviewed):
    staffed.run("review", "approve", reviewed, 1, 3, "--as", "Reviewer A")
    staffed.run("review", "return", reviewed, 2, "--reason", "wrong fact", "--as", "Reviewer A")
    rows = staffed.json("show", reviewed)["segments"]
    assert [(row["state"], row["returned"]) for row in rows] == [
        ("reviewed", False),
        ("translated", True),
        ("reviewed", False),
    ]
    assert any(stop["said"] == "wrong fact" for stop in staffed.lines("walk", reviewed))


def test_an_added_segment_is_taken_out_again(staffed, reviewed):
    from workbench.desk import arranging, staffing
    from workbench.desk.reading import open_edition
    from workbench.library.library import open_library

    with open_library(staffed.library) as library:
        by = next(one.id for one in staffing.list_people(library) if one.name == "Reviewer A")
        row = open_edition(library, reviewed).rows[2]
        arranging.add_after(library, by, row.target_id, "Changsha is the capital.", "For readers abroad")
    assert [row["kind"] for row in staffed.lines("review", "list", reviewed)] == ["changed", "arranged anew"]
    staffed.run("review", "accept", reviewed, 4, "--as", "Reviewer A")
    assert "undo it, or leave it" in staffed.errors
    staffed.run("review", "undo", reviewed, 4, "--as", "Reviewer A")
    assert len(staffed.json("show", reviewed)["segments"]) == 3


def test_articles_are_listed_by_the_step_of_their_review_and_by_whose_turn_it_is(staffed, reviewed):
    staffed.run("settings", "review_steps", "一审;二审", "--as", "Editor A")
    (row,) = staffed.lines("list", "--step", "一审")
    assert (row["key"], row["review_step"], row["step"]) == (reviewed, "一审", 0)
    assert "in review 一审" in staffed.run("list")
    assert staffed.lines("list", "--step", "二审") == []
    assert [row["key"] for row in staffed.lines("list", "--role", "reviewer")] == [reviewed]
    assert staffed.lines("list", "--role", "translator") == []
    assert staffed.lines("list", "--queue", "free", "--role", "editor", "--as", "Editor A") == []
    staffed.run("list", "--step", "四审")
    assert (staffed.status, "There are: 一审, 二审" in staffed.errors) == (1, True)
    staffed.run("list", "--role", "admin")
    assert staffed.status == 2
