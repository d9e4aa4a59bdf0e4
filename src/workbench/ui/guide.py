"""The user guide inside the program: pages to read, and a search over all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from workbench.resources import guide_folder
from workbench.ui.tables import framed_list
from workbench.ui.theme import Theme

PAGES = ("index", "start", "translators", "reviewers", "editors", "setup")
MOST_HITS = 60
AROUND = 28
"""Pixels of paper around a page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the guide under one heading: its page, the heading, and its words without marks."""

    page: str
    heading: str
    words: str


def read_sections(folder: Path) -> list[Section]:
    """Return the guide in sections, in reading order."""
    found = []
    for page in PAGES:
        for part in re.split(r"^(?=#{1,3} )", (folder / f"{page}.md").read_text("utf-8"), flags=re.MULTILINE):
            heading, _, body = part.partition("\n")
            if heading.strip():
                words = " ".join(
                    re.sub(r"!?\[([^\]]*)\]\([^)]*\)|[*`|#>]|^-+$", r"\1", body, flags=re.MULTILINE).split()
                )
                found.append(Section(page, heading.lstrip("# ").strip(), words))
    return found


def search(sections: list[Section], wanted: str) -> list[Section]:
    """Return the sections that have all the words, those with one in the heading first."""
    words = wanted.casefold().split()

    def has(text: str) -> bool:
        return all(word in text.casefold() for word in words)

    hits = [section for section in sections if has(f"{section.heading} {section.words}")]
    return sorted(hits, key=lambda section: not has(section.heading))[:MOST_HITS] if words else []


def set_apart(document: QTextDocument) -> None:
    """Give the paragraphs of a page room to be read in: Qt sets Markdown solid."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        is_heading = shape.headingLevel() > 0
        shape.setLineHeight(
            100 if is_heading else 145, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        shape.setTopMargin(18 if is_heading and block.position() else 0)
        shape.setBottomMargin(10 if block.textList() is None else 4)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        block = block.next()
    cursor.endEditBlock()


class GuidePage(QTextBrowser):
    """Shows a page; its pictures are as wide as the page at most, and stay sharp."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture in the size in which it finds room."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value or not isinstance(found, QByteArray):
            return found
        image = QImage.fromData(found)
        room = self.viewport().width() - 2 * AROUND
        if image.width() > room > 0:
            image.setDevicePixelRatio(image.width() / room)
        return image


class Guide(QDialog):
    """Pages at the left, the page read at the right, a search above both."""

    def __init__(self, parent: QWidget | None, theme: Theme, language: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("User guide"))
        self.resize(980, 720)
        self._folder = guide_folder(language)
        self._sections = read_sections(self._folder)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search the guide"))
        self._search.setAccessibleName(self.tr("Search the guide"))
        self._search.setClearButtonEnabled(True)
        self._list = framed_list(self.tr("Pages of the guide"))
        self._page = GuidePage()
        self._page.setAccessibleName(self.tr("The page"))
        self._page.setOpenLinks(False)
        self._page.document().setDocumentMargin(AROUND)
        self._page.setProperty("role", "field")
        self._lay_out()
        self._search.textChanged.connect(self._show_list)
        self._list.currentItemChanged.connect(self._show_chosen)
        self._page.anchorClicked.connect(self._go)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)
        self._show_list("")

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self._list)
        halves.addWidget(self._page)
        halves.setSizes([260, 720])
        halves.setChildrenCollapsible(False)
        above = QHBoxLayout()
        above.addWidget(self._search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addWidget(halves, 1)

    def _show_list(self, wanted: str) -> None:
        """List the pages, or the sections that have what is searched for."""
        self._list.clear()
        titles = {section.page: section.heading for section in reversed(self._sections)}
        if not wanted.strip():
            for page in PAGES:
                self._list.addItem(self._item(titles[page], page, ""))
        for section in search(self._sections, wanted):
            where = titles[section.page]
            label = section.heading if section.heading == where else f"{section.heading}\n{where}"
            self._list.addItem(self._item(label, section.page, section.heading))
        if self._list.count():
            self._list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(self.tr("Nothing found"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)

    def _item(self, label: str, page: str, heading: str) -> QListWidgetItem:
        item = QListWidgetItem(label)
        item.setData(Qt.ItemDataRole.UserRole, (page, heading))
        return item

    def _show_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self.show_page(*item.data(Qt.ItemDataRole.UserRole))

    def show_page(self, page: str, heading: str = "") -> None:
        """Show a page from its beginning, or from a heading on."""
        self._page.setSearchPaths([str(self._folder)])
        self._page.setMarkdown((self._folder / f"{page}.md").read_text("utf-8"))
        set_apart(self._page.document())
        self._page.moveCursor(QTextCursor.MoveOperation.Start)
        if heading:
            self._page.find(heading)
            cursor = self._page.textCursor()
            cursor.clearSelection()
            self._page.setTextCursor(cursor)

    def _go(self, address: QUrl) -> None:
        """Follow a link of the guide to another page; one to the web opens in the browser."""
        page = address.path().removesuffix(".md")
        if address.scheme() in {"http", "https"}:
            QDesktopServices.openUrl(address)
        elif page in PAGES:
            self._search.clear()
            self._list.setCurrentRow(PAGES.index(page))
