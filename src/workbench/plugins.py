"""Checks, formats and engines that other packages bring along by entry point."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

log = logging.getLogger(__name__)


def load_plugins(group: str) -> list[object]:
    """Load every entry point of `group` (`workbench.checks`, `workbench.formats`, …).

    A plug-in that fails to load is logged and skipped: this is one of the two borders of the
    program where everything may be caught.
    """
    if not _is_any_installed(group):
        return []
    from importlib.metadata import entry_points

    loaded = []
    for entry in sorted(entry_points(group=group), key=lambda entry: entry.name):
        try:
            loaded.append(entry.load())
        except Exception:
            log.exception("plug-in %s of %s could not be loaded", entry.name, group)
    return loaded


def _is_any_installed(group: str) -> bool:
    """Tell whether an installed package may have entry points of a group, sooner than `importlib.metadata` is loaded."""
    head = f"[{group}]".encode()
    folders = [Path(place) for place in sys.path]
    if any(folder.is_file() for folder in folders):
        return True  # what an archive holds is not looked into here
    kept = (each for folder in folders for each in folder.glob("*-info/entry_points.txt"))
    return any(head in each.read_bytes() for each in kept)
