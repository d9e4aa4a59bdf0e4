"""The strip above the status line that shows long work and lets it be cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from workbench.errors import WorkbenchError
from workbench.model.progress import Progress
from workbench.ui.background import Background, Task
from workbench.ui.labels import ElidedLabel, PlainLabel


class ActivityStrip(QFrame):
    """Runs one long activity at a time, with its name, progress and a way to stop it."""

    failed = Signal(WorkbenchError)
    ended = Signal(str)
    """The name of an activity that came to its end, well or not; not when it was cancelled."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._background = background
        self._task: Task | None = None
        self._waiting: list[Callable[[], None]] = []
        self._had_keyboard: QWidget | None = None
        self._name = PlainLabel(role="heading")
        self._what = ElidedLabel(tone="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._cancel = QPushButton()
        self._cancel.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(14)
        layout.addWidget(self._name)
        layout.addWidget(self._what, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self.hide()
        self._retranslate()

    @property
    def is_busy(self) -> bool:
        """Whether an activity is under way."""
        return self._task is not None

    def run(
        self,
        name: str,
        activity: Callable[[], Iterator[Progress]],
        done: Callable[[Any], None] | None = None,
        stopped: Callable[[], None] | None = None,
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> None:
        """Run an activity under a name; a second one waits for the first.

        `done` gets what it returns, `stopped` is told that a person cancelled it, `failed` what went wrong.
        """
        if self._task is not None:
            self._waiting.append(lambda: self.run(name, activity, done, stopped, failed))
            return
        self._name.setText(name)
        self._what.set_text("")
        self._bar.hide()  # nothing moves to and fro while the end is not known
        self._cancel.setEnabled(True)
        self._had_keyboard = QApplication.focusWidget()
        self.show()

        def finish(answer: object) -> None:
            was_cancelled = self._task is not None and self._task.is_cancelled
            self._end()
            if was_cancelled and stopped is not None:
                stopped()
            if not was_cancelled:
                self.ended.emit(name)
            if done is not None and not was_cancelled:
                done(answer)

        def fail(error: WorkbenchError) -> None:
            self._end()
            self.ended.emit(name)
            (failed or self.failed.emit)(error)

        self._task = self._background.run(activity, self._show_progress, finish, fail)

    def _show_progress(self, progress: Progress) -> None:
        self._bar.setVisible(progress.total > 0)
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        self._what.set_text(progress.what)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._give_keyboard_back()
            self._cancel.setEnabled(False)
            self._what.set_text(self.tr("Stopping after this step…"))

    def _give_keyboard_back(self) -> None:
        """Let the keyboard be where it was before: a button that is switched off would hand it to its neighbour."""
        before = self._had_keyboard
        if self._cancel.hasFocus() and before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _end(self) -> None:
        self._give_keyboard_back()
        self._task = self._had_keyboard = None
        self.hide()
        if self._waiting:
            self._waiting.pop(0)()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
