"""Passing the gate: an edition's finished page, or every reason against it; in a batch the next one ahead."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

from workbench.desk.checking import House
from workbench.desk.content import current_digest
from workbench.desk.finding_editions import find_edition
from workbench.desk.gate import gate_reasons
from workbench.desk.paging import make_page
from workbench.desk.rights import Act, refusal
from workbench.errors import RefusedError
from workbench.library.library import Library
from workbench.model.page import Page

Passed = tuple[Page, int]
"""A page that went through the gate, and its edition."""


def page_through_gate(library: Library, by: int, key: str, language: str, house: House) -> Passed:
    """Return an edition's finished page; raises `RefusedError` with everything that stands in the way."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        digest = current_digest(tx, edition)
        reasons = gate_reasons(tx, edition, house, digest)
        right = refusal(tx, Act.PUBLISH, edition, by)
        if right is not None and not (right.code == "wrong-stage" and reasons):
            reasons = [right, *reasons]
        if reasons:
            raise RefusedError(*reasons)
        return make_page(tx, edition, digest), edition.id


class GateAhead:
    """Takes the editions of a batch through the gate, the next one while the files of this one reach the disk.

    A batch waits for the disk as long as it works, or longer. What is told here is a moment old, as it always is
    when files are written: whether it still holds is asked again in the transaction that notes the publication.
    """

    def __init__(self, library: Library, by: int, language: str) -> None:
        self._library, self._by, self._language = library, by, language
        self._house = House()
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="gate")
        self._ahead: dict[str, Future[Passed]] = {}

    def __enter__(self) -> Self:
        """Begin a batch."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it; what was looked at ahead is let go."""
        self._lane.shutdown(cancel_futures=True)

    def take(self, key: str, following: str | None) -> Passed:
        """Return an edition's page, and begin with the one that follows; raises what stands in the way."""
        looked_at = self._ahead.pop(key, None) or self._begin(key)
        try:
            return looked_at.result()
        finally:
            if following is not None:
                self._ahead[following] = self._begin(following)

    def _begin(self, key: str) -> Future[Passed]:
        return self._lane.submit(page_through_gate, self._library, self._by, key, self._language, self._house)
