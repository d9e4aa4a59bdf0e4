"""After a crash: bringing what was typed last from the journal into the library.

What edits is imported only when there is a journal: every start asks, and hardly any has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.errors import WorkbenchError
from workbench.library.journal import Jotting, LeftBehind, left_behind, take_away
from workbench.library.library import Library


@dataclass(frozen=True, slots=True)
class Recovered:
    """A text that came back: of which target, as it was at what time, and whether it now stands there.

    Where somebody else had written meanwhile, or the rules forbid the edit, theirs stands and the
    recovered text is kept as a comment on the row.
    """

    target_id: int
    at: str
    text: str
    stands: bool


def recover(library: Library) -> list[Recovered]:
    """Take over the journals that killed programs left beside a library; each is removed when done."""
    found: list[Recovered] = []
    if not library.is_writable:
        return found
    for path, found_there in left_behind(library.journal_place):
        for left in found_there:
            one = _take_over(library, left)
            if one is not None:
                found.append(one)
        take_away(path)
    return found


def _take_over(library: Library, left: LeftBehind) -> Recovered | None:
    from workbench.desk.editing import save_text

    jotting = left.newest

    with library.reading() as tx:
        target = tx.editions.target(jotting.target_id)
    if target.text == jotting.text:
        return None
    try:
        save_text(library, jotting.person_id, jotting.target_id, jotting.text, seen=_seen(library, left))
    except WorkbenchError:
        _keep_beside(library, jotting, target.edition_id)
        return Recovered(jotting.target_id, jotting.at, jotting.text, stands=False)
    return Recovered(jotting.target_id, jotting.at, jotting.text, stands=True)


def _seen(library: Library, left: LeftBehind) -> int:
    """Return the version to write over: what the same person wrote in that sitting does not conflict with it.

    Every text is jotted before it is handed to the database, so what a save wrote is known by its words. What an
    undo wrote is not, and goes by the clock: at worst the recovered text stands beside, or the other in the history.
    """
    jotting = left.newest
    with library.reading() as tx:
        target = tx.editions.target(jotting.target_id)
        newest = tx.editions.newest_revision(target)
    if newest is None or newest.person_id != jotting.person_id or newest.text != target.text:
        return jotting.seen
    is_earlier = left.had(target.text) or newest.at <= datetime.fromisoformat(jotting.at)
    return target.version if is_earlier else jotting.seen


def _keep_beside(library: Library, jotting: Jotting, edition_id: int) -> None:
    from workbench.desk.commenting import comment

    words = f"Recovered after a crash, typed {jotting.at[:16].replace('T', ' ')} UTC: {jotting.text}"
    comment(library, jotting.person_id, edition_id, words, target_id=jotting.target_id)
