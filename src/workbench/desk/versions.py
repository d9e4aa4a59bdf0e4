"""Any two versions of an edition beside each other, row by row."""

from __future__ import annotations

from typing import NamedTuple

from workbench.desk.comparing import SUBMITTED, Base, RowChange, base_texts, edition_of, read_bases
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.sentences import say
from workbench.text.diff import hunks

NOW = "now"
"""The version that is being worked on."""


class Compared(NamedTuple):
    """A row in two versions; `number` is its place now, 0 when it is there no longer."""

    target_id: int
    number: int
    before: str
    after: str


def list_versions(library: Library, edition_id: int) -> list[Base]:
    """Return every version there is: as it stands now, then the others as `read_bases` gives them."""
    return [Base(NOW, say("as it stands now")), *read_bases(library, edition_id)]


def compare_versions(library: Library, edition_id: int, older: str, newer: str = NOW) -> list[Compared]:
    """Return the rows of two versions in the order they have now; what is there no longer comes last."""
    with library.reading() as tx:
        edition = tx.editions.get(edition_id)
        before, after = _texts(tx, edition, older), _texts(tx, edition, newer)
        numbers = {target.id: place for place, target in enumerate(tx.editions.targets(edition_id), start=1)}
    gone = sorted((before.keys() | after.keys()) - numbers.keys())
    return [
        Compared(key, numbers.get(key, 0), before.get(key, ""), after.get(key, ""))
        for key in (*numbers, *gone)
        if before.get(key) or after.get(key)
    ]


def changes_between(
    library: Library, key: str, older: str = SUBMITTED, newer: str = NOW, language: str = "en"
) -> list[RowChange]:
    """Return the rows of an article in which two versions differ, each with its single changes."""
    edition_id = edition_of(library, key, language)
    return [
        RowChange(row.target_id, row.number, row.before, row.after, tuple(hunks(row.before, row.after)))
        for row in compare_versions(library, edition_id, older, newer)
        if row.before != row.after
    ]


def _texts(tx: Transaction, edition: Edition, key: str) -> dict[int, str]:
    if key == NOW:
        return {target.id: target.text for target in tx.editions.targets(edition.id)}
    return base_texts(tx, edition, key)
