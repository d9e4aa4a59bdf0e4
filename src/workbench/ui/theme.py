"""The appearance: light or dark, following the system, changed live, handed on by constructors."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from workbench.resources import resource
from workbench.ui.fonts import interface_font
from workbench.ui.tokens import DARK, LIGHT, Tokens

SYSTEM = "system"
MODES = (SYSTEM, "light", "dark")


class Theme(QObject):
    """The appearance every widget reads its colours from; `changed` says that they are different now."""

    changed = Signal()
    _current: Theme | None = None

    def __init__(self, mode: str = SYSTEM, *, article_face: str = "serif", article_px: int = 15) -> None:
        super().__init__()
        self._mode = mode
        self.article_face = article_face
        self.article_px = article_px
        self.tokens = self._choose()
        Theme._current = self
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @classmethod
    def current(cls) -> Theme:
        """Return the theme of the running program, making a plain one if there is none yet."""
        return cls._current or cls()

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are shown."""
        return self.tokens is DARK

    @property
    def mode(self) -> str:
        """What was chosen: system, light or dark."""
        return self._mode

    def color(self, name: str) -> QColor:
        """Return a token as a colour to paint with."""
        return QColor(self.tokens.of(name))

    def set_mode(self, mode: str) -> None:
        """Choose system, light or dark, and show it at once."""
        self._mode = mode
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        # title bars and the system's own dialogs follow the choice too
        QGuiApplication.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
        self._refresh()

    def set_article_text(self, *, face: str, pixels: int) -> None:
        """Choose the face (serif or sans) and size of article text."""
        self.article_face = face
        self.article_px = pixels
        self.changed.emit()

    def apply(self) -> None:
        """Dress the application: style, font, palette and style sheet."""
        self.apply_base()
        self.apply_sheet()

    def apply_base(self) -> None:
        """Dress the application but for its style sheet, by which widgets can be made already."""
        application = _application()
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(interface_font())
        application.setPalette(palette(self.tokens))

    def apply_sheet(self) -> None:
        """Dress the application in its style sheet.

        Where that is there before a window is made, Qt goes through its rules again for each part put into another.
        """
        _application().setStyleSheet(style_sheet(self.tokens, is_dark=self.is_dark))

    def _choose(self) -> Tokens:
        if self._mode == SYSTEM:
            is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            is_dark = self._mode == "dark"
        return DARK if is_dark else LIGHT

    def _follow_system(self) -> None:
        if self._mode == SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        chosen = self._choose()
        if chosen is self.tokens:
            return
        self.tokens = chosen
        self.apply()
        self.changed.emit()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def palette(tokens: Tokens) -> QPalette:
    """Return the tokens as a palette, for what no style sheet reaches."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.background,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.ink,
        QPalette.ColorRole.Link: tokens.info,
        QPalette.ColorRole.LinkVisited: tokens.info,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Midlight: tokens.raised,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.line,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in [QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText]:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return made


def style_sheet(tokens: Tokens, *, is_dark: bool) -> str:
    """Return the application's style sheet with the tokens filled in."""
    template = Template(resource("ui/workbench.qss").read_text("utf-8"))
    appearance = "dark" if is_dark else "light"
    return template.substitute(
        {name: tokens.of(name) for name in tokens.names()},
        marks=f"{resource('ui/marks').as_posix()}/{appearance}",
    )
