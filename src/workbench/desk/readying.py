"""What is made ready behind the window when a library is opened, and kept so: the memory's index and that of articles."""

from __future__ import annotations

import time
from collections.abc import Iterator

from workbench.library.article_words import count_stale, fill_article_words
from workbench.library.library import Library
from workbench.model.progress import Progress

EVERY_SECONDS = 20.0
MANY = 200
"""Changed articles that searches look through one by one before they are put into the index."""


def make_ready(library: Library) -> Iterator[Progress]:
    """Bring both indexes up to date; stopping anywhere is clean."""
    from workbench.desk.remembering import (
        prepare_memory,
    )  # slow to import, and the window can be used without

    yield from fill_article_words(library)
    yield from prepare_memory(library)


class Keeping:
    """Keeps the index of articles up to date while a library is open, a batch at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._at = time.monotonic()

    def step(self) -> None:
        """Put a batch into the index when many articles have changed; asked for often, it mostly does nothing."""
        if not self._library.is_writable or time.monotonic() - self._at < EVERY_SECONDS:
            return
        self._at = time.monotonic()
        with self._library.reading() as tx:
            are_many = count_stale(tx.scope.session) > MANY
        if are_many:
            next(fill_article_words(self._library), None)
