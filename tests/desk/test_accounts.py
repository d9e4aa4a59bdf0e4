"""The button that tests a connection says what is wrong in words."""

from __future__ import annotations

import os

import pytest
from tests.engines.chat_server import ChatServer
from tests.engines.deepl_server import KEY, DeeplServer

from workbench.desk.accounts import deepl_usage, try_engine
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.settling import change_setting
from workbench.errors import EngineError, WorkbenchError

MOCK = os.environ.get("WORKBENCH_DEEPL_MOCK", "")


@pytest.fixture
def server(office, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    made = DeeplServer()
    change_setting(office.library, office.editor, "deepl_server", made.address)
    yield made
    made.close()


def test_a_good_key_shows_what_is_used_before_and_after(office, server):
    assert try_engine(office.library, "deepl").startswith("DeepL accepts the key. 1,000 of 500,000")
    report = DraftReport()
    for _ in draft(office.library, office.translator, office.key, "deepl", report):
        pass
    assert deepl_usage(office.library).used == 1_000 + report.billed_characters


@pytest.mark.parametrize(
    ("kind", "word"),
    [("403", "key"), ("456", "characters"), ("a page of HTML", "log-in page"), ("404", "server")],
)
def test_what_is_wrong_is_said_in_words(office, server, kind, word):
    server.fail(kind, on="/v2/usage")
    with pytest.raises(EngineError, match=word):
        try_engine(office.library, "deepl")


def test_without_a_key_the_button_says_where_to_put_one(office, monkeypatch):
    for name in ("WORKBENCH_DEEPL_KEY", "DEEPL_AUTH_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(EngineError, match="needs the key"):
        try_engine(office.library, "deepl")


def test_a_chat_server_is_asked_for_its_models(office):
    server = ChatServer()
    change_setting(office.library, office.editor, "chat_server", server.address)
    change_setting(office.library, office.editor, "chat_model", "small")
    assert "has the model small" in try_engine(office.library, "chat")
    change_setting(office.library, office.editor, "chat_model", "large")
    assert "has no model “large”. It has: small" in try_engine(office.library, "chat")
    server.close()
    with pytest.raises(EngineError, match="cannot be reached"):
        try_engine(office.library, "chat")


def test_engines_without_a_server_need_none(office):
    assert try_engine(office.library, "sample") == "Sample needs no connection."


@pytest.mark.parametrize("wrong", ["http://api.deepl.com", "https://me:key@host", "nonsense"])
def test_an_unsafe_address_is_refused_when_it_is_set(office, wrong):
    with pytest.raises(WorkbenchError, match="deepl_server"):
        change_setting(office.library, office.editor, "deepl_server", wrong)


@pytest.mark.skipif(not MOCK, reason="NOT TESTED: DeepL's mock server was not started (docs/engines.md)")
def test_deepls_own_mock_server_drafts_the_sample(office, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", "mock-key")
    change_setting(office.library, office.editor, "deepl_server", MOCK)
    report = DraftReport()
    for _ in draft(office.library, office.translator, office.key, "deepl", report):
        pass
    assert report.problems == []
    assert report.filled > 0
