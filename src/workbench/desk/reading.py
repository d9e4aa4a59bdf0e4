"""Reading: lists, queues, and editions as the screens and the command line show them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from workbench.desk.content import current_digest
from workbench.desk.crediting import credit_line
from workbench.desk.finding_editions import begin_edition, find_edition
from workbench.desk.review_chain import ReviewStep, chain_of, closed_to, numbered_step, step_of
from workbench.desk.telling import sentence_of
from workbench.errors import WorkbenchError
from workbench.kept_long import kept_for_long
from workbench.library.article_filter import OWN_QUEUES, ArticleFilter
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.article import Article
from workbench.model.edition import Edition
from workbench.model.kinds import CreditRole, Role, Stage
from workbench.model.rows import (
    ArticleRow,
    Counts,
    Details,
    EditionRow,
    EventRow,
    OpenEdition,
    RevisionRow,
)
from workbench.sentences import say
from workbench.text.normalise import whole_characters

QUEUES: dict[str, tuple[Stage, ...]] = {
    "drafts": (Stage.DRAFTING, Stage.CHANGES_REQUESTED),
    "review": (Stage.IN_REVIEW,),
    "ready": (Stage.APPROVED,),
    "published": (Stage.PUBLISHED,),
    "all": (),
}
"""The queues of the sidebar and the stages they hold."""


LONG = 20_000
"""Rows of an edition from which on walking over all of them, in search of garbage, would be noticed."""


def list_articles(
    library: Library,
    *,
    stage: Stage | None = None,
    stages: tuple[Stage, ...] = (),
    text: str = "",
    person: str = "",
    section: str = "",
    language: str = "en",
    limit: int | None = None,
    after: tuple[datetime, int] | None = None,
    waits_for: int | None = None,
    since: date | None = None,
    until: date | None = None,
    queue: str = "",
    person_id: int | None = None,
    step: str = "",
) -> list[ArticleRow]:
    """Return articles, newest change first; `after` continues behind (updated_at, article id).

    `waits_for` (a person id) leaves out what is given to another translator. `queue` is one of the
    queues of a person: given, free or returned; `step` narrows to a step of the review by its name.
    """
    if queue and queue not in OWN_QUEUES:
        raise WorkbenchError(
            say("There is no queue {queue}. There are: {names}.", queue=queue, names=", ".join(OWN_QUEUES))
        )
    wanted = ArticleFilter(
        queue=queue,
        person_id=person_id,
        stages=(stage,) if stage else stages,
        text=whole_characters(text),
        person=whole_characters(person),
        section=section,
        language=language,
        limit=limit,
        after=after,
        waits_for=waits_for,
        since=since,
        until=until,
    )
    with library.reading() as tx:
        chain = chain_of(tx)
        if step:
            wanted = replace(wanted, steps=_steps_at(tx, chain, numbered_step(chain, step), language))
        rows = tx.articles.rows(_with_closed_steps(tx, chain, wanted))
    return [_in_step(row, chain) for row in rows] if len(chain) > 1 else rows


def _steps_at(tx: Transaction, chain: Sequence[ReviewStep], step: int, language: str) -> tuple[int, ...]:
    """Return the numbers that count as a step: to the last one belong those of a longer chain of earlier days."""
    return tuple({step, *(n for n in tx.articles.count_steps(language) if step_of(chain, n) == step)})


def _with_closed_steps(tx: Transaction, chain: Sequence[ReviewStep], wanted: ArticleFilter) -> ArticleFilter:
    if wanted.queue != "free" or wanted.person_id is None:
        return wanted
    return replace(wanted, closed_steps=closed_to(chain, tx.people.roles(wanted.person_id)))


def _in_step(row: ArticleRow, chain: Sequence[ReviewStep]) -> ArticleRow:
    if row.stage is not Stage.IN_REVIEW:
        return row
    step = step_of(chain, row.step)
    return row._replace(step=step, review_step=chain[step].name, review_steps=len(chain))


def list_steps(library: Library) -> tuple[ReviewStep, ...]:
    """Return the steps of a review when it has several, nothing for one."""
    with library.reading() as tx:
        chain = chain_of(tx)
    return chain if len(chain) > 1 else ()


STEP_QUEUE = "step:"
"""How the name of a queue begins that holds one step of the review; its number follows, counted from 0."""


def queue_counts(library: Library, *, language: str = "en", person_id: int | None = None) -> dict[str, int]:
    """Return how much stands in each queue, and how large memory and term base are.

    With `person_id` the drafts are those given to that person or to nobody.
    """
    with library.reading() as tx:
        stages, chain = tx.articles.count_stages(language), chain_of(tx)
        counts = {name: sum(stages.get(stage, 0) for stage in held) for name, held in QUEUES.items()}
        if person_id is not None:
            mine = tx.articles.count_stages(language, waits_for=person_id, stages=QUEUES["drafts"])
            counts["drafts"] = sum(mine.get(stage, 0) for stage in QUEUES["drafts"])
            for queue in OWN_QUEUES:
                own = ArticleFilter(language=language, queue=queue, person_id=person_id)
                counts[queue] = tx.articles.count_queue(_with_closed_steps(tx, chain, own))
        if len(chain) > 1:
            counts.update({f"{STEP_QUEUE}{n}": 0 for n in range(len(chain))})
            for step, count in tx.articles.count_steps(language).items():
                counts[f"{STEP_QUEUE}{step_of(chain, step)}"] += count
        counts["all"] = tx.articles.count()
        return {**counts, "memory": tx.memories.count(), "terms": tx.vocabulary.count()}


def list_sections(library: Library, language: str = "en") -> list[str]:
    """Return the section paths in use."""
    with library.reading() as tx:
        return tx.articles.sections(language)


def open_edition(library: Library, key: str, language: str = "en") -> OpenEdition:
    """Read an edition for the editor; a language that was not begun yet is begun when possible."""
    with library.reading() as tx:
        article = tx.articles.by_key(key)
        found = tx.editions.find(article.id, language)
        if found is not None:
            return _opened(tx, article, found, is_writable=library.is_writable)
    with library.writing() as tx:
        begin_edition(tx, tx.articles.by_key(key), language)
    with library.reading() as tx:
        article, edition = find_edition(tx, key, language)
        return _opened(tx, article, edition, is_writable=library.is_writable)


def _opened(tx: Transaction, article: Article, edition: Edition, *, is_writable: bool) -> OpenEdition:
    with kept_for_long() if edition.total > LONG else nullcontext():
        rows = tuple(tx.editions.rows(edition.id))
    return OpenEdition(
        article_id=article.id,
        edition_id=edition.id,
        key=article.key,
        language=edition.language,
        source_language=article.language,
        stage=edition.stage,
        step=edition.step,
        version=edition.version,
        source_headline=article.headline,
        source_section=article.section,
        details=details_of(tx, edition),
        rows=rows,
        counts=counts_of(tx, edition),
        translators=tuple(name for name in edition.translator_line.split(", ") if name),
        reviewer=edition.reviewer_line,
        review_steps=tuple(step.name for step in chain_of(tx)),
        is_writable=is_writable,
    )


def details_of(tx: Transaction, edition: Edition) -> Details:
    """Return the page details of an edition; an embargo ends at a time of the library's zone."""
    zone = ZoneInfo(tx.options.get("time_zone"))
    return Details(
        section=edition.section,
        published=edition.published,
        outlet=edition.outlet,
        slug=edition.slug,
        keywords=edition.keywords,
        source_address=edition.source_address,
        photo_credit=edition.photo_credit,
        embargo=edition.embargo.astimezone(zone) if edition.embargo is not None else None,
    )


def counts_of(tx: Transaction, edition: Edition) -> Counts:
    """Return how far an edition has come."""
    characters = tx.articles.characters(edition.article_id)
    return Counts(edition.confirmed, edition.drafted, edition.total, edition.words, characters)


def read_counts(library: Library, edition_id: int) -> Counts:
    """Return how far an edition has come, for the status bar."""
    with library.reading() as tx:
        return counts_of(tx, tx.editions.get(edition_id))


def read_rows(library: Library, edition_id: int, target_ids: list[int]) -> list[EditionRow]:
    """Return single rows of an edition as they stand now."""
    with library.reading() as tx:
        return tx.editions.rows(edition_id, target_ids)


def read_history(library: Library, target_id: int) -> list[RevisionRow]:
    """Return the saved versions of a row, newest first."""
    with library.reading() as tx:
        return tx.editions.history(target_id)


def read_events(library: Library, article_id: int) -> list[EventRow]:
    """Return what happened to an article, oldest first, in words."""
    with library.reading() as tx:
        return [
            EventRow(event.id, event.at, name, event.kind, sentence_of(event))
            for event, name in tx.events.of_article(article_id)
        ]


def show(library: Library, key: str, language: str = "en") -> dict[str, Any]:
    """Return an article with everything, as `workbench show --json` prints it (CLI.md)."""
    opened = open_edition(library, key, language)
    with library.reading() as tx:
        article, edition = find_edition(tx, opened.key, language)
        return {
            "key": article.key,
            "language": edition.language,
            "source_language": article.language,
            "stage": str(edition.stage),
            "step": edition.step,
            "version": edition.number,
            "fields": fields_of(tx, article, edition),
            "segments": [shown_row(row) for row in opened.rows],
            "photos": [
                {
                    "name": photo.name,
                    "media_type": photo.media_type,
                    "digest": photo.digest,
                    "credit": photo.credit,
                }
                for photo in tx.articles.photos(article.id)
            ],
            "credits": {str(role): list(credit_line(tx, edition, role)) for role in CreditRole},
            "assignments": _assigned(tx, edition),
            "approval": _approval(tx, edition),
            "comments": [row._asdict() for row in tx.reviews.comments(edition.id)],
            "waivers": [
                {"what": w.what, "target_id": w.target_id, "reason": w.reason}
                for w in tx.reviews.waivers(edition.id)
            ],
            "events": [
                {
                    "at": event.at.isoformat(),
                    "person": name,
                    "kind": event.kind,
                    "message": sentence_of(event),
                }
                for event, name in tx.events.of_article(article.id)
            ],
        }


def fields_of(tx: Transaction, article: Article, edition: Edition) -> dict[str, Any]:
    """Return the page details with the source's own fields beside them."""
    details = details_of(tx, edition)
    return {
        "headline": article.headline,
        "target_headline": edition.headline,
        "section": details.section,
        "published": details.published.isoformat() if details.published else None,
        "outlet": details.outlet,
        "slug": details.slug,
        "keywords": details.keywords,
        "source_address": details.source_address,
        "photo_credit": details.photo_credit or article.photo_credit
        if _is_own(article, edition)
        else details.photo_credit,
        "embargo": details.embargo.isoformat() if details.embargo else None,
        "translator": ", ".join(credit_line(tx, edition, CreditRole.TRANSLATOR)),
        "author": article.author,
        "source_section": article.section,
        "source_outlet": article.outlet,
        "source_photo_credit": article.photo_credit,
        "path": article.path,
    }


def _is_own(article: Article, edition: Edition) -> bool:
    return article.language.split("-")[0] == edition.language.split("-")[0]


def shown_row(row: EditionRow) -> dict[str, Any]:
    """Return a row as the command line prints it (CLI.md)."""
    return {
        "number": row.number,
        "kind": str(row.kind),
        "paragraph": row.paragraph,
        "source": row.source,
        "target": row.target,
        "state": str(row.state),
        "origin": str(row.origin) if row.origin else None,
        "origin_detail": row.origin_detail,
        "returned": row.is_returned,
        "omitted": row.is_omitted,
        "added": row.is_added,
        "locked": row.is_locked,
        "reason": row.reason,
        "open_comments": row.open_comments,
    }


def _assigned(tx: Transaction, edition: Edition) -> dict[str, str]:
    names = tx.people.names()
    return {str(Role(a.role)): names[a.person_id] for a in tx.people.assignments(edition.id)}


def _approval(tx: Transaction, edition: Edition) -> dict[str, Any] | None:
    approval = tx.reviews.final_approval(edition.id, edition.number)
    if approval is None:
        return None
    digest = current_digest(tx, edition)
    return {
        "by": tx.people.names()[approval.person_id],
        "at": approval.at.isoformat(),
        "digest": approval.digest,
        "current_digest": digest,
        "holds": digest == approval.digest and edition.stage in {Stage.APPROVED, Stage.PUBLISHED},
        "step": approval.step_name,
        "own_changes": approval.own_changes,
        "own_work": approval.is_self_approval,
    }
