"""Users at once, for `scale.py`: each lists, searches, opens, types and looks up with the pauses of a person at work."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable

from workbench.desk.editing import save_text
from workbench.desk.reading import list_articles, open_edition, queue_counts
from workbench.desk.remembering import match
from workbench.errors import WorkbenchError
from workbench.library.library import Library, open_library
from workbench.model.kinds import Stage

SECONDS = 30.0
PROCESSES = 4
WORDS = ("经济", "世界", "病", "会议", "COVID", "gov", "president", "的")
Took = dict[str, list[float]]


def at_once(place: str, users: int, lines: list[dict[str, object]]) -> None:
    """Let users work at once in a few processes, and print what they waited for."""
    shares = [users // PROCESSES + (n < users % PROCESSES) for n in range(PROCESSES)]
    running = [
        subprocess.Popen(
            [sys.executable, __file__, place, str(share), str(n)], stdout=subprocess.PIPE, text=True
        )
        for n, share in enumerate(shares)
        if share
    ]
    took: Took = defaultdict(list)
    for process in running:
        said, _ = process.communicate(timeout=600)
        for what, many in json.loads(said).items():
            took[what] += many
    print(f"{users} users at once for {SECONDS:.0f} s, load {os.getloadavg()[0]:.1f}")
    for what, many in took.items():
        late = statistics.quantiles(many, n=20)[18] if len(many) > 1 else many[0]
        print(f"  {what:<30} n {len(many):>5}   median {statistics.median(many):>7.1f}   p95 {late:>7.1f} ms")
        lines.append(
            {"what": f"{users} users: {what}", "n": len(many), "ms": statistics.median(many), "p95": late}
        )


def _work(library: Library, number: int, took: Took, until: float) -> None:
    dice = random.Random(number)
    with library.reading() as tx:
        person = tx.people.named(f"Translator {number % 20 + 1:02}").id

    def timed(what: str, act: Callable[[], object]) -> object:
        began = time.perf_counter()
        try:
            return act()
        except WorkbenchError as error:
            took[f"refused: {type(error).__name__}"].append(0.0)
            return None
        finally:
            took[what].append(1000 * (time.perf_counter() - began))

    keys = [row.key for row in list_articles(library, limit=200, stages=(Stage.DRAFTING,))]
    time.sleep(dice.random() * 3)
    while time.monotonic() < until:
        timed("list", lambda: list_articles(library, limit=200, stages=(Stage.DRAFTING,), waits_for=person))
        timed("counts", lambda: queue_counts(library, person_id=person))
        timed("search", lambda: list_articles(library, limit=200, text=dice.choice(WORDS)))
        time.sleep(dice.random() * 2)
        opened = timed("open", lambda: open_edition(library, dice.choice(keys)))
        for row in opened.rows[:3]:  # type: ignore[attr-defined]
            timed("match", lambda row=row: match(library, row.source))
            time.sleep(dice.random() * 2)
            timed(
                "save",
                lambda row=row: save_text(library, person, row.target_id, f"{number} at {time.time()}"),
            )


def main(place: str, users: int, first: int) -> None:
    """Work with some users of this process, a thread each, on connections of their own."""
    took: Took = defaultdict(list)
    with open_library(place) as library:
        match(library, "世界")  # the index is loaded once a program
        until = time.monotonic() + SECONDS
        threads = [
            threading.Thread(target=_work, args=(library, first * 5 + n, took, until)) for n in range(users)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    json.dump(took, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
