"""Our icons, coloured from the tokens when they are loaded."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.resources import resource
from workbench.ui.theme import Theme


def icon(theme: Theme, name: str, tone: str = "ink", *, size: int = 16) -> QIcon:
    """Return an icon in the colour of a token, sharp at every usual scaling; muted when disabled."""
    return QIcon(Drawing(name, theme.tokens.of(tone), theme.tokens.muted, size))


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


class Drawing(QIconEngine):
    """An icon drawn when it is first seen: most stand in menus that nobody opens, and a start would wait for them."""

    def __init__(self, name: str, colour: str, disabled: str, size: int) -> None:
        super().__init__()
        self._name, self._colour, self._disabled, self._size = name, colour, disabled, size

    def clone(self) -> Drawing:
        """Return another of the same kind, for a copy of the icon."""
        return Drawing(self._name, self._colour, self._disabled, self._size)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """Return how large it is drawn where there is room for `size`: never larger than it was made for."""
        return size.boundedTo(QSize(self._size, self._size))

    def availableSizes(
        self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
    ) -> list[QSize]:
        """Return the one size it was made for."""
        return [QSize(self._size, self._size)]

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return it for a device with `scale` pixels to each of ours; `size` is in ours, as Qt has it since 6.8."""
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        return _draw(self._name, colour, min(size.width(), size.height(), self._size), scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it for a device of one pixel to each of ours."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it in the middle of a rectangle, in the pixels of the painter's device."""
        scale = painter.deviceTransform().m11()  # asking for the device costs a look through all widgets
        drawn = self.scaledPixmap(rect.size(), mode, state, scale)
        side = drawn.deviceIndependentSize()
        painter.drawPixmap(
            round(rect.x() + (rect.width() - side.width()) / 2),
            round(rect.y() + (rect.height() - side.height()) / 2),
            drawn,
        )
