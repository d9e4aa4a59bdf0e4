"""Copies that are verified, and a restore that keeps what stood there."""

from __future__ import annotations

import pytest

from workbench.desk.keeping import backup, check_library, restore
from workbench.errors import LibraryError
from workbench.library.library import open_library
from workbench.model.kinds import Role
from workbench.model.person import Person


def add(library, name: str) -> None:
    with library.writing() as tx:
        tx.people.add(Person(name=name), [Role.TRANSLATOR])


def test_a_backup_holds_everything_and_restoring_keeps_the_former_file(tmp_path):
    path = tmp_path / "l.workbench"
    with open_library(path) as library:
        add(library, "Translator A")
        copy = backup(library)
        add(library, "Translator B")
    kept = restore(str(path), str(copy))
    with open_library(path) as library, library.reading() as tx:
        assert [person.name for person in tx.people.all()] == ["Translator A"]
    assert kept is not None
    with open_library(kept) as library, library.reading() as tx:
        assert tx.people.count() == 2


def test_a_damaged_copy_is_not_restored(tmp_path):
    path = tmp_path / "l.workbench"
    with open_library(path) as library:
        add(library, "Translator A")
        copy = backup(library, str(tmp_path / "copy.workbench"))
    data = bytearray(copy.read_bytes())
    data[4096:12288] = bytes(8192)
    copy.write_bytes(data)
    with pytest.raises(LibraryError, match="cannot be used"):
        restore(str(path), str(copy))
    with open_library(path) as library, library.reading() as tx:
        assert tx.people.count() == 1


def test_a_sound_library_is_found_sound_and_a_damaged_one_is_not(tmp_path):
    path = tmp_path / "l.workbench"
    with open_library(path) as library:
        add(library, "Translator A")
        assert check_library(library).problems == []
        copy = backup(library, str(tmp_path / "copy.workbench"))
    data = bytearray(copy.read_bytes())
    place = data.rindex(b"Translator A")
    data[place - 40 : place] = b"\xff" * 40
    copy.write_bytes(data)
    from workbench.library.backups import damage_in

    assert damage_in(copy)
