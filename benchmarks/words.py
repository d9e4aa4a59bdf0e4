"""Measure what stands beside typing: completion, spelling, and the dictionary, in processor time.

Usage: python benchmarks/words.py [--json FILE]

`completion` is one look-up for a key, with a term base, a memory and the words of a long article; `dictionary` the
first question (which reads CC-CEDICT) and those after it; `stall` is the longest time that another thread, ticking
every millisecond as the window does, was kept from running while the dictionary was read: wall time, so noisy.
The floor of completion is a plain scan of the same words. All times in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from workbench.text import dictionary
from workbench.text.completing import phrases_of, words_of
from workbench.text.spelling import misspellings, more_suggestions
from workbench.text.word_finding import word_over
from workbench.ui.editor.offers import Offers

TYPED = "In the first quarter, the total imports and exports reached 350 million yuan"
SOURCE = "昨天国务院召开会议，研究国际友城工作，强调高质量发展。"


def cpu_ms(act: Callable[[], object]) -> float:
    """Return the processor time of an act in this thread."""
    start = time.thread_time()
    act()
    return (time.thread_time() - start) * 1000


def spread(times: list[float]) -> dict[str, float]:
    """Return the median, the 99th percentile and the worst."""
    ordered = sorted(times)
    worst = min(len(ordered) - 1, int(len(ordered) * 0.99))
    return {
        "median": round(statistics.median(ordered), 3),
        "p99": round(ordered[worst], 3),
        "max": round(ordered[-1], 3),
    }


def measure_completion(words: int = 20_000) -> dict[str, dict[str, float]]:
    """Measure a look-up at every letter of a sentence, with an article of so many different words."""
    rng = random.Random(1)
    made = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(5, 12))) for _ in range(words)]
    offers = Offers()
    offers.begin(words_of(made))
    offers.set_phrases(["350 million yuan", "total imports and exports", *made[:40]])
    offers.set_memory(phrases_of([TYPED + ", up 12.6 percent year on year."] * 9))
    cuts = [TYPED[:at] for at in range(1, len(TYPED))] * 10
    return {
        "completion": spread([cpu_ms(lambda cut=cut: offers.find(cut)) for cut in cuts]),
        "floor: scan of the words": spread(
            [cpu_ms(lambda cut=cut: [w for w in made if w.startswith(cut[-4:])]) for cut in cuts[:100]]
        ),
    }


def measure_dictionary() -> dict[str, object]:
    """Measure the first look-up and how long it keeps another thread waiting; then warm ones."""
    gaps, is_over = [0.0], threading.Event()

    def tick() -> None:
        last = time.perf_counter()
        while not is_over.wait(0.001):
            now = time.perf_counter()
            gaps.append((now - last) * 1000)
            last = now

    watcher = threading.Thread(target=tick)
    watcher.start()
    first = cpu_ms(lambda: dictionary.look_up("国务院"))
    is_over.set()
    watcher.join()
    places = [at for at in range(len(SOURCE)) if "\u4e00" <= SOURCE[at] <= "\u9fff"] * 20
    return {
        "dictionary, first": round(first, 1),
        "stall of another thread meanwhile": round(max(gaps), 1),
        "word under the pointer": spread([cpu_ms(lambda at=at: word_over(SOURCE, at)) for at in places]),
    }


def measure_spelling() -> dict[str, object]:
    """Measure a sentence judged, and better words looked for."""
    list(misspellings("load the goverment"))
    return {
        "spelling of a sentence": spread([cpu_ms(lambda: list(misspellings(TYPED))) for _ in range(200)]),
        "better words": spread(
            [
                cpu_ms(lambda w=w: more_suggestions(w))
                for w in ("econmic", "recieve", "developement", "provinical")
            ]
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    sys.setswitchinterval(0.0005)  # as the program itself does
    results = {**measure_dictionary(), **measure_completion(), **measure_spelling()}
    for name, value in results.items():
        print(f"{name:<36} {value}")
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=2), "utf-8")


if __name__ == "__main__":
    main()
