"""Trados translation memories (.sdltm): an SQLite file whose segments are small XML texts; read only.

Not published as a standard, but open to look at: `translation_units` holds a source and a target segment a row,
`translation_memories` the pair of languages. Plain text is kept; tags are left out, as in the text of a TMX unit.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote
from xml.parsers import expat

from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.tmx_units import LanguagePair, TmxUnit
from workbench.sentences import say

LONGEST_SEGMENT = 200_000
LONGEST_VALUE = 4 * 1024 * 1024
"""Bytes of one value beyond which SQLite itself refuses to make it."""
PATIENCE_SECONDS = 10.0
"""How long the file may keep us waiting for its next row."""
_STEPS = 10_000
_TABLES = """
SELECT count(*) FROM sqlite_master
WHERE type = 'table' AND rootpage > 0 AND name IN ('translation_units', 'translation_memories')
"""
_UNITS = """
SELECT u.id, m.source_language, m.target_language, u.source_segment, u.target_segment,
       u.creation_date, u.creation_user, u.change_date, u.change_user
FROM translation_units u JOIN translation_memories m ON m.id = u.translation_memory_id
ORDER BY u.id
"""


class _BrokenSegmentError(Exception):
    """A segment is no XML text as it should be."""


def read_sdltm(
    path: Path, *, source: str, target: str, on_problem: Callable[[Problem], None]
) -> Iterator[TmxUnit]:
    """Yield the pairs of a Trados memory in the wanted direction; a damaged one is told and left out.

    Raises `FormatError` when the file is no such memory.
    """
    pair = LanguagePair(source, target)
    address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            for row in _rows(connection):
                if (unit := _unit(row, pair, path.name, on_problem)) is not None:
                    yield unit
    except (sqlite3.Error, UnicodeDecodeError) as error:  # SQLite quotes damaged names in its messages
        raise FormatError(
            say(
                "{name} is not a Trados translation memory ({reason}). Export it from Trados as TMX instead.",
                name=path.name,
                reason=reason_of(error),
            )
        ) from error


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Yield the units of two real tables: a view or a virtual table could be made to never end."""
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    deadline = [time.monotonic() + PATIENCE_SECONDS]
    connection.set_progress_handler(lambda: time.monotonic() > deadline[0], _STEPS)
    if connection.execute(_TABLES).fetchone() != (2,):
        raise sqlite3.DatabaseError("it lacks the tables of one")
    for row in connection.execute(_UNITS):
        yield row
        deadline[0] = time.monotonic() + PATIENCE_SECONDS


def _unit(
    row: tuple[object, ...], pair: LanguagePair, name: str, on_problem: Callable[[Problem], None]
) -> TmxUnit | None:
    number, source_language, target_language, source, target, *facts = row
    place = say("unit {number}", number=number)
    languages = (str(source_language), str(target_language))
    texts = (source, target)
    if not (pair.source.rank(languages[0]) and pair.target.rank(languages[1])):
        languages, texts = (languages[1], languages[0]), (target, source)
    if not (pair.source.rank(languages[0]) and pair.target.rank(languages[1])):
        on_problem(Problem(name, place, _other_languages(row, pair)))
        return None
    try:
        plain = [_plain_text(text) for text in texts]
    except (_BrokenSegmentError, expat.ExpatError) as error:
        said = say("A segment cannot be read ({reason}). This unit was left out.", reason=reason_of(error))
        on_problem(Problem(name, place, said))
        return None
    if not plain[0].strip() or not plain[1].strip():
        on_problem(Problem(name, place, say("One side has no text. This unit was left out.")))
        return None
    created, creator, changed, changer = facts
    return TmxUnit(
        plain[0],
        plain[1],
        *languages,
        unit_id=str(number),
        created=_time(created),
        created_by=str(creator or ""),
        changed=_time(changed),
        changed_by=str(changer or ""),
    )


def _other_languages(row: tuple[object, ...], pair: LanguagePair) -> str:
    return say(
        "This unit is {found}, not {wanted}. It was left out.",
        found=f"{row[1]}-{row[2]}",
        wanted=f"{pair.source.tag}-{pair.target.tag}",
    )


def _plain_text(segment: object) -> str:
    """Return the text of `<Segment><Elements><Text><Value>…`; what stands in tags is no text."""
    if not isinstance(segment, str) or len(segment) > LONGEST_SEGMENT:
        raise _BrokenSegmentError
    pieces: list[str] = []
    path: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        path.append(name)

    def end(_name: str) -> None:
        path.pop()

    def text(piece: str) -> None:
        if path[-2:] == ["Text", "Value"]:
            pieces.append(piece)

    def refuse(*_details: object) -> None:
        raise _BrokenSegmentError

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(segment, True)
    return "".join(pieces)


def _time(said: object) -> datetime | None:
    try:
        when = datetime.fromisoformat(str(said)) if said else None
    except ValueError:
        return None
    return when if when is None or when.tzinfo else when.replace(tzinfo=UTC)
