"""What was changed past the program is found, and where; what the program writes itself never is."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from workbench.desk import reviewing
from workbench.desk.anchoring import read_seal, write_seal
from workbench.desk.commenting import comment
from workbench.desk.editing import save_text, undo
from workbench.desk.keeping import accept_outside_changes, backup, check_library, restore
from workbench.desk.settling import change_setting
from workbench.desk.staffing import add_person
from workbench.desk.verifying import promises
from workbench.errors import RefusedError, WorkbenchError
from workbench.library.library import open_library


def past_the_program(path, *statements):
    driver = sqlite3.connect(path)
    for statement in statements:
        driver.execute(statement)
    driver.commit()
    driver.close()


def test_the_program_s_own_work_always_fits(office):
    office.translate()
    edit = save_text(office.library, office.translator, office.row(2).target_id, "Another text")
    undo(office.library, office.translator, edit.step)
    comment(office.library, office.reviewer, office.edition_id, "Why?")
    change_setting(office.library, office.editor, "time_zone", "Europe/London")
    with pytest.raises(RefusedError):
        reviewing.approve(office.library, office.reviewer, office.key)
    assert check_library(office.library).problems == []


def test_a_write_that_fails_leaves_no_trace_in_the_seals(office):
    target_id = office.row(1).target_id

    def write_and_fail():
        with office.library.writing() as tx:
            tx.editions.target(target_id).text = "never"
            tx.scope.session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert check_library(office.library).problems == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM revisions WHERE id = 5", "saved versions"),
        ("UPDATE people SET name = 'Somebody Else' WHERE id = 2", "people"),
        ("INSERT INTO person_roles VALUES (2, 'admin')", "roles of people"),
        ("UPDATE segments SET text = '别的' WHERE id = 2", "source segments"),
        ("DELETE FROM events WHERE id = (SELECT max(id) FROM events)", "events"),
        ("UPDATE editions SET stage = 'approved'", "stage"),
        ("DELETE FROM seals WHERE noun = 'targets'", "translated segments"),
        ("UPDATE seals SET sum = zeroblob(32) WHERE noun = ''", "seals"),
    ],
)
def test_a_change_past_the_program_is_found(office, statement, said):
    office.translate()
    past_the_program(office.library.path, statement)
    problems = check_library(office.library).problems
    assert any(said in problem and "outside this program" in problem for problem in problems), problems


def test_yesterday_s_file_in_place_of_today_s_is_found(office, tmp_path):
    yesterday = backup(office.library, str(tmp_path / "yesterday.workbench"))
    office.translate()
    assert check_library(office.library).problems == []
    write_seal(office.library, tmp_path / "seal.json")
    office.library.close()
    shutil.copy(yesterday, office.library.path)
    for ending in ("-wal", "-shm"):
        office.library.path.with_name(office.library.path.name + ending).unlink(missing_ok=True)
    with open_library(office.library.path) as library:
        assert any("older than when it was sealed" in one for one in check_library(library).problems)
        found = check_library(library, against=tmp_path / "seal.json").problems
        assert any("its end was cut off, or an older file" in one for one in found) or len(found) > 1


def test_a_copy_that_was_put_back_on_purpose_is_told_and_sound(office, tmp_path):
    copy = backup(office.library, str(tmp_path / "copy.workbench"))
    restore(str(office.library.path), str(copy))
    with open_library(office.library.path) as library:
        with library.reading() as tx:
            assert tx.events.of_kind("library restored")[0].data == {"copy": "copy.workbench"}
        assert check_library(library).problems == []


def test_a_seal_of_another_library_does_not_fit(office, tmp_path):
    write_seal(office.library, tmp_path / "seal.json")
    with open_library(tmp_path / "other.workbench") as other:
        with pytest.raises(WorkbenchError, match="nothing to seal"):
            write_seal(other, tmp_path / "none.json")
        add_person(other, "Editor B")
        (problem,) = check_library(other, against=tmp_path / "seal.json").problems
        assert "another library" in problem
    (tmp_path / "seal.json").write_text("{}")
    with pytest.raises(WorkbenchError, match="no seal"):
        read_seal(tmp_path / "seal.json")


def test_an_admin_takes_changes_for_good_with_a_reason(office):
    past_the_program(office.library.path, "UPDATE targets SET reason = 'moved by hand' WHERE id = 2")
    with pytest.raises(RefusedError):
        accept_outside_changes(office.library, office.translator, "by me")
    with pytest.raises(WorkbenchError, match="Say why"):
        accept_outside_changes(office.library, office.editor, " ")
    assert len(accept_outside_changes(office.library, office.editor, "A repair by hand.")) == 1
    assert check_library(office.library).problems == []
    save_text(office.library, office.translator, office.row(1).target_id, "goes on")
    assert check_library(office.library).problems == []
    with office.library.reading() as tx:
        (event,) = tx.events.of_kind("changes accepted")
    assert event.data["reason"] == "A repair by hand."


def test_the_program_promises_what_it_can_and_no_more(office):
    assert "not proof against the owner of this computer" in promises(office.library)
