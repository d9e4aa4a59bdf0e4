"""The index by which articles are found as somebody types: which may hold the words, newest state or not indexed yet.

What an index knows may be out of date only in one way: too much. Articles that were changed since they were indexed
stand in a list of their own, kept by the database itself, and count as found; whoever asks looks at the text. In a file
the index is an FTS5 table that is only added to, on a server an inverted index of PostgreSQL (resources/server/guard.sql).
"""

from __future__ import annotations

import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, column, func, literal_column, select, table, text, union_all
from sqlalchemy.orm import Session

from workbench.library.article_filter import Question
from workbench.library.edition_rows import streamed
from workbench.library.scope import in_parts
from workbench.model.article import Segment
from workbench.model.edition import Edition, Target
from workbench.model.progress import Progress
from workbench.resources import resource
from workbench.sentences import say
from workbench.text.search_tokens import pieces, wanted

if TYPE_CHECKING:
    from workbench.library.library import Library

BATCH = 200
"""Articles indexed in one transaction: a quarter of a second."""
AT_ONCE = 20
"""Articles in one call to a server: a busy one is given up after ten seconds."""
MOST_STALE = 500
"""Changed articles that a search looks through by itself; with more it asks for the index first."""
FEW = 2000
"""Articles up to which it is quicker to begin with what was found than with the newest."""
GENERATION = 1 << 32
MARK_BITS = 30
TEXTS_AT_ONCE = 5_000

_STALE_FILE, _STALE_SERVER = (
    table("article_stale", column("article_id")),
    table("article_stale", column("article_id"), schema="guard"),
)


def make_article_words(driver: sqlite3.Connection) -> None:
    """Give a library in a file its index of words, with every article waiting to be put in."""
    said = resource("library/search.sql").read_text("utf-8")
    for statement in said.split("\n\n"):
        if not statement.startswith("--"):
            driver.execute(statement)


def candidates(session: Session, typed: Sequence[str]) -> Question | None:
    """Return a question for the articles that may hold all that was typed; None when it names nothing to go by."""
    asked = [piece for word in typed for piece in wanted(word)]
    if not asked:
        return None
    if _is_sqlite(session):
        match = " ".join(f'"{piece}"*' if is_beginning else f'"{piece}"' for piece, is_beginning in asked)
        known: Question = (
            select(literal_column(f"rowid & {GENERATION - 1}").label("article_id"))
            .select_from(text("article_words"))
            .where(text("article_words MATCH :pieces").bindparams(pieces=match))
        )
        stale = select(_article_of(_STALE_FILE.c.article_id).label("article_id"))
    else:
        said = " & ".join(f"'{piece}':*" if is_beginning else f"'{piece}'" for piece, is_beginning in asked)
        known = (
            select(literal_column("article_id"))
            .select_from(text("guard.article_words"))
            .where(text("words @@ CAST(:pieces AS tsquery)").bindparams(pieces=said))
        )
        stale = select(_STALE_SERVER.c.article_id)
    return select(union_all(known, stale).subquery("found").c.article_id)


def are_few(session: Session, found: Question) -> bool:
    """Tell whether a question for articles has few answers."""
    every = found.offset(
        0
    ).subquery()  # without this fence a server reads the whole table to find the first of them
    some = select(every).limit(FEW + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) <= FEW


def count_stale(session: Session) -> int:
    """Return how many articles wait to be indexed, counted up to the point where that matters."""
    stale = _STALE_FILE if _is_sqlite(session) else _STALE_SERVER
    some = select(stale.c.article_id).limit(MOST_STALE + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def fill_article_words(library: Library) -> Iterator[Progress]:
    """Index what was changed, a batch a transaction; stopping anywhere is clean."""
    done = 0
    while library.is_writable:
        with library.reading() as tx:
            if not count_stale(tx.scope.session):
                return
        done += _index_in_file(library) if library.path is not None else _index_on_server(library)
        yield Progress(done, 0, say("search index"))


def _index_in_file(library: Library) -> int:
    """Index a batch. One lock keeps all writers out of a file: so nothing is read or looked through under it.

    What is taken stands on the list with a mark, and is found all the time; what is changed meanwhile comes back onto it.
    """
    mark = secrets.randbits(MARK_BITS) + 1
    with library.writing() as tx:
        taken = _mark(tx.scope.session, mark)
    with library.reading() as tx:
        rows = _words_of(tx.scope.session, taken)
    with library.writing() as tx:
        session = tx.scope.session
        _put_into_file(session, rows)
        done = [_marked(article, mark) for article in taken]
        session.execute(_STALE_FILE.delete().where(_STALE_FILE.c.article_id.in_(done)))
    return len(taken)


def _mark(session: Session, mark: int) -> list[int]:
    """Mark a batch of the list as taken: what somebody began with and never ended is taken as well."""
    query = select(_STALE_FILE.c.article_id).order_by(_STALE_FILE.c.article_id.desc()).limit(BATCH)
    listed = list(session.scalars(query))
    session.execute(_STALE_FILE.delete().where(_STALE_FILE.c.article_id.in_(listed)))
    taken = sorted({abs(each) & (GENERATION - 1) for each in listed})
    session.execute(_STALE_FILE.insert(), [{"article_id": _marked(article, mark)} for article in taken])
    return taken


def _marked(article: int, mark: int) -> int:
    """Return how a taken article stands on the list: below nothing, its number behind the mark of who took it."""
    return -(mark * GENERATION + article)


def _article_of(listed: ColumnElement[int]) -> ColumnElement[int]:
    return func.abs(listed).op("&")(GENERATION - 1)


def _index_on_server(library: Library) -> int:
    with library.writing() as tx:
        session = tx.scope.session
        taken = list(session.scalars(text("SELECT guard.take_stale(:most)"), {"most": BATCH}))
        rows = _words_of(session, taken)
        for at in range(0, len(rows), AT_ONCE):
            session.execute(_INDEX, rows[at : at + AT_ONCE])
    return len(rows)


def _words_of(session: Session, articles: Sequence[int]) -> list[dict[str, Any]]:
    """Return the pieces of articles; of their texts, which may be millions, never many at once."""
    found: dict[int, set[str]] = {article: set() for article in articles}
    for some in in_parts(articles):
        source = select(Segment.article_id, Segment.text).where(
            Segment.article_id.in_(some), Segment.is_retired.is_(False)
        )
        target = (
            select(Edition.article_id, Target.text)
            .join(Edition, Edition.id == Target.edition_id)
            .where(Edition.article_id.in_(some), Target.is_retired.is_(False))
        )
        for query in (source, target):
            for part in in_parts(streamed(session.connection().execute(query)), TEXTS_AT_ONCE):
                _add_pieces(found, part)
    return [{"id": article, "words": sorted(words)} for article, words in found.items()]


def _add_pieces(found: dict[int, set[str]], part: Iterable[tuple[int, str]]) -> None:
    texts: dict[int, list[str]] = defaultdict(list)
    for article, said in part:
        texts[article].append(said)
    for article, told in texts.items():
        found[article] |= pieces(told)


_TIMES = text(
    "INSERT INTO article_indexed VALUES (:id, 1) ON CONFLICT (article_id) DO UPDATE SET times = times + 1 RETURNING times"
)
_INDEX = text("SELECT guard.index_article(:id, CAST(:words AS text[]))")
_ADD = text("INSERT INTO article_words(rowid, words) VALUES (:rowid, :words)")


def _put_into_file(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Add the words of articles; what was known of them before stays, and does no harm."""
    made = []
    for row in rows:
        times = session.scalar(_TIMES, {"id": row["id"]}) or 1
        made.append({"rowid": (times - 1) * GENERATION + row["id"], "words": " ".join(row["words"])})
    if made:
        session.execute(_ADD, made)


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
