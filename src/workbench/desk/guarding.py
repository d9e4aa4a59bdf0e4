"""Asking before a file takes much away: nothing is removed, emptied or un-approved in masses by mistake (D20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.errors import Reason, RefusedError
from workbench.model.kinds import State
from workbench.model.rows import EditionRow
from workbench.sentences import Sentence, say

MOST, MOST_SHARE = 50, 0.05
"""More segments than this, or a larger share of all, are taken away only when somebody has said so."""
APPROVED = frozenset({State.REVIEWED, State.FINAL})


@dataclass(frozen=True, slots=True)
class TakenAway:
    """What a file would take from an edition of so many segments; a segment counts once, by the worst."""

    total: int
    removed: int = 0
    emptied: int = 0
    unapproved: int = 0

    @property
    def is_much(self) -> bool:
        """Return whether somebody has to be asked first."""
        count = self.removed + self.emptied + self.unapproved
        return count > MOST or count > MOST_SHARE * self.total

    def sentence(self, what: str) -> Sentence:
        """Say what an edition would lose to the file `what`."""
        return say(
            "{what} would take much away: of {total} segments {removed} with their translations, the text of "
            "{emptied} and the approval of {unapproved}. Nothing was changed.",
            what=what,
            total=self.total,
            removed=self.removed,
            emptied=self.emptied,
            unapproved=self.unapproved,
        )


class MassChangeError(RefusedError):
    """A file would change or take away so much that somebody has to be asked; nothing was changed."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(Reason("mass-change", message))


def refuse_much(taken: TakenAway, what: str) -> None:
    """Raise `MassChangeError` when the file or article `what` would take much away."""
    if taken.is_much:
        raise MassChangeError(taken.sentence(what))


def taken_by_texts(rows: Iterable[EditionRow], texts: dict[int, str]) -> TakenAway:
    """Return what writing texts into rows, by target id, takes away."""
    every = list(rows)
    changed = [row for row in every if texts.get(row.target_id, row.target) != row.target]
    emptied = [row for row in changed if row.target.strip() and not texts[row.target_id].strip()]
    unapproved = [row for row in changed if row not in emptied and row.state in APPROVED]
    return TakenAway(len(every), emptied=len(emptied), unapproved=len(unapproved))
