"""Measure the checks on human translations: false alarms, seeded slips newly flagged, and speed, beside three peers.

Usage: python benchmarks/facts.py PAIRS.tsv … [--half 0|1] [--show N] [--toolkit PYTHON] [--json FILE]

It prints for each file how much of the untouched translations is flagged and how many slips are newly flagged, then
all files together against the bars of the issue, each held or missed, with the peers beside it.

PAIRS.tsv is UTF-8 with a header "document<TAB>zh<TAB>en" (as the NTREX pairs) or plain "zh<TAB>en" lines. `--half`
keeps the documents whose name hashes to that half (SHA-256, lowest bit). `--show` prints alarms and missed slips.
The protocol, the sets and what reading their alarms gave are in docs/facts.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from names import count as count_names
from peers import Pair, Peer, peers
from slips import SLIPS
from text_slips import count as count_text
from text_slips import count_in_articles

from workbench.checks.run import check_passage
from workbench.desk.checking import facts_beside
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage

CONTEXT = CheckContext()
SOURCE_NUMBER = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万亿两]+[年月日个名家人万亿元%件次岁天届]")
NAME_BARS = {"two listed names swapped": 90.0, "surname misread": 90.0, "deputy dropped": 90.0}
TEXT_BARS = {
    "chinese_left": 100.0,
    "full_width": 100.0,
    "unpaired_quote": 100.0,
    "unpaired_quote, in its article": 100.0,
}
MOST_TEXTS = 1000
"""Pairs of a file into which slips of text are sown: all are found or nearly so, and take long."""


@dataclass(slots=True)
class Share:
    """So many of so many; what the peers have of the same, by name."""

    hits: int = 0
    of: int = 0
    by_peers: dict[str, int] = field(default_factory=dict)

    def add(self, other: Share) -> None:
        """Count another file in."""
        self.hits += other.hits
        self.of += other.of
        for name, hits in other.by_peers.items():
            self.by_peers[name] = self.by_peers.get(name, 0) + hits

    @property
    def percent(self) -> float:
        """Return the share as a percentage."""
        return 100 * self.hits / max(self.of, 1)


Counts = dict[str, Share]


def read_pairs(path: Path, half: int | None) -> list[Pair]:
    """Return the pairs of a file, of one half of its documents if asked."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    if rows and rows[0][0] == "document":
        rows = [row for row in rows[1:] if half is None or _half(row[0]) == half]
        return [(row[1], row[2]) for row in rows if len(row) > 2]
    return [(row[0], row[1]) for row in rows if len(row) > 1 and row[0] and row[1]]


def _half(document: str) -> int:
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2


def findings(source: str, target: str) -> list[Finding]:
    """Return the findings of family fact for one pair judged alone."""
    return [f for f in check_passage(Passage(source, target), CONTEXT) if f.family is Family.FACT]


def marks(found: Iterable[Finding], target: str, levels: Sequence[Level]) -> Counter[tuple[str, ...]]:
    """Return what is flagged, comparable between two versions of a target."""
    return Counter(
        (f.check, f.slip, str(f.source), target[slice(*f.target)] if f.target else "")
        for f in found
        if f.level in levels
    )


def count_alarms(bearing: Sequence[Pair], others: dict[str, Peer], show: int) -> Counts:
    """Return how many number-bearing pairs are flagged untouched: at the sure level, structurally, by any family."""
    sure, structural, every = (Share(of=len(bearing)) for _ in range(3))
    for source, target in bearing:
        found = [f for f in check_passage(Passage(source, target), CONTEXT) if f.level is not Level.NOTE]
        facts = [f for f in found if f.family is Family.FACT]
        sure.hits += any(f.level is Level.ERROR for f in facts)
        structural.hits += bool(facts)
        every.hits += bool(found)
        if facts and structural.hits <= show:
            print("", source, target, *(f"    {f.level} {f.check}: {f.message}" for f in facts), sep="\n")
    for name, peer in others.items():
        structural.by_peers[name] = sum(peer(bearing))
    return {"sure alarms": sure, "structural alarms": structural, "alarms of every family": every}


def count_slips(bearing: Sequence[Pair], others: dict[str, Peer], show: int) -> Counts:
    """Return for each slip how often it is newly flagged, by us and by the peers."""
    counts: Counts = {}
    before = {pair: findings(*pair) for pair in bearing}
    flagged = {name: dict(zip(bearing, peer(bearing), strict=True)) for name, peer in others.items()}
    for name, slip, levels, _ in SLIPS:
        dice = random.Random(7)
        tried = [((s, t), changed) for s, t in bearing if (changed := slip(s, t, dice)) and changed != t]
        share = counts[name] = Share(of=len(tried))
        for pair, changed in tried:
            new = marks(findings(pair[0], changed), changed, levels)
            is_found = bool(new - marks(before[pair], pair[1], levels))
            share.hits += is_found
            if not is_found and share.of - share.hits <= show:
                print("", pair[0], pair[1], f"-> {changed}", sep="\n    ")
        for rival, peer in others.items():
            spoilt = peer([(pair[0], changed) for pair, changed in tried])
            share.by_peers[rival] = sum(
                now and not flagged[rival][pair] for now, (pair, _) in zip(spoilt, tried, strict=True)
            )
    return counts


def measure_speed(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return pairs a second (sustained, and with the command's start), and what a row takes with its panel."""
    for pair in pairs[:50]:
        check_passage(Passage(*pair), CONTEXT)
    began = time.process_time()
    for pair in pairs:
        check_passage(Passage(*pair), CONTEXT)
    sustained = len(pairs) / (time.process_time() - began)
    rows = sorted(_row_time(pair) for pair in pairs)
    return {
        "pairs a second, sustained": sustained,
        "pairs a second, start-up included": len(pairs) / _command_time(pairs),
        "row in the editor, median ms": 1000 * rows[len(rows) // 2],
        "row in the editor, p99 ms": 1000 * rows[int(len(rows) * 0.99)],
    }


def print_speed(pairs: Sequence[Pair]) -> tuple[dict[str, float], int]:
    """Print the speed on at most 2,000 pairs against its bars; return it and how many bars are missed."""
    speed = measure_speed(pairs[:2000])
    missed = 0
    for name, figure in speed.items():
        bar, held = (10, figure < 10) if "ms" in name else (500, figure >= 500)
        missed += not held and "median" not in name
        print(f"{name:40} {figure:8.1f}   bar {bar}: {'held' if held else 'MISSED'}")
    return speed, missed


def _row_time(pair: Pair) -> float:
    """Return the processor seconds of the active row: all its checks, and the facts and names of its panel."""
    began = time.thread_time()
    passage = Passage(*pair)
    check_passage(passage, CONTEXT)
    facts_beside(passage, CONTEXT)
    return time.thread_time() - began


def _command_time(pairs: Sequence[Pair]) -> float:
    """Return the processor seconds of `workbench check --pairs` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        library, file = Path(folder) / "bench.workbench", Path(folder) / "pairs.tsv"
        file.write_text("".join(f"{source}\t{target}\n" for source, target in pairs), "utf-8")
        program = [sys.executable, "-m", "workbench"]
        subprocess.run([*program, "library", "init", str(library)], capture_output=True, check=True)
        words = [*program, "--library", str(library)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*words, "--json", "check", "--pairs", str(file)], capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def bars() -> list[tuple[str, float, bool]]:
    """Return each bar: what, how much, and whether it is a ceiling."""
    return [
        ("sure alarms", 2.5, True),
        ("structural alarms", 4.0, True),
        *((name, bar, False) for name, _, _, bar in SLIPS),
        *((name, bar, False) for name, bar in NAME_BARS.items()),
        *((name, bar, False) for name, bar in TEXT_BARS.items()),
    ]


def print_bars(counts: Counts, others: Iterable[str]) -> int:
    """Print all bars with figure, number of cases and peers; return how many are missed."""
    rivals = list(others)
    print(f"{'bar':32} {'bar':>7} {'figure':>8} {'of':>6}  {'':6}   " + "   ".join(rivals))
    missed = 0
    for name, bar, is_ceiling in bars():
        share = counts.get(name, Share())
        if not share.of:
            continue
        held = share.percent <= bar if is_ceiling else share.percent >= bar
        missed += not held
        theirs = "   ".join(
            f"{100 * share.by_peers[rival] / share.of:{len(rival)}.1f}"
            if rival in share.by_peers
            else " " * len(rival)
            for rival in rivals
        )
        sign = "≤" if is_ceiling else "≥"
        print(
            f"{name:32} {sign} {bar:5.1f} {share.percent:7.2f}% {share.of:6}  {'held' if held else 'MISSED':6}   {theirs}"
        )
    return missed


def measure(path: Path, pairs: list[Pair], others: dict[str, Peer], show: int) -> Counts:
    """Measure one file, print the gist of it, and return its counts."""
    bearing = [pair for pair in pairs if SOURCE_NUMBER.search(pair[0])]
    counts = count_alarms(bearing, others, show) | count_slips(bearing, others, show)
    in_articles = {"unpaired_quote, in its article": count_in_articles(pairs)}
    for found in (count_names(pairs), count_text(pairs[:MOST_TEXTS]), in_articles):
        counts |= {name: Share(hits, of) for name, (hits, of) in found.items()}
    said = [
        f"{name} {counts[name].percent:.2f} %"
        for name in ("sure alarms", "structural alarms", "alarms of every family")
    ]
    print(f"\n{path.name}: {len(pairs)} pairs, {len(bearing)} with a number: " + ", ".join(said))
    slips = [
        f"{name} {counts[name].percent:.1f} ({counts[name].of})" for name, *_ in SLIPS if counts[name].of
    ]
    print("  newly flagged: " + ", ".join(slips), flush=True)
    return counts


def main() -> None:
    """Measure every file, then all together."""
    parser = argparse.ArgumentParser(description="Measure the checks on human translations.")
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", type=int, default=0, help="print so many alarms and missed slips")
    parser.add_argument("--toolkit", default="", help="interpreter of an environment with translate-toolkit")
    parser.add_argument("--json", type=Path, help="write the counts here")
    parser.add_argument("--speed", action="store_true", help="measure the speed alone")
    chosen = parser.parse_args()
    if chosen.speed:
        print_speed(read_pairs(chosen.pairs[0], chosen.half))
        return
    others = peers(chosen.toolkit)
    together: defaultdict[str, Share] = defaultdict(Share)
    by_file: dict[str, Counts] = {}
    first: list[Pair] = []
    for path in chosen.pairs:
        pairs = read_pairs(path, chosen.half)
        first = first or pairs
        by_file[path.name] = measure(path, pairs, others, chosen.show)
        for name, share in by_file[path.name].items():
            together[name].add(share)
    print("\nall together")
    missed = print_bars(together, others)
    speed, slow = print_speed(first)
    missed += slow
    print(f"{missed} bars missed" if missed else "every bar held")
    if chosen.json:
        kept = {name: {n: asdict(s) for n, s in counts.items()} for name, counts in by_file.items()}
        chosen.json.write_text(
            json.dumps({"files": kept, "speed": speed}, ensure_ascii=False, indent=1), "utf-8"
        )


if __name__ == "__main__":
    main()
