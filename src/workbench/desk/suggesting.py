"""Asking one engine about one sentence, beside the text: nothing is written, and what was paid for is kept."""

from __future__ import annotations

import threading
from collections.abc import Generator
from dataclasses import dataclass, replace

from workbench.checks.run import check_passage
from workbench.desk.asking import Asked, Question, answered
from workbench.desk.checking import context_of
from workbench.desk.drafting import request_of
from workbench.engines.base import Engine
from workbench.errors import EngineError
from workbench.library.library import Library
from workbench.model.draft import Draft, DraftRequest
from workbench.model.finding import Finding
from workbench.model.passage import CheckContext, Passage
from workbench.model.progress import Progress
from workbench.sentences import Sentence, say


@dataclass(frozen=True, slots=True)
class Suggested:
    """What an engine says about a sentence, judged as it arrives; `problem` says why it says nothing."""

    engine: str
    label: str
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    problem: Sentence | None = None


def suggest(
    library: Library, by: int | None, edition_id: int, passage: Passage, engine: Engine, *, asked_by: str = ""
) -> Generator[Progress, None, Suggested]:
    """Ask an engine about one row of an edition; closing the generator ends the waiting within a second."""
    with library.reading() as tx:
        edition = tx.editions.get(edition_id)
        context = context_of(tx, edition)
        sources = [row.source for row in tx.editions.rows(edition_id)]
        request, article_id = request_of(library, tx, edition, context, sources), edition.article_id
    yield Progress(0, 1, engine.label)
    question = Question(engine, request, [passage])
    kept = question.keeping(library, article_id, by, asked_by)
    try:
        asked = yield from _asked(library, passage, question, kept)
    except EngineError as error:
        return Suggested(engine.key, engine.label, problem=error.sentence)
    if asked is None:
        return Suggested(
            engine.key, engine.label, problem=say("{engine} has nothing here.", engine=engine.label)
        )
    return Suggested(engine.key, engine.label, asked.draft, _judged(passage, asked.draft, context))


def _asked(
    library: Library, passage: Passage, question: Question, request: DraftRequest
) -> Generator[Progress, None, Asked | None]:
    engine, known = question.engine, question.kept(library)
    if known:
        return known[0]
    found: Asked | None = None
    for drafts in answered(engine, [passage], request, threading.Event()):
        mine = [draft for draft in drafts if draft.number == passage.number and draft.text.strip()]
        if mine and found is None:
            found = Asked(mine[0], question.digests.get(passage.number, ""))
        yield Progress(0, 1, engine.label)
    return found


def _judged(passage: Passage, draft: Draft, context: CheckContext) -> tuple[Finding, ...]:
    if context.is_monolingual:
        return ()
    return tuple(check_passage(replace(passage, target=draft.text), context))
