"""Counts of the open edition, kept up row by row so that their cost does not grow with the article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workbench.model.kinds import State
from workbench.model.rows import EditionRow
from workbench.text.words import count_words


class _Share(NamedTuple):
    confirmed: int
    drafted: int
    words: int


class Tally:
    """How many rows are confirmed or drafted, and how many words there are."""

    def __init__(self) -> None:
        self._rest = _Share(0, 0, 0)
        self.total = 0

    def begin(self, *, confirmed: int, drafted: int, words: int, total: int) -> None:
        """Begin with the counts the library keeps."""
        self._rest = _Share(confirmed, drafted, words)
        self.total = total

    def replace(self, old: Iterable[EditionRow], new: Iterable[EditionRow]) -> None:
        """Take rows off as they were and add them as they are."""
        confirmed, drafted, words = self._rest
        for sign, rows in ((-1, old), (1, new)):
            for row in rows:
                share = _share(row)
                confirmed += sign * share.confirmed
                drafted += sign * share.drafted
                words += sign * share.words
        self._rest = _Share(confirmed, drafted, words)

    @property
    def confirmed(self) -> int:
        """Rows that count as confirmed."""
        return self._rest.confirmed

    @property
    def drafted(self) -> int:
        """Rows with text that nobody stands by yet."""
        return self._rest.drafted

    @property
    def words(self) -> int:
        """English words of all rows."""
        return self._rest.words


def _share(row: EditionRow) -> _Share:
    is_done = row.is_omitted or (row.state is not State.INITIAL and not row.is_returned)
    is_drafted = not is_done and bool(row.target)
    return _Share(int(is_done), int(is_drafted), count_words(row.target))
