"""How rows look: colours, fonts, line heights and spaces, all in one value that painting reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from workbench.model.kinds import SegmentKind
from workbench.ui.editor.values import Paint
from workbench.ui.fonts import article_font, interface_font, line_height
from workbench.ui.tokens import LIGHT, Tokens, mix

BASELINE = 0.8
"""Where Qt puts the baseline in a line of fixed height, as a share of it (QTextDocumentLayout)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The font and the line height (pixels) of one kind of text."""

    font: QFont
    line_height: float


@dataclass(frozen=True, slots=True)
class Spaces:
    """The distances inside a row, in pixels."""

    number_width: int = 44
    state_width: int = 42
    across: int = 14
    above: int = 8
    below: int = 12
    paragraph: int = 4
    bar: int = 3
    active_height: int = 0
    """The least height of the active row, where something stands beside it."""


@dataclass(frozen=True)
class Look:
    """Everything painting needs to know; a new one is made when the theme or the zoom changes.

    `size` is the size of body text in pixels before scaling; `face` is serif or sans.
    """

    tokens: Tokens
    source_language: str = "zh"
    target_language: str = "en"
    size: float = 16.0
    face: str = "serif"
    spaces: Spaces = field(default_factory=Spaces)
    active_tone: str = "accent"

    def colour(self, name: str) -> QColor:
        """Return the colour of a token."""
        return self._colours[name]

    def tint(self, name: str, share: float = 0.06) -> QColor:
        """Return the surface with a share of another colour laid over it."""
        return QColor(mix(self.tokens.of(name), self.tokens.surface, share))

    @cached_property
    def active_tint(self) -> QColor:
        """The ground of the active row."""
        return self.tint(self.active_tone, 0.05)

    @cached_property
    def selection_tint(self) -> QColor:
        """What is laid over rows that were chosen to be copied; the text stays readable under it."""
        colour = QColor(self.tokens.info)
        colour.setAlphaF(0.14)
        return colour

    def note_shape(self) -> Shape:
        """Return how a remark below a target is set."""
        return self._note_shape

    def source_shape(self, kind: SegmentKind) -> Shape:
        """Return how a source text of this kind is set."""
        return self._source_shapes[kind]

    def target_shape(self, kind: SegmentKind) -> Shape:
        """Return how a target text of this kind is set."""
        return self._target_shapes[kind]

    def small_font(self, *, bold: bool = False) -> QFont:
        """Return the font of row numbers, badges and hints."""
        return self._small_fonts[bold]

    def panel_font(self, *, is_source: bool) -> QFont:
        """Return the font of article text in the side panel."""
        language = self.source_language if is_source else self.target_language
        return article_font(language, round(self.size * 0.94), face=self.face)

    def format(self, paint: Paint) -> QTextCharFormat:
        """Return the character format of a mark."""
        return self._formats[paint]

    @cached_property
    def _small_fonts(self) -> dict[bool, QFont]:
        pixels = round(self.size * 0.8)
        return {
            False: interface_font(pixels),
            True: interface_font(pixels, QFont.Weight.DemiBold),
        }

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        return {name: QColor(self.tokens.of(name)) for name in self.tokens.names()}

    @cached_property
    def _note_shape(self) -> Shape:
        return Shape(self._small_fonts[False], round(self.size * 1.3))

    @cached_property
    def _source_shapes(self) -> dict[SegmentKind, Shape]:
        return {kind: self._shape(self.source_language, kind) for kind in SegmentKind}

    @cached_property
    def _target_shapes(self) -> dict[SegmentKind, Shape]:
        return {kind: self._shape(self.target_language, kind) for kind in SegmentKind}

    def _shape(self, language: str, kind: SegmentKind) -> Shape:
        scale, weight, italic = _SETTING.get(kind, _BODY)
        leading = line_height(language) - (0.15 if kind is SegmentKind.HEADLINE else 0.0)
        font = article_font(language, round(self.size * scale), weight, face=self.face)
        font.setItalic(italic and not language.startswith("zh"))
        return Shape(font, round(self.size * scale * leading))

    @cached_property
    def _formats(self) -> dict[Paint, QTextCharFormat]:
        line = QTextCharFormat.UnderlineStyle
        formats = {
            Paint.TERM: self._underlined("term", line.DotLine),
            Paint.ERROR: self._underlined("accent", line.WaveUnderline, filled=0.10),
            Paint.WARNING: self._underlined("warn", line.WaveUnderline),
            Paint.NOTE: self._underlined("info", line.DashUnderline),
            Paint.SPELLING: self._underlined("spelling", line.DashDotLine),
            Paint.COMMENTED: self._underlined("warn", line.DashUnderline, filled=0.16),
            Paint.FOUND: self._filled("warn", 0.30),
            Paint.LIKELY: self._underlined("info", line.DotLine, filled=0.20),
            Paint.INSERTED: self._filled("inserted", 0.10),
            Paint.DELETED: self._filled("deleted", 0.10),
            Paint.MUTED: QTextCharFormat(),
        }
        formats[Paint.MUTED].setForeground(self.colour("muted"))
        inserted, deleted = formats[Paint.INSERTED], formats[Paint.DELETED]
        inserted.setForeground(self.colour("inserted"))
        inserted.setFontUnderline(True)
        deleted.setForeground(self.colour("deleted"))
        deleted.setFontStrikeOut(True)
        return formats

    def _underlined(
        self, colour: str, style: QTextCharFormat.UnderlineStyle, *, filled: float = 0.0
    ) -> QTextCharFormat:
        shape = self._filled(colour, filled) if filled else QTextCharFormat()
        shape.setUnderlineStyle(style)
        shape.setUnderlineColor(self.colour(colour))
        return shape

    def _filled(self, colour: str, share: float) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setBackground(self.tint(colour, share))
        return shape


_BODY = (1.0, QFont.Weight.Normal, False)
_SETTING: dict[SegmentKind, tuple[float, QFont.Weight, bool]] = {
    SegmentKind.HEADLINE: (1.3, QFont.Weight.Bold, False),
    SegmentKind.SUMMARY: (1.0, QFont.Weight.Normal, True),
    SegmentKind.SUBHEADING: (1.06, QFont.Weight.Bold, False),
    SegmentKind.CAPTION: (0.9, QFont.Weight.Normal, True),
    SegmentKind.ALT: (0.9, QFont.Weight.Normal, True),
    SegmentKind.BYLINE: (0.9, QFont.Weight.Normal, False),
}
"""Size in proportion to the body, weight, slant: what a kind looks like on the page."""


def plain_look(tokens: Tokens = LIGHT, *, size: float = 16.0) -> Look:
    """Return the look of Chinese beside English, for use without a window around it."""
    return Look(tokens, size=size)
