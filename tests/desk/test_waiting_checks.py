"""A check of the whole article makes way for the person who types: it waits, and keeps nothing of the library meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from workbench.desk.checking import check_edition
from workbench.desk.editing import save_text


def test_a_check_that_waits_lets_the_log_of_the_database_end(office):
    """With a reading left open the log went on for as long as somebody typed: 221 MB in some minutes."""
    waited = []

    def type_text(text: str) -> None:
        row = office.row(2)
        save_text(office.library, office.translator, row.target_id, text, seen=row.version)

    def pause() -> None:
        if waited:
            return
        type_text("Typed meanwhile.")
        with closing(sqlite3.connect(office.library.path)) as other:
            waited.append(other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())

    type_text("Typed before.")
    check_edition(office.library, office.edition_id, pause)
    assert waited == [(0, 0, 0)], "busy, pages left in the log, pages of them written"
