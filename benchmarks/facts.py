"""Measure the checks on human translations: false alarms, and seeded slips newly flagged, beside three peers.

Usage: python benchmarks/facts.py PAIRS.tsv … [--half 0|1] [--show N]

It prints, for each file, the facts with the peers, then names and titles, then what is left of Chinese,
full-width signs, quotes and spacing, each with the share of untouched translations it flags.

PAIRS.tsv is UTF-8 with a header "document<TAB>zh<TAB>en" (as tests/data/facts/ntrex-zh-en.tsv) or plain
"zh<TAB>en" lines. `--half` keeps the documents whose name hashes to that half, so that rules written
with one half are judged by the other. The peers are a digit multiset, "every digit string of the source
must be in the target", and translate-toolkit's `numbers` filter where it is installed
(`pip install --target FOLDER translate-toolkit`, then `PYTHONPATH=src:FOLDER`).

Human translations of news to measure with, for research and never to be kept here: the Chinese–English test
sets of the WMT news tasks 2017 to 2023, a line a sentence in each language. The organisers' repositories have
them under `txt/sources` and `txt/references` (`newstest2021.zh-en.src.zh`, `…ref.A.en`), the OPUS-MT test sets
under `datasets/statmt/wmt_newstest/YEAR/zh-en`; `paste FILE.zh FILE.en > PAIRS.tsv` joins two files. Rules were
written with the Chinese–English sets of 2017 to 2023. Run frozen, and turned round to Chinese and English: the
English–Chinese sets of 2022, 2023 and the news of 2024 (`generaltest2022.en-zh`, `…2023.en-zh`, `en-zh.refA`), and
later those of 2019 and 2020.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from names import measure as measure_names
from slips import SLIPS
from text_slips import report as report_text

from workbench.checks.run import check_passage
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage

Pair = tuple[str, str]
CONTEXT = CheckContext()

_SOURCE_NUMBER = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万亿两]+[年月日个名家人万亿元%件次岁天届]")


def read_pairs(path: Path, half: int | None) -> list[Pair]:
    """Return the pairs of a file, of one half of its documents if asked."""
    lines = path.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
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


def digits(text: str) -> list[str]:
    """Return the digit strings of a text, commas removed."""
    return re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", text))


def peer_multiset(source: str, target: str) -> bool:
    """Whether the digit strings of both sides differ as multisets."""
    return Counter(digits(source)) != Counter(digits(target))


def peer_missing(source: str, target: str) -> bool:
    """Whether a digit string of the source is missing in the target."""
    return bool(set(digits(source)) - set(digits(target)))


def peers() -> dict[str, Callable[[str, str], bool]]:
    """Return the checks to compare with, translate-toolkit's only where it is installed."""
    found: dict[str, Callable[[str, str], bool]] = {
        "digit multiset": peer_multiset,
        "digits missing": peer_missing,
    }
    try:
        from translate.filters import checks as toolkit
    except ImportError:
        return found
    checker = toolkit.StandardChecker()

    def numbers(source: str, target: str) -> bool:
        try:
            return not checker.numbers(source, target)
        except toolkit.FilterFailure:
            return True

    return found | {"toolkit numbers": numbers}


def report_alarms(pairs: Sequence[Pair], show: int) -> list[Pair]:
    """Print the share of number-bearing pairs flagged untouched; return the number-bearing pairs."""
    bearing = [pair for pair in pairs if _SOURCE_NUMBER.search(pair[0])]
    started = time.process_time()
    found = [findings(*pair) for pair in pairs]
    seconds = time.process_time() - started
    by_pair = dict(zip(pairs, found, strict=True))
    errors = sum(any(f.level is Level.ERROR for f in by_pair[pair]) for pair in bearing)
    structural = sum(any(f.level is not Level.NOTE for f in by_pair[pair]) for pair in bearing)
    total = max(len(bearing), 1)
    print(
        f"{len(pairs)} pairs, {len(bearing)} with a number; {len(pairs) / seconds:.0f} pairs a second of processor time, all checks"
    )
    print(f"  sure level       {100 * errors / total:5.2f} %   (bar 2.5)")
    print(f"  all structural   {100 * structural / total:5.2f} %   (bar 4.0)")
    for name, peer in peers().items():
        print(f"  peer: {name:16} {100 * sum(peer(*pair) for pair in bearing) / total:5.1f} %")
    for pair in [pair for pair in bearing if any(f.level is not Level.NOTE for f in by_pair[pair])][:show]:
        print("\n" + pair[0] + "\n" + pair[1])
        for finding in by_pair[pair]:
            print(f"    {finding.level}: {finding.message}")
    return bearing


def report_slips(pairs: Sequence[Pair], show: int) -> None:
    """Print the share of seeded slips that are newly flagged, ours and the peers'."""
    others = peers()
    print(f"{'slip':30} {'n':>5} {'newly':>7} {'bar':>5}   " + "   ".join(others))
    for name, slip, levels, bar in SLIPS:
        dice = random.Random(7)
        hits = tried = 0
        peer_hits: Counter[str] = Counter()
        missed: list[tuple[str, str, str]] = []
        for source, target in pairs:
            changed = slip(source, target, dice)
            if changed is None or changed == target:
                continue
            tried += 1
            before = marks(findings(source, target), target, levels)
            after = marks(findings(source, changed), changed, levels)
            if after - before:
                hits += 1
            else:
                missed.append((source, target, changed))
            for peer, flags in others.items():
                peer_hits[peer] += flags(source, changed) and not flags(source, target)
        share = 100 * hits / max(tried, 1)
        rivals = "   ".join(f"{100 * peer_hits[peer] / max(tried, 1):{len(peer)}.0f}" for peer in others)
        print(f"{name:30} {tried:5} {share:6.1f}% {bar:4.0f}%   {rivals}")
        for source, target, changed in missed[:show]:
            print(f"      {source}\n      {target}\n   -> {changed}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the facts check on human translations.")
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", type=int, default=0, help="print so many alarms and missed slips")
    arguments = parser.parse_args()
    sys.argv = sys.argv[:1]  # the other two scripts read it
    for path in arguments.pairs:
        pairs = read_pairs(path, arguments.half)
        print(f"\n{path.name}: facts")
        bearing = report_alarms(pairs, arguments.show)
        report_slips(bearing, arguments.show)
        measure_names(f"{path.name}: names and titles", pairs)
        report_text(f"{path.name}: text", pairs)


if __name__ == "__main__":
    main()
