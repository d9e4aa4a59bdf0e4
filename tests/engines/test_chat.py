"""The chat engine against a real HTTP server: what the model is told, and what of its answer is believed."""

from __future__ import annotations

import json

import pytest
from tests.engines.chat_server import ChatServer, obedient

from workbench.engines.chat import ChatEngine
from workbench.engines.courier import Patience
from workbench.errors import EngineError
from workbench.model.draft import DraftRequest
from workbench.model.kinds import TermStatus
from workbench.model.passage import KnownName, Passage, TermEntry, TermForm

STEADY = Patience(deadline_s=60, try_s=30, tries=3, first_wait_s=0.005)
SENTENCES = ("许达哲主持召开会议", "会议研究了推动高质量发展的举措。", "全省出口802.3亿元。")
PASSAGES = tuple(Passage(source, "", number, number) for number, source in enumerate(SENTENCES, 1))
TERMS = (
    TermEntry(
        ("高质量发展",),
        (TermForm("quality growth", TermStatus.DEPRECATED), TermForm("high-quality development")),
    ),
    TermEntry(("乡村振兴",), (TermForm("rural revitalization"),)),
)


@pytest.fixture
def server():
    made = ChatServer()
    yield made
    made.close()


def drafted(server, key="", **options):
    engine = ChatEngine(STEADY)
    engine.use_key(key)
    options = {"chat_server": server.address, "chat_model": "small", **options}
    request = DraftRequest(
        headline=SENTENCES[0],
        context="\n".join(SENTENCES),
        terms=TERMS,
        names=(KnownName("许达哲", "Xu Dazhe"),),
        options=options,
    )
    return {draft.number: draft.text for draft in engine.draft(PASSAGES, request)}


def test_every_sentence_gets_its_answer(server):
    assert drafted(server) == {number: f"English of {number}." for number in (1, 2, 3)}
    assert server.bodies[0]["model"] == "small"


def test_the_model_is_told_terms_names_style_and_what_stands_around(server):
    drafted(server, spelling="uk", currency="RMB")
    told = server.bodies[0]["messages"][0]["content"]
    assert "高质量发展 = high-quality development" in told
    assert "许达哲 = Xu Dazhe" in told
    assert "rural" not in told
    assert "quality growth" not in told
    assert "British spelling" in told
    assert "RMB" in told
    assert "\n".join(SENTENCES) in told


def test_a_key_goes_along_only_when_there_is_one(server):
    drafted(server)
    assert "Authorization" not in server.headers[-1]
    drafted(server, key="planted-chat-key")
    assert server.headers[-1]["Authorization"] == "Bearer planted-chat-key"


def _only_first(lines):
    return obedient(lines[:1])


def _fenced(lines):
    return "```json\n" + obedient(lines) + "\n```\nI hope this helps!"


def _twice_differently(lines):
    return obedient(lines) + '\n{"n": 1, "text": "Something else."}'


def _strange(lines):
    return "\n".join(
        [
            '{"n": 99, "text": "Nobody asked."}',
            '{"n": "1", "text": "A word for a number."}',
            '{"n": true, "text": "True."}',
            '{"n": 2, "text": ["a list"]}',
            json.dumps({"n": 3, "text": SENTENCES[2]}),
            json.dumps({"n": 3, "text": "As a language model, " * 100}),
            "[1, 2]",
            "{" * 5000,
        ]
    )


def test_what_was_left_out_is_asked_for_once_more(server):
    server.say = [_only_first]
    assert len(drafted(server)) == 3
    assert [len(body["messages"][1]["content"].splitlines()) for body in server.bodies] == [3, 2]


@pytest.mark.parametrize(("say", "expected"), [(_fenced, {1, 2, 3}), (_twice_differently, {1, 2, 3})])
def test_an_answer_in_a_fence_or_with_a_doubt_is_mended(server, say, expected):
    server.say = [say]
    assert set(drafted(server)) == expected


@pytest.mark.parametrize("say", [_strange, lambda lines: "", lambda lines: "Sure! Here is the translation."])
def test_an_answer_without_the_form_is_not_used(server, say):
    server.say = [say] * 3
    with pytest.raises(EngineError, match="form"):
        drafted(server)


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b"<html>", b'{"choices": []}', b'{"choices": [{"message": null}]}']
)
def test_garbage_is_one_sentence(server, raw):
    server.raw = raw
    with pytest.raises(EngineError, match="chat_server"):
        drafted(server)


@pytest.mark.parametrize(
    ("status", "is_final"), [(401, True), (404, True), (402, True), (400, True), (503, False)]
)
def test_refusals_are_final_and_faults_are_not(server, status, is_final):
    server.status = status
    with pytest.raises(EngineError) as raised:
        drafted(server)
    assert raised.value.is_final is is_final


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"chat_server": ""}, "chat_server"),
        ({"chat_model": ""}, "chat_model"),
        ({"chat_server": "http://models.example/v1"}, "chat_server"),
    ],
)
def test_missing_settings_are_named(server, options, word):
    with pytest.raises(EngineError, match=word):
        drafted(server, **options)
    assert server.bodies == []
