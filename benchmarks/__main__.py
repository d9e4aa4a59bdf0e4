"""All benchmarks by one command: `python -m benchmarks [NAME…] [--data FOLDER] [--quick] [--write]`.

Each benchmark is a script of its own that prints its figures with its floor and its peers, measured in the same run, and
ends with status 0 when what it found is sound; that, and `--json FILE` where a script offers it, is all they have in
common. `--data` names a folder with sentence pairs (`ntrex-zh-en.tsv`, `*.tmx`, `alignment-dev/`); without it those that
need it are left out and say so. `--quick` takes small sizes, to see that everything runs. `--write` puts the figures into
docs/performance.md, with date and kind of machine, and as JSON beside it; benchmarks that were not run keep theirs.
`--kept FOLDER` shows for memory what `all_memory.py --keep FOLDER` measured in parts, with the load at each, instead of
measuring everything anew in one go.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parent
PAGE = HOME / "docs" / "performance.md"
RESULTS = PAGE.with_suffix(".json")
MARK = "<!-- figures: written by `python -m benchmarks --write` -->"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A script, what it measures and against what; DATA in its arguments stands for the folder of data."""

    script: str
    what: str
    beside: str
    arguments: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    has_json: bool = False


BENCHMARKS = {
    "guard": Benchmark("guard.py", "calls that hot paths take", "the stored expectation, times 1.5"),
    "start": Benchmark(
        "start.py",
        "start of the window",
        "floor: an empty PySide6 window",
        (),
        ("--times", "2"),
        has_json=True,
    ),
    "editor": Benchmark(
        "editor.py",
        "opening, typing, confirming, scrolling",
        "floors: a bare QTextEdit and QTableView; peer: one QPlainTextEdit",
        (),
        ("--sizes", "100"),
        has_json=True,
    ),
    "words": Benchmark(
        "words.py",
        "completion, dictionary and spelling beside typing",
        "peer: a plain scan of the same words",
        has_json=True,
    ),
    "finding": Benchmark(
        "finding.py",
        "words and patterns found over a library of 3,000 articles",
        "floor: a plain scan of the same texts; bar: cancelled within 0.2 s",
        (),
        ("--articles", "100"),
        has_json=True,
    ),
    "publishing": Benchmark(
        "publishing.py",
        "a thousand articles as web page and Word in one batch",
        "bar: 60 s, constant memory",
        (),
        ("40",),
    ),
    "long-article": Benchmark(
        "long_article.py",
        "an article of 50 MB read, saved and opened",
        "bar: opened within 5 s, under 1 GB",
        (),
        ("--megabytes", "0.2"),
    ),
    "long-window": Benchmark(
        "long_window.py",
        "the window on an article of 50 MB: typing, scrolling, finding, filtering",
        "bars: a key within 16 ms (99 %), under 1 GB, nothing over 100 ms without need",
        (),
        ("--megabytes", "0.2"),
    ),
    "memory": Benchmark(
        "memory.py",
        "matches and concordance at a million units",
        "peer: brute force by rapidfuzz",
        ("DATA",),
        ("--units", "20000", "--queries", "40"),
    ),
    "memory-window": Benchmark(
        "memory_window.py",
        "how long the window waits while a memory of a million units is searched",
        "bar: 16 ms; floor: typing alone",
        ("DATA",),
        ("--units", "20000", "--queries", "40"),
    ),
    "scale": Benchmark(
        "scale.py",
        "lists, filters and searches of 100,000 articles beside a million units",
        "bars: 150 ms for a list, 100 ms as typed",
        ("--users", "20"),
        ("--articles", "300", "--units", "2000", "--times", "2", "--folder", "/tmp/workbench-scale-quick"),
        has_json=True,
    ),
    "tmx": Benchmark(
        "tmx.py",
        "TMX in and out at a million units",
        "peer: Translate Toolkit (--toolkit)",
        ("DATA",),
        ("--units", "20000"),
    ),
    "alignment": Benchmark(
        "alignment.py", "sentence alignment", "peer: a length-based aligner", ("DATA/alignment-dev",)
    ),
    "terms": Benchmark("terms.py", "terms in a text", "bar: 5 ms", (), ("--terms", "5000")),
    "facts": Benchmark(
        "facts.py",
        "false alarms and slips found by the facts check",
        "bars of the issue; peers: digit multiset, digits missing, Translate Toolkit (--toolkit)",
        ("DATA/ntrex-zh-en.tsv",),
        ("--half", "0"),
        has_json=True,
    ),
    "names": Benchmark("names.py", "slips found in names and titles", "none known"),
    "text-slips": Benchmark(
        "text_slips.py", "slips found in text and style", "none known", ("DATA/ntrex-zh-en.tsv",)
    ),
}
"""Every benchmark by its name, in the order in which they are run."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of a benchmark printed, and how it ended."""

    date: str
    machine: str
    seconds: float
    status: int
    printed: list[str]
    figures: object = None


def machine() -> str:
    """Return what kind of machine this is; never its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0
    parts = [f"{os.cpu_count()} cores", platform.machine(), f"{memory:.0f} GB", platform.system()]
    return ", ".join([*parts, f"Python {platform.python_version()}"])


def command(benchmark: Benchmark, data: Path | None, extra: list[str], *, is_quick: bool) -> list[str] | None:
    """Return the command of a benchmark, None when it needs data that was not named."""
    if data is None and any("DATA" in argument for argument in benchmark.arguments):
        return None
    words = [*benchmark.arguments, *(benchmark.quick if is_quick else ())]
    given = [word.replace("DATA", str(data)) for word in words]
    return [sys.executable, str(HERE / benchmark.script), *given, *extra]


def kept_bars(data: Path | None, folder: Path) -> list[str]:
    """Return the command that shows what was measured of the memory in parts."""
    return [sys.executable, str(HERE / "all_memory.py"), str(data), "--keep", str(folder), "--part", "none"]


def run(words: list[str], *, has_json: bool) -> Result:
    """Run one benchmark, showing what it prints, and return it."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    printed: list[str] = []
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "figures.json"
        words = [*words, "--json", str(kept)] if has_json else words
        with subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
        ) as process:
            out, errors = process.communicate()
        printed = out.splitlines()
        print(out, end="", flush=True)
        if process.returncode:
            print(errors[-2000:], file=sys.stderr)
        figures = json.loads(kept.read_text("utf-8")) if kept.exists() else None
    seconds = round(time.perf_counter() - began, 1)
    return Result(f"{datetime.now(UTC):%Y-%m-%d}", machine(), seconds, process.returncode, printed, figures)


def write(results: dict[str, Result]) -> None:
    """Put results into the document and its JSON; others stay as they are."""
    kept = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    kept |= {name: asdict(result) for name, result in results.items()}
    kept = {name: kept[name] for name in BENCHMARKS if name in kept}
    RESULTS.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text(head + MARK + "\n" + page(kept), "utf-8")


def page(kept: dict[str, dict[str, object]]) -> str:
    """Return the table of the document and, below it, what each benchmark printed."""
    lines = [
        "",
        "| benchmark | measures | beside | measured | machine | sound |",
        "|---|---|---|---|---|---|",
    ]
    for name, result in kept.items():
        of = BENCHMARKS[name]
        sound = "no" if result["status"] else "yes"
        lines.append(
            f"| [{name}](#{name}) | {of.what} | {of.beside} | {result['date']} | {result['machine']} | {sound} |"
        )
    for name, result in kept.items():
        printed = result["printed"]
        assert isinstance(printed, list)
        lines += ["", f"## {name}", "", "```text", *(line.rstrip() for line in printed), "```"]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run what was asked for; leave with status 1 when one of them was not sound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--data", type=Path, help="folder with sentence pairs")
    parser.add_argument(
        "--toolkit", help="interpreter of an environment with Translate Toolkit, for tmx and facts"
    )
    parser.add_argument("--kept", type=Path, help="folder in which all_memory.py left its parts, for memory")
    parser.add_argument("--quick", action="store_true", help="small sizes")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    results: dict[str, Result] = {}
    for name in chosen.names or BENCHMARKS:
        extra = ["--toolkit", chosen.toolkit] if name in ("tmx", "facts") and chosen.toolkit else []
        words = command(BENCHMARKS[name], chosen.data, extra, is_quick=chosen.quick)
        if name == "memory" and chosen.kept is not None:
            words = kept_bars(chosen.data, chosen.kept)
        print(f"\n== {name}: {BENCHMARKS[name].what}", flush=True)
        if words is None:
            print("left out: it needs --data FOLDER")
            continue
        results[name] = run(words, has_json=BENCHMARKS[name].has_json)
    if chosen.write:
        write(results)
    return 1 if any(result.status for result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
