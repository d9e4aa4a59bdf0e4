"""The finished page as a Word document: real styles, both fonts, pictures with their captions."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from datetime import UTC, datetime, time

import docx
from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
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

_STYLES = {
    SegmentKind.LEAD: "Lead",
    SegmentKind.SUBHEADING: "Heading 2",
    SegmentKind.BYLINE: "Byline",
}
_BODY = {"Normal", "Lead", "Heading 2", "Byline"}
_WORD_PICTURES = {".png", ".jpg", ".gif", ".bmp", ".tif"}
_WIDEST = Mm(156)


class DocxFormat:
    """Word 2007 and later: no fields, macros, outside links or names of people's computers."""

    key = "docx"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    label = "Word"

    def write(self, page: Page) -> bytes:
        """Return the document; raises `FormatError` for a picture that Word cannot show."""
        page = writable(page)
        document = new_document(
            language=page.language,
            east_asian=page.source_language,
            title=page.headline,
            written=_written(page),
        )
        _add(document, " > ".join(path_of(page)), "Page Path")
        _add(document, page.headline, "Title")
        _add(document, page.published.isoformat() if page.published else "", "Page Date")
        for number, photo in enumerate(shown_photos(page), 1):
            _add_photo(document, page, photo, number)
        for block in page.blocks:
            document.add_paragraph(block.text, style=_STYLES.get(block.kind, "Normal"))
        for line in foot_lines(page):
            _add(document, line, "Page Credits")
        document.core_properties.keywords = ", ".join(page.keywords)[:255]
        document.core_properties.subject = page.summary[:255]
        return packed(document)

    def read_back(self, data: bytes) -> Readback:
        """Read a document this format wrote, by its styles."""
        document = docx.Document(io.BytesIO(data))
        return Readback(
            headline="".join(_texts(document, {"Title"})),
            paragraphs=tuple(_texts(document, _BODY)),
            section="".join(_texts(document, {"Page Path"})),
            published="".join(_texts(document, {"Page Date"})),
            captions=tuple(_captions(document)),
            foot=tuple(_texts(document, {"Page Credits"})),
        )

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare part by part."""
        return compared(replace(meant(writable(page)), language=""), self.read_back(data))


def _written(page: Page) -> datetime | None:
    if page.approved_at is not None:
        return page.approved_at
    return datetime.combine(page.published, time(), UTC) if page.published else None


def _add(document: Document, text: str, style: str) -> None:
    if text:
        document.add_paragraph(text, style=style)


def _add_photo(document: Document, page: Page, photo: PagePhoto, number: int) -> None:
    if photo.data:
        _add_picture(document.add_paragraph(style="Picture"), photo, number)
    credit = credit_line(page, photo)
    if photo.caption or credit:
        paragraph = document.add_paragraph(photo.caption, style="Caption")
        if credit:
            paragraph.add_run(" " if photo.caption else "")
            paragraph.add_run(credit, style="Photo Credit")


def _add_picture(paragraph: Paragraph, photo: PagePhoto, number: int) -> None:
    suffix, media_type = picture_kind(photo)
    name = photo.name or f"picture {number}"
    if suffix not in _WORD_PICTURES:
        raise FormatError(
            f"Word cannot show {name}, which is {media_type}. Save it as JPEG or PNG and put it into the "
            "article again.",
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
            f"The picture {name} is damaged. Put a good copy into the article.", place=name
        ) from error
    if shape.width > _WIDEST:
        shape.height = Emu(int(shape.height * _WIDEST / shape.width))
        shape.width = _WIDEST
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no other way to an alternative text
    properties.set("name", f"Picture {number}")
    properties.set("descr", photo.alt)


def _texts(document: Document, styles: set[str]) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name in styles]


def _captions(document: Document) -> list[tuple[str, str]]:
    found = []
    for paragraph in document.paragraphs:
        if paragraph.style is None or paragraph.style.name != "Caption":
            continue
        credit = "".join(run.text for run in paragraph.runs if run.style.name == "Photo Credit")
        caption = paragraph.text[: len(paragraph.text) - len(credit)]
        found.append((caption.removesuffix(" ") if credit else caption, credit))
    return found


FORMAT = DocxFormat()
