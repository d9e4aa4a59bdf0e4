"""The finished page as a Word document: real styles, both fonts, pictures with their captions."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, time

from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph

from workbench.errors import FormatError
from workbench.formats.base import Readback, compared
from workbench.formats.characters import writable
from workbench.formats.docx_styles import new_document, packed
from workbench.formats.page_lines import credit_line, foot_lines, meant, path_of, shown_photos
from workbench.formats.pictures import picture_kind
from workbench.model.kinds import SegmentKind
from workbench.model.page import Page, PagePhoto
from workbench.sentences import say

# Paragraphs are given their style by its identifier: python-docx's look-up by name takes 2 ms each.
_STYLES = {
    SegmentKind.LEAD: "Lead",
    SegmentKind.SUBHEADING: "Heading2",
    SegmentKind.BYLINE: "Byline",
}
_BODY = {None, "Lead", "Heading2", "Byline"}
_WORD_PICTURES = {".png", ".jpg", ".gif", ".bmp", ".tif"}
_WIDEST = Mm(156)


class DocxFormat:
    """Word 2007 and later: no fields, macros, outside links or names of people's computers."""

    key = "docx"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    label = say("Word")

    def write(self, page: Page) -> bytes:
        """Return the document; raises `FormatError` for a picture that Word cannot show."""
        page = writable(page)
        document = new_document(
            language=page.language,
            east_asian=page.source_language,
            title=page.headline,
            written=_written(page),
        )
        _add(document, " > ".join(path_of(page)), "PagePath")
        _add(document, page.headline, "Title")
        _add(document, page.published.isoformat() if page.published else "", "PageDate")
        for number, photo in enumerate(shown_photos(page), 1):
            _add_photo(document, page, photo, number)
        for block in page.blocks:
            add_styled(document, block.text, _STYLES.get(block.kind))
        for line in foot_lines(page):
            _add(document, line, "PageCredits")
        document.core_properties.keywords = ", ".join(page.keywords)[:255]
        document.core_properties.subject = page.summary[:255]
        return packed(document)

    def read_back(self, data: bytes) -> Readback:
        """Read the text of a document this format wrote, by its styles."""
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            document = parse_xml(parts.read("word/document.xml"))
        paragraphs = list(document.body.p_lst)
        return Readback(
            headline="".join(_texts(paragraphs, {"Title"})),
            paragraphs=tuple(_texts(paragraphs, _BODY)),
            section="".join(_texts(paragraphs, {"PagePath"})),
            published="".join(_texts(paragraphs, {"PageDate"})),
            captions=tuple(_captions(paragraphs)),
            foot=tuple(_texts(paragraphs, {"PageCredits"})),
        )

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare part by part."""
        return compared(replace(meant(writable(page)), language=""), self.read_back(data))


def _written(page: Page) -> datetime | None:
    if page.approved_at is not None:
        return page.approved_at
    return datetime.combine(page.published, time(), UTC) if page.published else None


def add_styled(document: Document, text: str, style: str | None) -> Paragraph:
    """Add a paragraph with the style of that identifier (None: Normal) and return it."""
    paragraph = document.add_paragraph(text)
    paragraph._p.style = style  # noqa: SLF001 - see _STYLES
    return paragraph


def _add(document: Document, text: str, style: str) -> None:
    if text:
        add_styled(document, text, style)


def _add_photo(document: Document, page: Page, photo: PagePhoto, number: int) -> None:
    if photo.data:
        _add_picture(add_styled(document, "", "Picture"), photo, number)
    credit = credit_line(page, photo)
    if photo.caption or credit:
        paragraph = add_styled(document, photo.caption, "Caption")
        if credit:
            paragraph.add_run(" " if photo.caption else "")
            paragraph.add_run(credit)._r.style = "PhotoCredit"  # noqa: SLF001 - see _STYLES


def _add_picture(paragraph: Paragraph, photo: PagePhoto, number: int) -> None:
    suffix, media_type = picture_kind(photo)
    name = photo.name or say("picture {number}", number=number)
    if suffix not in _WORD_PICTURES:
        raise FormatError(
            say(
                "Word cannot show {name}, which is {media_type}. Save it as JPEG or PNG and put it into the "
                "article again.",
                name=name,
                media_type=media_type,
            ),
            place=name,
        )
    try:
        shape = paragraph.add_run().add_picture(io.BytesIO(photo.data))
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ArithmeticError,
        LookupError,
        ValueError,
        struct.error,
    ) as error:
        raise FormatError(
            say("The picture {name} is damaged. Put a good copy into the article.", name=name), place=name
        ) from error
    if shape.width > _WIDEST:
        shape.height = Emu(int(shape.height * _WIDEST / shape.width))
        shape.width = _WIDEST
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice takes 3 mm where they are missing
        shape._inline.set(side, "0")  # noqa: SLF001 - see below
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no other way to an alternative text
    properties.set("name", f"Picture {number}")
    properties.set("descr", photo.alt)


def _texts(paragraphs: list[CT_P], styles: set[str | None]) -> list[str]:
    return [each.text for each in paragraphs if each.style in styles]


def _captions(paragraphs: list[CT_P]) -> list[tuple[str, str]]:
    found = []
    for paragraph in paragraphs:
        if paragraph.style != "Caption":
            continue
        credit = "".join(run.text for run in paragraph.r_lst if run.style == "PhotoCredit")
        caption = paragraph.text[: len(paragraph.text) - len(credit)]
        found.append((caption.removesuffix(" ") if credit else caption, credit))
    return found


FORMAT = DocxFormat()
