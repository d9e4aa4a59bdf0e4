"""Seeds slips into names and titles and prints how many the checks newly flag.

`python benchmarks/names.py [PAIRS.tsv …]`: made-up attendance lists, and each file of pairs (Chinese TAB
English in the last two columns). A slip counts as found when a finding appears that the untouched pair
did not have. Printed: share at error or warning, share with notes, number of slips.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from workbench.checks.registry import row_checks
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.text.names import english_names, occurrences
from workbench.text.pinyin import readings, render_name
from workbench.text.tables import rows

CONTEXT = CheckContext()
DEPUTY = re.compile(r"\b(?:executive )?(?:deputy|vice)[ -]", re.IGNORECASE)
GIVEN = "建国志强晓明丽华文博海涛永康宇航思远春梅雅琴振东德胜光辉立新玉兰彩霞嘉欣浩然子轩铁生鸿飞"
TEMPLATES = (
    (
        "省委副书记{0}，省委常委、常务副省长{1}，副省长{2}，省政府秘书长{3}等省领导出席会议。",
        (
            "Other provincial leaders present included {0}, deputy secretary of the CPC Hunan Provincial Committee, "
            "{1}, standing committee member of the CPC Hunan Provincial Committee and executive vice governor, {2}, "
            "vice governor, and {3}, secretary general of the Hunan Provincial People’s Government."
        ),
    ),
    ("市长{0}、副市长{1}会见了代表团。", "Mayor {0} and Vice Mayor {1} met with the delegation."),
    ("省领导{0}、{1}、{2}和{3}参加调研。", "Provincial leaders {0}, {1}, {2} and {3} joined the tour."),
    (
        "{0}强调，要抓好落实。副厅长{1}主持会议。",
        "{0} stressed implementation. Deputy Director {1} chaired the meeting.",
    ),
)


def made_up(count: int) -> Iterator[tuple[str, str]]:
    surnames = [row[0] for row in rows("surnames") if len(row) == 2]
    for number in range(count):
        zh, en = TEMPLATES[number % len(TEMPLATES)]
        names = [
            random.choice(surnames) + "".join(random.sample(GIVEN, random.choice((1, 2, 2, 2))))
            for _ in range(4)
        ]
        yield zh.format(*names), en.format(*map(render_name, names))


def pairs_of(path: str) -> list[tuple[str, str]]:
    lines = [line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return [(cells[-2], cells[-1]) for cells in lines if len(cells) >= 2]


def swapped(zh: str, en: str) -> Iterator[str]:
    """Exchange the first two names that stand in one Chinese list, each once on either side."""
    found = [(occurrences(name, zh), name) for name in english_names(en)]
    once = sorted(
        (places[0], name) for places, name in found if len(places) == 1 and en.count(name.text) == 1
    )
    for (first, one), (second, two) in pairwise(once):
        if (
            re.fullmatch(r"[、和]|[，、][^。；！？“”]{0,18}", zh[first[2] : second[0]])
            and one.end < two.start
        ):
            between = en[one.end : two.start]
            yield en[: one.start] + two.text + between + one.text + en[two.end :]
            return


def misread(zh: str, en: str) -> Iterator[str]:
    """Give one person another reading of the surname's character, or another surname."""
    for name in english_names(en):
        for start, length, _ in occurrences(name, zh)[:1]:
            if length > 1:
                continue
            others = [r.capitalize() for r in readings(zh[start]) if r.capitalize() != name.surname.text]
            other = random.choice(others or ["Sui", "Wan", "Zhou", "Tang"])
            if other != name.surname.text:
                yield en[: name.start] + other + en[name.surname.end :]
                return


def without_deputy(zh: str, en: str) -> Iterator[str]:
    """Take one "deputy" or "vice" out."""
    if "副" in zh and (cues := list(DEPUTY.finditer(en))):
        cue = random.choice(cues)
        yield en[: cue.start()] + en[cue.end() :]


SLIPS = {"two listed names swapped": swapped, "surname misread": misread, "deputy dropped": without_deputy}


def findings(zh: str, en: str) -> tuple[int, int]:
    """Return how many findings of the names family there are: grave ones, all."""
    found = [
        f
        for check in row_checks()
        if check.family is Family.NAME
        for f in check.check(Passage(zh, en), CONTEXT)
    ]
    return sum(f.level is not Level.NOTE for f in found), len(found)


def count(pairs: list[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return for each slip how many were found at error or warning, and of how many."""
    random.seed(5)
    results, _ = _seeded(pairs)
    return {name: (sum(grave for grave, _ in found), len(found)) for name, found in results.items()}


def _seeded(pairs: list[tuple[str, str]]) -> tuple[dict[str, list[tuple[bool, bool]]], int]:
    """Return what became of each slip (found gravely, found at all), and how many untouched pairs are flagged."""
    results: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    flagged = 0
    for zh, en in pairs:
        grave, every = findings(zh, en)
        flagged += grave > 0
        for name, slip in SLIPS.items():
            for mutant in slip(zh, en):
                new_grave, new_every = findings(zh, mutant)
                results[name].append((new_grave > grave, new_every > every))
                if "-v" in sys.argv and new_grave <= grave:
                    print("   missed", name, zh[:90], mutant[:200], sep=" | ")
    return results, flagged


def measure(title: str, pairs: list[tuple[str, str]]) -> None:
    """Print the shares of each slip."""
    began = time.perf_counter()
    results, flagged = _seeded(pairs)
    print(f"{title}: {len(pairs)} pairs, {flagged} flagged untouched, {time.perf_counter() - began:.1f} s")
    for name, found in results.items():
        grave_share = sum(grave for grave, _ in found) / len(found)
        note_share = sum(every for _, every in found) / len(found)
        print(f"  {name:26} {grave_share:6.1%} {note_share:6.1%}  of {len(found)}")


def main() -> None:
    random.seed(5)
    measure("made-up lists", list(made_up(1000)))
    for path in (argument for argument in sys.argv[1:] if argument != "-v"):
        measure(Path(path).name, pairs_of(path))


if __name__ == "__main__":
    main()
