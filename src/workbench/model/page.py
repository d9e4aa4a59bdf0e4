"""A finished page as the formats write it: complete, frozen, and free of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from workbench.model.kinds import SegmentKind, State
from workbench.model.signoff import Signature


@dataclass(frozen=True, slots=True)
class PagePhoto:
    """A picture with its words in the language of the page; `data` may be empty."""

    name: str
    media_type: str
    data: bytes
    caption: str
    credit: str
    alt: str


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One paragraph of the page: targets of one paragraph joined as the language joins them."""

    kind: SegmentKind
    text: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row of the edition, for the bilingual formats (PO, XLIFF, the Word table, JSON).

    `key` is stable for the life of the target and is what a returning file is merged by.
    `sources` are the covered segments in order (none: added on purpose).
    """

    key: str
    number: int
    kind: SegmentKind
    paragraph: int
    sources: tuple[str, ...]
    source: str
    target: str
    state: State
    is_returned: bool = False
    is_omitted: bool = False
    is_added: bool = False
    reason: str = ""
    origin: str = ""
    confirmed_by: str = ""
    comments: tuple[RowComment, ...] = ()
    previous_source: str = ""
    opens_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class RowComment:
    """A remark on a row, as it travels in an exchange file."""

    person: str
    at: datetime
    text: str
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Sister:
    """Another language edition of the same article, for `hreflang` links."""

    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to a page that had been published: when, and what was put right."""

    at: date
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a format needs to write one edition.

    `digest` is the approval digest of the content; `source_address` is "" when an editor accepted
    the gap. `blocks` holds headline excluded body matter (lead, subheadings, body, bylines).
    `site` is where pages of this language stand ("": beside each other), `address` this page's own.
    """

    key: str
    language: str
    source_language: str
    headline: str
    source_headline: str
    section: str
    published: date | None
    outlet: str
    blocks: tuple[PageBlock, ...]
    photos: tuple[PagePhoto, ...] = ()
    summary: str = ""
    keywords: tuple[str, ...] = ()
    slug: str = ""
    translators: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    photo_credit: str = ""
    source_address: str = ""
    digest: str = ""
    version: int = 1
    rows: tuple[PageRow, ...] = ()
    site: str = ""
    address: str = ""
    sisters: tuple[Sister, ...] = ()
    corrections: tuple[Correction, ...] = ()
    approved_by: str = ""
    approved_at: datetime | None = None
    notes: tuple[str, ...] = ()
    signature: Signature | None = None
