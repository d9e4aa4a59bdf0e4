"""Corners of the contract that a strict caller looks into: paths, line ends, moving, sending and merging."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def key(staffed, data):
    (added,) = staffed.json("import", data("sample_zh.txt"))["added"]
    staffed.run("draft", added["key"], "--engine", "sample", "--as", "Translator A")
    return added["key"]


def test_a_text_file_may_begin_with_a_mark_and_end_with_a_line_end(staffed, key, tmp_path):
    text = tmp_path / "text.txt"
    text.write_bytes(b"\xef\xbb\xbfFrom a file\r\n")
    edited = staffed.json("edit", key, "3", "--from", text, "--as", "Translator A")
    assert edited["target"] == "From a file"


def test_an_assignment_names_the_whole_key(staffed, key):
    given = staffed.json("assign", key[:3], "Translator A", "--role", "translator", "--as", "Editor A")
    assert given["key"] == key


@pytest.mark.parametrize(
    "words",
    [
        ["memory", "import", "FOLDER"],
        ["memory", "align", "FOLDER/no.zh", "FOLDER/no.en"],
        ["terms", "import", "FOLDER"],
        ["check", "--pairs", "FOLDER"],
        ["merge", "FOLDER"],
        ["library", "backup", "--to", "FILE/inside.workbench"],
        ["verify", "FOLDER"],
    ],
)
def test_a_path_that_cannot_be_used_is_a_sentence(staffed, tmp_path, words):
    file = tmp_path / "file.txt"
    file.write_text("x", "utf-8")
    staffed.run(*[word.replace("FOLDER", str(tmp_path)).replace("FILE", str(file)) for word in words])
    assert staffed.status == 1
    assert "Traceback" not in staffed.errors


def test_a_match_needs_a_sentence(staffed):
    staffed.run("memory", "match")
    assert staffed.status == 2


def test_pairs_may_have_marks_line_ends_and_gaps(shell, tmp_path):
    pairs = tmp_path / "pairs.tsv"
    pairs.write_bytes("\ufeff出口2030万元。\tExports reached 203 million yuan.\r\n\r\n没有\n\tonly".encode())
    lines = shell.lines("check", "--pairs", pairs)
    assert [line["row"] for line in lines] == [1, 2, 3, 4]
    assert [bool(line["findings"]) for line in lines] == [True, False, False, False]


def test_a_library_is_copied_to_another_place(staffed, key, tmp_path):
    answer = staffed.json("library", "move", tmp_path / "new" / "office.workbench")
    assert (staffed.status, answer["ok"], answer["problems"]) == (0, True, [])
    assert staffed.library.exists()
    staffed.library = Path(answer["path"])
    assert [row["key"] for row in staffed.lines("list")] == [key]
    staffed.run("library", "move", "postgresql+psycopg://nobody@127.0.0.1:9/library")
    assert staffed.status == 3
    assert "does not answer" in staffed.errors


def test_an_edition_is_sent_and_merged(staffed, key, tmp_path):
    file = tmp_path / "out.po"
    sent = staffed.json("send", key[:4], "--format", "po", "--to", file, "--as", "Translator A")
    assert sent == {"path": str(file), "format": "po"}
    file.write_text(file.read_text("utf-8").replace("Governor Xu Chairs", "Gov. Xu Chairs"), "utf-8")
    merged = staffed.json("merge", file, "--as", "Translator A")
    assert (staffed.status, merged["changed"], merged["conflicts"]) == (0, [1], [])
    file.write_text(file.read_text("utf-8").replace("Gov. Xu Chairs", "Mr. Xu Chairs"), "utf-8")
    merged = staffed.json("merge", file, "--as", "Translator A")
    assert staffed.status == 1
    assert merged["conflicts"][0]["ours"].startswith("Gov. Xu")
    assert merged["conflicts"][0]["theirs"].startswith("Mr. Xu")
    shown = staffed.json("show", key)
    assert shown["segments"][0]["origin"] == "import"


def test_every_command_says_how_it_is_used(shell):
    for words in (["--help"], ["memory", "--help"], ["send", "--help"], ["library", "move", "--help"]):
        assert "Usage" in shell.run(*words)
        assert shell.status == 0


def test_listing_loads_no_reader_no_aligner_and_no_engine(shell):
    shell.run("people", "add", "Editor A")
    code = (
        "import sys, workbench.cli.main as m; m.main(['-L', sys.argv[1], 'list']);"
        "print([n for n in ('numpy', 'lxml', 'docx', 'httpx', 'workbench.checks.run') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(shell.library)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_folder_is_aligned_a_line_a_document(shell, tmp_path):
    (tmp_path / "a.zh").write_text("会议今天在长沙召开。\n会议闭幕。\n", "utf-8")
    (tmp_path / "a.en").write_text("The meeting was held in Changsha today.\nThe meeting closed.\n", "utf-8")
    (line,) = shell.lines("memory", "align", tmp_path, "--lines")
    assert line["name"] == "a"
    assert line["links"] == [[[0], [0]], [[1], [1]]]
    assert len(line["scores"]) == 2
    assert shell.status == 0
    assert shell.library.exists()
