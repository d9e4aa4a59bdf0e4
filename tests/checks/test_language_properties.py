"""Whatever stands in a row, the language checks answer, and point to places that exist."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks.name_panel import names_of
from workbench.checks.registry import article_checks, row_checks
from workbench.model.kinds import SegmentKind
from workbench.model.passage import CheckContext, KnownName, Passage, TermEntry, TermForm

KEYS = {
    "names", "titles", "places", "terms", "coverage", "negation", "like-words", "leftovers", "spelling", "invisible", "quotes",
    "spacing", "headline", "style", "abbreviations", "consistency", "agreement", "quotes-of-article",
}  # fmt: skip
CHINESE = [
    "省长",
    "许达哲",
    "副",
    "、",
    "，",
    "。",
    "“",
    "”",
    "《",
    "》",
    "长沙",
    "没有",
    "吕",
    "·",
    "一带一路",
    "欧阳",
    "1",
    " ",
    "单",
]
ENGLISH = [
    "Governor", "Xu", "Dazhe", "Da", "Zhe", "vice", " ", "  ", ",", ".", '"', "“", "”", "(", "Changsha", "5", "%", "许",
    "，", "\u202e", "о", "the", "the", "Mr. ", "'", "-", "NDRC", "untill", "RMB3", "April 2nd", "\n", "İ", "ß", "𠮷", "é",
]  # fmt: skip
CONTEXT = CheckContext(
    terms=(TermEntry(("一带一路", "副"), (TermForm("Belt and Road"),)),), names=(KnownName("单", "Shan"),)
)
SOURCES = st.lists(st.sampled_from(CHINESE), max_size=12).map("".join)
TARGETS = st.lists(st.sampled_from(ENGLISH), max_size=16).map("".join)
KINDS = st.sampled_from(list(SegmentKind))


@settings(max_examples=300, deadline=None)
@given(SOURCES, TARGETS, KINDS)
def test_every_finding_of_a_row_points_into_its_texts(source, target, kind):
    passage = Passage(source, target, kind=kind)
    for check in row_checks():
        for finding in check.check(passage, CONTEXT) if check.key in KEYS else ():
            for span, text in ((finding.source, source), (finding.target, target)):
                assert span is None or 0 <= span[0] < span[1] <= len(text) or span == (len(text), len(text))
            assert all(0 <= fix.span[0] <= fix.span[1] <= len(target) for fix in finding.fixes)
    for view in names_of(passage, CONTEXT):
        assert source[slice(*view.source)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(SOURCES, TARGETS, KINDS), max_size=6))
def test_article_checks_name_rows_that_exist(rows):
    passages = [
        Passage(source, target, number=number, paragraph=number // 2, kind=kind)
        for number, (source, target, kind) in enumerate(rows, start=1)
    ]
    for check in article_checks():
        if check.key in KEYS:
            for finding in check.check_article(passages, CONTEXT):
                assert 1 <= finding.number <= len(rows)


@pytest.mark.parametrize("language", ["fr", "ja", "ko", "ru"])
def test_editions_in_other_languages_are_not_judged_by_english_rules(language):
    context = CheckContext(target_language=language)
    passage = Passage("副省长没有出席。", "« x » 5 % governor  ,")
    said = {f.check for check in row_checks() if check.key in KEYS for f in check.check(passage, context)}
    assert said <= {"terms", "names", "invisible", "leftovers"}
