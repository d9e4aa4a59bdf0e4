"""The cards of the side panel, and labels that show marked text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.editor.hearing import heard
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import MarkedText, Paint
from workbench.ui.labels import PlainLabel
from workbench.ui.scrolled import ScrolledColumn

TOKEN_OF = {
    Paint.INSERTED: "inserted",
    Paint.DELETED: "deleted",
    Paint.FOUND: "warn",
    Paint.LIKELY: "info",
    Paint.ERROR: "accent",
}
LINE_OF = {
    Paint.INSERTED: "underline",
    Paint.DELETED: "line-through",
    Paint.FOUND: "none",
    Paint.ERROR: "underline",
    Paint.LIKELY: "none",
}


class Card(QFrame):
    """A bordered box with a head line; clicking it, or Enter with the focus on it, is a choice."""

    chosen = Signal()

    def __init__(self, *, can_be_chosen: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._can_be_chosen = can_be_chosen
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 9, 12, 10)
        self.body.setSpacing(5)
        if can_be_chosen:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def add_head(self, *widgets: QWidget, right: QWidget | None = None) -> None:
        """Add a line of small labels, one of them at the right end."""
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        if right is not None:
            line.addWidget(right)
        self.body.addLayout(line)

    def add(self, widget: QWidget) -> None:
        """Add a widget below."""
        self.body.addWidget(widget)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the card."""
        if self._can_be_chosen and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the card with Enter or Space while it has the focus."""
        if self._can_be_chosen and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit()
            return
        super().keyPressEvent(event)


class MarkedLabel(QLabel):
    """A wrapped label for article text with insertions and deletions shown in it."""

    def __init__(
        self, marked: MarkedText, look: Look, *, is_source: bool = False, is_muted: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setText(marked_html(marked, look, is_source=is_source, is_muted=is_muted))
        self._marked = marked
        self.setAccessibleName(heard(marked))

    def changeEvent(self, event: QEvent) -> None:
        """Say the changes anew when the language of the interface changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(heard(self._marked))
        super().changeEvent(event)


def marked_html(marked: MarkedText, look: Look, *, is_source: bool = False, is_muted: bool = False) -> str:
    """Return a marked text as the little HTML a label shows; everything in it is escaped."""
    pieces, at = [], 0
    for mark in sorted(marked.marks):
        if mark.start < at or mark.paint not in TOKEN_OF:
            continue
        colour = look.tokens.of(TOKEN_OF[mark.paint])
        ground = look.tokens.of(f"{TOKEN_OF[mark.paint]}_tint")
        line = LINE_OF[mark.paint]
        inside = escape(marked.text[mark.start : mark.start + mark.length])
        pieces.append(escape(marked.text[at : mark.start]))
        pieces.append(
            f'<span style="color:{colour};background-color:{ground};text-decoration:{line}">{inside}</span>'
        )
        at = mark.start + mark.length
    pieces.append(escape(marked.text[at:]))
    shape = look.panel_font(is_source=is_source)
    families = ",".join(f"'{name}'" for name in shape.families())
    colour = look.tokens.muted if is_muted else look.tokens.ink
    style = f"font-family:{families};font-size:{shape.pixelSize()}px;color:{colour};line-height:112%"
    return f'<p style="margin:0;{style}">{"".join(pieces)}</p>'


def key_badge(text: str, look: Look) -> QLabel:
    """Return a little key cap."""
    badge = PlainLabel(text, tone="muted")
    badge.setStyleSheet(
        f"border: 1px solid {look.tokens.line}; border-radius: 4px; padding: 0 4px; font-size: 11px;"
    )
    badge.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return badge


class CardList(QScrollArea):
    """A column of cards that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self._inside = ScrolledColumn()
        inside.setObjectName("cards")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(10)
        self.column.addStretch(1)
        self.setWidget(inside)

    def show_cards(self, cards: list[QWidget]) -> None:
        """Show these instead of those before."""
        self._inside.setUpdatesEnabled(False)
        while self.column.count() > 1:
            item = self.column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, card in enumerate(cards):
            self.column.insertWidget(place, card)
        self._inside.setUpdatesEnabled(True)

    def pointer_y(self) -> int | None:
        """Return where the pointer is among the cards, None when it is elsewhere."""
        view = self.viewport()
        at = view.mapFromGlobal(QCursor.pos())
        return self._inside.mapFrom(view, at).y() if view.rect().contains(at) else None


def note(text: str) -> QLabel:
    """Return a muted sentence for an empty or explaining place in a panel."""
    return PlainLabel(text, tone="muted", wraps=True)
