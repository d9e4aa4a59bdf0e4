"""What a list of articles is narrowed to, as conditions of a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, union_all

from workbench.model.article import Article
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Role, Stage
from workbench.model.person import Assignment, Person, PersonRole

Question = Select[*tuple[Any, ...]]
"""A question about articles and editions, whatever it asks for."""


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What a list of articles is narrowed to; empty fields do not narrow.

    `waits_for` leaves out what is given to somebody else to translate; `since` and `until` bound the
    date of the page, both included. `queue` is one of the queues of the person `person_id`: what they were given
    and have to do now ("given"), what waits for anybody with their roles ("free"), what was sent back to
    them ("returned").

    `steps` narrow to editions in one of these steps of their review; `closed_steps` leaves out of what waits for anybody
    the steps that take a role the person does not hold.

    `after` continues a list behind the row with that (updated_at, article id): lists are paged by
    key, never by offset (PERFORMANCE.md).
    """

    stages: tuple[Stage, ...] = ()
    text: str = ""
    person: str = ""
    section: str = ""
    language: str = "en"
    limit: int | None = None
    after: tuple[datetime, int] | None = None
    waits_for: int | None = None
    since: date | None = None
    until: date | None = None
    queue: str = ""
    person_id: int | None = None
    steps: tuple[int, ...] = ()
    closed_steps: tuple[int, ...] = ()


def like(text: str) -> str:
    """Return a LIKE pattern that finds `text` anywhere, its own wildcards escaped by a backslash."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def narrowed(query: Question, wanted: ArticleFilter, *, on_server: bool) -> Question:
    """Return a question about articles and editions with every condition that is set but what was typed."""
    if wanted.stages:
        query = query.where(Edition.stage.in_(wanted.stages))
    if wanted.section:
        query = query.where(_in_section(wanted.section, wanted.language))
    if wanted.person:
        query = query.where(_concerns(wanted.person, on_server=on_server))
    if wanted.waits_for is not None:
        query = query.where(not_given_to_others(wanted.waits_for))
    if wanted.queue and wanted.person_id is not None:
        query = query.where(OWN_QUEUES[wanted.queue](wanted.person_id))
    if wanted.steps:
        query = query.where(Edition.stage == Stage.IN_REVIEW, Edition.step.in_(wanted.steps))
    if wanted.queue == "free" and wanted.closed_steps:
        query = query.where(or_(Edition.stage != Stage.IN_REVIEW, Edition.step.not_in(wanted.closed_steps)))
    published = func.coalesce(Edition.published, Article.published)
    if wanted.since is not None:
        query = query.where(published >= wanted.since)
    if wanted.until is not None:
        query = query.where(published <= wanted.until)
    return query


def not_given_to_others(person_id: int) -> ColumnElement[bool]:
    """Tell apart what a translator may take up: given to them, or to nobody."""
    others = select(Assignment.edition_id).where(
        Assignment.role == Role.TRANSLATOR, Assignment.person_id != person_id
    )
    return Edition.id.not_in(others)


TURNS: tuple[tuple[Role, tuple[Stage, ...]], ...] = (
    (Role.TRANSLATOR, (Stage.DRAFTING, Stage.CHANGES_REQUESTED)),
    (Role.REVIEWER, (Stage.IN_REVIEW,)),
    (Role.EDITOR, (Stage.APPROVED,)),
)
"""Whose turn it is at which stage."""


def _given_to(person_id: int) -> ColumnElement[bool]:
    turns = [
        and_(
            Edition.stage.in_(stages),
            Edition.id.in_(
                select(Assignment.edition_id).where(
                    Assignment.role == role, Assignment.person_id == person_id
                )
            ),
        )
        for role, stages in TURNS
    ]
    return or_(*turns)


def _free_for(person_id: int) -> ColumnElement[bool]:
    turns = [
        and_(
            Edition.stage.in_(stages),
            Edition.id.not_in(select(Assignment.edition_id).where(Assignment.role == role)),
            exists().where(PersonRole.person_id == person_id, PersonRole.role == role),
        )
        for role, stages in TURNS
    ]
    return or_(*turns)


def _came_back_to(person_id: int) -> ColumnElement[bool]:
    given = select(Assignment.edition_id).where(
        Assignment.role == Role.TRANSLATOR, Assignment.person_id == person_id
    )
    translated = exists().where(Target.edition_id == Edition.id, Target.confirmed_by == person_id)
    return and_(Edition.stage == Stage.CHANGES_REQUESTED, or_(Edition.id.in_(given), translated))


OWN_QUEUES: dict[str, Callable[[int], ColumnElement[bool]]] = {
    "given": _given_to,
    "free": _free_for,
    "returned": _came_back_to,
}
"""The queues of each person."""


def stages_of(wanted: ArticleFilter) -> tuple[Stage, ...]:
    """Return the stages a list can hold at all, none for any: a list goes along the index of each."""
    if wanted.steps:
        return (Stage.IN_REVIEW,)
    if not wanted.queue:
        return wanted.stages
    held = [Stage.CHANGES_REQUESTED] if wanted.queue == "returned" else [s for _, each in TURNS for s in each]
    return tuple(stage for stage in held if not wanted.stages or stage in wanted.stages) or wanted.stages


def _concerns(person: str, *, on_server: bool) -> ColumnElement[bool]:
    """Find a person in the lines of credit or among those something is given to.

    SQLite reads the lines from their indexes, whatever is listed; PostgreSQL would read every edition for each line, and
    is quicker along the list, where the page is soon full.
    """
    assigned = (
        select(Assignment.edition_id)
        .join(Person, Person.id == Assignment.person_id)
        .where(or_(Person.name == person, Person.name_zh == person))
    )
    lines = [
        line.like(like(person), escape="\\") for line in (Edition.translator_line, Edition.reviewer_line)
    ]
    if on_server:
        return or_(*lines, Edition.id.in_(assigned))
    return Edition.id.in_(union_all(*(select(Edition.id).where(line) for line in lines), assigned))


def _in_section(section: str, language: str) -> ColumnElement[bool]:
    """Tell whether the page or, as long as there is none, the source stands in a section: each along its index."""
    pages = select(Edition.article_id).where(Edition.language == language, Edition.section == section)
    return Article.id.in_(union_all(pages, select(Article.id).where(Article.section == section)))
