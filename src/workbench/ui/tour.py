"""A short tour: a ring around a real control, a few words beside it, left at any time with Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.labels import PlainLabel
from workbench.ui.theme import Theme

GAP = 14
RING = 6
BUBBLE_WIDTH = 360


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of the tour: what it points at (None: not here now, so it is passed over) and what it says."""

    target: Callable[[], QWidget | None]
    title: str
    words: str


class Tour(QWidget):
    """Lies over the window; `left` says that it is over, by its end or before."""

    left = Signal()

    def __init__(self, window: QWidget, theme: Theme, stops: Callable[[], Sequence[Stop]]) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._words_of = stops
        self._stops = _shown(stops())
        self._at = 0
        self._before = window.focusWidget()
        self._bubble = _Bubble(self, len(self._stops))
        self._bubble.next.clicked.connect(lambda: self._go(1))
        self._bubble.back.clicked.connect(lambda: self._go(-1))
        self._bubble.leave.clicked.connect(self.end)
        window.installEventFilter(self)
        self.setAccessibleName(self.tr("Tour"))

    @property
    def stop(self) -> int:
        """The number of the stop that is shown, from 0."""
        return self._at

    def start(self) -> None:
        """Show the first stop; a window with nothing to point at has no tour."""
        if not self._stops:
            self.end()
            return
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._show_stop()

    def end(self) -> None:
        """Leave the tour and give the keyboard back."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the window when its size changes."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
            self._show_stop()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Say the stop anew when the language of the interface changes."""
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self.setAccessibleName(self.tr("Tour"))
            said = _shown(self._words_of())
            if len(said) == len(self._stops):
                self._stops = said
                self._show_stop()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or leave, by key."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            self._go(1)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp}:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim everything but what the stop points at, and ring that."""
        hole = self.lit()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        cut = QPainterPath()
        cut.addRoundedRect(QRectF(hole), RING, RING)
        dim = QColor(0, 0, 0, 110)
        painter.fillPath(shade.subtracted(cut), dim)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawPath(cut)
        painter.end()

    def lit(self) -> QRect:
        """Return what the stop points at, in the window; all around it is dimmed."""
        target = self._stops[self._at].target()
        if target is None:
            return QRect()
        corner = target.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, target.size()).adjusted(-RING, -RING, RING, RING).intersected(self.rect())

    def _go(self, step: int) -> None:
        self._at += step
        if self._at >= len(self._stops):
            self.end()
            return
        self._at = max(self._at, 0)
        self._show_stop()

    def _show_stop(self) -> None:
        stop = self._stops[self._at]
        self._bubble.say(stop.title, stop.words, self._at)
        self._bubble.move(_beside(self.lit(), self._bubble.size(), self.rect()))
        self._bubble.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()


class _Bubble(QFrame):
    """The words of a stop, with ways on, back and out."""

    def __init__(self, tour: Tour, count: int) -> None:
        super().__init__(tour)
        self.setProperty("role", "card")
        self.setObjectName("bubble")
        self._count = count
        self.title = PlainLabel(role="heading", wraps=True)
        self.words = PlainLabel(wraps=True)
        self.place = PlainLabel(tone="muted")
        self.leave, self.back, self.next = QPushButton(), QPushButton(), QPushButton()
        self.next.setProperty("role", "primary")
        row = QHBoxLayout()
        row.addWidget(self.place)
        row.addStretch(1)
        for button in (self.leave, self.back, self.next):
            row.addWidget(button)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addSpacing(4)
        layout.addLayout(row)
        self.setFixedWidth(BUBBLE_WIDTH)

    def say(self, title: str, words: str, at: int) -> None:
        """Show the words of a stop."""
        self.title.setText(title)
        self.words.setText(words)
        self.place.setText(self.tr("%1 of %2").replace("%1", str(at + 1)).replace("%2", str(self._count)))
        self.leave.setText(self.tr("Leave"))
        self.back.setText(self.tr("Back"))
        self.back.setEnabled(at > 0)
        self.next.setText(self.tr("Done") if at + 1 == self._count else self.tr("Next"))
        self.next.setAccessibleDescription(f"{title}. {words}")
        self.resize(BUBBLE_WIDTH, self._rows.totalHeightForWidth(BUBBLE_WIDTH))


def _beside(hole: QRect, size: QSize, room: QRect) -> QPoint:
    """Return where a bubble stands: right of what it points at, else left, below, above, or in its corner."""
    width, height = size.width(), size.height()
    top = min(max(hole.top(), GAP), max(room.height() - height - GAP, GAP))
    left = min(max(hole.left(), GAP), max(room.width() - width - GAP, GAP))
    if hole.right() + GAP + width < room.right():
        return QPoint(hole.right() + GAP, top)
    if hole.left() - GAP - width > room.left():
        return QPoint(hole.left() - GAP - width, top)
    if hole.bottom() + GAP + height < room.bottom():
        return QPoint(left, hole.bottom() + GAP)
    if hole.top() - GAP - height > room.top():
        return QPoint(left, hole.top() - GAP - height)
    return QPoint(max(hole.right() - width - GAP, GAP), max(hole.bottom() - height - GAP, GAP))


def _shown(stops: Sequence[Stop]) -> list[Stop]:
    return [stop for stop in stops if _is_shown(stop.target())]


def _is_shown(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible() and widget.width() > 0
