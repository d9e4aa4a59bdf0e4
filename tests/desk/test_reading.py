"""Lists and queues: what a person finds where."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.desk import editing, staffing
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import list_articles, queue_counts
from workbench.model.kinds import Role, Stage


def test_my_drafts_are_mine_or_nobodys(office):
    assert queue_counts(office.library, person_id=office.translator)["drafts"] == 1
    staffing.assign(office.library, office.editor, office.key, "Translator B", Role.TRANSLATOR)
    assert queue_counts(office.library, person_id=office.translator)["drafts"] == 0
    assert queue_counts(office.library, person_id=office.second_translator)["drafts"] == 1
    assert list_articles(office.library, waits_for=office.translator) == []
    assert len(list_articles(office.library, waits_for=office.second_translator)) == 1
    assert queue_counts(office.library)["all"] == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("友好城市", 1),
        ("常务副省长", 1),
        ("friendship city", 1),
        ("Governor chairs", 1),
        ("100%", 0),
        ("_", 0),
        ("贸易顺差", 0),
    ],
)
def test_search_looks_into_both_languages(office, words, found):
    office.translate()
    assert len(list_articles(office.library, text=words)) == found


def test_lists_are_narrowed_by_stage_person_section_and_date(office):
    office.translate()
    assert len(list_articles(office.library, stage=Stage.DRAFTING)) == 1
    assert list_articles(office.library, stage=Stage.APPROVED) == []
    assert len(list_articles(office.library, person="Translator A")) == 1
    assert list_articles(office.library, person="Nobody") == []
    assert len(list_articles(office.library, section="Home > Photo News")) == 1
    assert len(list_articles(office.library, since=date(2020, 4, 3), until=date(2020, 4, 3))) == 1
    assert list_articles(office.library, since=date(2020, 4, 4)) == []


def test_a_long_list_is_read_page_by_page_without_gaps(office):
    for n in range(7):
        import_pasted(office.library, f"第{n}篇新闻\n\n今天是第{n}天。\n", ImportReport())
    editing.save_text(office.library, office.translator, office.row(1).target_id, "The newest change")
    seen, after = [], None
    while page := list_articles(office.library, limit=3, after=after):
        seen += [row.key for row in page]
        after = (page[-1].updated_at, page[-1].article_id)
    assert seen[0] == office.key
    assert len(seen) == len(set(seen)) == 8
