"""Works in a library while the clock of the computer is set to and fro: `skewed FOLDER CLOCK [OFFSET…]`.

Before each act the next offset (`+0`, `-2d`, `+10y`, `@2026-10-25 02:59:50` …, again from the first at the end) is
written to the file CLOCK, which libfaketime reads. Prints what came of it without any time in it, as JSON: the
order of events and versions, conflicts, credits, which copies are kept and which is the newest, what was recovered.
"""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from workbench.desk.counting import credit_lines
from workbench.desk.demonstrating import import_sample
from workbench.desk.editing import confirm, save_text
from workbench.desk.keeping import check_library
from workbench.desk.reading import open_edition
from workbench.desk.recovering import recover
from workbench.desk.reviewing import submit
from workbench.desk.staffing import add_person
from workbench.errors import ConflictError
from workbench.library.journal import Journal
from workbench.library.library import Library, open_library
from workbench.library.rotation import LAST, copies_of, keep_copy, newest_sound_copy
from workbench.model.kinds import Role

NAME = "office.workbench"


class Clock:
    """Sets the clock before each act."""

    def __init__(self, path: Path, offsets: list[str]) -> None:
        self._path = path
        self._offsets = itertools.cycle(offsets or ["+0"])

    def tick(self) -> None:
        """Set it to the next offset."""
        fresh = self._path.with_suffix(".part")
        fresh.write_text(next(self._offsets) + "\n")
        fresh.replace(self._path)


def work(folder: Path, clock: Clock) -> dict[str, object]:
    """Import, translate with a colleague in the way, hand in and copy; return what came of it."""
    path = folder / NAME
    clock.tick()
    with open_library(path) as library, open_library(path) as other:
        editor = add_person(library, "Editor A").id
        first, second = (
            add_person(library, f"Translator {name}", [Role.TRANSLATOR], by=editor).id for name in "AB"
        )
        key = import_sample(library, by=first)
        conflicts = _translate(library, other, key, (first, second), clock)
        clock.tick()
        submit(library, first, key)
        keep_copy(library)
        recovered = _recover(library, key, editor, clock)
        clock.tick()
        return {"conflicts": conflicts, "recovered": recovered, **_told(library, key)}


def _translate(
    library: Library, other: Library, key: str, people: tuple[int, int], clock: Clock
) -> list[list[str]]:
    """Let two people at two programs write every row, the second on what the first has changed meanwhile."""
    conflicts = []
    for row in open_edition(library, key).rows:
        clock.tick()
        save_text(library, people[0], row.target_id, f"First words of {row.number}.", seen=row.version)
        clock.tick()
        try:
            save_text(other, people[1], row.target_id, f"Other words of {row.number}.", seen=row.version)
        except ConflictError as error:
            conflicts.append([error.mine, error.theirs, error.by])
        clock.tick()
        confirm(other, people[row.number % 2], [row.target_id])
        if row.number % 2:
            keep_copy(library)
    return conflicts


def _recover(library: Library, key: str, person: int, clock: Clock) -> list[list[object]]:
    """Leave a journal behind and take it over."""
    row = open_edition(library, key).rows[0]
    clock.tick()
    journal = Journal(library.journal_place)
    journal.jot(row.target_id, seen=row.version, person_id=person, text="Typed before the crash.")
    journal.close()
    clock.tick()
    return [[one.target_id, one.text, one.stands] for one in recover(library)]


def _told(library: Library, key: str) -> dict[str, object]:
    assert library.path is not None
    with library.reading() as tx:
        edition = open_edition(library, key)
        events = [[event.kind, person] for event, person in tx.events.of_article(tx.articles.by_key(key).id)]
        histories = [
            [[one.number, one.text, one.person, str(one.state)] for one in tx.editions.history(row.target_id)]
            for row in edition.rows
        ]
    copies = [_reached(copy) for _, copy in copies_of(library.path)][:LAST]  # older ones are thinned by days
    newest = newest_sound_copy(library.path)
    credits_: dict[str, list[int]] = {}
    for line in credit_lines(library):
        kept = credits_.setdefault(f"{line.person}, {line.role}", [0, 0])
        kept[0] += line.characters
        kept[1] += line.words
    return {
        "stage": str(edition.stage),
        "events": events,
        "histories": histories,
        "credits": credits_,
        "copies": copies,
        "newest": _reached(newest) if newest is not None else None,
        "problems": [str(problem) for problem in check_library(library).problems],
    }


def _reached(copy: Path) -> int:
    with closing(sqlite3.connect(copy)) as connection:
        found: int = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return found


if __name__ == "__main__":
    os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = sys.argv[1]
    json.dump(work(Path(sys.argv[1]), Clock(Path(sys.argv[2]), sys.argv[3:])), sys.stdout)
