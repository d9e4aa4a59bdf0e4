"""Drafting: engines fill the targets that are still empty, never a person's text."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.checks.run import check_passage
from workbench.desk.asking import (
    Asked,
    Question,
    answered,
    billed,
    characters_of,
    options_of,
    within,
)
from workbench.desk.checking import context_of, passage_of
from workbench.desk.crediting import refresh_lines
from workbench.desk.editing import add_revision, clean
from workbench.desk.engaging import engine_of
from workbench.desk.finding_editions import begin_edition
from workbench.desk.rights import Act, require
from workbench.engines.base import Engine, is_waited_for
from workbench.engines.remote import RemoteEngine
from workbench.errors import ConflictError, EngineError, Problem, RefusedError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.draft import Draft, DraftRequest
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Level, Origin
from workbench.model.passage import CheckContext, Passage
from workbench.model.progress import Progress
from workbench.sentences import say

BATCH = 20
"""Drafts saved in one transaction: what was done before a failure or a cancel is kept."""

ROUNDS = 3
"""How often an article whose engine failed comes up again when many are drafted."""


@dataclass(slots=True)
class DraftReport:
    """How many targets an engine filled, how many it left, and what went wrong.

    `kept` of the filled came from answers the library had already. `is_final` says that asking the engine again
    cannot help (no key, account spent); `is_limited` that a limit on characters left something out.
    `articles` counts those in which anything was filled, `contradictions` the drafts that surely contradict their source, as they arrived.
    """

    filled: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)
    billed_characters: int = 0
    kept: int = 0
    is_final: bool = False
    is_limited: bool = False
    contradictions: int = 0
    articles: int = 0


@dataclass(slots=True)
class _Work:
    """One edition under work: whose rows are to be filled, who asked, and where the answers go."""

    library: Library
    article_id: int
    by: int | None
    rows: dict[int, int]
    passages: dict[int, Passage]
    context: CheckContext
    report: DraftReport
    asked_by: str
    engine: str
    filled_before: int

    @property
    def progress(self) -> Progress:
        """Return how many of the empty rows are filled."""
        return Progress(self.report.filled - self.filled_before, len(self.rows), self.engine)


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
    most_characters: int | None = None,
) -> Generator[Progress, None, None]:
    """Let an engine draft the empty targets of an edition.

    Who asks needs the right to edit when they are named; the drafts are the engine's in history
    and credits. A target somebody fills meanwhile is left alone. What a server answered once is not
    asked for again. Closing the generator cancels within a second; what has arrived is kept.
    """
    if _is_full(library, key, language, report):
        return
    with library.writing(asked_by=asked_by) as tx:
        article = tx.articles.by_key(key)
        edition = begin_edition(tx, article, language)
        if by is not None:
            require(tx, Act.EDIT, edition, by)
        rows = tx.editions.rows(edition.id)
        context = context_of(tx, edition)
        request = request_of(library, tx, edition, context, [row.source for row in rows])
    empty = {row.number: row for row in rows if not row.target and not row.is_omitted and row.source}
    passages = [passage_of(row) for row in empty.values()]
    work = _Work(
        library=library,
        article_id=article.id,
        by=by,
        rows={number: row.target_id for number, row in empty.items()},
        passages={passage.number: passage for passage in passages},
        context=context,
        report=report,
        asked_by=asked_by,
        engine=engine,
        filled_before=report.filled,
    )
    filled, paid, wrong = report.filled, report.billed_characters, report.contradictions
    report.skipped += len(rows) - len(empty)
    yield Progress(0, len(passages), engine)
    try:
        if passages:
            yield from _fill(work, made or engine_of(library, engine), passages, request, most_characters)
    finally:
        report.skipped += len(empty) - (report.filled - filled)
        report.articles += report.filled > filled
        with library.writing(asked_by=asked_by) as tx:
            tx.events.add(
                "drafted",
                article_id=article.id,
                edition_id=edition.id,
                person_id=by,
                engine=engine,
                filled=report.filled - filled,
                billed=report.billed_characters - paid,
                contradictions=report.contradictions - wrong,
            )


def _is_full(library: Library, key: str, language: str, report: DraftReport) -> bool:
    """Tell whether an edition has nothing to draft, without taking the library's one writer."""
    with library.reading() as tx:
        edition = tx.editions.find(tx.articles.by_key(key).id, language)
        rows = tx.editions.rows(edition.id) if edition else ()
    if not rows or any(not row.target and not row.is_omitted and row.source for row in rows):
        return False
    report.skipped += len(rows)
    return True


def draft_many(
    library: Library,
    by: int | None,
    keys: Sequence[str],
    engine: str,
    report: DraftReport,
    language: str = "en",
    *,
    asked_by: str = "",
    made: Engine | None = None,
    most_characters: int | None = None,
) -> Iterator[Progress]:
    """Draft one article after the other; one that failed comes up again at the end, `ROUNDS` times in all.

    `most_characters` bounds what is sent in all (None: the library's setting, where 0 sets no limit). Run it
    again after a cancel or a crash: what is filled or was answered is not asked for again.
    """
    limit = most_characters if most_characters is not None else _limit(library)
    shared = made or engine_of(library, engine)
    waiting = list(keys)
    for turn in range(1, ROUNDS + 1):
        failed: list[str] = []
        for place, key in enumerate(waiting):
            yield Progress(len(keys) - len(waiting) + place, len(keys), key)
            left = None if limit is None else max(0, limit - report.billed_characters)
            one = DraftReport()
            steps = draft(
                library,
                by,
                key,
                engine,
                one,
                language,
                asked_by=asked_by,
                made=shared,
                most_characters=left,
            )
            try:
                for _ in steps:
                    yield Progress(len(keys) - len(waiting) + place, len(keys), key)
            except (RefusedError, ConflictError) as error:  # this article's own affair; the others go on
                report.problems.append(Problem(key, "", error.sentence))
            finally:
                steps.close()
                _add(report, one)
            comes_again = one.problems and turn < ROUNDS and not (one.is_final or one.is_limited)
            if comes_again:
                failed.append(key)
                continue
            report.skipped += one.skipped
            report.problems += [Problem(key, each.place, each.message) for each in one.problems]
            if one.is_final or one.is_limited:
                return
        waiting = failed
    yield Progress(len(keys), len(keys), engine)


def _add(report: DraftReport, one: DraftReport) -> None:
    report.filled += one.filled
    report.kept += one.kept
    report.billed_characters += one.billed_characters
    report.is_final |= one.is_final
    report.is_limited |= one.is_limited
    report.contradictions += one.contradictions
    report.articles += one.articles


def _limit(library: Library) -> int | None:
    with library.reading() as tx:
        return int(tx.options.get("draft_limit")) or None


def request_of(
    library: Library, tx: Transaction, edition: Edition, context: CheckContext, sources: Sequence[str]
) -> DraftRequest:
    """Return what goes to an engine beside the passages: the article, the house's words and its settings."""
    article = tx.articles.get(edition.article_id)
    return DraftRequest(
        source_language=article.language,
        target_language=edition.language,
        headline=article.headline,
        context="\n".join(sources),
        terms=context.terms,
        names=context.names,
        published=context.published,
        options=options_of({**tx.options.all("engines"), **tx.options.all("style")}, library),
    )


def _fill(
    work: _Work, engine: Engine, passages: list[Passage], request: DraftRequest, most: int | None
) -> Iterator[Progress]:
    question = Question(engine, request, passages)
    report, stop = work.report, threading.Event()
    is_remote, is_watched = isinstance(engine, RemoteEngine), is_waited_for(engine)
    batch = question.kept(work.library)
    asking = question.unanswered(batch)
    if is_remote and most is not None and characters_of(asking) > most:
        report.is_limited = True
        asking = within(asking, most)
        report.problems.append(
            Problem(
                engine.key,
                "",
                say("The limit on characters is reached. Raise it and draft again: what is done stays."),
            )
        )
    kept = question.keeping(work.library, work.article_id, work.by, work.asked_by)
    try:
        yield from _saved_in_steps(work, batch)
        for drafts in answered(engine, asking, kept, stop) if asking else ():
            arrived = [asked for one in drafts for asked in question.shared(one)]
            report.billed_characters += billed(arrived)
            batch += arrived
            if is_watched or len(batch) >= BATCH:
                yield from _saved_in_steps(work, batch)
                yield work.progress
    except EngineError as error:
        report.problems.append(Problem(engine.key, "", error.sentence))
        report.is_final = error.is_final
    finally:
        stop.set()
        while batch:
            _save(work, batch)
    yield work.progress


def _saved_in_steps(work: _Work, batch: list[Asked]) -> Iterator[Progress]:
    """Save what has come in short transactions, so that nobody's typing waits for a long one."""
    while batch:
        _save(work, batch)
        yield work.progress


def _save(work: _Work, batch: list[Asked]) -> None:
    """Take the first drafts of a batch and fill those of their targets that are still empty."""
    report, taken = work.report, batch[:BATCH]
    with work.library.writing(asked_by=work.asked_by) as tx:
        wanted = [work.rows[asked.draft.number] for asked in taken if asked.draft.number in work.rows]
        targets = tx.editions.targets_by_id(wanted)
        edition = tx.editions.get(next(iter(targets.values())).edition_id) if targets else None
        filled = [
            asked for asked in taken if edition and _fill_target(work, tx, edition, targets, asked.draft)
        ]
        if edition and filled:
            tx.editions.recount(edition)
            refresh_lines(tx, edition)
            tx.editions.touch(edition)
    del batch[:BATCH]
    report.filled += len(filled)
    report.kept += sum(asked.is_kept for asked in filled)
    report.contradictions += sum(_is_wrong(work, asked.draft) for asked in filled)


def _fill_target(
    work: _Work, tx: Transaction, edition: Edition, targets: Mapping[int, Target], one: Draft
) -> bool:
    """Put a draft into its target, and tell whether it was empty; an engine may answer what nobody asked."""
    if one.number not in work.rows or not one.text.strip():
        return False
    target = targets[work.rows[one.number]]
    if target.text or target.is_omitted or target.is_retired:
        return False
    origin = Origin.MEMORY if one.engine == "memory" else Origin.ENGINE
    target.text, target.origin, target.origin_detail = clean(one.text), origin, one.provenance
    add_revision(
        tx,
        edition,
        target,
        by=None,
        origin=origin,
        detail=one.provenance,
        note="scaffold" if one.is_scaffold else "",
    )
    return True


def _is_wrong(work: _Work, one: Draft) -> bool:
    """Tell whether a draft surely contradicts its source: a wrong number is known before anyone reads it."""
    if one.is_scaffold or work.context.is_monolingual:
        return False
    passage = replace(work.passages[one.number], target=one.text)
    return any(finding.level is Level.ERROR for finding in check_passage(passage, work.context))
