"""Asking an engine: what was answered before is taken from the library, the rest is asked for once.

A server is waited for in a thread of its own, so that whoever drafts can see progress and cancel at any time.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue

from workbench.engines.base import Engine, is_waited_for
from workbench.engines.remote import RemoteEngine
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.draft import Draft, DraftRequest
from workbench.model.kinds import TermStatus
from workbench.model.memory import DraftAnswer
from workbench.model.passage import Passage, TermEntry
from workbench.text.terms import TermFinder

SENT = "characters sent"
"""The event of an answer that was paid for; its data say how many characters, and to which engine."""

GLANCE_S = 0.1
"""How often whoever waits for a server gets a chance to cancel."""


@dataclass(slots=True)
class Asked:
    """A draft with the digest of its question ("" where answers are not kept); `is_kept` when it was there."""

    draft: Draft
    digest: str = ""
    is_kept: bool = False


@dataclass(slots=True)
class Question:
    """The passages of one draft by the digest of what is asked about them.

    The same sentence twice in an article is one question.
    """

    engine: Engine
    request: DraftRequest
    passages: Sequence[Passage]
    digests: dict[int, str] = field(default_factory=dict)
    _stored: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        if isinstance(self.engine, RemoteEngine):
            self.digests = _digests(self.engine, self.passages, self.request)

    def kept(self, library: Library) -> list[Asked]:
        """Return what the library has answers for already."""
        if not self.digests:
            return []
        with library.reading() as tx:
            answers = tx.answers.of(set(self.digests.values()))
        return [
            Asked(_again(answers[digest], number), digest, is_kept=True)
            for number, digest in self.digests.items()
            if digest in answers
        ]

    def unanswered(self, kept: Sequence[Asked]) -> list[Passage]:
        """Return the passages to ask about, the first of several with the same question."""
        if not self.digests:
            return list(self.passages)
        seen = {one.digest for one in kept}
        asked = []
        for passage in self.passages:
            digest = self.digests[passage.number]
            if digest not in seen:
                seen.add(digest)
                asked.append(passage)
        return asked

    def keeping(self, library: Library, article_id: int, by: int | None, asked_by: str) -> DraftRequest:
        """Return the request that puts each answer into the library in the thread that received it.

        Nothing comes between reading an answer and keeping it: neither a queue nor a row to be filled.
        """

        def keep(drafts: Sequence[Draft]) -> None:
            fresh = [one for one in drafts if one.number not in self._stored and one.text.strip()]
            asked = [Asked(one, self.digests[one.number]) for one in fresh if one.number in self.digests]
            if asked:
                with library.writing(asked_by=asked_by) as tx:
                    keep_answers(tx, asked, article_id=article_id, by=by)
                self._stored.update(one.draft.number for one in asked)

        return replace(self.request, keep=keep)

    def shared(self, draft: Draft) -> Iterator[Asked]:
        """Yield a fresh draft, and free of charge for every other passage that asks the same."""
        digest = self.digests.get(draft.number, "")
        yield Asked(draft, digest)
        for number, other in self.digests.items():
            if digest and other == digest and number != draft.number:
                yield Asked(replace(draft, number=number, billed_characters=0), digest, is_kept=True)


def billed(batch: Sequence[Asked]) -> int:
    """Return the characters that were paid for: those of fresh answers."""
    return sum(asked.draft.billed_characters for asked in batch if not asked.is_kept)


def keep_answers(tx: Transaction, batch: Sequence[Asked], *, article_id: int, by: int | None) -> None:
    """Keep fresh answers of servers, and account for what they cost in the same transaction.

    So neither is lost in a crash: what was paid for is not asked again, and stands under who asked and for what.
    """
    for asked in batch:
        if asked.digest and not asked.is_kept:
            tx.answers.keep(_answer_of(asked))
    if characters := billed(batch):
        tx.events.add(
            SENT, article_id=article_id, person_id=by, engine=batch[0].draft.engine, characters=characters
        )


def _answer_of(asked: Asked) -> DraftAnswer:
    draft = asked.draft
    return DraftAnswer(
        digest=asked.digest,
        engine=draft.engine,
        text=draft.text,
        detail=json.dumps(dict(draft.detail), ensure_ascii=False),
        characters=draft.billed_characters,
    )


def _again(answer: DraftAnswer, number: int) -> Draft:
    detail = {**json.loads(answer.detail), "answered": f"{answer.created_at:%Y-%m-%d}"}
    return Draft(number, answer.text, answer.engine, detail)


def _digests(engine: RemoteEngine, passages: Sequence[Passage], request: DraftRequest) -> dict[int, str]:
    """Return a digest of text, languages, settings and the terms that occur, by passage.

    A change in the term base asks anew only for the sentences it touches.
    """
    finder = TermFinder(request.terms)
    stem = [engine.key, request.source_language, request.target_language, engine.signature(request.options)]
    found = {}
    for passage in passages:
        terms = sorted({_standing(hit.entry) for hit in finder.find(passage.source)})
        whole = json.dumps([*stem, passage.source, terms], ensure_ascii=False)
        found[passage.number] = hashlib.sha256(whole.encode()).hexdigest()
    return found


def _standing(entry: TermEntry) -> str:
    preferred = [form.text for form in entry.targets if form.status is TermStatus.PREFERRED]
    return f"{'/'.join(entry.sources)}={'/'.join(preferred)}"


def answered(
    engine: Engine, passages: Sequence[Passage], request: DraftRequest, stop: threading.Event
) -> Iterator[list[Draft]]:
    """Yield drafts as they come, each kept by then; from a slow engine also nothing at all, ten times a second, while it is waited for.

    Closing this generator, or setting `stop`, ends the engine's waiting at once. Raises what the engine raises.
    """
    if not is_waited_for(engine):
        for draft in engine.draft(passages, request):
            request.keep([draft])
            yield [draft]
        return
    arrived: SimpleQueue[Draft | None] = SimpleQueue()
    asked = replace(request, is_cancelled=stop.is_set)

    def work() -> None:
        try:
            for draft in engine.draft(passages, asked):
                asked.keep([draft])  # for engines that keep nothing themselves
                arrived.put(draft)
                if stop.is_set():
                    return
        finally:
            arrived.put(None)

    lane = ThreadPoolExecutor(1, thread_name_prefix="engine")
    future = lane.submit(work)
    try:
        is_over = False
        while not is_over:
            drafts, is_over = _arrivals(arrived)
            yield drafts
        future.result()
    finally:
        stop.set()
        lane.shutdown(wait=False)


def _arrivals(arrived: SimpleQueue[Draft | None]) -> tuple[list[Draft], bool]:
    """Return what has arrived, after a moment at most, and whether that was all."""
    found: list[Draft] = []
    try:
        one = arrived.get(timeout=GLANCE_S)
        while one is not None:
            found.append(one)
            one = arrived.get_nowait()
    except Empty:
        return found, False
    return found, True


def characters_of(passages: Sequence[Passage]) -> int:
    """Return what a server will count for the passages: the characters of their sources."""
    return sum(len(passage.source) for passage in passages)


def within(passages: Sequence[Passage], most: int | None) -> list[Passage]:
    """Return the passages, in order, whose characters together stay within a limit; None sets none."""
    if most is None:
        return list(passages)
    taken: list[Passage] = []
    left = most
    for passage in passages:
        left -= len(passage.source)
        if left < 0:
            break
        taken.append(passage)
    return taken


def options_of(values: Mapping[str, str], library: Library) -> dict[str, str]:
    """Return the options of a request: settings of engines and style, and a tag for what is kept on accounts."""
    tag = hashlib.sha256(library.name.encode()).hexdigest()[:8]
    return {**values, "library": tag}
