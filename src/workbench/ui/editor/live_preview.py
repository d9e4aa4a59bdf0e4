"""The finished page beside the rows: it follows the active row, and a click on its text goes to the row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from workbench.formats.plain_elements import HEADLINE
from workbench.model.kinds import SegmentKind
from workbench.model.page import Page, PageRow
from workbench.ui.publish.preview import Preview, anchored, page_markup
from workbench.ui.theme import Theme
from workbench.ui.tokens import LIGHT

PAUSE_MS = 300
"""After a save the page is drawn again when nothing else was saved for so long."""
MOST = 240
"""Paragraphs drawn at once; of a longer article those around the active row."""


class LivePreview(QWidget):
    """Shows a page; `wanted` asks for it anew, `rowChosen` carries the target whose text was clicked."""

    wanted = Signal()
    rowChosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place")
        self.sheet = Preview(theme)
        self.browser = self.sheet.browser
        theme.changed.connect(self._point_out)  # behind the sheet, which has drawn the page anew by then
        self.browser.anchorClicked.connect(self._on_clicked)
        flags = self.browser.textInteractionFlags()  # every row is a link: Tab would never come to an end
        self.browser.setTextInteractionFlags(flags & ~Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self._page: Page | None = None
        self._active = 0
        self._places: dict[int, tuple[int, int]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.addWidget(self.sheet)
        self.setMinimumWidth(320)
        self._name()
        self.hide()

    def ask_soon(self) -> None:
        """The article changed: draw it again after a pause, while it is looked at."""
        if self.isVisible():
            self._timer.start()

    def follow(self, target_id: int) -> None:
        """Show where the text of a row stands."""
        self._active = target_id
        if self._page is not None and self.isVisible():
            if target_id not in self._places and len(self._page.blocks) > MOST:
                self._draw()
            self._point_out()

    def show_page(self, page: Page) -> None:
        """Show a page as it is now, keeping the place that was being read."""
        self._page = page
        self._draw()
        self._point_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        self.browser.setAccessibleName(self.tr("Preview of the page; a click goes to the row"))

    def _draw(self) -> None:
        assert self._page is not None
        page = around(self._page, self._active, MOST)
        markup = page_markup(page, missing=self.tr("missing"), inside=inside_of(page))
        self.sheet.show_markup(markup)
        self._places = dict(_anchors(self.browser))

    def _point_out(self) -> None:
        """Mark the words of the active row and bring them into sight."""
        place = self._places.get(self._active)
        selections = []
        if place is not None:
            cursor = QTextCursor(self.browser.document())
            cursor.setPosition(place[0])
            cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(QColor(LIGHT.accent_tint))
            selections.append(selection)
            self._bring_into_sight(cursor)
        self.browser.setExtraSelections(selections)

    def _bring_into_sight(self, cursor: QTextCursor) -> None:
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        top = self.browser.cursorRect(start).top()
        room = self.browser.viewport().height()
        if not 24 <= top <= room - 96:
            bar = self.browser.verticalScrollBar()
            bar.setValue(bar.value() + top - room // 3)

    def _on_clicked(self, address: QUrl) -> None:
        if address.scheme() == "row":
            self.rowChosen.emit(int(address.path()))


def inside_of(page: Page) -> dict[int, str]:
    """Return the markup of each block with every row's words a link to it, by the place of the block."""
    paragraphs: dict[int, list[PageRow]] = {}
    for row in page.rows:
        if row.kind not in BESIDE and row.target.strip():
            paragraphs.setdefault(row.paragraph, []).append(row)
    rows = list(paragraphs.values())
    if len(rows) != len(page.blocks):
        return {}
    inside = {place: _linked(found, page.language) for place, found in enumerate(rows)}
    headline = [row for row in page.rows if row.kind is SegmentKind.HEADLINE and row.target.strip()]
    return inside | ({HEADLINE: _linked(headline[-1:], page.language)} if headline else {})


def _linked(rows: list[PageRow], language: str) -> str:
    return anchored([(_target_of(row), row.target) for row in rows], language)


BESIDE = frozenset({SegmentKind.HEADLINE, SegmentKind.SUMMARY, SegmentKind.CAPTION, SegmentKind.ALT})


def around(page: Page, target_id: int, most: int) -> Page:
    """Return a page of at most `most` blocks: of a longer one those around the row of a target."""
    if len(page.blocks) <= most:
        return page
    body = [row for row in page.rows if row.kind not in BESIDE and row.target.strip()]
    paragraphs = list(dict.fromkeys(row.paragraph for row in body))
    here = next((row.paragraph for row in page.rows if _target_of(row) == target_id), 0)
    at = next((place for place, paragraph in enumerate(paragraphs) if paragraph >= here), 0)
    first = max(0, min(at - most // 2, len(paragraphs) - most))
    kept = set(paragraphs[first : first + most])
    return replace(
        page,
        blocks=page.blocks[first : first + most],
        rows=tuple(row for row in page.rows if row.kind in BESIDE or row.paragraph in kept),
    )


def _target_of(row: PageRow) -> int:
    return int(row.key.removeprefix("t"))


def _anchors(browser: QTextEdit) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield where the words of each row stand in the document, by target."""
    block = browser.document().begin()
    found: dict[int, tuple[int, int]] = {}
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            href = fragment.charFormat().property(QTextFormat.Property.AnchorHref)
            if isinstance(href, str) and href.startswith("row:"):
                target = int(href.removeprefix("row:"))
                start, end = fragment.position(), fragment.position() + fragment.length()
                found[target] = (min(found.get(target, (start, end))[0], start), end)
            fragments += 1
        block = block.next()
    yield from found.items()
