"""Measure the facts check on human translations: false alarms, and seeded slips newly flagged, beside two peers.

Usage: python benchmarks/facts.py PAIRS.tsv [--half 0|1] [--show N]

PAIRS.tsv is UTF-8 with a header "document<TAB>zh<TAB>en" (as tests/data/facts/ntrex-zh-en.tsv) or plain
"zh<TAB>en" lines. `--half` keeps the documents whose name hashes to that half, so that rules written
with one half are judged by the other. The peers are a digit multiset, "every digit string of the source
must be in the target", and translate-toolkit's `numbers` filter where it is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from workbench.checks.run import check_passage
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage

Pair = tuple[str, str]
Slip = Callable[[str, str, random.Random], str | None]
CONTEXT = CheckContext()

_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w,.-]*\d)")
_DIGIT = re.compile(r"\d")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = re.compile(r"\b(?:" + "|".join(_MONTHS) + r")\b")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS[:4] + ["May"] + _MONTHS[4:], 1)}
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = re.compile(r"\b(?:" + "|".join(_WORDS) + r")\b")
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


def change_digit(source: str, target: str, dice: random.Random) -> str | None:
    """Change one digit of one figure."""
    return _in_figure(target, dice, lambda text: _other_digit(text, dice))


def _other_digit(text: str, dice: random.Random) -> str:
    places = [match.start() for match in _DIGIT.finditer(text)]
    place = dice.choice(places)
    first = "123456789" if place == 0 else "0123456789"
    return text[:place] + dice.choice([d for d in first if d != text[place]]) + text[place + 1 :]


def _in_figure(target: str, dice: random.Random, change: Callable[[str], str]) -> str | None:
    found = list(_NUMBER.finditer(target))
    if not found:
        return None
    match = dice.choice(found)
    return target[: match.start()] + change(match[0]) + target[match.end() :]


def swap_digits(source: str, target: str, dice: random.Random) -> str | None:
    """Exchange two neighbouring unlike digits of one figure."""
    found = [m for m in re.finditer(r"\d\d+", target) if len(set(m[0])) > 1 and m[0][1] != "0"]
    if not found:
        return None
    match = dice.choice(found)
    text = match[0]
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1] and (i or text[1] != "0")]
    if not places:
        return None
    i = dice.choice(places)
    return target[: match.start()] + text[:i] + text[i + 1] + text[i] + text[i + 2 :] + target[match.end() :]


def times_ten(source: str, target: str, dice: random.Random) -> str | None:
    """Make one figure ten times as large."""

    def change(text: str) -> str:
        whole, _, part = text.replace(",", "").partition(".")
        moved = whole + (part[0] if part else "0")
        rest = part[1:]
        figure = f"{int(moved):,}" if "," in text else moved.lstrip("0") or "0"
        return figure + (f".{rest}" if rest else "")

    changed = _in_figure(target, dice, change)
    return changed if changed != target else None


def drop(source: str, target: str, dice: random.Random) -> str | None:
    """Take one figure out."""
    changed = _in_figure(target, dice, lambda text: "")
    return changed and changed.replace("  ", " ")


def million_billion(source: str, target: str, dice: random.Random) -> str | None:
    """Exchange million and billion."""
    found = list(re.finditer(r"(?<=\d )(million|billion)\b", target))
    if not found:
        return None
    match = dice.choice(found)
    other = "billion" if match[0] == "million" else "million"
    return target[: match.start()] + other + target[match.end() :]


def change_month(source: str, target: str, dice: random.Random) -> str | None:
    """Name another month where the source names the month itself."""
    stated = [
        m for m in _MONTH.finditer(target) if re.search(rf"(?<!\d)0?{_MONTH_NUMBERS[m[0]]}\s?月", source)
    ]
    if not stated:
        return None
    match = dice.choice(stated)
    other = dice.choice([month for month in _MONTHS if month != match[0]])
    return target[: match.start()] + other + target[match.end() :]


def change_word(source: str, target: str, dice: random.Random) -> str | None:
    """Change a spelled-out number."""
    return _other_word(target, _WORD, _WORDS, dice)


def _other_word(
    target: str, pattern: re.Pattern[str], words: Sequence[str], dice: random.Random
) -> str | None:
    found = list(pattern.finditer(target))
    if not found:
        return None
    match = dice.choice(found)
    other = dice.choice([word for word in words if word != match[0]])
    return target[: match.start()] + other + target[match.end() :]


def blind_digit(source: str, target: str, dice: random.Random) -> str | None:
    """Change any digit anywhere, in codes and addresses too."""
    places = [match.start() for match in _DIGIT.finditer(target)]
    if not places:
        return None
    place = dice.choice(places)
    return target[:place] + dice.choice([d for d in "0123456789" if d != target[place]]) + target[place + 1 :]


def swap_numbers(source: str, target: str, dice: random.Random) -> str | None:
    """Exchange two unlike figures of one form (both percents, both years, both with commas …)."""
    groups: dict[str, list[re.Match[str]]] = {}
    for match in _NUMBER.finditer(target):
        after = re.match(r"\s?(%|percent|per cent|million|billion|[a-z]+)?", target[match.end() :])
        is_year = match[0].isdigit() and 1900 <= int(match[0]) <= 2100
        key = "year" if is_year else (after[1] or "") if after else ""
        groups.setdefault(key, []).append(match)
    likes = [group for group in groups.values() if len({m[0] for m in group}) > 1]
    if not likes:
        return None
    group = dice.choice(likes)
    first, second = sorted(dice.sample(group, 2), key=lambda m: m.start())
    if first[0] == second[0]:
        return None
    between = target[first.end() : second.start()]
    return target[: first.start()] + second[0] + between + first[0] + target[second.end() :]


def _replacing(pattern: str, table: dict[str, str]) -> Slip:
    compiled = re.compile(pattern)

    def slip(source: str, target: str, dice: random.Random) -> str | None:
        found = list(compiled.finditer(target))
        if not found:
            return None
        match = dice.choice(found)
        word = match["word"]
        other = table.get(word.lower())
        if other is None:
            return None
        start, end = match.span("word")
        return target[:start] + other + target[end:]

    return slip


_AMOUNT = r"\d(?:\.\d+)?(?:,\d{3})*(?: (?:million|billion|trillion))? "
change_currency = _replacing(
    _AMOUNT + r"(?P<word>yuan|US dollars|U\.S\. dollars|dollars|euros|yen|Hong Kong dollars|pounds|rubles)\b",
    {
        "yuan": "US dollars",
        "us dollars": "yuan",
        "u.s. dollars": "yuan",
        "dollars": "yuan",
        "euros": "US dollars",
        "yen": "yuan",
        "hong kong dollars": "yuan",
        "pounds": "euros",
        "rubles": "yuan",
    },
)
change_unit = _replacing(
    r"\d(?: (?:million|billion))?[ -](?P<word>square kilometers|square meters|kilometers|meters|hectares|kilograms|tons|mu"
    r"|hours|minutes|days|months|km|tonnes|cubic meters|kilowatts)\b",
    {
        "square kilometers": "kilometers",
        "square meters": "meters",
        "kilometers": "tons",
        "meters": "kilograms",
        "hectares": "kilometers",
        "kilograms": "meters",
        "tons": "square meters",
        "tonnes": "square meters",
        "mu": "acres",
        "hours": "days",
        "minutes": "hours",
        "days": "months",
        "months": "years",
        "km": "kg",
        "cubic meters": "square meters",
        "kilowatts": "kilowatt-hours",
    },
)
percent_to_points = _replacing(
    r"\d ?(?P<word>%|percentage points?|percent\b|per cent\b)(?! points?)",
    {
        "%": " percentage points",
        "percent": "percentage points",
        "per cent": "percentage points",
        "percentage points": "percent",
        "percentage point": "percent",
    },
)
_UP_DOWN = {
    "increased": "decreased",
    "decreased": "increased",
    "increase": "decrease",
    "decrease": "increase",
    "rose": "fell",
    "fell": "rose",
    "grew": "declined",
    "declined": "grew",
    "up": "down",
    "down": "up",
    "growth": "decline",
    "decline": "growth",
    "rise": "fall",
    "drop": "rise",
    "dropped": "rose",
    "rising": "falling",
    "falling": "rising",
    "increasing": "decreasing",
}
_VERB = "|".join(sorted(_UP_DOWN, key=len, reverse=True))
turn_direction = _replacing(
    rf"\b(?P<word>{_VERB})\b(?! to )(?= (?:by |of |from |to |about |nearly |over |more than |year-on-year (?:by )?){{0,2}}[$\d]\S*(?: ?%| percent| per ?cent| million| billion))",
    _UP_DOWN,
)

SLIPS: tuple[tuple[str, Slip, tuple[Level, ...], float], ...] = (
    ("one digit changed", change_digit, (Level.ERROR, Level.WARNING), 97),
    ("two digits exchanged", swap_digits, (Level.ERROR, Level.WARNING), 97),
    ("times ten", times_ten, (Level.ERROR, Level.WARNING), 97),
    ("million <-> billion", million_billion, (Level.ERROR, Level.WARNING), 97),
    ("month changed", change_month, (Level.ERROR, Level.WARNING), 97),
    ("number dropped", drop, (Level.ERROR, Level.WARNING), 93),
    ("any digit, blindly", blind_digit, (Level.ERROR, Level.WARNING), 95),
    ("two like numbers swapped", swap_numbers, (Level.ERROR, Level.WARNING), 60),
    ("spelled-out number changed", change_word, (Level.ERROR, Level.WARNING, Level.NOTE), 80),
    ("currency changed", change_currency, (Level.ERROR, Level.WARNING), 90),
    ("unit dimension changed", change_unit, (Level.ERROR, Level.WARNING), 90),
    ("percent <-> percentage point", percent_to_points, (Level.ERROR, Level.WARNING), 90),
    ("direction turned", turn_direction, (Level.ERROR, Level.WARNING), 90),
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
    started = time.perf_counter()
    found = [findings(*pair) for pair in pairs]
    seconds = time.perf_counter() - started
    by_pair = dict(zip(pairs, found, strict=True))
    errors = sum(any(f.level is Level.ERROR for f in by_pair[pair]) for pair in bearing)
    structural = sum(any(f.level is not Level.NOTE for f in by_pair[pair]) for pair in bearing)
    total = max(len(bearing), 1)
    print(f"{len(pairs)} pairs, {len(bearing)} with a number; {len(pairs) / seconds:.0f} pairs/s, all checks")
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
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", type=int, default=0, help="print so many alarms and missed slips")
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.pairs, arguments.half)
    bearing = report_alarms(pairs, arguments.show)
    report_slips(bearing, arguments.show)


if __name__ == "__main__":
    main()
