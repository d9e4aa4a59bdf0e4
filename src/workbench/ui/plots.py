"""Small plots drawn by hand: stacked bars with a legend and words for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.fonts import interface_font
from workbench.ui.theme import Theme

TONES = ("ok", "info", "warn", "term", "muted")
"""The tones of the parts of a bar, in their order; the legend names each in words as well."""
HATCHES = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.FDiagPattern,
)
"""What is drawn over the parts, in their order: they can be told apart without seeing colours."""
LEGEND_PX, AXIS_PX, BAR_PX = 26, 22, 34


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name under it, and its parts in the order of the legend."""

    name: str
    parts: tuple[float, ...]

    @property
    def total(self) -> float:
        """Return how high it is."""
        return sum(self.parts)


class BarPlot(QWidget):
    """Draws bars; what it shows is also said in words to who cannot see it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = ""
        self._legend: Sequence[str] = ()
        self._bars: Sequence[Bar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, title: str, legend: Sequence[str], bars: Sequence[Bar]) -> None:
        """Show these bars, with the names of their parts."""
        self._title, self._legend, self._bars = title, legend, bars
        lines = [
            f"{bar.name}: "
            + ", ".join(f"{name} {part:,.0f}" for name, part in zip(legend, bar.parts, strict=True))
            for bar in bars
        ]
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(lines))
        self.setToolTip("\n".join(lines))
        self.setVisible(bool(bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the plot asks for."""
        return QSize(400, 190)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title, legend, and the bars over a line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(interface_font(12))
        metrics = QFontMetrics(painter.font())
        painter.setPen(self._theme.color("ink"))
        painter.drawText(0, metrics.ascent() + 4, self._title)
        self._draw_legend(painter, metrics)
        ground = QRect(0, LEGEND_PX * 2, self.width(), self.height() - LEGEND_PX * 2 - AXIS_PX)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        highest = max((bar.total for bar in self._bars), default=0) or 1
        step = min(ground.width() / max(len(self._bars), 1), 120)
        for place, bar in enumerate(self._bars):
            middle = int(step * (place + 0.5))
            self._draw_bar(painter, bar, middle, ground, highest)
            painter.setPen(self._theme.color("muted"))
            name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, int(step) - 4)
            box = QRect(middle - int(step) // 2, ground.bottom() + 2, int(step), AXIS_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_bar(self, painter: QPainter, bar: Bar, middle: int, ground: QRect, highest: float) -> None:
        room = ground.height() - 16
        bottom = float(ground.bottom())
        for place, part in enumerate(bar.parts):
            height = room * part / highest
            self._fill(painter, place, QRectF(middle - BAR_PX / 2, bottom - height, BAR_PX, height))
            bottom -= height
        painter.setPen(self._theme.color("muted"))
        box = QRectF(middle - 50, bottom - 16, 100, 15)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{bar.total:,.0f}")

    def _fill(self, painter: QPainter, place: int, box: QRectF) -> None:
        """Fill a part in its tone, hatched as its place in the legend says."""
        painter.fillRect(box, self._theme.color(TONES[place]))
        painter.fillRect(box, QBrush(self._theme.color("surface"), HATCHES[place]))

    def _draw_legend(self, painter: QPainter, metrics: QFontMetrics) -> None:
        left, top = 0, LEGEND_PX
        for place, name in enumerate(self._legend):
            self._fill(painter, place, QRectF(left, top + 3, 12, 12))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(left + 18, top + metrics.ascent() + 3, name)
            left += 18 + metrics.horizontalAdvance(name) + 18
