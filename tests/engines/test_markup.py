"""Markup and placeholders on their way to a server and back: none is lost, doubled or crossed unseen."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.chat_server import ChatServer
from tests.engines.deepl_server import CHANGED_TAGS, KEY, english_of

from workbench.engines.chat import ChatEngine
from workbench.engines.courier import Patience
from workbench.engines.deepl import DeeplEngine
from workbench.engines.markup import as_xml, from_xml, has_codes, keeps_codes
from workbench.errors import EngineError
from workbench.model.draft import DraftRequest
from workbench.model.passage import Passage

CALM = Patience(deadline_s=60, try_s=30, first_wait_s=0.001)
CODED = (
    "会议<1>研究</1>了{0}项工作。",
    "他说：<b>友好</b><br/>城市 & 伙伴 < 5。",
    "共有%s家企业，<2/>投资<g1>3<g2>亿</g2></g1>元。",
    "<U+000B/>&nbsp;你好，%(name)s和%1！",
    "<3>没有结尾，</4>没有开头。",
)
PLAIN = ("增长12.6%，A&B公司 5 < 6。", "《中国日报》（100%）报道。", "a<b且c>d，占5%。")


@pytest.mark.parametrize("text", CODED)
def test_a_text_with_codes_goes_as_xml_and_comes_back_as_it_was(text):
    assert has_codes(text)
    ET.fromstring(f"<r>{as_xml(text)}</r>")
    assert from_xml(as_xml(text), text) == text


@pytest.mark.parametrize("text", PLAIN)
def test_per_cent_and_brackets_of_prose_are_no_codes(text):
    assert not has_codes(text)


@given(st.text(st.sampled_from("<>/&;%{}12abgs 会#x=\"'!"), max_size=40))
def test_whatever_stands_in_a_text_comes_back_as_it_was(text):
    assert from_xml(as_xml(text), text) == text


@pytest.mark.parametrize(
    ("source", "target", "keeps"),
    [
        ("<1>研究</1>了", "studied <1>it</1>", True),
        ("<1>甲</1><2>乙</2>", "<2>B</2> and <1>A</1>", True),
        ("<1>甲</1><2>乙</2>", "<1>A<2></1>B</2>", False),
        ("<1>甲</1>", "</1>A<1>", False),
        ("<1>甲</1>", "A", False),
        ("{0}和{1}", "{1} and {0}", True),
        ("{0}和{1}", "{0} and {0}", False),
        ("%s家", "%d firms", False),
        ("第%d届，增长%1。", "The %dth grew by %1.", True),
        ("《日报》", "<China Daily>", True),
    ],
)
def test_the_same_codes_in_another_order_are_kept_and_crossed_ones_are_not(source, target, keeps):
    assert keeps_codes(source, target) is keeps


@pytest.mark.parametrize(
    "answer",
    [
        '<!DOCTYPE r [<!ENTITY a "b">]>&a;',
        '<g id="0">a</g><g id="0">a</g>',
        '<g id="-1">a</g>',
        '<g id="7">a</g>',
        "<g>a</g>",
        '<g id="0">a',
        "</answer><answer>",
        '<g id="0">' * 5000,
    ],
)
def test_an_answer_that_is_no_such_xml_is_not_used(answer):
    assert from_xml(answer, "<1>研究</1>") is None


def passages(*sources):
    return [Passage(source, "", number, number) for number, source in enumerate(sources, 1)]


def deepl(server, *sources):
    """Return drafts by number, and what was said at the end."""
    engine, found = DeeplEngine(CALM), {}
    engine.use_key(KEY)
    request = DraftRequest(options={"deepl_server": server.address, "deepl_glossary": "off"})
    try:
        for one in engine.draft(passages(*sources), request):
            found[one.number] = one.text
    except EngineError as error:
        return found, error
    return found, None


def bodies(server):
    return [body for _, path, body in server.calls if path == "/v2/translate"]


def test_deepl_gets_codes_as_tags_and_plain_texts_as_text(deepl_server):
    found, error = deepl(deepl_server, PLAIN[0], *CODED[:3])
    assert error is None
    assert found == {n: english_of(text) for n, text in enumerate((PLAIN[0], *CODED[:3]), 1)}
    plain, coded = bodies(deepl_server)
    assert plain["text"] == [PLAIN[0]]
    assert "tag_handling" not in plain
    assert (coded["tag_handling"], coded["outline_detection"]) == ("xml", False)
    assert (coded["ignore_tags"], coded["non_splitting_tags"]) == (["x"], ["g", "x"])
    assert coded["text"][0] == '会议<g id="0">研究</g>了<x id="2">{0}</x>项工作。'
    assert coded["text"][1].endswith("城市 &amp; 伙伴 &lt; 5。")


@pytest.mark.parametrize("kind", CHANGED_TAGS)
def test_changed_tags_are_asked_for_once_more_as_plain_text(deepl_server, kind):
    deepl_server.fail(kind)
    found, error = deepl(deepl_server, CODED[0])
    assert (found, error) == ({1: english_of(CODED[0])}, None)
    assert bodies(deepl_server)[1]["text"] == [CODED[0]]
    assert "tag_handling" not in bodies(deepl_server)[1]


@pytest.mark.parametrize("kind", CHANGED_TAGS)
def test_tags_that_stay_changed_leave_that_row_empty_and_say_so(deepl_server, monkeypatch, kind):
    monkeypatch.setattr("tests.engines.deepl_server.english_of", lambda text: "No codes at all.")
    deepl_server.fail("", kind)
    found, error = deepl(deepl_server, PLAIN[0], CODED[0])
    assert found == {1: "No codes at all."}
    assert "row 2" in str(error)
    assert "translate it by hand" in str(error)
    assert not error.is_final
    assert len(bodies(deepl_server)) == 3


@pytest.fixture
def chat_server():
    made = ChatServer()
    yield made
    made.close()


def chat(server, *says):
    engine, found = ChatEngine(CALM), {}
    server.say = [lambda lines, text=text: f'{{"n": 1, "text": "{text}"}}' for text in says]
    request = DraftRequest(options={"chat_server": server.address, "chat_model": "small"})
    try:
        for one in engine.draft(passages(CODED[0]), request):
            found[one.number] = one.text
    except EngineError as error:
        return found, error
    return found, None


def test_a_chat_model_is_told_to_keep_codes_and_is_asked_once_more(chat_server):
    good = "The meeting <1>studied</1> {0} tasks."
    found, error = chat(chat_server, "The meeting studied {0} tasks.", good)
    assert (found, error) == ({1: good}, None)
    assert "keep each exactly" in chat_server.bodies[0]["messages"][0]["content"]


def test_a_chat_model_that_loses_codes_leaves_the_row_empty(chat_server):
    found, error = chat(chat_server, "It studied.", "</1>It<1> studied {0}.")
    assert found == {}
    assert "row 1" in str(error)
    assert len(chat_server.bodies) == 2
