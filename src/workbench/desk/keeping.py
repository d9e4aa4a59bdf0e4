"""Keeping the library: what is in it, whether it is sound, copies and restoring them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.library import backups
from workbench.library.library import Library, open_library
from workbench.library.place import find_place
from workbench.library.preparing import SCHEMA
from workbench.sentences import say


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


def check_library(library: Library) -> Verdict:
    """Look for damage in the file and for tampering in the chain of events."""
    verdict = Verdict()
    if library.path is not None:
        verdict.problems += backups.damage_in(library.path)
    with library.reading() as tx:
        broken = tx.events.broken_link()
        verdict.events = tx.events.count()
    if broken is not None:
        verdict.problems.append(
            say(
                "The account of events does not fit together at event {number}: it was changed outside this program.",
                number=broken,
            )
        )
    return verdict


def backup(library: Library, to: str = "") -> Path:
    """Copy the library to a file that is verified before it counts; return its path."""
    return backups.back_up(library, Path(to) if to else None)


def restore(place: str | None, copy: str) -> Path | None:
    """Put a backup where the library is; return where the former file was kept."""
    found = find_place(place)
    kept = backups.put_back(found, Path(copy))
    open_library(place).close()
    return kept
