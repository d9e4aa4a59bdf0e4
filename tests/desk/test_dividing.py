"""Rows that are long beyond all measure are divided at good places, in one step that can be undone."""

from __future__ import annotations

import pytest

from workbench.desk import arranging, editing
from workbench.desk.dividing import divide, in_shares, is_very_long
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.errors import WorkbenchError
from workbench.model.kinds import State

LONG = "各地各部门要抓好落实，" * 2_000 + "完成全年任务。"
ENGLISH = (
    "All places and all departments have to see it through, " * 400 + "and complete the tasks of the year."
)


@pytest.fixture
def article(office):
    """An article with a sentence of 22,000 characters that was taken whole, as earlier versions did."""
    report = ImportReport()
    text = f"全省会议召开\n\n{LONG}\n\n会议在长沙举行。"
    import_pasted(office.library, text, report, by=office.translator, force=True)
    return report.added[0].key


def rows(office, key, language="en"):
    return open_edition(office.library, key, language).rows


def test_a_very_long_row_becomes_rows_of_some_two_thousand_characters(office, article):
    long = rows(office, article)[1]
    assert is_very_long(long)
    edit = divide(office.library, office.translator, long.target_id)
    divided = rows(office, article)
    assert edit.edition_changed
    assert "".join(row.source for row in divided[1:-1]) == LONG
    assert max(len(row.source) for row in divided) <= 2_000
    assert not any(is_very_long(row) for row in divided)
    assert {row.paragraph for row in divided[1:-1]} == {1}
    assert divided[-1].source == "会议在长沙举行。"


def test_what_is_translated_is_cut_in_proportion_and_has_to_be_confirmed_again(office, article):
    long = rows(office, article)[1]
    editing.save_text(office.library, office.translator, long.target_id, ENGLISH)
    editing.confirm(office.library, office.translator, [long.target_id])
    divide(office.library, office.translator, long.target_id)
    divided = rows(office, article)[1:-1]
    assert " ".join(row.target for row in divided) == ENGLISH
    assert all(row.target for row in divided)
    assert {row.state for row in divided} == {State.INITIAL}


def test_one_undo_puts_the_row_back_and_one_redo_divides_it_again(office, article):
    long = rows(office, article)[1]
    editing.save_text(office.library, office.translator, long.target_id, ENGLISH)
    before = [(row.source, row.target) for row in rows(office, article)]
    edit = divide(office.library, office.translator, long.target_id)
    divided = [(row.source, row.target) for row in rows(office, article)]
    back = editing.undo(office.library, office.translator, edit.step)
    assert [(row.source, row.target) for row in rows(office, article)] == before
    editing.undo(office.library, office.translator, back.step)
    assert [(row.source, row.target) for row in rows(office, article)] == divided


def test_other_languages_keep_the_whole_sentence_in_their_row(office, article):
    french = rows(office, article, "fr")[1].source
    edit = divide(office.library, office.translator, rows(office, article)[1].target_id)
    assert rows(office, article, "fr")[1].source == french
    editing.undo(office.library, office.translator, edit.step)
    assert rows(office, article, "fr")[1].source == french


def test_undoing_a_split_gives_other_languages_their_source_back(office, article):
    last = rows(office, article)[-1]
    french = rows(office, article, "fr")[-1].source
    edit = arranging.split(office.library, office.translator, last.target_id, target_at=0, source_at=3)
    back = editing.undo(office.library, office.translator, edit.step)
    assert rows(office, article, "fr")[-1].source == french
    editing.undo(office.library, office.translator, back.step)
    assert rows(office, article, "fr")[-1].source == french
    assert [row.source for row in rows(office, article)[-2:]] == ["会议在", "长沙举行。"]


def test_a_row_that_was_joined_comes_apart_between_its_sentences(office):
    report = ImportReport()
    sentences = [f"第{number}项工作已经完成。" for number in range(40)]
    import_pasted(office.library, "全省会议召开\n\n" + "".join(sentences), report, by=office.translator)
    key = report.added[0].key
    first = rows(office, key)[1]
    for _ in range(39):
        arranging.join(office.library, office.translator, first.target_id)
    joined = rows(office, key)[1]
    with pytest.raises(WorkbenchError, match="good place"):  # short enough for one row
        divide(office.library, office.translator, joined.target_id)
    assert [row.source for row in rows(office, key)] == ["全省会议召开", "".join(sentences)]


def test_only_who_may_edit_divides(office, article):
    long = rows(office, article)[1]
    with pytest.raises(WorkbenchError, match="may not edit"):
        divide(office.library, office.reviewer, long.target_id)
    arranging.set_locked(office.library, office.translator, long.target_id, is_locked=True)
    with pytest.raises(WorkbenchError, match="locked"):
        divide(office.library, office.translator, long.target_id)


@pytest.mark.parametrize(
    ("text", "weights", "pieces"),
    [
        ("", [1, 1], ["", ""]),
        ("One", [1, 1, 1], ["", "One", ""]),
        ("One two three four", [1, 1], ["One two", "three four"]),
        ("会议召开，大家认真听取。完", [6, 6, 1], ["会议召开，", "大家认真听取。", "完"]),
    ],
)
def test_a_text_is_cut_between_words_and_after_pauses(text, weights, pieces):
    assert in_shares(text, weights) == pieces
