"""Our icons, coloured from the tokens when they are loaded."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.resources import resource
from workbench.ui.theme import Theme

SCALES = (1.0, 1.5, 2.0, 3.0)


def icon(theme: Theme, name: str, tone: str = "ink", *, size: int = 16) -> QIcon:
    """Return an icon in the colour of a token, sharp at every usual scaling; muted when disabled."""
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(_draw(name, theme.tokens.of(tone), size, scale))
        made.addPixmap(_draw(name, theme.tokens.muted, size, scale), QIcon.Mode.Disabled)
    return made


def pixmap(theme: Theme, name: str, tone: str = "ink", *, size: int = 16, scale: float = 1.0) -> QPixmap:
    """Return an icon to paint: `size` in device-independent pixels, `scale` of the device."""
    return _draw(name, theme.tokens.of(tone), size, scale)


def app_icon() -> QIcon:
    """Return the icon of the program itself."""
    return QIcon(str(resource("icons/workbench.svg")))


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _draw(name: str, colour: str, size: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    pixels = round(size * scale)
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn
