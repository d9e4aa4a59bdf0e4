"""Seeds slips of the hand into the English of good pairs and prints how many are newly flagged.

`python benchmarks/text_slips.py PAIRS.tsv …` (Chinese TAB English in the last two columns). Printed for
each slip: share found at error or warning, share found at any level, number of slips; and for each
check the share of untouched pairs it flags at error or warning.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.checks.quotes import QuotesCheck, QuotesOfArticleCheck
from workbench.checks.registry import row_checks
from workbench.model.finding import Finding
from workbench.model.kinds import Level
from workbench.model.passage import CheckContext, Passage

CONTEXT = CheckContext()
KEYS = (
    "leftovers",
    "quotes",
    "invisible",
    "spacing",
    "spelling",
    "coverage",
    "negation",
    "places",
    "titles",
    "names",
    "terms",
)
FULL_WIDTH = str.maketrans(",.;:?!()%", "，。；：？！（）％")


def chinese_left(zh: str, en: str) -> str | None:
    words, han = list(re.finditer(r"\b[A-Za-z]{3,}\b", en)), re.findall(r"[\u4e00-\u9fff]{2,4}", zh)
    if not words or not han:
        return None
    word = random.choice(words)
    return en[: word.start()] + str(random.choice(han)) + en[word.end() :]


def full_width(_zh: str, en: str) -> str | None:
    marks = [i for i, c in enumerate(en) if c in ",.;:?!()%"]
    if not marks:
        return None
    place = random.choice(marks)
    return f"{en[:place]}{en[place].translate(FULL_WIDTH)}{en[place + 1 :]}"


def unpaired_quote(_zh: str, en: str) -> str | None:
    marks = [i for i, c in enumerate(en) if c in '“”"']
    if not marks or len(marks) % 2:
        return None
    place = random.choice(marks)
    return en[:place] + en[place + 1 :]


def unpaired_bracket(_zh: str, en: str) -> str | None:
    marks = [i for i, c in enumerate(en) if c in "()"]
    if not marks or len(marks) % 2:
        return None
    place = random.choice(marks)
    return en[:place] + en[place + 1 :]


def zero_width(_zh: str, en: str) -> str:
    place = random.randrange(len(en) + 1)
    return en[:place] + random.choice("\u200b\u202e\u2066\ufeff\U000e0041") + en[place:]


def repeated_word(_zh: str, en: str) -> str | None:
    words = list(re.finditer(r"\b(?:the|of|to|and|a|with|for)\b", en))
    if not words:
        return None
    word = random.choice(words)
    return en[: word.end()] + " " + word.group() + en[word.end() :]


def misspelt(_zh: str, en: str) -> str | None:
    words = list(re.finditer(r"\b[a-z]{6,}\b", en))
    if not words:
        return None
    word = random.choice(words)
    cut = random.randrange(1, len(word.group()) - 1)
    return en[: word.start() + cut] + en[word.start() + cut + 1 :]


SLIPS = (chinese_left, full_width, unpaired_quote, unpaired_bracket, zero_width, repeated_word, misspelt)


def findings(zh: str, en: str) -> list[Finding]:
    return [f for check in row_checks() if check.key in KEYS for f in check.check(Passage(zh, en), CONTEXT)]


def count(pairs: list[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return for each slip how many were found at error or warning, and of how many."""
    random.seed(11)
    found, _ = _seeded(pairs)
    return {name: (sure, total) for name, (sure, _, total) in found.items()}


def count_in_articles(pairs: Sequence[tuple[str, str]], length: int = 12) -> tuple[int, int]:
    """Return how many quotation marks taken out are missed nowhere in their article, and of how many.

    Neighbouring pairs stand in for an article, a paragraph each: files of news keep the order of its sentences.
    """
    random.seed(11)
    found = total = 0
    for start in range(0, len(pairs), length):
        rows = [
            Passage(*pair, number=n + 1, paragraph=n) for n, pair in enumerate(pairs[start : start + length])
        ]
        before = _unpaired_in(rows)
        for place, row in enumerate(rows):
            mutant = unpaired_quote(row.source, row.target)
            if mutant is not None:
                spoilt = [*rows[:place], replace(row, target=mutant), *rows[place + 1 :]]
                found += bool(_unpaired_in(spoilt) - before)
                total += 1
    return found, total


def _unpaired_in(rows: Sequence[Passage]) -> Counter[tuple[int, str]]:
    """Return which rows are flagged for what: a finding that moves to the spoilt row counts."""
    every = [
        replace(finding, number=row.number) for row in rows for finding in QuotesCheck().check(row, CONTEXT)
    ]
    every += QuotesOfArticleCheck().check_article(rows, CONTEXT)
    return Counter(
        (f.number, f.slip) for f in every if f.level is not Level.NOTE and f.slip in {"unpaired", "wrong-way"}
    )


def _seeded(pairs: list[tuple[str, str]]) -> tuple[dict[str, list[int]], Counter[str]]:
    """Return for each slip how many were found gravely, at all, and of how many; and what untouched pairs flag."""
    flagged: Counter[str] = Counter()
    found = {slip.__name__: [0, 0, 0] for slip in SLIPS}
    for zh, en in pairs:
        before = findings(zh, en)
        flagged.update({f"{f.check}/{f.slip}" for f in before if f.level is not Level.NOTE})
        for slip in SLIPS:
            mutant = slip(zh, en)
            if mutant is not None:
                after = findings(zh, mutant)
                counts = found[slip.__name__]
                counts[0] += bool(_grave(after) - _grave(before))
                counts[1] += len(after) > len(before)
                counts[2] += 1
    return found, flagged


def _grave(found: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((f.check, f.slip) for f in found if f.level is not Level.NOTE)


def report(title: str, pairs: list[tuple[str, str]]) -> None:
    """Print what is newly flagged of each slip, and how many untouched pairs each check flags."""
    found, flagged = _seeded(pairs)
    print(f"{title}: {len(pairs)} pairs")
    for name, (sure, every, total) in found.items():
        print(f"  {name:17} {sure / max(total, 1):6.1%} {every / max(total, 1):6.1%}  of {total}")
    shares = ", ".join(f"{key} {count / len(pairs):.2%}" for key, count in flagged.most_common())
    print(f"  untouched, at error or warning: {shares}")


def main() -> None:
    random.seed(11)
    for path in sys.argv[1:]:
        lines = [line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines()]
        report(Path(path).name, [(cells[-2], cells[-1]) for cells in lines if len(cells) >= 2 and cells[-1]])


if __name__ == "__main__":
    main()
