"""The pairs of forms in a local library's term base, read without the ORM: aligning starts before SQLAlchemy would."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from workbench.library.plain_reading import read_plainly

_PAIRS = """
SELECT s.text, t.text FROM concepts c
JOIN terms s ON s.concept_id = c.id AND s.language = 'zh'
JOIN terms t ON t.concept_id = c.id AND t.language = 'en'
WHERE NOT c.is_proposed ORDER BY c.id, s.position, s.id, t.position, t.id
"""


def read_term_pairs(place: str | None) -> list[tuple[str, str]] | None:
    """Return every Chinese form of the approved concepts with each of its English forms; None if it is not simple."""
    return read_plainly(place, _pairs)


def _pairs(connection: sqlite3.Connection, _path: Path) -> list[tuple[str, str]]:
    return connection.execute(_PAIRS).fetchall()
