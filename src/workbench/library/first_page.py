"""The drafts at the top of a local library, read without the ORM: the list stands before SQLAlchemy is loaded.

Only the window asks, once, when it starts. Whatever is unusual (a database server, another program's file,
an older or newer schema, a file that is busy or damaged) is answered with None; opening the library in the
ordinary way then says what there is to say.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from workbench.library.plain_reading import read_plainly
from workbench.model.kinds import Stage
from workbench.model.rows import ArticleRow, PersonRow


class FirstPage(NamedTuple):
    """The first articles of a library, for the person who works there, and who else there is."""

    path: Path
    people: list[PersonRow]
    person: PersonRow
    articles: list[ArticleRow]


Choose = Callable[[Path, list[PersonRow]], PersonRow | None]
"""Says who of the people of a library is working."""


def read_first_page(
    place: str | None, choose: Choose, *, limit: int, language: str = "en"
) -> FirstPage | None:
    """Return the drafts that wait for whoever works there, newest change first; None when it is not that simple."""
    return read_plainly(place, lambda connection, path: _read(connection, path, choose, limit, language))


def _read(
    connection: sqlite3.Connection, path: Path, choose: Choose, limit: int, language: str
) -> FirstPage | None:
    people = _people(connection)
    person = choose(path, people)
    if person is None:
        return None
    return FirstPage(path, people, person, _articles(connection, person.id, limit, language))


def _people(connection: sqlite3.Connection) -> list[PersonRow]:
    roles: dict[int, set[str]] = {}
    for person_id, role in connection.execute("SELECT person_id, role FROM person_roles"):
        roles.setdefault(person_id, set()).add(role)
    found = connection.execute("SELECT id, name, name_zh, is_active FROM people ORDER BY name")
    return [
        PersonRow(key, name, name_zh, frozenset(roles.get(key, ())), bool(is_active))
        for key, name, name_zh, is_active in found
    ]


DRAFTS = """
SELECT a.id, e.id, a.key, e.language, a.headline, e.headline, e.section, e.published, e.stage, e.confirmed,
       e.drafted, e.total, e.translator_line, e.reviewer_line, e.updated_at, a.outlet, a.section,
       coalesce(p.name, ''), s.due
FROM articles a JOIN editions e ON e.article_id = a.id AND e.language = :language
LEFT JOIN assignments s ON s.edition_id = e.id AND s.role = 'translator'
LEFT JOIN people p ON p.id = s.person_id
WHERE e.stage IN ('drafting', 'changes requested') AND e.id NOT IN (
    SELECT edition_id FROM assignments WHERE role = 'translator' AND person_id <> :person)
ORDER BY e.updated_at DESC, a.id DESC LIMIT :limit
"""


def _articles(connection: sqlite3.Connection, person: int, limit: int, language: str) -> list[ArticleRow]:
    asked = {"language": language, "person": person, "limit": limit}
    return [_row(*found) for found in connection.execute(DRAFTS, asked)]


def _row(*found: object) -> ArticleRow:
    row = ArticleRow(*found)  # type: ignore[arg-type]
    return row._replace(
        published=date.fromisoformat(str(row.published)) if row.published else None,
        stage=Stage(row.stage),
        due=date.fromisoformat(str(row.due)) if row.due else None,
        updated_at=datetime.fromisoformat(str(row.updated_at)).replace(tzinfo=UTC),
    )
