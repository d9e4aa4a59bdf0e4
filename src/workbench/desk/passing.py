"""Passing the gate: an edition's finished page, or every reason against it; in a batch the next one ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from typing import Self

from workbench.desk.checking import House, ToJudge, ToldApart, judging, to_judge, told_apart
from workbench.desk.content import current_digest
from workbench.desk.finding_editions import find_edition
from workbench.desk.gate import gate_reasons, is_looked_through_at_once
from workbench.desk.paging import make_page
from workbench.desk.rights import Act, refusal
from workbench.errors import Reason, RefusedError
from workbench.kept_long import undisturbed
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.page import Page
from workbench.model.progress import Progress
from workbench.sentences import say

Passed = tuple[Page, int]
"""A page that went through the gate, and its edition."""
Watch = Callable[[Progress], None]
"""Told of every step through a long edition; may raise to end it."""
WATCHED_EVERY_S = 0.1


def page_through_gate(
    library: Library, by: int, key: str, language: str, house: House, watch: Watch = lambda _: None
) -> Passed:
    """Return an edition's finished page; raises `RefusedError` with everything that stands in the way.

    The checks go through a long edition outside of any transaction, which would keep the database's log from ending.
    """
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        digest = current_digest(tx, edition)
        if is_looked_through_at_once(edition):
            return _passed(tx, edition, by, told_apart(tx, edition, house, looks_back=False), digest)
        judged = to_judge(tx, edition, house, looks_back=False)
    found = _looked_through(judged, watch)
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        if current_digest(tx, edition) != digest:
            said = say("The text changed while the checks went through it. Try again.")
            raise RefusedError(Reason("changed-since-approval", said))
        return _passed(tx, edition, by, found, digest)


def _looked_through(judged: ToJudge, watch: Watch) -> ToldApart:
    steps = judging(judged)
    with undisturbed():
        while True:
            try:
                watch(next(steps))
            except StopIteration as end:
                found: ToldApart = end.value
                return found


def _passed(tx: Transaction, edition: Edition, by: int, found: ToldApart, digest: str) -> Passed:
    reasons = gate_reasons(tx, edition, found, digest)
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
        self._step = Progress(0, 0)
        self._is_over = False

    def __enter__(self) -> Self:
        """Begin a batch."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it; what was looked at ahead is let go."""
        self._is_over = True
        self._lane.shutdown(cancel_futures=True)

    def watch(self, key: str) -> Iterator[Progress]:
        """Yield how far the checks of a long edition are, until it is through the gate or refused."""
        if key not in self._ahead:
            self._ahead[key] = self._begin(key)
        while not self._ahead[key].done():
            wait([self._ahead[key]], WATCHED_EVERY_S)
            if self._step.total:
                yield replace(self._step, what=key)

    def _go_on(self, step: Progress) -> None:
        self._step = step
        if self._is_over:
            raise CancelledError

    def take(self, key: str, following: str | None) -> Passed:
        """Return an edition's page, and begin with the one that follows; raises what stands in the way."""
        looked_at = self._ahead.pop(key, None) or self._begin(key)
        try:
            return looked_at.result()
        finally:
            if following is not None:
                self._ahead[following] = self._begin(following)

    def _begin(self, key: str) -> Future[Passed]:
        self._step = Progress(0, 0)
        return self._lane.submit(
            page_through_gate, self._library, self._by, key, self._language, self._house, self._go_on
        )
