"""Words from the command line."""

from __future__ import annotations

import json

import pytest

from workbench.cli.main import main


@pytest.fixture
def run(tmp_path, capsys):
    def call(*words: str) -> tuple[int, dict]:
        status = main(["--json", "-L", str(tmp_path / "office.workbench"), *words])
        return status, json.loads(capsys.readouterr().out)

    call.place = tmp_path / "office.workbench"  # type: ignore[attr-defined]
    return call


def test_a_word_in_a_sentence_is_looked_up(run):
    status, answer = run("lookup", "昨天国务院召开会议", "--at", "3")
    assert status == 0
    assert answer["word"] == "国务院"
    assert answer["entries"][0]["traditional"] == "國務院"
    assert answer["entries"][0]["pinyin"] == "Guó wù yuàn"


def test_words_are_added_listed_and_removed(run, capsys):
    main(["-L", str(run.place), "people", "add", "Translator A", "--role", "translator"])
    capsys.readouterr()
    assert run("words", "add", "flurbles") == (0, {"word": "flurbles", "added": True})
    assert run("words", "list") == (0, {"word": "flurbles"})
    assert run("words", "remove", "flurbles") == (0, {"word": "flurbles", "removed": True})
    assert run("words", "remove", "flurbles")[0] != 0


def test_where_no_chinese_stands_one_sentence_says_so(run):
    status, answer = run("lookup", "GDP")
    assert status != 0
    assert answer["entries"] == []
