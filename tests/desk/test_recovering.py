"""What a killed program left in its journal comes back, and never takes anybody's words away."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.desk import editing
from workbench.desk.commenting import read_comments
from workbench.desk.recovering import recover
from workbench.library.journal import MARK, Journal, left_behind

DEAD = 4_194_303  # above the largest process number of Linux


def leave_behind(office, number: int, *texts: str, by: int | None = None, seen: int | None = None) -> Path:
    """Leave a journal as a killed program would."""
    row = office.row(number)
    journal = Journal(office.library.path)
    version = row.version if seen is None else seen
    for text in texts:
        journal.jot(row.target_id, seen=version, person_id=by or office.translator, text=text)
    ours = next(office.library.path.parent.glob(f"*{MARK}*"))
    return ours.rename(ours.with_name(f"{office.library.path.name}{MARK}{DEAD}"))


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


def test_the_journal_of_a_running_program_is_left_alone(office):
    Journal(office.library.path).jot(1, seen=1, person_id=1, text="x")
    assert list(left_behind(office.library.path)) == []


def test_a_settled_journal_is_empty_and_goes_away(office):
    journal = Journal(office.library.path)
    journal.jot(1, seen=1, person_id=1, text="x")
    journal.settle()
    journal.close()
    assert not list(office.library.path.parent.glob(f"*{MARK}*"))
