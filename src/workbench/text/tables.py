"""Reading the small tables that ship under `resources/checks`."""

from __future__ import annotations

from functools import cache

from workbench.resources import resource


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of `resources/checks/NAME.tsv`, line by line, without comments and empty lines."""
    text = resource(f"checks/{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("# "))


@cache
def column(name: str) -> frozenset[str]:
    """Return the first cells of a table as a set."""
    return frozenset(row[0] for row in rows(name))
