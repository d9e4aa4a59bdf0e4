"""When a child process is worth its start, and what it may know of its surroundings: everything but keys."""

from __future__ import annotations

import os

_SECRET = ("_KEY", "_TOKEN", "_SECRET", "_PASSWORD", "PGPASSWORD")


def are_side_by_side() -> bool:
    """Tell whether a child runs beside this process: whether there is more than one processor that it may use.

    A container or `taskset` may leave one of many; there two processes only take turns.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) > 1
    return (os.cpu_count() or 1) > 1


def environment_of_children() -> dict[str, str]:
    """Return the environment without what opens accounts: children read files and templates of others."""
    return {name: value for name, value in os.environ.items() if not name.upper().endswith(_SECRET)}
