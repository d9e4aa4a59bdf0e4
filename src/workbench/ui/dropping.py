"""Files and addresses dropped anywhere on the window: it says what would become of them, and takes them over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.labels import PlainLabel
from workbench.ui.opening import suffix_of
from workbench.ui.theme import Theme

AROUND = 16
"""Pixels of the window that stay in sight around the invitation."""


class Drops(QObject):
    """Watches a window for drops, wherever in it they fall; `take` gets the paths and addresses.

    Fields of text keep what they take themselves; they take no files.
    """

    def __init__(self, window: QWidget, theme: Theme, take: Callable[[list[str]], None]) -> None:
        super().__init__(window)
        self._window, self._theme, self._take = window, theme, take
        self.invitation = PlainLabel(role="heading", parent=window)
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.invitation.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.invitation.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Invite what is dragged over the window, and take what is dropped."""
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._invite(places_of(event.mimeData().urls()))
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self.invitation.hide()
            event.acceptProposedAction()
            self._take(places_of(event.mimeData().urls()))
            return True
        if event.type() is QEvent.Type.DragLeave:
            self.invitation.hide()
        return False

    def _invite(self, places: list[str]) -> None:
        tokens = self._theme.tokens
        self.invitation.setStyleSheet(
            f"background: {tokens.accent_tint}; color: {tokens.accent}; border: 2px dashed {tokens.accent};"
            " border-radius: 8px;"
        )
        self.invitation.setText(self._say({suffix_of(place) for place in places}))
        self.invitation.setGeometry(self._window.rect().adjusted(AROUND, AROUND, -AROUND, -AROUND))
        self.invitation.show()
        self.invitation.raise_()

    def _say(self, suffixes: set[str]) -> str:
        """Say what becomes of files of these kinds."""
        if suffixes == {".workbench"}:
            return self.tr("Drop to open this library")
        if suffixes == {".tmx"}:
            return self.tr("Drop to bring this into the translation memory")
        if suffixes == {".tbx"}:
            return self.tr("Drop to bring this into the term base")
        return self.tr("Drop to import; a file that was sent out from here comes back into its article")


def places_of(urls: list[QUrl]) -> list[str]:
    """Return paths for files and folders, and addresses for what lies elsewhere."""
    return [url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls]
