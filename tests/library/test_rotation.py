"""Automatic copies: made when due, thinned by age, and never at the cost of the last good one."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from workbench.desk import safekeeping
from workbench.desk.keeping import restore
from workbench.desk.safekeeping import Safekeeping, keep_before
from workbench.desk.staffing import add_person
from workbench.errors import LibraryError
from workbench.library import rotation
from workbench.library.backups import damage_in
from workbench.library.library import open_library
from workbench.library.rotation import copies_of, keep_copy, newest_sound_copy, spare
from workbench.model.kinds import Role

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def every(step, count):
    return [(NOON - step * number, f"copy {number}") for number in range(count)]


def test_the_ten_newest_are_kept_whatever_their_age():
    assert spare(every(timedelta(minutes=30), 10)) == []
    assert spare(every(timedelta(days=400), 10)) == []


def test_older_ones_are_thinned_to_days_weeks_and_months():
    gone = set(spare(every(timedelta(minutes=30), 48 * 365)))
    kept = [copy for copy in every(timedelta(minutes=30), 48 * 365) if copy[1] not in gone]
    assert len(kept) <= 10 + 7 + 4 + 6
    assert {moment.strftime("%Y-%m") for moment, _ in kept} == {
        "2026-11", "2026-10", "2026-09", "2026-08", "2026-07", "2026-06",
    }  # fmt: skip
    assert len({moment.date() for moment, _ in kept}) >= 7


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "office.workbench") as opened:
        add_person(opened, "Editor A")
        yield opened


def test_a_copy_is_verified_and_can_be_restored(library, tmp_path):
    copy = keep_copy(library, NOON)
    assert damage_in(copy) == []
    assert newest_sound_copy(library.path) == copy
    restore(str(tmp_path / "other.workbench"), str(copy))
    with open_library(tmp_path / "other.workbench") as other, other.reading() as tx:
        assert tx.people.count() == 1


def test_copies_by_hand_are_never_thinned(library, tmp_path):
    by_hand = tmp_path / "backups" / "office-20200101-000000.workbench"
    by_hand.parent.mkdir()
    by_hand.write_bytes(b"mine")
    for number in range(14):
        keep_copy(library, NOON + timedelta(minutes=number))
    assert by_hand.exists()
    assert len(copies_of(library.path)) == 10


def test_a_copy_that_fails_thins_nothing(library, monkeypatch):
    for number in range(10):
        keep_copy(library, NOON + timedelta(minutes=number))
    monkeypatch.setattr(rotation, "back_up", fail)
    with pytest.raises(LibraryError):
        keep_copy(library, NOON + timedelta(days=1))
    assert len(copies_of(library.path)) == 10


def fail(*_):
    raise LibraryError("The disk is full.")


def test_what_a_killed_program_left_of_a_copy_is_removed_when_it_is_old(library):
    keep_copy(library, NOON)
    folder = library.path.parent / "backups"
    old, young = (folder / f"office-auto-2026010{day}-000000.workbench.part" for day in (1, 2))
    for part in (old, young):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    keep_copy(library, NOON + timedelta(hours=1))
    assert [part.name for part in folder.glob("*.part")] == [young.name]


def test_a_damaged_newest_copy_is_passed_over(library):
    good = keep_copy(library, NOON)
    bad = keep_copy(library, NOON + timedelta(hours=1))
    bad.write_bytes(bad.read_bytes()[:5000])
    assert newest_sound_copy(library.path) == good


def test_a_copy_is_made_at_close_only_when_something_changed(library):
    safe = Safekeeping(library)
    safe.keep_at_close()
    assert copies_of(library.path) == []
    add_person(library, "Translator A", [Role.TRANSLATOR], by=1)
    safe.keep_at_close()
    safe.keep_at_close()
    assert len(copies_of(library.path)) == 1


def test_a_copy_is_due_after_half_an_hour_of_change(library, monkeypatch):
    safe = Safekeeping(library)
    add_person(library, "Translator A", [Role.TRANSLATOR], by=1)
    safe.keep_if_due()
    assert copies_of(library.path) == []
    monkeypatch.setattr(safekeeping, "EVERY_SECONDS", 0.0)
    safe.keep_if_due()
    assert len(copies_of(library.path)) == 1


def test_a_bulk_change_has_a_copy_before_it_where_there_is_something_to_lose(library):
    keep_before(library)
    assert copies_of(library.path) == []
    from workbench.desk.demonstrating import import_sample

    import_sample(library, by=1)
    keep_before(library)
    assert len(copies_of(library.path)) == 1
