"""Fuzzy matches and concordance at a million units, against brute force in the same run.

    python benchmarks/memory.py DATA [--units 1000000] [--queries 600]

DATA is a folder with sentence pairs (see `corpus.real_pairs`). Prints a table; leaves with status 1 when an answer
differs from brute force or a concordance hit is missed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from corpus import Pair, corpus, queries, real_pairs
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from workbench.desk.remembering import concordance, match, prepare_memory
from workbench.library.library import Library, open_library
from workbench.library.memory_index import LibraryIndex, index_of
from workbench.library.memory_intake import Intake
from workbench.model.pairs import NewEntry
from workbench.text.normalise import normalise

T = TypeVar("T")


def resident_mb() -> float:
    """Return the memory this process holds, in megabytes; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def fill(library: Library, pairs: Sequence[Pair]) -> None:
    intake = Intake(library)
    for at in range(0, len(pairs), 20_000):
        part = pairs[at : at + 20_000]
        # details tell the lines apart, so that repeated ones are kept as an office's are
        entries = [
            NewEntry(zh, en, normalise(zh), "tmx", details=str(at + n)) for n, (zh, en) in enumerate(part)
        ]
        intake.add(entries)
    intake.finish()
    intake.close()


def brute_force(texts: Sequence[str], query: str) -> list[tuple[int, str]]:
    """Return the five best distinct sources, newer first, by comparing with every one."""
    asked, best = normalise(query), {}
    found = process.extract_iter(
        asked, texts, scorer=Levenshtein.normalized_similarity, processor=None, score_cutoff=0.7 - 1e-9
    )
    for text, _, at in found:
        longer = max(len(asked), len(text))
        score = 100 * (longer - Levenshtein.distance(asked, text)) // longer
        if score >= 70:
            best[text] = max(best.get(text, (0, 0)), (score, at))
    ranked = sorted(((score, at, text) for text, (score, at) in best.items()), reverse=True)[:5]
    return [(score, text) for score, _, text in ranked]


def timed(act: Callable[[], T]) -> tuple[T, float]:
    started = time.perf_counter()
    answer = act()
    return answer, 1000 * (time.perf_counter() - started)


def quantile(values: Sequence[float], per_cent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[per_cent - 1]


def measure_matches(library: Library, pairs: Sequence[Pair], asked: Sequence[str]) -> bool:
    texts = [normalise(zh) for zh, _ in pairs]
    wrong, ours, bare, theirs = 0, [], [], []
    index = index_of(library)
    for query in asked:
        found, ms = timed(lambda query=query: match(library, query))
        with library.reading() as tx:
            _, bare_ms = timed(lambda query=query, tx=tx: index.search(tx, query))
        truth, brute_ms = timed(lambda query=query: brute_force(texts, query))
        ours.append(ms)
        bare.append(bare_ms)
        theirs.append(brute_ms)
        wrong += [(each.score, normalise(each.source)) for each in found] != truth
    ratios = [there / here for there, here in zip(theirs, bare, strict=True)]
    print(f"queries {len(asked)}, answers that differ from brute force: {wrong}")
    for name, values in (("index", bare), ("match, with entries and repair", ours), ("brute force", theirs)):
        print(f"{name:32s} median {quantile(values, 50):8.2f} ms   p95 {quantile(values, 95):8.2f} ms")
    print(
        f"brute force / index: median of the ratios {quantile(ratios, 50):.0f}, their 5th percentile "
        f"{quantile(ratios, 5):.0f}; of the medians {quantile(theirs, 50) / quantile(bare, 50):.0f}, "
        f"of the p95 {quantile(theirs, 95) / quantile(bare, 95):.0f}"
    )
    return wrong == 0


def measure_opening(library: Library) -> None:
    before = resident_mb()
    fresh = LibraryIndex("zh", "en")

    def load() -> None:
        with library.reading() as tx:
            fresh.ready(tx)

    _, ms = timed(load)
    print(f"index ready {ms:.0f} ms after opening, {resident_mb() - before:.0f} MB")


def measure_adding(library: Library) -> bool:
    sentence = "这是一句从来没有见过的话，刚刚才写进记忆库里。"
    intake = Intake(library)
    _, ms = timed(lambda: intake.add([NewEntry(sentence, "Brand new.", normalise(sentence))]))
    found, match_ms = timed(lambda: match(library, sentence))
    is_found = bool(found) and found[0].score == 100
    print(f"added in {ms:.1f} ms, found by the next query ({match_ms:.1f} ms): {is_found}")
    return is_found


def measure_concordance(library: Library, pairs: Sequence[Pair], *, count: int) -> bool:
    chance = random.Random(3)
    _, ms = timed(lambda: list(prepare_memory(library)))
    print(f"full-text table filled in {ms / 1000:.0f} s")
    missed, times = 0, []
    for number in range(count):
        zh, en = chance.choice(pairs)
        length = number % 9
        start = chance.randrange(max(1, len(zh) - length))
        words = en.split()
        query = zh[start : start + length] if length else chance.choice(words).strip(".,;:!?()\"'“”")
        if not query.strip():
            continue
        side = "source" if length else "target"
        hits, ms = timed(lambda query=query, side=side: concordance(library, query, side=side))
        times.append(ms)
        missed += not hits
    print(f"concordance: {len(times)} queries, {missed} without a hit (each has one at least)")
    print(
        f"first 50 hits: median {quantile(times, 50):.2f} ms, p95 {quantile(times, 95):.2f} ms, worst {max(times):.0f} ms"
    )
    return missed == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--keep", type=Path, help="work in this library instead of a temporary one")
    options = parser.parse_args()
    real = real_pairs(options.data)
    pairs = corpus(real, size=options.units)
    print(f"{len(pairs):,} pairs, {len(real):,} of them real lines")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(options.keep or Path(folder) / "m.workbench") as library,
    ):
        _, ms = timed(lambda: fill(library, pairs))
        print(f"filled in {ms / 1000:.1f} s")
        measure_opening(library)
        sound = measure_matches(library, pairs, queries(real, count=options.queries))
        sound &= measure_adding(library)
        sound &= measure_concordance(library, pairs, count=1000)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
