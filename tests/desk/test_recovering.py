"""What a killed program left in its journal comes back, and never takes anybody's words away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.desk import editing
from workbench.desk.commenting import read_comments
from workbench.desk.recovering import recover
from workbench.library import journal as journals
from workbench.library.journal import MARK, Journal, left_behind

PRIVATE, WRITE = journals._private, os.write
DEAD = 4_194_303  # above the largest process number of Linux


def leave_behind(office, number: int, *texts: str, by: int | None = None, seen: int | None = None) -> Path:
    """Leave a journal as a killed program would."""
    ours = leave_behind_ours(office, number, *texts, by=by, seen=seen)
    return ours.rename(ours.with_name(f"{office.library.path.name}{MARK}{DEAD}"))


def leave_behind_ours(
    office, number: int, *texts: str, by: int | None = None, seen: int | None = None
) -> Path:
    """Leave a journal with the number of this very process, which numbers are given out again."""
    row = office.row(number)
    journal = Journal(office.library.path)
    version = row.version if seen is None else seen
    for text in texts:
        journal.jot(row.target_id, seen=version, person_id=by or office.translator, text=text)
    journal.close()
    return next(office.library.path.parent.glob(f"*{MARK}*"))


def test_typing_that_was_never_saved_comes_back(office):
    left = leave_behind(office, 2, "Xu Dazhe chairs a mee")
    (one,) = recover(office.library)
    assert one.stands
    assert office.row(2).target == "Xu Dazhe chairs a mee"
    assert not left.exists()
    assert recover(office.library) == []


@pytest.mark.parametrize("later", ["Xu Dazhe chairs", "Xu Da", "", "Governor Xu"])
def test_what_was_typed_after_a_save_of_the_same_sitting_comes_back(office, later):
    version = office.row(2).version
    editing.save_text(office.library, office.translator, office.row(2).target_id, "Xu Dazhe")
    leave_behind(office, 2, "Xu Dazhe", later, seen=version)
    recover(office.library)
    assert office.row(2).target == later


def test_what_was_typed_behind_an_undo_comes_back(office):
    version = office.row(2).version
    first = editing.save_text(office.library, office.translator, office.row(2).target_id, "Xu Dazhe")
    editing.undo(office.library, office.translator, first.step)
    leave_behind(office, 2, "Xu Dazhe chairs", seen=version)
    recover(office.library)
    assert office.row(2).target == "Xu Dazhe chairs"


def test_a_save_that_was_not_of_that_sitting_is_not_written_over(office):
    """The same person at another window, after the crash and before this was found."""
    version = office.row(2).version
    leave_behind(office, 2, "Newer", "Newer w", seen=version)
    editing.save_text(office.library, office.translator, office.row(2).target_id, "Newer words.")
    (one,) = recover(office.library)
    assert not one.stands
    assert office.row(2).target == "Newer words."


def test_a_colleagues_later_words_stand_and_the_recovered_ones_are_kept_beside(office):
    version = office.row(2).version
    editing.save_text(office.library, office.second_translator, office.row(2).target_id, "Theirs.")
    leave_behind(office, 2, "Mine, typed before the crash.", seen=version)
    (one,) = recover(office.library)
    assert not one.stands
    assert office.row(2).target == "Theirs."
    assert "Mine, typed before the crash." in read_comments(office.library, office.edition_id)[-1].text


def test_a_line_cut_by_the_kill_is_passed_over(office):
    left = leave_behind(office, 2, "Whole.")
    with left.open("a") as file:
        file.write('{"target_id": 2, "seen": 1, "te')
    recover(office.library)
    assert office.row(2).target == "Whole."


@pytest.mark.parametrize("limit", [0, 150, 400])
def test_a_full_journal_keeps_the_newest_text_of_every_row_that_waits(office, monkeypatch, limit):
    """However long a slow disk makes rows wait: beginning anew once forgot all but the row typed in."""
    monkeypatch.setattr(journals, "LONGEST", limit)
    version = office.row(2).version
    editing.save_text(office.library, office.translator, office.row(2).target_id, "Xu Dazhe")
    journal = Journal(office.library.path)
    for number, text in [(2, "Xu Dazhe"), (2, "Xu Dazhe chairs"), *((1, "a" * count) for count in range(99))]:
        row = office.row(number)
        seen = version if number == 2 else row.version
        journal.jot(row.target_id, seen=seen, person_id=office.translator, text=text)
    journal.close()
    (left,) = office.library.path.parent.glob(f"*{MARK}*")
    assert left.stat().st_size < 64 * 99 + limit
    recover(office.library)
    assert (office.row(1).target, office.row(2).target) == ("a" * 98, "Xu Dazhe chairs")


def test_a_journal_is_not_written_anew_again_and_again_for_what_does_not_fit(office, monkeypatch):
    monkeypatch.setattr(journals, "LONGEST", 1000)
    anew: list[Path] = []

    def opened(path: Path, flags: int) -> int:
        anew.append(path)
        return PRIVATE(path, flags)

    monkeypatch.setattr(journals, "_private", opened)
    journal = Journal(office.library.path)
    for number in range(1, 401):
        journal.jot(number, seen=1, person_id=1, text="A row that waits for its disk.")
    assert len(anew) < 20
    journal.close()
    ((_, rows),) = left_behind(office.library.path)
    assert len(rows) == 400


def test_what_a_sitting_leaves_is_kept_by_the_next_of_the_same_process(office):
    leave_behind_ours(office, 2, "Xu Dazhe chairs a mee")
    journal = Journal(office.library.path)
    journal.jot(
        office.row(1).target_id, seen=office.row(1).version, person_id=office.translator, text="Saved."
    )
    journal.settle()
    journal.close()
    (one,) = recover(office.library)
    assert (one.text, one.stands) == ("Xu Dazhe chairs a mee", True)


def test_a_full_disk_that_cuts_a_line_does_not_spoil_the_next(office, monkeypatch):
    journal = Journal(office.library.path)
    row = office.row(2)
    monkeypatch.setattr(os, "write", lambda handle, line: WRITE(handle, line[:20]))
    journal.jot(row.target_id, seen=row.version, person_id=office.translator, text="Lost to the disk")
    monkeypatch.undo()
    journal.jot(row.target_id, seen=row.version, person_id=office.translator, text="There is room again")
    journal.close()
    recover(office.library)
    assert office.row(2).target == "There is room again"


def test_the_journal_of_a_running_program_is_left_alone(office):
    journal = Journal(office.library.path)
    journal.jot(1, seen=1, person_id=1, text="x")
    assert list(left_behind(office.library.path)) == []


def test_a_settled_journal_is_empty_and_goes_away(office):
    journal = Journal(office.library.path)
    journal.jot(1, seen=1, person_id=1, text="x")
    journal.settle()
    journal.close()
    assert not list(office.library.path.parent.glob(f"*{MARK}*"))
