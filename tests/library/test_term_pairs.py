"""The term base of a local library is read without opening the library, and only where that is safe."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from workbench.desk.aligning import known_terms
from workbench.library.library import open_library
from workbench.library.term_pairs import read_term_pairs


def test_the_pairs_are_those_of_the_opened_library(tmp_path):
    path = tmp_path / "office.workbench"
    with open_library(path) as library:
        assert read_term_pairs(str(path)) == known_terms(library)
        assert len(known_terms(library)) > 245


def test_whatever_is_unusual_is_left_to_opening_the_library(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_LIBRARY", str(tmp_path / "nobody.workbench"))
    assert read_term_pairs(None) is None
    assert read_term_pairs(str(tmp_path / "missing.workbench")) is None
    assert read_term_pairs("postgresql://localhost/office") is None
    other = tmp_path / "other.workbench"
    other.write_bytes(b"not a database at all" * 100)
    assert read_term_pairs(str(other)) is None
    path = tmp_path / "office.workbench"
    open_library(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=999")
    assert read_term_pairs(str(path)) is None
