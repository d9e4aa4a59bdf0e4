"""Garbage is looked for on the main thread only.

Python looks for cycles that nobody holds on whatever thread happens to make the next object. A dialog that was closed
is often in such a cycle, and a widget that dies beside the main thread takes the whole program with it. So Python's own
search is off while there are lanes beside the main thread, and a timer here does what it would have done.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from workbench.kept_long import is_to_wait

LOOK_EVERY_MS = 250
YOUNG, MIDDLE, OLD = 50_000, 20, 50
"""Objects more made than freed, and searches among the younger, after which a generation is looked through.

Rarely: reading 10,000 rows would otherwise stop for it several times.
"""
SHARE_OF_TIME = 0.01
"""Going through everything takes no more of the time than this: it may stop the window for tens of milliseconds."""


class Collector(QObject):
    """Looks for garbage now and then, on the thread that made it; `application` is its parent."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._whole_from = 0.0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        gc.disable()

    @property
    def has_begun(self) -> bool:
        """Whether it looks by itself."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Look by itself from now on."""
        self._timer.start()

    def look(self) -> None:
        """Collect the generations that are due; later while somebody has a million objects in hand."""
        if is_to_wait():
            return
        young, middle, old = gc.get_count()
        if young < YOUNG:
            return
        if middle < MIDDLE:
            gc.collect(0)
        elif old < OLD or time.monotonic() < self._whole_from:
            gc.collect(1)
        else:
            began = time.monotonic()
            gc.collect()
            now = time.monotonic()
            self._whole_from = now + (now - began) / SHARE_OF_TIME


def collect_here() -> Collector | None:
    """Look for garbage on this thread only, until the application ends; asked again, it is the same search.

    Whoever has switched Python's search off to load something says when this one may `begin`. None without Qt's loop.
    """
    application = QCoreApplication.instance()
    if application is None:
        return None
    if (known := application.findChild(Collector)) is not None:
        return known
    is_loading = not gc.isenabled()
    made = Collector(application)
    if not is_loading:
        made.begin()
    return made
