"""When a child process is worth its start, what it may know of its surroundings, and how messages are told apart."""

from __future__ import annotations

import os
import struct
from typing import IO

_LENGTH = struct.Struct("<Q")
"""Before each message between processes: how many bytes it has."""
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


def framed(message: bytes) -> bytes:
    """Return a message as it goes through a pipe, its length before it."""
    return _LENGTH.pack(len(message)) + message


def next_message(pipe: IO[bytes]) -> bytes:
    """Return the next message of a pipe, b"" when there is none or it is cut off."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    body = pipe.read(length)
    return body if len(body) == length else b""
