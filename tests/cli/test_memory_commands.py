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


def test_entries_are_listed_edited_retired_and_restored(run, file):
    run("memory", "import", str(file))
    _, entries = run("memory", "list")
    assert [entry["source"] for entry in entries] == ["会议闭幕。", "全省新增确诊病例3例。"]
    status, (edited,) = run("memory", "edit", str(entries[0]["id"]), "The meeting ended.")
    assert status == 0
    assert [entry["target"] for entry in run("memory", "list", "闭幕")[1]] == ["The meeting ended."]
    run("memory", "retire", str(edited["id"]))
    assert [entry["source"] for entry in run("memory", "list", "--retired", "meeting ended")[1]] == [
        "会议闭幕。"
    ]
    run("memory", "restore", str(edited["id"]))
    assert len(run("memory", "list")[1]) == 2
    status, (problem,) = run("memory", "edit", "999", "x")
    assert status == 1
    assert "no entry 999" in problem["problems"][0]["message"]


def test_words_are_replaced_only_when_that_is_meant(run, file):
    run("memory", "import", str(file))
    _, planned = run("memory", "replace", "closed", "ended")
    assert [line["becomes"] for line in planned] == ["The meeting ended."]
    assert run("memory", "list", "ended")[1] == []
    run("memory", "replace", "closed", "ended", "--really")
    assert len(run("memory", "list", "ended")[1]) == 1


def test_entries_are_joined_and_given_a_domain_and_a_wrong_number_is_named(run, file):
    run("memory", "import", str(file))
    keep, other = (entry["id"] for entry in run("memory", "list")[1])
    assert run("memory", "merge", str(keep), str(other))[1] == [{"kept": keep, "merged": [other]}]
    run("memory", "domain", "health", str(keep))
    assert [(entry["domain"], entry["uses"]) for entry in run("memory", "list")[1]] == [("health", 2)]
    assert [
        len(run("memory", "match", "会议闭幕。", "--domain", d)[1][0]["matches"]) for d in ("law", "health")
    ] == [
        0,
        1,
    ]
    assert run("memory", "merge", str(keep), "99")[0] == 1
    assert run("memory", "domain", "law", "99")[0] == 1


def test_a_memory_of_another_pair_of_languages_is_matched_and_goes_out(run, tmp_path):
    units = [TmxUnit("会议闭幕。", "La réunion est close.", target_language="fr")]
    write_units(tmp_path / "french.tmx", units, target_language="fr")
    run("memory", "import", str(tmp_path / "french.tmx"), "--target", "fr")
    (line,) = run("memory", "match", "会议闭幕。", "--language", "fr")[1]
    assert line["matches"][0]["target"] == "La réunion est close."
    assert run("memory", "export", str(tmp_path / "again.tmx"), "--target", "fr")[1][0]["units"] == 1
    assert run("memory", "export", str(tmp_path / "none.tmx"))[1][0]["units"] == 0


def test_duplicates_contradictions_and_figures_are_told(run, tmp_path):
    path = tmp_path / "twice.tmx"
    write_units(
        path,
        [
            TmxUnit("（完）", "(End)", unit_id="1"),
            TmxUnit("（完）", "(End)", unit_id="2"),
            TmxUnit("（完）", "(The end)"),
        ],
    )
    run("memory", "import", str(path))
    assert [len(group["entries"]) for group in run("memory", "duplicates")[1]] == [2]
    assert run("memory", "duplicates", "--merge")[1] == [{"merged": 1}]
    (group,) = run("memory", "contradictions")[1]
    assert {entry["target"]: entry["uses"] for entry in group["entries"]} == {"(End)": 2, "(The end)": 1}
    (figures,) = run("memory", "figures")[1]
    assert (figures["entries"], figures["retired"]) == (2, 1)


def test_hits_are_narrowed_and_written_with_their_equivalent(run, file, tmp_path):
    run("memory", "import", str(file))
    (hit,) = run("memory", "search", "会议", "--to", str(tmp_path / "hits.csv"))[1]
    assert hit["equivalent"] == "meeting"
    assert "meeting" in (tmp_path / "hits.csv").read_text("utf-8-sig")
    assert run("memory", "search", "会议", "--person", "Nobody")[1] == []
    assert run("memory", "search", "会议", "--since", "yesterday")[0] == 2


def test_memory_is_built_from_a_folder_of_articles(run, tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "one.zh").write_text("国务院总理会见记者。双方签署了十二项协议。\n", "utf-8")
    (folder / "one.en").write_text(
        "The premier met the press. The two sides signed 12 agreements.\n", "utf-8"
    )
    status, (report,) = run("memory", "build", str(folder))
    assert (status, report["articles"], report["units"]) == (0, 1, 2)
    assert run("memory", "build", str(folder))[1][0]["units"] == 0
    assert run("memory", "build", str(tmp_path / "missing"))[0] == 1


def test_terms_are_proposed_decided_and_collected(run):
    run("people", "add", "Editor A")
    run("people", "add", "Translator A", "--role", "translator", "--as", "Editor A")
    (added,) = run("terms", "add", "望岳书屋", "Wangyue Bookroom", "--as", "Translator A")[1]
    (waiting,) = run("terms", "list", "--proposed")[1]
    assert (waiting["id"], waiting["person"]) == (added["id"], "Translator A")
    assert run("terms", "accept", str(added["id"]), "--as", "Translator A")[0] == 1
    assert run("terms", "accept", str(added["id"]), "--as", "Editor A")[1] == [{"decided": 1}]
    assert run("terms", "list", "--proposed")[1] == []
    assert run("terms", "candidates")[0] == 0


def test_an_article_is_analysed_by_bands(run, file, tmp_path):
    run("memory", "import", str(file))
    text = tmp_path / "news.txt"
    text.write_text("会议闭幕。\n\n全省新增确诊病例12例。这一句从来没有出现过。\n", "utf-8")
    (report,) = run("import", str(text))[1]
    status, (analysis,) = run("memory", "analyse", report["added"][0]["key"])
    assert status == 0
    assert {name: band["segments"] for name, band in analysis["bands"].items() if band["segments"]} == {
        "100": 1, "70–84": 1, "new": 1
    }  # fmt: skip


def test_a_term_that_is_not_there_is_not_said_to_be_decided(run):
    run("people", "add", "Editor A")
    status, (answer,) = run("terms", "accept", "9999")
    assert (status, "no term 9999" in answer["problems"][0]["message"]) == (1, True)
