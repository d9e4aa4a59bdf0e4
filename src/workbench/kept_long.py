"""Reading what stays for long: the search for garbage leaves it alone.

Python looks for cycles that nobody holds by walking over all that is held. Walking over a million rows takes seconds,
and nothing is found in them: they are freed as soon as nobody holds them, and are in no cycles.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_under_way: list[None] = []


def is_to_wait() -> bool:
    """Tell whether whoever looks for garbage has to wait."""
    return bool(_under_way)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the search for garbage wait while many objects are in hand."""
    with _lock:
        _under_way.append(None)
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        with _lock:
            _under_way.pop()


@contextmanager
def kept_for_long() -> Iterator[None]:
    """Let the search for garbage wait, and never walk over what was read within."""
    with undisturbed():
        try:
            yield
        finally:
            gc.freeze()
