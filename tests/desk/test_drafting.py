"""Drafting at the desk: only empty targets, nothing paid twice, whatever the server does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter

import pytest
from tests.engines.deepl_server import CHANGED_TAGS, FINAL, KEY, STEADY, TEMPORARY, DeeplServer, english_of
from tests.engines.tiny_model import make_model

from workbench.desk.accounts import sent_by_people, sent_for_article
from workbench.desk.checking import accept, check_edition
from workbench.desk.drafting import DraftReport, draft, draft_many
from workbench.desk.editing import confirm, confirm_all, save_text
from workbench.desk.engaging import allow_sending, engine_of, sending_to_allow
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.machine import engine_figures
from workbench.desk.reading import list_articles, open_edition, read_history
from workbench.desk.reviewing import approve, submit
from workbench.desk.settling import change_setting
from workbench.desk.staffing import add_person
from workbench.desk.telling import sentence_of
from workbench.engines.courier import Patience
from workbench.engines.deepl import DeeplEngine
from workbench.errors import EngineError, RefusedError
from workbench.library.library import open_library
from workbench.model.draft import Draft
from workbench.model.kinds import Level, Origin


@pytest.fixture
def server():
    made = DeeplServer()
    yield made
    made.close()


def deepl(patience=STEADY):
    engine = DeeplEngine(patience)
    engine.use_key(KEY)
    return engine


def drafted(office, engine, **more):
    report = DraftReport()
    for _ in draft(office.library, office.translator, office.key, engine.key, report, made=engine, **more):
        pass
    return report


def use(office, server):
    change_setting(office.library, office.editor, "deepl_server", server.address)


def test_deepl_fills_what_is_empty_and_says_where_it_came_from(office, server):
    use(office, server)
    save_text(
        office.library,
        office.translator,
        office.row(3).target_id,
        "My own words.",
        seen=office.row(3).version,
    )
    report = drafted(office, deepl())
    rows = office.rows()
    assert (report.filled, report.problems) == (len(rows) - 1, [])
    assert rows[2].target == "My own words."
    assert all(row.target == english_of(row.source) for row in rows if row.number != 3)
    assert rows[0].origin is Origin.ENGINE
    assert "model: quality_optimized" in rows[0].origin_detail
    assert report.billed_characters == sum(len(row.source) for row in rows if row.number != 3)


def test_what_was_answered_once_is_not_asked_again(office, server):
    use(office, server)
    drafted(office, deepl())
    for row in office.rows():
        save_text(office.library, office.translator, row.target_id, "", seen=row.version)
    calls = server.count("/v2/translate")
    report = drafted(office, deepl())
    assert server.count("/v2/translate") == calls
    assert (report.kept, report.billed_characters) == (len(office.rows()), 0)
    change_setting(office.library, office.editor, "spelling", "uk")
    for row in office.rows():
        save_text(office.library, office.translator, row.target_id, "", seen=row.version)
    assert drafted(office, deepl()).billed_characters > 0


def test_a_text_somebody_types_meanwhile_stays(office, server):
    use(office, server)
    server.fail("silent")
    steps = draft(office.library, office.translator, office.key, "deepl", DraftReport(), made=deepl())
    next(steps)
    next(steps)
    row = office.row(2)
    save_text(office.library, office.translator, row.target_id, "Typed while it waited.", seen=row.version)
    for _ in steps:
        pass
    assert office.row(2).target == "Typed while it waited."
    assert office.row(1).target == english_of(office.row(1).source)
    assert Counter(server.paid).most_common(1)[0][1] == 1


def test_a_cancel_takes_effect_within_a_second(office, server):
    use(office, server)
    server.fail(*["silent"] * 9)
    steps = draft(
        office.library, office.translator, office.key, "deepl", DraftReport(), made=deepl(Patience())
    )
    for _ in range(4):
        next(steps)
    begun = time.monotonic()
    steps.close()
    assert time.monotonic() - begun < 1
    assert "drafted" in {event.kind for event in _events(office)}
    time.sleep(0.2)
    assert not any(thread.name.startswith("engine") for thread in threading.enumerate())


def _events(office):
    with office.library.reading() as tx:
        return [event for event, _ in tx.events.of_article(tx.articles.by_key(office.key).id)]


@pytest.mark.parametrize("kind", ["403", "456"])
def test_a_refused_key_or_a_spent_account_stops_the_whole_queue(office, server, kind):
    use(office, server)
    change_setting(office.library, office.editor, "deepl_glossary", "off")
    server.fail(*[kind] * 5)
    report = DraftReport()
    for _ in draft_many(office.library, office.translator, [office.key] * 5, "deepl", report, made=deepl()):
        pass
    assert report.is_final
    assert server.count("/v2/translate") == 1
    assert len(report.problems) == 1


def test_the_limit_on_characters_holds(office, server):
    use(office, server)
    report = drafted(office, deepl(), most_characters=120)
    assert 0 < report.billed_characters <= 120
    assert report.is_limited
    assert "limit on characters is reached" in report.problems[0].message


def test_no_text_leaves_a_library_before_somebody_has_allowed_it(office, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    with pytest.raises(EngineError, match="keeps its texts on this computer"):
        engine_of(office.library, "deepl")
    asked = sending_to_allow(office.library, "deepl")
    assert asked is not None
    assert (asked.engine, asked.host) == ("DeepL", "api-free.deepl.com")
    with pytest.raises(RefusedError, match="takes an admin"):
        allow_sending(office.library, office.translator, asked.host)
    allow_sending(office.library, office.editor, asked.host)
    assert engine_of(office.library, "deepl").key == "deepl"
    assert sending_to_allow(office.library, "deepl") is None


def test_servers_on_this_computer_and_the_librarys_own_engines_need_no_leave(office, server, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    use(office, server)
    for key in ("memory", "offline", "sample", "ctranslate2", "deepl"):
        assert sending_to_allow(office.library, key) is None
        assert engine_of(office.library, key).key == key


def test_characters_are_counted_for_each_article_and_person(office, server):
    use(office, server)
    report = drafted(office, deepl())
    (line,) = sent_by_people(office.library)
    assert (line.person, line.engine, line.articles) == ("Translator A", "deepl", 1)
    assert line.characters == report.billed_characters == sum(map(len, server.paid))
    (mine,) = sent_for_article(office.library, office.key)
    assert mine == ("Translator A", "deepl", report.billed_characters)
    events = [sentence_of(event) for event in _events(office)]
    assert f"sent {report.billed_characters} characters to deepl" in events


def test_the_limit_on_characters_is_for_servers_alone(office):
    for _ in draft_many(
        office.library, office.translator, [office.key], "sample", report := DraftReport(), most_characters=5
    ):
        pass
    assert report.filled > 5
    assert not report.is_limited


XLIFF = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="page" source-language="zh-CN" target-language="en" datatype="html"><body>
<trans-unit id="1"><source>友好城市会议召开</source></trans-unit>
<trans-unit id="2"><source>会议<g id="1">研究<g id="2">友好</g></g>城市<x id="3"/>工作&amp;合作。</source></trans-unit>
</body></file></xliff>
"""


def test_inline_codes_of_an_exchange_file_survive_a_draft(tmp_path, server):
    (tmp_path / "foreign.xlf").write_text(XLIFF, "utf-8")
    with open_library(tmp_path / "office.workbench") as library:
        editor = add_person(library, "Editor A").id
        change_setting(library, editor, "deepl_server", server.address)
        change_setting(library, editor, "deepl_glossary", "off")
        for _ in import_all(library, [str(tmp_path / "foreign.xlf")], imported := ImportReport(), by=editor):
            pass
        key = imported.added[0].key
        for _ in draft(library, editor, key, "deepl", report := DraftReport(), made=deepl()):
            pass
        row = open_edition(library, key).rows[1]
    assert report.problems == []
    assert row.source == "会议<1>研究<2>友好</2></1>城市<3/>工作&合作。"
    assert re.findall("<[^<>]*>", row.target) == ["<1>", "<2>", "</2>", "</1>", "<3/>"]
    assert row.target == english_of(row.source)
    assert server.last()["text"] == [
        '会议<g id="0">研究<g id="1">友好</g></g>城市<x id="4"></x>工作&amp;合作。'
    ]


class Careless:
    """An engine that writes a wrong sum and a right one."""

    key, label = "careless", "Careless"

    def draft(self, passages, request):
        texts = {
            "一季度，进出口总额3.5亿元。": "Trade reached 35 million yuan in the first quarter.",
            "增长12.6%。": "It grew by 12.6 percent.",
        }
        for passage in passages:
            if passage.source in texts:
                yield Draft(passage.number, texts[passage.source], self.key)


def test_a_wrong_number_is_known_as_the_draft_arrives(tmp_path):
    (tmp_path / "one.txt").write_text("外贸通报\n\n一季度，进出口总额3.5亿元。\n\n增长12.6%。\n", "utf-8")
    with open_library(tmp_path / "office.workbench") as library:
        editor = add_person(library, "Editor A").id
        imported = ImportReport()
        for _ in import_all(library, [str(tmp_path / "one.txt")], imported, by=editor):
            pass
        key, report = imported.added[0].key, DraftReport()
        for _ in draft(library, editor, key, "careless", report, made=Careless()):
            pass
    assert (report.filled, report.contradictions) == (2, 1)


def test_a_machine_sentence_confirmed_unchanged_is_a_note_for_the_reviewer(office, server):
    """It is none for the translator, and approving keeps how far people went from the machine's words."""
    use(office, server)
    drafted(office, deepl())
    rows = office.rows()
    for row in rows[2:]:
        save_text(
            office.library, office.translator, row.target_id, f"{row.target[:-1]}, mended.", seen=row.version
        )
    confirm_all(office.library, office.translator, office.edition_id)
    assert _notes(office) == []
    submit(office.library, office.translator, office.key)
    notes = _notes(office)
    assert [finding.number for finding in notes] == [1, 2]
    assert all(finding.level is Level.NOTE for finding in notes)
    assert "exactly as deepl wrote it" in notes[0].message
    accept_errors(office)
    approve(office.library, office.reviewer, office.key)
    (figures,) = engine_figures(office.library)
    assert (figures.engine, figures.rows, figures.unchanged) == ("deepl", len(rows), 2)
    assert figures.distance == (len(rows) - 2) * len(", mended")
    assert figures.characters == sum(len(english_of(row.source)) for row in rows)


def accept_errors(office):
    """The server's English contradicts every number, which the reviewer accepts here."""
    found = check_edition(office.library, office.edition_id)
    wrong = {(finding.check, finding.number) for finding in found if finding.level is Level.ERROR}
    for check, number in sorted(wrong):
        accept(office.library, office.reviewer, office.key, check, "a stand-in server", number=number)


def _notes(office):
    return [f for f in check_edition(office.library, office.edition_id) if f.check == "machine-unchanged"]


def test_every_revision_knows_engine_model_glossary_and_time(office, server):
    use(office, server)
    drafted(office, deepl())
    (revision,) = read_history(office.library, office.row(1).target_id)
    told = dict(part.split(": ") for part in revision.detail.split(", ")[1:])
    assert revision.detail.startswith("deepl, ")
    assert told["model"] == "quality_optimized"
    assert len(told["glossary"]) == 12
    assert (revision.origin, revision.person) == (Origin.ENGINE, "")
    assert revision.at is not None


class Impostor:
    """A plug-in that answers what nobody asked, and nothing."""

    key, label = "impostor", "Impostor"

    def draft(self, passages, request):
        yield Draft(999, "Who asked?", self.key)
        yield Draft(1, "   ", self.key)
        yield Draft(2, "Two.", self.key)


def test_an_engine_that_answers_what_nobody_asked_does_no_harm(office):
    report = drafted(office, Impostor())
    assert report.filled == 1
    assert office.row(2).target == "Two."


BOILERPLATE = "本报记者报道，更多内容请看明天的报纸。"
TYPED = "Words of a person."
ARTICLES = int(os.environ.get("WORKBENCH_DRAFTED", "200"))
"""Articles sent through failing servers; so many are what the house promises."""


def many(tmp_path, count):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(count):
        text = (
            f"第{number}次会议在长沙召开\n\n2020-04-03\n\n"
            f"4月2日，第{number}次全省工作会议在长沙召开。会议研究了{number + 3}项工作。\n\n"
            f"全省{number + 11}家企业参加，投资{number + 2}亿元。{BOILERPLATE}\n\n"
            f"第{number}批友好城市有{{0}}个，企业有%s家。\n"
        )
        (folder / f"{number:03d}.txt").write_text(text, "utf-8")
    return folder


def test_many_articles_through_a_server_that_fails_a_third_of_its_calls(tmp_path, server):
    """All are complete, nothing is paid twice, and no text of a person has changed."""
    with open_library(tmp_path / "many.workbench") as library:
        editor = add_person(library, "Editor A").id
        change_setting(library, editor, "deepl_server", server.address)
        _keep_few_terms(library)
        imported = ImportReport()
        for _ in import_all(library, [str(many(tmp_path, ARTICLES))], imported, by=editor):
            pass
        keys = [one.key for one in imported.added]
        assert len(keys) == ARTICLES
        typed = set()
        for key in keys[::4]:
            for _ in draft(library, editor, key, "sample", DraftReport()):
                pass  # makes the edition, and fills nothing
            row = open_edition(library, key).rows[1]
            save_text(library, editor, row.target_id, TYPED, seen=row.version)
            typed.add(row.target_id)
        server.share, server.kinds = 0.3, (*TEMPORARY, *FINAL, *CHANGED_TAGS, "413")
        engine, runs, waiting = deepl(), 0, keys
        while waiting := _unfinished(library, waiting):
            runs += 1
            assert runs < 100
            for _ in draft_many(library, editor, waiting, "deepl", DraftReport(), made=engine):
                pass
        rows = [row for key in keys for row in open_edition(library, key).rows]
    assert Counter(server.paid).most_common(1)[0][1] == 1
    assert BOILERPLATE in server.paid
    assert {row.target_id for row in rows if row.target == TYPED} == typed
    wrong = [row for row in rows if row.target_id not in typed and row.target != english_of(row.source)]
    assert wrong == []
    assert len(server.calls) > 1.5 * ARTICLES
    assert len(rows) == len({row.target_id for row in rows}) >= 5 * ARTICLES


def _keep_few_terms(library):
    with library.writing() as tx:
        for concept in tx.vocabulary.concepts()[10:]:
            tx.vocabulary.remove(concept)


def _unfinished(library, keys):
    """Return those that have empty rows, by the counts of the list: opening each again and again takes a minute."""
    rows = list_articles(library)
    unfinished = {row.key for row in rows if row.confirmed + row.drafted < row.segments}
    return [key for key in keys if key in unfinished]


def test_a_model_on_this_computer_fills_an_article_and_its_name_is_kept(office, tmp_path):
    model = make_model(tmp_path / "tiny")
    change_setting(office.library, office.editor, "ctranslate2_folder", str(model))
    report = DraftReport()
    for _ in draft(office.library, office.translator, office.key, "ctranslate2", report):
        pass
    assert report.problems == []
    assert report.filled == len([row for row in office.rows() if row.target])
    assert report.filled > 10
    assert (office.row(1).origin, office.row(1).origin_detail) == (Origin.ENGINE, "ctranslate2, model: tiny")


def test_without_a_network_every_sentence_gets_what_the_library_knows(office):
    rows = office.rows()
    save_text(office.library, office.translator, rows[2].target_id, "Wu Lan delivers a speech.")
    confirm(office.library, office.translator, [rows[2].target_id])
    for row in rows:
        save_text(office.library, office.translator, row.target_id, "")
    report = DraftReport()
    for _ in draft(office.library, office.translator, office.key, "offline", report):
        pass
    after = office.rows()
    assert after[2].target == "Wu Lan delivers a speech."
    assert after[2].origin is Origin.MEMORY
    assert after[3].target.startswith("April 2, Hunan")
    assert after[3].origin is Origin.ENGINE
    assert "scaffold" in after[3].origin_detail
    assert report.filled >= len(rows) - 3
    assert report.problems == []


def test_a_mended_memory_comes_before_a_scaffold(tmp_path):
    with open_library(tmp_path / "office.workbench") as library:
        editor = add_person(library, "Editor A").id
        (tmp_path / "one.txt").write_text("疫情通报\n\n全省新增确诊病例3例，出院12例。\n", "utf-8")
        (tmp_path / "two.txt").write_text("疫情通报\n\n全省新增确诊病例5例，出院17例。\n", "utf-8")
        imported = ImportReport()
        for _ in import_all(
            library, [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")], imported, by=editor
        ):
            pass
        first, second = (one.key for one in imported.added)
        for _ in draft(library, editor, first, "offline", DraftReport()):
            pass
        rows = open_edition(library, first).rows
        english = "The province reported 3 new confirmed cases, and 12 patients were discharged."
        save_text(library, editor, rows[0].target_id, "COVID-19 Update")
        save_text(library, editor, rows[1].target_id, english)
        confirm(library, editor, [row.target_id for row in rows])
        for _ in draft(library, editor, second, "offline", DraftReport()):
            pass
        texts = [row.target for row in open_edition(library, second).rows]
        details = [row.origin_detail for row in open_edition(library, second).rows]
    assert texts == [
        "COVID-19 Update",
        "The province reported 5 new confirmed cases, and 17 patients were discharged.",
    ]
    assert "swapped in" in details[1]


KILLED = """
import sys
from workbench.desk.drafting import DraftReport, draft_many
from workbench.library.library import open_library
with open_library(sys.argv[1]) as library:
    for _ in draft_many(library, None, sys.argv[2:], "deepl", DraftReport()):
        pass
"""


KILLED_WITH_THE_ANSWER = """
import os, signal, sys
from workbench.desk.drafting import DraftReport, draft_many
from workbench.engines.deepl import DeeplEngine
from workbench.library.library import open_library
class Struck(DeeplEngine):
    def draft(self, passages, request):
        for one in super().draft(passages, request):
            os.kill(os.getpid(), signal.SIGKILL)  # the first of many drafts of one answer; none is saved
            yield one
engine = Struck()
engine.use_key(os.environ["WORKBENCH_DEEPL_KEY"])
with open_library(sys.argv[1]) as library:
    for _ in draft_many(library, 1, sys.argv[2:], "deepl", DraftReport(), made=engine):
        pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: Windows has no SIGKILL")
def test_a_kill_right_after_an_answer_has_come_pays_nothing_twice(tmp_path, server, monkeypatch):
    """Rows are empty then, and yet the library has the whole answer and what it cost."""
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    path, (keys, editor) = tmp_path / "many.workbench", _three_articles(tmp_path, server)
    process = subprocess.run([sys.executable, "-c", KILLED_WITH_THE_ANSWER, str(path), *keys], check=False)
    assert process.returncode < 0
    answered = list(server.paid)
    assert len(answered) > 3
    with open_library(path) as library:
        assert not any(row.target for row in open_edition(library, keys[0]).rows)
        (line,) = sent_by_people(library)
        assert line.characters == sum(map(len, answered))
        for _ in draft_many(library, editor, keys, "deepl", DraftReport(), made=deepl()):
            pass
        rows = [row for key in keys for row in open_edition(library, key).rows]
    assert [row for row in rows if row.target != english_of(row.source)] == []
    assert Counter(server.paid).most_common(1)[0][1] == 1


def _three_articles(tmp_path, server):
    with open_library(tmp_path / "many.workbench") as library:
        editor = add_person(library, "Editor A").id
        change_setting(library, editor, "deepl_server", server.address)
        change_setting(library, editor, "deepl_glossary", "off")
        imported = ImportReport()
        for _ in import_all(library, [str(many(tmp_path, 3))], imported, by=editor):
            pass
    return [one.key for one in imported.added], editor


def test_after_a_kill_the_queue_goes_on_without_paying_again(tmp_path, server, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    path = tmp_path / "many.workbench"
    with open_library(path) as library:
        editor = add_person(library, "Editor A").id
        change_setting(library, editor, "deepl_server", server.address)
        change_setting(library, editor, "deepl_glossary", "off")
        imported = ImportReport()
        for _ in import_all(library, [str(many(tmp_path, 5))], imported, by=editor):
            pass
        keys = [one.key for one in imported.added]
    server.fail("", "", "", "", "", "silent")
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(path), *keys])
    ends = time.monotonic() + 60
    while server.count("/v2/translate") < 6 and time.monotonic() < ends:
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert len(server.paid) > 10
    with open_library(path) as library:
        for _ in draft_many(library, editor, keys, "deepl", DraftReport(), made=deepl()):
            pass
        rows = [row for key in keys for row in open_edition(library, key).rows]
    assert [row for row in rows if row.target != english_of(row.source)] == []
    assert Counter(server.paid).most_common(1)[0][1] == 1
