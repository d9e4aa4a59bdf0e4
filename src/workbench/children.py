"""What a child process may know of its surroundings: everything but keys."""

from __future__ import annotations

import os

_SECRET = ("_KEY", "_TOKEN", "_SECRET", "_PASSWORD", "PGPASSWORD")


def environment_of_children() -> dict[str, str]:
    """Return the environment without what opens accounts: children read files and templates of others."""
    return {name: value for name, value in os.environ.items() if not name.upper().endswith(_SECRET)}
