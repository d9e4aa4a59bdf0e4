"""Checks, formats and engines that other packages bring along by entry point."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator
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
    if any(os.path.isfile(place) for place in sys.path):  # noqa: PTH113 - `Path` takes longer than the look itself
        return True  # what an archive holds is not looked into here
    return any(head in body for place in sys.path for body in _entry_points_in(place))


def _entry_points_in(folder: str) -> Iterator[bytes]:
    """Yield the files that list entry points of the packages in a folder."""
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208
    except OSError:
        return
    for name in names:
        if name.endswith("-info"):
            with contextlib.suppress(OSError):
                yield Path(folder, name, "entry_points.txt").read_bytes()
