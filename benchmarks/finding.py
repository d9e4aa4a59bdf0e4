"""Find words over a library of some thousand articles, beside a plain scan of the same texts.

Usage: python benchmarks/finding.py [--articles 3000] [--json FILE]

Each search goes to its end, as in the window behind “Replace all” and in `workbench find`: a word that is nowhere, a rare
one, one in every article, a pattern, and one with only the first 500 places wanted. Beside the time stands the floor, Python's
own `in` over the same texts already in memory, and what bounds a search: the longest time between two steps, after
which it can be cancelled, and the memory it took. Ends with 1 when a search cannot be cancelled within a fifth of a
second of this thread's processor time, or finds other places than the plain scan.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import NamedTuple

from scale import bundled_pairs
from scale_filling import fill

from workbench.desk.finding import Found, Search, Side, find
from workbench.library.library import Library, open_library
from workbench.text.searching import Words

CANCELLED_MS = 200.0
"""A search stops at the latest so long after it was cancelled."""
SEARCHES = {
    "nowhere": (Words("quetzalcoatl", keeps_case=True), None),
    "rare": (Words("Yangtze", keeps_case=True), None),
    "everywhere": (Words("the", keeps_case=True), None),
    "pattern": (Words(r"\b(\d+) (million|billion)\b", is_pattern=True), None),
    "first 500": (Words("the", keeps_case=True), 500),
}


class Took(NamedTuple):
    """A search: clock and processor in milliseconds, the longest step, and what was found."""

    clock: float
    processor: float
    step: float
    found: list[Found]


def search(library: Library, words: Words, limit: int | None) -> Took:
    """Search to the end, timing each step."""
    steps = find(library, Search(words, frozenset({Side.TARGET})), limit=limit)
    longest, start, busy = 0.0, time.perf_counter(), time.thread_time()
    while True:
        before = time.thread_time()
        try:
            next(steps)
        except StopIteration as end:
            took = ((time.perf_counter() - start) * 1000, (time.thread_time() - busy) * 1000)
            return Took(*took, longest, end.value)
        longest = max(longest, (time.thread_time() - before) * 1000)


def texts_of(library: Library) -> list[str]:
    """Return every target of the library."""
    with library.reading() as tx:
        return [row.target for head in _chunks(tx.passages.heads("en")) for row in tx.passages.rows(head)]


def _chunks(heads: list) -> list:
    return [heads[at : at + 200] for at in range(0, len(heads), 200)]


def main() -> int:
    """Fill a library and search it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    figures, is_sound = {}, True
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "find.workbench") as library:
        for _ in fill(library, bundled_pairs(), articles=chosen.articles, units=0):
            pass
        texts = texts_of(library)
        print(f"{chosen.articles:,} articles, {len(texts):,} rows, load {os.getloadavg()[0]:.1f}")
        print(f"{'ms':<12}{'clock':>9}{'processor':>11}{'longest step':>14}{'scan':>8}{'x':>6}{'places':>9}")
        for name, (words, limit) in SEARCHES.items():
            took = search(library, words, limit)
            before = time.thread_time()
            plain = sum(words.text in text for text in texts)
            floor = (time.thread_time() - before) * 1000
            is_same = words.is_pattern or len(took.found) == min(plain, limit or plain)
            is_sound = is_sound and is_same and took.step <= CANCELLED_MS
            print(
                f"{name:<12}{took.clock:>9.0f}{took.processor:>11.0f}{took.step:>14.0f}{floor:>8.1f}"
                f"{took.processor / max(floor, 0.01):>6.0f}{len(took.found):>9}{'' if is_same else '  DIFFERENT'}"
            )
            figures[name] = {**took._asdict(), "found": len(took.found), "scan": floor}
        tracemalloc.start()
        search(library, *SEARCHES["nowhere"])
        peak = tracemalloc.get_traced_memory()[1] / 1024**2
        print(f"memory of a search that finds nothing: {peak:.1f} MB at the most")
    if chosen.json:
        chosen.json.write_text(json.dumps(figures | {"memory": peak}, indent=2), "utf-8")
    return 0 if is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
