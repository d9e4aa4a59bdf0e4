"""A draft without a network: everything that can be known is there, in the order of the source."""

from __future__ import annotations

import json
import re

import pytest

from workbench.checks.name_panel import names_of
from workbench.checks.panel import facts_of
from workbench.checks.term_forms import carries
from workbench.engines.scaffold import scaffold
from workbench.model.draft import DraftRequest
from workbench.model.kinds import TermStatus
from workbench.model.passage import CheckContext, KnownName, Passage, TermEntry, TermForm
from workbench.resources import resource
from workbench.text.terms import TermFinder

STARTER = tuple(
    TermEntry(
        (term["zh"],),
        tuple(
            TermForm(form, TermStatus.ADMITTED if at else TermStatus.PREFERRED)
            for at, form in enumerate(term["en"])
        ),
        term["category"],
    )
    for term in json.loads(resource("terms.json").read_text("utf-8"))
)
SAMPLE = [pair["zh"] for pair in json.loads(resource("sample/drafts.json").read_text("utf-8"))]
NEWSROOM = [
    [source for source, _ in article["pairs"]]
    for article in json.loads(resource("sample/newsroom.json").read_text("utf-8"))
]


def request_for(sources, **more):
    return DraftRequest(context="\n".join(sources), terms=STARTER, **more)


@pytest.mark.parametrize("sources", [SAMPLE, *NEWSROOM], ids=lambda sources: sources[0])
def test_every_figure_date_name_and_term_of_an_article_is_rendered(sources):
    request, context = request_for(sources), CheckContext(terms=STARTER)
    finder, wanted, missed = TermFinder(STARTER), 0, []
    for source in sources:
        passage = Passage(source, scaffold(source, request, finder) or "–")
        views = [*facts_of(passage, context), *names_of(passage, context)]
        hits = [hit.entry for hit in finder.find(source)]
        wanted += len(views) + len(hits)
        missed += [view.reading for view in views if not view.is_matched]
        missed += [hit.sources[0] for hit in hits if not carries(passage.target, hit.targets[0].text)]
    assert missed == []
    assert wanted >= 2


def test_the_people_of_the_sample_are_named_in_every_sentence_that_names_them():
    people = {
        "许达哲": "Xu Dazhe",
        "乌兰": "Wu Lan",
        "谢建辉": "Xie Jianhui",
        "何报翔": "He Baoxiang",
        "王群": "Wang Qun",
    }
    request = request_for(SAMPLE)
    there = [(name, source) for name in people for source in SAMPLE if name in source]
    assert len(there) == 11
    assert [pair for pair in there if people[pair[0]] not in scaffold(pair[1], request)] == []


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("4月2日，长沙市新增确诊病例3例。", "April 2, Changsha … 3 cases."),
        (
            "一季度，湖南出口802.3亿元，增长18.9%。",
            "First quarter, Hunan … 80.23 billion yuan … 18.9 percent.",
        ),
        ("2020年4月2日下午3时，会议召开。", "April 2, 2020 3 p.m. …."),
        ("他说，这很好。", ""),
    ],
)
def test_pieces_stand_in_the_order_of_the_source(source, english):
    found = scaffold(source, DraftRequest())
    assert re.sub(r"\bthree\b", "3", found) == english


def test_a_scaffold_has_no_chinese_in_it():
    texts = [scaffold(source, request_for(SAMPLE)) for source in SAMPLE]
    assert [text for text in texts if re.search(r"[\u4e00-\u9fff，。、]", text)] == []


def test_the_houses_own_name_comes_before_pinyin():
    request = DraftRequest(names=(KnownName("许达哲", "Hsu Ta-che"),))
    assert scaffold("省长许达哲主持会议。", request).startswith("… Hsu Ta-che")


def test_percent_is_written_as_the_house_does():
    request = DraftRequest(options={"percent": "%"})
    assert scaffold("增长18.9%。", request) == "… 18.9%."
