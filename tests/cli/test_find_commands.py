"""`workbench find` and `workbench replace`."""

from __future__ import annotations

import pytest


@pytest.fixture
def article(staffed, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text("湖南外贸增长\n\n一季度，湖南实现进出口总额3.5亿元。湖南对外开放。", "utf-8")
    key = staffed.json("import", file)["added"][0]["key"]
    for number, text in ((2, "Hunan’s trade: 350 million yuan."), (3, "Hunan opens up.")):
        staffed.run("edit", key, number, "--text", text, "--as", "Translator A")
    staffed.key = key
    return staffed


def test_find_says_where_a_line_each(article):
    lines = article.lines("find", "hunan", "--in", "target")
    assert [(line["number"], line["in"], line["spans"]) for line in lines] == [
        (2, "target", [[0, 5]]),
        (3, "target", [[0, 5]]),
    ]
    assert lines[0]["person"] == "Translator A"
    assert article.run("find", "進出口", "--in", "source").startswith(f"{article.key} 2 source: ")
    assert article.lines("find", "Hunan", "--in", "target", "--state", "confirmed") == []


def test_replace_previews_before_it_changes(article):
    shown = article.json("replace", "Hunan", "Hunan Province", "--preview")
    assert [change["after"] for change in shown["changes"]] == [
        "Hunan Province’s trade: 350 million yuan.",
        "Hunan Province opens up.",
    ]
    assert shown["replaced"] == 0
    assert article.json("show", article.key)["segments"][2]["target"] == "Hunan opens up."
    done = article.json("replace", r"(\d+) million", r"\1m", "--pattern", "--as", "Translator A")
    assert (article.status, done["replaced"]) == (0, 1)
    assert article.json("show", article.key)["segments"][1]["target"] == "Hunan’s trade: 350m yuan."


def test_what_is_no_pattern_is_one_sentence(article):
    article.run("find", "(", "--pattern")
    assert article.status == 1
    assert article.errors.count("\n") == 1
    assert "is not a pattern" in article.errors


def test_replacing_needs_somebody_who_may(article):
    answer = article.json("replace", "Hunan", "X", "--as", "Reviewer A")
    assert article.status == 1
    assert answer["replaced"] == 0
    assert answer["problems"][0]["path"] == article.key
