"""The facts check: numbers, dates, money and units, compared by value."""

from __future__ import annotations

from workbench.checks.registry import Check

CHECKS: tuple[Check, ...] = ()
