"""Pairs on their way into the translation memory, as plain values."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class Background(NamedTuple):
    """What is known of a pair that comes from an article."""

    article_key: str = ""
    published: date | None = None
    before: str = ""
    after: str = ""
    note: str = ""
    is_machine: bool = False
    is_reviewed: bool = False


class NewEntry(NamedTuple):
    """A pair on its way into the memory.

    `normal` is the normalised source (`text.normalise`), `digest` the digest of that where it is known already.
    """

    source: str
    target: str
    normal: str
    origin: str = ""
    creator: str = ""
    domain: str = ""
    details: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    background: Background | None = None
    digest: str = ""
