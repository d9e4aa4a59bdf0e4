"""Engines beside the text: several answers for one row, none of them written, none paid twice."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from tests.engines.chat_server import ChatServer
from tests.engines.deepl_server import KEY, DeeplServer, english_of

from workbench.desk.accounts import sent_for_article
from workbench.desk.checking import passage_of
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.engaging import engines_beside
from workbench.desk.settling import change_setting
from workbench.desk.suggesting import suggest
from workbench.model.draft import Draft
from workbench.model.kinds import Level


@pytest.fixture
def server(office, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    made = DeeplServer()
    change_setting(office.library, office.editor, "deepl_server", made.address)
    yield made
    made.close()


def asked(office, engine, number=4):
    steps = suggest(
        office.library, office.translator, office.edition_id, passage_of(office.row(number)), engine
    )
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_the_engines_that_can_be_used_are_asked_in_the_order_of_the_library(office, server):
    assert [engine.key for engine in engines_beside(office.library)] == ["deepl"]
    chat = ChatServer()
    change_setting(office.library, office.editor, "chat_server", chat.address)
    change_setting(office.library, office.editor, "chat_model", "small")
    assert [engine.key for engine in engines_beside(office.library)] == ["deepl", "chat"]
    change_setting(office.library, office.editor, "engine_order", "chat, memory, deepl")
    engines = engines_beside(office.library)
    assert [engine.key for engine in engines] == ["chat", "deepl"]
    found = [asked(office, engine) for engine in engines]
    assert [one.engine for one in found] == ["chat", "deepl"]
    assert len({one.draft.text for one in found}) == 2
    chat.close()
    change_setting(office.library, office.editor, "engine_suggestions", "off")
    assert engines_beside(office.library) == []


def test_an_engine_far_away_is_not_asked_before_it_is_allowed(office, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    assert engines_beside(office.library) == []


def test_a_suggestion_writes_nothing_and_is_paid_for_once(office, server):
    (engine,) = engines_beside(office.library)
    row = office.row(4)
    first, again = asked(office, engine), asked(office, engine)
    assert first.draft.text == again.draft.text == english_of(row.source)
    assert "glossary" in first.draft.detail
    assert office.row(4).target == ""
    assert sent_for_article(office.library, office.key)[0].characters == len(row.source)
    for _ in draft(office.library, office.translator, office.key, "deepl", DraftReport()):
        pass
    assert Counter(server.paid).most_common(1)[0][1] == 1
    assert office.row(4).target == english_of(row.source)


def test_what_is_wrong_with_an_engine_is_said_in_words(office, server):
    (engine,) = engines_beside(office.library)
    server.fail("403")
    found = asked(office, engine)
    assert found.draft is None
    assert "does not accept the key" in found.problem


class Careless:
    key, label = "careless", "Careless"

    def draft(self, passages, request):
        yield Draft(passages[0].number, "On April 20, Governor Xu Dazhe chaired a meeting.", self.key)


def test_a_suggestion_with_a_wrong_date_is_marked_as_it_arrives(office):
    found = asked(office, Careless())
    wrong = [finding for finding in found.findings if finding.level is Level.ERROR]
    assert [found.draft.text[slice(*finding.target)] for finding in wrong] == ["20"]


def test_leaving_the_row_ends_the_waiting_within_a_second(office, server):
    (engine,) = engines_beside(office.library)
    server.fail(*["silent"] * 3)
    steps = suggest(office.library, office.translator, office.edition_id, passage_of(office.row(4)), engine)
    for _ in range(4):
        next(steps)
    begun = time.monotonic()
    steps.close()
    assert time.monotonic() - begun < 1
