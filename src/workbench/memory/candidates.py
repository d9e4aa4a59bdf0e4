"""Words that a text uses often and that nobody has decided yet: candidates for the term base.

Runs of words that come back are ranked by their C-value (K. Frantzi, S. Ananiadou, H. Mima, "Automatic Recognition
of Multi-Word Terms", 2000): often and long is good, appearing only inside something longer is not.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from workbench.text.lexicon import is_word
from workbench.text.tokens import CHINESE_STOP, cut_chinese

MOST_WORDS = 5
LONGEST, SHORTEST = 12, 2
"""Characters of a candidate."""

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LOOSE = CHINESE_STOP | frozenset(
    "这那哪此其各每某该本我你他她它您咱谁几两一二三四五六七八九十百千万亿多少不没未无很更最太将已曾再又还可能会要想让给对向从到为以及或但则因由之中上下内外后前里间等次年月日时分例名位项条件种期届号起来去说有是"
)
"""Signs with which no term begins or ends when they stand alone."""

_COUNTING = frozenset("一两几这那每各某另其")
"""Signs that make two-character words such as 一名 and 这场."""


class Candidate(NamedTuple):
    """A run of words that may be a term: how many times it stands in the texts, and in which of them first."""

    text: str
    times: int
    score: float
    first: int


def find_candidates(
    texts: Sequence[str], *, known: Collection[str] = (), least: int = 2, most: int = 100
) -> list[Candidate]:
    """Return runs that stand in the texts at least so often and are not `known`, the best first."""
    counts: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], int] = {}
    for place, text in enumerate(texts):
        for run in _runs(cut_chinese(text)):
            counts[run] += 1
            first.setdefault(run, place)
    frequent = {run: count for run, count in counts.items() if count >= least}
    within = _within(frequent)
    skipped = frozenset(known)
    found = [
        Candidate("".join(run), count, round(_c_value(run, count, within.get(run, [])), 3), first[run])
        for run, count in frequent.items()
        if "".join(run) not in skipped and _is_telling(run)
    ]
    found = [candidate for candidate in found if candidate.score > 0]
    found.sort(key=lambda each: (-each.score, -each.times, each.text))
    return _distinct(found)[:most]


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start, first in enumerate(words):
        if not _can_stand_at_edge(first):
            continue
        length = 0
        for end in range(start, min(start + MOST_WORDS, len(words))):
            word = words[end]
            length += len(word)
            if _HAN.fullmatch(word) is None or length > LONGEST:
                break
            if length >= SHORTEST and _can_stand_at_edge(word):
                yield tuple(words[start : end + 1])


def _can_stand_at_edge(word: str) -> bool:
    is_counted = len(word) == 2 and word[0] in _COUNTING
    return _HAN.fullmatch(word) is not None and not is_counted and not (len(word) == 1 and word in _LOOSE)


def _is_telling(run: tuple[str, ...]) -> bool:
    """A single word of the dictionary is everybody's: only longer ones, and words it lacks, are worth a decision."""
    if len(run) > 1:
        return True
    word = run[0]
    return len(word) > 3 or not (is_word(word) or any(sign in _LOOSE for sign in word))


def _within(counts: dict[tuple[str, ...], int]) -> dict[tuple[str, ...], list[int]]:
    """Return for each run the counts of the longer ones it stands in."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for run, count in counts.items():
        parts = {run[start:end] for start in range(len(run)) for end in range(start + 1, len(run) + 1)} - {
            run
        }
        for part in parts:
            if part in counts:
                found[part].append(count)
    return found


def _c_value(run: tuple[str, ...], count: int, longer: Sequence[int]) -> float:
    own = count - (max(*longer, sum(longer) / len(longer)) if longer else 0)
    return math.log2(1 + len("".join(run))) * own


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates without those that are cut otherwise but read the same."""
    return list({candidate.text: candidate for candidate in reversed(list(found))}.values())[::-1]
