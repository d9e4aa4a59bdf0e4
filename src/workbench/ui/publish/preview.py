"""The page as readers will see it, shown from memory: nothing is loaded from anywhere."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from workbench.errors import FormatError
from workbench.formats.html_out import HtmlFormat
from workbench.formats.page_lines import around_source
from workbench.formats.plain_elements import shown_by_qt, small
from workbench.model.page import Page
from workbench.text.segmenting import join_sentences
from workbench.ui.fonts import SERIF, SERIF_ZH
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.theme import Theme
from workbench.ui.tokens import LIGHT

WIDTH = 780
"""The width of the sheet in device-independent pixels."""


MARGIN = 36
"""The white edge of the sheet."""


class PageBrowser(QTextBrowser):
    """Shows a page; only pictures that are part of it are ever read."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture given in the page itself, and nothing for any other address."""
        address = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or not address.startswith("data:image/"):
            return None
        try:
            data = base64.b64decode(address.partition("base64,")[2], validate=False)
        except binascii.Error:
            return None
        image = QImage.fromData(data)
        room = WIDTH - 120
        is_wide = image.width() > room
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if is_wide else image


class Preview(QFrame):
    """A sheet of paper with the page on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self._theme = theme
        self.setMaximumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.browser = PageBrowser()
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.setOpenLinks(False)
        self.browser.setStyleSheet(
            f"QTextBrowser {{ border: 1px solid {LIGHT.surface}; background: {LIGHT.surface}; color: {LIGHT.ink};"
            f" padding: 0; }} QTextBrowser:focus {{ border-color: {LIGHT.info}; }}"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 0)
        self._part = PlainLabel(wraps=True)
        self._part.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self._part.setStyleSheet(f"color: {LIGHT.info}; background: {LIGHT.surface};")
        self._part.hide()
        layout.setSpacing(0)
        layout.addWidget(self._part)
        layout.addWidget(self.browser)
        self._markup = ""
        theme.changed.connect(self._refresh)

    def show_page(self, page: Page, *, rows: int = 0) -> None:
        """Show a page, keeping the place that was being read; of one with so many `rows` it is the beginning."""
        words = self.tr(
            "A long article: its beginning is shown here. The files, the browser and the print have all %1 segments.",
            "",
            rows,
        )
        self._part.setText(words.replace("%1", f"{rows:,}"))
        self._part.setVisible(rows > 0)
        self.browser.setAccessibleName(self.tr("Preview of the page"))
        self.show_markup(page_markup(page, missing=self.tr("missing")))

    def show_markup(self, markup: str) -> None:
        """Show a page that is markup already, keeping the place that was being read."""
        self._markup = markup
        self._refresh()

    def _refresh(self) -> None:
        if not self._markup:
            return
        bar = self.browser.verticalScrollBar()
        place = bar.value()
        self.browser.document().setDefaultStyleSheet(self._style())
        self.browser.document().setDocumentMargin(MARGIN)
        self.browser.setHtml(self._markup)
        bar.setValue(place)

    def _style(self) -> str:
        tokens = LIGHT  # readers see the page on white, whatever the window looks like
        serif = f"'{SERIF}', '{SERIF_ZH}'"
        return (
            f"p, h1, h2 {{ font-family: {serif}; color: {tokens.ink}; }}"
            "p { font-size: 15px; line-height: 140%; margin: 0 0 14px 0; }"
            f"p.small {{ font-family: 'Noto Sans', 'Noto Sans SC'; font-size: 12px; color: {tokens.muted}; margin: 0 0 8px 0; }}"
            "h1 { font-size: 25px; font-weight: 700; margin: 16px 0 10px 0; line-height: 110%; }"
            "h2 { font-size: 18px; margin: 16px 0 8px 0; }"
            f"p.caption {{ font-size: 13px; font-style: italic; color: {tokens.muted}; margin: 6px 0 18px 0; }}"
            f"hr {{ background-color: {tokens.line}; height: 1px; }}"
            f"a {{ color: {tokens.ink}; text-decoration: none; }}"
            f".missing {{ color: {tokens.accent}; font-family: 'Noto Sans', 'Noto Sans SC'; font-size: 12px; }}"
        )


def page_markup(page: Page, *, missing: str, inside: Mapping[int, str] | None = None) -> str:
    """Return the exported page itself, made by its own template, as the rich text Qt shows.

    One thing is said that readers never see: that the address of the source is missing.

    `inside` gives blocks, by their place, the same words with links in them (`anchored`).
    """
    try:
        exported = HtmlFormat().preview(page)
    except FormatError as error:
        return f'<p class="missing">{escape(said(error.sentence))}</p>'
    before, after = around_source(page)
    line = f'{escape(before)}<span class="missing">{escape(missing)}</span>{escape(after)}'
    return shown_by_qt(exported, inside or {}, [] if page.source_address else [small(line)])


def anchored(pieces: Sequence[tuple[int, str]], language: str) -> str:
    """Return sentences joined as a page joins them, the words of each a link to its row."""
    markup, before = [], ""
    for end, (target_id, _) in enumerate(pieces, start=1):
        joined = join_sentences([text for _, text in pieces[:end]], language)
        new = joined[len(before) :]
        words = new.lstrip(" ") if before else new
        markup.append(" " * (len(new) - len(words)) + f'<a href="row:{target_id}">{escape(words)}</a>')
        before = joined
    return "".join(markup)


def centred(sheet: QWidget) -> QWidget:
    """Return a ground on which a sheet lies in the middle."""
    ground = QWidget()
    ground.setObjectName("place")
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(28, 20, 28, 0)
    sheet.setMinimumWidth(420)
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(sheet, 100)
    line.addStretch(1)
    layout.addLayout(line)
    return ground
