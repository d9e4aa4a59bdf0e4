"""The line at the foot of the window: saved or not, how far, who is working, which library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from workbench.ui.icons import pixmap
from workbench.ui.labels import PlainLabel
from workbench.ui.library_delegate import draw_progress
from workbench.ui.theme import Theme


class Saving(StrEnum):
    """What has become of what was typed; SAVED only when the database has it."""

    NOTHING = "nothing"
    SAVED = "saved"
    TYPING = "typing"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read only"


@dataclass(frozen=True, slots=True)
class StatusFact:
    """A few words of the status line in a tone, such as “412 words” or, in accent, “2 findings”."""

    text: str
    tone: str = "muted"


@dataclass(frozen=True, slots=True)
class StatusProgress:
    """The bar of the status line: rows confirmed, drafted, and in all."""

    confirmed: int
    drafted: int
    total: int


class _Bar(QWidget):
    def __init__(self, theme: Theme, progress: StatusProgress) -> None:
        super().__init__()
        self._theme = theme
        self._progress = progress
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRect(0, (self.height() - 5) // 2, self.width(), 5)
        told = self._progress
        draw_progress(painter, self._theme, bar, told.confirmed, told.drafted, told.total)
        painter.end()


class StatusBar(QFrame):
    """The status line; `person_asked` says that somebody wants to change who is working."""

    person_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(28)
        self._theme = theme
        self._saving = Saving.NOTHING
        self._person = ""
        self._roles = ""
        self._mark = PlainLabel()
        self._mark.setFixedWidth(16)
        self._saved = PlainLabel()
        self._facts = QHBoxLayout()
        self._facts.setSpacing(20)
        self._shown: Sequence[StatusFact | StatusProgress] = ()
        self._who = QToolButton()
        self._who.clicked.connect(self.person_asked)
        self._library = PlainLabel(tone="muted")
        self._name, self._place, self._is_reached = "", "", True
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(4)
        layout.addWidget(self._mark)
        layout.addWidget(self._saved)
        layout.addSpacing(16)
        layout.addLayout(self._facts)
        layout.addStretch(1)
        layout.addWidget(self._who)
        layout.addSpacing(8)
        layout.addWidget(self._library)
        theme.changed.connect(self._show)
        self._show()

    @property
    def saving(self) -> Saving:
        """What is shown about saving now."""
        return self._saving

    def set_saving(self, saving: Saving) -> None:
        """Say what has become of what was typed."""
        if saving != self._saving:
            self._saving = saving
            self._show()

    def set_facts(self, facts: Sequence[StatusFact | StatusProgress]) -> None:
        """Show the counts of the place that is open."""
        self._shown = list(facts)
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for fact in facts:
            if isinstance(fact, StatusProgress):
                self._facts.addWidget(_Bar(self._theme, fact))
            else:
                self._facts.addWidget(PlainLabel(fact.text, tone=fact.tone))

    def set_person(self, name: str, roles: str) -> None:
        """Show who is working, and as what."""
        self._person, self._roles = name, roles
        self._show()

    def set_library(self, name: str, place: str) -> None:
        """Show which library is open."""
        self._name, self._place, self._is_reached = name, place, True
        self._show()

    def set_reached(self, is_reached: bool) -> None:
        """Show whether the server of the library answers."""
        if is_reached != self._is_reached:
            self._is_reached = is_reached
            self._show()

    def _show_library(self) -> None:
        lost = self.tr("%1 · not connected").replace("%1", self._name)
        self._library.setText(self._name if self._is_reached else lost)
        self._library.set_tone("muted" if self._is_reached else "warn")
        why = self.tr(
            "The server does not answer. What you type is kept on this computer and saved when it does."
        )
        self._library.setToolTip(self._place if self._is_reached else why)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        words, tone, mark = {
            Saving.NOTHING: ("", "muted", ""),
            Saving.SAVED: (self.tr("Saved"), "ok", "check"),
            Saving.TYPING: (self.tr("Typing…"), "muted", "pencil"),
            Saving.SAVING: (self.tr("Saving…"), "muted", "database"),
            Saving.FAILED: (self.tr("Not saved"), "accent", "error"),
            Saving.READ_ONLY: (self.tr("Read only"), "warn", "lock"),
        }[self._saving]
        self._saved.setText(words)
        self._saved.set_tone(tone)
        self._mark.setVisible(bool(mark))
        self._saved.setVisible(bool(words))
        if mark:
            self._mark.setPixmap(pixmap(self._theme, mark, tone, size=13, scale=self.devicePixelRatioF()))
        signed = self.tr("Signed in as %1").replace("%1", self._person)
        self._who.setText(f"{signed} · {self._roles}" if self._roles else signed)
        self._who.setVisible(bool(self._person))
        self._who.setToolTip(self.tr("Choose who is working"))
        self._show_library()
