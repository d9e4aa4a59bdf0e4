"""A very long article from the file to the open edition: `python benchmarks/long_article.py [--megabytes 50]` (RELIABILITY.md, I4).

Prints the seconds on the clock and of processor time for reading it in the process that reads, for saving it, and for reading
the rows of its edition; and the most memory this program and its reader had.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.reading import open_edition
from workbench.formats.apart import Apart, end_spare
from workbench.library.library import open_library
from workbench.resources import resource as file_of

MEGABYTE = 1_000_000


def write_article(path: Path, megabytes: float) -> None:
    """Write an article of so many bytes out of the paragraphs of the sample, each with a number of its own."""
    paragraphs = [
        line for line in file_of("sample/sample_zh.txt").read_text("utf-8").split("\n") if len(line) > 40
    ]
    dice, size, number = random.Random(1), 0, 0
    with path.open("w", encoding="utf-8") as file:
        file.write("许达哲主持召开国际友好城市工作会议\n\n2020-04-03 来源：湖南日报\n\n")
        while size < megabytes * MEGABYTE:
            number += 1
            said = f"第{number}号。{dice.choice(paragraphs)}\n\n"
            size += len(said.encode())
            file.write(said)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something took."""
    clock, worked = time.perf_counter(), time.process_time()
    yield
    print(f"{what:<28}{time.perf_counter() - clock:>8.2f} s{time.process_time() - worked:>8.2f} s of it here")


def main() -> None:
    """Read, save and open an article."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=50.0)
    chosen = parser.parse_args()
    print(f"{chosen.megabytes:g} MB, load {os.getloadavg()[0]:.1f}")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder) / "long.workbench") as library,
        Apart() as apart,
    ):
        path, report = Path(folder) / "long.txt", ImportReport()
        write_article(path, chosen.megabytes)
        with timed("read, in its own process"):
            incoming = apart.read_article(path)
        with timed("saved"):
            save_incoming(library, incoming, report)
        del incoming
        with timed("opened"):
            rows = len(open_edition(library, report.added[0].key).rows)
        print(f"{rows:,} segments, library of {library.path.stat().st_size / MEGABYTE:.0f} MB")  # type: ignore[union-attr]
    end_spare()
    most = [
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"most memory: {most[0]} MB here, {most[1]} MB in the reader")


if __name__ == "__main__":
    main()
