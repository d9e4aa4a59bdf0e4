"""Drafting: engines fill the targets that are still empty, never a person's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.desk.checking import context_of, passage_of
from workbench.desk.crediting import refresh_lines
from workbench.desk.editing import add_revision, clean
from workbench.desk.finding_editions import begin_edition
from workbench.desk.rights import Act, require
from workbench.engines.base import Engine
from workbench.engines.registry import engine_for
from workbench.errors import EngineError, Problem
from workbench.library.library import Library
from workbench.model.draft import Draft, DraftRequest
from workbench.model.kinds import Origin
from workbench.model.passage import Passage
from workbench.model.progress import Progress

BATCH = 20
"""Drafts saved in one transaction: what was done before a failure or a cancel is kept."""


@dataclass(slots=True)
class DraftReport:
    """How many targets an engine filled, how many it left, and what went wrong."""

    filled: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)
    billed_characters: int = 0


def draft(
    library: Library,
    by: int | None,
    key: str,
    engine: str,
    report: DraftReport,
    language: str = "en",
    *,
    asked_by: str = "",
    made: Engine | None = None,
) -> Iterator[Progress]:
    """Let an engine draft the empty targets of an edition.

    Who asks needs the right to edit when they are named; the drafts are the engine's in history
    and credits. A target somebody fills meanwhile is left alone.
    """
    with library.writing(asked_by=asked_by) as tx:
        article = tx.articles.by_key(key)
        edition = begin_edition(tx, article, language)
        if by is not None:
            require(tx, Act.EDIT, edition, by)
        rows = tx.editions.rows(edition.id)
        context = context_of(tx, edition)
    empty = {row.number: row for row in rows if not row.target and not row.is_omitted and row.source}
    report.skipped = len(rows) - len(empty)
    request = DraftRequest(
        source_language=article.language,
        target_language=language,
        headline=article.headline,
        context="\n".join(row.source for row in rows),
        terms=context.terms,
        names=context.names,
    )
    passages = [passage_of(row) for row in empty.values()]
    ids = {number: row.target_id for number, row in empty.items()}
    yield Progress(0, len(passages), engine)
    if passages:
        yield from _fill(library, made or _engine(library, engine), passages, request, ids, report, asked_by)
    report.skipped += len(empty) - report.filled
    with library.writing(asked_by=asked_by) as tx:
        tx.events.add(
            "drafted",
            article_id=article.id,
            edition_id=edition.id,
            person_id=by,
            engine=engine,
            filled=report.filled,
            billed=report.billed_characters,
        )


def _engine(library: Library, key: str) -> Engine:
    if key == "memory":
        from workbench.desk.remembering import memory_engine  # loads numpy, which other engines do not need

        made: Engine = memory_engine(library)
        return made
    return engine_for(key)


def _fill(
    library: Library,
    engine: Engine,
    passages: list[Passage],
    request: DraftRequest,
    ids: dict[int, int],
    report: DraftReport,
    asked_by: str,
) -> Iterator[Progress]:
    batch: list[Draft] = []
    try:
        for one in engine.draft(passages, request):
            batch.append(one)
            if len(batch) >= BATCH:
                _save(library, batch, ids, report, asked_by)
                batch = []
                yield Progress(report.filled, len(passages), engine.label)
    except EngineError as error:
        report.problems.append(Problem(engine.key, "", str(error)))
    finally:
        _save(library, batch, ids, report, asked_by)
    yield Progress(report.filled, len(passages), engine.label)


def _save(
    library: Library, batch: list[Draft], ids: dict[int, int], report: DraftReport, asked_by: str
) -> None:
    if not batch:
        return
    with library.writing(asked_by=asked_by) as tx:
        edition = None
        for one in batch:
            target = tx.editions.target(ids[one.number])
            if target.text or target.is_omitted or target.is_retired or not one.text.strip():
                continue
            edition = edition or tx.editions.get(target.edition_id)
            detail = ", ".join([one.engine, *(f"{name}: {value}" for name, value in one.detail.items())])
            origin = Origin.MEMORY if one.engine == "memory" else Origin.ENGINE
            target.text, target.origin, target.origin_detail = clean(one.text), origin, detail
            add_revision(
                tx,
                edition,
                target,
                by=None,
                origin=origin,
                detail=detail,
                note="scaffold" if one.is_scaffold else "",
            )
            report.filled += 1
            report.billed_characters += one.billed_characters
        if edition is not None:
            tx.editions.recount(edition)
            refresh_lines(tx, edition)
            tx.editions.touch(edition)
