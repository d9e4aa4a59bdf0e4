"""The memory from the command line: what stands in CLI.md, and never a traceback."""

from __future__ import annotations

import json

import pytest

from workbench.cli.main import main
from workbench.formats.tmx import TmxUnit, write_units


@pytest.fixture
def run(tmp_path, capsys):
    def call(*words: str) -> tuple[int, list[dict]]:
        status = main(["--json", "-L", str(tmp_path / "office.workbench"), *words])
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "office.tmx"
    pairs = [
        ("全省新增确诊病例3例。", "The province reported 3 new cases."),
        ("会议闭幕。", "The meeting closed."),
    ]
    write_units(path, [TmxUnit(zh, en) for zh, en in pairs])
    return path


def test_import_match_search_and_export(run, file, tmp_path):
    status, (report,) = run("memory", "import", str(file))
    assert (status, report["units"], report["skipped"], report["problems"]) == (0, 2, 0, [])
    status, (line,) = run("memory", "match", "全省新增确诊病例12例。")
    assert status == 0
    assert line["query"] == "全省新增确诊病例12例。"
    assert line["matches"][0]["score"] == 83
    assert line["matches"][0]["target"] == "The province reported 3 new cases."
    assert line["matches"][0]["origin"] == "tmx"
    assert line["matches"][0]["repaired"] == "The province reported 12 new cases."
    assert line["ms"] > 0
    assert [hit["source"] for hit in run("memory", "search", "闭")[1]] == ["会议闭幕。"]
    assert [hit["source"] for hit in run("memory", "search", "closed", "--in", "target")[1]] == ["会议闭幕。"]
    status, (report,) = run("memory", "export", str(tmp_path / "out.tmx"))
    assert (status, report["units"]) == (0, 2)


def test_queries_from_a_file_get_a_line_each(run, file, tmp_path):
    run("memory", "import", str(file))
    queries = tmp_path / "queries.txt"
    queries.write_text("会议闭幕。\n\n没有的话\n", "utf-8")
    _, lines = run("memory", "match", "--queries", str(queries), "--minimum", "80", "--top", "1")
    assert [(line["query"], len(line["matches"])) for line in lines] == [
        ("会议闭幕。", 1),
        ("", 0),
        ("没有的话", 0),
    ]


def test_flaws_are_told_and_leave_with_status_1(run, file):
    file.write_text(file.read_text("utf-8").replace("The meeting closed.", " "), "utf-8")
    status, (report,) = run("memory", "import", str(file))
    assert (status, report["units"], report["skipped"]) == (1, 1, 1)
    assert report["problems"][0]["place"] == "line 9"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["memory", "import", "missing.tmx"], 1),
        (["memory", "match", "--queries", "missing.txt"], 1),
        (["memory", "search", "x", "--in", "both"], 2),
        (["memory", "export", "out.tmx"], 3),
        (["memory", "match", "x", "--top", "0"], 2),
    ],
)
def test_what_cannot_be_done_is_said(run, words, expected):
    assert run(*words)[0] == expected
