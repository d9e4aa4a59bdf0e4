"""Lists of articles, newest change first, page by page along an index, however many there are.

An article stands in a list with its edition in one language or, as long as there is none, by itself: two questions, each
along an index of its own, whose answers are laid into one another. What was typed is looked up in the index of words,
and then looked for in the texts themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from heapq import merge
from itertools import islice, starmap

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    SQLColumnExpression,
    and_,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Session

from workbench.library.article_filter import TURNS, ArticleFilter, Question, like, narrowed, stages_of
from workbench.library.article_words import are_few, candidates
from workbench.model.article import Article, Segment
from workbench.model.base import Word
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Role, Stage
from workbench.model.person import Assignment, Person
from workbench.model.rows import ArticleRow
from workbench.text.search_tokens import begins_with_letter, stands_in

LOOKED_AT = 250
"""Articles whose texts are looked at in one go."""
MOST_NAMED = 500
"""Editions named one by one in a question; a longer list asks for all assignments."""
KEY_SIGNS = frozenset("0123456789abcdef")
"""What keys are made of."""
Place = tuple[datetime, int]

_WITH_EDITION = (
    Article.id,
    Edition.id,
    Article.key,
    Edition.language,
    Article.headline,
    Edition.headline,
    Edition.section,
    Edition.published,
    Edition.stage,
    Edition.confirmed,
    Edition.drafted,
    Edition.total,
    Edition.translator_line,
    Edition.reviewer_line,
    Edition.updated_at,
    Article.outlet,
    Article.section,
    literal(""),
    null(),
    Edition.step,
)
"""The columns of a row of the list, in its order; reading whole articles and editions took five times as long."""

_WITHOUT_EDITION = (
    Article.id,
    null(),
    Article.key,
    Article.language,
    Article.headline,
    literal(""),
    Article.section,
    Article.published,
    literal(Stage.DRAFTING, Word(Stage)),
    *(literal(0) for _ in range(3)),
    Article.translator,
    literal(""),
    Article.updated_at,
    Article.outlet,
    Article.section,
    literal(""),
    null(),
    literal(0),
)
"""The same for an article without an edition."""


def list_rows(session: Session, wanted: ArticleFilter) -> list[ArticleRow]:
    """Return the rows of a list, newest change first."""
    rows = _searched(session, wanted) if wanted.text.split() else _page(session, wanted)
    return _with_assignments(session, list(islice(rows, wanted.limit)))


def place_of(row: ArticleRow) -> Place:
    """Return by what a row stands where it stands: a list continues behind it."""
    return row.updated_at, row.article_id


def _page(session: Session, wanted: ArticleFilter, held: Question | None = None) -> Iterator[ArticleRow]:
    """Yield the next rows, each stage and step along its index; with `held` only articles in the answer of that question."""
    stages = stages_of(wanted)
    parts = [replace(wanted, stages=(stage,)) for stage in stages] or [wanted]
    if wanted.steps:
        parts = [replace(part, steps=(step,)) for part in parts for step in wanted.steps]
    found = [_with_edition(session, part, held) for part in parts]
    if not stages and _some_lack_edition(session, wanted.language):
        found.append(_without_edition(session, wanted, held))
    return merge(*found, key=place_of, reverse=True)


def _with_edition(session: Session, wanted: ArticleFilter, held: Question | None) -> Iterator[ArticleRow]:
    query: Question = (
        select(*_WITH_EDITION)
        .join_from(Edition, Article, Edition.article_id == Article.id)
        .where(Edition.language == wanted.language)
        .order_by(Edition.updated_at.desc(), Edition.article_id.desc())
    )
    query = _bounded(_narrowed(session, query, wanted), wanted, Edition.updated_at, Edition.article_id)
    if held is not None:
        query = query.where(_among(session, Edition.article_id, held))
    return starmap(ArticleRow, session.execute(query))


def _without_edition(session: Session, wanted: ArticleFilter, held: Question | None) -> Iterator[ArticleRow]:
    none = and_(Edition.article_id == Article.id, Edition.language == wanted.language)
    query: Question = (
        select(*_WITHOUT_EDITION)
        .outerjoin_from(Article, Edition, none)
        .where(Edition.id.is_(None))
        .order_by(Article.updated_at.desc(), Article.id.desc())
    )
    query = _bounded(_narrowed(session, query, wanted), wanted, Article.updated_at, Article.id)
    if held is not None:
        query = query.where(Article.id.in_(held))
    return starmap(ArticleRow, session.execute(query))


def _narrowed(session: Session, query: Question, wanted: ArticleFilter) -> Question:
    return narrowed(query, wanted, on_server=session.get_bind().dialect.name != "sqlite")


def _bounded(
    query: Question,
    wanted: ArticleFilter,
    updated: SQLColumnExpression[datetime],
    article: SQLColumnExpression[int],
) -> Question:
    if wanted.after is not None:
        query = query.where(tuple_(updated, article) < tuple_(*wanted.after))
    return query if wanted.limit is None else query.limit(wanted.limit)


def _among(session: Session, article: SQLColumnExpression[int], held: Question) -> ColumnElement[bool]:
    """Begin with what is held when that is little; else go along the index and leave out what is not.

    A server would gather all that is held first, a second's work for a common sign; it is asked row by row, which the
    limit keeps it from turning around.
    """
    if are_few(session, held):
        return article.in_(held)
    if session.get_bind().dialect.name == "sqlite":
        return (article + 0).in_(held)
    one = held.subquery()
    return select(literal(True)).where(one.c.article_id == article).limit(1).scalar_subquery().is_(True)


def _some_lack_edition(session: Session, language: str) -> bool:
    articles = select(func.count()).select_from(Article).scalar_subquery()
    editions = select(func.count()).where(Edition.language == language).scalar_subquery()
    return bool(session.scalar(select(articles > editions)))


def _searched(session: Session, wanted: ArticleFilter) -> Iterator[ArticleRow]:
    """Yield the articles that really hold every word that was typed."""
    words = wanted.text.split()
    held = candidates(session, words)
    if held is not None and set(words[0]) <= KEY_SIGNS:  # a server reads every key for this
        by_key = select(Article.id.label("article_id")).where(_has_key(session, words[0]))
        held = held.union_all(by_key).subquery().select()
    asked = replace(wanted, text="", limit=LOOKED_AT)
    while True:
        page = list(_page(session, asked, held))[:LOOKED_AT]
        holding = _holding(session, [row.article_id for row in page], words, wanted.language)
        yield from (row for row in page if row.article_id in holding)
        if len(page) < LOOKED_AT:
            return
        asked = replace(asked, after=place_of(page[-1]))


def _holding(session: Session, articles: Sequence[int], words: Sequence[str], language: str) -> set[int]:
    """Return those articles in which every word stands, in the source, in the edition or as the beginning of the key."""
    left = set(articles)
    for word in words:
        if left:
            left &= _holding_word(session, left, word, language)
    return left


def _holding_word(session: Session, articles: set[int], word: str, language: str) -> set[int]:
    """Let the database find the sequence of signs, and look at what it found for the beginnings of words."""
    in_source: Question = select(Segment.article_id, Segment.text).where(
        Segment.article_id.in_(articles),
        _like(Segment.text, word),
        Segment.is_retired.is_(False),
    )
    by_key = select(Article.id, literal(word)).where(
        Article.id.in_(articles), Article.key.startswith(word, autoescape=True)
    )
    found = _seen(session, union_all(in_source, by_key), word)
    in_target: Question = (
        select(Edition.article_id, Target.text)
        .join(Target, Target.edition_id == Edition.id)
        .where(
            Edition.article_id.in_(articles - found),
            Edition.language == language,
            _like(Target.text, word),
            Target.is_retired.is_(False),
        )
    )
    return found if found >= articles else found | _seen(session, in_target, word)


def _like(said: SQLColumnExpression[str], word: str) -> ColumnElement[bool]:
    """Compare whatever the case; SQLite knows the cases of English letters alone, so that others are named."""
    forms = [word] if word.isascii() else dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
    return or_(*(said.ilike(like(form), escape="\\") for form in forms))


def _seen(session: Session, asked: Question | CompoundSelect[int, str], word: str) -> set[int]:
    is_anywhere = not begins_with_letter(word)
    return {article for article, said in session.execute(asked) if is_anywhere or stands_in(word, said)}


def _has_key(session: Session, word: str) -> ColumnElement[bool]:
    """Compare the beginning of keys along their index where that can be done without knowing the order of signs."""
    if session.get_bind().dialect.name == "sqlite":
        return and_(Article.key >= word, Article.key < f"{word}\U0010ffff")
    return Article.key.startswith(word, autoescape=True)


def _with_assignments(session: Session, rows: list[ArticleRow]) -> list[ArticleRow]:
    """Say on each row who has it now and until when, as far as its turn is given to somebody."""
    ids = [row.edition_id for row in rows if row.edition_id is not None]
    if not ids:
        return rows
    query = select(Assignment.edition_id, Assignment.role, Person.name, Assignment.due).join(
        Person, Person.id == Assignment.person_id
    )
    if len(ids) <= MOST_NAMED:
        query = query.where(Assignment.edition_id.in_(ids))
    held = {(edition, role): (name, due) for edition, role, name, due in session.execute(query)}
    if not held:
        return rows
    turn = {stage: role for role, stages in TURNS for stage in stages}
    return [_assigned(row, held, turn.get(row.stage)) for row in rows]


def _assigned(
    row: ArticleRow, held: dict[tuple[int, Role], tuple[str, date | None]], role: Role | None
) -> ArticleRow:
    if role is None or row.edition_id is None or (row.edition_id, role) not in held:
        return row
    name, due = held[row.edition_id, role]
    return row._replace(assignee=name, due=due)
