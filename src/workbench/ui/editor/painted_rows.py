"""Measured rows as they are painted, shown in part, and chosen together; nothing here edits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import cast

from PySide6.QtCore import QEvent, QLineF, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.ui.editor.look import Look
from workbench.ui.editor.measured_rows import GUESSED_HEIGHT, MeasuredRows
from workbench.ui.editor.model import EditionModel, state_word
from workbench.ui.editor.painting import (
    RowPicture,
    paint_row,
    paint_rule,
)
from workbench.ui.editor.scroll_lane import ScrollLane


class PaintedRows(MeasuredRows):
    """Paints the rows in sight, with those that were chosen together; `word_of` gives a word beside a state."""

    def __init__(self, model: EditionModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(model, look, parent)
        self.selected_rows = range(0)
        """Rows that were chosen together, to be copied; empty when only the active one is meant."""
        self.word_of: Callable[[int], str] = lambda _place: ""
        self.setAccessibleName(self.tr("Article"))
        self.setVerticalScrollBar(ScrollLane(self._paint_lane))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._on_range_changed(0, 0)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def has_text_focus(self) -> bool:
        """Whether typing goes into the active row."""
        return False

    def show_only(self, target_ids: Collection[int] | None) -> None:
        """Show only the rows of these targets, or (None) all."""
        self._rows.show_only(target_ids)
        self._hide_others()
        self._settle()
        self.viewport().update()
        self.sightChanged.emit()

    def _hide_others(self) -> None:
        """Give the rows that are not shown no height: hiding one after the other takes a second for half a million.

        Only what has another height than it gets is touched, and all of it in one go.
        """
        header, is_narrowed = self.verticalHeader(), self._rows.is_narrowed
        resize, usual = header.resizeSection, 0 if is_narrowed else GUESSED_HEIGHT
        to_reset = chain(self._sized, self._given) if is_narrowed else self._sized
        shown = self._rows.places_shown() if is_narrowed else ()
        self.setUpdatesEnabled(False)
        with QSignalBlocker(header):
            header.setDefaultSectionSize(usual)
            for place in to_reset:
                resize(place, usual)
            for place in shown:
                resize(place, GUESSED_HEIGHT)
        self._sized.clear()
        self._given = shown
        self._measure_anew()
        self.updateGeometries()
        self.setUpdatesEnabled(True)

    def select_to(self, place: int) -> None:
        """Choose the rows from the active one to another, to be copied."""
        first, last = sorted((self._active, max(0, min(place, self._rows.rowCount() - 1))))
        self.selected_rows = range(max(first, 0), last + 1) if last > first else range(0)
        self.viewport().update()

    def select_farther(self, step: int) -> None:
        """Choose one row more, or one fewer, at the end that is not the active row."""
        chosen = self.selected_rows
        end = self._active if not chosen else chosen[0] if chosen[-1] == self._active else chosen[-1]
        self.select_to(self._rows.next_shown(end, step))

    def select_none(self) -> None:
        """Choose only the active row again."""
        if self.selected_rows:
            self.selected_rows = range(0)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event touches, each of them once."""
        painter = QPainter(self.viewport())
        touched: dict[int, QRect] = {}
        for dirty in cast("Iterable[QRect]", event.region()):
            painter.fillRect(dirty, self._look.colour("surface"))
            touched.update(self._boxes_within(dirty))
        for place, box in touched.items():
            paint_row(painter, box, self._picture(place), self._columns, self._look)
            if place in self.selected_rows:
                painter.fillRect(box, self._look.selection_tint)
        if event.rect().right() >= self.viewport().width() - 1:
            self.verticalScrollBar().update()

    def _boxes_within(self, dirty: QRect) -> Iterator[tuple[int, QRect]]:
        """Yield the rows that a rectangle of the viewport touches, with their boxes."""
        first = self.rowAt(dirty.top())
        for place in self._rows.shown_from(first) if first >= 0 else ():
            box = self._box(place)
            if box.top() > dirty.bottom():
                return
            yield place, box

    def _paint_lane(self, painter: QPainter, width: int) -> None:
        """Let ground and lines of the rows in sight go on beside them, under the scroll bar."""
        painter.fillRect(0, 0, width, self.viewport().height(), self._look.colour("surface"))
        for place in self.places_in_sight():
            box = QRect(0, self.rowViewportPosition(place), width, self.rowHeight(place))
            if place == self._active:
                painter.fillRect(box, self._look.active_tint)
            if place in self.selected_rows:
                painter.fillRect(box, self._look.selection_tint)
            bottom = box.bottom() + 0.5
            paint_rule(
                painter, QLineF(0, bottom, width, bottom), self._look, is_whole=self._next_opens(place)
            )

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the word for a state where only its picture is painted."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.rowAt(event.pos().y())
            if place >= 0 and event.pos().x() >= self._columns.state:
                QToolTip.showText(event.globalPos(), self._state_tip(place), self)
                return True
        return super().viewportEvent(event)

    def _state_tip(self, place: int) -> str:
        row = self._rows.row(place)
        word = state_word(row, self._rows.state(place), self._rows.text(place))
        return f"{word}: {row.reason}" if row.reason else word

    def _picture(self, place: int) -> RowPicture:
        row = self._rows.row(place)
        is_active = place == self._active
        return RowPicture(
            row=row,
            state=self._rows.state(place),
            text=self._rows.text(place),
            source=self._laid_source(place),
            target=None if self.edited_height(place) is not None else self._laid_target(place),
            is_active=is_active,
            opens=self._opens(place),
            next_opens=self._next_opens(place),
            is_focused=is_active and self.has_text_focus(),
            word=self.word_of(place),
            note=self._laid_note(place),
        )

    def _next_opens(self, place: int) -> bool:
        rows = self._rows.rows()
        return place + 1 >= len(rows) or rows[place + 1].paragraph != rows[place].paragraph

    def _on_range_changed(self, _least: int, most: int) -> None:
        """Keep the room of the scroll bar, but show no handle where there is nothing to scroll."""
        sheet = "" if most else "QScrollBar::handle { background: transparent; }"
        if self.verticalScrollBar().styleSheet() != sheet:
            self.verticalScrollBar().setStyleSheet(sheet)
