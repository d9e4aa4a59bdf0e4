"""Figures of work: by person, month and role, with the origin of the words; nobody is ranked."""

from __future__ import annotations

import csv
import json

import pytest
from openpyxl import load_workbook

from workbench.desk import editing, reviewing
from workbench.desk.checking import accept
from workbench.desk.counting import article_lines, credit_lines, total_lines
from workbench.desk.originating import figures_of
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reporting import write_statistics
from workbench.desk.settling import change_setting
from workbench.desk.signing import read_sign_off, write_sheet
from workbench.desk.timing import stage_lines
from workbench.desk.verifying_files import verify
from workbench.desk.withdrawing import take_down
from workbench.errors import FormatError
from workbench.library.people import People
from workbench.model.person import Person
from workbench.ui.sheets import register_sheets


@pytest.fixture
def approved(office):
    office.translate()
    draft = office.row(7).target
    edited = draft.replace("recent years", "the past years")
    editing.save_text(office.library, office.translator, office.row(7).target_id, edited)
    editing.save_text(
        office.library, office.second_translator, office.row(3).target_id, "Typed from nothing at all."
    )
    editing.confirm(office.library, office.translator, [office.row(7).target_id])
    editing.confirm(office.library, office.second_translator, [office.row(3).target_id])
    reviewing.submit(office.library, office.translator, office.key)
    editing.save_text(
        office.library, office.reviewer, office.row(4).target_id, office.row(4).target + " Indeed so."
    )
    reviewing.approve(office.library, office.reviewer, office.key)
    return office


def line_of(office, person: str, role: str):
    return next(one for one in credit_lines(office.library) if (one.person, one.role) == (person, role))


def test_words_are_told_by_who_or_what_brought_them_in(approved):
    second = line_of(approved, "Translator B", "translator")
    assert (second.words, second.typed, second.machine) == (5, 5, 0)
    first = line_of(approved, "Translator A", "translator")
    assert first.typed == len(["the", "past"])
    assert first.others == 2
    assert first.words == first.typed + first.memory + first.machine + first.imported + first.others
    reviewer = line_of(approved, "Reviewer A", "reviewer")
    assert reviewer.typed == 2


def test_words_that_are_put_back_stay_with_whom_they_came_from(office):
    office.translate()
    row = office.row(3)
    before = [origins_of(office, row.target_id, who) for who in (office.translator, office.second_translator)]
    edit = editing.save_text(office.library, office.second_translator, row.target_id, "Something else.")
    editing.undo(office.library, office.second_translator, edit.step)
    after = [origins_of(office, row.target_id, who) for who in (office.translator, office.second_translator)]
    assert after == before


def origins_of(office, target_id, person):
    with office.library.reading() as tx:
        target = tx.editions.target(target_id)
        revisions = [one for one in tx.editions.revisions(target.edition_id) if one.target_id == target_id]
        return figures_of(target, revisions, person)


def test_how_far_drafts_were_edited_is_said_in_percent(approved):
    assert 0 < line_of(approved, "Translator A", "translator").edited < 1
    assert line_of(approved, "Translator B", "translator").edited > 80


def test_shares_of_an_article_sum_to_the_whole(approved):
    shares = [line.share for line in article_lines(approved.library) if line.role == "translator"]
    assert sum(shares) == 100


def test_a_correction_adds_only_the_difference(approved):
    before = line_of(approved, "Translator A", "translator")
    reviewing.reopen(approved.library, approved.reviewer, approved.key)
    reviewing.approve(approved.library, approved.reviewer, approved.key)
    assert line_of(approved, "Translator A", "translator") == before


def test_a_person_sees_their_own_figures_and_an_editor_everybodys(approved):
    own = credit_lines(approved.library, asked_by=approved.translator)
    assert {line.person for line in own} == {"Translator A"}
    assert len({line.person for line in credit_lines(approved.library, asked_by=approved.editor)}) == 3


def test_lists_go_by_name_and_month_never_by_amount(approved):
    with approved.library.writing() as tx:
        assert isinstance(tx.people, People)
        tx.people.add(Person(name="Aa"), [])
    names = [line.person for line in credit_lines(approved.library)]
    assert names == sorted(names)


def test_totals_name_nobody(approved):
    assert {line.person for line in total_lines(approved.library)} == {""}
    whole = sum(line.characters for line in total_lines(approved.library))
    assert whole == sum(line.characters for line in credit_lines(approved.library))


def test_time_in_each_stage_is_averaged_by_month(approved):
    assert {line.stage for line in stage_lines(approved.library)} == {"drafting", "in review"}


def test_statistics_go_to_a_spreadsheet_without_formulas(approved, tmp_path):
    with approved.library.writing() as tx:
        tx.people.get(approved.translator).name = "=HYPERLINK(1)"
    write_statistics(approved.library, tmp_path / "all.xlsx")
    book = load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == ["people", "articles", "totals", "stages"]
    cells = [cell for row in book["people"].iter_rows(min_row=2) for cell in row]
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]
    write_statistics(approved.library, tmp_path / "all.csv")
    rows = list(csv.reader((tmp_path / "all.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][0] == "person"
    assert "'=HYPERLINK(1)" in [row[0] for row in rows]
    with pytest.raises(FormatError, match=r"csv or \.xlsx"):
        write_statistics(approved.library, tmp_path / "all.doc")


def test_ones_own_file_holds_no_totals(approved, tmp_path):
    write_statistics(approved.library, tmp_path / "own.xlsx", asked_by=approved.translator)
    assert load_workbook(tmp_path / "own.xlsx").sheetnames == ["people", "articles"]


def test_the_sheet_says_where_every_sentence_came_from_and_who_read_it(approved):
    origin = read_sign_off(approved.library, approved.key).origin
    assert origin is not None
    assert sum(origin.sentences.values()) == len(approved.rows())
    assert origin.sentences["typed"] == 1
    assert (
        origin.sentences["imported, edited" if "imported, edited" in origin.sentences else "machine, edited"]
        == 2
    )
    assert origin.readers == ("Reviewer A",)
    change_setting(approved.library, approved.editor, "origin_statement", "off")
    assert read_sign_off(approved.library, approved.key).origin is None


def test_the_record_is_published_beside_the_page_and_verified_with_it(approved, tmp_path):
    for gap in ("source_address", "photo_credit"):
        accept(approved.library, approved.editor, approved.key, gap, "There is none.")
    report = PublishReport()
    for _ in publish(approved.library, approved.editor, [approved.key], tmp_path, ["html", "record"], report):
        pass
    assert report.refused == []
    (path,) = [file.path for file in report.files if file.format == "record"]
    record = json.loads(path.read_text("utf-8"))
    (approval,) = record["approvals"]
    assert approval["digest"] == record["digest"]
    assert approval["own_changes"] == [4]
    assert "published version 1: 1 file" in [act["said"] for act in record["acts"]]
    assert {d["what"] for d in record["decisions"]} == {"source_address", "photo_credit"}
    assert record["origin"]["readers"] == ["Reviewer A"]
    assert verify([tmp_path / "manifest.json"]) == []
    path.write_text("{}")
    assert [problem.path for problem in verify([tmp_path / "manifest.json"])] == [str(path)]


def test_a_sheet_is_written_for_any_article_at_any_stage(office, tmp_path):
    office.translate()
    sheet = write_sheet(office.library, office.key, tmp_path / "sheet.json")
    assert sheet.approvals == ()
    with pytest.raises(FormatError, match=r"\.pdf or \.json"):
        write_sheet(office.library, office.key, tmp_path / "sheet.txt")


def test_everything_written_beside_a_page_is_known_again_by_the_library(approved, tmp_path, qapp):
    register_sheets()
    for gap in ("source_address", "photo_credit"):
        accept(approved.library, approved.editor, approved.key, gap, "There is none.")
    report, formats = PublishReport(), ["html", "record", "sign-off", "findings"]
    for _ in publish(approved.library, approved.editor, [approved.key], tmp_path, formats, report):
        pass
    assert report.refused == []
    place = tmp_path / "manifest.json"
    assert verify([place], library=approved.library) == []
    reviewing.withdraw(approved.library, approved.editor, approved.key, "A mistake.")
    take_down(approved.library, approved.editor, approved.key, tmp_path)
    assert verify([place], library=approved.library) == []
