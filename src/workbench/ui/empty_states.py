"""What an empty place says: what belongs here, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.icons import pixmap
from workbench.ui.labels import PlainLabel
from workbench.ui.theme import Theme


class EmptyState(QWidget):
    """An icon, a heading, a sentence and the actions that lead on, in the middle of the place."""

    def __init__(self, theme: Theme, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._picture = PlainLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heading = PlainLabel(role="heading")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = PlainLabel(tone="muted", wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sentence.setFixedWidth(440)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._heading)
        layout.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        theme.changed.connect(self._dress)
        self._dress()

    def show_words(self, heading: str, sentence: str, actions: Sequence[QAction] = ()) -> None:
        """Say what belongs here and offer actions, the first one as the main way on."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(440))
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._buttons.addStretch(1)
        for number, action in enumerate(actions):
            button = QPushButton(action.text().rstrip("…"))
            button.setProperty("role", "" if number else "primary")
            button.clicked.connect(action.trigger)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _dress(self) -> None:
        drawn = pixmap(self._theme, self._icon_name, "muted", size=40, scale=self.devicePixelRatioF())
        self._picture.setPixmap(drawn)
        self._picture.setMinimumSize(QSize(48, 48))


class DropHint(QFrame):
    """The quiet line at the foot of the list that says what may be dropped on it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(tone="muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 14)
        layout.addWidget(self._words)

    def set_words(self, text: str) -> None:
        """Say it in the language of the interface."""
        self._words.setText(text)
