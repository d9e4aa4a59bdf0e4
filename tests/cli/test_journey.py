"""The main job from nothing to published files, by commands alone."""

from __future__ import annotations

from pathlib import Path

from docx import Document


def to_review(staffed, data) -> str:
    (added,) = staffed.json("import", data("sample_zh.txt"))["added"]
    key = added["key"]
    drafted = staffed.json("draft", key, "--engine", "sample")
    assert (drafted["filled"], drafted["skipped"], drafted["problems"]) == (18, 0, [])
    staffed.run("confirm", key, "--as", "Translator A")
    assert staffed.json("submit", key, "--as", "Translator A") == {"stage": "in review", "reasons": []}
    return key


def test_the_main_job(staffed, data, tmp_path):
    key = to_review(staffed, data)
    assert staffed.json("approve", key, "--as", "Translator A")["stage"] == "in review"
    assert staffed.status == 1
    assert staffed.json("approve", key, "--as", "Reviewer A") == {"stage": "approved", "reasons": []}
    for gap in ("source_address", "photo_credit"):
        staffed.json("accept", key, gap, "--reason", "The page gives none.", "--as", "Editor A")
    out = tmp_path / "out"
    answer = staffed.json(
        "publish",
        key,
        "--to",
        out,
        "--format",
        "html",
        "--format",
        "docx",
        "--format",
        "txt",
        "--as",
        "Editor A",
    )
    assert staffed.status == 0
    assert answer["reasons"] == []
    paths = {file["format"]: Path(file["path"]) for file in answer["files"] if file["kind"] == "page"}
    assert set(paths) == {"html", "docx", "txt"}
    text = paths["txt"].read_text("utf-8")
    for line in (
        "Home > Photo News",
        "Governor Xu Chairs Meeting on International Friendship City Work",
        "2020-04-03",
        "This article is from Hunan Provincial Government",
        "Translator: Translator A",
    ):
        assert line in text
    html = paths["html"].read_text("utf-8")
    assert '<html lang="en"' in html
    assert "NewsArticle" in html
    words = "\n".join(p.text for p in Document(str(paths["docx"])).paragraphs)
    assert "On April 2, Xu Dazhe" in words
    assert staffed.json("verify", *paths.values())["ok"]
    paths["txt"].write_text(text.replace("April 2", "April 3"), "utf-8")
    assert not staffed.json("verify", *paths.values())["ok"]
    assert staffed.status == 1


def test_the_gate_says_everything_at_once(staffed, data, tmp_path):
    (added,) = staffed.json("import", data("sample_zh.txt"))["added"]
    staffed.run("comment", added["key"], "2", "--text", "Is this her title?", "--as", "Reviewer A")
    answer = staffed.json(
        "publish", added["key"], "--to", tmp_path / "out", "--format", "html", "--as", "Editor A"
    )
    assert staffed.status == 1
    assert {reason["code"] for reason in answer["reasons"]} >= {
        "not-approved",
        "untranslated",
        "open-comments",
        "missing-field",
    }
    assert answer["files"] == []
    assert not list((tmp_path / "out").glob("*.html"))


def test_the_published_english_page_fills_its_fields(shell, data):
    (added,) = shell.json("import", data("sample_en.txt"))["added"]
    assert added["published"] == "2020-04-03"
    assert added["section"] == "Home > Photo News"
    shown = shell.json("show", added["key"])
    fields = shown["fields"]
    assert fields["headline"] == "Governor Xu Chairs Meeting on International Friendship City Work"
    assert fields["outlet"] == "Hunan Provincial Government"
    assert fields["translator"] == "Pang Yuehui"
    assert fields["source_address"] == ""
    body = {s["paragraph"] for s in shown["segments"] if s["kind"] in {"lead", "body"}}
    assert len(body) == 9
    assert any(s["kind"] == "caption" for s in shown["segments"])


def test_a_pair_fills_the_drafts_as_imported_text(shell, data):
    (added,) = shell.json("import", "--pair", data("sample_zh.txt"), data("sample_en.txt"))["added"]
    shown = shell.json("show", added["key"])
    assert all(s["target"] for s in shown["segments"])
    assert {s["origin"] for s in shown["segments"]} == {"import"}
    assert {s["state"] for s in shown["segments"]} == {"initial"}
    first = shown["segments"][0]
    assert first["target"] == "Governor Xu Chairs Meeting on International Friendship City Work"
    english = Path(data("sample_en.txt")).read_text("utf-8")
    for segment in shown["segments"]:
        for sentence in segment["target"].split(". "):
            assert sentence.strip(". ") in english


def test_importing_twice_adds_nothing_and_says_so(shell, data):
    shell.json("import", data("sample_zh.txt"))
    again = shell.json("import", data("sample_zh.txt"))
    assert again["added"] == []
    assert len(again["unchanged"]) == 1
    assert len(shell.lines("list")) == 1


def test_the_common_options_may_stand_anywhere(staffed, data):
    (added,) = staffed.json("import", data("sample_zh.txt"))["added"]
    assert (
        staffed.json("--as", "Translator A", "edit", added["key"], "1", "--text", "A Headline")["target"]
        == "A Headline"
    )
    assert (
        staffed.json("edit", added["key"][:3], "1", "--as=Translator A", "--text", "B", "--confirm")["state"]
        == "translated"
    )
