"""How long work tells where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of a long activity: `done` of `total` (0 = unknown), and what is being worked on."""

    done: int
    total: int
    what: str = ""
