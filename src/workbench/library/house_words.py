"""What a house has decided about words, names and style, read without the ORM: a file of pairs is soon checked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from workbench.library.plain_reading import read_plainly
from workbench.model.kinds import TermStatus
from workbench.model.passage import CheckContext, Equivalence, HeldTitle, KnownName, TermEntry, TermForm
from workbench.settings import DECLARED

_CONCEPTS = """
SELECT id, domain, note, is_fixed, valid_from, valid_to FROM concepts WHERE NOT is_proposed ORDER BY id
"""
_FORMS = "SELECT concept_id, language, text, status FROM terms ORDER BY concept_id, position, id"
_ACCEPTED = """
SELECT source, target FROM accepted_pairs WHERE "check" NOT LIKE 'spelling:%' ORDER BY id
"""


def read_house_words(place: str | None) -> CheckContext | None:
    """Return what surrounds Chinese and English pairs of no article; None if the library is not simply there."""
    return read_plainly(place, _context)


def _context(connection: sqlite3.Connection, _path: Path) -> CheckContext:
    accepted = [Equivalence(*row) for row in connection.execute(_ACCEPTED)]
    return CheckContext(
        terms=_terms(connection),
        names=tuple(
            _name(*row)
            for row in connection.execute("SELECT source, target, also, titles FROM names ORDER BY id")
        ),
        equivalences=tuple(pair for pair in accepted if pair.target),
        traps=tuple(pair.source for pair in accepted if not pair.target),
        style=_style(connection),
    )


def _terms(connection: sqlite3.Connection) -> tuple[TermEntry, ...]:
    forms: dict[int, list[tuple[str, str, str]]] = {}
    for concept, language, text, status in connection.execute(_FORMS):
        forms.setdefault(concept, []).append((language, text, status))
    entries = (
        TermEntry(
            sources=tuple(text for language, text, _ in forms.get(number, ()) if language == "zh"),
            targets=tuple(
                TermForm(text, TermStatus(status))
                for language, text, status in forms.get(number, ())
                if language == "en"
            ),
            category=domain,
            note=note,
            is_fixed=bool(is_fixed),
            valid_from=_day(start),
            valid_to=_day(end),
            id=number,
        )
        for number, domain, note, is_fixed, start, end in connection.execute(_CONCEPTS)
    )
    return tuple(entry for entry in entries if entry.sources)


def _name(source: str, target: str, also: str, titles: str) -> KnownName:
    held: list[Mapping[str, Any]] = json.loads(titles)
    return KnownName(
        source,
        target,
        tuple(json.loads(also)),
        tuple(HeldTitle(t["zh"], t["en"], _day(t.get("from")), _day(t.get("to"))) for t in held),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _style(connection: sqlite3.Connection) -> dict[str, str]:
    stored = dict(connection.execute("SELECT name, value FROM settings"))
    return {each.name: stored.get(each.name, each.default) for each in DECLARED if each.group == "style"}
