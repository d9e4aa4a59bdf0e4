"""A corpus of any size made from real sentence pairs: clauses of real lines, recombined by a recipe and a seed.

Recipe: the real lines come first. Then, until the wished number is reached, either (three in ten) one real
line with one clause replaced, which gives the near matches an archive is full of, or two to four clauses of
different lines, at their real frequencies. Digits are drawn anew in every fifth line. The English side is
put together from the clauses that stand at the same relative place in the English lines.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from pathlib import Path

from workbench.formats.tmx import read_units

Pair = tuple[str, str]

_CLAUSE_ZH = re.compile(r"[^，。；：！？]+[，。；：！？]*")
_CLAUSE_EN = re.compile(r"[^,;:.!?]+[,;:.!?]*\s*")
_DIGIT = re.compile(r"\d")


def real_pairs(folder: Path) -> list[Pair]:
    """Return the sentence pairs of the data sets in `folder`, in file order, each once.

    Reads `ntrex-zh-en.tsv` (document, Chinese, English), every `*.tmx`, and every `*.po` below it.
    """
    pairs: dict[Pair, None] = {}
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                pairs[(row["zh"], row["en"])] = None
    for path in sorted(folder.glob("*.tmx")):
        for unit in read_units(path, source="zh", target="en"):
            pairs[(unit.source, unit.target)] = None
    for path in sorted(folder.rglob("*.po")):
        pairs.update(dict.fromkeys(_po_pairs(path)))
    return [(source, target) for source, target in pairs if source.strip() and target.strip()]


def _po_pairs(path: Path) -> Iterator[Pair]:
    import polib

    for entry in polib.pofile(str(path), encoding="utf-8"):
        if entry.translated() and entry.msgstr and len(entry.msgstr) < 400:
            yield " ".join(entry.msgstr.split()), " ".join(entry.msgid.split())


def corpus(pairs: list[Pair], *, size: int, seed: int = 20261124) -> list[Pair]:
    """Return `size` distinct-looking pairs: all real ones first, the rest recombined from them."""
    chance = random.Random(seed)
    cut = [clauses for pair in pairs if (clauses := _aligned_clauses(pair))]
    made = list(pairs[:size])
    while len(made) < size:
        made.append(_recombined(cut, chance))
    return made


def _recombined(cut: list[list[Pair]], chance: random.Random) -> Pair:
    if chance.random() < 0.3:
        line = list(chance.choice(cut))
        line[chance.randrange(len(line))] = chance.choice(chance.choice(cut))
    else:
        line = [chance.choice(chance.choice(cut)) for _ in range(chance.randint(2, 4))]
    source, target = "".join(zh for zh, _ in line), "".join(en for _, en in line).strip()
    if chance.random() < 0.2:
        source = _DIGIT.sub(lambda _: str(chance.randint(0, 9)), source)
    return source, target


def _aligned_clauses(pair: Pair) -> list[Pair]:
    """Return the Chinese clauses, each with the English clauses at the same relative place (one at least)."""
    sources, targets = _CLAUSE_ZH.findall(pair[0]), _CLAUSE_EN.findall(pair[1])
    count, parts = len(targets), len(sources)
    if not count:
        return []
    edges = [count * at // parts for at in range(parts + 1)]
    return [
        (source, "".join(targets[edges[at] : max(edges[at + 1], edges[at] + 1)]).rstrip() + " ")
        for at, source in enumerate(sources)
    ]


def queries(pairs: list[Pair], *, count: int, seed: int = 7) -> list[str]:
    """Return sources to look up: unseen recombinations, and lines with a tenth to a third of their text changed."""
    chance = random.Random(seed)
    alphabet = "".join({sign for source, _ in pairs[:5000] for sign in source})
    cut = [clauses for pair in pairs if (clauses := _aligned_clauses(pair))]
    found: list[str] = []
    while len(found) < count:
        source = _recombined(cut, chance)[0] if len(found) % 2 else chance.choice(pairs)[0]
        found.append(_worn(source, chance, alphabet))
    return found


def _worn(text: str, chance: random.Random, alphabet: str) -> str:
    signs = list(text)
    for _ in range(int(len(signs) * chance.uniform(0, 0.3))):
        place = chance.randrange(len(signs))
        act = chance.randrange(3)
        if act == 0:
            signs[place] = chance.choice(alphabet)
        elif act == 1:
            signs.insert(place, chance.choice(alphabet))
        elif len(signs) > 1:
            del signs[place]
    return "".join(signs)
