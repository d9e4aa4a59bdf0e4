"""How long terms take to be found in a segment with 100,000 terms.

python benchmarks/terms.py [--terms 100000]
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bars import Bar, add_option, tell

from workbench.text.terms import TermFinder

SAMPLE = Path(__file__).parents[1] / "resources" / "sample" / "sample_zh.txt"
BAR_MS = 5.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its source forms."""

    sources: tuple[str, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--terms", type=int, default=100_000)
    add_option(parser)
    options = parser.parse_args()
    chance = random.Random(5)
    paths = [SAMPLE] if SAMPLE.exists() else sorted(SAMPLE.parent.glob("*zh*.txt"))
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    signs = "".join(lines)
    made = {
        signs[start : start + chance.randint(2, 8)]
        if chance.random() < 0.1
        else "".join(chance.choice(signs) for _ in range(chance.randint(2, 6)))
        for start in (chance.randrange(len(signs)) for _ in range(options.terms * 2))
    }
    entries = [Entry((text,)) for text in sorted(made)[: options.terms]]
    started = time.perf_counter()
    finder = TermFinder(entries)
    built = time.perf_counter() - started
    times, cpu, hits = [], [], 0
    for line in lines * 20:
        started, used = time.perf_counter(), time.process_time()
        hits += len(finder.find(line))
        times.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - used))
    longest = max(map(len, lines))
    print(
        f"{len(entries):,} terms, built in {built:.2f} s; {len(times)} segments of up to {longest} characters, {hits} hits, "
        f"longest first (bar {BAR_MS} ms):"
    )
    for name, values in (("wall", times), ("CPU", cpu)):
        worst = statistics.quantiles(values, n=100)[98]
        print(f"{name:5} median {statistics.median(values):.3f} ms, 99th percentile {worst:.3f} ms")
    slow = statistics.quantiles(cpu, n=100)[98]
    is_held = slow < BAR_MS
    what = f"{len(entries):,} terms found in a segment, 99th percentile of CPU"
    tell([Bar(what, f"under {BAR_MS:g} ms", f"{slow:.2f} ms", is_held)], options.bars)
    return 0 if is_held else 1


if __name__ == "__main__":
    sys.exit(main())
