"""Paper: an A4 PDF with the bundled fonts, paragraphs one under the other, drawn so that its text copies well."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QMarginsF, QPointF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextOption,
)

from workbench.errors import FormatError
from workbench.model.page import PagePhoto
from workbench.sentences import say
from workbench.ui.fonts import article_font, line_height

_RESOLUTION = 600
_MARGIN_MM = 25.0
# Qt lays margins and pictures out in this resolution and scales them to the device's.
_QT_DPI = 96
# Localised forms of digits in the Chinese fonts have no character, so they would copy as nothing.
_LOCALISED = QFont.Tag("locl")
INK, MUTED = QColor("#23211d"), QColor("#5e594f")


def ensure_application() -> None:
    """Start Qt without a screen where no window runs."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _OWN_APPLICATION.append(QGuiApplication(["workbench"]))


_OWN_APPLICATION: list[QGuiApplication] = []


def make_writer(buffer: QBuffer, *, title: str, author: str = "") -> QPdfWriter:
    """Return what writes an A4 PDF into a buffer."""
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    set_page(writer)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator("Translation Workbench")
    return writer


def set_page(device: QPagedPaintDevice) -> None:
    """Give a device our paper and its margins."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def make_document(language: str, device: QPagedPaintDevice) -> QTextDocument:
    """Return an empty document of the width and height of a device's page."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(print_font(language, 11))
    document.setPageSize(QSizeF(device.width(), device.height()))
    return document


class Column:
    """Paragraphs one under the other; sizes in points, whatever the device's resolution."""

    def __init__(self, document: QTextDocument, language: str, device: QPagedPaintDevice) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._language = language
        self._width = device.width() * _QT_DPI / device.logicalDpiX()
        self._is_empty = True

    def add(
        self,
        text: str,
        *,
        points: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        color: QColor = INK,
        before: float = 0,
        after: float = 0,
        is_italic: bool = False,
        tabs: Sequence[float] = (),
    ) -> None:
        """Add a paragraph; line feeds in it become line breaks, `tabs` are the places of its columns in points.

        What does not fit beside the last tab hangs below it.
        """
        if not text:
            return
        characters = QTextCharFormat()
        font = print_font(self._language, points)
        font.setWeight(weight)
        font.setItalic(is_italic)
        characters.setFont(font)
        characters.setForeground(color)
        self._begin(before, after, is_tight=points > 12, tabs=[place * _QT_DPI / 72 for place in tabs])
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

    def _begin(self, before: float, after: float, *, is_tight: bool, tabs: Sequence[float] = ()) -> None:
        form = QTextBlockFormat()
        if tabs:
            form.setTabPositions([QTextOption.Tab(place, QTextOption.TabType.LeftTab) for place in tabs])
            form.setLeftMargin(tabs[-1])
            form.setTextIndent(-tabs[-1])
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


def print_font(language: str, points: float) -> QFont:
    """Return the font of printed text in a language."""
    font = article_font(language)
    font.setPointSizeF(points)
    font.setFeature(_LOCALISED, 0)
    return font


def paint(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Draw line by line: drawing page-wise repeats the lines around a break in the text layer."""
    document.pageCount()  # lays everything out
    painter = QPainter(device)
    height, page = device.height(), 0
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            while layout.position().y() + line.y() + line.height() / 2 >= (page + 1) * height:
                device.newPage()
                page += 1
            line.draw(painter, layout.position() - QPointF(0, page * height))
        block = block.next()
    painter.end()
