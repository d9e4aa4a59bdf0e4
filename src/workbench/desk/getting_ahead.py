"""What aligning may begin before the aligner itself is loaded: a module of its own, since `aligning` loads numpy."""

from __future__ import annotations

from workbench.memory.cutting import Cutter, start_ahead

__all__ = ["Cutter", "start_ahead"]
