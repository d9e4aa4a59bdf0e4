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

    return call


def test_a_word_in_a_sentence_is_looked_up(run):
    status, answer = run("lookup", "昨天国务院召开会议", "--at", "3")
    assert status == 0
    assert answer["word"] == "国务院"
    assert answer["entries"][0]["traditional"] == "國務院"
    assert answer["entries"][0]["pinyin"] == "Guó wù yuàn"


def test_where_no_chinese_stands_one_sentence_says_so(run):
    status, answer = run("lookup", "GDP")
    assert status != 0
    assert answer["entries"] == []
