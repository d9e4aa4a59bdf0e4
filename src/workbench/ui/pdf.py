"""The finished page as PDF: Qt lays it out, the text layer is the article as it was typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QPagedPaintDevice

from workbench.formats.base import Readback
from workbench.formats.characters import writable
from workbench.formats.page_lines import credit_line, foot_lines, is_right_to_left, path_of, shown_photos
from workbench.formats.registry import register
from workbench.formats.text_out import page_parts
from workbench.model.kinds import SegmentKind
from workbench.model.page import Page
from workbench.ui.fonts import load_fonts
from workbench.ui.paper import MUTED, Column, ensure_application, make_document, make_writer, paint
from workbench.ui.pdf_text import pdf_text, with_named_blanks

# Dates and the random identifier Qt writes; replaced by the page's own, in the same length.
_DATES = re.compile(rb"\(D:\d{14}")
_XMP_DATES = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_TRAILER = re.compile(rb"/ID \[[^\]]*\]")
_IDENTIFIER = re.compile(rb"uuid:[0-9a-f-]{36}")


class PdfFormat:
    """A4 with the bundled fonts inside; no page numbers, so that copied text is the article alone."""

    key = "pdf"
    suffix = ".pdf"
    media_type = "application/pdf"
    label = "PDF"

    def write(self, page: Page) -> bytes:
        """Return the page as PDF; starts Qt without a screen where no window runs."""
        page = writable(page)
        ensure_application()
        load_fonts()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = make_writer(buffer, title=page.headline, author=", ".join(page.authors))
        draw_page(page, writer)
        buffer.close()
        return with_named_blanks(_dated(bytes(buffer.data().data()), page), "".join(page_parts(page)))

    def read_back(self, data: bytes) -> Readback:
        """Return the text layer as one paragraph: a PDF keeps glyphs, not paragraphs."""
        return Readback(headline="", paragraphs=(pdf_text(data),))

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare the text layer with the text of the page, white space aside."""
        wanted = "".join("".join(page_parts(writable(page))).split())
        found = "".join(pdf_text(data).split())
        if is_right_to_left(page.language):  # glyphs stand in the order they are seen
            wanted, found = "".join(sorted(wanted)), "".join(sorted(found))
        if wanted == found:
            return []
        place = next((i for i, pair in enumerate(zip(wanted, found, strict=False)) if pair[0] != pair[1]), 0)
        return [
            f"The text of the PDF differs at “{wanted[place : place + 30]}”: “{found[place : place + 30]}”."
        ]


def register_pdf() -> None:
    """Make PDF known to the registry of formats."""
    register(PdfFormat())


def draw_page(page: Page, device: QPagedPaintDevice) -> None:
    """Draw the finished page on a device, a file or a printer's paper, as it goes out as PDF."""
    document = make_document(page.language, device)
    into = Column(document, page.language, device)
    into.add(" > ".join(path_of(page)), points=9, color=MUTED, after=10)
    into.add(page.headline, points=19, weight=QFont.Weight.Bold, after=6)
    into.add(page.published.isoformat() if page.published else "", points=10, color=MUTED, after=12)
    for number, photo in enumerate(shown_photos(page)):
        into.add_picture(photo, f"picture-{number}")
        caption = " ".join(filter(None, (photo.caption, credit_line(page, photo))))
        into.add(
            caption,
            points=9.5,
            color=MUTED,
            after=12,
            is_italic=not page.language.startswith(("zh", "ja", "ko")),
        )
    for block in page.blocks:
        is_heading = block.kind is SegmentKind.SUBHEADING
        weight = QFont.Weight.Bold if is_heading or block.kind is SegmentKind.LEAD else QFont.Weight.Normal
        into.add(block.text, points=13 if is_heading else 11, weight=weight, after=8)
    for index, line in enumerate(foot_lines(page)):
        into.add(line, points=9.5, color=MUTED, before=0 if index else 14, after=2)
    paint(document, device)


def _dated(data: bytes, page: Page) -> bytes:
    day = page.published.strftime("%Y%m%d") if page.published else "20000101"
    data = _DATES.sub(f"(D:{day}000000".encode(), data)
    data = _XMP_DATES.sub(f"{day[:4]}-{day[4:6]}-{day[6:]}T00:00:00".encode(), data)
    data = _TRAILER.sub(lambda found: re.sub(rb"[0-9A-Fa-f](?=[^\[]*\])", b"0", found[0]), data)
    return _IDENTIFIER.sub(b"uuid:00000000-0000-4000-8000-000000000000", data)
