"""The acts on a whole edition, with the library, the person and the edition already in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.desk import comparing, rearranging, reviewing
from workbench.desk.commenting import answer
from workbench.desk.steps import Edit
from workbench.desk.walking import Stop, read_walk
from workbench.library.library import Library
from workbench.model.kinds import Stage
from workbench.sentences import verbatim


class BoundStages:
    """Submit, approve, return, reopen, correct and withdraw one edition, and mark its rows."""

    def __init__(self, library: Library, person_id: int, asked_by: str) -> None:
        self._library, self._by, self._asked_by = library, person_id, asked_by
        self._key, self._language, self._edition_id = "", "en", 0

    def bind(self, key: str, language: str, edition_id: int) -> None:
        """Say which edition the acts are about."""
        self._key, self._language, self._edition_id = key, language, edition_id

    def submit(self) -> Stage:
        """Hand the edition to the reviewers."""
        return reviewing.submit(self._library, self._by, self._key, self._language, asked_by=self._asked_by)

    def approve(self) -> Stage:
        """Approve exactly this text."""
        return reviewing.approve(self._library, self._by, self._key, self._language, asked_by=self._asked_by)

    def return_edition(self, reason: str) -> Stage:
        """Send the edition back with a reason."""
        return reviewing.return_edition(
            self._library, self._by, self._key, reason, self._language, asked_by=self._asked_by
        )

    def reopen(self) -> Stage:
        """Take an approved edition back to in review."""
        return reviewing.reopen(self._library, self._by, self._key, self._language, asked_by=self._asked_by)

    def correct(self, reason: str) -> Stage:
        """Begin a correction of a published edition."""
        return reviewing.correct(
            self._library, self._by, self._key, self._language, reason=reason, asked_by=self._asked_by
        )

    def withdraw(self, reason: str) -> Stage:
        """Withdraw a published edition."""
        return reviewing.withdraw(
            self._library, self._by, self._key, reason, self._language, asked_by=self._asked_by
        )

    def mark_reviewed(self, target_ids: Sequence[int]) -> None:
        """Approve single rows."""
        reviewing.mark_reviewed(self._library, self._by, list(target_ids), asked_by=self._asked_by)

    def mark_returned(self, target_ids: Sequence[int], reason: str) -> None:
        """Send single rows back with a reason."""
        reviewing.mark_returned(self._library, self._by, list(target_ids), reason, asked_by=self._asked_by)

    def bases(self) -> Sequence[comparing.Base]:
        """Return everything the edition can be compared with."""
        return comparing.read_bases(self._library, self._edition_id)

    def base_texts(self, key: str) -> Mapping[int, str]:
        """Return the text of every target at a base."""
        return comparing.read_base(self._library, self._edition_id, key)

    def stops(self, since: str) -> Sequence[Stop]:
        """Return everything that was returned, asked, or changed since a base."""
        return read_walk(self._library, self._edition_id, since)

    def accept_changes(self, target_id: int, numbers: Sequence[int], since: str) -> None:
        """Settle some changes of a row since a base, or all of them."""
        comparing.accept_changes(self._library, self._by, target_id, since, numbers, asked_by=self._asked_by)

    def undo_changes(self, target_id: int, base: str, numbers: Sequence[int], *, seen: int) -> Edit:
        """Take changes of a row back to what the base says there."""
        return comparing.undo_changes(
            self._library, self._by, target_id, base, numbers, seen=seen, asked_by=self._asked_by
        )

    def put_back(self, target_id: int) -> Edit:
        """Take back how a row was arranged in the review: added, left out, or moved."""
        return rearranging.put_back(self._library, self._by, target_id, asked_by=self._asked_by)

    def answer(self, comment_id: int, text: str) -> None:
        """Answer a remark."""
        answer(self._library, self._by, comment_id, text, asked_by=self._asked_by)

    def return_reasons(self) -> Sequence[str]:
        """Return the reasons the library offers for sending text back."""
        with self._library.reading() as tx:
            offered: str = tx.options.get("return_reasons")
        return [verbatim(reason.strip()) for reason in offered.split(";") if reason.strip()]
