"""How well and how fast sentences are aligned, beside a length-based aligner in the same run.

Run `python benchmarks/alignment.py FOLDER… [--prose FOLDER…] [--novels FOLDER…]`. A folder holds NAME.zh, NAME.en (one sentence a line) and NAME.gold
(a link a line, `[0]:[0, 1]`, lines numbered from 0), or src/NAME, tgt/NAME and gold/NAME.align with the same inside;
all its documents are aligned in one call. Told for each folder
and for all together: precision, recall and F1 over the links with both sides, strict (the very link) and lax (some
sentence pair in common), and sentence pairs a second, reading of the dictionary included. The first folders are the
ones the weights were fitted on; prose and novels are kept aside and have bars of their own. The whole command is
timed from its start to its end, on each folder of NAME.zh and NAME.en as it is and as an archive of many times it.

Real texts with hand-made links can be had in public repositories: bfsujason/mac (chapters of novels) and
bfsujason/aligner-eval (speeches, magazine, academic prose, novels), where the published figures stand too.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from bars import Bar, add_option, tell

from workbench.memory.align import DocumentPair, Link, align_documents
from workbench.text.words import has_han

MOVES = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
"""Prior chances of links in W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993."""
VARIANCE = 6.8
PAIRS_A_SECOND = 2_000
ARCHIVE = 12
"""Times a folder is laid beside itself to stand for an archive."""


@dataclass
class Count:
    """Links found, links known, and how many of each are right, strictly and laxly."""

    found: int = 0
    known: int = 0
    strict: int = 0
    lax_found: int = 0
    lax_known: int = 0

    def add(self, found: Iterable[Link], known: Iterable[Link]) -> None:
        """Count one document."""
        found = [link for link in found if link[0] and link[1]]
        known = [link for link in known if link[0] and link[1]]
        self.found += len(found)
        self.known += len(known)
        self.strict += len(set(found) & set(known))
        self.lax_found += _touching(found, known)
        self.lax_known += _touching(known, found)

    @property
    def strict_f1(self) -> float:
        """The harmonic mean of precision and recall, over the very links."""
        return 2 * self.strict / ((self.found + self.known) or 1)

    def told(self) -> str:
        """Return precision, recall and F1, strict and lax."""
        strict = _scores(self.strict / (self.found or 1), self.strict / (self.known or 1))
        return f"strict {strict}   lax {_scores(self.lax_found / (self.found or 1), self.lax_known / (self.known or 1))}"


def _touching(links: Sequence[Link], others: Sequence[Link]) -> int:
    cells = {cell for link in others for cell in product(*link)}
    return sum(1 for link in links if any(cell in cells for cell in product(*link)))


def _scores(precision: float, recall: float) -> str:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.4f} R {recall:.4f} F1 {f1:.4f}"


def read_folder(folder: Path) -> tuple[list[DocumentPair], list[list[Link]]]:
    """Return the documents of a folder and their known links, in either of two layouts.

    Either NAME.zh, NAME.en and NAME.gold, or src/NAME, tgt/NAME and gold/NAME.align with either language as source.
    """
    documents, links = [], []
    golds = sorted(folder.glob("*.gold")) or sorted(folder.glob("gold/*.align"))
    for gold in golds:
        ours = gold.suffix == ".gold"
        source = gold.with_suffix(".zh") if ours else folder / "src" / gold.stem
        target = gold.with_suffix(".en") if ours else folder / "tgt" / gold.stem
        sides = [tuple(path.read_text(encoding="utf-8").splitlines()) for path in (source, target)]
        parts = [
            line.split(":")[:2] for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        known = [(tuple(json.loads(first)), tuple(json.loads(second))) for first, second in parts]
        if not has_han("".join(sides[0][:20])):
            sides.reverse()
            known = [(second, first) for first, second in known]
        documents.append(DocumentPair(gold.stem, sides[0], sides[1]))
        links.append(known)
    return documents, links


def align_by_length(documents: Sequence[DocumentPair]) -> list[list[Link]]:
    """Return the links Gale and Church's program finds: by lengths in letters alone."""
    letters = sum(len(text) for document in documents for text in document.targets)
    ratio = letters / sum(len(text) for document in documents for text in document.sources)
    return [_by_length(document, ratio) for document in documents]


def _by_length(document: DocumentPair, ratio: float) -> list[Link]:
    sources, targets = [[len(text) for text in side] for side in (document.sources, document.targets)]
    costs = {(0, 0): (0.0, (0, 0))}
    for i, j in product(range(len(sources) + 1), range(len(targets) + 1)):
        ways = [
            (
                costs[i - a, j - b][0]
                + _cost(sum(sources[i - a : i]), sum(targets[j - b : j]), ratio, prior),
                (a, b),
            )
            for (a, b), prior in MOVES.items()
            if i >= a and j >= b
        ]
        if ways:
            costs[i, j] = min(ways)
    links: list[Link] = []
    i, j = len(sources), len(targets)
    while i or j:
        a, b = costs[i, j][1]
        links.append((tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return links[::-1]


def _cost(source: int, target: int, ratio: float, prior: float) -> float:
    mean = (source + target / ratio) / 2
    delta = abs(target - source * ratio) / math.sqrt(VARIANCE * mean) if mean else 0.0
    return -math.log(prior) - math.log(max(math.erfc(delta / math.sqrt(2)), 1e-300))


def measure(
    folders: Sequence[Path], name: str, align: Callable[[list[DocumentPair]], list[list[Link]]]
) -> Count:
    """Align every folder and tell how well and how fast; return the count of all."""
    whole = Count()
    for folder in folders:
        documents, links = read_folder(folder)
        started = time.perf_counter()
        found = align(documents)
        seconds = time.perf_counter() - started
        count = Count()
        for mine, known in zip(found, links, strict=True):
            count.add(mine, known)
            whole.add(mine, known)
        pairs = sum(map(len, links))
        print(f"{name:12} {folder.name:16} {count.told()}   {pairs:6} links {pairs / seconds:7.0f} a second")
    if len(folders) > 1:
        print(f"{name:12} {'all':16} {whole.told()}")
    return whole


def align_all(documents: list[DocumentPair]) -> list[list[Link]]:
    """Return the links our aligner finds."""
    return [alignment.links for alignment in align_documents(documents)]


def measure_command(folder: Path, *, copies: int = 1, times: int = 5) -> Bar:
    """Tell how fast the whole command is on a folder, start-up and printing included; `copies` make it an archive."""
    documents, links = read_folder(folder)
    count = copies * sum(map(len, links))
    with tempfile.TemporaryDirectory() as scratch:
        archive = _archive(folder, Path(scratch) / "archive", copies) if copies > 1 else folder
        program = "from workbench.cli.main import run; run()"
        words = [
            "memory",
            "align",
            str(archive),
            "--lines",
            "--json",
            "-L",
            str(Path(scratch) / "m.workbench"),
        ]
        command = [sys.executable, "-c", program, *words]
        subprocess.run(command, check=True, capture_output=True)  # makes the library
        seconds = []
        for _ in range(times):
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            seconds.append(time.perf_counter() - started)
    best = min(seconds)
    sentences = copies * sum(len(document.sources) + len(document.targets) for document in documents)
    print(
        f"whole command {folder.name} x {copies}: {best:.2f} s at best of {times} (worst {max(seconds):.2f}): "
        f"{count / best:.0f} sentence pairs, {sentences / best:.0f} sentences a second"
    )
    what = f"pairs a second, whole command on {folder.name}" + (
        f", {copies} times over" if copies > 1 else ""
    )
    return Bar(what, f"{PAIRS_A_SECOND:,}", f"{count / best:,.0f}", count / best >= PAIRS_A_SECOND)


def _archive(folder: Path, place: Path, copies: int) -> Path:
    """Return a folder with many copies of the documents of another."""
    place.mkdir()
    for path in [*folder.glob("*.zh"), *folder.glob("*.en")]:
        for number in range(copies):
            (place / f"{path.stem}-{number}{path.suffix}").write_bytes(path.read_bytes())
    return place


def main() -> int:
    """Measure the folders named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--prose", nargs="*", type=Path, default=[], help="speeches, magazine, academic prose"
    )
    parser.add_argument("--novels", nargs="*", type=Path, default=[])
    parser.add_argument("--without-peer", action="store_true", help="leave the length-based aligner out")
    add_option(parser)
    options = parser.parse_args()
    bars = []
    for what, folders, least in (
        ("the texts of the fit", options.folders, 0.97),
        ("kept aside: speeches, magazine, academic prose", options.prose, 0.95),
        ("kept aside: novels", options.novels, 0.75),
    ):
        if folders:
            f1 = measure(folders, "workbench", align_all).strict_f1
            bars.append(Bar(f"strict F1 on {what}", f"{least}", f"{f1:.4f}", f1 >= least))
    is_good = all(bar.is_held for bar in bars)
    for folder in options.folders:
        if any(folder.glob("*.gold")):
            bars += [measure_command(folder), measure_command(folder, copies=ARCHIVE, times=2)]
    if not options.without_peer:
        measure([*options.folders, *options.prose, *options.novels], "Gale-Church", align_by_length)
    tell(bars, options.bars)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
