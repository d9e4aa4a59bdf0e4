"""Nothing is removed, emptied or un-approved in masses without somebody saying so (RELIABILITY.md, D20)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.desk.editing import confirm_all, save_text, undo
from workbench.desk.guarding import MassChangeError, TakenAway
from workbench.desk.importing import ImportReport, import_all, import_pasted
from workbench.desk.merging import undo_merge
from workbench.desk.reviewing import approve, submit
from workbench.desk.sending import send, take_back
from workbench.errors import ConflictError
from workbench.library.rotation import copies_of
from workbench.resources import resource

SENTENCES = [f"第{number}条消息今天在长沙发布。" for number in range(1, 41)]


def story(*, without: int = 0, changed: int = 0) -> str:
    """Return a text of forty sentences, the first ones left out, the last ones worded anew."""
    told = [text.replace("今天", "昨天") if n > 40 - changed else text for n, text in enumerate(SENTENCES, 1)]
    return "消息四十条\n\n2020-04-03\n\n" + "\n\n".join(told[without:])


@pytest.fixture
def told(office):
    """An office in which all of a story of forty sentences is translated and confirmed."""
    report = ImportReport()
    import_pasted(office.library, story(), report)
    office.key = report.added[0].key
    for row in office.rows():
        save_text(office.library, office.translator, row.target_id, f"News item {row.number}.")
    confirm_all(office.library, office.translator, office.edition_id)
    return office


def again(office, text: str, *, force: bool = False) -> ImportReport:
    """Import the story anew."""
    report = ImportReport()
    import_pasted(office.library, text, report, by=office.editor, force=force)
    return report


def everything(office):
    """Return what people see of the story."""
    return [(row.source, row.target, row.state, row.is_returned, row.paragraph) for row in office.rows()]


@pytest.mark.parametrize(
    ("total", "count", "is_much"),
    [(12, 0, False), (12, 1, True), (40, 2, False), (40, 3, True), (2000, 50, False), (2000, 51, True)],
)
def test_more_than_a_twentieth_or_more_than_fifty_is_much(total, count, is_much):
    for taken in (TakenAway(total, count), TakenAway(total, 0, count), TakenAway(total, 0, 0, count)):
        assert taken.is_much is is_much


def test_a_text_that_lost_a_few_sentences_comes_in_as_ever(told):
    report = again(told, story(without=2))
    assert (len(report.merged), report.held) == (1, [])
    assert len(told.rows()) == 39


def test_a_text_that_lost_much_is_held_until_it_is_meant(told):
    before = everything(told)
    report = again(told, story(without=10))
    assert (report.merged, report.added, report.problems) == ([], [], [])
    (held,) = report.held
    assert "of 41 segments 10 with their translations" in held.message
    assert everything(told) == before
    assert copies_of(told.library.path) == []
    report = again(told, story(without=10), force=True)
    assert (len(report.merged), report.held) == (1, [])
    assert len(told.rows()) == 31
    assert len(copies_of(told.library.path)) == 1


def test_words_that_change_in_a_draft_take_nothing_away(told):
    assert len(again(told, story(changed=10)).merged) == 1


def test_an_approval_does_not_lapse_in_silence(told):
    submit(told.library, told.translator, told.key)
    approve(told.library, told.reviewer, told.key)
    (held,) = again(told, story(changed=1)).held
    assert "the approval of 41" in held.message
    assert told.stage() == "approved"
    again(told, story(changed=1), force=True)
    assert told.stage() == "changes requested"


def test_a_new_version_is_taken_back_as_one(told):
    before, headline = everything(told), told.row(1).source
    report = again(told, story(without=10, changed=5) + "\n\n新的一条。", force=True)
    assert everything(told) != before
    undo_merge(told.library, told.translator, report.merged[0][1].undo)
    assert everything(told) == before
    assert told.row(1).source == headline
    assert len(again(told, story()).unchanged) == 1


def test_what_was_worked_on_since_is_not_taken_back(told):
    report = again(told, story(without=10), force=True)
    save_text(told.library, told.translator, told.row(5).target_id, "Worked on since.")
    with pytest.raises(ConflictError):
        undo_merge(told.library, told.translator, report.merged[0][1].undo)
    assert told.row(5).target == "Worked on since."


def returned(office, folder: Path, pattern: str, put: str) -> Path:
    """Return a file of the edition as somebody changed it."""
    file = send(office.library, office.editor, office.key, "po", folder / "story.po")
    file.write_text(re.sub(pattern, put, file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    return file


def test_a_file_that_comes_back_empty_takes_nothing_without_being_meant(told, tmp_path):
    before = everything(told)
    file = returned(told, tmp_path, r'^msgstr "News.*"$', 'msgstr ""')
    with pytest.raises(MassChangeError, match="the text of 41"):
        take_back(told.library, told.translator, file)
    assert everything(told) == before
    edit = take_back(told.library, told.translator, file, force=True).edit
    assert edit is not None
    assert {row.target for row in told.rows()} == {""}
    assert len(copies_of(told.library.path)) == 1
    undo(told.library, told.translator, edit.step)
    assert everything(told) == before


def test_a_file_that_unapproves_much_is_held(told, tmp_path):
    submit(told.library, told.translator, told.key)
    approve(told.library, told.reviewer, told.key)
    file = returned(told, tmp_path, r"News item (3\d)", r"Item of news \1")
    with pytest.raises(MassChangeError, match="the approval of 10"):
        take_back(told.library, told.reviewer, file)
    assert told.stage() == "approved"


@pytest.mark.parametrize("share", [0.0, 0.1, 0.6])
def test_a_file_that_was_cut_takes_nothing_away(office, tmp_path, share):
    """Of less than half of the old text comes an article of its own; the rest is held."""
    office.translate()
    before = everything(office)
    text = resource("sample/sample_zh.txt").read_text("utf-8")
    cut = tmp_path / "again.txt"
    cut.write_text(text[: int(share * len(text))], "utf-8")
    for _ in import_all(office.library, [str(cut)], report := ImportReport()):
        pass
    assert report.merged == []
    assert everything(office) == before
