"""docs/formats.md says what each format carries and loses; this test measures it and keeps the tables true.

Run with UPDATE_DOCS=1 to write the tables anew.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbench.formats.base import ExchangeFormat
from workbench.formats.reading import read_bytes
from workbench.formats.registry import format_for, format_keys
from workbench.model.incoming import Incoming
from workbench.model.kinds import SegmentKind
from workbench.model.page import Correction, PageBlock, Sister
from workbench.ui.pdf import PdfFormat
from workbench.ui.pdf_text import pdf_text

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"
PROBE = "Quokka7"
DAY = date(1987, 6, 5)

PAGE_FACTS = {
    "language": (lambda page: replace(page, language="pt"), "pt"),
    "headline": (
        lambda page: replace(page, headline=PROBE, rows=(replace(page.rows[0], target=PROBE),)),
        PROBE,
    ),
    "original's headline": (lambda page: replace(page, source_headline=PROBE), PROBE),
    "section path": (lambda page: replace(page, section=f"Home > {PROBE}"), PROBE),
    "date": (lambda page: replace(page, published=DAY), "1987-06-05"),
    "outlet": (lambda page: replace(page, outlet=PROBE), PROBE),
    "summary": (lambda page: replace(page, summary=PROBE), PROBE),
    "keywords": (lambda page: replace(page, keywords=(PROBE,)), PROBE),
    "text in paragraphs": (lambda page: replace(page, blocks=(PageBlock(SegmentKind.BODY, PROBE),)), PROBE),
    "caption": (lambda page: replace(page, photos=(replace(page.photos[0], caption=PROBE),)), PROBE),
    "photo credit": (lambda page: replace(page, photos=(replace(page.photos[0], credit=PROBE),)), PROBE),
    "alternative text": (lambda page: replace(page, photos=(replace(page.photos[0], alt=PROBE),)), PROBE),
    "translators": (lambda page: replace(page, translators=(PROBE,)), PROBE),
    "reviewers": (lambda page: replace(page, reviewers=(PROBE,)), PROBE),
    "authors": (lambda page: replace(page, authors=(PROBE,)), PROBE),
    "address of the original": (
        lambda page: replace(page, source_address=f"https://{PROBE}.example/"),
        PROBE,
    ),
    "approval digest": (lambda page: replace(page, digest=PROBE), PROBE),
    "own address": (lambda page: replace(page, address=f"https://{PROBE}.example/"), PROBE),
    "sister pages": (lambda page: replace(page, sisters=(Sister("fr", f"https://{PROBE}.example/"),)), PROBE),
    "corrections": (lambda page: replace(page, corrections=(Correction(DAY, PROBE),)), PROBE),
    "notes": (lambda page: replace(page, notes=(PROBE,)), PROBE),
}
ROW_FACTS = (
    "key", "source", "target", "state", "is_returned", "is_omitted", "is_added", "reason", "kind", "opens_paragraph",
    "comments", "previous_source", "number",
)  # fmt: skip
ROW_NAMES = {
    "is_returned": "returned by the reviewer",
    "is_omitted": "left out on purpose",
    "is_added": "added on purpose",
    "opens_paragraph": "paragraph breaks",
    "comments": "comments (person, time, words, resolved)",
    "previous_source": "previous source",
}


PROBED = "The Quokka7 Council met in Changsha on Friday."
READ = {
    "headline": (PAGE_FACTS["headline"][0], lambda read: PROBE in read.headline),
    "section path": (PAGE_FACTS["section path"][0], lambda read: PROBE in read.section),
    "date": (PAGE_FACTS["date"][0], lambda read: read.published == DAY),
    "outlet": (PAGE_FACTS["outlet"][0], lambda read: read.outlet == PROBE),
    "text in paragraphs": (
        lambda page: replace(page, blocks=(*page.blocks, PageBlock(SegmentKind.BODY, PROBED))),
        lambda read: PROBED in _blocks(read, SegmentKind.BODY),
    ),
    "subheadings": (
        lambda page: replace(
            page, blocks=(page.blocks[0], PageBlock(SegmentKind.SUBHEADING, PROBE), *page.blocks[1:])
        ),
        lambda read: PROBE in _blocks(read, SegmentKind.SUBHEADING),
    ),
    "caption": (
        lambda page: replace(page, photos=(replace(page.photos[0], caption=PROBED),)),
        lambda read: PROBED in _blocks(read, SegmentKind.CAPTION),
    ),
    "photo credit": (
        PAGE_FACTS["photo credit"][0],
        lambda read: PROBE in read.photo_credit,
    ),
    "alternative text": (
        lambda page: replace(page, photos=(replace(page.photos[0], alt=PROBED),)),
        lambda read: PROBED in _blocks(read, SegmentKind.ALT),
    ),
    "translators": (PAGE_FACTS["translators"][0], lambda read: read.translator == PROBE),
    "address of the original": (
        PAGE_FACTS["address of the original"][0],
        lambda read: read.source_address == f"https://{PROBE}.example",
    ),
    "summary": (PAGE_FACTS["summary"][0], lambda read: PROBE in _blocks(read, SegmentKind.SUMMARY)),
}
"""What is put into a page, and how it is known when the written file is imported."""


def _blocks(read: Incoming, kind: SegmentKind) -> list[str]:
    return [block.text for block in read.blocks if block.kind is kind]


def _formats():
    shipped = [format_for(key) for key in format_keys() if key != "pdf"]
    return [*shipped, PdfFormat()]


def _content(format_, data: bytes) -> str:
    if format_.key == "pdf":
        return pdf_text(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return data.decode()


def _page_table(page) -> list[str]:
    formats = _formats()
    lines = [f"| | {' | '.join(each.key for each in formats)} |", f"| --- |{' --- |' * len(formats)}"]
    for name, (change, probe) in PAGE_FACTS.items():
        marks = []
        for each in formats:
            before, after = _content(each, each.write(page)), _content(each, each.write(change(page)))
            marks.append("yes" if after.count(probe) > before.count(probe) else "no")
        lines.append(f"| {name} | {' | '.join(marks)} |")
    marks = ["beside" if getattr(each, "links_pictures", False) else _inside(each, page) for each in formats]
    return [*lines, f"| pictures | {' | '.join(marks)} |"]


def _inside(format_, page) -> str:
    data = format_.write(page)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "inside" if any("/media/" in name for name in archive.namelist()) else "no"
    return "inside" if b"/Subtype /Image" in data else "no"


def _row_table(page) -> list[str]:
    formats = [each for each in _formats() if isinstance(each, ExchangeFormat)]
    lines = [f"| | {' | '.join(each.key for each in formats)} |", f"| --- |{' --- |' * len(formats)}"]
    rows = {each.key: each.read_rows(each.write(page)) for each in formats}
    for name in ROW_FACTS:
        sent = [getattr(row, name) for row in page.rows]
        marks = [
            "yes" if [getattr(row, name) for row in rows[each.key]] == sent else "no" for each in formats
        ]
        lines.append(f"| {ROW_NAMES.get(name, name)} | {' | '.join(marks)} |")
    return lines


def _import_table(page) -> list[str]:
    """Import what was written, as an article that came from elsewhere."""
    formats = [format_for(key) for key in ("html", "docx", "txt")]
    lines = [f"| | {' | '.join(each.key for each in formats)} |", f"| --- |{' --- |' * len(formats)}"]
    for name, (change, is_there) in READ.items():
        changed = change(page)
        marks = [
            "yes" if is_there(read_bytes(each.write(changed), f"page{each.suffix}")) else "no"
            for each in formats
        ]
        lines.append(f"| {name} | {' | '.join(marks)} |")
    return lines


def _between(text: str, name: str) -> str:
    return text.split(f"<!-- {name} -->\n")[1].split(f"\n<!-- end of {name} -->", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("name", "table"), [("pages", _page_table), ("rows", _row_table), ("imports", _import_table)]
)
def test_the_tables_of_the_document_are_what_the_formats_do(name, table, full_page, qapp):
    wanted = "\n".join(table(full_page))
    text = DOCS.read_text("utf-8")
    if os.environ.get("UPDATE_DOCS"):
        DOCS.write_text(text.replace(_between(text, name), wanted), "utf-8")
        return
    assert _between(text, name) == wanted


def test_every_key_of_the_json_is_described(full_page):
    text = DOCS.read_text("utf-8")
    content = json.loads(format_for("json").write(full_page))
    keys = {
        *content,
        *(key for row in content["rows"] for key in row),
        *content["edition"],
        *content["photos"][0],
    }
    assert sorted(key for key in keys if f"`{key}`" not in text) == []


def test_every_format_is_described():
    text = DOCS.read_text("utf-8")
    assert [
        each.key for each in _formats() if f"**{each.label}** (`{each.key}`, `{each.suffix}`)" not in text
    ] == []
