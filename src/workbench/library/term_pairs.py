"""The pairs of forms in a local library's term base, read without the ORM: aligning starts before SQLAlchemy would.

Whatever is unusual (a database server, no library yet, an older or newer schema, a file that is busy or damaged) is
answered with None; opening the library in the ordinary way then says what there is to say.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

MIGRATIONS = Path(__file__).parent / "migrations" / "versions"
APPLICATION_ID = 0x57425443

_PAIRS = """
SELECT s.text, t.text FROM concepts c
JOIN terms s ON s.concept_id = c.id AND s.language = 'zh'
JOIN terms t ON t.concept_id = c.id AND t.language = 'en'
WHERE NOT c.is_proposed ORDER BY c.id, s.position, s.id, t.position, t.id
"""


def read_term_pairs(place: str | None) -> list[tuple[str, str]] | None:
    """Return every Chinese form of the approved concepts with each of its English forms; None if it is not simple."""
    where = place or os.environ.get("WORKBENCH_LIBRARY", "")
    path = Path(where).expanduser().absolute()
    if not where or "://" in where or not path.is_file():
        return None
    try:
        with closing(
            sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=0.2)
        ) as connection:
            return connection.execute(_PAIRS).fetchall() if _is_ours(connection) else None
    except sqlite3.Error:
        return None


def _is_ours(connection: sqlite3.Connection) -> bool:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    newest = max(int(path.name[:4]) for path in MIGRATIONS.glob("[0-9]*.py"))
    return (application, schema) == (APPLICATION_ID, newest)
