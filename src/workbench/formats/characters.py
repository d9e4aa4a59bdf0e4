"""Characters that no file format carries are named here, before anything is written."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.errors import FormatError
from workbench.model.page import Page, PageBlock, PagePhoto, PageRow
from workbench.sentences import Sentence, join, say, verbatim

# Control characters (HTML Living Standard 13.2.3.5, XML 1.0 section 2.2), lone surrogates, and
# noncharacters (Unicode 16, section 23.7). Tab and line feed are text.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def writable(page: Page) -> Page:
    """Return the page with line ends as line feeds; raises `FormatError` at the first bad character.

    The sentence names the row (or field), the character and what to do: a format must neither
    fail without words nor lose what follows.
    """
    for row in page.rows:
        _check(row.source, say("the source of row {number}", number=row.number))
        _check(row.target, say("row {number}", number=row.number))
        _check(row.reason, say("the reason of row {number}", number=row.number))
        _check(row.previous_source, say("the previous source of row {number}", number=row.number))
        for comment in row.comments:
            _check(f"{comment.person}{comment.text}", say("a comment on row {number}", number=row.number))
    for number, block in enumerate(page.blocks, 1):
        _check(block.text, say("paragraph {number}", number=number))
    for number, photo in enumerate(page.photos, 1):
        _check(
            f"{photo.name}{photo.caption}{photo.credit}{photo.alt}", say("picture {number}", number=number)
        )
    for name in _FIELDS:
        value = getattr(page, name)
        _check("".join(value) if isinstance(value, tuple) else value, verbatim(name.replace("_", " ")))
    return _with_line_feeds(page)


def line_feeds(text: str) -> str:
    """Return the text with every line end written as one line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


_FIELDS = (
    "key", "language", "source_language", "headline", "source_headline", "section", "outlet", "summary",
    "keywords", "slug", "translators", "reviewers", "authors", "photo_credit", "source_address",
    "approved_by", "notes",
)  # fmt: skip


def _check(text: str, place: Sentence) -> None:
    bad = _UNWRITABLE.search(text)
    if bad is None:
        return
    where = text[max(0, bad.start() - 12) : bad.start()]
    values = {"bad": ord(bad[0]), "place": place}
    remedy = say("Delete it there and write the file again.")
    said = (
        say(
            "There is a character that no file can carry, U+{bad:04X}, in {place} after “{near}”.",
            near=_UNWRITABLE.sub("", where),
            **values,
        )
        if where
        else say(
            "There is a character that no file can carry, U+{bad:04X}, in {place} at the beginning.", **values
        )
    )
    raise FormatError(join([said, remedy]), place=place)


def _with_line_feeds(page: Page) -> Page:
    return replace(
        page,
        headline=line_feeds(page.headline),
        summary=line_feeds(page.summary),
        source_headline=line_feeds(page.source_headline),
        blocks=tuple(PageBlock(block.kind, line_feeds(block.text)) for block in page.blocks),
        photos=tuple(_photo(photo) for photo in page.photos),
        rows=tuple(_row(row) for row in page.rows),
    )


def _photo(photo: PagePhoto) -> PagePhoto:
    return replace(
        photo,
        caption=line_feeds(photo.caption),
        credit=line_feeds(photo.credit),
        alt=line_feeds(photo.alt),
    )


def _row(row: PageRow) -> PageRow:
    if "\r" not in f"{row.source}{row.target}{row.reason}{row.previous_source}":
        return row
    return replace(
        row,
        source=line_feeds(row.source),
        target=line_feeds(row.target),
        reason=line_feeds(row.reason),
        previous_source=line_feeds(row.previous_source),
    )
