"""Whatever a draft server does, to one sentence or to many: nothing typed is lost, nothing is paired wrongly."""

from __future__ import annotations

import contextlib
import shutil
from collections import Counter

import pytest
from tests.engines.deepl_server import FINAL, KEY, STEADY, TEMPORARY, DeeplServer, english_of

from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import save_text
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.settling import change_setting
from workbench.desk.staffing import add_person
from workbench.engines.deepl import DeeplEngine
from workbench.errors import EngineError
from workbench.library.library import open_library
from workbench.model.draft import DraftRequest
from workbench.model.passage import Passage

MODES = (*TEMPORARY, *FINAL, "413")
ROWS = {"one sentence": 1, "two requests": 70}
TYPED = "Words of a person."


@pytest.fixture(scope="module")
def libraries(tmp_path_factory):
    """Return a library with an article of one sentence and one whose article takes two requests."""
    folder, made = tmp_path_factory.mktemp("libraries"), {}
    for name, count in ROWS.items():
        text = "第一次全省工作会议召开\n\n2020-04-03\n\n"
        text += "\n\n".join(f"第{n}家企业参加会议，投资{n}亿元。" for n in range(2, count + 2))
        (folder / f"{name}.txt").write_text(text, "utf-8")
        made[name] = folder / f"{name}.workbench"
        with open_library(made[name]) as library:
            editor = add_person(library, "Editor A").id
            change_setting(library, editor, "deepl_glossary", "off")
            for _ in import_all(library, [str(folder / f"{name}.txt")], report := ImportReport(), by=editor):
                pass
            key = report.added[0].key
            for _ in draft(library, editor, key, "sample", DraftReport()):
                pass  # begins the edition
            save_text(library, editor, open_edition(library, key).rows[0].target_id, TYPED)
    return made


@pytest.fixture
def server():
    made = DeeplServer()
    yield made
    made.close()


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("mode", MODES)
def test_a_failure_loses_nothing_and_the_next_draft_completes_it(libraries, tmp_path, server, name, mode):
    path = shutil.copy(libraries[name], tmp_path / "office.workbench")
    engine = made()
    with open_library(path) as library:
        change_setting(library, 1, "deepl_server", server.address)
        key = list_articles(library)[0].key
        server.fail(*[""] * (ROWS[name] > 1), *[mode] * 6)
        first = _drafted(library, key, engine)
        is_overcome = mode == "413"  # it is cut in halves until it is small enough
        assert len(first.problems) == (0 if is_overcome and not first.problems else 1)
        assert all(str(one.message).endswith((".", "!")) for one in first.problems)
        for row in open_edition(library, key).rows[1:]:
            assert row.target in {"", english_of(row.source)}
        server._failures.clear()
        second = _drafted(library, key, engine)
        rows = open_edition(library, key).rows
    assert second.problems == []
    assert rows[0].target == TYPED
    assert [row.number for row in rows[1:] if row.target != english_of(row.source)] == []
    assert first.filled + second.filled == ROWS[name]
    assert Counter(server.paid).most_common(1)[0][1] == 1


@pytest.mark.parametrize("mode", MODES)
def test_five_hundred_sentences_are_paired_up_to_the_failure_and_not_beyond(server, mode):
    passages = [Passage(f"第{n}家企业参加会议，投资{n}亿元。", "", n, n) for n in range(1, 501)]
    sources = {passage.number: passage.source for passage in passages}
    server.fail("", "", *[mode] * (3 if mode == "413" else 6))  # too large: cut in halves three times
    drafts, request = [], DraftRequest(options={"deepl_server": server.address, "deepl_glossary": "off"})
    with contextlib.suppress(EngineError):
        for one in made().draft(passages, request):
            drafts.append(one)  # noqa: PERF402 - what came before the failure counts
    assert len(drafts) == (500 if mode == "413" else 100)
    assert [one.number for one in drafts if one.text != english_of(sources[one.number])] == []


def made():
    engine = DeeplEngine(STEADY)
    engine.use_key(KEY)
    return engine


def _drafted(library, key, engine):
    report = DraftReport()
    for _ in draft(library, 1, key, "deepl", report, made=engine):
        pass
    return report
