"""Editions and articles as the screens and the command line read them: frozen and detached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from workbench.model.kinds import Origin, SegmentKind, Stage, State


class EditionRow(NamedTuple):
    """One row of the editor: a target with the source it covers.

    `version` is what a writer must pass back as `seen`; `segments` are the covered segment ids in
    order (empty: added on purpose); `source` is their text joined. `number` counts from 1.
    """

    target_id: int
    number: int
    kind: SegmentKind
    paragraph: int
    source: str
    target: str
    state: State
    version: int
    origin: Origin | None = None
    origin_detail: str = ""
    is_returned: bool = False
    is_omitted: bool = False
    is_added: bool = False
    is_locked: bool = False
    reason: str = ""
    segments: tuple[int, ...] = ()
    open_comments: int = 0
    confirmed_by: int | None = None
    opens_paragraph: bool = False
    photo_id: int | None = None


class Counts(NamedTuple):
    """How far an edition has come: rows confirmed (or left out), drafted, and in all."""

    confirmed: int
    drafted: int
    total: int
    words: int
    characters: int


class Details(NamedTuple):
    """The page details an editor keeps, in the language of the edition."""

    section: str = ""
    published: date | None = None
    outlet: str = ""
    slug: str = ""
    keywords: str = ""
    source_address: str = ""
    photo_credit: str = ""
    embargo: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenEdition:
    """Everything the editor shows when an edition is opened, read in one go."""

    article_id: int
    edition_id: int
    key: str
    language: str
    source_language: str
    stage: Stage
    step: int
    version: int
    source_headline: str
    source_section: str
    details: Details
    rows: tuple[EditionRow, ...]
    counts: Counts
    translators: tuple[str, ...] = ()
    reviewer: str = ""
    is_writable: bool = True
    review_steps: tuple[str, ...] = ()


class ArticleRow(NamedTuple):
    """One line of the library's list; `assignee` and `due` say whose turn it is and until when.

    `step` is where its review stands (counted from 0), `review_step` its name and `review_steps` how many there are,
    both only while a chain of several steps runs.
    """

    article_id: int
    edition_id: int | None
    key: str
    language: str
    headline: str
    target_headline: str
    section: str
    published: date | None
    stage: Stage
    confirmed: int
    drafted: int
    segments: int
    translator: str
    reviewer: str
    updated_at: datetime
    outlet: str = ""
    source_section: str = ""
    assignee: str = ""
    due: date | None = None
    step: int = 0
    review_step: str = ""
    review_steps: int = 0


class RevisionRow(NamedTuple):
    """One saved version of a target, newest first in the history panel."""

    number: int
    text: str
    state: State
    person: str
    at: datetime
    origin: Origin
    detail: str
    note: str = ""
    id: int = 0


class CommentRow(NamedTuple):
    """A comment on the article, on a row, or on chosen words of it."""

    id: int
    target_id: int | None
    parent_id: int | None
    person: str
    at: datetime
    text: str
    span: tuple[int, int] | None = None
    quoted: str = ""
    is_resolved: bool = False


class EventRow(NamedTuple):
    """Something that happened to an article, in words and with its data."""

    id: int
    at: datetime
    person: str
    kind: str
    message: str


class PersonRow(NamedTuple):
    """Somebody who works with the library."""

    id: int
    name: str
    name_zh: str
    roles: frozenset[str]
    is_active: bool
