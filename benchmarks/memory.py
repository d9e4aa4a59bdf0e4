"""Fuzzy matches and concordance at a million units, against brute force in the same run.

    python benchmarks/memory.py DATA [--units 1000000] [--queries 600] [--part matches|concordance] [--first 0]

DATA is a folder with sentence pairs (see `corpus.real_pairs`). Prints a table; leaves with status 1 when an answer
differs from brute force or a concordance hit is missed. Brute force takes minutes: `--part`, and `--first` of so many
`--queries`, cut the run into pieces, and `--keep` lets them share a library.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import TypeVar

from bars import Bar, add_option, tell
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

SWITCH_SECONDS = 0.0005
"""As the window sets it (`ui/app.py`)."""
_HAN = re.compile(r"[\u3400-\u9fff]")
COUNTED = 10
"""Of every so many concordance queries one is counted by looking through all texts."""
SOUND = {
    "the same top five as brute force",
    "an added unit is found by the next query",
    "concordance, first 50 hits, none missed",
    "concordance of made-up words, first 50 hits, none missed",
}
"""What does not depend on the machine."""


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


def measure_matches(library: Library, pairs: Sequence[Pair], asked: Sequence[str]) -> list[Bar]:
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
    for name, values in (("index", bare), ("match, with entries and repair", ours), ("brute force", theirs)):
        print(f"{name:32s} median {quantile(values, 50):8.2f} ms   p95 {quantile(values, 95):8.2f} ms")
    print(
        f"brute force / index: of the medians {quantile(theirs, 50) / quantile(bare, 50):.0f}, "
        f"of the p95 {quantile(theirs, 95) / quantile(bare, 95):.0f}"
    )
    middle, slow = quantile(bare, 50), quantile(bare, 95)
    usual, least = quantile(ratios, 50), quantile(theirs, 95) / quantile(bare, 95)
    same = f"{len(asked) - wrong} of {len(asked)}"
    return [
        Bar("the same top five as brute force", f"{len(asked)} of {len(asked)}", same, wrong == 0),
        Bar("a query at the median", "4 ms", f"{middle:.2f} ms", middle <= 4),
        Bar("a query at the 95th percentile", "16 ms", f"{slow:.2f} ms", slow <= 16),
        Bar("brute force / ours, query by query, median", "75", f"{usual:.0f}", usual >= 75),
        Bar("brute force / ours, 95th percentiles", "40", f"{least:.0f}", least >= 40),
    ]


def measure_waiting(library: Library, asked: Sequence[str]) -> list[Bar]:
    """Tell how long a main thread that wakes every millisecond waits for its turn while another thread searches.

    As in the window: a thread with its own connection, and the same switch interval. The gaps of the same thread
    with nothing beside it tell what the machine adds.
    """
    gc.collect()
    gc.freeze()  # this script's own million texts, which the window does not have: looking through them takes 100 ms
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    idle = gaps_while(lambda: time.sleep(3))
    busy = gaps_while(lambda: [match(library, query) for query in asked])
    sys.setswitchinterval(before)
    for name, gaps in (("nothing beside", idle), ("searching beside", busy)):
        print(
            f"main thread, {name}: waits p99 {quantile(gaps, 99):.2f} ms, longest {max(gaps):.1f} ms "
            f"of {len(gaps)}, {sum(gap > 16 for gap in gaps)} over 16 ms"
        )
    return [Bar("longest wait of the main thread meanwhile", "16 ms", f"{max(busy):.1f} ms", max(busy) <= 16)]


def gaps_while(act: Callable[[], object]) -> list[float]:
    """Return by how many milliseconds each nap of one was too long while another thread does something."""
    worker = Thread(target=act)
    worker.start()
    gaps = []
    while worker.is_alive():
        started = time.perf_counter()
        time.sleep(0.001)
        gaps.append(1000 * (time.perf_counter() - started) - 1)
    return gaps


def measure_opening(library: Library) -> list[Bar]:
    before = resident_mb()
    fresh = LibraryIndex("zh", "en")

    def load() -> None:
        with library.reading() as tx:
            fresh.ready(tx)

    _, ms = timed(load)
    mb = resident_mb() - before
    return [
        Bar("the index is ready after opening", "500 ms", f"{ms:.0f} ms", ms <= 500),
        Bar("memory of the index", "120 MB", f"{mb:.0f} MB", mb <= 120),
    ]


def measure_adding(library: Library) -> list[Bar]:
    sentence = f"这是一句从来没有见过的话，{time.time_ns()}刚刚才写进记忆库里。"
    intake = Intake(library)
    _, ms = timed(lambda: intake.add([NewEntry(sentence, "Brand new.", normalise(sentence))]))
    found, match_ms = timed(lambda: match(library, sentence))
    is_found = bool(found) and found[0].score == 100
    said = f"added in {ms:.1f} ms, found in {match_ms:.1f} ms" if is_found else "not found"
    return [Bar("an added unit is found by the next query", "yes", said, is_found)]


def measure_concordance(library: Library, pairs: Sequence[Pair], *, count: int) -> list[Bar]:
    _, ms = timed(lambda: list(prepare_memory(library)))
    print(f"full-text table filled in {ms / 1000:.0f} s")
    texts = {"source": [normalise(zh) for zh, _ in pairs], "target": [en.casefold() for _, en in pairs]}
    chance = random.Random(3)
    found = [_some_words(pairs, number, chance) for number in range(count)]
    made_up = [_made_up(pairs, number, chance) for number in range(count // 4)]
    return [
        *_concordance_bars("concordance", library, texts, found),
        *_concordance_bars("concordance of made-up words", library, texts, made_up, may_be_absent=True),
    ]


def _some_words(pairs: Sequence[Pair], number: int, chance: random.Random) -> tuple[str, str]:
    """Return the side to search and one to eight characters of a line there, or a word."""
    zh, en = chance.choice(pairs)
    length = number % 9
    start = chance.randrange(max(1, len(zh) - length))
    if length:
        return "source", zh[start : start + length]
    return "target", chance.choice(en.split()).strip(".,;:!?()\"'“”")


def _made_up(pairs: Sequence[Pair], number: int, chance: random.Random) -> tuple[str, str]:
    """Return what hardly stands anywhere: Chinese of different lines, or a word with its letters in another order."""
    side, words = _some_words(pairs, number, chance)
    if side == "target":
        return side, "".join(chance.sample(words, len(words)))
    lines = ("".join(_HAN.findall(chance.choice(pairs)[0])) for _ in words)
    return side, "".join(chance.choice(line) for line in lines if line)


def _concordance_bars(
    name: str,
    library: Library,
    texts: dict[str, list[str]],
    asked: Sequence[tuple[str, str]],
    *,
    may_be_absent: bool = False,
) -> list[Bar]:
    missed, counted, times = 0, 0, []
    for number, (side, query) in enumerate(asked):
        if not query.strip():
            continue
        hits, ms = timed(lambda query=query, side=side: concordance(library, query, side=side))
        times.append(ms)
        if number % COUNTED == number // 9 % COUNTED:  # looking through all takes a tenth of a second
            counted += 1
            missed += len(hits) < min(50, occurrences(texts[side], query, is_word=side == "target"))
        elif not may_be_absent:
            missed += not hits
    print(f"{name}: {len(times)} queries; for {counted} of them all hits were counted")
    middle, slow = quantile(times, 50), quantile(times, 95)
    return [
        Bar(f"{name}, first 50 hits, none missed", "0", str(missed), missed == 0),
        Bar(f"{name} at the median", "5 ms", f"{middle:.2f} ms", middle <= 5),
        Bar(f"{name} at the 95th percentile", "30 ms", f"{slow:.2f} ms", slow <= 30),
    ]


def occurrences(texts: Sequence[str], query: str, *, is_word: bool) -> int:
    """Return in how many texts, 50 at most, a query stands: anywhere, or as a word."""
    if not is_word:
        asked = normalise(query)
        return sum(1 for _ in islice((text for text in texts if asked in text), 50))
    found = re.compile(rf"(?<!\w){re.escape(query.casefold())}(?!\w)").search
    return sum(1 for _ in islice(filter(found, texts), 50))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--keep", type=Path, help="work in this library instead of a temporary one")
    parser.add_argument("--part", choices=["matches", "concordance"], help="measure only this")
    parser.add_argument("--first", type=int, default=0, help="leave out so many of the queries")
    add_option(parser)
    options = parser.parse_args()
    real = real_pairs(options.data)
    pairs = corpus(real, size=options.units)
    print(f"{len(pairs):,} pairs, {len(real):,} of them real lines")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(options.keep or Path(folder) / "m.workbench") as library,
    ):
        if is_empty(library):
            _, ms = timed(lambda: fill(library, pairs))
            print(f"filled in {ms / 1000:.1f} s")
        bars: list[Bar] = []
        if options.part != "concordance":
            asked = queries(real, count=options.first + options.queries)[options.first :]
            bars += measure_opening(library)
            bars += measure_matches(library, pairs, asked)
            bars += measure_waiting(library, asked)
        if options.part != "matches":
            bars += measure_concordance(library, pairs, count=1000)
        bars += measure_adding(library)
    tell(bars, options.bars)
    return 0 if all(bar.is_held for bar in bars if bar.what in SOUND) else 1


def is_empty(library: Library) -> bool:
    """Tell whether a library was not filled by an earlier piece of the run."""
    with library.reading() as tx:
        return tx.memories.newest_id() == 0


if __name__ == "__main__":
    sys.exit(main())
