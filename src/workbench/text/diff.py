"""The difference of two versions of a text, word by word in English and character by character in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

ChangeKind = Literal["equal", "insert", "delete"]

_TOKEN = re.compile(
    r"[0-9]+(?:[.,:][0-9]+)*%?"  # 1,200.5 is one token: half a number is no change to read
    r"|[^\W\d_\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+(?:['’][^\W\d_\u2e80-\u9fff]+)*"
    r"|\s+"
    r"|."
)


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text that both versions share, or that only the new or only the old one has."""

    kind: ChangeKind
    text: str


def differences(old: str, new: str) -> list[Change]:
    """Return how `old` became `new`, in reading order; a replacement is a delete, then an insert.

    The equal and deleted parts together spell `old`, the equal and inserted parts spell `new`.
    """
    old_tokens, new_tokens = split_tokens(old), split_tokens(new)
    matcher = SequenceMatcher(None, old_tokens, new_tokens, autojunk=False)
    steps = [
        ("".join(old_tokens[a:b]), "".join(new_tokens[c:d]), tag == "equal")
        for tag, a, b, c, d in matcher.get_opcodes()
    ]
    return list(_changes(_without_lone_blanks(steps)))


def split_tokens(text: str) -> list[str]:
    """Cut a text into English words, numbers, blanks, and single characters of everything else."""
    return _TOKEN.findall(text)


def _without_lone_blanks(
    steps: list[tuple[str, str, bool]],
) -> list[tuple[str, str, bool]]:
    """Join changes that share only a blank between them: three changed words read as one change."""
    joined: list[tuple[str, str, bool]] = []
    for position, (old, new, is_equal) in enumerate(steps):
        is_lone_blank = is_equal and 0 < position < len(steps) - 1 and old.isspace()
        if (not is_equal or is_lone_blank) and joined and not joined[-1][2]:
            before_old, before_new, _ = joined.pop()
            joined.append((before_old + old, before_new + new, False))
        else:
            joined.append((old, new, is_equal and not is_lone_blank))
    return joined


def _changes(steps: list[tuple[str, str, bool]]) -> Iterator[Change]:
    for old, new, is_equal in steps:
        if is_equal:
            yield Change("equal", old)
            continue
        if old:
            yield Change("delete", old)
        if new:
            yield Change("insert", new)


@dataclass(frozen=True, slots=True)
class Hunk:
    """One change a person can judge: the words that went, the words that came, and where in the new text.

    `number` counts from 0; one of the two sides may be empty.
    """

    number: int
    before: str
    after: str
    start: int


def hunks(old: str, new: str) -> list[Hunk]:
    """Return the single changes that lead from `old` to `new`, in reading order."""
    found: list[Hunk] = []
    at, before, after = 0, "", ""
    for change in [*differences(old, new), Change("equal", "")]:
        if change.kind == "delete":
            before += change.text
        elif change.kind == "insert":
            after += change.text
        else:
            if before or after:
                found.append(Hunk(len(found), before, after, at))
            at += len(after) + len(change.text)
            before = after = ""
    return found


def without_hunks(old: str, new: str, numbers: Iterable[int]) -> str:
    """Return `new` with some of its changes taken back; raises `IndexError` for a number that is not there."""
    found = hunks(old, new)
    for hunk in [found[number] for number in sorted(set(numbers), reverse=True)]:
        new = new[: hunk.start] + hunk.before + new[hunk.start + len(hunk.after) :]
    return new


def with_hunks(old: str, new: str, numbers: Iterable[int]) -> str:
    """Return `old` with some changes of `new` taken over; raises `IndexError` for a number that is not there."""
    found = hunks(old, new)
    taken = {found[number].number for number in numbers}
    return without_hunks(old, new, (hunk.number for hunk in found if hunk.number not in taken))
