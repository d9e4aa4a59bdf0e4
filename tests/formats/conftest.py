"""Pages for the tests of formats: the sample as published, and one with everything a page can have."""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.formats.browser import Browser

from workbench.model.kinds import SegmentKind, State
from workbench.model.page import Correction, Page, PageBlock, PagePhoto, PageRow, RowComment, Sister

HEADLINE = "Governor Xu Chairs Meeting on International Friendship City Work"
CAPTION = "Xu Dazhe, Hunan governor, chairs a meeting on friendship city work."
PARAGRAPHS = (
    (
        "On April 2, Xu Dazhe, deputy secretary of the CPC Hunan Provincial Committee and Hunan governor, "
        "chaired a meeting to discuss friendship city work."
    ),
    (
        "We should participate in the national “Belt and Road” Initiative, to make contribution to the "
        "building of a community with a shared future for humanity."
    ),
)


def picture(width: int = 4, height: int = 3) -> bytes:
    """Return a small real PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([160, 50, 42]) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _row(number: int, source: str, target: str, state: State, **more) -> PageRow:
    sources = (source,) if source else ()
    return PageRow(f"t{number}", number, more.pop("kind", SegmentKind.BODY), more.pop("paragraph", number), sources,
                   source, target, state, **more)  # fmt: skip


@pytest.fixture
def page() -> Page:
    """Return the sample page as it is published: no photo file, no Chinese source."""
    return Page(
        key="a1b2c3",
        language="en",
        source_language="zh",
        headline=HEADLINE,
        source_headline="许达哲主持召开国际友城工作专题会议",
        section="Home > Photo News",
        published=date(2020, 4, 3),
        outlet="Hunan Provincial Government",
        blocks=tuple(PageBlock(SegmentKind.BODY, text) for text in PARAGRAPHS),
        photos=(PagePhoto("", "", b"", CAPTION, "", ""),),
        translators=("Translator A",),
        digest="d" * 64,
        rows=(
            _row(
                1, "许达哲主持召开国际友城工作专题会议", HEADLINE, State.REVIEWED, kind=SegmentKind.HEADLINE
            ),
            _row(2, "4月2日，许达哲主持召开会议。", PARAGRAPHS[0], State.REVIEWED, opens_paragraph=True),
            _row(3, "要积极参与“一带一路”建设。", PARAGRAPHS[1], State.REVIEWED, opens_paragraph=True),
        ),
    )


@pytest.fixture
def full_page(page: Page) -> Page:
    """Return a page with every field filled and every character that markup stumbles over."""
    at = datetime(2020, 4, 3, 3, 5, tzinfo=UTC)
    nasty = "R&D <b>“bold”</b> & 'quotes' </script> 5 < 6 &amp; {{ page }} {% raw %} %s \\n --- # * _ [x](y)"
    return replace(
        page,
        headline="R&D: <Hunan> & “the World” — 100%",
        summary='A summary with "quotes", <tags> & more.',
        keywords=("friendship cities", "R&D", "a, b"),
        slug="friendship-cities",
        blocks=(
            PageBlock(SegmentKind.LEAD, "A lead.  Two spaces, then\na second line."),
            PageBlock(SegmentKind.BODY, nasty),
            PageBlock(SegmentKind.SUBHEADING, "What comes next: a subheading"),
            PageBlock(SegmentKind.BODY, "镕 喆 堃 한국어 日本語 é ñ 😀 2 × 3 ≤ 7 ‘single’ … end"),
            PageBlock(SegmentKind.BYLINE, "Reported by Author B"),
        ),
        photos=(
            PagePhoto("one.png", "image/png", picture(), CAPTION, "Photographer C", "People at a <table>"),
            PagePhoto("two.png", "image/png", picture(5, 5), "Second & last", "", ""),
        ),
        translators=("Translator A", "Translator D"),
        reviewers=("Reviewer E",),
        authors=("Author B",),
        photo_credit="Agency & Co",
        source_address="https://www.hunan.gov.cn/news/1?a=1&b=2",
        version=2,
        sisters=(Sister("fr", "https://example.org/fr.html"), Sister("ko", "ko.html")),
        corrections=(Correction(date(2020, 4, 5), "The date of the meeting was put right."),),
        approved_by="Reviewer E",
        approved_at=at,
        notes=("Approved by its own translator.",),
        rows=(
            _row(1, "研发 <b>&amp;", "R&D: <Hunan> & “the World” — 100%", State.REVIEWED, kind=SegmentKind.HEADLINE,
                 paragraph=0, comments=(RowComment("Reviewer E", at, "Is <100%> right?\nPlease check & answer."),
                                        RowComment("Translator A", at, "Yes: ]]> and --> stay.", True))),
            _row(2, "第一句。", "A lead.  Two spaces, then\na second line.", State.TRANSLATED, kind=SegmentKind.LEAD,
                 opens_paragraph=True, origin="typed", confirmed_by="Translator A"),
            _row(3, "第二句。", nasty, State.TRANSLATED, is_returned=True, reason="Tone: too literal",
                 previous_source="旧的第二句。"),
            _row(4, "第三句。", "", State.INITIAL),
            _row(5, "第四句。", "A draft of the fourth sentence", State.INITIAL, origin="engine"),
            _row(6, "（完）", "", State.TRANSLATED, is_omitted=True, reason="an end mark is not translated"),
            _row(7, "", "Changsha is the capital of Hunan.", State.REVIEWED, is_added=True, reason="background"),
            replace(_row(8, "甲。乙。", "A and B.", State.FINAL), sources=("甲。", "乙。")),
            _row(9, "同一句。", "The same.", State.REVIEWED),
            _row(10, "同一句。", "The same again.", State.REVIEWED),
        ),
    )  # fmt: skip


@pytest.fixture
def browse() -> Iterator[Browser]:
    """Give a browser; called with a page it returns the tree after loading."""
    browser = Browser()
    yield browser
    shutil.rmtree(browser.folder, ignore_errors=True)
