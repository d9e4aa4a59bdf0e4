"""Checks, formats and engines that other packages bring along by entry point."""

from __future__ import annotations

import logging
from importlib.metadata import entry_points

log = logging.getLogger(__name__)


def load_plugins(group: str) -> list[object]:
    """Load every entry point of `group` (`workbench.checks`, `workbench.formats`, …).

    A plug-in that fails to load is logged and skipped: this is one of the two borders of the
    program where everything may be caught.
    """
    loaded = []
    for entry in sorted(entry_points(group=group), key=lambda entry: entry.name):
        try:
            loaded.append(entry.load())
        except Exception:
            log.exception("plug-in %s of %s could not be loaded", entry.name, group)
    return loaded
