"""Long work beside the text stands still while somebody types: Python runs one thread at a time."""

from __future__ import annotations

import time

QUIET_S = 0.12
"""So long after a key the work goes on; people who type leave longer gaps than this between most keys."""
LONGEST_S = 0.05
"""At the most so long it waits each time, so that it comes to an end whatever anybody does."""
GLANCE_S = 0.005


class Quiet:
    """Told of keys by the window, asked by a thread that works through an article."""

    def __init__(self) -> None:
        self._from = 0.0

    def disturb(self) -> None:
        """A key was pressed."""
        self._from = time.monotonic() + QUIET_S

    def wait(self) -> None:
        """Return when no key was pressed for a while, or when that has taken too long."""
        latest = time.monotonic() + LONGEST_S
        while time.monotonic() < min(self._from, latest):
            time.sleep(GLANCE_S)
