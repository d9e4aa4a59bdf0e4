"""What earlier articles made of the same sentences and people is compared when an article is checked."""

from __future__ import annotations

from workbench.desk.checking import accept, check_edition
from workbench.desk.editing import confirm, save_text
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.judging import judged
from workbench.desk.reading import open_edition
from workbench.model.judgement import Decision


def article(office, title: str, first: str, second: str, more: str) -> str:
    """Import an article that repeats a sentence, translate it, and return its key."""
    report = ImportReport()
    import_pasted(
        office.library,
        f"{title}\n\n市长吕思清主持召开全省友好城市工作会议。\n\n{more}",
        report,
        by=office.translator,
    )
    key = report.added[0].key
    for row, text in zip(open_edition(office.library, key).rows, (title, first, second), strict=False):
        save_text(office.library, office.translator, row.target_id, text, seen=row.version)
        confirm(office.library, office.translator, [row.target_id])
    return key


def earlier(office, key: str) -> list[tuple[str, str]]:
    found = check_edition(office.library, open_edition(office.library, key).edition_id)
    return [(f.slip, f.message) for f in found if f.check == "precedents"]


FIRST = "Mayor Lyu Siqing chaired a provincial meeting on friendship cities."


def test_a_sentence_translated_before_is_compared_with_what_it_was(office):
    before = article(office, "第一篇报道", FIRST, "Lyu Siqing spoke.", "吕思清讲话。")
    same = article(office, "第二篇报道", FIRST, "Lyu Siqing left.", "吕思清离开会场。")
    assert earlier(office, same) == []
    other = article(
        office, "第三篇报道", "Mayor Lyu Siqing held talks.", "Lyu Siqing arrived.", "吕思清到达会场。"
    )
    ((slip, message),) = earlier(office, other)
    assert slip == "earlier-sentence"
    assert FIRST in message
    assert same in message or before in message


def test_a_person_spelt_otherwise_than_before_is_a_warning_that_can_be_accepted(office):
    article(office, "第一篇报道", FIRST, "Lyu Siqing spoke.", "吕思清讲话。")
    key = article(office, "第二篇报道", FIRST, "Lu Siqing left.", "市长吕思清离开会场。")
    ((slip, message),) = earlier(office, key)
    assert slip == "earlier-name"
    assert "Lu Siqing" in message
    assert "Lyu Siqing" in message
    accept(office.library, office.editor, key, "precedents", "The person wishes it so.")
    assert earlier(office, key) == []
    decided = [line for line in judged(office.library, key) if line.finding.check == "precedents"]
    assert [line.decision for line in decided] == [Decision.ROW]


def test_an_article_is_not_its_own_precedent(office):
    key = article(office, "第一篇报道", FIRST, "Lyu Siqing spoke.", "吕思清讲话。")
    row = open_edition(office.library, key).rows[1]
    save_text(
        office.library, office.translator, row.target_id, "Mayor Lyu Siqing held talks.", seen=row.version
    )
    assert earlier(office, key) == []
