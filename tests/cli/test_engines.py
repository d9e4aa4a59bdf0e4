"""The command `engines`: which there are, whether they can be used, what was sent."""

from __future__ import annotations

import pytest
from tests.engines.deepl_server import KEY, DeeplServer

from workbench.desk.keys import FROM_ENVIRONMENT


@pytest.fixture
def server(staffed, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    made = DeeplServer()
    staffed.run("--as", "Editor A", "settings", "deepl_server", made.address)
    yield made
    made.close()


def test_engines_are_listed_with_what_was_sent_to_them(staffed, data, server):
    (added,) = staffed.json("import", data("sample_zh.txt"))["added"]
    drafted = staffed.json("--as", "Translator A", "draft", added["key"], "--engine", "deepl")
    assert drafted["characters"] > 300
    told = staffed.json("engines")
    places = {one["key"]: one["place_of_key"] for one in told["engines"]}
    assert (places["deepl"], places["chat"]) == ("the environment", "nowhere")
    (sent,) = told["sent"]
    assert (sent["person"], sent["engine"], sent["characters"]) == (
        "Translator A",
        "deepl",
        drafted["characters"],
    )
    assert KEY not in staffed.run("engines")


def test_an_engine_is_tried_in_words(staffed, server, monkeypatch):
    assert staffed.json("engines", "deepl")["works"] is True
    server.fail("403", on="/v2/usage")
    refused = staffed.json("engines", "deepl")
    assert staffed.status == 1
    assert (refused["works"], "does not accept the key" in refused["message"]) == (False, True)
    for name in FROM_ENVIRONMENT["deepl"]:
        monkeypatch.delenv(name, raising=False)
    assert "needs the key" in staffed.run("engines", "deepl")


def test_a_new_library_sends_nothing_before_it_is_allowed(staffed, data, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    (added,) = staffed.json("import", data("sample_zh.txt"))["added"]
    said = staffed.run("draft", added["key"], "--engine", "deepl")
    assert staffed.status == 1
    assert "keeps its texts on this computer" in said + staffed.errors


def test_many_articles_are_drafted_within_a_limit_and_gone_on_with(staffed, tmp_path, server):
    for number in range(3):
        text = f"第{number}次会议\n\n2020-04-03\n\n全省第{number}次会议研究了{number + 3}项工作。\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    keys = [one["key"] for one in staffed.json("import", *paths)["added"]]
    first = staffed.json("--as", "Translator A", "draft", *keys, "--engine", "deepl", "--limit", 30)
    assert staffed.status == 1
    assert 0 < first["characters"] <= 30
    assert "limit on characters" in first["problems"][0]["message"]
    second = staffed.json("--as", "Translator A", "draft", *keys, "--engine", "deepl")
    assert staffed.status == 0
    assert first["filled"] + second["filled"] == 6
    assert len(server.paid) == len(set(server.paid)) == 6
