"""The tracked changes of a review by their numbers, for whoever cannot point at them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.desk.comparing import SUBMITTED, accept_changes, undo_changes
from workbench.desk.finding_editions import find_edition
from workbench.desk.rearranging import put_back
from workbench.desk.steps import Edit
from workbench.desk.walking import Stop, StopKind, stops_of
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.sentences import say

TRACKED = (StopKind.CHANGED, StopKind.ARRANGED)


def tracked_changes(
    library: Library, key: str, language: str = "en", since: str = SUBMITTED
) -> list[tuple[Stop, int]]:
    """Return what was rewritten, added, left out or moved since a base, in order, with the version each row is at."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        versions = {row.target_id: row.version for row in tx.editions.rows(edition.id)}
        stops = stops_of(tx, edition, since)
    return [(stop, versions[stop.target_id or 0]) for stop in stops if stop.kind in TRACKED]


def accept_tracked(
    library: Library,
    by: int,
    key: str,
    number: int,
    changes: Sequence[int] = (),
    *,
    language: str = "en",
    since: str = SUBMITTED,
) -> None:
    """Accept changes of a segment, counted from 1 (none named: all); the text stays as it is."""
    stop, _ = _found(library, key, number, language, since)
    if stop.kind is not StopKind.CHANGED:
        raise WorkbenchError(
            say(
                "The place of segment {number} was changed, not its words: undo it, or leave it.",
                number=number,
            )
        )
    accept_changes(library, by, stop.target_id or 0, since, _counted(changes))


def undo_tracked(
    library: Library,
    by: int,
    key: str,
    number: int,
    changes: Sequence[int] = (),
    *,
    language: str = "en",
    since: str = SUBMITTED,
) -> Edit:
    """Undo changes of a segment, counted from 1 (none named: all), or how it was arranged when its words stand."""
    stop, version = _found(library, key, number, language, since)
    target = stop.target_id or 0
    if stop.kind is StopKind.ARRANGED:
        return put_back(library, by, target)
    wanted = _counted(changes) or [hunk.number for hunk in stop.hunks]
    return undo_changes(library, by, target, stop.before, wanted, seen=version)


def _found(library: Library, key: str, number: int, language: str, since: str) -> tuple[Stop, int]:
    """Return what changed in a segment, its words before its place."""
    for stop, version in tracked_changes(library, key, language, since):
        if stop.number == number:
            return stop, version
    raise WorkbenchError(
        say("Nothing was changed in segment {number}. `review list` names what was.", number=number)
    )


def _counted(changes: Sequence[int]) -> list[int]:
    if any(change < 1 for change in changes):
        raise WorkbenchError(say("Changes are counted from 1, as `review list` shows them."))
    return [change - 1 for change in changes]
