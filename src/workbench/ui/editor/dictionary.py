"""The dictionary of the Editor: the word under the resting pointer, or at the caret when a key asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QMouseEvent

from workbench.desk.consulting import Consulted
from workbench.text.words import is_han
from workbench.ui.editor.dictionary_popup import DictionaryPopup
from workbench.ui.editor.lanes import ignore

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

REST_MS = 350
"""The pointer rests this long over a word before it is looked up: passing over text shows nothing."""
LEAVE_MS = 250
"""The pointer may take this long on its way from the word into the page."""


class Dictionary(QObject):
    """Asks in the lookup lane, where the dictionary is also read the first time; the newest question wins."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, screen.view
        self.popup = DictionaryPopup(screen)
        self._place, self._found = -1, (0, 0)
        self._pointer = QPoint()
        self._rest = self._timer(REST_MS, self._look_under_pointer)
        self._leave = self._timer(LEAVE_MS, self._close_unless_used)
        for watched in (self._view.viewport(), self._view.source_view.viewport()):
            watched.setMouseTracking(True)
            watched.installEventFilter(self)
        self.popup.installEventFilter(self)
        self.popup.chosen.connect(self._insert)
        self.popup.left.connect(screen.back_to_text)
        self.popup.wordAsked.connect(self._go)
        self._view.rowEntered.connect(lambda _place: self.close())
        self._view.verticalScrollBar().valueChanged.connect(lambda _value: self.close())
        self._view.target_edit.typed.connect(lambda _text: self.close())

    def close(self) -> None:
        """Take the page away, and forget what was asked for the pointer."""
        self._rest.stop()
        if self.popup.isVisible():
            self.popup.leave()

    def ask_by_key(self) -> None:
        """Look up the word at the caret of the source, or the first word of the row."""
        if self._screen.view.target_edit.is_composing or self._view.active < 0:
            return
        source = self._view.source_view
        span = source.selected_span()
        at = span[0] if span is not None else source.caret() if source.hasFocus() else 0
        self._look_up(self._view.active, self._first_han(self._view.active, at), takes_focus=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer over the sources."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._pointer = event.globalPosition().toPoint()
            self._rest.start()
        elif event.type() is QEvent.Type.Leave:
            self._rest.stop()
            self._leave.start()
        elif watched is self.popup and event.type() is QEvent.Type.Enter:
            self._leave.stop()
        return False

    def _look_under_pointer(self) -> None:
        over = self._view.source_under(self._view.viewport().mapFromGlobal(self._pointer))
        if over is None:
            self._leave.start()
            return
        place, offset = over
        is_shown = self.popup.isVisible() and place == self._place
        if not (is_shown and self._found[0] <= offset < self._found[1]):
            self._look_up(place, offset, takes_focus=False)

    def _look_up(self, place: int, offset: int, *, takes_focus: bool) -> None:
        if self.popup.list.hasFocus() and not takes_focus:
            return
        desk, text = self._screen.session.desk, self._screen.session.model.row(place).source

        def done(found: Consulted | None) -> None:
            self._show(place, found, takes_focus=takes_focus)

        self._screen.session.lanes.look_up("dictionary", lambda: desk.consult(text, offset), done, ignore)

    def _show(self, place: int, found: Consulted | None, *, takes_focus: bool) -> None:
        model = self._screen.session.model
        is_there = found is not None and place < model.rowCount()
        if found is None or not is_there or model.row(place).source[found.start : found.end] != found.word:
            if takes_focus:
                self._screen.say(self.tr("There is no Chinese word to look up."))
            return
        self._leave.stop()
        self._place, self._found = place, (found.start, found.end)
        beside = self._view.source_box(place, found.start, found.end)
        corner = self._view.viewport().mapTo(self._screen, beside.topLeft())
        if takes_focus and place == self._view.active:
            self._view.source_view.select(found.start, found.end)
        self.popup.show_word(found, QRect(corner, beside.size()), takes_focus=takes_focus)

    def _go(self, step: int) -> None:
        """Go to the next or previous word; which it is, only the lane can tell without waiting."""
        desk, place, span = self._screen.session.desk, self._place, self._found
        text = self._screen.session.model.row(place).source

        def done(found: Consulted | None) -> None:
            if found is not None:
                self._show(place, found, takes_focus=True)

        self._screen.session.lanes.look_up(
            "dictionary", lambda: desk.consult_next(text, span, step), done, ignore
        )

    def _insert(self, words: str) -> None:
        edit = self._view.target_edit
        if not edit.isReadOnly():
            self._screen.back_to_text()
            edit.put(words)

    def _close_unless_used(self) -> None:
        is_used = self.popup.list.hasFocus() or self.popup.underMouse()
        if self.popup.isVisible() and not is_used:
            self.popup.hide()

    def _first_han(self, place: int, at: int) -> int:
        text = self._screen.session.model.row(place).source
        return next((each for each in range(at, len(text)) if is_han(text[each])), at)

    def _timer(self, pause_ms: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(act)
        return timer
