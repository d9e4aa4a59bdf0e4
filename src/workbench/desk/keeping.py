"""Keeping the library: what is in it, whether it is sound, copies and restoring them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.desk.anchoring import differences, keep_seal, kept_seal, read_seal
from workbench.desk.rights import require_admin
from workbench.desk.verifying import problems_in
from workbench.errors import LibraryError, WorkbenchError, reason_of
from workbench.library import backups
from workbench.library.library import Library, open_library
from workbench.library.log_damage import UNFINISHED, say_left_out
from workbench.library.place import find_place
from workbench.library.preparing import SCHEMA
from workbench.sentences import Sentence, say


@dataclass(slots=True)
class Verdict:
    """What a check of the library found, a sentence each; and how many events were verified."""

    problems: list[str] = field(default_factory=list)
    events: int = 0


def describe(library: Library) -> dict[str, Any]:
    """Return what is in a library, for `library info`."""
    with library.reading() as tx:
        return {
            "library": library.name,
            "path": str(library.path or ""),
            "schema": SCHEMA,
            "writable": library.is_writable,
            "articles": tx.articles.count(),
            "people": tx.people.count(),
            "terms": tx.vocabulary.count(),
            "memory": tx.memories.count(),
        }


def check_library(library: Library, *, against: Path | None = None) -> Verdict:
    """Look for damage in the file, and for changes past this program in rows, events, approvals and signatures.

    The library is compared with the newest seal this computer has seen of it, and with the one at `against`.
    A sound one is sealed anew.
    """
    verdict = Verdict()
    if library.path is not None:
        verdict.problems += backups.damage_in(library.path)
        if (
            library.left_out > UNFINISHED
            and (said := say_left_out(library.path, library.left_out)) not in verdict.problems
        ):
            verdict.problems.append(said)
    verdict.problems += _unread(problems_in(library))
    with library.reading() as tx:
        verdict.events = tx.events.count()
    known = [kept_seal(library), read_seal(against) if against is not None else None]
    for seal in known:
        verdict.problems += [] if seal is None else differences(library, seal)
    if not verdict.problems:
        keep_seal(library)
    return verdict


def _unread(found: Iterator[Sentence]) -> Iterator[Sentence]:
    """Yield what is found until the library cannot be read any further, and say so then."""
    try:
        yield from found
    except (LibraryError, sqlite3.DatabaseError, ValueError, LookupError) as error:
        yield say("The library cannot be read to its end: {reason}.", reason=reason_of(error))


def accept_outside_changes(library: Library, by: int, reason: str) -> list[str]:
    """Take what was changed outside this program for good, as an admin may; kept for ever with its reason.

    The account of events cannot be mended: a broken one stays broken. Returns what had been found.
    """
    if not reason.strip():
        raise WorkbenchError(say("Say why the changes are taken for good; the reason is kept."))
    if library.path is None:
        raise LibraryError(say("A library on a server keeps its own order; there is nothing to accept."))
    found = [str(one) for one in problems_in(library)]
    with library.writing() as tx:
        require_admin(tx, by)
        tx.events.add("changes accepted", person_id=by, reason=reason.strip(), found=found)
        tx.seal_anew()
    keep_seal(library)
    return found


def backup(library: Library, to: str = "") -> Path:
    """Copy the library to a file that is verified before it counts; return its path."""
    return backups.back_up(library, Path(to) if to else None)


def restore(place: str | None, copy: str) -> Path | None:
    """Put a backup where the library is; return where the former file was kept."""
    found = find_place(place)
    kept = backups.put_back(found, Path(copy))
    with open_library(place) as library:
        if library.is_writable:
            with library.writing() as tx:
                tx.events.add("library restored", copy=Path(copy).name)
            keep_seal(library)
    return kept
