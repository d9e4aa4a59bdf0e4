"""A table of what was wanted and what was measured, line by line: held or missed.

A script adds a line for each bar it measures, and with `--bars FILE` leaves them there for whoever runs several.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that was wanted, what came of it, whether that is enough, and how busy the machine was (from a file)."""

    what: str
    wanted: str
    measured: str
    is_held: bool
    load: str = ""


def add_option(parser: argparse.ArgumentParser) -> None:
    """Let a script be told where to leave its bars."""
    parser.add_argument("--bars", type=Path, help="leave what was wanted and measured in this file, as JSON")


def tell(bars: list[Bar], file: Path | None = None) -> None:
    """Print the table, with the load of the machine below it, and leave the lines in a file."""
    widths = [max(map(len, column), default=0) for column in zip(*map(_cells, bars), strict=True)]
    for bar in bars:
        cells = [cell.ljust(width) for cell, width in zip(_cells(bar), widths, strict=True)]
        print("  ".join(["held  " if bar.is_held else "MISSED", *cells]).rstrip())
    load = "{:.1f}, {:.1f}".format(*os.getloadavg()) if hasattr(os, "getloadavg") else ""
    if load and not all(bar.load for bar in bars):
        print(f"load of the machine, last minute and last five: {load}")
    if file is not None:
        told = [asdict(replace(bar, load=load)) for bar in bars]
        file.write_text(json.dumps(told, ensure_ascii=False), "utf-8")


def read(file: Path) -> list[Bar]:
    """Return the bars a script left; none when it did not get that far."""
    return [Bar(**kept) for kept in json.loads(file.read_text("utf-8"))] if file.exists() else []


def _cells(bar: Bar) -> tuple[str, str, str, str]:
    return bar.what, f"wanted {bar.wanted}", f"measured {bar.measured}", bar.load and f"load {bar.load}"
