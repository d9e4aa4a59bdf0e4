"""Labels that show text as it is: none of them takes what it shows for HTML."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.sentences import Sentence
from workbench.ui.sayings import said

NOTHING = "—"
"""What stands where there is nothing to say."""


class PlainLabel(QLabel):
    """A label for any text, with a role and tone of the style sheet (`ui/theme.py`).

    A sentence from below the window is said in the language of the interface, and again when that changes.
    """

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "",
        tone: str = "",
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sentence: Sentence | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show another text."""
        self._sentence = text if isinstance(text, Sentence) else None
        super().setText(said(text))

    def changeEvent(self, event: QEvent) -> None:
        """Say a sentence again when the language of the interface changes."""
        if event.type() is QEvent.Type.LanguageChange and self._sentence is not None:
            self.setText(self._sentence)
        super().changeEvent(event)

    def set_tone(self, tone: str) -> None:
        """Show the text in another tone: muted, ok, warn, info, accent or "" for ink."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """A label of one line that ends in … when there is no room, and tells the whole as its tip."""

    def __init__(
        self, text: str = "", *, role: str = "", tone: str = "", parent: QWidget | None = None
    ) -> None:
        self._told = self._whole = ""
        super().__init__("", role=role, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text, elided to the room there is."""
        self._told = text
        self._whole = said(text)
        self.setAccessibleName(self._whole)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Say a sentence again when the language of the interface changes."""
        if event.type() is QEvent.Type.LanguageChange and isinstance(self._told, Sentence):
            self.set_text(self._told)
        super().changeEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Elide anew when the room changes."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def wanted_width(self) -> int:
        """Return the room in which nothing would have to be left out."""
        return self.fontMetrics().horizontalAdvance(self._whole) + 4

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 40))
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
