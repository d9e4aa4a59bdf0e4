"""What a user can do wrong: a sentence and the right exit status, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def test_acts_need_a_person_and_say_how(shell, data):
    (added,) = shell.json("import", data("sample_zh.txt"))["added"]
    assert shell.json("edit", added["key"], "1", "--text", "x")["reasons"][0]["code"] == "nobody"
    assert shell.status == 1


def test_the_only_person_needs_no_name(shell, data):
    shell.run("people", "add", "Translator A")
    (added,) = shell.json("import", data("sample_zh.txt"))["added"]
    assert shell.json("edit", added["key"], "1", "--text", "x")["target"] == "x"


def test_an_unknown_person_is_refused(staffed, data):
    (added,) = staffed.json("import", data("sample_zh.txt"))["added"]
    staffed.run("edit", added["key"], "1", "--text", "x", "--as", "Nobody")
    assert staffed.status == 1
    assert "Translator A" in staffed.errors


@pytest.mark.parametrize("words", [["list"], ["show", "abc"], ["library", "check"]])
def test_looking_at_a_missing_library_exits_3(shell, words):
    shell.run(*words)
    assert shell.status == 3
    assert "no library" in shell.errors
    assert not shell.library.exists()


@pytest.mark.parametrize(
    "words", [["nonsense"], ["edit"], ["import"], ["edit", "a", "b", "--text", "c"], ["publish", "x"]]
)
def test_what_is_not_understood_exits_2(shell, words):
    shell.run(*words)
    assert shell.status == 2


def test_a_missing_key_is_said(staffed, data):
    staffed.run("import", data("sample_zh.txt"))
    staffed.run("show", "zzzz")
    assert staffed.status == 1
    assert "no article zzzz" in staffed.errors


BAD = {
    "empty.txt": b"",
    "broken.docx": b"PK\x03\x04 not a document",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "blank.html": b"<html><body></body></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_nothing_is_imported(shell, data, tmp_path, name):
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    answer = shell.json("import", bad, data("sample_zh.txt"))
    assert shell.status == 1
    assert len(answer["added"]) == 1, "the good file beside it is imported"
    (problem,) = answer["problems"]
    assert name in problem["path"]
    assert problem["message"]
    assert len(shell.lines("list")) == 1


def test_a_dead_address_is_one_sentence(shell):
    shell.run("people", "add", "Editor A")
    shell.run("settings", "allow_private_addresses", "on")
    answer = shell.json("import", "http://127.0.0.1:9/nothing.html")
    assert shell.status == 1
    assert answer["added"] == []
    assert len(answer["problems"]) == 1


def test_another_programs_file_is_left_untouched(shell, tmp_path):
    foreign = tmp_path / "notes.txt"
    foreign.write_text("my notes " * 200)
    shell.library = foreign
    shell.run("list")
    assert shell.status == 3
    assert foreign.read_text() == "my notes " * 200


def test_the_command_line_never_loads_qt(tmp_path):
    code = (
        "import sys, workbench.cli.main as m; m.main(['-L', sys.argv[1], 'people', 'add', 'A']);"
        "print([n for n in sys.modules if n.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "l.workbench")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_pairs_are_checked_row_by_row(shell, tmp_path):
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        "出口2030万元。\tExports reached 203 million yuan.\n今天开会。\tA meeting was held today.\n", "utf-8"
    )
    lines = shell.lines("check", "--pairs", pairs)
    assert [line["row"] for line in lines] == [1, 2]
    assert any(f["level"] == "error" and f["family"] == "fact" for f in lines[0]["findings"])
    assert not [f for f in lines[1]["findings"] if f["level"] != "note"]
    assert shell.status == 1


def test_settings_are_declared_and_checked(staffed):
    assert staffed.json("settings")["time_zone"] == "Asia/Shanghai"
    staffed.run("settings", "time_zone", "Mars/Olympus", "--as", "Editor A")
    assert staffed.status == 1
    staffed.run("settings", "time_zone", "Asia/Seoul", "--as", "Translator A")
    assert staffed.status == 1
    assert staffed.json("settings", "time_zone", "Asia/Seoul", "--as", "Editor A")["value"] == "Asia/Seoul"


def test_the_demo_ends_with_its_files(shell, tmp_path):
    answer = json.loads(shell.run("demo", "--to", tmp_path / "demo", "--json"))
    assert [Path(file).suffix for file in answer["files"]] == [".html", ".docx", ".txt"]
    assert all(Path(file).is_file() for file in answer["files"])
    assert shell.status == 0


def test_a_new_version_that_takes_much_away_has_to_be_meant(staffed, tmp_path):
    story = tmp_path / "story.txt"
    whole = "春天的消息\n\n2020-04-03\n\n" + "\n\n".join(f"第{n}条消息今天发布。" for n in range(1, 13))
    story.write_text(whole, "utf-8")
    (added,) = staffed.json("import", story)["added"]
    for number in range(1, 14):
        staffed.run("edit", added["key"], number, "--text", f"News {number}.", "--as", "Translator A")
    story.write_text(whole.rpartition("第10条")[0], "utf-8")
    held = staffed.json("import", story)
    assert (staffed.status, held["merged"]) == (1, [])
    assert "of 13 segments 3 with their translations" in held["problems"][0]["message"]
    assert "--force" in held["problems"][0]["message"]
    assert staffed.json("import", story, "--force")["merged"][0]["removed"] == 3
    assert staffed.status == 0
