"""Copies that nobody has to think of: every half hour of change, when the window closes, before a bulk change."""

from __future__ import annotations

import logging
import time

from workbench.errors import LibraryError
from workbench.library.library import Library
from workbench.library.rotation import keep_copy
from workbench.model.changes import Changes

log = logging.getLogger(__name__)
EVERY_SECONDS = 30 * 60.0
MANY = 50
"""A change of more rows than this is a bulk change, with a copy of the library before it (RELIABILITY.md, D20)."""


class Safekeeping:
    """Knows whether a library has changed since its last automatic copy; a server's library is copied there."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._is_changed = False
        self._kept_at = time.monotonic()
        self._is_ours = library.path is not None and library.is_writable
        if self._is_ours:
            library.listen(self._note)

    def keep_if_due(self) -> None:
        """Make a copy when there was change and the last one is half an hour old.

        Raises `LibraryError` when it cannot be made; the next try is half an hour later.
        """
        if self._is_changed and time.monotonic() - self._kept_at >= EVERY_SECONDS:
            self._keep()

    def keep_at_close(self) -> None:
        """Make a copy of what changed since the last one; a failure is for the log, the library itself is sound."""
        if self._is_changed:
            from workbench.desk.anchoring import keep_seal  # brings the keys; a start would wait for it

            keep_seal(self._library)
            try:
                self._keep()
            except LibraryError:
                log.warning("no copy of the library could be made when it was closed", exc_info=True)

    def _keep(self) -> None:
        self._kept_at = time.monotonic()
        keep_copy(self._library)
        self._is_changed = False

    def _note(self, changes: Changes) -> None:
        self._is_changed = self._is_changed or changes.nouns != {"presence"}


def keep_before(library: Library) -> None:
    """Make a copy before a bulk change, where a library in a file has anything to lose."""
    if library.path is not None and library.is_writable:
        with library.reading() as tx:
            is_worth_it = bool(tx.articles.count() or tx.memories.count())
        if is_worth_it:
            keep_copy(library)
