"""The finished page as PDF: Qt lays it out, the text layer is the article as it was typed."""

from __future__ import annotations

import os
import re

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from workbench.errors import FormatError
from workbench.formats.base import Readback
from workbench.formats.characters import writable
from workbench.formats.page_lines import credit_line, foot_lines, is_right_to_left, path_of, shown_photos
from workbench.formats.registry import register
from workbench.formats.text_out import page_parts
from workbench.model.kinds import SegmentKind
from workbench.model.page import Page, PagePhoto
from workbench.sentences import say
from workbench.ui.fonts import article_font, line_height, load_fonts
from workbench.ui.pdf_text import pdf_text, with_named_blanks

_RESOLUTION = 600
_MARGIN_MM = 25.0
# Qt lays margins and pictures out in this resolution and scales them to the device's.
_QT_DPI = 96
# Localised forms of digits in the Chinese fonts have no character, so they would copy as nothing.
_LOCALISED = QFont.Tag("locl")
_INK, _MUTED = QColor("#23211d"), QColor("#5e594f")
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
        _ensure_application()
        load_fonts()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = _writer(buffer, page)
        document = _document(page, writer)
        _paint(document, writer)
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


def _ensure_application() -> None:
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _OWN_APPLICATION.append(QGuiApplication(["workbench"]))


_OWN_APPLICATION: list[QGuiApplication] = []


def _writer(buffer: QBuffer, page: Page) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(page.headline)
    writer.setAuthor(", ".join(page.authors))
    writer.setCreator("Translation Workbench")
    return writer


def _document(page: Page, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(_font(page.language, 11))
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    into = _Column(document, page.language, writer)
    into.add(" > ".join(path_of(page)), points=9, color=_MUTED, after=10)
    into.add(page.headline, points=19, weight=QFont.Weight.Bold, after=6)
    into.add(page.published.isoformat() if page.published else "", points=10, color=_MUTED, after=12)
    for number, photo in enumerate(shown_photos(page)):
        into.add_picture(photo, f"picture-{number}")
        caption = " ".join(filter(None, (photo.caption, credit_line(page, photo))))
        into.add(
            caption,
            points=9.5,
            color=_MUTED,
            after=12,
            is_italic=not page.language.startswith(("zh", "ja", "ko")),
        )
    for block in page.blocks:
        is_heading = block.kind is SegmentKind.SUBHEADING
        weight = QFont.Weight.Bold if is_heading or block.kind is SegmentKind.LEAD else QFont.Weight.Normal
        into.add(block.text, points=13 if is_heading else 11, weight=weight, after=8)
    for index, line in enumerate(foot_lines(page)):
        into.add(line, points=9.5, color=_MUTED, before=0 if index else 14, after=2)
    return document


class _Column:
    """Paragraphs one under the other; sizes in points, whatever the device's resolution."""

    def __init__(self, document: QTextDocument, language: str, writer: QPdfWriter) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._language = language
        self._width = writer.width() * _QT_DPI / writer.resolution()
        self._is_empty = True

    def add(
        self,
        text: str,
        *,
        points: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        color: QColor = _INK,
        before: float = 0,
        after: float = 0,
        is_italic: bool = False,
    ) -> None:
        """Add a paragraph; line feeds in it become line breaks."""
        if not text:
            return
        characters = QTextCharFormat()
        font = _font(self._language, points)
        font.setWeight(weight)
        font.setItalic(is_italic)
        characters.setFont(font)
        characters.setForeground(color)
        self._begin(before, after, is_tight=points > 12)
        self._cursor.insertText(text.replace("\n", "\u2028"), characters)

    def add_picture(self, photo: PagePhoto, name: str) -> None:
        """Add a picture, no wider than the column; raises `FormatError` for one Qt cannot read."""
        if not photo.data:
            return
        image = QImage.fromData(photo.data)
        if image.isNull():
            raise FormatError(
                say(
                    "The picture {name} cannot be read. Put a good copy into the article.",
                    name=photo.name or name,
                ),
                place=photo.name,
            )
        self._begin(0, 4, is_tight=True)
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
        form = QTextImageFormat()
        form.setName(name)
        width = min(image.width(), self._width)
        form.setWidth(width)
        form.setHeight(width * image.height() / max(1, image.width()))
        self._cursor.insertImage(form)
        self._cursor.setPosition(self._document.characterCount() - 1)

    def _begin(self, before: float, after: float, *, is_tight: bool) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(before * _QT_DPI / 72)
        form.setBottomMargin(after * _QT_DPI / 72)
        if not is_tight:
            height = line_height(self._language) * 0.72 * 100
            form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._is_empty:
            self._cursor.setBlockFormat(form)
            self._is_empty = False
        else:
            self._cursor.insertBlock(form)


def _font(language: str, points: float) -> QFont:
    font = article_font(language)
    font.setPointSizeF(points)
    font.setFeature(_LOCALISED, 0)
    return font


def _paint(document: QTextDocument, writer: QPdfWriter) -> None:
    """Draw line by line: drawing page-wise repeats the lines around a break in the text layer."""
    document.pageCount()  # lays everything out
    painter = QPainter(writer)
    height, page = writer.height(), 0
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            while layout.position().y() + line.y() + line.height() / 2 >= (page + 1) * height:
                writer.newPage()
                page += 1
            line.draw(painter, layout.position() - QPointF(0, page * height))
        block = block.next()
    painter.end()


def _dated(data: bytes, page: Page) -> bytes:
    day = page.published.strftime("%Y%m%d") if page.published else "20000101"
    data = _DATES.sub(f"(D:{day}000000".encode(), data)
    data = _XMP_DATES.sub(f"{day[:4]}-{day[4:6]}-{day[6:]}T00:00:00".encode(), data)
    data = _TRAILER.sub(lambda found: re.sub(rb"[0-9A-Fa-f](?=[^\[]*\])", b"0", found[0]), data)
    return _IDENTIFIER.sub(b"uuid:00000000-0000-4000-8000-000000000000", data)
