"""A team on one server does the main job, everybody with an account of their own."""

from __future__ import annotations

import pytest

from workbench.desk import commenting, reviewing
from workbench.desk.checking import accept
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm, confirm_all, save_text, undo
from workbench.desk.exchanging import ExchangeReport, import_memory
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.keeping import check_library
from workbench.desk.publishing import PublishReport, publish, set_details
from workbench.desk.reading import open_edition
from workbench.desk.remembering import match
from workbench.desk.staffing import who_is_signed_in
from workbench.desk.verifying_files import verify
from workbench.errors import RefusedError
from workbench.formats.tmx import TmxUnit, write_units
from workbench.library.library import open_library
from workbench.library.scope import ROWS_AT_ONCE


def translate(team):
    library, person = team.at("translator")
    for _ in draft(library, person, team.key, "sample", DraftReport()):
        pass
    edition = open_edition(library, team.key).edition_id
    confirm_all(library, person, edition)
    return edition


def test_everybody_is_whom_the_server_takes_them_for(team):
    for who in ("editor", "translator", "reviewer"):
        library, person = team.at(who)
        found = who_is_signed_in(library)
        assert found is not None
        assert (found.person_id, found.is_owner) == (person, False)


def test_the_main_job_through_three_accounts(team, tmp_path):
    edition = translate(team)
    library, person = team.at("translator")
    first = open_edition(library, team.key).rows[0]
    edit = save_text(library, person, first.target_id, "A Headline of Our Own")
    undo(library, person, edit.step)
    confirm(library, person, [first.target_id])
    assert reviewing.submit(library, person, team.key) == "in review"

    library, person = team.at("reviewer")
    reviewing.mark_returned(library, person, [first.target_id], "style")
    assert reviewing.return_edition(library, person, team.key, "One more look.") == "changes requested"

    library, person = team.at("translator")
    save_text(library, person, first.target_id, "Governor Xu Chairs Meeting on Friendship City Work")
    confirm(library, person, [first.target_id])
    for comment in commenting.read_comments(library, edition):
        commenting.resolve(library, person, comment.id)
    reviewing.submit(library, person, team.key)

    library, person = team.at("reviewer")
    reviewing.mark_reviewed(library, person, [first.target_id])
    assert reviewing.approve(library, person, team.key) == "approved"

    library, person = team.at("editor")
    details = {
        "section": "Home > Photo News",
        "outlet": "Hunan Provincial Government",
        "published": "2020-04-03",
    }
    set_details(library, person, team.key, details)
    for gap in ("source_address", "photo_credit"):
        accept(library, person, team.key, gap, "not on the page")
    report = PublishReport()
    for _ in publish(library, person, [team.key], tmp_path, ["html", "txt"], report):
        pass
    assert report.refused == []
    assert verify([file.path for file in report.files]) == []
    assert open_edition(library, team.key).stage == "published"
    assert reviewing.correct(library, person, team.key, reason="a name") == "in review"
    assert check_library(team.owner).problems == []


def test_nobody_approves_their_own_work_with_any_account(team):
    library, person = team.at("both")
    edition = open_edition(team.libraries["translator"], team.key).edition_id
    for _ in draft(library, person, team.key, "sample", DraftReport()):
        pass
    confirm_all(library, person, edition)
    reviewing.submit(library, person, team.key)
    with pytest.raises(RefusedError, match="wrote"):
        reviewing.approve(library, person, team.key)


def test_an_act_in_the_name_of_somebody_else_is_refused(team):
    translate(team)
    library, person = team.at("translator")
    reviewing.submit(library, person, team.key)
    with pytest.raises(RefusedError, match=r"in the name of somebody else|role reviewer"):
        reviewing.approve(library, team.people["reviewer"], team.key)
    assert open_edition(library, team.key).stage == "in review"


def test_the_dashboard_of_a_shared_library_says_what_waits_for_whom(team):
    from workbench.desk.surveying import survey

    assert sum(line.editions for line in survey(team.owner).waiting) > 0


def test_an_article_longer_than_one_write_is_on_the_server_as_it_is_in_a_file(office, tmp_path):
    text = "\n\n".join(
        ["友城工作会议召开", *(f"第{n}段开始。第{n}段结束。" for n in range(ROWS_AT_ONCE // 2 + 50))]
    )
    shown = []
    with open_library(tmp_path / "file.workbench") as file:
        for library in (office.library, file):
            import_pasted(library, text, report := ImportReport())
            rows = open_edition(library, report.added[0].key).rows
            shown.append([(row.number, row.paragraph, row.source, row.kind) for row in rows])
    assert shown[0] == shown[1]
    assert len(shown[0]) > ROWS_AT_ONCE


def test_a_translator_brings_a_memory_into_a_library_whose_memory_is_empty(team, tmp_path):
    library, _ = team.at("translator")
    units = [TmxUnit(f"第{number}号项目开工。", f"Project {number} began.") for number in range(30)]
    write_units(tmp_path / "memory.tmx", units)
    report = ExchangeReport()
    for _ in import_memory(library, tmp_path / "memory.tmx", report):
        pass
    assert report.units == 30
    assert match(library, "第7号项目开工。")[0].target == "Project 7 began."
